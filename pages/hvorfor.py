"""Hvorfor: what changed and why, from the tallgrunnlag or another scenario to this one, lever by lever."""

from charts.bridges.margin import margin_briefly
from charts.bridges.reasons import reasons_bridge, reasons_by_year
from charts.bridges.why import Reasons, cause, difference_in_words, moves, reasons
from charts.plans.key_figures import time_figures, time_figures_of
from charts.records.figure import Figure, KeyFigure
from charts.words.context import Context
from model.answers.quantities import FINANCING_NEED, is_payment
from pages.figures import board, toolbar
from pages.visit import guard, view
from pages.visit.compared import with_reference

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "hvorfor")
quantity = looked_at.asked_quantity


def ask(looked_at: view.View) -> Context:
    """The present scenario beside the chosen reference."""
    return with_reference(looked_at, looked_at.base)


def why(context: Context, one_by_one: bool = False) -> Reasons:
    """What makes the difference of what is shown."""
    return reasons(context.answer, one_by_one, quantity)


def draw(context: Context) -> tuple[Figure, ...]:
    """The bridge from one amount to the other, and each year's difference."""
    found = why(context, one_by_one=looked_at.unfold == view.ONE_BY_ONE)
    year = looked_at.year if looked_at.span == view.ONE_YEAR else None
    return reasons_bridge(found, year, context), reasons_by_year(found, context)


def summary(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """Anything but the need: how much it differs, and over the years."""
    found = why(context)
    return difference_in_words(found, context.year, context), time_figures_of(found, context)


def because(context: Context) -> str:
    """What the difference is due to, and that a margin is no saving; without one, where growth from year to year is."""
    found = why(context)
    told = (cause(found, context.year, context), margin_briefly(context, is_payment(quantity)))
    at_rest = "" if moves(found) else context.texts("reasons.at_rest", reference=context.the_reference)
    return " ".join(filter(None, told)) or at_rest


own = None if quantity == FINANCING_NEED else summary
board.live(looked_at, draw, time_figures, ask=ask, summary=own, because=because)
