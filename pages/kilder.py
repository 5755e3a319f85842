"""Kilder: where every table, parameter, measure, key, index and law comes from, and what is assumed."""

import streamlit as st

from charts.records.figure import Figure, KeyFigure
from charts.sources.cards import sources_headline
from charts.words.context import Context
from pages.figures import board, toolbar
from pages.sources import marked
from pages.sources.listing import listing
from pages.visit import guard, view, whereabouts
from pages.visit.question import published

guard.through_app()

asked_for, step = whereabouts.source_to_show()
if asked_for:
    view.change(source=asked_for)
looked_at = view.current()
if asked_for:
    marked.mark(step, looked_at)
toolbar.show(looked_at, "kilder")


def draw(_: Context) -> tuple[Figure, ...]:
    """No chart: the list is the page."""
    return ()


def summary(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """How many sources and assumptions there are, in a sentence."""
    return sources_headline(context.baseline, context.texts), ()


def because(context: Context) -> str:
    """What the list is."""
    return context.texts("sources.intro")


with st.container(key="sources_page"):
    board.live(looked_at, draw, ask=published, summary=summary, because=because)
    listing(looked_at, is_new=bool(asked_for))
