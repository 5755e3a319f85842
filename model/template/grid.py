"""The sheets of a workbook before they are written: columns, lines, and in each cell a text, a number or a formula."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from model.template.words import Said

HEADER: Final = 5
"""Lines above the first row: ids, the labels in three languages, and the unit."""

CORNER, LABEL = "row", "_label"
SPARE: Final = "#"


@dataclass(frozen=True, slots=True)
class Place:
    """A cell by the ids of its row and column; ``sheet`` is empty where it stands in the same."""

    row: str
    column: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that is written from the places of its cells, ``{0}``, ``{1}`` …, and what it gives now."""

    text: str
    places: tuple[Place, ...]
    value: float | str


Content = str | float | Formula


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. look: ``input``, ``computed``, ``check``, ``previous``, ``id`` or ``label``.

    kind: what it holds, as in ``data/template.toml``. decimals: the fewest that are shown; None where that is left to
    the program. exact: whether no more than those are shown, as in print.
    """

    content: Content
    look: str
    kind: str = "text"
    decimals: int | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its id, what it holds, what it is called, and its unit."""

    id: str
    kind: str
    label: Said
    unit: Said = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its id, and its cells by column. is_open: whether its id can be typed over.

    A row that waits for an id has a number after ``SPARE`` meanwhile, which is not written.
    """

    id: str
    cells: Mapping[str, Cell]
    is_open: bool = False

    @property
    def shown_id(self) -> str:
        """The id as it is written."""
        return "" if self.id.startswith(SPARE) else self.id


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: its name, what it is called, how it is filled in, its columns and its lines."""

    name: str
    title: Said
    help: Said
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    needed: bool = False

    def address(self, place: Place, absolute: bool = False) -> str:
        """Where a cell stands, «C7». Raises ValueError where the sheet has no such cell."""
        column = 1 + [each.id for each in self.columns].index(place.column) if place.column != CORNER else 0
        return cell_address(HEADER + self.row_number(place.row), column, absolute)

    def row_number(self, row: str) -> int:
        """The place of a row below the header, from 0. Raises ValueError where there is none."""
        return [line.id for line in self.lines].index(row)

    def places(self, look: str, kinds: Iterable[str] | None = None) -> list[Place]:
        """The cells that look so, row by row, of some kinds if given."""
        return [
            Place(line.id, column.id, self.name)
            for line in self.lines
            for column in self.columns
            if column.id in line.cells
            and line.cells[column.id].look == look
            and (kinds is None or line.cells[column.id].kind in kinds)
        ]


def cell_address(row: int, column: int, absolute: bool = False) -> str:
    """The name of a cell by its place from 0: (0, 0) is «A1»."""
    letters, number = "", column + 1
    while number:
        number, at = divmod(number - 1, 26)
        letters = chr(ord("A") + at) + letters
    mark = "$" if absolute else ""
    return f"{mark}{letters}{mark}{row + 1}"
