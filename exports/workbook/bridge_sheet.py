"""The bridge of a year in live formulas: stacked bars on an invisible base, names and amounts taken from cells."""

from collections.abc import Iterable

from charts.bridges.bridge import ALL, TOTALS, component_name
from charts.draw.palette import PALETTE
from exports.workbook.book import Book, Page, head_height, quoted
from exports.workbook.grid import address
from exports.workbook.levers import PRICE_BASIS
from model import COMPONENTS
from model.baseline.axes import STATE_FUNDING

FIRST_ROW = 4  # from 0
COLUMNS = ("component", "amount", "start", "end", "base", "total", "increase", "decrease", "below", "label")
AMOUNT, START, END, BASE, TOTAL, INCREASE, DECREASE, BELOW, LABEL = range(1, len(COLUMNS))
TONES = {TOTAL: "total", INCREASE: "increase", DECREASE: "decrease", BELOW: "need"}
YEAR = "bridge_year"


def sheet(book: Book) -> None:
    """A year to choose, a row per component, and the chart of them."""
    texts, years = book.texts, book.grid.years
    title = texts("export.sheet_bridge")
    widths = (34, *[12] * (len(COLUMNS) - 2), 34)
    page = book.add(title, *widths)
    page.set_row(FIRST_ROW - 1, head_height((texts(f"export.bar_{name}") for name in COLUMNS), widths))
    page.write_formula(0, 0, f"={_title(book)}", book.formats["title"])
    page.write(1, 0, texts("export.bridge_how"), book.formats["muted"])
    page.write(2, 0, texts("view.year"), book.formats["bold"])
    page.write(2, 1, book.subject.question.year, book.formats["input"])
    page.data_validation(2, 1, 2, 1, {"validate": "list", "source": list(years)})
    book.define(YEAR, title, 2)
    for column, name in enumerate(COLUMNS):
        style = book.formats["head_right" if 0 < column < LABEL else "head"]
        page.write(FIRST_ROW - 1, column, texts(f"export.bar_{name}"), style)
    for at, component in enumerate(COMPONENTS):
        _row(book, page, FIRST_ROW + at, component)
    _chart(book, page, title)


def _row(book: Book, page: Page, row: int, component: str) -> None:
    """A component: its amount in the year, where its bar lies, and the pieces the chart stacks."""
    _name(book, page, row, component)
    amount, start, end = (address(row, column) for column in (AMOUNT, START, END))
    total = component in TOTALS
    style = "mnok" if total else "mnok_change"
    amounts = (_amount(book, component, year) for year in book.grid.years)
    page.write_formula(row, AMOUNT, f"={_of_year(book, amounts)}", book.formats[style])
    before = "0" if total else address(row - 1, END)
    pieces = {
        START: before,
        END: f"{start}+{amount}",
        BASE: f"IF({start}*{end}<=0,0,IF({start}>0,MIN({start},{end}),MAX({start},{end})))",
        TOTAL: f"MAX({end},0)" if total else "0",
        INCREASE: "0" if total else f"IF({amount}>=0,{_above(start, end)},0)",
        DECREASE: "0" if total else f"IF({amount}<0,{_above(start, end)},0)",
        BELOW: f"MIN(0,MAX({start},{end}))-MIN({start},{end},0)",
        LABEL: f'$A${row + 1}&"  "&{_signed(amount, total)}',
    }
    for column, formula in pieces.items():
        sign = "-" if column == BELOW else ""
        page.write_formula(row, column, f"={sign}({formula})", book.formats["mnok"])


def _name(book: Book, page: Page, row: int, component: str) -> None:
    """Writes what the component is called in the chosen year."""
    names = [component_name(component, year, book.baseline, book.texts) for year in book.grid.years]
    style = book.formats["bold" if component in TOTALS else "text"]
    if len(set(names)) == 1:
        page.write(row, 0, names[0], style)
    else:
        page.write_formula(row, 0, f"={_of_year(book, map(quoted, names))}", style)


def _signed(amount: str, total: bool) -> str:
    """The amount as text in the reader's own number format, with arrow and sign for a step."""
    plain = f"FIXED(ABS({amount}),1)"
    if total:
        return f'IF({amount}<=-0.05,"\u2212","")&{plain}'
    return f'IF({amount}>=0.05,"▲ +",IF({amount}<=-0.05,"▼ \u2212",""))&{plain}'


def _above(start: str, end: str) -> str:
    """How much of a bar lies above zero."""
    return f"MAX({start},{end},0)-MAX(0,MIN({start},{end}))"


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


def _chart(book: Book, page: Page, title: str) -> None:
    """Bars that lie, the base unseen; a row's name and amount are the text of its cell."""
    last = FIRST_ROW + len(COMPONENTS) - 1
    chart = book.file.add_chart({"type": "bar", "subtype": "stacked"})
    for column in (BASE, *TONES):
        chart.add_series(
            {
                "name": [title, FIRST_ROW - 1, column],
                "categories": [title, FIRST_ROW, LABEL, last, LABEL],
                "values": [title, FIRST_ROW, column, last, column],
                "fill": {"color": PALETTE[TONES[column]]} if column in TONES else {"none": True},
                "gap": 35,
            }
        )
    chart.set_title({"name": [title, 0, 0], "name_font": {"size": 11}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "label_position": "low"})
    chart.set_x_axis({"num_format": "#,##0", "major_gridlines": {"visible": False}, "label_position": "high"})
    chart.set_size({"width": 900, "height": 420})
    page.insert_chart(last + 3, 0, chart, {"description": book.texts("export.chart_described", title=title)})
