"""The first sheet: what the workbook holds, of which scenario, and whether it agrees with the tool."""

from exports.contents import sections
from exports.workbook.book import Book


def sheet(book: Book) -> None:
    """Headline, key figures, what differs, and what every file carries."""
    subject, texts = book.subject, book.texts
    page = book.add(texts("export.sheet_front"), 44, 30, 70)
    page.write(0, 0, subject.context.scenario, book.formats["title"])
    page.write(1, 0, subject.provenance, book.formats["muted"])
    page.write(3, 0, texts("export.check_head"), book.formats["bold"])
    page.write_formula(3, 1, "=check", book.formats["bold"])
    page.write(4, 0, texts("calculation.workbook_hint", sheet=book.grid.sheet), book.formats["muted"])
    row = 5
    for section in sections(subject):
        if not section.key_figures and not section.printed:
            continue
        page.write(row, 0, section.title, book.formats["head"])
        row += 1
        for sentence in section.sentences:
            page.write(row, 0, sentence)
            row += 1
        for key in section.key_figures:
            for column, words in enumerate((key.label, key.value, key.note)):
                page.write(row, column, words)
            row += 1
        for table in section.printed:
            for cells in (table.header, *table.rows):
                for column, words in enumerate(cells[:3]):
                    page.write(row, column, words)
                row += 1
        row += 1
    for name, value in subject.stamps.items():
        page.write(row, 0, name, book.formats["muted"])
        page.write(row, 1, value)
        row += 1
