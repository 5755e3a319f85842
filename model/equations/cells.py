"""The cells of the bridge after the measures, equation 1."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from model.baseline.axes import PUBLISHED_STEPS, Array
from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.baseline.measures import Measure, Part
from model.scenario.batch import Batch

CELLS: Final = (*PUBLISHED_STEPS, "added_measures", "decommissioning")
"""The rows of an array of cells; ``decommissioning`` is a part of ``efficiency``, not beside it."""


@kept_with_baseline
def published_cells(baseline: Baseline) -> Array:
    """(year of the baseline, cell, solution, 1): the published cells, with every measure as published."""
    cells = np.zeros((len(baseline.years), len(CELLS), len(baseline.solutions), 1))
    cells[:, : len(PUBLISHED_STEPS), :, 0] = baseline.changes
    for measure in baseline.measures.values():
        for part in measure.parts:
            if measure.decommissioning and part.year is not None:
                at, row = baseline.years.index(part.year), CELLS.index("decommissioning")
                cells[at, row, baseline.at(part.solution)] += part.amount_mnok
    cells.flags.writeable = False
    return cells


def cells_after_measures(batch: Batch, changed: Sequence[str], year: int) -> Array:
    """(cell, solution, 1 or scenario): the cells of a year, MNOK, equation 1.

    changed: the measures that some scenario of the batch changes; the others are as published.
    """
    baseline = batch.baseline
    cells: Array = published_cells(baseline)[baseline.years.index(year)]
    if not changed:
        return cells
    cells = np.repeat(cells, batch.size, axis=-1)
    for name in changed:
        measure = baseline.measures[name]
        for part in measure.parts:
            amount = _change(batch, measure, part, year)
            cells[CELLS.index(part.component), baseline.at(part.solution)] += amount
            if measure.decommissioning:
                cells[CELLS.index("decommissioning"), baseline.at(part.solution)] += amount
    return cells


def _change(batch: Batch, measure: Measure, part: Part, year: int) -> Array:
    """(1 or scenario,): what a part of a measure adds to the published cell of a year, MNOK."""
    path = f"measures.{measure.name}"
    size = batch.value(f"{path}.enabled") * batch.value(f"{path}.scale")
    delay = batch.value(f"{path}.delay")
    since = year - (batch.value("first_year") if part.year is None else part.year) - delay
    comes = since >= 0 if part.every else since == 0
    given = batch.value(f"{path}.amount_mnok") if part.amount_mnok is None else part.amount_mnok
    moved: Array = size * comes - measure.published * (year == part.year)  # a published one leaves its cell
    return given * part.share * moved
