"""The results: what the formulas give, what the tool gave, and whether the two agree; with the plan as a chart."""

from charts.draw.palette import PALETTE
from charts.plans.plan import plan_series
from charts.segments import series_tone
from charts.words.from_law import law_note
from exports.workbook.book import Book, Page, quoted
from exports.workbook.grid import address
from exports.workbook.levers import CHANGED, PRICE_BASIS

QUANTITIES = ("cost_level", "financing_need")
FIRST_ROW = 6  # from 0
WITHIN = 1e-6  # MNOK, one krone
LARGEST_DIFFERENCE, CHECK = "largest_difference", "check"


def sheet(book: Book) -> None:
    """A table per quantity, the tool's below it, the check above, the charts at the right."""
    texts, years = book.texts, book.grid.years
    title = texts("export.sheet_results")
    page = book.add(title, 38, *[13] * len(years))
    page.write(0, 0, title, book.formats["title"])
    page.write(1, 0, texts("export.results_how"), book.formats["muted"])
    if (law := book.subject.context.law_payment) is not None:
        page.write(2, 0, law_note(law, texts), book.formats["muted"])
    pairs, height = [], len(book.grid.solutions) + 4
    for at, quantity in enumerate(QUANTITIES):
        top = FIRST_ROW + at * 2 * height
        live = _table(book, page, top, quantity, live=True)
        exported = _table(book, page, top + height, quantity, live=False)
        pairs.append((live, exported))
        _chart(book, page, title, top, quantity)
    _check(book, page, title, pairs)


def _table(book: Book, page: Page, top: int, quantity: str, live: bool) -> str:
    """Writes one table, of formulas or of the tool's own figures, and gives the address of its amounts."""
    texts, grid, subject = book.texts, book.grid, book.subject
    title = texts("export.live" if live else "export.from_tool", quantity=texts(f"export.quantity_{quantity}")) + " · "
    if live:
        page.write_formula(top, 0, f"={quoted(title)}&{PRICE_BASIS}", book.formats["bold"])
    else:
        page.write(top, 0, title + subject.context.prices, book.formats["bold"])
    page.write(top + 1, 0, texts("view.solution"), book.formats["head"])
    page.write_row(top + 1, 1, [str(year) for year in grid.years], book.formats["head_right"])
    amounts = getattr(subject.answer.result, quantity)[:, :, 0]
    for place, solution in enumerate(grid.solutions):
        row = top + 2 + place
        page.write(row, 0, subject.solution_name(solution))
        for at, year in enumerate(grid.years):
            if live:
                formula = f"={grid.there(year, quantity, place)}/{grid.there(year, 'deflator')}"
                page.write_formula(row, 1 + at, formula, book.formats["mnok"])
            else:
                page.write(row, 1 + at, float(amounts[at, place]), book.formats["mnok"])
    last = top + 1 + len(grid.solutions)
    page.write(last + 1, 0, texts("solution.sum"), book.formats["sum"])
    for at in range(len(grid.years)):
        column = f"{address(top + 2, 1 + at)}:{address(last, 1 + at)}"
        page.write_formula(last + 1, 1 + at, f"=SUM({column})", book.formats["sum"])
    return f"{address(top + 2, 1)}:{address(last, len(grid.years))}"


def _check(book: Book, page: Page, title: str, pairs: list[tuple[str, str]]) -> None:
    """Three cells: the sum of all differences, and in words whether workbook and tool agree."""
    texts = book.texts
    page.write(2, 0, texts("export.largest_difference"))
    differences = "+".join(f"SUMPRODUCT(ABS({live}-{exported}))" for live, exported in pairs)
    page.write_formula(2, 1, f"={differences}", book.formats["factor"])
    book.define(LARGEST_DIFFERENCE, title, 2)
    page.write(3, 0, texts("export.check_head"), book.formats["bold"])
    changed, agrees, differs = (
        quoted(texts(f"export.check_{outcome}")) for outcome in ("changed", "agrees", "differs")
    )
    formula = f"=IF({CHANGED}>0,{changed},IF({LARGEST_DIFFERENCE}<{WITHIN!r},{agrees},{differs}))"
    page.write_formula(3, 1, formula, book.formats["bold"])
    book.define(CHECK, title, 3)


def _chart(book: Book, page: Page, title: str, top: int, quantity: str) -> None:
    """The live table as stacked columns over the years, under the table's own title, which says the prices."""
    texts, last = book.texts, len(book.grid.years)
    chart = book.file.add_chart({"type": "column", "subtype": "stacked"})
    for place, solution in enumerate(book.grid.solutions):
        chart.add_series(
            {
                "name": [title, top + 2 + place, 0],
                "categories": [title, top + 1, 1, top + 1, last],
                "values": [title, top + 2 + place, 1, top + 2 + place, last],
                "fill": {"color": _colour(solution, book)},
                "gap": 45,
            }
        )
    chart.set_title({"name": [title, top, 0], "name_font": {"size": 12}, "overlay": False})
    chart.set_legend({"position": "right"})
    chart.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": False}, "min": 0})
    chart.set_size({"width": 620, "height": 380})
    description = texts("export.chart_described", title=texts(f"plan.title_{quantity}"))
    page.insert_chart(top, last + 2, chart, {"description": description})


def _colour(solution: str, book: Book) -> str:
    """That of the series which the solution is of in the charts of a plan; with more series than colours they recur."""
    place = list(plan_series(book.baseline)).index(book.baseline.key_of[solution])
    return PALETTE[series_tone(place)]
