"""The cells of the first visible sheet of a workbook (XLSX)."""

from collections.abc import Sequence
from io import BytesIO

from model.reading.workbook import WorkbookError, counted_workbook

SheetRow = Sequence[object]


def sheet_rows(content: bytes) -> tuple[list[SheetRow], str]:
    """The rows of the first visible sheet with cells, and its name where several are visible, else "".

    Rows are counted from the sheet's first, empty ones too. Raises WorkbookError.
    """
    try:
        return _visible_rows(counted_workbook(content))
    except WorkbookError:
        raise
    except Exception as error:  # what is damaged ends in any of the errors of three readers
        raise WorkbookError("workbook") from error


def _visible_rows(content: bytes) -> tuple[list[SheetRow], str]:
    # here, for only a workbook needs it
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(BytesIO(content))
    shown = (SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible)
    sheets = [at for at, sheet in enumerate(book.sheets_metadata) if (sheet.typ, sheet.visible) == shown]
    for at in sheets:
        sheet = book.get_sheet_by_index(at)
        rows = sheet.to_python(skip_empty_area=False)
        if any(cell != "" for row in rows for cell in row):
            return [*rows], sheet.name if len(sheets) > 1 else ""
    raise WorkbookError("empty" if len(sheets) == len(book.sheet_names) else "no_visible")
