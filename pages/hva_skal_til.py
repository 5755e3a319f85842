"""Hva skal til?: what each lever alone would have to be for a target, beside the plan of the figure."""

import streamlit as st

from charts.context import Context
from charts.goal_targets import marked
from charts.plan import plan
from charts.records import Figure, KeyFigure
from pages.parts import figures, goal, guard, state, toolbar, view
from pages.parts.results import Results, context, results

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "year", "prices")
above = st.container()
with st.container(key="goal_page"):
    left, right = st.columns(2, gap="medium")


def draw(found: Results, around: Context) -> tuple[Figure, ...]:
    """The plan of the quantity, with the target in its year."""
    drawn = plan(found.result, found.reference, around, looked_at.quantity)
    return (marked(drawn, looked_at.year, goal.goal(looked_at, found).target, looked_at.quantity, around),)


def tiles(found: Results, seen: view.View, around: Context) -> tuple[KeyFigure, ...]:
    """Cost level and need: there is no room for more."""
    return figures.of_the_year(found, seen, around)[:2]


with right:
    figures.live(looked_at, draw, tiles)
found = results(state.scenario(), looked_at)
with above:
    goal.row(looked_at, found, context(found.scenario, looked_at).prices)
with left:
    goal.answers(looked_at, found)
