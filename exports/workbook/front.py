"""The first sheet: what the workbook holds, of which scenario, in live figures, and whether it agrees with the tool."""

import re

from charts.records.figure import Table
from charts.words.headline import headline
from exports.contents import sections
from exports.sections.section import Section
from exports.workbook.book import Book, Page, head_height, quoted
from exports.workbook.levers import PRICE_BASIS
from exports.workbook.results import QUANTITIES

MARKS = {"need": "\x01", "amount": "\x02", "percent": "\x03"}
"""What stands for a number in the headline until it is a formula."""

WIDTHS = (44.0, 30.0, 70.0)  # of the columns, letters
WIDTH = sum(WIDTHS)
TENTH = 0.05  # MNOK
SHORT = "short"
"""The section whose headline and key figures stand here as formulas."""


def sheet(book: Book) -> None:
    """Headline and levels by formula, what differs, and what every file carries."""
    subject, texts = book.subject, book.texts
    page = book.add(texts("export.sheet_front"), *WIDTHS)
    page.write(0, 0, subject.context.scenario, book.formats["title"])
    page.write(1, 0, subject.provenance, book.formats["muted"])
    page.write(3, 0, texts("export.check_head"), book.formats["bold"])
    page.write_formula(3, 1, "=check", book.formats["bold"])
    page.write(4, 0, texts("calculation.workbook_hint", sheet=book.grid.sheet), book.formats["muted"])
    row = _live(book, page, 6)
    for section in sections(subject):
        if section.key_figures or section.printed:
            row = _section(book, page, section, row)
    for name, value in subject.stamps.items():
        page.write(row, 0, name, book.formats["muted"])
        page.write(row, 1, value)
        row += 1


def _live(book: Book, page: Page, row: int) -> int:
    """The headline and the levels of the year as the levers of the workbook have them; and the row after them."""
    texts, year, grid = book.texts, book.subject.question.year, book.grid
    page.write(row, 0, texts("export.live_front"), book.formats["head"])
    page.write_formula(row, 1, f"={PRICE_BASIS}", book.formats["head"])
    page.write_formula(row + 1, 0, f"={_headline(book)}", book.formats["bold"])
    for at, quantity in enumerate(QUANTITIES, start=row + 2):
        words = texts("export.live_amount", quantity=texts(f"export.quantity_{quantity}"), year=year)
        page.write(at, 0, words)
        page.write_formula(
            at, 1, f"={grid.sum(year, quantity)}/{grid.there(year, 'deflator')}", book.formats["mnok_left"]
        )
    return row + 3 + len(QUANTITIES)


def _headline(book: Book) -> str:
    """How much the need differs, as a formula; what the law has set is as it was exported."""
    context, texts, year = book.subject.context, book.texts, book.subject.question.year
    if context.is_set_by_law:
        return quoted(headline(context))
    need = f"{book.grid.sum(year, 'financing_need')}/{book.grid.there(year, 'deflator')}"
    charged, _ = book.fixed.reference_charged
    reference = f"({charged.need(year)!r}*{book.live_index(year)})"
    change = f"({need}-{reference})"
    numbers = {
        MARKS["need"]: f"FIXED({need},1)",
        MARKS["amount"]: f"FIXED(ABS({change}),1)",
        MARKS["percent"]: f"FIXED(100*ABS({change})/{reference},1)&{quoted(texts.percent(0).lstrip('0,.'))}",
    }
    same, up, down = (_written(book, f"headline.{direction}", numbers) for direction in ("same", "up", "down"))
    return f"IF(ABS({change})<{TENTH},{same},IF({change}>0,{up},{down}))"


def _written(book: Book, key: str, numbers: dict[str, str]) -> str:
    """A sentence with its numbers worked out by formulas."""
    context = book.subject.context
    words = book.texts(key, year=book.subject.question.year, reference=context.the_reference, **MARKS)
    parts = re.split(f"([{''.join(numbers)}])", words)
    return "&".join(numbers.get(part) or quoted(part) for part in parts if part)


def _section(book: Book, page: Page, section: Section, row: int) -> int:
    """What a section says and shows, as it was exported; and the row after it. What is live is not repeated."""
    is_live = section.name == SHORT
    page.write(row, 0, book.texts("export.front_part", title=section.title), book.formats["bold"])
    row += 1
    for sentence in section.sentences[is_live:]:
        page.merge_range(row, 0, row, 2, "", book.formats["wrapped"])
        page.write(row, 0, sentence, book.formats["wrapped"])
        page.set_row(row, head_height([sentence], [WIDTH]))
        row += 1
    for key in section.key_figures:
        for column, words in enumerate((key.label, key.value, key.note)):
            page.write(row, column, words, book.formats["wrapped"])
        page.set_row(row, head_height((key.label, key.value, key.note), WIDTHS))
        row += 1
    for table in filter(_fits, section.printed):
        for at, cells in enumerate((table.header, *table.rows)):
            for column, words in enumerate(cells):
                page.write(row, column, words, book.formats["wrapped" if at else "head"])
            page.set_row(row, head_height(cells, WIDTHS[: len(cells)]))
            row += 1
    return row + 1


def _fits(table: Table) -> bool:
    """Whether a table has room on the sheet; wider ones stand on their own."""
    return len(table.header) <= len(WIDTHS)
