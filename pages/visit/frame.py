"""The frame that stands while a page comes: its contents are shown at once, when all of them are there."""

from contextlib import AbstractContextManager
from pathlib import Path

import streamlit as st

PLACES, HIDING = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("places.css", "hiding.css"))
"""Where the standing parts have their places, and what hides the page that comes."""


def stand(page: str, is_shown: bool = False) -> None:
    """Hides what comes of ``page``, by its address, until the browser says that it has arrived (arrival.js).

    is_shown: whether it is not hidden, for it has no part that would say so. What is hidden has its place and moves
    nobody. Should the browser never say so, all is shown after twenty seconds. Sent as a text: of Streamlit's parts
    those are there first.
    """
    style = PLACES if is_shown else PLACES + HIDING.replace("PAGE", page)
    with st.container(key="frame"):
        st.markdown(f"<style>{style}</style>", unsafe_allow_html=True)


def contents() -> AbstractContextManager[object]:
    """Where all of the page stands: a pixel high until the frame's style is read, so that nothing is seen before."""
    return st.container(key="contents", height=1, border=False)
