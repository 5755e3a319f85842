"""A workbook (XLSX) as sheets: the same tables with ids as a folder's, with every fault of the file told at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.making import REQUIRED, baseline_of
from model.reading.cell_notes import cell_notes
from model.reading.faults import SheetError, SheetsError
from model.reading.sheet_cells import Cells, SheetCells
from model.reading.sheets import UNREAD, Sheet, Sheets
from model.reading.workbook import (
    FORMATS,
    LARGEST_SHEET,
    LARGEST_UNPACKED,
    WorkbookError,
    counted_parts,
    has_macros,
    packed_parts,
)

LARGEST_WORKBOOK: Final = 5_000_000
"""Bytes: a filled one has about a hundred thousand."""

MOST_CELLS: Final = 2 * LARGEST_SHEET
"""Rows × columns of all sheets together."""

ZIP: Final = b"PK\x03\x04"
OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0"
"""How a workbook of before 2007 begins, and a new one with a password."""

REFUSED: Final[Mapping[str, Mapping[str, object]]] = {
    "size": {"high": LARGEST_WORKBOOK // 1_000_000},
    "workbook_size": {"high": LARGEST_UNPACKED // 1_000_000, "all_cells": MOST_CELLS, "cells": LARGEST_SHEET},
}
"""What is allowed, where it is a measure, by what is wrong with the file as a whole."""

KNOWN: Final = (*REQUIRED, "groups", "measures", "moved", "law", "keys", "levels", "tables")
"""The sheets that have a name of their own; beside them are the printed tables."""
LAYOUT: Final = "tables"
"""The sheet that lists the printed tables, each of which is a sheet too."""

WORDED: Final = ("groups",)
"""Optional sheets that hold words alone; any other without a number has not been filled in, and is left out."""


@dataclass(frozen=True, slots=True)
class WorkbookSheets:
    """The sheets of a workbook that hold anything, and every fault of theirs; a cell at fault reads as blank."""

    sheets: Sheets
    faults: tuple[SheetError, ...]


def workbook_sheets(content: bytes) -> WorkbookSheets:
    """The sheets of a workbook's bytes. A file that cannot be read at all is one fault and no sheets."""
    try:
        return _sheets(content)
    except WorkbookError as error:
        return WorkbookSheets({}, (_of_file(str(error)),))


def _sheets(content: bytes) -> WorkbookSheets:
    _check_kind(content)
    try:
        parts = counted_parts(content, (FORMATS,))
        notes = cell_notes(parts)
        rows = _rows(packed_parts(parts))
    except WorkbookError:
        raise
    except Exception as error:  # what is damaged ends in any of the errors of three readers
        raise WorkbookError("workbook") from error
    printed = {str(cells[0]) for cells in rows.get(LAYOUT, [])[1:] if cells}
    readings = {
        name: SheetCells(name, lines, notes.get(name), name in printed and name not in KNOWN)
        for name, lines in rows.items()
        if any(cell != "" for cells in lines for cell in cells)
    }
    faults = [fault for reading in readings.values() for fault in reading.faults]
    unknown = [name for name in readings if name not in KNOWN and name not in printed]
    faults += [SheetError(name, None, None, "unknown_sheet", names=", ".join(KNOWN)) for name in unknown]
    sheets = {name: reading.sheet for name, reading in readings.items() if name not in unknown}
    return WorkbookSheets(_filled(sheets), tuple(faults))


def _of_file(problem: str) -> SheetError:
    return SheetError("", None, None, problem, **REFUSED.get(problem, {}))


def _check_kind(content: bytes) -> None:
    """Raises WorkbookError for what is no workbook that may be read."""
    if len(content) > LARGEST_WORKBOOK:
        raise WorkbookError("size")
    if content.startswith(OLD_WORKBOOK):
        raise WorkbookError("old_workbook")
    if not content.startswith(ZIP):
        raise WorkbookError("not_offered")
    try:
        with_macros = has_macros(content)
    except Exception as error:
        raise WorkbookError("workbook") from error
    if with_macros:
        raise WorkbookError("macros")


def _rows(content: bytes) -> dict[str, list[Cells]]:
    """The cells of each worksheet by its name, hidden ones too, from the first row and column on.

    Raises WorkbookError where all of them together are too many, for empty cells take room too.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum  # here, for only a workbook needs it

    book = CalamineWorkbook.from_filelike(BytesIO(content))
    found: dict[str, list[Cells]] = {}
    room = MOST_CELLS
    for each in book.sheets_metadata:
        if each.typ == SheetTypeEnum.WorkSheet and not each.name.startswith(UNREAD):
            sheet = book.get_sheet_by_name(each.name)
            room -= sheet.total_height * sheet.total_width
            if room < 0:
                raise WorkbookError("workbook_size")
            found[each.name] = [*sheet.to_python(skip_empty_area=False)]
    return found


def _filled(sheets: Mapping[str, Sheet]) -> dict[str, Sheet]:
    """The sheets without the optional ones that have not been filled in, and without their lines in the layout."""
    kept = {name: each for name, each in sheets.items() if name in (*REQUIRED, *WORDED, LAYOUT) or _has_a_number(each)}
    if LAYOUT in kept:
        layout = kept[LAYOUT]
        rows = {row: cells for row, cells in layout.rows.items() if row in kept or row not in sheets}
        kept[LAYOUT] = Sheet(LAYOUT, layout.columns, rows)
        if not rows:
            del kept[LAYOUT]
    return kept


def _has_a_number(sheet: Sheet) -> bool:
    return any(_is_number(text) for cells in sheet.rows.values() for text in cells.values())


def _is_number(text: str) -> bool:
    try:
        float(text)
        return True
    except ValueError:
        return False


def workbook_baseline(content: bytes) -> Baseline:
    """The baseline that a workbook's bytes hold. Raises SheetsError with every fault, those of the file first."""
    return baseline_of_workbook(workbook_sheets(content))


def baseline_of_workbook(found: WorkbookSheets) -> Baseline:
    """The baseline of a workbook's sheets. Raises SheetsError with every fault, those of the file first."""
    if not found.sheets:
        raise SheetsError(found.faults or (_of_file("nothing_filled_in"),))
    made: Baseline | None = None
    further: tuple[SheetError, ...] = ()
    try:
        made = baseline_of(found.sheets)
    except SheetsError as error:
        further = error.faults
    places = {(fault.sheet, fault.row, fault.column) for fault in found.faults}
    faults = (*found.faults, *(fault for fault in further if (fault.sheet, fault.row, fault.column) not in places))
    if made is None or faults:
        raise SheetsError(faults)
    return made
