"""By what a step opens: the address of its figure, and from there which term of which term.

«cost_level/2027/helsenorge~1~0» is the first term of the second term of Helsenorge's cost level; where scenarios stand
side by side, «beside/2/cost_level/2027» is of the second.
"""

import re
from typing import Final

from charts.words.addresses import BESIDE
from model.explaining.node import Node

TERM: Final = "~"
"""What stands before the place of a term that has no address of its own."""

PLACES: Final = re.compile(rf"(?:{TERM}\d+)*$")
"""The places of terms at the end of a path; in an address a number may stand behind the same sign."""


def side(path: str) -> tuple[str, str]:
    """What a path says of which scenario it is of, «beside/2/» or nothing, and the rest. Raises ValueError."""
    first, *rest = path.split("/", 2)
    if first != BESIDE:
        return "", path
    place, rest_of_path = rest
    return f"{BESIDE}/{int(place)}/", rest_of_path


def of_term(path: str, place: int, term: Node) -> str:
    """The path of a term of the step at ``path``: its own address, where it has one."""
    return f"{side(path)[0]}{term.address}" if term.address else f"{path}{TERM}{place}"


def parts(path: str) -> tuple[int, str, tuple[int, ...]]:
    """Of which scenario, from 0; the address that a path starts from; and the places of the terms on the way.

    Raises ValueError for what is no path.
    """
    prefix, rest = side(path)
    found = PLACES.search(rest)
    places = found[0].split(TERM)[1:] if found else ()
    address = rest[: found.start()] if found else rest
    return int(prefix.split("/")[1]) - 1 if prefix else 0, address, tuple(map(int, places))


def term_at(node: Node, place: int) -> Node:
    """The term at a place. Raises IndexError where there is none."""
    if place < 0:
        raise IndexError(place)
    return node.terms[place]
