"""The model itself: a block per year, a row per quantity, a column per solution, every cell a formula."""

from exports.workbook.book import Book, Page, head_height
from exports.workbook.equations import Equations
from exports.workbook.grid import COUNTED, FIRST_COLUMN, GROWTH, ROWS, SCALARS, address

WIDTH = 13  # of a solution's column, letters


def sheet(book: Book) -> None:
    """All years' blocks under each other, equation numbers beside the names."""
    grid, texts = book.grid, book.texts
    page = book.add(grid.sheet, 40, 12, *[WIDTH] * (len(grid.solutions) + 1))
    page.write(0, 0, grid.sheet, book.formats["title"])
    page.write(1, 0, texts("export.model_how"), book.formats["muted"])
    page.freeze_panes(3, FIRST_COLUMN)
    equations = Equations.of(book)
    for year in grid.years:
        page.write_row(grid.head(year), 0, [str(year), texts("export.equation")], book.formats["head"])
        heads = [*map(book.subject.solution_name, grid.solutions), texts("solution.sum")]
        page.set_row(grid.head(year), head_height(heads, [WIDTH] * len(heads)))
        page.write_row(grid.head(year), FIRST_COLUMN, heads, book.formats["head_right"])
        for name in ROWS:
            _row(book, page, equations, year, name)


def _row(book: Book, page: Page, equations: Equations, year: int, name: str) -> None:
    """One quantity: a scalar, or a cell per solution and their sum."""
    grid, row = book.grid, book.grid.row(year, name)
    page.write(row, 0, book.texts(f"export.row_{name}", base_year=book.baseline.base_year))
    page.write(row, 1, EQUATION.get(name, ""), book.formats["muted"])
    if name in SCALARS:
        page.write_formula(row, FIRST_COLUMN, equations.formula(name, year), book.formats["factor"])
        return
    for place, solution in enumerate(grid.solutions):
        formula = equations.formula(name, year, solution)
        page.write_formula(row, FIRST_COLUMN + place, formula, book.formats["factor" if name == GROWTH else "mnok"])
    if name == GROWTH:
        return
    across = f"{address(row, FIRST_COLUMN)}:{address(row, grid.sum_column - 1)}"
    page.write_formula(row, grid.sum_column, f"=SUM({across})", book.formats["mnok"])


EQUATION = {
    **dict.fromkeys(("investment_cell", "financing_cell", "volume_cell", "efficiency_cell", "decommissioning"), "1"),
    **dict.fromkeys(("added_measures", "state_funded"), "1"),
    "base": "2",
    **dict.fromkeys((*COUNTED, "volume", "efficiency"), "3"),
    "level": "4",
    "kappa": "5",
    "cost_level": "5",
    **dict.fromkeys(("unspent_share", "shortfall_share", "unspent", "shortfall"), "6"),
    "returned": "7",
    **dict.fromkeys(("state_funding", "financing_need"), "8"),
}
"""Row → number of its equation in docs/model.md."""
