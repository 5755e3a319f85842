"""Under every page: the version, and whose figures are shown."""

from pathlib import Path
from typing import Final

import streamlit as st

from pages.visit import state
from pages.visit.as_written import as_written
from pages.visit.baselines import is_own
from texts import Texts

VERSION: Final = (Path(__file__).parents[2] / "VERSION").read_text(encoding="utf-8").strip()


def footer(texts: Texts) -> None:
    """Draws it; the figures of a visitor's own file are not called Norsk helsenett's."""
    figures = state.figures()
    key = "app.footer_own" if is_own(figures) else "app.footer"
    with st.container(key="footer"):
        st.markdown(texts(key, version=VERSION, baseline=as_written(figures.title[texts.language]), id=figures.id))
