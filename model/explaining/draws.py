"""The calculations of figures of draws: what is asked, over the ranges that the levers are drawn from."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from model.answers.quantities import checked_quantity, is_payment
from model.answers.question import FIXED as FIXED_PRICES
from model.explaining.asked import Asked, Kinds
from model.explaining.levers import lever
from model.explaining.node import SIMULATED, Node, Source
from model.explaining.operations import ASKED, COUNT, MNOK, SHARE, constant, difference
from model.explaining.other_answers import BETWEEN_RANGES, DEFAULT_RANGES, DRAWN_FROM
from model.explaining.ranges import range_leaves
from model.explaining.reasons import quantity_address
from model.explaining.simulated import (
    ABOVE,
    EFFECT,
    ENOUGH,
    ENOUGH_IF_PLANNED,
    IMPORTANCE,
    INDEX,
    MEAN,
    QUANTILE,
    Place,
)
from model.scenario.fields import column_value
from model.uncertainty.asked import DRAWS, IMPORTANCE_DRAWS
from model.uncertainty.asked import Asked as AskedOfDraws
from model.uncertainty.histogram import Histogram
from model.uncertainty.margin_curve import MARGIN, margin_curve
from model.uncertainty.ranges import FIXED
from model.uncertainty.written import parsed, written

DRAWN, BINS, WALK, MARGINS = "0190", "0191", "0192", "0194"
"""The decision records of how it is drawn, counted, and divided over levers, and of what a margin buys."""


def simulated(asked: Asked) -> Node:
    """A figure of draws. Raises ModelError for an address that leads to none."""
    place = Place.at(asked.parts)
    checked_quantity(place.quantity)
    question = replace(asked.answer.question, year=asked.year(str(place.year)))
    return FIGURES[place.what](asked, place, AskedOfDraws(question, place.quantity, place.ranges, place.draws))


def _quantile(asked: Asked, place: Place, draws: AskedOfDraws) -> Node:
    if not 0 <= place.number <= 1:
        raise asked.refused()
    amount = float(_histogram(draws).amounts_at(np.array([place.number]))[0])
    share = constant("share_below", place.number, Source(ASKED, record=BINS), SHARE)
    return _beside_own(asked, place, draws, amount, MNOK, share)


def _mean(asked: Asked, place: Place, draws: AskedOfDraws) -> Node:
    found = draws.simulated()
    return _beside_own(asked, place, draws, float(found.mean[0, found.years.index(place.year)]), MNOK)


def _above(asked: Asked, place: Place, draws: AskedOfDraws) -> Node:
    share = float(_histogram(draws).shares_above(np.array([place.number]))[0])
    amount = constant("asked_amount", place.number, Source(ASKED, record=BINS), MNOK, payer=_payer(place))
    return _beside_own(asked, place, draws, share, SHARE, amount)


def _importance(asked: Asked, place: Place, draws: AskedOfDraws) -> Node:
    found = {each.lever: each.share for each in draws.shares()}
    if place.of[0] not in found:
        raise asked.refused()
    return _over_ranges(asked, place, draws, found[place.of[0]], SHARE, _count(IMPORTANCE_DRAWS, WALK))


def _enough(asked: Asked, place: Place, draws: AskedOfDraws) -> Node:
    question, margin = draws.question, lever(draws.question.scenario.with_value(MARGIN, place.number), MARGIN)
    curve = margin_curve(draws.given, DRAWS[0], draws.seed, place.year, question.scenario, (place.number,))
    enough = curve.enough if place.what == ENOUGH else curve.enough_if_planned
    return _over_ranges(asked, place, draws, float(enough[0]), SHARE, margin, _count(DRAWS[0], MARGINS))


def _effect(asked: Asked, place: Place, draws: AskedOfDraws) -> Node:
    """The quantity with one lever at a value, less what it is without; the others stay where they are drawn from."""
    (path, _), given = place.of, draws.given
    if path not in given.given or (path in given.fixed and column_value(given.fixed[path]) != place.number):
        raise asked.refused()
    fixed = written(path, {FIXED: given.fixed.get(path, place.number)})
    moved = BETWEEN_RANGES.join((*(text for text in place.ranges if parsed(text)[0] != path), fixed))
    where = quantity_address(place.quantity, place.year, as_computed=True)
    is_own = given.base(draws.question.scenario) == draws.question.scenario
    ranges = BETWEEN_RANGES.join(place.ranges) or DEFAULT_RANGES
    base = asked.node(where) if is_own else asked.node(DRAWN_FROM, ranges, where)
    with_lever = asked.node(DRAWN_FROM, moved, where)
    return difference(EFFECT, with_lever, base, year=place.year, payer=_payer(place), address=asked.address)


def _beside_own(asked: Asked, place: Place, draws: AskedOfDraws, value: float, unit: str, *asked_of: Node) -> Node:
    """A figure of all draws, with the scenario's own beside it where that is in the same kroner."""
    question = draws.question
    own: tuple[Node, ...] = ()
    if question.prices == FIXED_PRICES or question.is_indexed or INDEX not in draws.given.levers:
        own = (asked.resolve(quantity_address(place.quantity, place.year)),)
    return _over_ranges(asked, place, draws, value, unit, *asked_of, _count(place.draws, DRAWN), *own)


def _over_ranges(asked: Asked, place: Place, draws: AskedOfDraws, value: float, unit: str, *others: Node) -> Node:
    """A figure over what is asked of and the range of each lever."""
    terms = (*others, *range_leaves(draws.given, place.ranges))
    return Node(place.what, value, unit, SIMULATED, terms, year=place.year, payer=_payer(place), address=asked.address)


def _count(draws: int, record: str) -> Node:
    return constant("draws", draws, Source(ASKED, record=record), COUNT)


def _histogram(draws: AskedOfDraws) -> Histogram:
    return draws.simulated().histogram(draws.quantity, draws.question.year)


def _payer(place: Place) -> str:
    """Who pays the quantity; nobody for what is no payment, nor for what is asked of the margin."""
    is_paid = place.what not in (ENOUGH, ENOUGH_IF_PLANNED) and is_payment(place.quantity)
    return place.quantity if is_paid else ""


FIGURES: Final[Mapping[str, Callable[[Asked, Place, AskedOfDraws], Node]]] = {
    QUANTILE: _quantile,
    MEAN: _mean,
    ABOVE: _above,
    IMPORTANCE: _importance,
    ENOUGH: _enough,
    ENOUGH_IF_PLANNED: _enough,
    EFFECT: _effect,
}
"""What is asked → its calculation."""

KINDS: Kinds = {SIMULATED: simulated}
