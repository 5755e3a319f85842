"""Enhetskostnader: what the solutions cost per inhabitant, user and e-prescription, where both figures are known."""

from charts.context import Context
from charts.records import Figure, KeyFigure
from charts.unit_costs import per_inhabitant_figure, unit_cost_headline, unit_cost_keys, unit_cost_table
from pages.parts import figures, guard, tables, toolbar, view
from pages.parts.question import shown
from pages.parts.volume_fields import volume_fields

guard.through_app()

looked_at = view.current()
texts = looked_at.texts
toolbar.show(looked_at, "prices")


def draw(context: Context) -> tuple[Figure, ...]:
    """The cost level per inhabitant."""
    return (per_inhabitant_figure(context),)


def tell(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """Per inhabitant in a sentence, and the published unit costs."""
    return unit_cost_headline(context), unit_cost_keys(texts)


figures.live(looked_at, draw, tell=tell)
stated = texts("take.prices_stated")
tables.write(unit_cost_table(texts), texts("unit_costs.caption"), shown(looked_at), (0, 4, 5), stated)
volume_fields(looked_at)
