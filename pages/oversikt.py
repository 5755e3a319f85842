"""Oversikt: one year's bridge beside the four-year plan, live under the levers."""

from charts.bridge import bridge
from charts.context import Context
from charts.plan import plan
from charts.records import Figure
from pages.parts import figures, guard, toolbar, view

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "year", "prices")


def draw(context: Context) -> tuple[Figure, ...]:
    """The bridge and the plan."""
    return bridge(context), plan(context)


figures.live(looked_at, draw)
