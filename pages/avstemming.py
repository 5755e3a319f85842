"""Avstemming: every printed figure beside the figures that it is made of, and what does not come out."""

import streamlit as st

from charts.reconciliation.tables import checks_table
from charts.reconciliation.words import is_checked, needs_print, reconciliation_headline, unexplained_in_words
from charts.records.figure import Figure, KeyFigure
from charts.words.context import Context
from model.checks.reconcile import reconcile
from model.checks.things import agreement, things
from pages.figures import board, toolbar
from pages.files import tables
from pages.reconciliation.check_list import check_list
from pages.visit import guard, state, view
from pages.visit.question import published

guard.through_app()

looked_at = view.current()
texts = looked_at.texts
toolbar.show(looked_at, "avstemming")


def draw(_: Context) -> tuple[Figure, ...]:
    """No chart: the list is the page."""
    return ()


def summary(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """How much agrees, in a sentence."""
    return reconciliation_headline(context.baseline, texts), ()


def because(context: Context) -> str:
    """How many figures differ for no known cause, or what the list needs where there is none."""
    return needs_print(context.baseline, texts) or unexplained_in_words(agreement(reconcile(context.baseline)), texts)


with st.container(key="reconciliation_page"):
    board.live(looked_at, draw, ask=published, summary=summary, because=because)
    if is_checked(state.figures()):
        check_list(looked_at)
        table = checks_table(things(reconcile(state.figures())), state.figures(), texts)
        tables.take(table, texts("reconciliation.file"), texts("reconciliation.download"), published(looked_at))
