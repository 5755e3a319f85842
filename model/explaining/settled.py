"""The way of the money: what is paid, used, left over, returned and held by Norsk helsenett, also after the plan.

Amounts are in each year's own kroner. «settled/<quantity>/<year>/<solution>» is the scenario's; after «spent_alike/»
it is that of the published rules, spent alike.
"""

from collections.abc import Callable, Mapping
from typing import Final

from model.answers.settling import LONGEST
from model.baseline.law import INDEX_RATE
from model.explaining.asked import Asked, Kinds, address
from model.explaining.compared import OWN_KRONER
from model.explaining.expressions import OPPOSITE, Reference
from model.explaining.levers import lever
from model.explaining.node import Node
from model.explaining.operations import FACTOR, MNOK, definition, difference, leaf, product, quotient, total
from model.explaining.origins import base_year_underspend, bridge_cell, of_law, underspend_weights
from model.explaining.payments import SUM, parts_of

SETTLED: Final = "settled"
HELD, TO_RETURN, KEPT, DELAY, SUPPLEMENT = "held", "to_return", "kept", "delay", "index_supplement"

Flow = Callable[[Asked, int, str], Node]
"""Of an answer in its own kroner, a year and a solution."""


def of_run(quantity: str) -> Flow:
    """What the equations give of any year, also after the plan, in which nothing published changes."""

    def flow(asked: Asked, year: int, solution: str) -> Node:
        return asked.tree.node(Reference(quantity, year, solution))

    return flow


def opposite(name: str, of: Flow) -> Flow:
    """What lowers a payment: with the opposite sign."""

    def flow(asked: Asked, year: int, solution: str) -> Node:
        return product(name, leaf(OPPOSITE), of(asked, year, solution), year=year, solution=solution)

    return flow


def spent(asked: Asked, year: int, solution: str) -> Node:
    """What is used of the cost level, or beyond it."""
    level, unspent, shortfall = (FLOWS[name](asked, year, solution) for name in ("cost_level", "unspent", "shortfall"))
    used = difference("used_of_level", level, unspent, year=year, solution=solution)
    return total("spent", (used, shortfall), year=year, solution=solution)


def growth_into(asked: Asked, year: int) -> Node:
    """The price growth into a year."""
    scenario, law = asked.answer.question.scenario, asked.baseline.law
    if law is not None and asked.answer.law_payment is not None and year == law.year:
        return leaf(of_law(asked.baseline, INDEX_RATE, law.index_rate, "share"))
    return lever(scenario, "index_rate")


def supplement(asked: Asked, year: int, solution: str) -> Node:
    """What returned money grows by in the year that it is returned in."""
    rate = growth_into(asked, year)
    grown = total("growth_of_prices", (definition("one", 1.0), rate), FACTOR, year=year)
    part = quotient("growth_in_returned", rate, grown, FACTOR, year=year)
    return product(SUPPLEMENT, FLOWS["returned"](asked, year, solution), part, year=year, solution=solution)


def delay(asked: Asked, year: int, solution: str) -> Node:
    """The price growth that money returned after two years has missed: that of the first of them."""
    scenario, first = asked.answer.question.scenario, asked.baseline.first_year
    waits = scenario.repayment_lag > 1 and year > first
    returned = FLOWS["returned"](asked, year, solution)
    if waits:
        return product(DELAY, returned, growth_into(asked, year - 1), year=year, solution=solution)
    if asked.answer.law_payment is not None and scenario.repayment_lag == 1 and year == first + 1:
        return _late_of_base_year(asked, year, solution)
    return product(DELAY, returned, definition("no_wait", 0.0), year=year, solution=solution)


def _late_of_base_year(asked: Asked, year: int, solution: str) -> Node:
    """The base year's money, which waits two years where the law has set the first."""
    rate = lever(asked.answer.question.scenario, "base_year_underspend_returned")
    grown = total("growth_of_prices", (definition("one", 1.0), growth_into(asked, year)), FACTOR, year=year)
    missed = growth_into(asked, year - 1)
    return product(DELAY, _base_year(asked, solution), rate, grown, missed, year=year, solution=solution)


def _base_year(asked: Asked, solution: str) -> Node:
    """A solution's part of the base year's forecast underspend."""
    baseline, weights = asked.baseline, underspend_weights(asked.baseline)
    whole = leaf(base_year_underspend(baseline))
    if solution not in weights:
        return product("base_year_underspend", whole, definition("no_part", 0.0), solution=solution)
    every = total("all_weights", [leaf(weight) for weight in weights.values()])
    share = quotient("share_of_underspend", leaf(weights[solution]), every)
    return product("base_year_underspend", whole, share, year=baseline.base_year, solution=solution)


def _earlier(asked: Asked, solution: str) -> Node:
    """Earlier years' money that is returned in the first year, 0 or more."""
    printed = leaf(bridge_cell(asked.baseline, solution, "returned_funds"))
    return product("earlier_funds", leaf(OPPOSITE), printed, year=asked.baseline.first_year, solution=solution)


