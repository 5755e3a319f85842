"""The workbook that a baseline is filled in with: a sheet per table, with the baseline before beside.

It stands on ``baseline`` and knows nothing of scenarios: what adds up in it are the tables' own sums.
"""

from io import BytesIO

from model.reading.sheets import Sheets
from model.template.front import write_front
from model.template.next_year import next_year, offered
from model.template.styles import Styles
from model.template.sums import with_sums
from model.template.tables import grids
from model.template.words import Words
from model.template.writing import write_grid

__all__ = ["template"]


def template(sheets: Sheets, filled: bool) -> bytes:
    """A workbook (XLSX) laid out as these sheets, with their own figures, or empty and moved one year on.

    Where it is empty, the figures of ``sheets`` stand beside as those of the baseline before.
    """
    import xlsxwriter  # here, for it is wanted for workbooks only

    shown = offered(sheets) if filled else next_year(sheets)
    words, before = Words(_years(shown)), None if filled else offered(sheets)
    tables = with_sums(grids(shown, before, words, Words(_years(sheets))), words.years["first"], words)
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        styles = Styles(book, words)
        write_front(book, tables, words, styles, filled)
        for grid in tables.values():
            write_grid(book, grid, tables, styles)
    return buffer.getvalue()


def _years(sheets: Sheets) -> dict[str, int]:
    """The years that the texts name."""
    base, last = (int(sheets["baseline"].rows[name]["value"]) for name in ("base_year", "last_year"))
    return {"base": base, "first": base + 1, "last": last}
