"""Columns over time, in parts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self

from charts.records.figure import Figure, Segment
from charts.words.context import SAME


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a stack.

    ``top`` is where ``text`` stands, MNOK: over it, or under it where it is below zero and the whole column hangs; of a
    column that has a ``net`` it stands there.
    ``fact``: published, drawn solid also where a scenario is hatched. ``marker``: a second quantity, MNOK;
    ``marker_published``: whether it is printed. ``reference`` is empty where there is nothing to compare with.
    ``year``: the computed year that it is of; None for what stands beside those. ``opens``: the address of the whole
    column's calculation, ``marker_opens`` the marker's.
    """

    label: str
    sublabel: str
    top: float
    text: str
    fact: bool
    segments: tuple[Segment, ...]
    reference: tuple[Segment, ...] = ()
    marker: float | None = None
    marker_published: bool = False
    marker_hover: str = ""
    year: int | None = None
    opens: str = ""
    marker_opens: str = ""

    def opening(self, path: Callable[[str], str]) -> Self:
        """The same column, of whose amounts each opens what ``path`` makes of its address."""
        segments, reference = (
            tuple(replace(part, opens=path(part.opens)) for part in parts) for parts in (self.segments, self.reference)
        )
        opens, marker = path(self.opens), path(self.marker_opens)
        return replace(self, segments=segments, reference=reference, opens=opens, marker_opens=marker)

    @property
    def net(self) -> float | None:
        """Where ``text`` stands if parts lie on both sides of zero: at their sum. None where all are on one side."""
        amounts = [part.span.amount for part in self.segments]
        return sum(amounts) if amounts and min(amounts) < -SAME and max(amounts) > SAME else None

    @property
    def hangs(self) -> bool:
        """Whether all of it lies below zero, and its text under it."""
        return self.top < 0


@dataclass(frozen=True, slots=True)
class Stack(Figure):
    """Columns over time, stacked by ``series`` (name, tone).

    scale: where the axis begins and ends, MNOK, zero within. named: whether the series' names stand at the last column,
    where the chart has the width of a page; named_small: also where it is one among many, but for a phone. decimals: of
    the amounts over the columns. under: lines of text that there is room for under the years at least, as under the
    columns beside it. across: whether it has so many, and such long amounts over them, that it stands alone across the
    page. share: how much of ``scale``, and of the height of charts beside it, it takes where its columns stand.
    """

    series: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    scale: tuple[float, float]
    named: bool
    decimals: int = 1
    across: bool = False
    under: int = 0
    named_small: bool = False
    share: float = 1.0

    def opening(self, path: Callable[[str], str]) -> Self:
        """Its columns, too, open elsewhere."""
        return replace(super(Stack, self).opening(path), columns=tuple(column.opening(path) for column in self.columns))

    @property
    def takes_the_width(self) -> bool:
        """As it says."""
        return self.across

    @property
    def lines_under(self) -> int:
        """How many lines of text there is room for under the columns' names."""
        return max(self.under, *(c.sublabel.count("\n") + bool(c.sublabel) for c in self.columns))

    @property
    def last_parts(self) -> tuple[Segment, ...]:
        """The parts of the last column that are seen, beside which their names can stand, from the lowest up."""
        parts = (part for part in self.columns[-1].segments if abs(part.span.amount) >= SAME)
        return tuple(sorted(parts, key=lambda part: part.span.start + part.span.end))

    @property
    def names_where_small(self) -> bool:
        """As it says."""
        return self.named_small

    def legend(self, wide: bool) -> tuple[tuple[str, str], ...]:
        """Its series, but for those whose names stand at the last column."""
        named = {part.series for part in self.last_parts} if self.named and wide else set()
        return tuple(each for place, each in enumerate(self.series) if place not in named)
