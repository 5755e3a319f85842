"""The first ready scenarios of the baseline as places to begin, each with what it means: for us, or for all."""

from typing import Final

import streamlit as st

from charts.payers.us import us_in_words
from charts.words.context import context
from charts.words.headline import headline
from model import presets
from pages.files.presets import in_words
from pages.visit import state
from pages.visit.question import answered, question
from pages.visit.view import View

OFFERED: Final = 3
"""How many of the ready scenarios, which stand in their file with those first that one begins with."""


def starting_points(looked_at: View, other: bool = False) -> bool:
    """Draws a button for each; whether one was pressed, whose scenario is then the visit's.

    other: of those alone that are another scenario than the present one.
    """
    figures, pressed = state.figures(), False
    labels = {each.name: each.label for each in in_words(figures, looked_at.texts)}
    for preset in list(presets(figures).values())[:OFFERED]:
        if other and preset.scenario == state.scenario():
            continue
        with st.container(key=f"begin_{preset.name}", gap=None):
            icon = ":material/arrow_forward:"
            if st.button(labels[preset.name], key=f"start_{preset.name}", icon=icon, width="stretch"):
                state.replace(preset.scenario)
                pressed = True
            told = context(answered(question(looked_at, preset.scenario)), looked_at.texts)
            st.caption(us_in_words(told) or headline(told))
    return pressed
