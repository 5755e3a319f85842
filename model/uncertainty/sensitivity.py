"""One lever at a time: what a figure is with a lever at the low and the high end of its range."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from model.equations.steps import run, years_to
from model.scenario.batch import Batch
from model.scenario.fields import column_value
from model.scenario.scenario import Scenario
from model.uncertainty.errors import RangesError
from model.uncertainty.quantity_rows import Figure
from model.uncertainty.ranges import Ranges, at_share

LOW, HIGH = 0.05, 0.95
"""The ends: P5 and P95 of the lever."""

ENDS: Final = 2
NEED: Final = Figure()
"""The financing need, as it is in the scenario's own kroner."""


@dataclass(frozen=True, slots=True)
class LeverEffect:
    """What a lever does to a figure. low, high: its P5 and P95, in its own unit; a switch is 0 or 1.

    effect_low_mnok, effect_high_mnok: the figure with the lever there, less the figure of the scenario, MNOK.
    """

    lever: str
    low: float
    high: float
    effect_low_mnok: float
    effect_high_mnok: float

    @property
    def span_mnok(self) -> float:
        """From the one effect to the other, MNOK, 0 or more."""
        return abs(self.effect_high_mnok - self.effect_low_mnok)


def sensitivity(
    ranges: Ranges,
    year: int | None = None,
    scenario: Scenario | None = None,
    figure: Figure = NEED,
) -> tuple[LeverEffect, ...]:
    """The effect of each lever that the ranges name on a year's figure, the widest span first.

    The levers are moved one at a time, from ``scenario`` (the published figures where it is None) with the fixed values
    of the ranges; a fixed lever has no effect. Correlations say nothing here. year: the plan's last where it is None.
    Raises RangesError and ScenarioError.
    """
    base = ranges.base(Scenario(figures=ranges.baseline) if scenario is None else scenario)
    year = checked_year(base, year)
    ends = [(at_share(each, LOW), at_share(each, HIGH)) for each in ranges.levers.values()]
    size = 1 + ENDS * len(ends)
    columns = dict(Batch.of([base]).columns)
    for at, (path, values) in enumerate(zip(ranges.levers, ends, strict=True)):
        columns[path] = np.full(size, column_value(base.value(path)))
        columns[path][1 + ENDS * at : 1 + ENDS * (at + 1)] = values
    row = figure.row(base, years_to(base.figures, year))
    amounts = figure.amounts(row, run(Batch(columns, size, base.figures), year, bridges=False))
    effects = (amounts[1:] - amounts[0]).reshape(-1, ENDS).tolist()
    moved = [LeverEffect(path, *end, *effect) for path, end, effect in zip(ranges.levers, ends, effects, strict=True)]
    values_fixed = {path: column_value(base.value(path)) for path in ranges.numbers_fixed}
    fixed = [LeverEffect(path, value, value, 0.0, 0.0) for path, value in values_fixed.items()]
    return tuple(sorted((*moved, *fixed), key=lambda effect: -effect.span_mnok))


def checked_year(base: Scenario, year: int | None) -> int:
    """A year that can be asked about, the plan's last where it is None. Raises RangesError."""
    years = base.figures.years
    if year is None:
        return base.figures.plan_years[-1]
    if type(year) is not int or year not in years:
        raise RangesError("year", year, "year", years)
    return year
