"""Oversikt: one year's bridge beside the four-year plan, live under the levers."""

from charts.bridges.told import told_bridge
from charts.plans.plan import plan
from charts.records.figure import Figure
from charts.words.context import Context
from pages.figures import board, from_law, toolbar
from pages.visit import guard, view

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "oversikt")


def draw(context: Context) -> tuple[Figure, ...]:
    """The bridge and the plan."""
    return told_bridge(context), plan(context)


board.live(looked_at, draw, because=board.cause_and_projects)
from_law.growth(looked_at)
