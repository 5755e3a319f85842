"""What other members of Helsenettet pay a year: the regulation's seven price categories (§ 13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.axes import OTHER_MEMBERS, PAYER_GROUPS, Array
from model.baseline.law import Law
from model.payers.figures import FOLDER, dated_file, positive
from model.payers.payments import Payments
from model.reading.tables import ColumnRule, table_rows

MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class PriceCategory:
    """A price category: which members it is for, and kroner ex VAT a month.

    stated: in the regulation's sense, our words. document, section: of the regulation.
    """

    id: str
    document: str
    stated: str
    section: str
    nok_per_month: float

    @property
    def nok_per_year(self) -> float:
        """Kroner ex VAT a year: twelve times the month's."""
        return MONTHS * self.nok_per_month


@cache
def price_categories() -> Mapping[str, PriceCategory]:
    """The price categories by id, as in the regulation of the newest price list."""
    return MappingProxyType(read_price_categories(dated_file("other_members_price")[0]))


def read_price_categories(path: Path) -> dict[str, PriceCategory]:
    """The categories of a CSV file. Raises TableError where it is damaged."""
    columns = dict.fromkeys(("document", "section", "category", "stated"), ColumnRule()) | {
        "printed": ColumnRule(number=True),
        "unit": ColumnRule(allowed=("nok per month",)),
    }
    return {
        row["category"]: PriceCategory(
            row["category"], row["document"], row["stated"], row["section"], positive(path, row, "printed")
        )
        for row in table_rows(path, columns, ("category",))
    }


@dataclass(frozen=True, slots=True)
class PastPrice:
    """A price of a year that is past: for whom, and kroner ex VAT a month. document, section: where it stands."""

    year: int
    category: str
    nok_per_month: float
    document: str
    section: str


@cache
def past_prices() -> tuple[PastPrice, ...]:
    """The prices of earlier regulations that were found, from ``data/payers/other_members_price_history.csv``."""
    return read_past_prices(FOLDER / "other_members_price_history.csv")


def read_past_prices(path: Path) -> tuple[PastPrice, ...]:
    """The prices of a CSV file. Raises TableError where it is damaged."""
    columns = dict.fromkeys(("document", "section", "category"), ColumnRule()) | {
        "year": ColumnRule(number=True),
        "printed": ColumnRule(number=True),
        "unit": ColumnRule(allowed=("nok per month",)),
    }
    return tuple(
        PastPrice(int(row["year"]), row["category"], positive(path, row, "printed"), row["document"], row["section"])
        for row in table_rows(path, columns, ("year", "category"))
    )


def price_factor(payments: Payments, law: Law) -> Array:
    """(year, scenario): what the regulation's prices would be multiplied by, were members and categories the same.

    The group's payment over the regulation's. How many members a category has is not published, so that the
    group's payment cannot be built up from the prices.
    """
    amount = sum(groups.get(OTHER_MEMBERS, 0.0) for groups in law.by_group().values())
    factor: Array = payments.groups[:, PAYER_GROUPS.index(OTHER_MEMBERS)] / amount
    return factor
