"""Hvorfor: what changed and why, from the tallgrunnlag or another scenario to this one, lever by lever."""

from charts.bridges.margin import margin_briefly
from charts.bridges.reasons import reasons_bridge, reasons_by_year
from charts.bridges.why import Reasons, cause, difference_in_words, moves, reasons
from charts.plans.time_figures import time_figures, time_figures_of
from charts.records.figure import Figure, KeyFigure
from charts.words.context import Context
from charts.words.quantities import quantity_name
from model.answers.quantities import BURDEN, FINANCING_NEED, is_burden, is_payment
from pages.figures import board, toolbar
from pages.figures.ways_on import ways_on
from pages.visit import guard, view
from pages.visit.clocks import gesture
from pages.visit.compared import with_reference

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "hvorfor")
quantity = looked_at.known_quantity(looked_at.quantity)


def ask(looked_at: view.View) -> Context:
    """The present scenario beside the chosen reference."""
    return with_reference(looked_at, looked_at.base)


def why(context: Context, one_by_one: bool = False) -> Reasons:
    """What makes the difference of what is shown."""
    return reasons(context.answer, one_by_one, quantity)


def draw(context: Context) -> tuple[Figure, ...]:
    """The bridge from one amount to the other, and each year's difference; where nothing differs a sentence says so."""
    found = why(context, one_by_one=looked_at.unfold == view.ONE_BY_ONE)
    if not moves(found):
        return ()
    year = looked_at.year if looked_at.span == view.ONE_YEAR else None
    return reasons_bridge(found, year, context), reasons_by_year(found, context)


def tiles(context: Context) -> tuple[KeyFigure, ...]:
    """First-year and cumulative effect on the need, where there is any."""
    return time_figures(context) if moves(why(context)) else ()


def summary(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """Anything but the need: how much it differs, and over the years."""
    found = why(context)
    keys = time_figures_of(found, context) if moves(found) else ()
    return difference_in_words(found, context.year, context), keys


def because(context: Context) -> str:
    """What the difference is due to, that a margin is no saving, and where projects are; else where growth is."""
    found = why(context)
    told = (
        cause(found, context.year, context),
        margin_briefly(context, is_payment(quantity)),
        _projects_left_out(context),
    )
    at_rest = "" if moves(found) else context.texts("reasons.at_rest", reference=context.the_reference)
    return " ".join(filter(None, told)) or at_rest


def _projects_left_out(context: Context) -> str:
    """That what is shown holds no projects, where there are some, and what does; else nothing."""
    question = context.question
    if is_burden(quantity) or not (question.scenario.projects or question.reference.projects):
        return ""
    return context.texts("reasons.projects_left_out", burden=quantity_name(BURDEN, context.texts))


own = None if quantity == FINANCING_NEED else summary
board.live(looked_at, draw, tiles, ask=ask, summary=own, because=because)
if not gesture().moving and not moves(why(ask(looked_at))):
    ways_on(looked_at)
