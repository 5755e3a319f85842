"""The same result in another price basis."""

from dataclasses import replace

from model.result import Result


def in_fixed_prices(result: Result) -> Result:
    """``result`` in fixed 2025 kroner: every amount of a year over that year's I(t).

    Last year's level is then counted in its own year's index, so that ``indexation`` is zero: what is left of a
    bridge is what changes when prices stand still. Arrays keep their shape (year, solution, scenario), MNOK.
    """
    over = 1 / result.index[:, None, :]
    arrays = {
        name: getattr(result, name) for name in ("cost_level", "financing_need", "returned", "unspent", "shortfall")
    }
    amounts = {name: array * over for name, array in arrays.items() if array is not None}
    if result.bridge is None:
        return replace(result, **amounts)
    bridge = {component: array * over for component, array in result.bridge.items()}
    bridge["previous_level"] = bridge["previous_level"] + bridge["indexation"]
    bridge["indexation"] = bridge["indexation"] * 0
    return replace(result, **amounts, bridge=bridge)
