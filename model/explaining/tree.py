"""A scenario's levers put into the equations: a tree of figures, each made of the ones below it."""

import math
import operator
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Self

from model.explaining.description import EXPLAINED, OF_WHOLE_YEARS, Description
from model.explaining.expressions import (
    AFTER,
    AT_LEAST,
    EQUAL,
    MNOK,
    NOTHING,
    Choice,
    Condition,
    Expression,
    Figure,
    IfAny,
    Lever,
    Operation,
    Reference,
)
from model.explaining.levers import lever
from model.explaining.node import (
    CELL,
    CONSTANT,
    DIFFERENCE,
    MAXIMUM,
    PRODUCT,
    QUOTIENT,
    SUM_OF,
    Node,
    cell_address,
)
from model.scenario.scenario import Scenario

COMPARED: Final[Mapping[str, Callable[[float, float], bool]]] = {
    EQUAL: operator.eq,
    AT_LEAST: operator.ge,
    AFTER: operator.gt,
}
WORKED_OUT: Final[Mapping[str, Callable[[Sequence[float]], float]]] = {
    SUM_OF: sum,
    DIFFERENCE: lambda values: values[0] - sum(values[1:]),
    PRODUCT: math.prod,
    QUOTIENT: lambda values: values[0] / values[1],
    MAXIMUM: max,
}
"""What an operation gives of its terms' values."""


def made_of(
    op: str,
    name: str,
    terms: Sequence[Node],
    unit: str = MNOK,
    year: int | None = None,
    solution: str = "",
    payer: str = "",
    address: str = "",
) -> Node:
    """A node with its value worked out from its terms."""
    value = WORKED_OUT[op]([term.value for term in terms]) + 0.0  # no negative zero
    return Node(name, value, unit, op, tuple(terms), year, solution, payer, address)


@dataclass(frozen=True, slots=True)
class Tree:
    """The nodes of a scenario, each made when it is first asked for and then shared by all that hold it."""

    scenario: Scenario
    description: Description
    moved: Collection[str]
    known: dict[Reference, Node] = field(default_factory=dict)
    levers: dict[str, Node] = field(default_factory=dict)

    @classmethod
    def of(cls, scenario: Scenario) -> Self:
        """The tree of a scenario, without any node yet."""
        return cls(scenario, Description.of(scenario), scenario.departures().keys())

    def node(self, quantity: Reference) -> Node:
        """A quantity of a year, and of one solution where it is of one."""
        if quantity not in self.known:
            found = self._of(self.description.expression(quantity), quantity)
            self.known[quantity] = self._named(found, quantity) if is_asked_for(quantity.name) else found
        return self.known[quantity]

    def _named(self, found: Node, quantity: Reference) -> Node:
        """What can be asked for bears its own name and address, also where it is nothing but another figure."""
        is_own = found.name == quantity.name and found.terms and not found.address
        op, terms = (found.op, found.terms) if is_own else (SUM_OF, (found,))
        address = address_of(quantity)
        return made_of(op, quantity.name, terms, found.unit, quantity.year, quantity.solution, address=address)

    def _of(self, expression: Expression, quantity: Reference) -> Node:
        match expression:
            case Reference():
                return self.node(expression)
            case Figure():
                return self._leaf(expression)
            case Lever():
                return self._lever(expression.path)
            case Choice():
                is_so = self._holds(expression.condition, quantity)
                return self._of(expression.then if is_so else expression.otherwise, quantity)
            case IfAny():
                return self._of(expression.term, quantity)
            case Operation():
                return self._operation(expression, quantity)

    def _operation(self, expression: Operation, quantity: Reference) -> Node:
        terms = [(term, self._of(term, quantity)) for term in expression.terms]
        if expression.op in (SUM_OF, DIFFERENCE):
            first = expression.terms[0] if expression.op == DIFFERENCE else None
            terms = [(term, node) for term, node in terms if term is first or not self._may_be_left_out(term, node)]
        nodes = [node for _, node in terms] or [self._leaf(NOTHING)]
        if len(nodes) == 1 and expression.op in (SUM_OF, DIFFERENCE):
            return nodes[0]
        return made_of(expression.op, expression.name, nodes, expression.unit, quantity.year, quantity.solution)

    def _may_be_left_out(self, term: Expression, node: Node) -> bool:
        """Whether a term of a sum is nothing, and says nothing by being there."""
        if node.value != 0:
            return False
        if isinstance(term, IfAny):
            return term.hides_levers or not self._hangs_on_moved(node)
        return node.op == CONSTANT and node.name == NOTHING.name

    def _hangs_on_moved(self, node: Node) -> bool:
        """Whether a lever that is moved stands in a node, short of what can be asked for by itself."""
        return node.name in self.moved or any(self._hangs_on_moved(term) for term in node.terms if not term.address)

    def _holds(self, condition: Condition, quantity: Reference) -> bool:
        left, right = (self._of(side, quantity).value for side in (condition.left, condition.right))
        return COMPARED[condition.sign](left, right)

    def _lever(self, path: str) -> Node:
        if path not in self.levers:
            self.levers[path] = lever(self.scenario, path)
        return self.levers[path]

    def _leaf(self, figure: Figure) -> Node:
        at = figure.source
        is_printed = (at.table, at.row, at.column) in self.scenario.figures.cells
        address = cell_address(at.table, at.row, at.column) if is_printed and figure.op == CELL else ""
        return Node(figure.name, figure.value + 0.0, figure.unit, figure.op, address=address, source=at)


def is_asked_for(name: str) -> bool:
    """Whether a quantity has an address."""
    return name in EXPLAINED or name in OF_WHOLE_YEARS


def address_of(quantity: Reference) -> str:
    """The address of a quantity: «cost_level/2027/vkp»."""
    return "/".join(filter(None, (quantity.name, str(quantity.year), quantity.solution)))
