"""The levers: every number of the scenario in a named cell, with its limits, and what was exported beside it."""

import re
from typing import Any

from charts.words.prices import current_prices, fixed_prices
from charts.words.settings import is_share, label, shown
from exports.workbook.book import Book, Page, quoted
from model.scenario.fields import LAW, START, Limits, limits
from texts.numbers import FINEST

FIRST_ROW = 4  # from 0
VALUE, EXPORTED = 1, 2
CHOICES = 7  # a column out of sight
FIXED_PRICES, EMBEDDED_MARGIN, CHANGED = "fixed_prices", "embedded_margin", "changed_levers"
PRICE_BASIS = "price_basis"
SWITCH = {"validate": "list", "source": f"=$H${FIRST_ROW + 1}:$H${FIRST_ROW + 2}"}
"""A switch takes one of two cells with real values: in a Norwegian Excel the words TRUE and FALSE would be text."""


def cell_name(path: str) -> str:
    """The name of a lever's cell: ``risk_margin``, ``measures_sikkerhet_enabled``; ids may hold other signs."""
    return re.sub(r"\W", "_", path)


def sheet(book: Book) -> None:
    """A row for each lever; a cell that follows another holds a formula until something is typed."""
    texts, scenario = book.texts, book.subject.question.scenario
    title = texts("export.sheet_levers")
    page = book.add(title, 62, 14, 14, 14, 14, 44)
    page.write(0, 0, title, book.formats["title"])
    page.write(1, 0, texts("export.levers_how"), book.formats["muted"])
    heads = ("setting", "value", "exported", "lowest", "highest", "cell_name")
    for column, head in enumerate(heads):
        style = book.formats["head_right" if 0 < column < 5 else "head"]
        page.write(FIRST_ROW - 1, column, texts(f"export.{head}"), style)
    page.freeze_panes(FIRST_ROW, 0)
    for at, choice in enumerate((True, False)):
        page.write(FIRST_ROW + at, CHOICES, choice)
    page.set_column(CHOICES, CHOICES, None, None, {"hidden": True})
    row = FIRST_ROW
    for path, limit in limits(book.baseline).items():
        value = scenario.value(path)
        _lever(book, page, row, path, limit, 0 if value is None else value)
        row += 1
    book.define(FIXED_PRICES, title, row)
    page.write(row, 0, texts("export.fixed_prices", base_year=book.baseline.base_year))
    for column in (VALUE, EXPORTED):
        page.write(row, column, book.subject.answer.is_fixed, book.formats["input"])
    page.write(row, 5, FIXED_PRICES, book.formats["name"])
    page.data_validation(row, VALUE, row, VALUE, SWITCH)
    page.print_area(0, 0, row + 4, 5)
    _changes(book, page, title, row)


def _lever(book: Book, page: Page, row: int, path: str, limit: Limits, value: Any) -> None:
    """One lever: its name, its cell, the exported value, the limits."""
    book.define(cell_name(path), book.texts("export.sheet_levers"), row)
    share = is_share(path, book.baseline)
    page.write(row, 0, label(path, book.baseline, book.texts))
    style = book.formats["input_share" if share else "input"]
    page.write(row, EXPORTED, value, book.formats["share" if share else "text"])
    follows = path.startswith("by_solution.") and path not in book.subject.question.scenario.departures()
    if follows:
        page.write_formula(row, VALUE, f"={path.rsplit('.', maxsplit=1)[-1]}", style)
    else:
        page.write(row, VALUE, value, style)
    if limit.kind == "boolean":
        page.data_validation(row, VALUE, row, VALUE, SWITCH)
    else:
        page.write_row(row, 3, [limit.low, limit.high], book.formats["share" if share else "text"])
        rule = {"validate": "integer" if limit.kind == "integer" else "decimal", "criteria": "between"}
        page.data_validation(row, VALUE, row, VALUE, {**rule, "minimum": limit.low, "maximum": limit.high})
    page.write(row, 5, cell_name(path), book.formats["name"])


def _changes(book: Book, page: Page, title: str, last: int) -> None:
    """The embedded margin, how many levers differ from what was exported, and the price basis in words."""
    page.write(last + 2, 0, book.texts("export.embedded_margin"))
    page.write(last + 2, VALUE, book.baseline.embedded_margin, book.formats["share"])
    book.define(EMBEDDED_MARGIN, title, last + 2)
    both = f"$B${FIRST_ROW + 1}:$B${last + 1}", f"$C${FIRST_ROW + 1}:$C${last + 1}"
    page.write(last + 3, 0, book.texts("export.changed_levers"))
    page.write_formula(last + 3, VALUE, f"=SUMPRODUCT(({both[0]}<>{both[1]})*1)")
    book.define(CHANGED, title, last + 3)
    page.write(last + 4, 0, book.texts("export.price_basis"))
    page.write_formula(last + 4, VALUE, _price_basis(book))
    book.define(PRICE_BASIS, title, last + 4)
    if is_from_law(book):  # it is no number, and the formulas are those of what was exported
        page.write(last + 5, 0, label(START, book.baseline, book.texts))
        page.write(last + 5, VALUE, shown(START, LAW, book.baseline, book.texts))


def is_from_law(book: Book) -> bool:
    """Whether the first year is as the regulation has set it."""
    return book.subject.question.scenario.start == LAW


def _price_basis(book: Book) -> str:
    """The price basis as titles say it, by the switch and the price growth as they are set in the workbook."""
    texts, scenario = book.texts, book.subject.question.scenario
    before, after = current_prices(scenario, "\n", texts).split("\n")
    percent = texts.percent(0).lstrip("0,.")
    decimals = str(FINEST)
    for count in range(FINEST - 1, 0, -1):  # as ``own_decimals``
        decimals = f"IF(ROUND(100*index_rate,{count})=ROUND(100*index_rate,{FINEST}),{count},{decimals})"
    growth = f"{quoted(before)}&FIXED(100*index_rate,{decimals})&{quoted(percent + after)}"
    fixed = quoted(fixed_prices(scenario, texts))
    without = FIXED_PRICES if is_from_law(book) else f"OR({FIXED_PRICES},index_rate=0)"
    return f"=IF({without},{fixed},{growth})"
