"""Lying bars, a row for each: out from one value, or each from where the one above ended."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Self

from charts.records.figure import Figure, Span
from charts.words.context import SAME


@dataclass(frozen=True, slots=True)
class BarSpan:
    """One bar: from where to where, its tone, what stands at its outer end, its hover text and its address.

    The outer end is the left one of a bar that lies left of the figure's ``origin``, else the right one; of several
    bars on one side the outermost alone has a text. opens: the address of its calculation, «» for none.
    """

    span: Span
    tone: str
    text: str = ""
    hover: str = ""
    opens: str = ""

    @property
    def low(self) -> float:
        """Its left end."""
        return min(self.span.start, self.span.end)

    @property
    def high(self) -> float:
        """Its right end."""
        return max(self.span.start, self.span.end)


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row: its name, its bars from left to right, and what stands right of them all.

    text: ready, after what the last bar says of itself; «» for nothing. opens: what the row opens where no bar was hit.
    hover: of the bars that have none of their own. A row with neither name nor bars has the text as a heading of those
    below it.
    """

    label: str
    spans: tuple[BarSpan, ...]
    text: str = ""
    opens: str = ""
    hover: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether its text is what the rows below it have in common."""
        return not self.label and not self.spans


@dataclass(frozen=True, slots=True)
class Bars(Figure):
    """Lying bars, a row for each, from top to bottom.

    scale: where the axis begins and ends, the origin within. origin: the value that a line stands at. ends: words over
    what lies left and right of it, «» for none. connected: a thin line goes from the end of each row's last bar to the
    next row. series: name and tone of what the list of series names. is_wide: whether it stands alone across the page,
    for its rows' names are long.
    """

    rows: tuple[BarRow, ...]
    scale: tuple[float, float]
    origin: float
    ends: tuple[str, str] = ("", "")
    connected: bool = False
    series: tuple[tuple[str, str], ...] = ()
    is_wide: bool = True

    def texts(self, row: BarRow) -> Iterator[tuple[float, str, bool]]:
        """What stands at the outer ends of a row: where, the words, and whether they end there, left of the bar."""
        left = [bar for bar in row.spans if (bar.span.start + bar.span.end) / 2 < self.origin - SAME]
        outermost = min(left, key=lambda bar: bar.low, default=None)
        if outermost and outermost.text:
            yield outermost.low, outermost.text, True
        farthest = max((bar for bar in row.spans if bar not in left), key=lambda bar: bar.high, default=None)
        words = "\u00a0· ".join(filter(None, (farthest.text if farthest else "", row.text)))
        if words:
            yield max([bar.high for bar in row.spans] + ([] if farthest else [self.origin])), words, False

    def opening(self, path: Callable[[str], str]) -> Self:
        """Its rows and bars, too, open elsewhere."""
        rows = tuple(
            replace(
                row,
                opens=path(row.opens),
                spans=tuple(replace(bar, opens=path(bar.opens)) for bar in row.spans),
            )
            for row in self.rows
        )
        return replace(super(Bars, self).opening(path), rows=rows)

    @property
    def takes_the_width(self) -> bool:
        """Where it was made to."""
        return self.is_wide

    def legend(self, wide: bool) -> tuple[tuple[str, str], ...]:  # noqa: ARG002 (the same in any room)
        """Its series, where it names any."""
        return self.series
