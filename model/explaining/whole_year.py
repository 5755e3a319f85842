"""What holds for a whole year, whatever the solution: the price index, κ, and the shares of equation 6."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from model.explaining.expressions import (
    AFTER,
    AT_LEAST,
    EQUAL,
    FACTOR,
    NO_SHARE,
    ONE,
    SHARE,
    Choice,
    Condition,
    Expression,
    Lever,
    Operation,
    largest,
    less,
    over,
    times,
    total,
    year,
)
from model.explaining.origins import embedded_margin
from model.explaining.place import NOTHING_YET, UNCHANGED, Equation, Place


def growth_of_prices(place: Place) -> Operation:
    """1 + g, into the year."""
    return total("growth_of_prices", ONE, place.index_rate, unit=FACTOR)


def _working(place: Place) -> Expression:
    """1 in years in which the levers work, 0 before."""
    return Choice(Condition(year(place.year), AT_LEAST, place.start.levers_from), ONE, NOTHING_YET)


def _margin_factor(place: Place) -> Expression:
    """κ, equation 5."""
    asked = total("with_margin", ONE, Lever("risk_margin"), unit=FACTOR)
    embedded = total("with_embedded_margin", ONE, embedded_margin(place.baseline), unit=FACTOR)
    return place.working(over("margin_factor", asked, embedded), UNCHANGED)


def _price_index(place: Place) -> Expression:
    """I(t), year by year from the base year's 1."""
    growth = growth_of_prices(place)
    return growth if place.is_first else times("price_index", place.of_year("price_index", 1), growth, unit=FACTOR)


def _unspent_share(place: Place) -> Expression:
    """What of the indexed level is not spent, equation 6."""
    rate = Lever("underspend_rate")
    if place.is_set:
        return _in_the_year_of_law(place, largest("unspent_share", NO_SHARE, rate, unit=SHARE))
    margin = less("margin_on_top", place.of_year("margin_factor"), ONE, unit=SHARE)
    share = largest("unspent_share", NO_SHARE, total("not_spent", margin, rate, unit=SHARE), unit=SHARE)
    return place.working(share, NOTHING_YET)


def _shortfall_share(place: Place) -> Expression:
    """What lacks of the indexed level, equation 6."""
    rate = Lever("underspend_rate")
    if place.is_set:
        lacking = less("lacking", NO_SHARE, rate, unit=SHARE)
        return _in_the_year_of_law(place, largest("shortfall_share", NO_SHARE, lacking, unit=SHARE))
    lacking = less("lacking", ONE, rate, place.of_year("margin_factor"), unit=SHARE)
    return place.working(largest("shortfall_share", NO_SHARE, lacking, unit=SHARE), NOTHING_YET)


def _in_the_year_of_law(place: Place, share: Expression) -> Expression:
    """What is spent of the law's payment is the scenario's own where its levers ask for that year."""
    return Choice(Condition(Lever("first_year"), EQUAL, year(place.year)), share, NOTHING_YET)


def _step_factor(place: Place) -> Expression:
    """What a step of the bridge is multiplied by: the index, and κ after the first year of the levers."""
    after = Condition(year(place.year), AFTER, place.start.levers_from)
    margin = Choice(after, place.of_year("margin_factor"), UNCHANGED)
    return times("step_factor", place.of_year("price_index"), margin, unit=FACTOR)


def _margin_step(place: Place) -> Expression:
    """What of the level is the margin's own step: in the first year of the levers, nothing in others."""
    margin = less("margin_on_top", place.of_year("margin_factor"), ONE, unit=SHARE)
    return times("margin_step", place.of_year("price_index"), place.in_first_working(margin, NO_SHARE), unit=FACTOR)


WHOLE_YEAR: Final[Mapping[str, Equation]] = MappingProxyType(
    {
        "levers_work": _working,
        "margin_factor": _margin_factor,
        "price_index": _price_index,
        "unspent_share": _unspent_share,
        "shortfall_share": _shortfall_share,
        "step_factor": _step_factor,
        "margin_step": _margin_step,
    }
)
"""Quantity → its equation, of a place without a solution."""
