"""Every printed figure of a baseline, in its tables and beside them, found by where it stands."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.details import DetailTable
from model.baseline.earlier_funds import MILLIONTHS, FundsCell, earlier_funds
from model.baseline.kept import kept_with_baseline
from model.baseline.measures import Measure
from model.baseline.moved import MovedCost
from model.baseline.printed import Printed
from model.checks.figure import HALF, MNOK, Figure, figure_of
from model.checks.invoice_table import printed_invoice
from model.checks.told_figures import told_figures

Place = tuple[str, str, str, str]
"""Document, table, row and column."""

MOVED: Final = "amount_mnok"


@kept_with_baseline
def all_figures(baseline: Baseline) -> Mapping[Place, Figure]:
    """Tables, lines, earlier years' money, the regulation, moved costs, measures, and what stands in texts."""
    found: dict[Place, Figure] = {}
    for figure in _every(baseline):
        found.setdefault(figure.place, figure)
    return MappingProxyType(found)


def _every(baseline: Baseline) -> Iterator[Figure]:
    for cell in baseline.cells.values():
        if cell.digits is not None:
            yield of_cell(cell)
    for table in baseline.details:
        yield from _of_lines(table)
    yield from map(of_funds, earlier_funds(baseline).values())
    yield from of_law(baseline).values()
    yield from (of_moved(solution, moved) for solution, moved in baseline.moved.items())
    yield from (of_cell(cell) for cell in printed_invoice().values() if cell.digits is not None)
    yield from (told.figure for told in told_figures(baseline).values())


def of_cell(cell: Printed) -> Figure:
    """The figure of a printed cell, which is not blank."""
    return figure_of(cell.document, cell.table, cell.row, cell.column, cell.digits or "0", cell.unit)


def _of_lines(table: DetailTable) -> Iterator[Figure]:
    for line in table.lines:
        yield from (of_cell(cell) for cell in line.cells.values() if cell.digits is not None)


def of_funds(cell: FundsCell) -> Figure:
    """The figure of earlier years' money; its column is quantity, year and which of several."""
    digits = f"{cell.amount:.{cell.decimals}f}"
    place = (cell.document, cell.table, cell.solution, cell.column)
    half = HALF * 10.0 ** -min(cell.decimals, MILLIONTHS)
    return Figure(*place, digits, MNOK, cell.amount, half)


def of_moved(solution: str, moved: MovedCost) -> Figure:
    """The figure of what a solution took over."""
    return figure_of(moved.document, moved.place, solution, MOVED, _digits(moved.amount), MNOK)


def of_measure(measure: Measure, solution: str) -> Iterator[Figure]:
    """What a measure changes a solution by, as its document prints it."""
    for part in measure.parts:
        if part.solution == solution and part.amount_mnok is not None:
            place = (measure.source, measure.where, measure.name, part.component)
            yield figure_of(*place, _digits(part.amount_mnok), MNOK)


def of_law(baseline: Baseline) -> dict[tuple[str, str], Figure]:
    """What the regulation sets, by solution and payer group; its table is the paragraph."""
    law = baseline.law
    return {
        place: figure_of(law.document, amount.section, *place, _digits(amount.amount), MNOK)
        for place, amount in ({} if law is None else law.amounts).items()
        if law is not None
    }


def _digits(amount: float) -> str:
    """An amount with the decimals that it needs, one at least."""
    return str(float(amount))
