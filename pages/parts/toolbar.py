"""The row above the figures: year, prices, the page's own choices, and the sign that the tool equals the print."""

from typing import Any

import streamlit as st

from charts.bridge import GROUPS
from pages.parts import check, view
from pages.parts.view import FIELDS, View

MENUS = ("figure", "solution", "start")
"""Choices drawn as a menu: their names are long."""

WIDTHS = {"view_start": 160}
"""Pixels of a menu: the row fits a meeting room's screen."""


def show(looked_at: View, *fields: str) -> None:
    """Draws the row with the choices ``fields``; what a link got wrong is said above it."""
    texts = looked_at.texts
    for sentence in view.problems():
        st.warning(sentence)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="toolbar"):
        for field in fields:
            choice(field, looked_at)
        check.sign(texts)


def choice(field: str, looked_at: View) -> None:
    """One field of the view as a row of buttons or a menu."""
    texts, options = looked_at.texts, FIELDS[field][1]
    key = f"view_{field}"
    st.session_state[key] = getattr(looked_at, field)
    draw = _menu if field in MENUS else _buttons
    draw(
        texts(f"view.{field}"),
        options,
        format_func=lambda option: _name(field, option, looked_at),
        key=key,
        label_visibility="collapsed",
        on_change=lambda: view.change(**{field: st.session_state[key]}),
    )


def _buttons(label: str, options: tuple[Any, ...], **rest: Any) -> None:
    st.segmented_control(label, options, required=True, **rest)


def _menu(label: str, options: tuple[Any, ...], **rest: Any) -> None:
    st.selectbox(label, options, width=WIDTHS.get(rest["key"], 168), **rest)


def _name(field: str, option: Any, looked_at: View) -> str:
    """What a choice is called: years by their number, the others by their text."""
    if option in GROUPS:
        return looked_at.texts(f"solution.{option}")
    return str(option) if field == "year" else looked_at.texts(f"view.{field}_{option}")
