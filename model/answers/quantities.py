"""The figures that can be asked for by name: cost level, financing need, what somebody pays, and the whole burden."""

from collections.abc import Iterable, Sequence
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
BURDEN: Final = "burden"
"""The whole burden: the need and what the sector pays for projects. «burden.Helse Vest» is what one bears of both."""
ATTRIBUTED: Final = (*QUANTITIES, BURDEN)
"""What a difference can be divided in, by what has a name of its own."""


def checked_quantity(name: object, known: Sequence[str] = QUANTITIES) -> str:
    """The name of a quantity; known: those with a name of their own. Raises ScenarioError for what is none."""
    if not isinstance(name, str) or not is_quantity(name, known):
        raise ScenarioError("quantity", name, "quantity", known)
    return name


def is_quantity(name: str, known: Sequence[str] = QUANTITIES) -> bool:
    """Whether a name is that of a quantity; known: those with a name of their own."""
    return name in known or (payer_of(name) if BURDEN in known else name) in organisations()


def burden_of(payer: str) -> str:
    """The name of what an organisation bears of need and projects."""
    return f"{BURDEN}.{payer}"


def is_burden(quantity: str) -> bool:
    """Whether what is paid for projects is a part of a quantity."""
    return quantity.partition(".")[0] == BURDEN


def payer_of(quantity: str) -> str:
    """Who pays a quantity; empty where it is nobody's in particular."""
    if is_burden(quantity):
        return quantity.partition(".")[2]
    return "" if quantity in (COST_LEVEL, FINANCING_NEED) else quantity


def is_payment(quantity: str) -> bool:
    """Whether a quantity is what somebody pays, so that keys move it."""
    return bool(payer_of(quantity))


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
    """(year, solution, scenario): the amounts of a checked quantity, MNOK; of a burden what is need."""
    amounts = by_solution(quantity, result)
    if is_payment(quantity):
        amounts = amounts * payer_shares(payer_of(quantity), keys, result.baseline, len(result.years))
    return amounts


def keys_of(scenarios: Iterable[Scenario], own: OwnData) -> PayerKeys:
    """What payments are divided by, with what somebody has given of their own."""
    return PayerKeys.of(scenarios, own.municipal_key, own.all_vkp_users)
