"""Nytt tiltak: what a project costs whom until the last instalment, investment and operation together."""

import streamlit as st

from charts.projects.pictures import project_figures
from charts.projects.words import headline, key_figures
from charts.records.figure import Figure, KeyFigure
from charts.words.context import Context
from pages.figures import board, toolbar
from pages.projects import form
from pages.visit import guard, view
from pages.visit.question import shown

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "nytt_tiltak")


def draw(context: Context) -> tuple[Figure, ...]:
    """Payments until the last instalment, the plan with and without, and large against small."""
    return project_figures(context)


def summary(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """What it costs in all, and in the year with most."""
    return headline(context), key_figures(context)


with st.container(key="projects_page"):
    left, right = st.columns([5, 3], gap="medium")
with left:
    board.live(looked_at, draw, summary=summary)
with right:
    form.panel(shown(looked_at))
