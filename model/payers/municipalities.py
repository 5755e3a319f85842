"""The municipalities and their inhabitants, and how one is found by name or number."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.payers.figures import FOLDER, whole
from model.tables import Column, table_rows

PLAIN_LETTERS: Final = str.maketrans({"ø": "o", "æ": "ae", "đ": "d"})
"""Letters that do not come apart into a plain letter and a mark."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality on 1 January 2026.

    number: four digits. label: the name, with the county where two share it. rhf: the health region it belongs to.
    population: inhabitants (Statistics Norway, table 07459).
    """

    number: str
    name: str
    county_number: str
    county: str
    rhf: str
    population: int
    label: str = ""


@cache
def municipalities() -> Mapping[str, Municipality]:
    """The 357 municipalities by number, in the order of their numbers."""
    return MappingProxyType(read_municipalities(FOLDER / "municipalities_2026.csv"))


def read_municipalities(path: Path) -> dict[str, Municipality]:
    """The municipalities of a CSV file, in the order of their numbers. Raises TableError where it is damaged."""
    text = dict.fromkeys(("document", "place", "number", "name", "county_number", "county", "rhf"), Column())
    columns = text | {"population": Column(number=True), "unit": Column(allowed=("persons",))}
    found = [
        Municipality(
            number=row["number"],
            name=row["name"],
            county_number=row["county_number"],
            county=row["county"],
            rhf=row["rhf"],
            population=whole(path, row, "population"),
        )
        for row in table_rows(path, columns, ("number",))
    ]
    times = Counter(municipality.name for municipality in found)
    labelled = (replace(one, label=f"{one.name} ({one.county})" if times[one.name] > 1 else one.name) for one in found)
    return {municipality.number: municipality for municipality in sorted(labelled, key=lambda one: one.number)}


def found_municipalities(text: str) -> tuple[Municipality, ...]:
    """The municipalities that a search means, the nearest first; every one for an empty text.

    Each word must begin the number, or stand in the name or the county: «0301», «herøy nordland», «heroy». Small and
    large letters are the same, as are «ø» and «o». A name that is the text itself comes first, then names that begin
    with it, then other names, then counties.
    """
    wanted = _plain(text)
    hits = [
        (_distance(wanted, municipality), municipality.number)
        for municipality in municipalities().values()
        if all(_stands_in(word, municipality) for word in wanted.split())
    ]
    return tuple(municipalities()[number] for _, number in sorted(hits))


def _stands_in(word: str, municipality: Municipality) -> bool:
    return municipality.number.startswith(word) or word in _plain(f"{municipality.name} {municipality.county}")


def _distance(wanted: str, municipality: Municipality) -> int:
    name, first = _plain(municipality.name), (wanted.split() or [""])[0]
    nearest = (wanted in (name, municipality.number), name.startswith(first), first in name)
    return nearest.index(True) if True in nearest else len(nearest)


def _plain(text: str) -> str:
    """Small letters without marks, single spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(PLAIN_LETTERS)
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())
