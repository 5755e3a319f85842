"""What a step is passed over for, where it says nothing of its own: it is what one of its terms is."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from charts.calculation import paths
from charts.calculation.names import COMPARING
from charts.calculation.terms import folded_places, order
from charts.calculation.values import NOTHING
from model.explaining.beside import YEARS
from model.explaining.checks import KIND as CHECK
from model.explaining.node import CELL, LEAVES, PRODUCT, QUOTIENT, Node

INDEX: Final = "price_index"
NOK_PER_MNOK: Final = "nok_per_mnok"

Link = tuple[Node, str, tuple[int, ...]]
"""A step, its path, and the places of its terms that are shown."""


def behind(node: Node) -> Node:
    """The step that is shown for a node: what is behind it, where it has one term that is the same figure.

    So is what is divided by a price index of one, and an amount in kroner that is another in millions of them.
    """
    found = _other(node)
    return node if found is None else behind(found)


def links(node: Node, path: str) -> tuple[Link, ...]:
    """The step, and while factors of one leave but one term of it, what that is made of; of each what is shown.

    Of all but the last that is what is folded.
    """
    folded = folded_places(node)
    left = [place for place in range(len(node.terms)) if place not in folded]
    if node.op == PRODUCT and folded and len(left) == 1:
        below = behind(node.terms[left[0]])
        if below.op not in LEAVES and _is_same(node, below) and below.name not in (*COMPARING, CHECK, YEARS):
            below_path = paths.of_term(path, left[0], node.terms[left[0]])
            return (node, path, tuple(sorted(folded))), *links(below, below_path)
    return ((node, path, order(node)),)


def shown_terms(node: Node, path: str) -> Iterator[tuple[Node, str]]:
    """The terms of a step as they are shown, each with the path that opens it."""
    for each, its_path, places in links(node, path):
        yield from ((each.terms[place], paths.of_term(its_path, place, each.terms[place])) for place in places)


def _other(node: Node) -> Node | None:
    """The step that is shown instead; None where the node is shown itself."""
    if node.op == QUOTIENT and node.terms[1].name == INDEX and node.terms[1].value == 1:
        return replace(node.terms[0], address=node.address)
    if node.op == PRODUCT and not node.address and [term.name for term in node.terms[1:]] == [NOK_PER_MNOK]:
        return node.terms[0]
    if len(node.terms) != 1 or node.name == CHECK or not _is_same(node, node.terms[0]):
        return None
    only = node.terms[0]
    if only.op == CELL or YEARS in (node.name, only.name) or only.name in COMPARING:
        return replace(only, address=node.address or only.address)
    if only.op in LEAVES:
        return None
    return replace(only, name=node.name, year=node.year, solution=node.solution, payer=node.payer, address=node.address)


def _is_same(node: Node, term: Node) -> bool:
    """Whether a term is the same figure: of the same year, solution and payer, as far as both say."""
    said = zip((node.year, node.solution, node.payer), (term.year, term.solution, term.payer), strict=True)
    is_of_same = all(not first or not second or first == second for first, second in said)
    return is_of_same and node.unit == term.unit and abs(node.value - term.value) < NOTHING
