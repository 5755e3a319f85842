"""The figures whose uncertainty is asked about, as weighted sums of a run's cost level or need."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from model.answers.own_data import OwnData
from model.answers.quantities import COST_LEVEL, QUANTITIES, checked_quantity, is_payment, keys_of
from model.baseline.axes import Array
from model.equations.result import Result
from model.payers import payer_shares
from model.reading.errors import ScenarioError
from model.scenario.scenario import Scenario

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


def quantity_rows(
    names: Iterable[str], base: Scenario, years: Sequence[int], own: OwnData
) -> tuple[QuantityRow, ...]:
    """The rows of some quantities: names of ``QUANTITIES``, an RHF's name or a municipality's number.

    ``financing_need/helsenorge`` is one solution's part. own: what takes the place of the base's keys. Raises
    ScenarioError for what is none.
    """
    keys, solutions = keys_of((base,), own), base.figures.solutions
    rows = []
    for asked in names:
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
                if weight == 1:
                    total += amount
                elif weight:
                    total += np.multiply(amount, weight, out=part)
    return amounts / result.index if fixed_prices else amounts


DEFAULT_QUANTITIES: Final = QUANTITIES
"""What is simulated where nothing else is asked for."""
