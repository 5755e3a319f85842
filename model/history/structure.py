"""What costs are made of, what each part follows, how use has grown, and what prices are said to grow by."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.history.amounts import FOLDER
from model.payers.figures import positive
from model.reading.errors import TableError
from model.reading.tables import ColumnRule, table_rows

WAGES, OTHER_PRICES = "wages", "prices"
FOLLOWED: Final = (WAGES, OTHER_PRICES)
"""What a part of the costs follows: an assumption where the document does not say, docs/decisions/0162."""

FIRM: Final = "direct_hours"
"""The part that the document itself says follows wages and the prices of consultants."""

EXACT: Final = 1e-9


@dataclass(frozen=True, slots=True)
class CostPart:
    """A part of the costs of operation and maintenance: its share of them, and what it follows."""

    id: str
    share: float
    follows: str
    stated: str
    document: str
    place: str


@dataclass(frozen=True, slots=True)
class VolumeGrowth:
    """How use of a solution has grown between two years, a share: use, and no cost."""

    id: str
    solution: str
    from_year: int
    to_year: int
    growth: float
    stated: str
    document: str
    place: str


@cache
def cost_parts() -> tuple[CostPart, ...]:
    """The parts, which sum to all, from ``data/history/cost_structure.csv``."""
    return read_cost_parts(FOLDER / "cost_structure.csv")


@cache
def volume_growths() -> tuple[VolumeGrowth, ...]:
    """The growth of use that is published, from ``data/history/volume_growth.csv``."""
    return read_volume_growths(FOLDER / "volume_growth.csv")


def read_cost_parts(path: Path) -> tuple[CostPart, ...]:
    """The parts of a CSV file. Raises TableError where it is damaged, or where they do not sum to all."""
    columns = _columns("part") | {"follows": ColumnRule(allowed=FOLLOWED)}
    parts = tuple(
        CostPart(
            row["part"],
            positive(path, row, "printed") / 100,
            row["follows"],
            row["stated"],
            row["document"],
            row["place"],
        )
        for row in table_rows(path, columns, ("part",))
    )
    total = sum(part.share for part in parts)
    if abs(total - 1) > EXACT:
        raise TableError(path, None, "printed", f"the shares sum to {100 * total:g}, expected 100")
    return parts


def read_volume_growths(path: Path) -> tuple[VolumeGrowth, ...]:
    """The rows of a CSV file. Raises TableError where it is damaged."""
    years = dict.fromkeys(("from_year", "to_year"), ColumnRule(number=True))
    rows = table_rows(path, _columns("volume") | {"solution": ColumnRule()} | years, ("volume",))
    return tuple(
        VolumeGrowth(
            row["volume"],
            row["solution"],
            int(row["from_year"]),
            int(row["to_year"]),
            positive(path, row, "printed") / 100,
            row["stated"],
            row["document"],
            row["place"],
        )
        for row in rows
    )


def shares(narrow: bool = False) -> Mapping[str, float]:
    """How much of the costs follows wages and how much other prices. narrow: wages in what the document says alone."""
    found = dict.fromkeys(FOLLOWED, 0.0)
    for part in cost_parts():
        found[OTHER_PRICES if narrow and part.id != FIRM else part.follows] += part.share
    return MappingProxyType(found)


def blended(wage_growth: float, price_growth: float, narrow: bool = False) -> float:
    """The growth of the whole, a share a year, where wages and other prices grow apart."""
    weights = shares(narrow)
    return weights[WAGES] * wage_growth + weights[OTHER_PRICES] * price_growth


def _columns(name: str) -> dict[str, ColumnRule]:
    return dict.fromkeys(("document", "place", name, "stated"), ColumnRule()) | {
        "printed": ColumnRule(number=True),
        "unit": ColumnRule(allowed=("percent",)),
    }
