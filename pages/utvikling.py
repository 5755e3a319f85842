"""Utvikling: the years before the plan beside it, what became of what was set, and what the costs are made of."""

from charts.development.picture import development_figure
from charts.development.summary import development_headline, development_key_figures
from charts.development.track_record import track_record_figure
from charts.plans.plan import plan
from charts.records.figure import Figure, KeyFigure
from charts.words.context import Context
from pages.development import sections
from pages.figures import board, toolbar
from pages.visit import guard, view

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "utvikling")
basis = view.HISTORY_BASES[looked_at.history]


def draw(context: Context) -> tuple[Figure, ...]:
    """The development and the track record; where nothing is printed of the years before, the plan alone."""
    found = (*development_figure(looked_at.solution, context, basis), *track_record_figure(context))
    return found or (plan(context),)


def summary(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """The growth in a sentence and some numbers."""
    group = looked_at.solution
    return development_headline(group, context, basis), development_key_figures(group, context, basis)


board.live(looked_at, draw, summary=summary)
sections.show(looked_at)
