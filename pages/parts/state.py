"""The scenario of a session: one frozen record, replaced as a whole."""

from typing import cast

import streamlit as st

from model import Scenario

SCENARIO, REVISION = "scenario", "scenario_revision"


def scenario() -> Scenario:
    """The session's scenario; a new session starts with the published figures."""
    return cast(Scenario, st.session_state.setdefault(SCENARIO, Scenario()))


def revision() -> int:
    """Rises when something other than a lever moved the scenario: the levers then take the new values."""
    return cast(int, st.session_state.get(REVISION, 0))


def replace(new: Scenario) -> None:
    """Puts ``new`` in place and tells the levers to follow."""
    st.session_state[SCENARIO] = new
    st.session_state[REVISION] = revision() + 1


def move(new: Scenario) -> None:
    """Puts ``new`` in place after a lever was moved: the lever already shows it."""
    st.session_state[SCENARIO] = new
