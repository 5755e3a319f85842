"""Usikkerhet: how often a quantity is over an amount, and what its uncertainty is made of."""

import streamlit as st

from charts.records.figure import Figure, KeyFigure
from charts.uncertainty.causes import causes, margin_buys
from charts.uncertainty.curves import fan, over
from charts.uncertainty.dots import dots
from charts.uncertainty.doubt import Doubt
from charts.uncertainty.words import doubt_because, doubt_headline, doubt_key_figures
from charts.words.context import Context
from pages.figures import board, toolbar
from pages.uncertainty import draws, ranges
from pages.uncertainty.asked import asked, now
from pages.visit import guard, view
from pages.visit.question import shown

guard.through_app()

looked_at = view.current().without_burden()
toolbar.show(looked_at, "usikkerhet")


def doubt(context: Context) -> Doubt:
    """The draws as the ranges and the amount are now, also while one of them moves."""
    return draws.doubt(asked(looked_at, context), context, now(looked_at).above)


def draw(context: Context) -> tuple[Figure, ...]:
    """The dots or the fan, how probable more than any amount is, what it is made of, and what a margin buys."""
    found = doubt(context)
    first = fan(found) if looked_at.certainty == view.FAN else dots(found)
    behind = draws.behind(found.asked)
    of_levers = causes(found, behind.shares, behind.effects)
    return first, over(found), *of_levers, margin_buys(found, behind.margins)


def summary(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """How often, and between which amounts."""
    found = doubt(context)
    return doubt_headline(found), doubt_key_figures(found)


def because(context: Context) -> str:
    """Between which amounts most cases lie, and what all of it rests on."""
    return doubt_because(doubt(context))


draws.prepare(asked(looked_at, shown(looked_at)), looked_at.texts)
with st.container(key="uncertainty_page"):
    left, right = st.columns([5, 3], gap="medium")
with left:
    board.live(looked_at, draw, summary=summary, because=because, quick=False)
with right:
    found = doubt(shown(looked_at))
    ranges.panel(looked_at, found.asked, ranges.Span(*found.ends, found.usual))
