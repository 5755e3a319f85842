"""Points over columns, joined by lines where they can be compared."""

from dataclasses import dataclass
from typing import Final

from charts.records.figure import Figure

SIGNS: Final = ("●", "■", "◆", "▲", "▼")
"""What the points of a series look like, by its place, before its name."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point over a column: where it lies, and what is written at it.

    column: its place. value: on the axis. text: ready, empty where nothing is written. text_at: where the text stands,
    on the axis: over the point or under it; beside it where ``beside``, which takes room that only paper has. printed:
    filled; else computed, and open. opens: the address of its calculation.
    """

    column: int
    value: float
    text: str
    text_at: float
    hover: str
    printed: bool = True
    beside: bool = False
    opens: str = ""


@dataclass(frozen=True, slots=True)
class PointSeries:
    """Points of one kind, at most one over a column unless they stand beside their texts.

    joined: the pairs of points, by their places, that a line goes between. reference: the same without texts, drawn
    light behind; every one of these follows the one before.
    """

    name: str
    tone: str
    points: tuple[Point, ...]
    joined: tuple[tuple[int, int], ...] = ()
    reference: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Points(Figure):
    """Points over columns, joined by lines where they can be compared.

    columns: label and second line. breaks: the column before which a line stands across, and what broke there.
    guides: levels that a dashed line goes along. scale: where the axis begins and ends, zero within. ticks: levels that
    are named at the left, where the amounts are not written at the points.
    """

    series: tuple[PointSeries, ...]
    columns: tuple[tuple[str, str], ...]
    scale: tuple[float, float]
    breaks: tuple[tuple[int, str], ...] = ()
    guides: tuple[float, ...] = ()
    ticks: tuple[tuple[float, str], ...] = ()

    def legend(self, wide: bool) -> tuple[tuple[str, str], ...]:  # noqa: ARG002 (they are never named in the chart)
        """Its series."""
        return tuple((series.name, series.tone) for series in self.series)
