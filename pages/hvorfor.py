"""Hvorfor: what changed and why, from the tallgrunnlag or another scenario to this one, lever by lever."""

from charts.bridges.reasons import reasons, reasons_bridge, reasons_by_year
from charts.plans.key_figures import time_figures
from charts.records import Figure
from charts.words.context import Context
from pages.figures import board as figures
from pages.figures import toolbar
from pages.visit import guard, view
from pages.visit.compared import against

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "year", "prices", "span", "unfold", "base")


def ask(seen: view.View) -> Context:
    """The present scenario against the chosen one."""
    return against(seen, seen.base)


def draw(context: Context) -> tuple[Figure, ...]:
    """The bridge from one need to the other, and each year's difference."""
    why = reasons(context.answer, one_by_one=looked_at.unfold == view.ONE_BY_ONE)
    year = looked_at.year if looked_at.span == view.ONE_YEAR else None
    return reasons_bridge(why, year, context), reasons_by_year(why, context)


figures.live(looked_at, draw, time_figures, ask=ask)
