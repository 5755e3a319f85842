"""The figures that can be asked for by name: cost level, financing need, and what somebody pays."""

from collections.abc import Iterable
from typing import Final

from model.answers.own_data import NO_OWN_DATA, OwnData
from model.baseline.axes import PAYER_GROUPS, Array
from model.equations.result import Result
from model.payers import PayerKeys, organisations, payer_shares
from model.reading.errors import ScenarioError
from model.scenario.scenario import Scenario

COST_LEVEL, FINANCING_NEED = "cost_level", "financing_need"
QUANTITIES: Final = (COST_LEVEL, FINANCING_NEED, *PAYER_GROUPS)
"""What has a name of its own; beside them stands what an RHF, by its name, or a municipality, by its number, pays."""


def checked_quantity(name: object) -> str:
    """The name of a quantity. Raises ScenarioError for what is none."""
    if not isinstance(name, str) or name not in (*QUANTITIES, *organisations()):
        raise ScenarioError("quantity", name, "quantity", QUANTITIES)
    return name


def is_payment(quantity: str) -> bool:
    """Whether a quantity is what somebody pays, so that keys move it."""
    return quantity not in (COST_LEVEL, FINANCING_NEED)


def by_solution(quantity: str, result: Result) -> Array:
    """(year, solution, scenario): cost level or need, MNOK."""
    return result.cost_level if quantity == COST_LEVEL else result.financing_need


def in_all(quantity: str, result: Result, scenario: Scenario, own: OwnData = NO_OWN_DATA) -> Array:
    """(year, scenario): the amounts of a checked quantity, all solutions, MNOK; ``scenario`` has the keys of all."""
    is_paid = is_payment(quantity)
    amounts = amounts_of(quantity, result, keys_of((scenario,), own)) if is_paid else by_solution(quantity, result)
    total: Array = amounts.sum(axis=1)
    return total


def amounts_of(quantity: str, result: Result, keys: PayerKeys) -> Array:
    """(year, solution, scenario): the amounts of a checked quantity, MNOK."""
    amounts = by_solution(quantity, result)
    if is_payment(quantity):
        amounts = amounts * payer_shares(quantity, keys, result.baseline, len(result.years))
    return amounts


def keys_of(scenarios: Iterable[Scenario], own: OwnData) -> PayerKeys:
    """What payments are divided by, with what somebody has given of their own."""
    return PayerKeys.of(scenarios, own.municipal_key, own.all_vkp_users)
