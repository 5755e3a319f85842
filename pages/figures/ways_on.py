"""What one can do where nothing differs: begin with a ready scenario, or see what changes from the year before."""

from typing import Final

import streamlit as st

from charts.words.context import SINCE
from pages.files.starting_points import starting_points
from pages.visit import address, view
from pages.visit.navigation import START, script_of
from pages.visit.view import View

KEY: Final = "ways_on"


def ways_on(looked_at: View) -> None:
    """Draws a button for each, which goes on at once."""
    with st.container(key=KEY):
        chosen = starting_points(looked_at, other=True)
        with st.container(key=f"{KEY}_since"):
            since = st.button(looked_at.texts("reasons.since"), key=f"{KEY}_to", type="tertiary")
    if chosen:
        st.rerun()
    if since:
        view.change(difference=SINCE)
        st.switch_page(script_of(START), query_params=address.with_calculation())
