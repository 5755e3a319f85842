"""Last year's level, what of the plan is counted on, and what the extra levers take: equations 1 to 3."""

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from model.explaining.expressions import (
    EQUAL,
    FACTOR,
    NO_SHARE,
    NOTHING,
    ONE,
    SHARE,
    Choice,
    Condition,
    Expression,
    IfAny,
    Operation,
    less,
    times,
    total,
)
from model.explaining.measured import DECOMMISSIONING, STATE_FUNDED, Measured
from model.explaining.origins import bridge_cell
from model.explaining.place import UNCHANGED, Equation, Place

REALISED_BY: Final = {
    "investment": ("investment_realisation", "firm_investment"),
    "volume_preparedness": ("volume_realisation", "firm_volume_preparedness"),
    "efficiency": ("efficiency_realisation", DECOMMISSIONING),
}
"""Step → the lever that says how much of it is counted on, and what of it that lever leaves alone."""


def measured(name: str, place: Place) -> Expression:
    """A cell after measures, equation 1."""
    return Measured(place.baseline, place.start).of(name, place.year, place.solution)


def _state_funded(place: Place) -> Expression:
    """What the state pays of the level: of the measures of this year, and of those before."""
    own = measured(STATE_FUNDED, place)
    return own if place.is_first else total(STATE_FUNDED, IfAny(place.here(STATE_FUNDED, 1)), IfAny(own))


def _last_level(place: Place) -> Expression:
    """The level of last year; of the base year what was available, as printed."""
    return bridge_cell(place.baseline, place.solution, "available") if place.is_first else place.here("level", 1)


def _base(place: Place) -> Expression:
    """What the extra levers are shares of, equation 2."""
    return total("base", place.here("last_level"), IfAny(place.here("planned_changed_financing")))


def _counted(step: str, place: Place) -> Expression:
    """A planned step as far as it is counted on, equation 3, without the extra levers."""
    planned, (lever, left_alone) = place.here(f"planned_{step}"), REALISED_BY[step]
    if place.is_cleared:
        return planned
    name, share = f"counted_{step}", place.own(lever)
    realised: Expression = times(name, planned, share)
    if measured(left_alone, place) != NOTHING:
        firm = place.here(left_alone)
        partly = times("counted_part", less("realisable", planned, firm), share)
        realised = Choice(Condition(share, EQUAL, ONE), planned, total(name, IfAny(partly), firm))
    return place.working(realised, planned)


def _saved(place: Place) -> Iterator[Expression]:
    """The shares of the base that are saved: every year's, and the lasting one in the first year."""
    yield place.own("extra_efficiency")
    yield IfAny(place.in_first_working(place.own("lasting_saving"), NO_SHARE))


def growth(place: Place) -> Expression:
    """1 and what the extra levers add to each krone of the base, equation 3; nothing on the clearing line."""
    if place.is_cleared:
        return ONE
    grown = total("with_volume", ONE, place.own("extra_volume"), unit=FACTOR)
    return place.working(less("growth", grown, *_saved(place), unit=FACTOR), UNCHANGED)


def _with_volume(place: Place) -> Expression:
    """Volume and preparedness with the extra lever, equation 3."""
    counted = place.here("counted_volume_preparedness")
    if place.is_cleared:
        return counted
    extra = place.working(times("extra_volume_amount", place.own("extra_volume"), place.here("base")), NOTHING)
    return total("fixed_volume_preparedness", counted, IfAny(extra))


def _with_saving(place: Place) -> Expression:
    """Efficiency with the extra levers, equation 3."""
    counted = place.here("counted_efficiency")
    if place.is_cleared:
        return counted
    share: Operation = total("saved_share", *_saved(place), unit=SHARE)
    extra = place.working(times("extra_efficiency_amount", share, place.here("base")), NOTHING)
    return less("fixed_efficiency", counted, IfAny(extra))


CELLS: Final = (
    "planned_investment",
    "planned_changed_financing",
    "planned_volume_preparedness",
    "planned_efficiency",
    "planned_added_measures",
    DECOMMISSIONING,
    "firm_investment",
    "firm_volume_preparedness",
)
COUNTED: Final[Mapping[str, Equation]] = MappingProxyType(
    {
        **{name: partial(measured, name) for name in CELLS},
        STATE_FUNDED: _state_funded,
        "last_level": _last_level,
        "base": _base,
        "fixed_investment": partial(_counted, "investment"),
        "counted_volume_preparedness": partial(_counted, "volume_preparedness"),
        "counted_efficiency": partial(_counted, "efficiency"),
        "growth": growth,
        "fixed_volume_preparedness": _with_volume,
        "fixed_efficiency": _with_saving,
    }
)
"""Quantity → its equation, in kroner of the base year at the embedded margin."""
