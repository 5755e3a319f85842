"""Fireårsplan: cost level and financing need by solution and year, and what drives each year."""

from charts.drivers import drivers
from charts.plan import plan
from pages.parts import figures, guard, state, toolbar, view
from pages.parts.results import results

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "year", "prices", "solution")
found = results(state.scenario(), looked_at)
around = figures.context(found, looked_at)
drawn = (
    plan(found.result, found.reference, around),
    plan(found.result, found.reference, around, "financing_need"),
    drivers(found.result, found.reference, around, looked_at.solution),
)
figures.show(found, drawn, looked_at)
