"""The draws of what is asked, kept; where they take their time, with progress and a button that stops them."""

from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from charts.uncertainty.doubt import Doubt
from charts.words.context import Context
from model.uncertainty import DRAWS, Asked, LeverEffect, LeverShare, MarginCurve, Simulated
from pages.visit import view
from pages.visit.clocks import gesture
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


@dataclass(frozen=True, slots=True, eq=False)
class Behind:
    """What stands under the draws: what they are made of, what each lever does alone, and what margins are enough."""

    shares: tuple[LeverShare, ...]
    effects: tuple[LeverEffect, ...]
    margins: MarginCurve


BEHIND: Final[Place[Behind | None]] = Place("draws_behind", lambda: None)
"""As it was when nothing moved."""


def behind(asked: Asked) -> Behind:
    """What is behind the draws; while something moves, which must be quick, as it was before."""
    before = BEHIND.value()
    if before is not None and gesture().moving:
        return before
    BEHIND.put(found := _behind(asked))
    return found


@kept(_is_own)
def _behind(asked: Asked) -> Behind:
    return Behind(asked.shares(), asked.effects(), asked.margins())
