"""The cells of a workbook's sheet as a sheet with ids, and what is wrong with them.

How many decimals a printed figure has is its format's to say: it counts, for it is the tolerance, and the number that
the cell holds has lost it. Elsewhere what the cell holds is read, so that nothing typed is rounded by how it is shown.
"""

import math
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

import numpy as np

from model.reading.cell_notes import GENERAL, CellNotes
from model.reading.faults import SheetError
from model.reading.number_formats import decimals_shown, is_date, is_percentage
from model.reading.sheets import LARGEST_NUMBER, ROW, UNREAD, Sheet

FIRST_DAY: Final = datetime(1899, 12, 30, tzinfo=UTC)
LATEST_DAY: Final = 2_958_465
"""The day that a workbook counts dates from, and the last that it knows."""

MOST_FAULTS: Final = 200
"""Of one sheet."""

FORMULA_FAULT: Final = re.compile(r"#(N/A|DIV/0!|[A-Z]+[!?])")

Cells = Sequence[object]


class SheetCells:
    """One sheet as it is read: ``sheet`` is what it holds, ``faults`` are what is wrong with its cells.

    is_printed: whether it is a printed table, whose figures are what is shown of them.
    """

    def __init__(self, name: str, lines: Sequence[Cells], notes: CellNotes | None, is_printed: bool) -> None:
        self.name, self.is_printed = name, is_printed
        self.notes = notes or CellNotes(frozenset(), {})
        self.faults: list[SheetError] = []
        header = [self._id(cell, 1, column) for column, cell in enumerate(lines[0], 1)] if lines else []
        if not header or header[0] != ROW:
            self.refuse(None, None, "corner", header[0] if header else "")
        self.columns = self._used(header[1:])
        self.named = {at for at, column in enumerate(header) if column}
        rows: dict[str, dict[str, str]] = {}
        for line, cells in enumerate(lines[1:], 2):
            self._add(rows, line, cells)
        self.sheet = Sheet(name, tuple(self.columns.values()), rows)

    def refuse(self, row: str | None, column: str | None, problem: str, found: object = "", **values: object) -> None:
        """Notes a fault, as long as anybody would read them."""
        if len(self.faults) == MOST_FAULTS:
            return
        self.faults.append(SheetError(self.name, row, column, problem, found, **values))

    def _used(self, ids: Sequence[str]) -> dict[int, str]:
        """Place in the row → id of the columns that are read."""
        used: dict[int, str] = {}
        for at, column in enumerate(ids, 1):
            if column in used.values():
                self.refuse(None, column, "column_twice")
            elif column and not column.startswith(UNREAD):
                used[at] = column
        return used

    def _add(self, rows: dict[str, dict[str, str]], line: int, cells: Cells) -> None:
        """Reads a line into the rows, unless it is for people."""
        row = self._id(cells[0], line, 1)
        if row.startswith(UNREAD):
            return
        filled = [at for at, cell in enumerate(cells) if at and (cell != "" or (line, at + 1) in self.notes.unvalued)]
        if not row:
            used = [at for at in filled if at in self.columns]
            if used:
                self.refuse(f"{line}", self.columns[used[0]], "no_row_id")
            return
        if row in rows:
            self.refuse(row, None, "row_twice")
            return
        rows[row] = {column: self._text(row, column, cells[at], (line, at + 1)) for at, column in self.columns.items()}
        unnamed = [at for at in filled if at not in self.named]
        if unnamed:
            self.refuse(row, _letters(unnamed[0] + 1), "no_column_id")

    def _id(self, cell: object, line: int, column: int) -> str:
        """An id as text; a year that was typed as a number is one."""
        if (line, column) in self.notes.unvalued:
            self.refuse(None, None, "id_without_value", place=f"{_letters(column)}{line}")
        return _plain(cell)

    def _text(self, row: str, column: str, cell: object, place: tuple[int, int]) -> str:
        """What a cell says, as a folder would have it."""
        if place in self.notes.unvalued:
            self.refuse(row, column, "without_value")
            return ""
        if isinstance(cell, bool):
            return "yes" if cell else "no"
        if not isinstance(cell, int | float):
            return self._word(row, column, _plain(cell))
        return self._number(row, column, cell, self.notes.formats.get(place, GENERAL))

    def _word(self, row: str, column: str, text: str) -> str:
        if FORMULA_FAULT.fullmatch(text):
            self.refuse(row, column, "failed", text)
            return ""
        return text

    def _number(self, row: str, column: str, number: float, form: str) -> str:
        if not math.isfinite(number) or abs(number) >= LARGEST_NUMBER:
            self.refuse(row, column, "large", number=f"{number:g}", high=f"{LARGEST_NUMBER:.0f}")
            return ""
        if is_date(form):
            self.refuse(row, column, "date", date=_date(number))
            return ""
        decimals = decimals_shown(form)
        if decimals is None:
            return _plain(number)
        lowest, highest = decimals
        if self.is_printed and is_percentage(form):  # «2,7 %» is printed as 2.7
            number, lowest, highest = 100 * number, lowest - 2, highest - 2
        exact = float(f"{number:.15g}")
        text = np.format_float_positional(
            exact, precision=highest if self.is_printed else None, fractional=True, trim="-", unique=True
        )
        whole, _, digits = text.partition(".")
        return ".".join(filter(None, (whole, digits.ljust(lowest, "0"))))


def _plain(cell: object) -> str:
    """A cell as it would be written into CSV: 301.0 is «301», 13.100000000000001 is «13.1»."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and math.isfinite(cell):
        return np.format_float_positional(float(f"{cell:.15g}"), trim="-")
    return " ".join(str(cell).split())


def _date(serial: float) -> str:
    return f"{FIRST_DAY + timedelta(days=serial):%Y-%m-%d}" if 0 <= serial <= LATEST_DAY else f"{serial:g}"


def _letters(column: int) -> str:
    """The letters of a column by its number: 1 is «A», 27 «AA»."""
    letters = ""
    while column:
        column, at = divmod(column - 1, 26)
        letters = chr(ord("A") + at) + letters
    return letters
