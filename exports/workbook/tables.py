"""A sheet for each table of the contents, with units as number formats, a filter and frozen heads."""

from collections.abc import Iterable

from exports.sections.section import Section
from exports.tables import TEXTS, DataTable, Value
from exports.workbook.book import Book, head_height

WIDEST = 48  # letters


def sheets(book: Book, sections: Iterable[Section]) -> None:
    """The tables of every section, in the order of the contents."""
    for section in sections:
        for table in section.data:
            _sheet(book, table)


def _sheet(book: Book, table: DataTable) -> None:
    widths = [_width(column.label, (row[at] for row in table.rows)) for at, column in enumerate(table.columns)]
    prices = table.prices or book.subject.context.prices
    page = book.add(book.texts(f"export.tab_{table.name}"), *widths, prices=table.prices)
    page.write(0, 0, table.title, book.formats["title"])
    page.write(1, 0, book.subject.provenance_in(prices), book.formats["muted"])
    page.set_row(3, head_height((column.label for column in table.columns), widths))
    for at, column in enumerate(table.columns):
        page.write(3, at, column.label, book.formats["head" if column.unit in TEXTS else "head_right"])
    for row, values in enumerate(table.rows, start=4):
        for at, (value, column) in enumerate(zip(values, table.columns, strict=True)):
            if value not in (None, ""):
                page.write(row, at, value, book.formats[column.unit])
    page.freeze_panes(4, 0)
    if table.rows:
        page.autofilter(3, 0, 3 + len(table.rows), len(table.columns) - 1)


def _width(label: str, values: Iterable[Value]) -> float:
    """Wide enough for most: numbers 13, texts as long as they are."""
    longest = max((len(value) for value in values if isinstance(value, str)), default=12)
    return float(min(WIDEST, max(13, longest + 1, len(label) / 2)))
