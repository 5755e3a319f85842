"""What is printed of the base year: the cost level, and the payment by the regulation."""

from typing import Final

from model.baseline.printed import HISTORY_COST, HISTORY_PAYMENT
from model.explaining.asked import Asked, Kinds, address
from model.explaining.cells import printed_cell
from model.explaining.node import Node
from model.explaining.operations import total
from model.explaining.payments import SUM

BASE_YEAR: Final = "base_year"
PRINTED: Final = {"cost_level": HISTORY_COST, "financing_need": HISTORY_PAYMENT}
"""Quantity → what the table is that has its base year."""


def base_year(asked: Asked) -> Node:
    """«base_year/<quantity>/<solutions>»: the printed cells of the solutions, added."""
    quantity, name = asked.take(2)
    baseline = asked.baseline
    parts = baseline.solutions if name == SUM else baseline.law_solutions.get(name, (name,))
    table = baseline.table(PRINTED.get(quantity, ""))
    cells = {} if table is None else table.cells
    found = [cells.get((solution, str(baseline.base_year))) for solution in parts]
    nodes = [printed_cell(cell) for cell in found if cell is not None and cell.digits is not None]
    if len(nodes) != len(parts):
        raise asked.refused()
    where = address(BASE_YEAR, quantity, name)
    return total(quantity, nodes, year=baseline.base_year, solution=name, address=where)


KINDS: Kinds = {BASE_YEAR: base_year}
