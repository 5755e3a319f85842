"""The text catalogues: a folder per language, one TOML file per room, the same files and keys in each."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from texts.languages import KNOWN
from texts.numbers import WRITTEN, decimal, in_full, percent

FOLDER = Path(__file__).parent


class CatalogueError(Exception):
    """A catalogue that says two things of one key."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts and the number format of one language, one of ``LANGUAGES``."""

    language: str

    def __call__(self, key: str, **values: object) -> str:
        """The text of ``key``, its {placeholders} filled from ``values``; an unknown key is a KeyError."""
        text = catalogue(self.language)[key]
        return text.format(**values) if values else text

    def __contains__(self, key: str) -> bool:
        """Whether there is a text of ``key``."""
        return key in catalogue(self.language)

    def amount(self, value: float, decimals: int = 1) -> str:
        """An amount, «1 099,3»."""
        return decimal(value, self.language, decimals)

    def change(self, value: float, decimals: int = 1) -> str:
        """A change, with its sign: «+14,7», «−20,3»."""
        return decimal(value, self.language, decimals, signed=True)

    def percent(self, share: float, decimals: int = 1) -> str:
        """A share as percent, «3,1 %»."""
        return percent(share, self.language, decimals)

    def in_full(self, value: float) -> str:
        """A value that was chosen or given, with the decimals it has: «10,0», «10,25»."""
        return in_full(value, self.language)

    def as_written(self, value: float, fewest: int = 0) -> str:
        """A number that somebody wrote, with the decimals it has and at least ``fewest``: «99,9999», «10»."""
        return in_full(value, self.language, fewest, WRITTEN)

    def percent_in_full(self, share: float) -> str:
        """A rate or share that was chosen or given, with the decimals it has: «3,0 %», «3,15 %», «0,049 %»."""
        return in_full(share * 100, self.language) + KNOWN[self.language].percent

    def listed(self, names: Sequence[object]) -> str:
        """«a, b og c»; one alone, and empty for none."""
        *before, last = map(str, names or ("",))
        return self("figure.and", first=", ".join(before), second=last) if before else last

    def percent_change(self, share: float, decimals: int = 1) -> str:
        """A relative change as percent, with its sign: «−1,8 %»."""
        return percent(share, self.language, decimals, signed=True)


@cache
def catalogue(language: str) -> dict[str, str]:
    """Key → text of one language; keys are the TOML path, «bridge.title»."""
    return read_catalogue(FOLDER / language)


def read_catalogue(folder: Path, files: str = "*.toml") -> dict[str, str]:
    """Key → text of the files of a language's folder. Raises CatalogueError for a key that stands in two of them."""
    texts: dict[str, str] = {}
    for file in sorted(folder.glob(files)):
        found = dict(_flattened(tomllib.loads(file.read_text(encoding="utf-8"))))
        for key in texts.keys() & found.keys():
            raise CatalogueError(f"{folder.name}/{file.name}: {key} stands in another file too.")
        texts |= found
    return texts


def _flattened(table: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    """The leaves of a nested table as (dotted key, text)."""
    rows: list[tuple[str, str]] = []
    for key, value in table.items():
        rows += _flattened(value, f"{prefix}{key}.") if isinstance(value, dict) else [(prefix + key, value)]
    return rows
