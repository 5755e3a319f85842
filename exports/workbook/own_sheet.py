"""What one municipality or RHF pays, in live kroner: its number is typed into a cell, and the levers are the book's."""

from typing import Final

from exports.workbook import own_keys
from exports.workbook.book import Book, Page, quoted
from exports.workbook.grid import address
from exports.workbook.levers import PRICE_BASIS
from exports.workbook.own_keys import GROUP, ID, NAME, PEOPLE, QUALITY, OwnKeys
from model.baseline.axes import NOK_PER_MNOK

NUMBER, PLACE = "our_number", "our_place"
"""The cell that a number is typed into, and the one that says which row of the keys is its own; 0 for none."""

NUMBER_ROW, PLACE_ROW, FIRST_ROW = 3, 8, 11  # from 0
FACTS: Final = (
    ("ours_name", NAME, "bold_left"),
    ("ours_group", GROUP, "left"),
    ("ours_people", PEOPLE, "persons_left"),
    ("quality", QUALITY, "left"),
)
FOUR: Final = 4  # digits of a municipality's number; a sheet that takes it for an amount leaves out the first 0
SUMMED: Final = (
    ("solution.sum", "nok_sum"),
    ("export.ours_reference", "nok"),
    ("figure.difference", "nok_change"),
    ("export.ours_percent", "percent_change"),
    ("export.ours_each", "kroner"),
    ("export.ours_each_reference", "kroner"),
    ("export.ours_each_difference", "kroner_change"),
)
"""The rows under the solutions: what they are called, and what their figures look like."""


def sheet(book: Book) -> None:
    """The cell, who it is, and the years; and the sheet of the shares after it."""
    texts, title, keys = book.texts, book.texts("export.sheet_ours"), OwnKeys(book)
    page = book.add(title, 46, *[15] * len(book.grid.years))
    page.write(0, 0, title, book.formats["title"])
    page.write(1, 0, texts("export.ours_how"), book.formats["muted"])
    page.write(NUMBER_ROW, 0, texts("export.ours_number"), book.formats["bold"])
    page.write(NUMBER_ROW, 1, book.subject.question.us or keys.members[0][1].id, book.formats["input_text"])
    book.define(NUMBER, title, NUMBER_ROW)
    for row, (name, column, style) in enumerate(FACTS, start=NUMBER_ROW + 1):
        page.write(row, 0, texts(f"export.{name}"))
        found = f"=IF({PLACE}=0,{quoted(texts('export.ours_unknown'))},{_of_us(keys, column, '1')})"
        page.write_formula(row, 1, found, book.formats[style])
    page.write(PLACE_ROW, 0, texts("export.ours_place"), book.formats["muted"])
    typed = f'IF(LEN({NUMBER})<{FOUR},"0"&{NUMBER},{NUMBER}&"")'
    page.write_formula(PLACE_ROW, 1, f"=IFERROR(MATCH({typed},{keys.cells(ID)},0),0)", book.formats["muted_left"])
    book.define(PLACE, title, PLACE_ROW)
    page.write_formula(FIRST_ROW - 1, 0, f"={quoted(texts('export.ours_pays'))}&{PRICE_BASIS}", book.formats["bold"])
    _solutions(keys, page)
    _sums(keys, page)
    page.freeze_panes(FIRST_ROW + 1, 1)
    own_keys.write(keys)


def _solutions(keys: OwnKeys, page: Page) -> None:
    """A row for each solution, under the years."""
    book = keys.book
    page.write(FIRST_ROW, 0, book.texts("view.solution"), book.formats["head"])
    page.write_row(FIRST_ROW, 1, [str(year) for year in book.grid.years], book.formats["head_right"])
    for place, solution in enumerate(book.grid.solutions):
        page.write(FIRST_ROW + 1 + place, 0, book.subject.solution_name(solution))
        for at in range(len(book.grid.years)):
            page.write_formula(FIRST_ROW + 1 + place, 1 + at, f"={_amount(keys, place, at)}", book.formats["nok"])


def _sums(keys: OwnKeys, page: Page) -> None:
    """What they come to, against the reference, and the same for each inhabitant."""
    book, top = keys.book, FIRST_ROW + 1 + len(keys.book.grid.solutions)
    for offset, (name, style) in enumerate(SUMMED):
        words = book.texts(name, reference=book.subject.context.reference)
        page.write(top + offset, 0, words, book.formats["bold" if style in ("nok_sum", "kroner_change") else "text"])
    for at, year in enumerate(book.grid.years):
        paid, reference, change, _, each, each_reference, _ = (
            address(top + offset, 1 + at) for offset in range(len(SUMMED))
        )
        people = f"MAX(1,{_of_us(keys, PEOPLE)})"
        formulas = (
            f"SUM({address(FIRST_ROW + 1, 1 + at)}:{address(top - 1, 1 + at)})",
            f"{_of_us(keys, keys.first_reference + at)}*{book.live_index(year)}",
            f"ROUND({paid}-{reference},2)",
            f"{change}/MAX(1,{reference})",
            f"{paid}/{people}",
            f"{reference}/{people}",
            f"{each}-{each_reference}",
        )
        for offset, ((_, style), formula) in enumerate(zip(SUMMED, formulas, strict=True)):
            page.write_formula(top + offset, 1 + at, f"={formula}", book.formats[style])


def _amount(keys: OwnKeys, solution: int, at: int) -> str:
    """Kroner, to the øre: the need of a solution × the share; of a year that the law has set, the need that it set."""
    book, year = keys.book, keys.book.grid.years[at]
    need = f"{book.grid.there(year, 'financing_need', solution)}/{book.grid.there(year, 'deflator')}"
    if keys.is_set and at == 0:
        need = f"{float(book.fixed.charged[0].financing_need[0, solution, 0])!r}*{book.live_index(year)}"
    return f"ROUND({need}*{_of_us(keys, keys.column(solution, at))}*{int(NOK_PER_MNOK)},2)"


def _of_us(keys: OwnKeys, column: int, unknown: str = "0") -> str:
    """What stands in a column of the keys for the number that is typed; ``unknown`` where there is none such."""
    return f"IF({PLACE}=0,{unknown},INDEX({keys.cells(column)},MAX(1,{PLACE})))"
