"""The bridge of a year in live formulas: what each component is, and what it is in the tallgrunnlag."""

from collections.abc import Iterable
from typing import Final

from charts.bridges.bridge import ALL, TOTALS, component_name
from exports.workbook.book import Book, Page, head_height, quoted
from exports.workbook.bridge_charts import NAME_WIDTH, WIDTH, Place, charts
from exports.workbook.grid import address
from exports.workbook.levers import PRICE_BASIS
from model import COMPONENTS
from model.baseline.axes import STATE_FUNDING

FIRST_ROW = 4  # from 0
AMOUNT, REFERENCE, DIFFERENCE = 1, 2, 3
WIDTHS: Final = (NAME_WIDTH, *[WIDTH] * 9)
YEAR = "bridge_year"


def sheet(book: Book) -> None:
    """A year to choose, a row per component, and the charts of them."""
    texts, years = book.texts, book.grid.years
    title = texts("export.sheet_bridge")
    page = book.add(title, *WIDTHS)
    context = book.subject.context
    heads = (texts("export.bar_component"), context.scenario, context.reference, texts("figure.difference"))
    page.set_row(FIRST_ROW - 1, head_height(heads, WIDTHS[: len(heads)]))
    page.write_formula(0, 0, f"={_title(book)}", book.formats["title"])
    page.write(1, 0, texts("export.bridge_how"), book.formats["muted"])
    page.write(2, 0, texts("view.year"), book.formats["bold"])
    page.write(2, 1, book.subject.question.year, book.formats["input"])
    page.data_validation(2, 1, 2, 1, {"validate": "list", "source": list(years)})
    book.define(YEAR, title, 2)
    for column, head in enumerate(heads):
        page.write(FIRST_ROW - 1, column, head, book.formats["head_right" if column else "head"])
    for at, component in enumerate(COMPONENTS):
        _row(book, page, FIRST_ROW + at, component)
    places = [Place(FIRST_ROW + at, component in TOTALS) for at, component in enumerate(COMPONENTS)]
    charts(book, page, places, (AMOUNT, REFERENCE))


def _row(book: Book, page: Page, row: int, component: str) -> None:
    """A component: its amount in the year, the reference's, and how much it differs."""
    _name(book, page, row, component)
    style = book.formats["mnok" if component in TOTALS else "mnok_change"]
    years = book.grid.years
    page.write_formula(row, AMOUNT, f"={_of_year(book, (_amount(book, component, year) for year in years))}", style)
    reference = (_reference(book, component, at) for at in range(len(years)))
    page.write_formula(row, REFERENCE, f"={_of_year(book, reference)}", style)
    difference = f"={address(row, AMOUNT)}-{address(row, REFERENCE)}"
    page.write_formula(row, DIFFERENCE, difference, book.formats["mnok_change"])


def _name(book: Book, page: Page, row: int, component: str) -> None:
    """Writes what the component is called in the chosen year."""
    names = [component_name(component, year, book.baseline, book.texts) for year in book.grid.years]
    style = book.formats["bold" if component in TOTALS else "text"]
    if len(set(names)) == 1:
        page.write(row, 0, names[0], style)
    else:
        page.write_formula(row, 0, f"={_of_year(book, map(quoted, names))}", style)


def _title(book: Book) -> str:
    """What the bridge shows in the chosen year and prices, as a formula."""
    titles = (quoted(_what(book, year)) for year in book.grid.years)
    return f'{_of_year(book, titles)}&" · "&{PRICE_BASIS}'


def _what(book: Book, year: int) -> str:
    key = "bridge.title_first" if year == book.baseline.first_year else "bridge.title_cost"
    return f"{book.texts(key, previous=year - 1, year=year)} · {book.subject.solution_name(ALL)}"


def _of_year(book: Book, by_year: Iterable[str]) -> str:
    """That of the chosen year, of a formula for each year."""
    return f"CHOOSE({YEAR}-{book.grid.years[0] - 1},{','.join(by_year)})"


def _amount(book: Book, component: str, year: int) -> str:
    """A component's amount in a year, all solutions, in the chosen prices."""
    grid, fixed = book.grid, "fixed_prices"
    deflator = grid.there(year, "deflator")
    if component == "indexation":
        return f"IF({fixed},0,{grid.sum(year, 'b_indexation')})"
    if component == "previous_level":
        level = grid.sum(year, "b_previous_level")
        return f"({level}+IF({fixed},{grid.sum(year, 'b_indexation')},0))/{deflator}"
    if component == "returned_funds":
        return f"-{grid.sum(year, 'returned')}/{deflator}"
    name = component if component in (*TOTALS, STATE_FUNDING) else f"b_{component}"
    return f"{grid.sum(year, name)}/{deflator}"


def _reference(book: Book, component: str, at: int) -> str:
    """The same of the reference: its fixed kroner are numbers, on which the workbook's own price growth is put."""
    year = book.grid.years[at]
    amounts = book.fixed.reference.amounts()
    level = float(amounts["previous_level"][at, :, 0].sum())
    before = book.grid.there(year - 1, "price_index") if at else "1"
    growth = f"IF(fixed_prices,0,{book.grid.there(year, 'price_index')}-{before})"
    if component == "indexation":
        return f"{level!r}*{growth}"
    if component == "previous_level":
        return f"{level!r}*({book.live_index(year)}-{growth})"
    return f"{_signed(float(amounts[component][at, :, 0].sum()))}*{book.live_index(year)}"


def _signed(number: float) -> str:
    """A number within a formula."""
    return f"({number!r})" if number < 0 else repr(number)
