"""The draws of what is asked, kept; where they take their time, with progress and a button that stops them."""

from typing import Any, Final

import streamlit as st

from charts.uncertainty.doubt import Doubt
from charts.words.context import Context
from model.uncertainty import DRAWS, Asked, LeverEffect, LeverShare, MarginCurve, Simulated
from pages.visit import view
from pages.visit.kept import kept
from pages.visit.memory import Place
from pages.visit.question import about_own
from texts import Texts

PROGRESS: Final[Place[Any]] = Place("draws_progress", lambda: None)
"""What shows how many of the draws are done, while they are drawn."""


def doubt(asked: Asked, context: Context, above: float | None) -> Doubt:
    """The draws of what is asked, in words."""
    return Doubt.of(asked, simulated(asked), context, above)


def prepare(asked: Asked, texts: Texts) -> None:
    """Draws what takes more than a moment, with progress and a button that goes back to the usual number of draws."""
    if asked.draws <= DRAWS[0]:
        return
    place = st.empty()
    with place.container(horizontal=True, vertical_alignment="center", key="draws"):
        PROGRESS.put((st.progress(0.0), asked.draws, texts))
        st.button(texts("uncertainty.stop"), key="stop_draws", on_click=lambda: view.change(draws=DRAWS[0]))
    try:
        simulated(asked)
    finally:
        PROGRESS.put(None)
    place.empty()


def _follow(done: int) -> None:
    """Shows how many are done; a press on the button ends the run here."""
    if shown := PROGRESS.value():
        bar, draws, texts = shown
        words = texts("uncertainty.draws_running", done=texts.amount(done, 0), draws=texts.amount(draws, 0))
        bar.progress(done / draws, words)


def _is_own(asked: Asked) -> bool:
    return about_own(asked.question.scenario)


@kept(_is_own)
def simulated(asked: Asked) -> Simulated:
    """What the quantity may be."""
    return asked.simulated(_follow)


@kept(_is_own)
def shares(asked: Asked) -> tuple[LeverShare, ...]:
    """What the uncertainty is made of."""
    return asked.shares()


@kept(_is_own)
def effects(asked: Asked) -> tuple[LeverEffect, ...]:
    """What each lever does alone."""
    return asked.effects()


@kept(_is_own)
def margins(asked: Asked) -> MarginCurve:
    """How probable it is that each margin is enough."""
    return asked.margins()
