"""A page opened cold by a deep link must go through app.py first."""

import streamlit as st

from pages.visit import state
from pages.visit.navigation import navigation
from texts import LANGUAGES, Texts


def through_app() -> None:
    """Reruns by way of app.py when a page file was started on its own.

    Until ``st.navigation`` has been called once in a process, Streamlit runs a file in ``pages/`` for a deep link
    directly, without app.py: no scenario, no levers. Calling it once switches the process to app.py for good.
    """
    if not state.begun():
        navigation(Texts(LANGUAGES[0]))
        st.rerun()
