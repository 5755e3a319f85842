"""The figures whose uncertainty is asked about, as weighted sums of a run's cost level or need."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from model.answers.own_data import NO_OWN_DATA, OwnData
from model.answers.quantities import COST_LEVEL, FINANCING_NEED, QUANTITIES, checked_quantity, is_payment, keys_of
from model.baseline.axes import Array
from model.equations.result import Result
from model.payers import payer_shares
from model.reading.errors import ScenarioError
from model.scenario.fields import is_number
from model.scenario.scenario import Scenario
from model.uncertainty.errors import RangesError

OF: Final = "/"
"""Stands between a quantity and the one solution whose part of it is asked for."""


@dataclass(frozen=True, slots=True, eq=False)
class QuantityRow:
    """A quantity as a sum over solutions.

    name: as it was asked for. is_cost: whether it is of the cost level; else it is of the financing need.
    weights: (year, solution), how much of each solution counts.
    """

    name: str
    is_cost: bool
    weights: Array


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """What is asked of draws.

    quantities: names of ``QUANTITIES``, an RHF's name or a municipality's number; ``financing_need/helsenorge`` is one
    solution's part. last_year: the plan's last where it is None. exceeds: the amount above which draws are counted,
    MNOK; None where that is not asked. fixed_prices: whether amounts are in kroner of the base year, each draw over its
    own price index. own: what takes the place of the scenario's keys.
    """

    quantities: tuple[str, ...] = QUANTITIES
    last_year: int | None = None
    exceeds: float | None = None
    fixed_prices: bool = False
    own: OwnData = NO_OWN_DATA

    def __post_init__(self) -> None:
        if self.exceeds is not None and not is_number(self.exceeds):
            raise RangesError("exceeds", self.exceeds, "amount")


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One figure that is asked about, as in ``Wanted``."""

    quantity: str = FINANCING_NEED
    fixed_prices: bool = False
    own: OwnData = NO_OWN_DATA

    def row(self, base: Scenario, years: Sequence[int]) -> QuantityRow:
        """Its row. Raises ScenarioError for what is no quantity."""
        return quantity_rows(Wanted((self.quantity,), own=self.own), base, years)[0]

    def amounts(self, row: QuantityRow, result: Result) -> Array:
        """(scenario,): the amounts of the last year of a run, MNOK."""
        amounts: Array = row_amounts([row], result, self.fixed_prices)[0, -1]
        return amounts


def quantity_rows(wanted: Wanted, base: Scenario, years: Sequence[int]) -> tuple[QuantityRow, ...]:
    """The rows of what is wanted, from ``base`` in ``years``. Raises ScenarioError for what is no quantity."""
    keys, solutions = keys_of((base,), wanted.own), base.figures.solutions
    rows = []
    for asked in wanted.quantities:
        name, _, solution = asked.partition(OF) if isinstance(asked, str) else (asked, "", "")
        quantity = checked_quantity(name)
        if solution and solution not in solutions:
            raise ScenarioError("solution", solution, "choice", solutions)
        weights = np.ones((len(years), len(solutions)))
        if is_payment(quantity):
            weights = payer_shares(quantity, keys, base.figures, len(years))[..., 0].copy()
        if solution:
            weights[:, np.arange(len(solutions)) != base.figures.at(solution)] = 0.0
        rows.append(QuantityRow(asked, quantity == COST_LEVEL, weights))
    return tuple(rows)


def row_amounts(rows: Sequence[QuantityRow], result: Result, fixed_prices: bool = False) -> Array:
    """(row, year, scenario): the amounts of a run, MNOK.

    Added up solution by solution, so that a scenario's amount is the same in any batch and on any machine.
    fixed_prices: in kroner of the base year, each scenario over its own price index.
    """
    years, _, size = result.cost_level.shape
    amounts, part = np.zeros((len(rows), years, size)), np.empty(size)
    for row, of_row in zip(rows, amounts, strict=True):
        by_solution = result.cost_level if row.is_cost else result.financing_need
        for total, of_year, weights in zip(of_row, by_solution, row.weights, strict=True):
            for amount, weight in zip(of_year, weights.tolist(), strict=True):
                if weight:
                    np.add(total, amount if weight == 1 else np.multiply(amount, weight, out=part), out=total)
    return amounts / result.index if fixed_prices else amounts
