"""What the lines of a solution's bridge must give: each line across, the subtotals, and the sum of all."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from model.baseline.details import DetailLine, DetailTable
from model.baseline.printed import Printed
from model.checks.all_figures import of_cell
from model.checks.figure import Figure
from model.checks.relations import Relation, added
from model.checks.table_relations import across_line

OF_LINES: Final = "of_lines"


def line_relations(table: DetailTable) -> Iterator[Relation]:
    """Everything that the lines of a table must give."""
    for line in table.lines:
        yield from across_line(_figures(line.cells))
    for solution in table.solutions:
        lines = [line for line in table.lines if line.solution == solution]
        for total, parts in _subtotals(lines):
            yield from _of_lines(_figures(total.cells), parts)
        yield from _of_lines(_figures(table.sums.get(solution, {})), [line for line in lines if not line.subtotal])


def _subtotals(lines: Sequence[DetailLine]) -> Iterator[tuple[DetailLine, Sequence[DetailLine]]]:
    """Each subtotal with the lines since the one before it."""
    since: list[DetailLine] = []
    for line in lines:
        if line.subtotal:
            yield line, since
            since = []
        else:
            since.append(line)


def _of_lines(totals: Mapping[str, Figure], lines: Sequence[DetailLine]) -> Iterator[Relation]:
    """Each column's sum; one line that has something is the same figure once more."""
    for column, total in totals.items():
        parts = [(1, of_cell(line.cells[column])) for line in lines if column in line.cells]
        if parts:
            yield added(OF_LINES, total, parts)


def _figures(cells: Mapping[str, Printed]) -> dict[str, Figure]:
    return {column: of_cell(cell) for column, cell in cells.items() if cell.digits is not None}