def to_return(asked: Asked, year: int, solution: str) -> Node:
    """What the rules will still return at a year's end, as equation 7."""
    scenario, baseline = asked.answer.question.scenario, asked.baseline
    terms = []
    if year == baseline.base_year:
        earlier = _earlier(asked, solution)
        is_set = asked.answer.law_payment is not None
        terms.append(earlier if is_set else product("earlier_back", earlier, lever(scenario, "earlier_funds_returned")))
    if year < _due_year(asked):
        share = lever(scenario, "base_year_underspend_returned")
        terms.append(product("base_year_back", _base_year(asked, solution), share, solution=solution))
    lags = (0, 1) if scenario.repayment_lag > 1 else (0,)
    terms += [_back(asked, year - lag, solution) for lag in lags if year - lag >= baseline.first_year]
    return total(TO_RETURN, terms, year=year, solution=solution)


def _due_year(asked: Asked) -> int:
    """The year in which the base year's money comes back: by the law in the second of the plan at the earliest."""
    baseline = asked.baseline
    due = baseline.base_year + asked.answer.question.scenario.repayment_lag
    return max(due, baseline.first_year + 1) if asked.answer.law_payment is not None else due


def _back(asked: Asked, year: int, solution: str) -> Node:
    """What comes back of a year, less what is charged of what it lacked."""
    scenario = asked.answer.question.scenario
    parts = [
        product(name, lever(scenario, path), FLOWS[flow](asked, year, solution), year=year, solution=solution)
        for name, path, flow in (
            ("unspent_back", "underspend_returned", "unspent"),
            ("shortfall_charged", "shortfall_recovered", "shortfall"),
        )
    ]
    return difference("back", *parts, year=year, solution=solution)


FLOWS: Final[Mapping[str, Flow]] = {
    "payment": of_run("financing_need"),
    "cost_level": of_run("cost_level"),
    "state": of_run("state"),
    "unspent": of_run("unspent"),
    "shortfall": of_run("shortfall"),
    "returned": of_run("returned"),
    "spent": spent,
    SUPPLEMENT: supplement,
    DELAY: delay,
    TO_RETURN: to_return,
    "less_shortfall": opposite("less_shortfall", of_run("shortfall")),
    "less_returned": opposite("less_returned", of_run("returned")),
    "less_state": opposite("less_state", of_run("state")),
}
"""Quantity → what it is of a solution in a year; what is held is made of these."""


def settled(asked: Asked) -> Node:
    """«settled/<quantity>/<year>/<solution>», in each year's own kroner whichever the question asks for."""
    quantity, year, name = asked.take(3)
    first, baseline = asked.baseline.first_year, asked.baseline
    is_of_end = quantity in (HELD, TO_RETURN, KEPT)
    if not year.isdecimal() or int(year) not in range(first - 1 if is_of_end else first, first + LONGEST + 1):
        raise asked.refused()
    if asked.answer.is_fixed:
        return asked.node(OWN_KRONER, asked.address)
    if quantity == HELD:
        return _held(asked, int(year), name)
    if quantity == KEPT:
        parts = (asked.node(SETTLED, each, year, name) for each in (HELD, TO_RETURN))
        return difference(KEPT, *parts, year=int(year), solution=name, address=asked.address)
    if quantity not in FLOWS:
        raise asked.refused()
    if name not in baseline.solutions:
        terms = [asked.node(SETTLED, quantity, year, part) for part in parts_of(asked, name)]
        return total(quantity, terms, year=int(year), solution=name, address=asked.address)
    node = FLOWS[quantity](asked, int(year), name)
    return Node(node.name, node.value, MNOK, node.op, node.terms, int(year), name, "", asked.address, node.source)


def _held(asked: Asked, year: int, name: str) -> Node:
    """What is held at a year's end: what was, and what came in less what was used; at first what was left of before."""
    if year < asked.baseline.first_year:
        parts = parts_of(asked, name)
        at_first = [each for part in parts for each in (_earlier(asked, part), _base_year(asked, part))]
        return total(HELD, at_first, year=year, solution=name, address=asked.address)
    last = asked.node(SETTLED, HELD, year - 1, name)
    came = [asked.node(SETTLED, flow, year, name) for flow in ("payment", "state", SUPPLEMENT)]
    with_income = total("held_and_paid", (last, *came), year=year, solution=name)
    used = asked.node(SETTLED, "spent", year, name)
    return difference(HELD, with_income, used, year=year, solution=name, address=asked.address)


def settled_address(quantity: str, year: object, name: str = SUM, *, theirs: bool = False) -> str:
    """The address of a quantity of the scenario's, or of the published rules' spent alike."""
    return address("spent_alike" if theirs else "", SETTLED, quantity, year, name)


def more_than_theirs(quantity: str, year: object, name: str = SUM) -> str:
    """The address of how much more a quantity is than by the published rules, spent alike."""
    return address("more", SETTLED, quantity, year, name, "than", "spent_alike", SETTLED, quantity, year, name)


def less_than_theirs(quantity: str, year: object, name: str = SUM) -> str:
    """The address of how much less a quantity is than by the published rules, spent alike."""
    return address("more", "spent_alike", SETTLED, quantity, year, name, "than", SETTLED, quantity, year, name)


KINDS: Kinds = {SETTLED: settled}
