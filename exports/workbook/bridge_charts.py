"""A bridge's two charts: levels on an unseen base, and beside them the steps alone, in the screen's notation.

Each component has two rows, the reference's light below: programs do not agree on how bars lie over each other. The
reference's are empty while nothing differs, and a step that shows as nothing has no bar and no amount. What stands at a
bar is its value in a format of its own: not every program reads a label from a cell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from charts.draw.palette import PALETTE
from exports.workbook.book import Book, Page, head_height, quoted
from exports.workbook.grid import address
from exports.workbook.levers import PRICE_BASIS

NAME_WIDTH, WIDTH = 40, 13  # of the sheet's columns
CHART_ROWS, CHART_PIXELS = 26, 520  # rows of the sheet that the charts take, and their height
LEVELS_WIDE, STEPS_WIDE = 610, 640  # pixels; of the former the names take more than half
NAMES, TOP = 0.5, 0.11  # of the chart: the names beside its bars, the title above them
LABEL_SIZE: Final = 9

COLUMNS: Final = (
    *("component", "start", "end", "base", "total", "increase", "decrease", "below"),
    *("step_increase", "step_decrease"),
)
NAME, START, END, BASE, TOTAL, INCREASE, DECREASE, BELOW, STEP_UP, STEP_DOWN = range(len(COLUMNS))
WRITTEN: Final = {
    TOTAL: "#,##0.0;;",
    BELOW: ";\u2212#,##0.0;",
    STEP_UP: '"▲ +"#,##0.0;;',
    STEP_DOWN: ';"▼ \u2212"#,##0.0;',
}
"""How an amount stands at its bar; nothing does not."""
HIDDEN: Final = 0.05  # MNOK, what one decimal hides


@dataclass(frozen=True, slots=True)
class Place:
    """The row of a component on the sheet, and whether it is a total."""

    row: int
    is_total: bool


@dataclass(frozen=True, slots=True)
class _Bar:
    """A row of the charts: of what component, its amount's cell, whether it is the reference's, and where it stands."""

    place: Place
    amount: str
    is_reference: bool
    row: int


def charts(book: Book, page: Page, places: Sequence[Place], columns: tuple[int, int]) -> None:
    """The charts under the table, and under them the cells that they are drawn from.

    columns: those of the scenario's and of the reference's amounts.
    """
    top = places[-1].row + 2
    first = top + CHART_ROWS + 2
    _heads(book, page, first - 1)
    differs = _differs(places, columns)
    bars = [
        _Bar(place, address(place.row, column), bool(whose), first + 2 * at + whose)
        for at, place in enumerate(places)
        for whose, column in enumerate(columns)
    ]
    for bar in bars:
        _write(book, page, bar, differs)
    levels, steps = _levels(book, page, bars), _steps(book, page, bars)
    described = book.texts("export.chart_described", title=book.texts("export.sheet_bridge"))
    page.insert_chart(top, 0, levels, {"description": described})
    page.insert_chart(top, 0, steps, {"description": described, "x_offset": LEVELS_WIDE})


def _heads(book: Book, page: Page, row: int) -> None:
    """What the cells behind the charts are."""
    texts = book.texts
    page.write(row - 1, 0, texts("export.bridge_behind"), book.formats["bold"])
    steps = quoted(f"{texts('bridge.panel_steps')}, {texts('payers.mnok')}")
    page.write_formula(row - 1, STEP_UP, f'={steps}&" · "&{PRICE_BASIS}', book.formats["muted"])
    heads = [texts(f"export.bar_{name}") for name in COLUMNS]
    page.set_row(row, head_height(heads, (NAME_WIDTH, *[WIDTH] * (len(heads) - 1))))
    for column, head in enumerate(heads):
        page.write(row, column, head, book.formats["head_right" if column else "head"])


def _differs(places: Sequence[Place], columns: tuple[int, int]) -> str:
    """Whether anything differs from the reference, as a formula."""
    pairs = ((address(place.row, columns[0]), address(place.row, columns[1])) for place in places)
    return f"OR({','.join(f'ABS({one}-{other})>={HIDDEN}' for one, other in pairs)})"


def _write(book: Book, page: Page, bar: _Bar, differs: str) -> None:
    """Where a bar lies and the pieces that the charts stack; nothing of a reference's while nothing differs."""
    start, end, total = address(bar.row, START), address(bar.row, END), bar.place.is_total
    before = "0" if total or bar.place.row == 0 else address(bar.row - 2, END)

    def shown(formula: str, nothing: str) -> str:
        return f"IF({differs},{formula},{nothing})" if bar.is_reference else formula

    high, low = f"MAX({start},{end})", f"MIN({start},{end})"
    above = f"MAX({start},{end},0)-MAX(0,{low})"
    amount = bar.amount
    pieces = {
        START: before,
        END: f"{start}+{amount}",
        BASE: f"IF({start}*{end}<=0,0,IF({start}>0,{low},{high}))",
        TOTAL: above if total else "0",
        INCREASE: "0" if total else f"IF({amount}>={HIDDEN},{above},0)",
        DECREASE: "0" if total else f"IF({amount}<=-{HIDDEN},{above},0)",
        BELOW: f"MIN({low},0)-MIN(0,{high})",
        STEP_UP: "0" if total else f"IF({amount}>={HIDDEN},{amount},0)",
        STEP_DOWN: "0" if total else f"IF({amount}<=-{HIDDEN},{amount},0)",
    }
    for column, formula in pieces.items():
        page.write_formula(bar.row, column, f"={shown(formula, '0')}", book.formats["mnok"])
    name = '" "' if bar.is_reference else address(bar.place.row, 0)
    page.write_formula(bar.row, NAME, f"={name}", book.formats["text"])


