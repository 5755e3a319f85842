"""The list of files on the page Eksport: what each is for, built on click."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import streamlit as st

from charts.refused import short
from pages.parts import files, state, taking
from pages.parts.components import component, sent
from pages.parts.given import stamp
from pages.parts.view import View
from texts import Texts

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
            "problem": _problem(texts),
        },
        on_asked_change=apply,
    )


def theme() -> "Theme | None":
    """The colours and fonts that were opened for this visit."""
    return cast("Theme | None", st.session_state.get(THEME))


def apply() -> None:
    """Notes which file is to be made, or takes a theme; what cannot be used leaves the theme as it was."""
    asked = sent(KEY, "asked")
    if not isinstance(asked, Mapping) or not state.begun():
        return
    if asked.get("do") == "make" and asked.get("kind") in taking.FILES:
        st.session_state[ASKED] = asked["kind"]
    elif asked.get("do") == "theme":
        _take_theme(asked)
    elif asked.get("do") == "remove":
        st.session_state[THEME] = None
        stamp("theme", {})


def _take_theme(asked: Mapping[str, Any]) -> None:
    from exports.deck.theme import ThemeError

    try:
        take_theme(asked)
    except ThemeError as error:
        st.session_state[PROBLEM] = (error.problem, error.values)


def take_theme(asked: Mapping[str, Any]) -> None:
    """Uses a theme for this visit. Raises ThemeError."""
    from exports.deck.theme import Theme, ThemeError

    content = asked.get("content")
    if not isinstance(content, str) or len(content) > files.LARGEST:
        raise ThemeError("size", allowed=str(files.LARGEST // 1000))
    st.session_state[THEME] = Theme.from_toml(content)
    stamp("theme", asked)


def _problem(texts: Texts) -> str:
    """Why the theme was refused, in a sentence; it is said once."""
    problem: tuple[str, dict[str, str]] | None = st.session_state.pop(PROBLEM, None)
    if problem is None:
        return ""
    kind, values = problem
    values = {name: value if name == "allowed" else short(value) for name, value in values.items()}
    return texts("theme.refused", what=texts(f"theme.{kind}", **values))
