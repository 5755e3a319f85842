"""What every renderer draws alike: where a year's columns stand, which tone a bar has, which bars are seen."""

from collections.abc import Sequence
from typing import Final

from charts.records.bridge import BridgeRow
from charts.records.figure import Span
from charts.words.context import SAME, TENTH

LEVELS: Final = 0.27
"""The levels' part of a bridge's width: the steps are the picture."""

COLUMN_PLACE, COLUMN_WIDTH = 0.12, 0.56
"""The scenario's column: how far right of its year's middle it stands, and how wide it is, shares of a year."""

REFERENCE_PLACE, REFERENCE_WIDTH = -0.32, 0.22
"""The reference's column beside it."""

LIGHT: Final = 0.42
"""How much of its colour the reference's column has beside the scenario's."""

LABEL_PLACE: Final = COLUMN_PLACE / 2
"""The year's name, under both."""


def tone(span: Span, is_total: bool) -> str:
    """The colour's name of a bar: totals dark, increases and decreases apart."""
    if is_total:
        return "total"
    return "increase" if span.amount >= 0 else "decrease"


def change_tone(change: float) -> str:
    """The colour's name of a change in large type; that of a text for one that shows as nothing."""
    return "text" if abs(change) < TENTH else "increase" if change > 0 else "decrease"


def step_runs(rows: Sequence[BridgeRow], ends: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """From where to where steps stand under each other: there is their zero, and totals may write over the rest.

    ends: where each row begins and ends.
    """
    runs = list[tuple[float, float]]()
    for row, (start, end) in zip(rows, ends, strict=False):
        if not row.total:
            runs = [*runs[:-1], (runs[-1][0], end)] if runs and runs[-1][1] == start else [*runs, (start, end)]
    return runs


def is_seen(span: Span) -> bool:
    """Whether a bar has a length that is drawn: one without any has no outline either."""
    return abs(span.amount) >= SAME


SHAPES: Final = ("circle", "square", "diamond", "triangle-up", "triangle-down")
"""What the points of a series look like, by its place, as ``SIGNS`` of the records; they begin again after the last."""

BESIDE_SHIFT: Final = -0.3
"""How far left of its column's middle a point stands whose text stands beside it, share of a column."""


def shape(place: int) -> str:
    """What the points of series number ``place`` look like."""
    return SHAPES[place % len(SHAPES)]


BAND_OPACITY: Final = 0.35
"""How much of its colour an area between two curves has: two over each other are told apart, and what lies
behind is seen."""
