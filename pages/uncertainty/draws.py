"""The draws of what is asked, kept; where they take their time, with progress and a button that stops them."""

from typing import Any, Final

import streamlit as st

from charts.uncertainty.doubt import Doubt
from charts.words.context import Context
from model.uncertainty import DRAWS, Asked, HowSure
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
    return Doubt.of(how_sure(asked), context, above)


def prepare(asked: Asked, texts: Texts) -> None:
    """Draws what takes more than a moment, with progress and a button that goes back to the usual number of draws."""
    if asked.draws <= DRAWS[0]:
        return
    place = st.empty()
    with place.container(horizontal=True, vertical_alignment="center", key="draws"):
        PROGRESS.put((st.progress(0.0), asked.draws, texts))
        st.button(texts("uncertainty.stop"), key="stop_draws", on_click=lambda: view.change(draws=DRAWS[0]))
    try:
        _ = how_sure(asked).simulated
    finally:
        PROGRESS.put(None)
    place.empty()


def _follow(done: int) -> None:
    """Shows how many are done; a press on the button ends the run here."""
    if shown := PROGRESS.value():
        bar, draws, texts = shown
        words = texts("uncertainty.draws_running", done=texts.amount(done, 0), draws=texts.amount(draws, 0))
        bar.progress(done / draws, words)


@kept(lambda asked: about_own(asked.question.scenario))
def how_sure(asked: Asked) -> HowSure:
    """The answer to what is asked."""
    return HowSure(asked, _follow)


AT_REST: Final[Place[HowSure | None]] = Place("how_sure_at_rest", lambda: None)
"""The answer as it was when nothing moved."""


def behind(asked: Asked) -> HowSure:
    """The answer whose parts stand under the draws; while something moves, which must be quick, the one before."""
    before = AT_REST.value()
    if before is not None and gesture().moving:
        return before
    AT_REST.put(found := how_sure(asked))
    return found
