"""The cells of the bridge after the measures, equation 1."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from model.baseline.axes import ADDED, PUBLISHED_STEPS, Array
from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.baseline.measures import Measure, Part
from model.equations.law_moves import added_from_law, moved_from_law
from model.equations.timing import LawStart, Timing
from model.scenario.batch import Batch

DECOMMISSIONING: Final = "decommissioning"
CELLS: Final = (*PUBLISHED_STEPS, ADDED, DECOMMISSIONING)
"""The rows of an array of cells; ``decommissioning`` is a part of ``efficiency``, not beside it: what the realisation
lever leaves alone."""

FIRM: Final = {
    "investment": "firm_investment",
    "volume_preparedness": "firm_volume_preparedness",
    "efficiency": DECOMMISSIONING,
}
"""Component → the row with the part of it that its realisation lever leaves alone."""

STATE_FUNDED: Final = "state_funded"
MORE_CELLS: Final = ("firm_investment", "firm_volume_preparedness", STATE_FUNDED)
"""Further rows, where some scenario starts from the law or has the state pay: parts of other rows too."""

ROWS: Final = (*CELLS, *MORE_CELLS)
Entry = tuple[str, Array]
"""A row of the cells, and what a measure adds to it, (1 or scenario,), MNOK."""


@kept_with_baseline
def published_cells(baseline: Baseline) -> Array:
    """(year, cell, solution, 1): the published cells, with every measure as published.

    The years are the baseline's, and one that stands for any year after them: nothing published changes in it.
    """
    cells = np.zeros((len(baseline.years) + 1, len(CELLS), len(baseline.solutions), 1))
    cells[:-1, : len(PUBLISHED_STEPS), :, 0] = baseline.changes
    for measure in baseline.measures.values():
        for part in measure.parts:
            if measure.decommissioning and part.year is not None:
                at, row = baseline.years.index(part.year), CELLS.index(DECOMMISSIONING)
                cells[at, row, baseline.at(part.solution)] += part.amount_mnok
    cells.flags.writeable = False
    return cells


def changed_measures(batch: Batch, start: LawStart | None) -> Sequence[str]:
    """The measures that some scenario, or the law that some start from, has otherwise than published."""
    changed = batch.measures()
    if start is None:
        return changed
    return [name for name in batch.baseline.measures if name in changed or name in start.law.measures]


def cells_after_measures(batch: Batch, changed: Sequence[str], year: int, timing: Timing) -> list[Array]:
    """The rows of a year's cells, each (solution, 1 or scenario), MNOK, equation 1.

    changed: the measures that are looked at; the others are as published. The rows of ``MORE_CELLS`` are there where
    some scenario starts from the law or has the state pay. Only a row that differs between scenarios holds them all.
    """
    baseline = batch.baseline
    published = published_cells(baseline)[min(year, baseline.last_year + 1) - baseline.first_year]
    cells: list[Array] = list(published)
    if changed and (timing.start is not None or batch.is_funded):
        cells += [np.zeros(published.shape[1:]) for _ in MORE_CELLS]
    for name in changed:
        measure = baseline.measures[name]
        entries = _published if measure.published else _optional
        for part in measure.parts:
            for row, amount in entries(batch, measure, part, year, timing):
                at = ROWS.index(row)
                cells[at] = _own(cells[at], len(amount))
                cells[at][baseline.at(part.solution)] += amount
    return cells


def _own(row: Array, width: int) -> Array:
    """A row that may be changed, as wide as an amount that is added to it."""
    if not row.flags.writeable or row.shape[-1] < width:
        return np.repeat(row, max(1, width // row.shape[-1]), axis=-1)
    return row


def _published(batch: Batch, measure: Measure, part: Part, year: int, timing: Timing) -> Iterator[Entry]:
    """What a part of a published measure adds to a year: it leaves its cell and enters another."""
    size, lands = _size(batch, measure), batch.value(f"measures.{measure.name}.delay") + (part.year or 0)
    comes, amount, start = (lands == year) * size, part.amount_mnok or 0.0, timing.start
    firm: Array | None = None
    if start is not None:
        planned, settled = moved_from_law(start, measure, part.year or 0, size, lands, year)
        comes = np.where(start.chosen, planned + settled, comes)
        firm = np.where(start.chosen, settled, 0.0)
    change: Array = amount * (comes - (year == part.year))
    yield part.component, change
    if measure.decommissioning:
        yield DECOMMISSIONING, change
    elif firm is not None and part.component in FIRM:
        yield FIRM[part.component], amount * firm


def _optional(batch: Batch, measure: Measure, part: Part, year: int, timing: Timing) -> Iterator[Entry]:
    """What a part of an optional measure adds to a year, and what the state pays of it."""
    path, start = f"measures.{measure.name}", timing.start
    lands = (timing.first_year if part.year is None else part.year) + batch.value(f"{path}.delay")
    if start is not None:
        lands = np.where(start.chosen, np.maximum(lands, start.second_year), lands)
    comes = year >= lands if part.every else year == lands
    given = batch.value(f"{path}.amount_mnok") if part.amount_mnok is None else part.amount_mnok
    amount: Array = _size(batch, measure) * comes * given * part.share
    yield part.component, amount
    if f"{path}.state_share" in batch.columns:
        yield STATE_FUNDED, amount * batch.value(f"{path}.state_share")
    if start is not None and year == start.first_year:
        yield part.component, np.where(start.chosen, added_from_law(start, measure, part), 0.0)


def _size(batch: Batch, measure: Measure) -> Array:
    """(1 or scenario,): how much of a measure comes, a share of its amount."""
    path = f"measures.{measure.name}"
    return batch.value(f"{path}.enabled") * batch.value(f"{path}.scale")
