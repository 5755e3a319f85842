"""From an address to the calculation behind a figure that is shown, in the prices it is shown in."""

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from model.answers.answer import Answer, answer
from model.answers.question import NOMINAL
from model.explaining.asked import AddressError, Asked, Kinds
from model.explaining.compared import COMPARED, OWN_KRONER, REFERENCE
from model.explaining.node import Node
from model.explaining.of_check import OF_CHECK
from model.explaining.of_run import OF_RUN, prefixed
from model.explaining.tree import Tree

KINDS: Final[Kinds] = MappingProxyType({**OF_RUN, **COMPARED, **OF_CHECK})
"""Every kind of address: the tables of the modules that make them, put together here and nowhere else."""


def calculation(given: Answer, address: str) -> Node:
    """The calculation that an address opens, of an answer, in the question's prices.

    ``reference/…`` is the reference's, ``nominal/…`` the scenario's in its own kroner; the other kinds stand in
    ``KINDS``. Raises ModelError for an address that leads nowhere.
    """
    kind, _, rest = address.partition("/")
    if kind == REFERENCE:
        asked = given.question
        return prefixed(calculation(answer(replace(asked, scenario=asked.reference, against=None)), rest), REFERENCE)
    if kind == OWN_KRONER:
        return prefixed(calculation(answer(replace(given.question, prices=NOMINAL)), rest), OWN_KRONER)
    if kind not in KINDS:
        raise AddressError(address)
    tree = Tree.of(given.question.scenario)
    return KINDS[kind](Asked(given, address.split("/"), tree, lambda other: calculation(given, other)))
