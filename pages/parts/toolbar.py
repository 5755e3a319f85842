"""The row above the figures: year, prices, and the sign that the tool equals the print."""

from typing import Any, get_args

import streamlit as st

from model import PLAN_YEARS
from pages.parts import check, view
from pages.parts.view import Prices, View
from texts import LANGUAGES


def show(looked_at: View) -> None:
    """Draws the row; sentences about a link that could not be used as it was stand above it."""
    texts = looked_at.texts
    for sentence in view.problems():
        st.warning(sentence)
    names = {"lopende": texts("view.current"), "2025": texts("view.fixed")}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        _choice("year", texts("view.year"), PLAN_YEARS, looked_at.year, {y: str(y) for y in PLAN_YEARS})
        _choice("prices", texts("view.prices"), get_args(Prices), looked_at.prices, names)
        st.space("stretch")
        check.sign(texts)


def language(looked_at: View) -> None:
    """The language switch; the scenario stays."""
    names = {code: looked_at.texts(f"app.name_{code}") for code in LANGUAGES}
    _choice("language", looked_at.texts("app.language"), LANGUAGES, looked_at.language, names)


def _choice(field: str, label: str, options: tuple[Any, ...], value: Any, names: dict[Any, str]) -> None:
    """One field of the view as a row of buttons."""
    key = f"view_{field}"
    st.session_state[key] = value
    st.segmented_control(
        label,
        options,
        format_func=names.__getitem__,
        key=key,
        required=True,
        on_change=lambda: view.change(**{field: st.session_state[key]}),
    )
