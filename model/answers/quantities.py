"""The figures that can be asked for by name, all solutions together."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from model.baseline.axes import PAYER_GROUPS, Array
from model.equations.result import Result
from model.reading.errors import ScenarioError
from model.scenario.scenario import Scenario

Quantity = Callable[[Result, Scenario], Array]
"""A result, and a scenario whose keys all of its scenarios have → (year, scenario), MNOK."""


def _payment(group: str, result: Result, scenario: Scenario) -> Array:
    """What a payer group pays, by the scenario's keys."""
    from model.payers.keys import PayerKeys  # here, for the other quantities do without
    from model.payers.payments import group_payments

    return group_payments(result, PayerKeys.of([scenario]))[:, PAYER_GROUPS.index(group)]


QUANTITIES: Final[Mapping[str, Quantity]] = {
    "cost_level": lambda result, _: result.cost_level.sum(axis=1),
    "financing_need": lambda result, _: result.financing_need.sum(axis=1),
    **{group: partial(_payment, group) for group in PAYER_GROUPS},
}


def checked_quantity(name: str) -> Quantity:
    """The quantity of a name. Raises ScenarioError."""
    if name not in tuple(QUANTITIES):
        raise ScenarioError("quantity", name, "choice", tuple(QUANTITIES))
    return QUANTITIES[name]
