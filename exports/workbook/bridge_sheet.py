"""The bridge of a year in live formulas: stacked bars on an invisible base, names and amounts taken from cells."""

from typing import Any

from charts.bridge import TOTALS
from charts.context import TENTH
from charts.palette import PALETTE
from exports.workbook.book import Book
from exports.workbook.grid import address
from model import COMPONENTS

FIRST_ROW = 4  # from 0
COLUMNS = ("component", "amount", "start", "end", "base", "total", "increase", "decrease", "below", "label")
AMOUNT, START, END, BASE, TOTAL, INCREASE, DECREASE, BELOW, LABEL = range(1, len(COLUMNS))
TONES = {TOTAL: "total", INCREASE: "increase", DECREASE: "decrease", BELOW: "need"}
YEAR = "bridge_year"


def sheet(book: Book) -> None:
    """A year to choose, a row per component, and the chart of them."""
    texts, years = book.texts, book.grid.years
    title = texts("export.sheet_bridge")
    page = book.add(title, 34, *[12] * (len(COLUMNS) - 2), 34)
    page.write_string(0, 0, texts("export.bridge"), book.formats["title"])
    page.write_string(1, 0, texts("export.bridge_how"), book.formats["muted"])
    page.write_string(2, 0, texts("view.year"), book.formats["bold"])
    page.write_number(2, 1, book.subject.year, book.formats["input"])
    page.data_validation(2, 1, 2, 1, {"validate": "list", "source": list(years)})
    book.file.define_name(YEAR, f"='{title}'!$B$3")
    for column, name in enumerate(COLUMNS):
        style = book.formats["head_right" if 0 < column < LABEL else "head"]
        page.write_string(FIRST_ROW - 1, column, texts(f"export.bar_{name}"), style)
    for at, component in enumerate(COMPONENTS):
        _row(book, page, FIRST_ROW + at, component)
    _chart(book, page, title)


def _row(book: Book, page: Any, row: int, component: str) -> None:
    """A component: its amount in the year, where its bar lies, and the pieces the chart stacks."""
    label = book.texts(f"component.{component}", previous="", year="").strip()
    page.write_string(row, 0, label, book.formats["bold" if component in TOTALS else "text"])
    amount, start, end = (address(row, column) for column in (AMOUNT, START, END))
    total = component in TOTALS
    style = "mnok" if total else "mnok_change"
    page.write_formula(row, AMOUNT, f"={_of_year(book, component)}", book.formats[style], _value(book, component))
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
        value = f"{label}  {_said(book, component)}" if column == LABEL else ""
        page.write_formula(row, column, f"={sign}({formula})", book.formats["mnok"], value)


def _signed(amount: str, total: bool) -> str:
    """The amount as text in the reader's own number format, with arrow and sign for a step."""
    plain = f"FIXED(ABS({amount}),1)"
    if total:
        return f'IF({amount}<0,"\u2212","")&{plain}'
    return f'IF({amount}>=0.05,"▲ +",IF({amount}<=-0.05,"▼ \u2212",""))&{plain}'


def _above(start: str, end: str) -> str:
    """How much of a bar lies above zero."""
    return f"MAX({start},{end},0)-MAX(0,MIN({start},{end}))"


def _of_year(book: Book, component: str) -> str:
    """A component's amount, all solutions, in the chosen year and prices."""
    return f"CHOOSE({YEAR}-{book.grid.years[0] - 1},{','.join(_amount(book, component, y) for y in book.grid.years)})"


def _amount(book: Book, component: str, year: int) -> str:
    grid, fixed = book.grid, "fixed_prices"
    deflator = grid.there(year, "deflator")
    if component == "indexation":
        return f"IF({fixed},0,{grid.sum(year, 'b_indexation')})"
    if component == "previous_level":
        level = grid.sum(year, "b_previous_level")
        return f"({level}+IF({fixed},{grid.sum(year, 'b_indexation')},0))/{deflator}"
    if component == "returned_funds":
        return f"-{grid.sum(year, 'returned')}/{deflator}"
    name = component if component in TOTALS else f"b_{component}"
    return f"{grid.sum(year, name)}/{deflator}"


def _value(book: Book, component: str) -> float:
    """What the tool gives, for viewers that do not calculate."""
    of = book.subject
    return float(of.result.amounts()[component][of.result.years.index(of.year), :, 0].sum()) + 0.0


def _said(book: Book, component: str) -> str:
    value, texts = _value(book, component), book.texts
    if component in TOTALS:
        return texts.amount(value)
    arrow = "" if abs(value) < TENTH else "▲ " if value > 0 else "▼ "
    return arrow + texts.change(value)


def _chart(book: Book, page: Any, title: str) -> None:
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
    chart.set_title({"name": book.texts("export.bridge"), "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "label_position": "low"})
    chart.set_x_axis({"num_format": "#,##0", "major_gridlines": {"visible": False}, "label_position": "high"})
    chart.set_size({"width": 900, "height": 420})
    page.insert_chart(last + 3, 0, chart, {"description": book.texts("export.chart_described", title=title)})
