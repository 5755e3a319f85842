"""The figures that can be asked for by name, all solutions together."""

from collections.abc import Callable, Mapping
from typing import Final

from model.axes import Array
from model.errors import ScenarioError
from model.result import Result

Quantity = Callable[[Result], Array]
"""A result → (year, scenario), MNOK."""

QUANTITIES: Final[Mapping[str, Quantity]] = {
    "cost_level": lambda result: result.cost_level.sum(axis=1),
    "financing_need": lambda result: result.financing_need.sum(axis=1),
}


def checked_quantity(name: str) -> Quantity:
    """The quantity of a name. Raises ScenarioError."""
    if name not in tuple(QUANTITIES):
        raise ScenarioError("quantity", name, "choice", tuple(QUANTITIES))
    return QUANTITIES[name]
