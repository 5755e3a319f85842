"""Oversikt: one year's bridge beside the four-year plan, live under the levers."""

from charts.bridge import bridge
from charts.plan import plan
from pages.parts import figures, guard, state, toolbar, view
from pages.parts.results import results

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at)
scenario = state.scenario()
found = results(scenario, looked_at)
around = figures.context(scenario, looked_at)
drawn = (
    bridge(found.scenario, found.reference, looked_at.year, around),
    plan(found.scenario, found.reference, around),
)
figures.show(found, drawn, scenario, looked_at)
