"""The workbook: a sheet per table, and the model in live formulas over levers in named cells.

It may know the contents, and the model's published figures, fields and measures, which the formulas are written from.
"""

from datetime import UTC
from io import BytesIO

from exports.contents import sections
from exports.language import marked_workbook
from exports.subject import Subject
from exports.workbook import bridge_sheet, front, levers, model_sheet, own_sheet, project_sheet, results, tables
from exports.workbook.book import Book

__all__ = ["workbook"]


def workbook(of: Subject) -> bytes:
    """An Excel file: front, what one pays, levers, results, bridge, model, projects if any, then tables."""
    import xlsxwriter  # here, for it is wanted for workbooks only

    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as file:
        file.set_properties(
            {
                "title": f"{of.texts('app.short_title')} {of.context.scenario}",
                "subject": of.provenance,
                "keywords": " ".join(f"{name}={value}" for name, value in of.stamps.items() if name != "link"),
                "comments": of.link,
                "created": of.created.astimezone(UTC).replace(tzinfo=None),
            }
        )
        book = Book.of(file, of)
        for write in (front, own_sheet, levers, results, bridge_sheet, model_sheet, project_sheet):
            write.sheet(book)
        tables.sheets(book, sections(of))
        book.calculate()
        book.protect()
    return marked_workbook(buffer.getvalue(), of.texts.language)
