"""What makes the difference between scenario and reference: the part of a lever group, the mean over all orders.

A part is made of pairs of runs, one with the group's values of the scenario and one with those of the reference; what
other groups have in a pair is how far an order has come. Each run opens as the calculation of a scenario of its own
(docs/decisions/0187).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np

from model.answers.attribution import levers_of
from model.answers.changes import LAW_ROUNDING
from model.answers.mixtures import Asked as AskedOfMixtures
from model.answers.mixtures import ChangedValues, Compared
from model.answers.quantities import (
    ATTRIBUTED,
    BURDEN,
    COST_LEVEL,
    FINANCING_NEED,
    burden_of,
    is_burden,
    is_quantity,
    payer_of,
)
from model.answers.question import Question
from model.answers.shapley import shares_of_orders
from model.explaining.asked import Asked, Kinds, address
from model.explaining.compared import REFERENCE
from model.explaining.node import Node, Source
from model.explaining.operations import MNOK, RUN, SHARE, constant, definition, difference, product, total
from model.explaining.payments import CHARGED, COMPUTED, PAYMENT, SUM
from model.explaining.projects import PROJECT, SECTOR, WITH_COMPUTED, WITH_NEED
from model.explaining.quantities import solutions_of
from model.scenario.scenario import Scenario

REASON, MIXTURE, ONE_BY_ONE = "reason", "mixture", "one_by_one"
RECORD: Final = "0187"
AND, MEMBER, NOBODY = "+", ".", "none"
"""In an address of a run: between those that are changed, before one member of a group, and where nothing is."""

Changes = Mapping[str, ChangedValues]
"""Name of a lever group, or «.» and the lever of a member → the paths that move together."""


def quantity_address(quantity: str, year: object, solutions: str = SUM, *, as_computed: bool = False) -> str:
    """The address of a quantity by name: cost level, need, or what a payer group or an organisation pays, and a burden.

    solutions: of which of them, by the name of one or of a group; a burden is of all. as_computed: as the equations
    have it, also where the regulation has set it.
    """
    if quantity == COST_LEVEL:
        return address(COST_LEVEL, year, solutions)
    if is_burden(quantity):
        part = WITH_COMPUTED if as_computed else WITH_NEED
        return address(PROJECT, part, year, payer_of(quantity) or SECTOR)
    if quantity == FINANCING_NEED:
        return address(FINANCING_NEED if as_computed else CHARGED, year, solutions)
    return address(COMPUTED if as_computed else PAYMENT, year, solutions, quantity)


@dataclass(frozen=True, slots=True)
class _Of:
    """What is divided: a quantity of a year, of all solutions or some."""

    year: int
    quantity: str
    solutions: str

    def address(self, *, as_computed: bool = False) -> str:
        """Where it is calculated."""
        return quantity_address(self.quantity, self.year, self.solutions, as_computed=as_computed)


def reason(asked: Asked) -> Node:
    """«reason/<lever>/<year>/<quantity>»: a lever group's part of the difference.

    «…/one_by_one»: of one lever of a group. «…/<solutions>»: of the need of one solution, or of some.
    """
    lever, year, quantity, *how = asked.parts[1:] if len(asked.parts) > len(("kind", "lever", "year")) else [""] * 3
    one_by_one, solutions = how == [ONE_BY_ONE], how[0] if how and how != [ONE_BY_ONE] else SUM
    if not is_quantity(quantity, ATTRIBUTED) or len(how) > 1 or (quantity != FINANCING_NEED and solutions != SUM):
        raise asked.refused()
    of = _Of(asked.year(year), quantity, solutions)
    solutions_of(asked.baseline, solutions)
    if lever == LAW_ROUNDING:
        return _rounding(asked, of)
    question = asked.answer.question
    compared = Compared.of(question.scenario, question.reference, quantity)
    own, inside, others = _players(compared, lever, one_by_one)
    if not own:
        nothing = definition("not_changed", 0.0, MNOK)
        return total(f"reason.{lever}", (nothing,), year=of.year, address=asked.address)
    if not inside and not others:
        return difference(f"reason.{lever}", *_both_ends(asked, of), year=of.year, address=asked.address)
    runs = _Runs(asked, compared, {**own, **inside, **others}, of)
    terms = runs.parts(next(iter(own)), [*inside], [*others])
    return total(f"reason.{lever}", terms, year=of.year, address=asked.address)


def _players(compared: Compared, lever: str, one_by_one: bool) -> tuple[Changes, Changes, Changes]:
    """The lever itself, those that come next to it in every order, and the others; nothing where it does not differ."""
    whole = {group: _together(members) for group, members in compared.changes.items()}
    if not one_by_one:
        own = {name: change for name, change in whole.items() if name == lever}
        return own, {}, {name: change for name, change in whole.items() if name != lever}
    group = next((name for name, members in levers_of(compared.scenario.figures).items() if lever in members), "")
    members = {f"{MEMBER}{name}": change for name, change in compared.changes.get(group, {}).items()}
    own = {name: change for name, change in members.items() if name == f"{MEMBER}{lever}"}
    inside = {name: change for name, change in members.items() if name not in own}
    return own, inside, {name: change for name, change in whole.items() if name != group}


def _together(members: Mapping[str, ChangedValues]) -> ChangedValues:
    return {path: values for change in members.values() for path, values in change.items()}


def _both_ends(asked: Asked, of: _Of) -> tuple[Node, Node]:
    """The quantity by scenario and by reference, as it is computed."""
    where = of.address(as_computed=True)
    return asked.node(where), asked.node(REFERENCE, where)


class _Runs:
    """The runs that a part is made of, all in one batch."""

    def __init__(self, asked: Asked, compared: Compared, changes: Changes, of: _Of) -> None:
        self.asked, self.compared, self.changes = asked, compared, changes
        self.of = of

    def parts(self, own: str, inside: Sequence[str], others: Sequence[str]) -> list[Node]:
        """For each kind of place in the orders: the share of all orders that has it × what the change gives there."""
        before = dict(_before(inside, others))
        worth = self._worth([{*each, *also} for each in before for also in ((), (own,))])
        found = []
        for share in dict.fromkeys(before.values()):
            pairs = [self._pair(each, own, worth) for each, its_share in before.items() if its_share == share]
            of_orders = constant("share_of_orders", share, Source(record=RECORD), SHARE)
            found.append(product("in_such_orders", of_orders, total("what_it_gives", pairs), year=self.of.year))
        return found

    def _pair(self, before: tuple[str, ...], own: str, worth: Mapping[frozenset[str], float]) -> Node:
        """What changes when it is this one's turn."""
        after, first = (self._run(frozenset(each), worth) for each in ((*before, own), before))
        return difference("what_it_gives", after, first, year=self.of.year)

    def _run(self, changed: frozenset[str], worth: Mapping[frozenset[str], float]) -> Node:
        names = AND.join(name for name in self.changes if name in changed) or NOBODY
        where = address(MIXTURE, names, self.of.address(as_computed=True))
        source = Source(RUN, place=names, record=RECORD)
        return constant("run", worth[changed], source, MNOK, year=self.of.year, address=where)

    def _worth(self, chosen: Sequence[set[str]]) -> dict[frozenset[str], float]:
        """The changed ones of each run → the quantity of the year, MNOK in the question's prices."""
        different = list(dict.fromkeys(frozenset(each) for each in chosen))
        rows = np.array([[name in each for name in self.changes] for each in different])
        answer = self.asked.answer
        mixed = AskedOfMixtures(self.of.quantity, None, answer.is_fixed, answer.question.own)
        amounts = self.compared.amounts(mixed, list(self.changes.values()), rows)
        names = solutions_of(self.asked.baseline, self.of.solutions)
        places = [self.asked.baseline.at(name) for name in names]
        of_year = amounts[answer.result.years.index(self.of.year), places].sum(axis=0)
        return dict(zip(different, of_year.tolist(), strict=True))


