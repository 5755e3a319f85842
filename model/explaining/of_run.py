"""The kinds of what ``run`` gives, in the question's prices: levels, needs, steps of bridges and factors."""

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from model.explaining.asked import Asked, Kinds
from model.explaining.description import EXPLAINED, OF_WHOLE_YEARS
from model.explaining.expressions import Reference
from model.explaining.node import CELL, CONSTANT, QUOTIENT, SUM_OF, Node, Source
from model.explaining.quantities import SUM, explained
from model.explaining.tree import made_of

IN_KRONER_OF_BASE_YEAR: Final = ("level", *OF_WHOLE_YEARS)
"""What is the same in any prices."""

NOMINAL_PREFIX: Final = "nominal"


def prefixed(node: Node, prefix: str) -> Node:
    """The same calculation with a prefix before the addresses in it, so that each opens what it shows.

    Cells stay: a printed figure is nobody's.
    """
    return prefixed_once(node, prefix, {})


def prefixed_once(node: Node, prefix: str, made: dict[int, Node]) -> Node:
    """The same, each step made once. made: those that there are, by the identity of what they are made of."""
    if id(node) not in made:
        terms = tuple(prefixed_once(term, prefix, made) for term in node.terms)
        address = f"{prefix}/{node.address}" if node.address and node.op != CELL else node.address
        made[id(node)] = replace(node, terms=terms, address=address)
    return made[id(node)]


def of_run(asked: Asked) -> Node:
    """A quantity of a year: ``cost_level/2027``, ``cost_level/2027/vkp``."""
    quantity, year, solution = _place(asked)
    nominal = explained(asked.tree, quantity, year, solution)
    if not asked.answer.is_fixed or quantity in IN_KRONER_OF_BASE_YEAR:
        return nominal
    if quantity == "indexation":
        return made_of(SUM_OF, quantity, (_no_growth(),), year=year, solution=solution, address=asked.address)
    if quantity == "previous_level":  # counted in the year's own index
        grown = explained(asked.tree, "indexation", year, solution)
        nominal = made_of(SUM_OF, "previous_level_indexed", (nominal, grown), year=year, solution=solution)
    index = asked.tree.node(Reference("price_index", year))
    terms = prefixed(nominal, NOMINAL_PREFIX), index
    return made_of(QUOTIENT, quantity, terms, year=year, solution=solution, address=asked.address)


def _place(asked: Asked) -> tuple[str, int, str]:
    quantity, *place = asked.parts
    most = 1 if quantity in OF_WHOLE_YEARS else 2
    if not 1 <= len(place) <= most or not place[0].isdecimal():
        raise asked.refused()
    return quantity, int(place[0]), place[1] if len(place) > 1 else SUM


def _no_growth() -> Node:
    """Where prices stand still nothing is indexed."""
    return Node("nothing", 0.0, "mnok", CONSTANT, source=Source(place="prices", record="0103"))


OF_RUN: Final[Kinds] = MappingProxyType(dict.fromkeys((*EXPLAINED, *OF_WHOLE_YEARS), of_run))
