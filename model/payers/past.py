"""What is known of payments before the plan: regulations of earlier years, their keys, and what broke the years."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from model.baseline.axes import PAYER_GROUPS
from model.baseline.keys import KEY_SET_QUALITIES
from model.payers.figures import FOLDER, positive
from model.reading.entries import entries
from model.reading.tables import ColumnRule, table_rows

Place = tuple[int, str, str]
"""Year, solution as regulations name it, payer group."""


@dataclass(frozen=True, slots=True)
class PaidAmount:
    """An amount, MNOK ex VAT in its year's kroner. document, place: where it stands, or the key it is made with."""

    amount: float
    document: str
    place: str


@dataclass(frozen=True, slots=True)
class YearKey:
    """How a solution was divided in a year that is past: payer group → share, with document and place."""

    shares: Mapping[str, float]
    document: str
    place: str


@dataclass(frozen=True, slots=True)
class Break:
    """Why years cannot be compared just like that: from which year, what by language, document and place."""

    year: int
    text: Mapping[str, str]
    document: str
    place: str


@cache
def regulation_history() -> Mapping[Place, PaidAmount]:
    """What the regulations of earlier years have each group pay, from ``data/payers/regulation_history.csv``."""
    return MappingProxyType(read_regulation_history(FOLDER / "regulation_history.csv"))


@cache
def keys_of_years() -> Mapping[tuple[int, str], YearKey]:
    """The keys of years of which the regulation was not found, from ``data/payers/keys_of_years.csv``."""
    return MappingProxyType(read_keys_of_years(FOLDER / "keys_of_years.csv"))


@cache
def breaks() -> Mapping[str, Break]:
    """The breaks in what was paid by id, from ``data/payers/breaks.toml``."""
    return MappingProxyType(
        {
            name: Break(int(entry.number("year")), entry.texts("text"), entry.text("source"), entry.text("where"))
            for name, entry in entries(FOLDER / "breaks.toml").items()
        }
    )


def read_regulation_history(path: Path) -> dict[Place, PaidAmount]:
    """The amounts of a CSV file. Raises TableError where it is damaged."""
    columns = _columns("printed") | {"unit": ColumnRule(allowed=("mnok",))}
    rows = table_rows(path, columns, ("year", "solution", "payer_group"))
    return {_place(row): PaidAmount(positive(path, row, "printed"), row["document"], row["place"]) for row in rows}


def read_keys_of_years(path: Path) -> dict[tuple[int, str], YearKey]:
    """The keys of a CSV file; a share is a weight over the sum. Raises TableError where it is damaged."""
    columns = _columns("weight") | {"unit": ColumnRule(allowed=("share",))}
    found: dict[tuple[int, str], dict[str, PaidAmount]] = {}
    for row in table_rows(path, columns, ("year", "solution", "payer_group")):
        year, solution, group = _place(row)
        weight = PaidAmount(positive(path, row, "weight"), row["document"], row["place"])
        found.setdefault((year, solution), {})[group] = weight
    return {place: _year_key(weights) for place, weights in found.items()}


def _columns(number: str) -> dict[str, ColumnRule]:
    return dict.fromkeys(("document", "place", "solution"), ColumnRule()) | {
        "year": ColumnRule(number=True),
        "payer_group": ColumnRule(allowed=PAYER_GROUPS),
        number: ColumnRule(number=True),
        "quality": ColumnRule(allowed=KEY_SET_QUALITIES),
        "note": ColumnRule(blank=True),
    }


def _place(row: Mapping[str, str]) -> Place:
    return int(row["year"]), row["solution"], row["payer_group"]


def _year_key(weights: Mapping[str, PaidAmount]) -> YearKey:
    total, first = sum(weight.amount for weight in weights.values()), next(iter(weights.values()))
    shares = {group: weight.amount / total for group, weight in weights.items()}
    return YearKey(MappingProxyType(shares), first.document, first.place)
