"""From sheets to grids: what is to be filled in, room for more rows, and the baseline before beside it."""

from collections.abc import Iterator, Mapping
from typing import Final

from model.baseline.layout import SOURCE
from model.baseline.making import REQUIRED
from model.baseline.workbook import KNOWN
from model.reading.sheets import Sheet, Sheets
from model.reading.tables import PRINTED_NUMBER, decimals
from model.template.grid import LABEL, SPARE, Cell, Column, Grid, Line
from model.template.words import Said, Words, joined

NUMBERS: Final = ("mnok", "share", "weight", "number", "year")
"""The kinds that are numbers in a cell."""

COMPARED: Final = ("mnok", "share", "weight", "number")
"""The kinds whose figures of the baseline before stand beside."""

FIXED: Final = ("baseline",)
"""Sheets whose rows are given."""

ROOM: Final = {"bridge": 3, "plan": 8, "measures": 20, "moved": 8, "keys": 24, "law": 6, "groups": 3, "tables": 6}
ROOM_PRINTED: Final = 4
"""How many rows without an id there are below the others."""

PREVIOUS: Final = "_previous_"
ENTERED: Final = 1
"""Decimals of an amount that is still to be typed."""


def grids(sheets: Sheets, previous: Sheets | None, words: Words, words_before: Words) -> dict[str, Grid]:
    """A grid for each sheet, in the order in which they are filled in.

    previous: the sheets of the baseline before, if they are to stand beside; words_before: with its years.
    """
    names = [name for name in KNOWN if name in sheets]
    printed = [name for name in sheets["tables"].rows if name in sheets] if "tables" in sheets else []
    labels = {name: sheets["tables"].rows[name].get("label") or name for name in printed}
    before = previous or {}
    return {
        name: _Table(sheets[name], before.get(name), (words, words_before), labels.get(name)).grid()
        for name in dict.fromkeys((*names, *printed))
    }


class _Table:
    """One sheet on its way to a grid; ``printed`` is what a printed table is called, None for the others."""

    def __init__(self, sheet: Sheet, before: Sheet | None, words: tuple[Words, Words], printed: str | None) -> None:
        self.sheet, self.before, self.printed = sheet, before, printed
        self.words, self.words_before = words

    def grid(self) -> Grid:
        name = "printed" if self.printed is not None else self.sheet.name
        values = {} if self.printed is None else {"label": self.printed}
        lines = tuple(self._lines())
        labelled = any(LABEL in line.cells for line in lines)
        columns = [Column(LABEL, "text", self.words.word("explained"))] if labelled else []
        figures = [column for column in self.sheet.columns if column not in SOURCE]
        columns += [self._column(column, self.words) for column in figures]
        columns += [self._previous(column) for column in self._compared()]
        columns += [self._column(column, self.words) for column in self.sheet.columns if column in SOURCE]
        return Grid(
            self.sheet.name,
            self.words.text("sheets", name, "title", **values),
            self.words.text("sheets", name, "help"),
            tuple(columns),
            lines,
            self.sheet.name in REQUIRED,
        )

    def _column(self, column: str, words: Words) -> Column:
        kind = words.kind("columns", column)
        label = dict.fromkeys(words.word("mnok"), column) if column.isdecimal() else words.text("columns", column)
        return Column(column, kind, label, words.word("mnok") if kind == "mnok" else {})

    def _previous(self, column: str) -> Column:
        known = self._column(column, self.words_before)
        texts = {language: known.label.get(language, column) for language in self.words.word("mnok")}
        label = {language: self.words.word("previous", label=text)[language] for language, text in texts.items()}
        return Column(f"{PREVIOUS}{column}", known.kind, label, known.unit)

    def _compared(self) -> list[str]:
        """The columns whose figures the baseline before has too."""
        if self.before is None or self.sheet.name == "measures":
            return []
        if self.sheet.name in FIXED:
            return ["value"]
        return [
            column
            for column in self.sheet.columns
            if column in self.before.columns and self.words.kind("columns", column) in COMPARED
        ]

    def _lines(self) -> Iterator[Line]:
        for row, cells in self.sheet.rows.items():
            yield Line(row, {**self._label(row), **self._inputs(row, cells), **self._before(row)})
        if self.sheet.name == "measures" and self.before is not None:
            yield from self._measures_before(self.before)
        spare = 0 if self.sheet.name in FIXED else ROOM.get(self.sheet.name, ROOM_PRINTED)
        for number in range(spare):
            yield Line(f"{SPARE}{number}", self._inputs("", dict.fromkeys(self.sheet.columns, "")), is_open=True)

    def _label(self, row: str) -> dict[str, Cell]:
        """What a row is called, where its id does not say it."""
        is_fact = self.sheet.name in FIXED
        said: Said = self.words.text("facts", row) if is_fact else self.words.text("rows", row.rpartition(".")[2])
        return {LABEL: Cell(joined(said, "\n" if is_fact else " · "), "label")} if said else {}

    def _inputs(self, row: str, cells: Mapping[str, str]) -> dict[str, Cell]:
        return {column: self._input(row, column, cells.get(column, "")) for column in self.sheet.columns}

    def _input(self, row: str, column: str, text: str) -> Cell:
        kind = self.words.kind("columns", column)
        if self.sheet.name in FIXED and column == "value":
            kind = self.words.kind("facts", row)
        if kind not in (*NUMBERS, "when") or not (text == "" or PRINTED_NUMBER.fullmatch(text)):
            return Cell(text, "input", kind)
        return Cell(float(text) if text else "", "input", kind, self._decimals(row, column, text), self._is_exact(kind))

    def _is_exact(self, kind: str) -> bool:
        return self.printed is not None and kind == "mnok"

    def _decimals(self, row: str, column: str, text: str) -> int | None:
        """The fewest decimals a number is shown with, so that it is read again as it was written."""
        if text:
            return decimals(text) if self.printed is not None or decimals(text) else None
        if self.words.kind("columns", column) != "mnok":
            return None
        return ENTERED if self.printed is None else self._decimals_before(row)

    def _decimals_before(self, row: str) -> int:
        """The decimals that a printed row had in the baseline before."""
        cells = self.before.rows.get(row, {}).values() if self.before is not None else ()
        return max((decimals(text) for text in cells if PRINTED_NUMBER.fullmatch(text)), default=ENTERED)

    def _before(self, row: str) -> dict[str, Cell]:
        """What the baseline before had, beside."""
        if self.before is None:
            return {}
        cells = self.before.rows.get(row, {})
        return {
            f"{PREVIOUS}{column}": _shown(cells.get(column, ""), self._input(row, column, cells.get(column, "")))
            for column in self._compared()
        }

    def _measures_before(self, before: Sheet) -> Iterator[Line]:
        """The measures of the baseline before, not read until somebody takes the mark off their id."""
        for row, cells in before.rows.items():
            shown = {column: _shown(cells.get(column, ""), cell) for column, cell in self._inputs(row, cells).items()}
            yield Line(f"_{row}", shown, is_open=True)


def _shown(text: str, cell: Cell) -> Cell:
    content = "" if text == "" else cell.content
    return Cell(content, "previous", cell.kind, cell.decimals, exact=False)
