"""The list of files on the page Eksport: what each is for, built on click."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import streamlit as st

from pages.parts import files, state, taking
from pages.parts.components import component
from pages.parts.view import View

if TYPE_CHECKING:
    from exports.deck import Theme

KEY, ASKED, THEME, PROBLEM = "take", "take_asked", "take_theme", "take_problem"
LABELS: Final = ("make", "making", "done", "theme", "theme_own", "theme_open", "theme_remove")


@st.fragment
def take_along(view: View) -> None:
    """Draws the list; a file that was asked for is made in this run and goes with it."""
    texts, scenario = view.texts, state.scenario()
    asked = st.session_state.pop(ASKED, None)
    taken = taking.file_of(asked, taking.subject_of(scenario, view), theme()) if asked else None
    component("take")(
        key=KEY,
        data={
            "files": [
                {"kind": kind, "title": texts(f"take.{kind}"), "for": texts(f"take.{kind}_for")}
                for kind in taking.FILES
            ],
            "labels": {label: texts(f"take.{label}") for label in LABELS},
            "hasTheme": theme() is not None,
            "largest": files.LARGEST,
            "taken": taken,
            "problem": texts("take.theme_refused") if st.session_state.pop(PROBLEM, False) else "",
        },
        on_asked_change=apply,
    )


def theme() -> "Theme | None":
    """The colours and fonts that were opened for this visit."""
    return cast("Theme | None", st.session_state.get(THEME))


def apply() -> None:
    """Notes which file is to be made, or takes a theme; what cannot be used leaves the theme as it was."""
    asked = st.session_state[KEY].get("asked")
    if not isinstance(asked, Mapping) or not state.begun():
        return
    if asked.get("do") == "make" and asked.get("kind") in taking.FILES:
        st.session_state[ASKED] = asked["kind"]
    elif asked.get("do") == "theme":
        _take_theme(asked)
    elif asked.get("do") == "remove":
        st.session_state[THEME] = None


def _take_theme(asked: Mapping[str, Any]) -> None:
    from exports.deck import Theme
    from model import ModelError

    try:
        st.session_state[THEME] = Theme.from_toml(str(asked.get("content") or "?"))
    except ModelError:
        st.session_state[PROBLEM] = True
