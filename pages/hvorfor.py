"""Hvorfor: what changed and why, from the tallgrunnlag or another scenario to this one, lever by lever."""

from charts.bridges.reasons import reasons, reasons_bridge, reasons_by_year
from charts.plans.key_figures import time_figures
from charts.records import Figure
from charts.words.context import Context
from pages.figures import board, toolbar
from pages.visit import guard, view
from pages.visit.compared import with_reference

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "hvorfor")


def ask(looked_at: view.View) -> Context:
    """The present scenario beside the chosen reference."""
    return with_reference(looked_at, looked_at.base)


def draw(context: Context) -> tuple[Figure, ...]:
    """The bridge from one need to the other, and each year's difference."""
    why = reasons(context.answer, one_by_one=looked_at.unfold == view.ONE_BY_ONE)
    year = looked_at.year if looked_at.span == view.ONE_YEAR else None
    return reasons_bridge(why, year, context), reasons_by_year(why, context)


board.live(looked_at, draw, time_figures, ask=ask)
