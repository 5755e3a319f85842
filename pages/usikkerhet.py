"""Usikkerhet: what a quantity may be, given ranges of the levers, with the ranges beside the figures."""

import streamlit as st

from charts.plans.plan import plan
from charts.records.figure import Figure
from charts.words.context import Context
from pages.figures import board, toolbar
from pages.uncertainty import ranges
from pages.uncertainty.asked import asked
from pages.visit import guard, view
from pages.visit.question import shown

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "usikkerhet")
with st.container(key="uncertainty_page"):
    left, right = st.columns([5, 3], gap="medium")


def draw(context: Context) -> tuple[Figure, ...]:
    """The plan."""
    return (plan(context),)


with left:
    board.live(looked_at, draw)
with right:
    ranges.panel(looked_at, asked(looked_at, shown(looked_at)), ranges.Span(900.0, 1400.0, 1.0, 1155.0))
