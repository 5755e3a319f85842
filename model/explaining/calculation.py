"""From an address to the calculation behind a figure that is shown, in the prices it is shown in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Self

from model.answers.answer import Answer, answer
from model.answers.question import Question
from model.explaining import (
    base_year,
    beside,
    burden,
    cells,
    changes,
    checks,
    draws,
    funds,
    history,
    invoice,
    net,
    other_answers,
    outside,
    own_money,
    past_payments,
    payments,
    projects,
    reasons,
    settled,
    shares,
    unit_costs,
)
from model.explaining.asked import AddressError, Asked, Kinds
from model.explaining.compared import COMPARED
from model.explaining.node import Node
from model.explaining.of_run import OF_RUN, prefixed_once
from model.explaining.tree import Tree

OF_FIGURES: Final = (
    base_year,
    beside,
    burden,
    cells,
    changes,
    checks,
    draws,
    funds,
    history,
    invoice,
    net,
    other_answers,
    outside,
    own_money,
    past_payments,
    payments,
    projects,
    reasons,
    settled,
    shares,
    unit_costs,
)
"""The modules whose kinds are made of what a run gives and of other figures."""

KINDS: Final[Kinds] = MappingProxyType(
    {**OF_RUN, **COMPARED, **{name: kind for module in OF_FIGURES for name, kind in module.KINDS.items()}}
)
"""Every kind of address: the tables of the modules that make them, put together here and nowhere else."""


@dataclass(frozen=True, slots=True, eq=False)
class Calculations:
    """The calculations of an answer, each made when it is first asked for, and those of other answers beside it."""

    answer: Answer
    tree: Tree
    known: dict[str, Node] = field(default_factory=dict)
    others: dict[Question, "Calculations"] = field(default_factory=dict)
    copies: dict[str, dict[int, Node]] = field(default_factory=dict)

    @classmethod
    def of(cls, given: Answer) -> Self:
        """Those of an answer, none made yet."""
        return cls(given, Tree.of(given.question.scenario))

    def node(self, address: str) -> Node:
        """The calculation that an address opens. Raises ModelError for an address that leads nowhere."""
        if address not in self.known:
            parts = address.split("/")
            if parts[0] not in KINDS:
                raise AddressError(address)
            asked = Asked(self.answer, parts, self.tree, self.node, self._of_other, self._prefixed)
            self.known[address] = KINDS[parts[0]](asked)
        return self.known[address]

    def _prefixed(self, node: Node, prefix: str) -> Node:
        """A calculation of another answer, which is kept as long as its copies are."""
        return prefixed_once(node, prefix, self.copies.setdefault(prefix, {}))

    def _of_other(self, question: Question) -> Callable[[str], Node]:
        if question == self.answer.question:
            return self.node
        if question not in self.others:
            self.others[question] = Calculations.of(answer(question))
        return self.others[question].node


def calculation(given: Answer, address: str) -> Node:
    """The calculation that an address opens, of an answer, in the question's prices.

    ``reference/…`` is the reference's, ``nominal/…`` the scenario's in its own kroner; the other kinds stand in
    ``KINDS``. Raises ModelError for an address that leads nowhere.
    """
    return Calculations.of(given).node(address)
