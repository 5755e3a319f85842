"""The pages and their addresses, in one place."""

from typing import Any

import streamlit as st

from texts import Texts

PAGES = ("oversikt", "fossefall", "fireaarsplan")


def navigation(texts: Texts) -> Any:
    """The page that is looked at; the bare address leads on to Oversikt."""
    start = st.Page("pages/start.py", title=texts("app.short_title"), default=True, visibility="hidden")
    pages = [st.Page(f"pages/{name}.py", title=texts(f"page.{name}"), url_path=name) for name in PAGES]
    return st.navigation([start, *pages], position="top")
