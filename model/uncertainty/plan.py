"""What each chunk of a simulation is made from: one record that any process can be given."""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from model.baseline.axes import Array
from model.equations.result import Result
from model.equations.steps import BLOCK, run_years, years_to
from model.scenario.scenario import Scenario
from model.uncertainty.drawing import Drawing, generator_of
from model.uncertainty.histogram import Edges, Part, counted
from model.uncertainty.quantity_rows import QuantityRow, Wanted, quantity_rows, row_amounts
from model.uncertainty.ranges import Ranges

CHUNK: Final = 8 * BLOCK
"""Draws of a chunk, but for the last. Fixed, for each chunk has random numbers of its own."""

TRIAL_DRAWS: Final = BLOCK // 2
"""Draws that settle the edges of the bins."""

TRIAL_SEED: Final = 0
"""Of these draws, whatever the simulation's own: the edges depend on ranges and scenario alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """A simulation that is settled but not yet drawn. Figures are (quantity, year), one after the other.

    fixed_prices: whether amounts are in kroner of the base year. exceeds: the amount above which draws are counted,
    MNOK; None where that is not asked. edges: of the bins.
    """

    drawing: Drawing
    rows: tuple[QuantityRow, ...]
    years: tuple[int, ...]
    fixed_prices: bool
    exceeds: float | None
    seed: int
    edges: Edges

    @classmethod
    def of(cls, ranges: Ranges, base: Scenario, wanted: Wanted, seed: int) -> Self:
        """The plan of draws from ``base``. Raises ScenarioError for a year or quantity that there is not."""
        drawing, years = Drawing.of(ranges, base), years_to(base.figures, wanted.last_year)
        rows = quantity_rows(wanted, base, years)
        trial = drawn(drawing, years, generator_of(TRIAL_SEED, 0), TRIAL_DRAWS if drawing.paths else 1)
        figures = row_amounts(rows, trial, wanted.fixed_prices)
        edges = Edges.around(figures.min(axis=-1).ravel(), figures.max(axis=-1).ravel())
        return cls(drawing, rows, years, wanted.fixed_prices, wanted.exceeds, seed, edges)

    def part(self, chunk: int, draws: int) -> Part:
        """The figures of a chunk, counted. draws: how many it has."""
        result = drawn(self.drawing, self.years, generator_of(self.seed, chunk), draws)
        figures: Array = row_amounts(self.rows, result, self.fixed_prices)
        return counted(figures.reshape(-1, draws), self.edges, self.exceeds)


def drawn(drawing: Drawing, years: tuple[int, ...], generator: np.random.Generator, draws: int) -> Result:
    """The run of some draws."""
    values = drawing.values(drawing.shares(generator, draws))
    return run_years(drawing.batch(values), years, bridges=False)
