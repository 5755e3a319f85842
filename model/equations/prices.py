"""The same result in another price basis."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np

from model.baseline.axes import Array
from model.equations.result import Result


def in_fixed_prices(result: Result) -> Result:
    """``result`` in fixed kroner of the base year: every amount over its year's I(t), and no price growth left.

    Last year's level is then counted in its own year's index, so that ``indexation`` is zero: what is left of a
    bridge is what changes when prices stand still. Arrays keep their shape (year, solution, scenario), MNOK.
    """
    index = result.index[:, None, :]
    arrays = {
        name: getattr(result, name) for name in ("cost_level", "financing_need", "returned", "unspent", "shortfall")
    }
    amounts: dict[str, Any] = {name: _fixed(array / index) for name, array in arrays.items() if array is not None}
    amounts["index_rate"] = amounts["first_index_rate"] = _fixed(np.zeros_like(result.index_rate))
    if result.bridge is None:
        return replace(result, **amounts)
    bridge = dict(result.bridge)
    bridge["previous_level"] = bridge["previous_level"] + bridge["indexation"]
    bridge["indexation"] = np.zeros_like(bridge["indexation"])
    amounts["bridge"] = MappingProxyType({name: _fixed(array / index) for name, array in bridge.items()})
    return replace(result, **amounts)


def _fixed(array: Array) -> Array:
    array.flags.writeable = False
    return array
