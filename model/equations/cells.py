"""The cells of the bridge after the measures, equation 1."""

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np

from model.baseline.axes import PUBLISHED_STEPS, SOLUTIONS, Array
from model.baseline.measures import Measure, Part, measures
from model.baseline.published import PUBLISHED_YEARS, published
from model.scenario.batch import Batch

CELLS: Final = (*PUBLISHED_STEPS, "added_measures", "decommissioning")
"""The rows of an array of cells; ``decommissioning`` is a part of ``efficiency``, not beside it."""


@cache
def published_cells() -> Array:
    """(year 2026–2030, cell, solution, 1): the published cells, with every measure as published."""
    cells = np.zeros((len(PUBLISHED_YEARS), len(CELLS), len(SOLUTIONS), 1))
    cells[:, : len(PUBLISHED_STEPS), :, 0] = published().changes
    for measure in measures().values():
        for part in measure.parts:
            if measure.decommissioning and part.year is not None:
                place = PUBLISHED_YEARS.index(part.year), CELLS.index("decommissioning"), SOLUTIONS.index(part.solution)
                cells[place] += part.amount_mnok
    cells.flags.writeable = False
    return cells


def cells_after_measures(batch: Batch, changed: Sequence[str], year: int) -> Array:
    """(cell, solution, 1 or scenario): the cells of a year, MNOK, equation 1.

    changed: the measures that some scenario of the batch changes; the others are as published.
    """
    cells: Array = published_cells()[PUBLISHED_YEARS.index(year)]
    if not changed:
        return cells
    cells = np.repeat(cells, batch.size, axis=-1)
    for name in changed:
        measure = measures()[name]
        for part in measure.parts:
            amount = _change(batch, measure, part, year)
            cells[CELLS.index(part.component), SOLUTIONS.index(part.solution)] += amount
            if measure.decommissioning:
                cells[CELLS.index("decommissioning"), SOLUTIONS.index(part.solution)] += amount
    return cells


def _change(batch: Batch, measure: Measure, part: Part, year: int) -> Array:
    """(1 or scenario,): what a part of a measure adds to the published cell of a year, MNOK."""
    path = f"measures.{measure.name}"
    size = batch.value(f"{path}.enabled") * batch.value(f"{path}.scale")
    delay = batch.value(f"{path}.delay")
    since = year - (batch.value("first_year") if part.year is None else part.year) - delay
    comes = since >= 0 if part.year is None else since == 0
    if part.amount_mnok is not None:  # a published measure leaves its cell and enters another
        moved: Array = size * comes - (year == part.year)
        return part.amount_mnok * moved
    amount: Array = size * comes * batch.value(f"{path}.amount_mnok") * part.share
    return amount
