"""Ord og spaker: what the words of the pages mean, and what each lever is, may be and comes from."""

import streamlit as st

from charts.records.figure import Figure, KeyFigure
from charts.sources.glossary import levers, terms
from charts.words.context import Context
from pages.figures import board, toolbar
from pages.sources.glossary import glossary
from pages.visit import guard, view
from pages.visit.question import published

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "ord")


def draw(_: Context) -> tuple[Figure, ...]:
    """No chart: the list is the page."""
    return ()


def summary(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """How many words and levers are explained, in a sentence."""
    words, moved = len(terms(context.texts)), len(levers(context.baseline, context.texts))
    return context.texts("glossary.headline", words=words, levers=moved), ()


def because(context: Context) -> str:
    """What the list is."""
    return context.texts("glossary.intro")


with st.container(key="glossary_page"):
    board.live(looked_at, draw, ask=published, summary=summary, because=because)
    glossary(looked_at)
