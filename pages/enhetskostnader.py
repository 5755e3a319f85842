"""Enhetskostnader: what the solutions cost per inhabitant, user and e-prescription, where both figures are known."""

import streamlit as st

from charts.payers.unit_costs import per_inhabitant_figure, unit_cost_headline, unit_cost_key_figures, unit_cost_table
from charts.records.figure import Figure, KeyFigure
from charts.words.context import Context
from pages.figures import board, toolbar
from pages.files import tables
from pages.payers.open_questions import open_questions
from pages.payers.volume_fields import volume_fields
from pages.visit import guard, state, view
from pages.visit.question import shown

guard.through_app()

looked_at = view.current()
texts = looked_at.texts
toolbar.show(looked_at, "enhetskostnader")


def draw(context: Context) -> tuple[Figure, ...]:
    """The cost level per inhabitant."""
    return (per_inhabitant_figure(context),)


def summary(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """Per inhabitant in a sentence, and the published unit costs."""
    return unit_cost_headline(context), unit_cost_key_figures(context.baseline, texts)


board.live(looked_at, draw, summary=summary)
prices = texts("take.prices_stated")
unit_costs = unit_cost_table(state.figures(), texts)
if unit_costs.rows:
    tables.write(unit_costs, texts("unit_costs.caption"), shown(looked_at), (0, 4, 5), prices)
    st.markdown(texts("unit_costs.hours"))
volume_fields(looked_at)
open_questions(shown(looked_at), "enhetskostnader")
