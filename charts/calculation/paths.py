"""By what a step opens: the address of its figure, and from there which term of which term.

«cost_level/2027/helsenorge~1~0» is the first term of the second term of Helsenorge's cost level.
"""

from typing import Final

from model.explaining.node import Node

TERM: Final = "~"
"""What stands before the place of a term that has no address of its own."""


def of_term(path: str, place: int, term: Node) -> str:
    """The path of a term of the step at ``path``: its own address, where it has one."""
    return term.address or f"{path}{TERM}{place}"


def parts(path: str) -> tuple[str, tuple[int, ...]]:
    """The address that a path starts from, and the places of the terms on the way. Raises ValueError for no path."""
    address, *places = path.split(TERM)
    return address, tuple(map(int, places))


def term_at(node: Node, places: tuple[int, ...]) -> Node:
    """The term that the places lead to. Raises IndexError where they lead nowhere."""
    for place in places:
        if place < 0:
            raise IndexError(place)
        node = node.terms[place]
    return node
