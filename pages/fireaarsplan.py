"""Fireårsplan: cost level and financing need by solution and year, and what drives each year."""

from charts.context import Context
from charts.drivers import drivers
from charts.plan import plan
from charts.records import Figure
from pages.parts import figures, guard, toolbar, view
from pages.parts.results import Results

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "year", "prices", "solution")


def draw(found: Results, around: Context) -> tuple[Figure, ...]:
    """Both quantities, and the drivers of the chosen solution."""
    compared = (found.result, found.reference, around)
    return plan(*compared), plan(*compared, "financing_need"), drivers(*compared, looked_at.solution)


figures.live(looked_at, draw)
