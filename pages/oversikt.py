"""Oversikt: one year's bridge beside the four-year plan, live under the levers."""

from charts.bridge import bridge
from charts.context import Context
from charts.plan import plan
from charts.records import Figure
from pages.parts import figures, guard, toolbar, view
from pages.parts.results import Results

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "year", "prices")


def draw(found: Results, around: Context) -> tuple[Figure, ...]:
    """The bridge and the plan."""
    compared = (found.result, found.reference)
    return bridge(*compared, looked_at.year, around), plan(*compared, around)


figures.live(looked_at, draw)
