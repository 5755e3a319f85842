"""Oversikt: one year's bridge beside the four-year plan, live under the levers."""

from charts.bridge import bridge
from charts.plan import plan
from pages.parts import figures, guard, state, toolbar, view
from pages.parts.results import results

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "year", "prices")
found = results(state.scenario(), looked_at)
around = figures.context(found, looked_at)
drawn = (
    bridge(found.result, found.reference, looked_at.year, around),
    plan(found.result, found.reference, around),
)
figures.show(found, drawn, looked_at)
