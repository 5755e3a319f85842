"""Money that comes back to the payers, equation 7."""

from collections.abc import Iterator

from model.explaining.expressions import (
    EQUAL,
    MNOK,
    NOTHING,
    OPPOSITE,
    SHARE,
    YEAR,
    Choice,
    Condition,
    Expression,
    IfAny,
    Lever,
    largest,
    less,
    over,
    times,
    total,
    year,
)
from model.explaining.origins import base_year_underspend, bridge_cell, underspend_weights
from model.explaining.place import Place
from model.explaining.whole_year import growth_of_prices

LAGS = (1, 2)
"""After how many years unspent money can come back."""


def returned(place: Place) -> Expression:
    """What is returned in a year, indexed with the year it is used in."""
    terms = tuple(_terms(place))
    money = total("money_back", *terms) if terms else NOTHING
    return times("returned", growth_of_prices(place), money)


def _terms(place: Place) -> Iterator[Expression]:
    if place.is_first:
        printed = bridge_cell(place.baseline, place.solution, "returned_funds")
        share = () if place.is_set else (Lever("earlier_funds_returned"),)
        if printed.value:  # it lowers the payment and is printed with a minus
            yield times("earlier_funds", OPPOSITE, printed, *share)
    weights, underspend = underspend_weights(place.baseline), base_year_underspend(place.baseline)
    if place.solution in weights and underspend.value:
        share_of_all = over(
            "share_of_underspend", weights[place.solution], total("all_weights", *weights.values()), unit=SHARE
        )
        back = times("base_year_underspend", underspend, share_of_all, Lever("base_year_underspend_returned"))
        yield IfAny(Choice(_base_year_due(place), back, NOTHING))
    for lag in LAGS:
        if place.year - lag >= place.baseline.first_year:
            due = Condition(Lever("repayment_lag"), EQUAL, year(lag))
            yield Choice(due, _back(place, lag), NOTHING)


def _base_year_due(place: Place) -> Condition:
    """Whether the base year's money comes in the year: by the law in the second of the plan at the earliest."""
    due: Expression = total("due", year(place.baseline.base_year), Lever("repayment_lag"), unit=YEAR)
    if place.start.law is not None:
        due = largest("due", due, year(place.start.second_year), unit=YEAR)
    return Condition(due, EQUAL, year(place.year))


def _back(place: Place, lag: int) -> Expression:
    """What comes back of a year some years before, less what is charged of what it lacked."""
    unspent = times("unspent_back", Lever("underspend_returned"), place.here("unspent", lag), unit=MNOK)
    charged = times("shortfall_charged", Lever("shortfall_recovered"), place.here("shortfall", lag), unit=MNOK)
    return less("back", unspent, IfAny(charged))
