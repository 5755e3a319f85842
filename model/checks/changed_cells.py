"""Two baselines side by side: the model's own quantities, then every printed cell that both have."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np

from model.baseline.axes import PAYER_GROUPS, Array
from model.baseline.baseline import Baseline
from model.baseline.printed import SUM, PrintedTable
from model.equations.steps import run
from model.payers.keys import PayerKeys
from model.payers.payments import group_payments
from model.scenario.scenario import Scenario

COST_LEVEL, FINANCING_NEED, PAYMENT = "cost_level", "financing_need", "payment"


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """A figure in two baselines, each in fixed kroner of its own price year, or in per cent.

    table: what the document of the first calls it, or a quantity of the model. difference: b less a, nothing converted
    between price years.
    """

    table: str
    row: str
    column: str
    a: float
    b: float
    difference: float
    price_year_a: int
    price_year_b: int


def diff(a: Baseline, b: Baseline) -> tuple[ChangedCell, ...]:
    """What both have, the model's quantities of the years that both know first; in the order of ``a``."""
    quantities = _quantities(a), _quantities(b)
    printed = _printed(a), _printed(b)
    return (*_changes(*quantities, a, b), *_changes(*printed, a, b))


_Cells = Mapping[tuple[str, ...], tuple[str, float]]
"""What tells a cell from all others, row and column last → its table as it is called, and its figure."""


def _changes(cells_a: _Cells, cells_b: _Cells, a: Baseline, b: Baseline) -> Iterator[ChangedCell]:
    for place, (table, value) in cells_a.items():
        if place in cells_b:
            other = cells_b[place][1]
            difference = math.fsum((other, -value))
            row, column = place[-2:]
            yield ChangedCell(table, row, column, value, other, difference, a.base_year, b.base_year)


def _quantities(baseline: Baseline) -> _Cells:
    """Levels and needs by solution, and what each payer group pays, of every year, all levers at default."""
    scenario = Scenario(figures=baseline)
    result = run(scenario, baseline.last_year, bridges=False)
    paid = group_payments(result, PayerKeys.of([scenario]))
    rows = (*baseline.solutions, SUM)
    found: dict[tuple[str, ...], tuple[str, float]] = {}
    for table, names, amounts in (
        (COST_LEVEL, rows, _with_sum(result.cost_level)),
        (FINANCING_NEED, rows, _with_sum(result.financing_need)),
        (PAYMENT, PAYER_GROUPS, paid[..., 0]),
    ):
        for (place, row), (at, year) in product(enumerate(names), enumerate(result.years)):
            found[table, row, str(year)] = table, float(amounts[at, place])
    return found


def _with_sum(amounts: Array) -> Array:
    """(year, solution and their sum)."""
    return np.array([[*row, math.fsum(row)] for row in amounts[..., 0].tolist()])


def _printed(baseline: Baseline) -> _Cells:
    """Every printed figure, by what its table is and not by its number, which is another next year."""
    return {
        (*_kind(table), printed.unit, row, column): (table.label, printed.value)
        for table in baseline.tables
        for (row, column), printed in table.cells.items()
        if printed.digits is not None
    }


def _kind(table: PrintedTable) -> tuple[str, str]:
    return table.role, table.about
