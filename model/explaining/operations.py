"""Steps of a calculation made of others: what each gives is its operation over what its terms give."""

from collections.abc import Iterable
from typing import TypedDict, Unpack

from model.explaining.expressions import Figure
from model.explaining.node import CELL, CONSTANT, DIFFERENCE, LEVER, PRODUCT, QUOTIENT, SUM_OF, Node, Source

MNOK, NOK, SHARE, FACTOR, INDEX, COUNT = "mnok", "nok", "share", "factor", "index", "count"

OWN, DEFINITION, RUN, ASKED = "own", "definition", "run", "asked"
"""What stands for a document where there is none: a visitor's own file or field, what words mean, another run, and what
is asked for."""


class Of(TypedDict, total=False):
    """What a step is of: year, solution, payer, and its address, as far as it has them."""

    year: int | None
    solution: str
    payer: str
    address: str


def total(name: str, terms: Iterable[Node], unit: str = MNOK, **of: Unpack[Of]) -> Node:
    """The terms added."""
    parts = tuple(terms)
    return Node(name, sum(term.value for term in parts), unit, SUM_OF, parts, **of)


def difference(name: str, first: Node, *others: Node, unit: str = "", **of: Unpack[Of]) -> Node:
    """The first term less all others, in its unit unless one is given."""
    value = first.value - sum(term.value for term in others)
    return Node(name, value, unit or first.unit, DIFFERENCE, (first, *others), **of)


def product(name: str, *terms: Node, unit: str = MNOK, **of: Unpack[Of]) -> Node:
    """The terms multiplied."""
    value = 1.0
    for term in terms:
        value *= term.value
    return Node(name, value, unit, PRODUCT, terms, **of)


def quotient(name: str, first: Node, second: Node, unit: str = SHARE, **of: Unpack[Of]) -> Node:
    """The first by the second, which is not zero."""
    return Node(name, first.value / second.value, unit, QUOTIENT, (first, second), **of)


def cell(name: str, value: float, source: Source, unit: str = MNOK, **of: Unpack[Of]) -> Node:
    """A figure as a document has it."""
    return Node(name, value, unit, CELL, source=source, **of)


def constant(name: str, value: float, source: Source, unit: str = FACTOR, **of: Unpack[Of]) -> Node:
    """A figure that the model rests on: of a definition, a list of figures, or an assumption with its record."""
    return Node(name, value, unit, CONSTANT, source=source, **of)


def leaf(figure: Figure) -> Node:
    """A figure of the equations as a leaf."""
    return Node(figure.name, figure.value, figure.unit, figure.op, source=figure.source)


def lever(path: str, value: float, unit: str, **of: Unpack[Of]) -> Node:
    """What the scenario has at a path."""
    return Node(path, value, unit, LEVER, source=Source(place=path), **of)


def own(name: str, value: float, unit: str, **of: Unpack[Of]) -> Node:
    """A value of a visitor's own, in a file or a field."""
    return Node(name, value, unit, CONSTANT, source=Source(OWN), **of)


def definition(name: str, value: float, unit: str = FACTOR) -> Node:
    """A number that is so by what words mean: months in a year, kroner in a million."""
    return Node(name, value, unit, CONSTANT, source=Source(DEFINITION))
