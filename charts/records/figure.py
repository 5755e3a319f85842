"""What every figure has before anyone draws it. Amounts are million NOK; every text is ready to print."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Self

from charts.words.context import Context


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a chart as a table: ``header`` and ``rows`` are ready texts, the first column names the row.

    unit: what a number is in that has no unit in its cell: ``mnok``, ``nok``, ``persons``, ``count`` or ``year``.
    row_units, column_units: the same for single rows and columns that differ from it; «» for those that do not. opens:
    for each cell the address of its calculation, in the shape of ``rows``, «» for a cell that has none; empty where no
    cell has. A unit ``text`` is of words, whatever they look like. row_links, row_prices: for each row the parameter
    that its own link has beside those of the page, and its price basis, «» for none; empty and None where all rows have
    the file's.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    unit: str = "mnok"
    row_units: tuple[str, ...] = ()
    column_units: tuple[str, ...] = ()
    opens: tuple[tuple[str, ...], ...] = ()
    row_links: tuple[tuple[str, str], ...] = ()
    row_prices: tuple[str, ...] | None = None

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
class Segment:
    """One part of one column: its series, where it lies, MNOK, its hover text, and the address of its calculation."""

    series: int
    span: Span
    hover: str
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """Where the axes of a bridge begin and end, MNOK; both include zero."""

    level: tuple[float, float]
    steps: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """What every figure has: an id, a title, a message in a sentence, a note and the table behind it.

    title: three texts: what and unit, for whom, when and in which prices. alt: the message, which is also the text
    alternative. moved: whether scenario and reference differ, so that both are drawn. context: whose figures they are.
    payer: the payer that it is of, by id, where it is of one; its files are named by it. documents: by id, what it is
    taken from where that is more than the baseline's own; files of it name them. hatched: whether the scenario is
    hatched instead of solid, as for print in one colour. drawn_as: which of two drawings with one id it is, where
    one id has two: each keeps scale and rows of its own while a lever moves. said: the message where it stands alone,
    if that is more than the first of ``alt``.
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
    hatched: bool = field(default=False, kw_only=True)
    drawn_as: str = field(default="", kw_only=True)
    said: str = field(default="", kw_only=True)

    @property
    def drawing(self) -> str:
        """By what the scale and the rows are kept that stand still while a lever moves."""
        return self.drawn_as or self.name

    def opening(self, path: Callable[[str], str]) -> Self:
        """The same figure, of whose amounts each opens what ``path`` makes of its address."""
        opens = tuple(tuple(path(address) for address in row) for row in self.table.opens)
        return replace(self, table=replace(self.table, opens=opens))

    @property
    def steps(self) -> frozenset[str]:
        """The parts that have a row of their own and would not have one if they were nothing; most charts fold none."""
        return frozenset()

    def unfolding(self, steps: frozenset[str]) -> Self:  # noqa: ARG002 (a kind's own may fold)
        """The same figure with rows for these, whatever they are."""
        return self

    @property
    def summary(self) -> str:
        """A line under the chart where a renderer does not draw what it says itself; most charts have none."""
        return ""

    @property
    def takes_the_width(self) -> bool:
        """Whether it stands alone across the page, also where other figures stand beside each other."""
        return False

    @property
    def names_where_small(self) -> bool:
        """Whether the chart names what it draws also where it is one among many; a phone never has the room."""
        return False

    def legend(self, wide: bool) -> tuple[tuple[str, str], ...]:  # noqa: ARG002 (a kind's own may depend on it)
        """The series (name, tone) that must be listed beside the chart; none where the chart names what it draws.

        wide: whether the chart has the width of a page, and not that of a phone or of one among many.
        """
        return ()


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One number to know: ``moved`` when it differs from the reference's; ``opens`` is its calculation's address."""

    name: str
    label: str
    value: str
    note: str
    moved: bool
    opens: str = ""