def _before(inside: Sequence[str], others: Sequence[str]) -> Iterator[tuple[tuple[str, ...], float]]:
    """Those that may be changed before one, and the share of all orders that has just these there."""
    of_others, of_inside = shares_of_orders(len(others) + 1), shares_of_orders(len(inside) + 1)
    for count in range(len(others) + 1):
        for outer in combinations(others, count):
            for within in range(len(inside) + 1):
                for inner in combinations(inside, within):
                    yield (*outer, *inner), float(of_others[count] * of_inside[within])


def _rounding(asked: Asked, of: _Of) -> Node:
    """What is left of the difference where only one of the two has the regulation's amounts: their rounding."""
    place, year = of.address(), of.year
    shown = difference("difference", asked.node(place), asked.node(REFERENCE, place), year=year)
    computed = difference("difference_computed", *_both_ends(asked, of), year=year)
    return difference(f"reason.{LAW_ROUNDING}", shown, computed, year=year, address=asked.address)


def mixture(asked: Asked) -> Node:
    """«mixture/margin+index/…»: the calculation with these of the scenario and the rest of the reference."""
    names, rest = asked.parts[1:2], asked.parts[2:]
    if not names or not rest:
        raise asked.refused()
    question = asked.answer.question
    mixed = _mixed(question, _quantity_at(rest), [] if names[0] == NOBODY else names[0].split(AND))
    resolve = asked.of_other(Question(mixed, None, question.prices, question.year, question.us, question.own))
    return asked.prefixed(resolve(address(*rest)), address(MIXTURE, *names))


def _quantity_at(place: Sequence[str]) -> str:
    """The quantity of an address, which ends with who pays."""
    first, last = place[0], place[-1]
    if first == PROJECT:
        return BURDEN if last == SECTOR else burden_of(last)
    return last if is_quantity(last) else FINANCING_NEED


def _mixed(question: Question, quantity: str, names: Sequence[str]) -> Scenario:
    """The reference with what the scenario has of some groups and members."""
    compared, mixed = Compared.of(question.scenario, question.reference, quantity), question.reference
    members = {f"{MEMBER}{name}": each for group in compared.changes.values() for name, each in group.items()}
    changes = {group: _together(each) for group, each in compared.changes.items()} | members
    for name in names:
        for path in changes.get(name, {}):
            mixed = mixed.with_value(path, question.scenario.value(path))
    return mixed


KINDS: Kinds = {REASON: reason, MIXTURE: mixture}