def _levels(book: Book, page: Page, bars: Sequence[_Bar]) -> Any:
    """Names at the left, and the levels with the steps between them; a total's amount in its bar."""
    chart = book.file.add_chart({"type": "bar", "subtype": "stacked"})
    for column, tone in (
        (BASE, ""),
        (TOTAL, "total"),
        (INCREASE, "increase"),
        (DECREASE, "decrease"),
        (BELOW, "total"),
    ):
        chart.add_series(_series(page, bars, column, tone))
    _frame(chart, {"name": [page.name, 0, 0], "name_font": {"size": 10}, "overlay": False}, LEVELS_WIDE)
    chart.set_y_axis(
        {
            "reverse": True,
            "label_position": "low",
            "line": {"none": True},
            "major_tick_mark": "none",
            "interval_unit": 1,
            "num_font": {"size": LABEL_SIZE},
        }
    )
    chart.set_plotarea({"layout": {"x": NAMES, "y": TOP, "width": 0.97 - NAMES, "height": 0.98 - TOP}})
    return chart


def _steps(book: Book, page: Page, bars: Sequence[_Bar]) -> Any:
    """The steps alone from zero, each with its amount."""
    chart = book.file.add_chart({"type": "bar"})
    for column, tone in ((STEP_UP, "increase"), (STEP_DOWN, "decrease")):
        chart.add_series(_series(page, bars, column, tone) | {"overlap": 100})
    title = {"name": [page.name, bars[0].row - 2, STEP_UP], "name_font": {"size": 10}, "overlay": False}
    _frame(chart, title, STEPS_WIDE)
    chart.set_y_axis(
        {"reverse": True, "label_position": "none", "major_tick_mark": "none", "line": {"color": PALETTE["muted"]}}
    )
    chart.set_plotarea({"layout": {"x": 0.06, "y": TOP, "width": 0.88, "height": 0.98 - TOP}})
    return chart


def _series(page: Page, bars: Sequence[_Bar], column: int, tone: str) -> dict[str, Any]:
    """A column of the cells in its tone, the reference's light; with the amounts that stand at its bars."""
    first, last = bars[0].row, bars[-1].row
    series: dict[str, Any] = {
        "name": [page.name, first - 1, column],
        "categories": [page.name, first, NAME, last, NAME],
        "values": [page.name, first, column, last, column],
        "fill": {"color": PALETTE[tone]} if tone else {"none": True},
        "gap": 18,
    }
    if tone:
        light = {"fill": {"color": PALETTE[f"{tone}_soft"]}}
        series["points"] = [light if bar.is_reference else None for bar in bars]
    if column in WRITTEN:
        series["data_labels"] = {"value": True, "num_format": WRITTEN[column], "font": {"size": LABEL_SIZE}}
    if column in (TOTAL, BELOW):
        series["data_labels"]["custom"] = [_at(bar) for bar in bars]
    if column in (STEP_UP, STEP_DOWN):
        series["data_labels"]["position"] = "outside_end"
    return series


def _at(bar: _Bar) -> dict[str, Any]:
    """How the amount of a level is written in its bar: light on the scenario's; that of a step stands beside."""
    if not bar.place.is_total:
        return {"delete": True}
    return {"font": {"size": LABEL_SIZE, "color": PALETTE["text" if bar.is_reference else "paper"]}}


def _frame(chart: Any, title: dict[str, Any], width: int) -> None:
    """What both charts have: no legend, no grid, no axis of values, rows of one height."""
    chart.set_title(title)
    chart.set_legend({"none": True})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": width, "height": CHART_PIXELS})
