"""The pages and their addresses, in one place."""

from typing import Any

import streamlit as st

from texts import Texts

PAGES = (
    "oversikt",
    "fossefall",
    "fireaarsplan",
    "hvem_betaler",
    "hvorfor",
    "hva_skal_til",
    "sammenlign",
    "enhetskostnader",
    "eksport",
)
MEETING = "mote"
"""The page of a meeting: it stands in no menu, a key and a button lead to it."""


def navigation(texts: Texts) -> Any:
    """The page that is looked at; the bare address leads on to Oversikt."""
    start = st.Page("pages/start.py", title=texts("app.short_title"), default=True, visibility="hidden")
    pages = [st.Page(f"pages/{name}.py", title=texts(f"page.{name}"), url_path=name) for name in PAGES]
    meeting = st.Page(f"pages/{MEETING}.py", title=texts("meeting.title"), url_path=MEETING, visibility="hidden")
    return st.navigation([start, *pages, meeting], position="top")
