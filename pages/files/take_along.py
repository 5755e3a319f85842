"""The list of files on the page Eksport: what each is for, built on click."""

from typing import Final, cast

import streamlit as st

from charts.words.foreign import short
from pages.files import taking
from pages.files.messages import MakeFile, TakeMessage
from pages.visit import asking, own_data, problems
from pages.visit.between_runs import FILE_ASKED_FOR
from pages.visit.components import component
from pages.visit.navigation import START
from pages.visit.opened_file import LARGEST
from pages.visit.problems import Problem, Refused
from pages.visit.question import shown
from pages.visit.view import View
from texts import Texts

KEY: Final = "take"
LABELS: Final = ("make", "making", "done", "theme", "theme_own", "theme_open", "theme_remove")


@st.fragment
def take_along(looked_at: View) -> None:
    """Draws the list; a file that was asked for is made in this run and sent with it. Its link opens the start page."""
    texts, theme = looked_at.texts, own_data.theme()
    kind = FILE_ASKED_FOR.take()
    file = taking.file_of(kind, taking.subject_of(shown(looked_at), START), theme) if kind else None
    component(TakeMessage, "take", "files/take_along")(
        key=KEY,
        data={
            "files": [
                {"kind": kind, "title": texts(f"take.{kind}"), "for": texts(f"take.{kind}_for")}
                for kind in taking.FILES
            ],
            "labels": {label: texts(f"take.{label}") for label in LABELS},
            "hasTheme": theme is not None,
            "largest": LARGEST,
            "taken": file,
            "problem": problem(texts),
            **asking.listen(KEY, DEEDS),
        },
        on_asked_change=apply,
    )


def apply() -> None:
    """Notes which file is to be made, or takes a theme; what cannot be used leaves the theme as it was."""
    asking.serve(KEY, DEEDS)


def _make(asked: MakeFile) -> None:
    if asked.get("kind") not in taking.FILES:
        raise asking.NotUnderstood("kind")
    FILE_ASKED_FOR.put(asked["kind"])


DEEDS: Final[dict[str, asking.Deed]] = {
    "make": _make,
    "theme": own_data.take_theme,
    "remove": lambda _: own_data.remove_theme(),
}


def problem(texts: Texts) -> str:
    """Why a theme was refused, in a sentence."""
    return problems.sentences(KEY, texts, _in_words)


def _in_words(problem: Problem, texts: Texts) -> str:
    error = cast(Refused, problem.errors[0])
    values = {name: value if name == "allowed" else short(value) for name, value in error.values.items()}
    return texts("theme.refused", what=texts(f"theme.{error.problem}", **values))
