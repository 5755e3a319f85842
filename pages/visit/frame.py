"""The frame that stands while a page comes: its contents are shown at once, when all of them are there."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

import streamlit as st

STYLE: Final = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def stand(page: str) -> None:
    """Hides what comes of ``page``, by its address, until the browser says that it has arrived (arrival.js).

    What is hidden has its place and moves nobody. Should the browser never say so, all is shown after twenty seconds.
    Sent as a text: of Streamlit's parts those are there first.
    """
    with st.container(key="frame"):
        st.markdown(f"<style>{STYLE.replace('PAGE', page)}</style>", unsafe_allow_html=True)


def contents() -> AbstractContextManager[object]:
    """Where all of the page stands: a pixel high until the frame's style is read, so that nothing is seen before."""
    return st.container(key="contents", height=1, border=False)
