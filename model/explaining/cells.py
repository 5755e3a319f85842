"""A printed cell as a calculation: nothing but what the document has, and where."""

from collections.abc import Iterator
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.details import DetailTable
from model.baseline.earlier_funds import MILLIONTHS, FundsCell, earlier_funds
from model.baseline.printed import Printed
from model.checks.invoice_table import printed_invoice
from model.explaining.asked import Asked, Kinds
from model.explaining.digits import in_whole_kroner
from model.explaining.node import CELL, SLASH, Node, Source, cell_address
from model.explaining.operations import MNOK, SHARE
from model.reading.errors import ModelError, shown

PERCENT: Final = "percent"
AGAIN: Final = " #"
"""Between a row's name and its count, where a table has several of one name."""


def line_address(table: DetailTable, place: int, column: str) -> str:
    """The address of a cell of a printed line, by the line's place; a name that stands again has its count."""
    names = [line.name for line in table.lines[: place + 1]]
    count = names.count(names[-1])
    return cell_address(table.table, f"{names[-1]}{AGAIN}{count}" if count > 1 else names[-1], column)


def printed_cell(cell: Printed) -> Node:
    """A cell of a printed table; a percentage as a share."""
    is_percent = cell.unit == PERCENT
    value, where = cell.value / 100 if is_percent else cell.value, cell_address(cell.table, cell.row, cell.column)
    source = Source(cell.document, cell.table, cell.row, cell.column, printed=cell.digits or "")
    return Node(CELL, value, SHARE if is_percent else MNOK, CELL, address=where, source=source)


def funds_cell(cell: FundsCell) -> Node:
    """A printed figure of earlier years' money."""
    is_in_kroner = cell.decimals == MILLIONTHS
    digits = in_whole_kroner(cell.amount) if is_in_kroner else f"{cell.amount:.{cell.decimals}f}"
    source = Source(cell.document, cell.table, cell.solution, cell.column, cell.place, digits)
    where = cell_address(cell.table, cell.solution, cell.column)
    return Node(f"funds.{cell.quantity}", cell.amount, MNOK, CELL, (), cell.year, cell.solution, "", where, source)


def found_cell(baseline: Baseline, table: str, row: str, column: str) -> Node:
    """The cell of a table, a row and a column, a blank one too. Raises ModelError where there is none."""
    line, _, count = row.partition(AGAIN)
    printed = baseline.cells.get((table, row, column))
    if printed is not None and printed.digits is not None:
        return printed_cell(printed)
    others = [each for each in _others(baseline) if (each.table, each.row, each.column) == (table, line, column)]
    other = next(iter(others[int(count) - 1 if count.isdecimal() else 0 :]), printed)
    of_funds = (each for each in earlier_funds(baseline).values() if (each.table, each.solution) == (table, row))
    funds = next((each for each in of_funds if each.column == column), None)
    if funds is not None and (other is None or other.digits is None):
        return funds_cell(funds)
    if other is None:
        raise ModelError(f"There is no cell {shown(table)}, {shown(row)}, {shown(column)}.")
    return printed_cell(other)


def _others(baseline: Baseline) -> Iterator[Printed]:
    """The cells of lines and of the example of an invoice."""
    for table in baseline.details:
        for line in table.lines:
            yield from line.cells.values()
    yield from printed_invoice().values()


def _cell_at(asked: Asked) -> Node:
    table, row, column = (part.replace(SLASH, "/") for part in asked.take(3))
    return found_cell(asked.baseline, table, row, column)


KINDS: Kinds = {CELL: _cell_at}
