"""The kinds that are made of other calculations: the reference's, the difference from it, the change from a year."""

from types import MappingProxyType
from typing import Final

from model.explaining.asked import Asked, Kinds
from model.explaining.node import DIFFERENCE, Node
from model.explaining.tree import made_of

REFERENCE, OWN_KRONER, LESS_REFERENCE, CHANGE = "reference", "nominal", "difference", "change"


def of_difference(asked: Asked) -> Node:
    """The scenario's figure less the reference's: ``difference/cost_level/2027/vkp``."""
    own, other = asked.resolve(asked.rest), asked.resolve(f"{REFERENCE}/{asked.rest}")
    return _less(asked, own, other)


def of_change(asked: Asked) -> Node:
    """A year's figure less that of the year before: ``change/cost_level/2028/sum``.

    The year is the second part of what is changed, as in every address of a year.
    """
    quantity, year, *place = [*asked.parts[1:], "", ""][: max(2, len(asked.parts) - 1)]
    if not year.isdecimal():
        raise asked.refused()
    before = "/".join((quantity, str(int(year) - 1), *place))
    return _less(asked, asked.resolve(asked.rest), asked.resolve(before))


def _less(asked: Asked, own: Node, other: Node) -> Node:
    return made_of(
        DIFFERENCE,
        asked.parts[0],
        (own, other),
        own.unit,
        year=own.year,
        solution=own.solution,
        payer=own.payer,
        address=asked.address,
    )


COMPARED: Final[Kinds] = MappingProxyType({LESS_REFERENCE: of_difference, CHANGE: of_change})
