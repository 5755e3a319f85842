"""The pages and their addresses, in one place."""

from typing import Any

import streamlit as st

from texts import Texts


def navigation(texts: Texts) -> Any:
    """The page that is looked at; the bare address leads on to Oversikt."""
    return st.navigation(
        [
            st.Page("pages/start.py", title=texts("app.short_title"), default=True, visibility="hidden"),
            st.Page("pages/oversikt.py", title=texts("page.oversikt"), url_path="oversikt"),
        ],
        position="top",
    )
