"""The switch that has as much left over every year as in the last year that the documents account for."""

from typing import Final

import streamlit as st

from model import Preset, presets
from pages.visit import state
from pages.visit.memory import control_value, set_control
from pages.visit.view import View

AS_LAST: Final = "mindreforbruk_som_sist"
"""The ready scenario whose underspend it is, with its base and source; a baseline may have none."""

RATE: Final = "underspend_rate"
SWITCH: Final = "underspend_as_last"


def underspend_switch(looked_at: View) -> None:
    """Draws the switch, and where its figure comes from."""
    as_last, language = presets(state.figures()).get(AS_LAST), looked_at.language
    if as_last is None:
        return
    is_on = state.scenario().value(RATE) == as_last.scenario.value(RATE)
    if control_value(SWITCH) != is_on:
        set_control(SWITCH, is_on)
    with st.container(key="underspend_switch"):
        switch, source = st.columns((2, 5), vertical_alignment="center", gap="small")
        switch.toggle(as_last.label[language], key=SWITCH, on_change=lambda: _switch(as_last))
        source.markdown(f":small[{as_last.note[language]}]")


def _switch(as_last: Preset) -> None:
    """The scenario with that underspend, or with none; a step that can be undone."""
    scenario = state.scenario()
    is_on = bool(control_value(SWITCH))
    state.replace(scenario.with_value(RATE, as_last.scenario.value(RATE)) if is_on else scenario.without(RATE))
