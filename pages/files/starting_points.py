"""The first ready scenarios of the baseline as places to begin, each with what it means for us."""

from typing import Final

import streamlit as st

from charts.payers.us import us_in_words
from charts.words.context import context
from model import Preset, presets
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
    words = {each.name: each for each in in_words(figures, looked_at.texts)}
    for preset in list(presets(figures).values())[:OFFERED]:
        if other and preset.scenario == state.scenario():
            continue
        with st.container(key=f"begin_{preset.name}", gap=None):
            if st.button(words[preset.name].label, key=f"start_{preset.name}", width="stretch"):
                state.replace(preset.scenario)
                pressed = True
            changes = " · ".join(words[preset.name].changes)
            st.caption(_for_us(preset, looked_at) or changes or preset.note[looked_at.language])
    return pressed


def _for_us(preset: Preset, looked_at: View) -> str:
    """What our organisation would pay by it; nothing for nobody."""
    if not looked_at.payer:
        return ""
    return us_in_words(context(answered(question(looked_at, preset.scenario)), looked_at.texts))
