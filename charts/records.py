"""What a figure is before anyone draws it. Amounts are million NOK; every text is ready to print."""

from dataclasses import dataclass, field
from typing import Final

from charts.words.context import Context


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a chart as a table: ``header`` and ``rows`` are ready texts, the first column names the row.

    unit: what a number is in that has no unit in its cell: ``mnok``, ``nok``, ``count`` or ``year``. row_units,
    column_units: the same for single rows and columns that differ from it; «» for those that do not.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    unit: str = "mnok"
    row_units: tuple[str, ...] = ()
    column_units: tuple[str, ...] = ()

    def unit_at(self, row: int, column: int) -> str:
        """The unit of a number that has none in its cell; a row's own comes before a column's."""
        of_row = self.row_units[row] if self.row_units else ""
        of_column = self.column_units[column] if self.column_units else ""
        return of_row or of_column or self.unit


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where a bar reaches, MNOK; ``end`` below ``start`` is a decrease."""

    start: float
    end: float

    @property
    def amount(self) -> float:
        """What the bar stands for, MNOK, negative for a decrease."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class BridgeRow:
    """One row of a bridge: a total from zero, or a step from where the row above ended.

    component: its id. label, text, hover: ready texts; ``text`` is the amount beside the bar. scenario, reference:
    where the two bars lie. fact: set by print or by the reference alone, drawn solid also where the others are hatched.
    """

    component: str
    label: str
    total: bool
    scenario: Span
    reference: Span
    text: str
    hover: str
    fact: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """What every figure has: an id, a title, a message in a sentence, a note and the table behind it.

    title: three texts: what and unit, for whom, when and in which prices. alt: the message, which is also the text
    alternative. moved: whether scenario and reference differ, so that both are drawn. context: whose figures they are.
    payer: the payer that it is of, by id, where it is of one; its files are named by it. documents: by id, what it is
    taken from where that is more than the baseline's own; files of it name them.
    """

    name: str
    title: tuple[str, str, str]
    alt: str
    note: str
    table: Table
    moved: bool
    context: Context = field(compare=False, repr=False)
    payer: str = field(default="", kw_only=True)
    documents: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def summary(self) -> str:
        """A line under the chart where a renderer does not draw what it says itself; most charts have none."""
        return ""

    @property
    def takes_the_width(self) -> bool:
        """Whether it stands alone across the page, also where other figures stand beside each other."""
        return False

    def legend(self, wide: bool) -> tuple[tuple[str, str], ...]:  # noqa: ARG002 (a kind's own may depend on it)
        """The series (name, tone) that must be listed beside the chart; none where the chart names what it draws.

        wide: whether the chart has the width of a page, and not that of a phone or of one among many.
        """
        return ()


@dataclass(frozen=True, slots=True)
class Scale:
    """Where the axes of a bridge begin and end, MNOK; both include zero."""

    level: tuple[float, float]
    steps: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Bridge(Figure):
    """A bridge in fixed order of steps, with the steps alone beside it and a difference from the first row to the last.

    panels: the headings over the levels and over the steps. difference: amount and percent, ready to print.
    """

    rows: tuple[BridgeRow, ...]
    scale: Scale
    panels: tuple[str, str]
    difference: str
    difference_label: str

    @property
    def summary(self) -> str:
        """«Endring 2025–2026: +14,7 …», the arrow under the rows in words."""
        return f"{self.difference_label}: {self.difference}"


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of one column: its series, where it lies, MNOK, and its hover text."""

    series: int
    span: Span
    hover: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a stack.

    ``top`` is where ``text`` stands, MNOK: over it, or under it where it is below zero and the whole column hangs.
    ``fact``: published, drawn solid also where a scenario is hatched. ``marker``: a second quantity, MNOK;
    ``marker_published``: whether it is printed. ``reference`` is empty where there is nothing to compare with.
    ``year``: the computed year that it is of; None for what stands beside those.
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

    @property
    def hangs(self) -> bool:
        """Whether all of it lies below zero, and its text under it."""
        return self.top < 0


@dataclass(frozen=True, slots=True)
class Stack(Figure):
    """Columns over time, stacked by ``series`` (name, tone).

    scale: where the axis begins and ends, MNOK, zero within. named: whether the series' names stand at the last column.
    decimals: of the amounts over the columns. across: whether it has so many, and such long amounts over them, that it
    stands alone across the page.
    """

    series: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    scale: tuple[float, float]
    named: bool
    decimals: int = 1
    across: bool = False

    @property
    def takes_the_width(self) -> bool:
        """As it says."""
        return self.across

    def legend(self, wide: bool) -> tuple[tuple[str, str], ...]:
        """Its series, where their names do not stand at the last column."""
        return () if self.named and wide else self.series


SIGNS: Final = ("●", "■", "◆", "▲", "▼")
"""What the points of a series look like, by its place, before its name."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point over a column: where it lies, and what is written at it.

    column: its place. value: on the axis. text: ready, empty where nothing is written. text_at: where the text stands,
    on the axis: over the point or under it; beside it where ``beside``, which takes room that only paper has. printed:
    filled; else computed, and open.
    """

    column: int
    value: float
    text: str
    text_at: float
    hover: str
    printed: bool = True
    beside: bool = False


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


@dataclass(frozen=True, slots=True)
class FlowRow:
    """One row of a flow: the whole at the left and, larger, what remains of it at the right.

    label: its name; total: whether it is one of several rows together. whole, rest: the parts, which lie end to end
    from zero; none where the figure is not known. inside: what stands in each part of the rest, where it fits.
    whole_text, rest_text: what stands beside them; short_text: beside the whole where there is little room.
    """

    label: str
    total: bool
    whole: tuple[Segment, ...]
    rest: tuple[Segment, ...]
    inside: tuple[str, ...]
    whole_text: str
    short_text: str
    rest_text: str


@dataclass(frozen=True, slots=True)
class Flow(Figure):
    """Rows of wholes, and beside them what remains of each and what becomes of it, on a scale of its own.

    series: name and tone of the parts. panels: the headings over wholes and rests; short_panels: the same where there
    is little room.
    """

    rows: tuple[FlowRow, ...]
    series: tuple[tuple[str, str], ...]
    scale: Scale
    panels: tuple[str, str]
    short_panels: tuple[str, str]

    @property
    def takes_the_width(self) -> bool:
        """It has many rows, two panels and long names."""
        return True

    def legend(self, wide: bool) -> tuple[tuple[str, str], ...]:  # noqa: ARG002 (the same in any room)
        """Its series: no part is named in the chart."""
        return self.series


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One number to know: ``moved`` when it differs from the reference's."""

    name: str
    label: str
    value: str
    note: str
    moved: bool
