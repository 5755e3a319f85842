"""The row above the figures: year, prices, the page's own choices, and the sign that the tool equals the print."""

import re
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from charts.bridges.bridge import SOLUTION_GROUPS
from pages.figures import check
from pages.payers.payer_search import payer_search
from pages.visit import address, view
from pages.visit.compared import bases, title_of
from pages.visit.settled import settled
from pages.visit.view import FIELDS, View
from texts import KNOWN

MENUS = ("figure", "solution", "start", "base")
"""Choices drawn as a menu: their names are long."""

MARKUP = re.compile(r"[!-/:-@\[-`{-~]")
"""What could mean something in Markdown: a link's text is shown as it is."""

DRAWN = "toolbar_drawn"
"""The page whose row was drawn last."""

ROOM = 4  # choices that leave room for the sign's whole sentence

WIDTHS = {"view_start": 160, "view_base": 208}
"""Pixels of a menu: the row fits a meeting room's screen."""


def show(looked_at: View, *fields: str) -> None:
    """Draws the row with the choices ``fields``; what a link got wrong is said above it."""
    texts = looked_at.texts
    problem()
    context = get_script_run_ctx()
    page = context.page_script_hash if context else ""
    is_new = st.session_state.get(DRAWN) != page
    st.session_state[DRAWN] = page
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="toolbar"):
        for field in fields:
            choice(field, looked_at, fields, is_new)
        check.sign(texts, short=len(fields) > ROOM)


def problem() -> None:
    """Says what the link got wrong."""
    if sentence := address.problem():
        st.warning(MARKUP.sub(r"\\\g<0>", sentence))


def choice(field: str, looked_at: View, beside: tuple[str, ...] = (), is_new: bool = False) -> None:
    """One field of the view as a row of buttons, a menu, or the search of an organisation.

    ``beside``: the choices of the row. One that is settled shows the one option that there is. ``is_new``: whether the
    page was just entered: its controls are others than those of the page before.
    """
    if field == "payer":
        payer_search(looked_at)
        return
    texts, options = looked_at.texts, bases(looked_at.base, looked_at.compared) if field == "base" else FIELDS[field][1]
    key, made = f"view_{field}", settled(field, looked_at, beside)
    options = (made.option,) if made else options
    wanted = made.option if made else getattr(looked_at, field)
    if is_new or st.session_state.get(key) != wanted:  # what is set takes back a choice that is made meanwhile
        st.session_state[key] = wanted
    draw = _menu if field in MENUS else _buttons
    draw(
        texts(f"view.{field}"),
        options,
        format_func=lambda option: made.name if made else _name(field, option, looked_at),
        key=key,
        disabled=made is not None,
        label_visibility="collapsed",
        on_change=lambda: _choose(field, st.session_state.get(key), options),
    )


def _choose(field: str, chosen: Any, options: tuple[Any, ...]) -> None:
    """Changes the view; a control that gives way to another page's reports that nothing is chosen."""
    if chosen in options:
        view.change(**{field: chosen})


def _buttons(label: str, options: tuple[Any, ...], **rest: Any) -> None:
    st.segmented_control(label, options, required=True, **rest)


def _menu(label: str, options: tuple[Any, ...], **rest: Any) -> None:
    st.selectbox(label, options, width=WIDTHS.get(rest["key"], 168), **rest)


def _name(field: str, option: Any, looked_at: View) -> str:
    """What a choice is called: years by their number, languages as they call themselves, the others by their text."""
    if field == "base":
        return title_of(option, looked_at.texts)
    if field == "language":
        return KNOWN[option].name
    if option in SOLUTION_GROUPS:
        return looked_at.texts(f"solution.{option}")
    return str(option) if field == "year" else looked_at.texts(f"view.{field}_{option}")
