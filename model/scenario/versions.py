"""What older versions of scenarios mean, for ever: ``data/versions.toml``."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from model.reading.entries import entries
from model.reading.tables import DATA

VERSIONS: Final = (1, 2)
"""The versions that are read; the last one is written."""

VERSION: Final = VERSIONS[-1]


def baseline_of_version(version: int) -> str:
    """The baseline of a version that had only one."""
    return _texts(str(version))["baseline"]


def renamed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by the names that are used now; a path keeps what stands behind its first name."""
    names = _texts("renamed")
    return {names.get(name, name): value for name, value in values.items()}


def renamed_path(path: str) -> str:
    """A path by the name that its first part has now."""
    first, dot, rest = path.partition(".")
    return f"{_texts('renamed').get(first, first)}{dot}{rest}"


def price_basis(word: str) -> str:
    """A price basis by the name that it has now."""
    return _texts("prices").get(word, word)


def former_price_words() -> tuple[str, ...]:
    """What price bases were called in links of earlier versions."""
    return tuple(_texts("prices"))


@cache
def _texts(name: str) -> Mapping[str, str]:
    entry = entries(DATA / "versions.toml")[name]
    return {field: entry.text(field) for field in entry.values}
