"""The list of files on the page Eksport: what each is for, built on click."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import streamlit as st

from charts.words.foreign import short
from pages.files import files, taking
from pages.visit import asking
from pages.visit.components import component
from pages.visit.given import stamp
from pages.visit.navigation import PAGES
from pages.visit.question import shown
from pages.visit.view import View
from texts import Texts

if TYPE_CHECKING:
    from exports.deck import Theme

KEY, ASKED, THEME = "take", "take_asked", "take_theme"
START: Final = PAGES[0]
"""Where the link of a whole file leads."""

LABELS: Final = ("make", "making", "done", "theme", "theme_own", "theme_open", "theme_remove")


@st.fragment
def take_along(view: View) -> None:
    """Draws the list; a file that was asked for is made in this run and goes with it."""
    texts = view.texts
    asked = st.session_state.pop(ASKED, None)
    taken = taking.file_of(asked, taking.subject_of(shown(view), START), theme()) if asked else None
    component("take", "files/take_along")(
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
            **asking.listen(KEY, DEEDS),
        },
        on_asked_change=apply,
    )


def theme() -> "Theme | None":
    """The colours and fonts that were opened for this visit."""
    return cast("Theme | None", st.session_state.get(THEME))


def apply() -> None:
    """Notes which file is to be made, or takes a theme; what cannot be used leaves the theme as it was."""
    asking.serve(KEY, DEEDS)


def _make(asked: Mapping[str, Any]) -> None:
    if asked.get("kind") not in taking.FILES:
        raise asking.NotUnderstood("kind")
    st.session_state[ASKED] = asked["kind"]


def take_theme(asked: Mapping[str, Any]) -> None:
    """Uses a theme for this visit. Raises Refused."""
    from exports.deck.theme import Theme, ThemeError

    content = files.content_of(asked, files.LARGEST)
    if content is None:
        raise asking.Refused("size", {"allowed": str(files.LARGEST // 1000)})
    try:
        st.session_state[THEME] = Theme.from_toml(content)
    except ThemeError as error:
        raise asking.Refused(error.problem, error.values) from error
    stamp("theme", asked)


def _remove_theme(_: Mapping[str, Any]) -> None:
    st.session_state[THEME] = None
    stamp("theme", {})


DEEDS: Final[dict[str, asking.Deed]] = {"make": _make, "theme": take_theme, "remove": _remove_theme}


def _problem(texts: Texts) -> str:
    return asking.said(KEY, texts, _told)


def _told(problem: asking.Problem, texts: Texts) -> str:
    """Why the theme was refused, in a sentence."""
    error = cast(asking.Refused, problem.errors[0])
    values = {name: value if name == "allowed" else short(value) for name, value in error.values.items()}
    return texts("theme.refused", what=texts(f"theme.{error.problem}", **values))
