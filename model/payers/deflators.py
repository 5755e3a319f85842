"""Real burden: a payment in the kroner of the base year, by the deflator of those who pay it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np

from model.baseline.axes import Array
from model.baseline.baseline import Baseline
from model.payers.figures import FOLDER
from model.reading.errors import ScenarioError
from model.reading.tables import ColumnRule, table_rows
from model.scenario.fields import is_number, limits


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
def price_series() -> Mapping[str, Mapping[int, float]]:
    """Series → year → price growth, a share: ``municipal`` and ``state_expenditure``."""
    return MappingProxyType(read_price_series(FOLDER / "price_indices.csv"))


def read_price_series(path: Path) -> dict[str, Mapping[int, float]]:
    """The series of a CSV file. Raises TableError where it is damaged."""
    columns = dict.fromkeys(("document", "place", "series"), ColumnRule()) | {
        "year": ColumnRule(number=True),
        "printed": ColumnRule(number=True),
        "unit": ColumnRule(allowed=("percent",)),
        "quality": ColumnRule(allowed=("second_hand",)),
    }
    series: dict[str, dict[int, float]] = {}
    for row in table_rows(path, columns, ("series", "year")):
        series.setdefault(row["series"], {})[int(row["year"])] = float(row["printed"]) / 100
    return {name: MappingProxyType(rates) for name, rates in series.items()}


def deflator(
    baseline: Baseline, years: Sequence[int], rate: float | None = None, series: str = "municipal"
) -> Deflator:
    """The deflator of some years, one after the other, the first after the base year.

    rate: growth in every year; without it the published rates of ``series``, the last of which goes on where there is
    none (an assumption, docs/decisions/0125). Raises ScenarioError for a rate outside the limits of ``index_rate``.
    """
    published = price_series()[series]
    last = max(published)
    if rate is not None:
        limit = limits(baseline)["index_rate"]
        low, high = limit.low, limit.high
        if not is_number(rate) or not low <= rate <= high:
            raise ScenarioError("deflator", rate, "number", (low, high))
    rates = {year: published.get(year, published[last]) if rate is None else rate for year in years}
    index: Array = np.multiply.accumulate([1 + rates[year] for year in years])
    sources = {year: "given" if rate is not None else "second_hand" if year <= last else "assumption" for year in years}
    return Deflator(index, MappingProxyType(rates), MappingProxyType(sources))
