"""Under every page: how charts are filled, the version, and whose figures are shown."""

from pathlib import Path
from typing import Final

import streamlit as st

from pages.figures import toolbar
from pages.visit import state
from pages.visit.as_written import as_written
from pages.visit.baselines import is_own
from pages.visit.view import View

VERSION: Final = (Path(__file__).parents[2] / "VERSION").read_text(encoding="utf-8").strip()


def footer(looked_at: View) -> None:
    """Draws it; the figures of a visitor's own file are not called Norsk helsenett's."""
    figures, texts = state.figures(), looked_at.texts
    key = "app.footer_own" if is_own(figures) else "app.footer"
    with st.container(key="footer"):
        toolbar.choice("surfaces", looked_at)
        st.markdown(texts(key, version=VERSION, baseline=as_written(figures.title[texts.language]), id=figures.id))
