"""The level, the cost level, the need, and the steps of the bridge: equations 4 to 8."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from model.baseline.axes import STATE_FUNDING
from model.explaining.expressions import OPPOSITE, Expression, IfAny, less, times, total
from model.explaining.measured import STATE_FUNDED
from model.explaining.origins import bridge_cell
from model.explaining.place import Equation, Place
from model.explaining.returned import returned

STEPPED: Final = {
    "investment": "fixed_investment",
    "changed_financing": "planned_changed_financing",
    "volume_preparedness": "fixed_volume_preparedness",
    "efficiency": "fixed_efficiency",
    "added_measures": "planned_added_measures",
}
"""Step of the bridge → the same in kroner of the base year, at the embedded margin."""

COUNTED_ON: Final = (
    "fixed_investment",
    "counted_volume_preparedness",
    "counted_efficiency",
    "planned_added_measures",
)


def _level(place: Place) -> Expression:
    """Equation 4, with last year's level once: it and changed financing grow by what the extra levers add."""
    last, financing = place.here("last_level"), place.here("planned_changed_financing")
    grown: tuple[Expression, ...] = last, IfAny(financing)
    if not place.is_cleared:
        growth = place.here("growth")
        moved = times("financing_grown", financing, growth)
        grown = times("last_level_grown", last, growth), IfAny(moved, hides_levers=True)
    return total("level", *grown, *(IfAny(place.here(name)) for name in COUNTED_ON))


def _indexed(name: str, share: str, place: Place) -> Expression:
    """A share of the level in the year's kroner: all of it with the margin, or what is not spent or lacks of it."""
    return times(name, place.of_year(share), place.here("level"), place.of_year("price_index"))


def _state(place: Place) -> Expression:
    """What the state pays, equation 8."""
    return times("state", place.of_year("margin_factor"), place.here(STATE_FUNDED), place.of_year("price_index"))


def _need(place: Place) -> Expression:
    """Equation 8."""
    return less("financing_need", place.here("cost_level"), place.here("returned"), IfAny(place.here("state")))


def _previous_level(place: Place) -> Expression:
    """Where the bridge starts: the cost level of last year, in the first what was available."""
    return bridge_cell(place.baseline, place.solution, "available") if place.is_first else place.here("cost_level", 1)


def _indexation(place: Place) -> Expression:
    return times("indexation", place.here("previous_level"), place.index_rate)


def _step(name: str, place: Place) -> Expression:
    """A step of the bridge in the year's kroner."""
    return times(name, place.here(STEPPED[name]), place.of_year("step_factor"))


def _risk_margin(place: Place) -> Expression:
    return times("risk_margin", place.here("level"), place.of_year("margin_step"))


def _opposite(name: str, of: str, place: Place) -> Expression:
    """What lowers the payment, as a step of the bridge."""
    return times(name, OPPOSITE, place.here(of))


AMOUNTS: Final[Mapping[str, Equation]] = MappingProxyType(
    {
        "level": _level,
        "cost_level": partial(_indexed, "cost_level", "margin_factor"),
        "unspent": partial(_indexed, "unspent", "unspent_share"),
        "shortfall": partial(_indexed, "shortfall", "shortfall_share"),
        "returned": returned,
        "state": _state,
        "financing_need": _need,
        "previous_level": _previous_level,
        "indexation": _indexation,
        **{name: partial(_step, name) for name in STEPPED},
        "risk_margin": _risk_margin,
        "returned_funds": partial(_opposite, "returned_funds", "returned"),
        STATE_FUNDING: partial(_opposite, STATE_FUNDING, "state"),
    }
)
"""Quantity → its equation, of a place with a solution; all but the level in the year's own kroner."""
