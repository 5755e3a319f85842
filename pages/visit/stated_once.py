"""What stands in a link more than once, or stands there and says nothing: it is said, never taken in silence."""

from typing import Final

from model.scenario.received import Received
from pages.visit import narrowed, uncertain, view_link
from pages.visit.problems import Refused

SEVERAL: Final = (view_link.COMPARED_PARAMETER, uncertain.RANGE_PARAMETER)
"""The parameters that may stand more than once."""

LEFT_OUT: Final = (view_link.SOURCE_PARAMETER, view_link.CALCULATION_PARAMETER, *narrowed.PARAMETERS.values())
"""The parameters that a link leaves out where nothing is chosen; an empty one of the others is none of its options."""


def not_stated_once(address: Received) -> tuple[Refused, ...]:
    """Each parameter with values that differ, of which the last counts; and each that is empty."""
    twice = [
        Refused("twice", {"found": name, "kept": values[-1]})
        for name, values in address.differing.items()
        if name not in SEVERAL
    ]
    empty = [Refused("empty", {"found": name}) for name in LEFT_OUT if address.last.get(name) == ""]
    return (*twice, *empty)
