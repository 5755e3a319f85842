"""Enhetskostnader: what the solutions cost per inhabitant, user and e-prescription, where both figures are known."""

from charts.context import Context
from charts.records import Figure, KeyFigure
from charts.unit_costs import per_inhabitant_figure, unit_cost_headline, unit_cost_keys, unit_cost_table
from pages.parts import figures, guard, tables, toolbar, view
from pages.parts.results import Results
from pages.parts.volume_fields import volume_fields

guard.through_app()

looked_at = view.current()
texts = looked_at.texts
toolbar.show(looked_at, "prices")


def draw(found: Results, around: Context) -> tuple[Figure, ...]:
    """The cost level per inhabitant."""
    return (per_inhabitant_figure(found.result, found.reference, around),)


def tell(found: Results, _: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """Per inhabitant in a sentence, and the published unit costs."""
    return unit_cost_headline(found.result, texts), unit_cost_keys(texts)


figures.live(looked_at, draw, tell=tell)
tables.write(unit_cost_table(texts), texts("unit_costs.caption"), looked_at, words=(0, 4, 5))
volume_fields(looked_at)
