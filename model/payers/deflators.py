"""Real burden: a payment in the kroner of the base year, by the deflator of those who pay it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np

from model.baseline.axes import MUNICIPALITIES, Array
from model.baseline.baseline import Baseline
from model.payers.figures import FOLDER
from model.reading.errors import ScenarioError
from model.reading.tables import ColumnRule, table_rows
from model.scenario.fields import is_number, limits

DEFLATORS: Final[Mapping[str, str]] = MappingProxyType({MUNICIPALITIES: "municipal"})
"""Payer group → the series that its budgets are compensated by; none was found that is the RHF's own."""

VINTAGES: Final = ("national_budget", "revised_budget", "later")


@dataclass(frozen=True, slots=True)
class PriceRate:
    """Growth from the year before, a share. vintage: one of ``VINTAGES``, empty where the source does not say."""

    series: str
    year: int
    vintage: str
    rate: float
    document: str


@dataclass(frozen=True, slots=True, eq=False)
class Deflator:
    """Price growth as the payers' budgets are compensated for it.

    rates: year → growth from the year before, a share. index: (year,), what a krone of the base year has become.
    sources: year → ``second_hand`` (a published rate), ``assumption`` (the last published rate goes on) or ``given``.
    """

    index: Array
    rates: Mapping[int, float]
    sources: Mapping[int, str]

    def real(self, amounts: Array) -> Array:
        """Amounts, (year, …), nominal, in the kroner of the base year."""
        return amounts / self.index.reshape(-1, *[1] * (amounts.ndim - 1))


@cache
def price_rates() -> tuple[PriceRate, ...]:
    """Every published rate, by series, year and vintage."""
    return read_price_rates(FOLDER / "price_indices.csv")


@cache
def price_series() -> Mapping[str, Mapping[int, float]]:
    """Series → year → price growth, a share, of the last vintage.

    ``municipal``, ``state_expenditure``, and ``tallgrunnlag``: what that moved its own history by.
    """
    series: dict[str, dict[int, float]] = {}
    for rate in price_rates():
        series.setdefault(rate.series, {})[rate.year] = rate.rate
    return MappingProxyType({name: MappingProxyType(rates) for name, rates in series.items()})


def vintages(group: str, year: int) -> tuple[PriceRate, ...]:
    """What has been published of a year for a payer group, the last vintage last; nothing where it has no deflator."""
    return tuple(rate for rate in price_rates() if rate.series == DEFLATORS.get(group) and rate.year == year)


def read_price_rates(path: Path) -> tuple[PriceRate, ...]:
    """The rates of a CSV file. Raises TableError where it is damaged."""
    columns = dict.fromkeys(("document", "place", "series"), ColumnRule()) | {
        "year": ColumnRule(number=True),
        "vintage": ColumnRule(allowed=VINTAGES, blank=True),
        "printed": ColumnRule(number=True),
        "unit": ColumnRule(allowed=("percent",)),
        "quality": ColumnRule(allowed=("as_printed", "second_hand")),
    }
    return tuple(
        PriceRate(row["series"], int(row["year"]), row["vintage"], float(row["printed"]) / 100, row["document"])
        for row in table_rows(path, columns, ("series", "year", "vintage"))
    )


def deflator(baseline: Baseline, years: Sequence[int], group: str, rate: float | None = None) -> Deflator | None:
    """The deflator of some years for a payer group, one after the other, the first after the base year.

    rate: growth in every year; without it the published rates of the group, the last of which goes on where there is
    none (an assumption, docs/decisions/0125). None where the group has no deflator and no rate is given. Raises
    ScenarioError for a rate outside the limits of ``index_rate``.
    """
    published = price_series()[DEFLATORS[group]] if group in DEFLATORS else {}
    if rate is None and not published:
        return None
    last = max(published, default=0)
    if rate is not None:
        limit = limits(baseline)["index_rate"]
        low, high = limit.low, limit.high
        if not is_number(rate) or not low <= rate <= high:
            raise ScenarioError("deflator", rate, "number", (low, high))
    rates = {year: published.get(year, published.get(last, 0.0)) if rate is None else rate for year in years}
    index: Array = np.multiply.accumulate([1 + rates[year] for year in years])
    sources = {year: "given" if rate is not None else "second_hand" if year <= last else "assumption" for year in years}
    return Deflator(index, MappingProxyType(rates), MappingProxyType(sources))
