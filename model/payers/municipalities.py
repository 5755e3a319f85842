"""The municipalities and their inhabitants."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType

from model.payers.figures import dated_file, whole
from model.reading.tables import ColumnRule, table_rows


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality on 1 January of the year of the newest file.

    number: four digits. label: the name, with the county where two share it. rhf: the health region it belongs to.
    population: inhabitants (Statistics Norway, table 07459); document, place: where they stand.
    """

    number: str
    name: str
    county_number: str
    county: str
    rhf: str
    population: int
    document: str
    place: str
    label: str = ""


@cache
def municipalities() -> Mapping[str, Municipality]:
    """The 357 municipalities by number, in the order of their numbers."""
    return MappingProxyType(read_municipalities(dated_file("municipalities")[0]))


def read_municipalities(path: Path) -> dict[str, Municipality]:
    """The municipalities of a CSV file, in the order of their numbers. Raises TableError where it is damaged."""
    text = dict.fromkeys(("document", "place", "number", "name", "county_number", "county", "rhf"), ColumnRule())
    columns = text | {"population": ColumnRule(number=True), "unit": ColumnRule(allowed=("persons",))}
    listed = [
        Municipality(
            number=row["number"],
            name=row["name"],
            county_number=row["county_number"],
            county=row["county"],
            rhf=row["rhf"],
            population=whole(path, row, "population"),
            document=row["document"],
            place=row["place"],
        )
        for row in table_rows(path, columns, ("number",))
    ]
    times = Counter(municipality.name for municipality in listed)
    labelled = (replace(municipality, label=_label(municipality, times)) for municipality in listed)
    return {municipality.number: municipality for municipality in sorted(labelled, key=attrgetter("number"))}


def _label(municipality: Municipality, times: Mapping[str, int]) -> str:
    """Its name, with the county where the name stands more than once; times: name → how many have it."""
    return f"{municipality.name} ({municipality.county})" if times[municipality.name] > 1 else municipality.name
