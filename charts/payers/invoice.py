"""«Eksempel på fakturagrunnlag» of 2021: the whole table as printed, and under each line what its keys give."""

from charts.records.figure import Table
from charts.words import addresses
from model.checks.invoice_2021 import invoice_cells, invoice_differences, printed_keys
from model.checks.invoice_table import COSTS, GRID, PAYERS, TABLE, printed_invoice
from model.checks.printed_cells import Cell
from model.explaining.asked import address
from model.explaining.invoice import INVOICED_2021
from model.explaining.node import cell_address
from texts import Texts

LINES = GRID[1]


def invoice_table(texts: Texts) -> Table:
    """Two rows for each line, printed and computed, and a third where they disagree; what is given is not computed."""
    cells = {(cell.row, cell.column): cell for cell in invoice_cells()}
    rows: list[tuple[str, ...]] = []
    opens: list[tuple[str, ...]] = []
    for line in LINES:
        name = texts(f"invoice.{line}")
        rows.append((name, texts("invoice.printed"), *_printed(line, texts)))
        opens.append(("", "", *_row(_printed_opens(line))))
        rows.append((name, texts("invoice.computed"), *_row({c: _computed(f, texts) for c, f in _of(line, cells)})))
        opens.append(("", "", *_row({column: address(INVOICED_2021, line, column) for column, _ in _of(line, cells)})))
        apart = {column: texts.change(cell.difference) for column, cell in _of(line, cells) if not cell.agrees}
        rows += [(name, texts("invoice.difference"), *_row(apart))] if apart else []
        opens += [("", "", *_row({column: _apart(line, column) for column in apart}))] if apart else []
    head = ("line", "cell", *COSTS, "share", *PAYERS)
    header = tuple(texts(f"invoice.{column}") for column in head)
    return Table(header=header, rows=tuple(rows), opens=addresses.where_shown(rows, opens))


def _printed_opens(line: str) -> dict[str, str]:
    """Column → the address of a printed cell."""
    return {column: cell_address(TABLE, line, column) for column in (*COSTS, *PAYERS)}


def _apart(line: str, column: str) -> str:
    """The address of what is computed beyond what is printed."""
    return addresses.more(address(INVOICED_2021, line, column), cell_address(TABLE, line, column))


def invoice_causes(texts: Texts) -> str:
    """Why some cells are printed otherwise than the keys give, each with its name."""
    return " ".join(
        f"{texts(f'invoice.{cell.row}')}, {texts(f'invoice.{cell.column}')}: "
        + invoice_differences()[cell.cause].text[texts.language]
        for cell in invoice_cells()
        if cell.cause
    )


def _printed(line: str, texts: Texts) -> tuple[str, ...]:
    cells = {column: printed_invoice()[line, column] for column in (*COSTS, *PAYERS)}
    amounts = {column: texts.amount(cell.value, cell.decimals) for column, cell in cells.items() if cell.digits}
    return _row(amounts, printed_keys().get(line, ""))


def _computed(cell: Cell, texts: Texts) -> str:
    return texts.amount(cell.computed, max(cell.decimals, 2))


def _of(line: str, cells: dict[tuple[str, str], Cell]) -> list[tuple[str, Cell]]:
    return [(column, cell) for (row, column), cell in cells.items() if row == line]


def _row(amounts: dict[str, str], share: str = "") -> tuple[str, ...]:
    """The cells of a row in the table's order, the printed key after the costs."""
    costs, paid = ([amounts.get(column, "") for column in columns] for columns in (COSTS, PAYERS))
    return (*costs, share, *paid)
