"""The row that says which scenarios stand side by side: take one away, add a ready one, a file, a link or a copy."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from charts.refused import all_refused
from model import Scenario, ScenarioError, link, presets
from model.received import pasted
from pages.parts import address, files, state, view
from pages.parts.compared import in_one_price_basis
from pages.parts.components import component, in_turn, sent
from pages.parts.view import FEWEST, MOST, PRESENT, View
from texts import Texts

KEY, PROBLEM = "chooser", "chooser_problem"
LABELS: Final = ("add", "present", "copy", "ready", "open", "link", "link_add", "full")


def chooser(looked_at: View) -> None:
    """Draws the row, what could not be added, and why amounts are in 2025 kroner where that was not asked for."""
    texts, chosen = looked_at.texts, looked_at.compared
    component("chooser")(
        key=KEY,
        data={
            "chosen": chosen,
            "full": len(chosen) >= MOST,
            "hasPresent": PRESENT in chosen,
            "presets": [(name, each.label[texts.language]) for name, each in presets().items() if name not in chosen],
            "largest": files.LARGEST,
            "labels": {label: texts(f"compare.{label}") for label in LABELS},
            "problem": _problem(texts),
            "note": texts("compare.one_price_basis") if in_one_price_basis(looked_at) != looked_at else "",
        },
        on_asked_change=in_turn(KEY, apply),
    )


def apply() -> None:
    """Does what the row asked for; what cannot be used leaves the comparison as it was."""
    asked = sent(KEY, "asked")
    st.session_state[PROBLEM] = None
    done = DEEDS.get(str(asked.get("do"))) if isinstance(asked, Mapping) and state.begun() else None
    if done is None:
        return
    try:
        view.change(compared=done(asked, view.current().compared))
    except ScenarioError as error:
        st.session_state[PROBLEM] = (str(asked.get("name", "")), (error,))


def _removed(asked: Mapping[str, Any], chosen: tuple[str, ...]) -> tuple[str, ...]:
    text = asked.get("text")  # what stood there when it was asked for
    at = chosen.index(text) if text in chosen else None if text else asked.get("at")
    if not isinstance(at, int) or not 0 <= at < len(chosen) or len(chosen) <= FEWEST:
        return chosen
    return chosen[:at] + chosen[at + 1 :]


def _added(asked: Mapping[str, Any], chosen: tuple[str, ...]) -> tuple[str, ...]:
    text = asked.get("text")
    return _with(str(text), chosen) if text == PRESENT or text in presets() else chosen


def _with_file(asked: Mapping[str, Any], chosen: tuple[str, ...]) -> tuple[str, ...]:
    return _with(_written(files.opened(asked)), chosen)


def _with_copy(_: Mapping[str, Any], chosen: tuple[str, ...]) -> tuple[str, ...]:
    return _with(_written(state.scenario()), chosen)


def _with_link(asked: Mapping[str, Any], chosen: tuple[str, ...]) -> tuple[str, ...]:
    """The scenario of a pasted link, when it can be read whole."""
    text = str(asked.get("text", ""))
    found = pasted(text, view.CLOSING)
    if found.is_cut:
        raise ScenarioError("link", text, "cut")
    opened = link.from_query(found.last, beside=address.PARAMETERS)
    if opened.refused:
        st.session_state[PROBLEM] = ("", opened.refused)
        return chosen
    return _with(_written(opened.scenario), chosen)


def _with(text: str, chosen: tuple[str, ...]) -> tuple[str, ...]:
    return (*chosen, text) if len(chosen) < MOST else chosen


def _written(scenario: Scenario) -> str:
    """A scenario as the text of the view; the published figures by the name of the ready scenario."""
    return link.encoded(scenario) or view.REFERENCE


DEEDS: Final[dict[str, Callable[[Mapping[str, Any], tuple[str, ...]], tuple[str, ...]]]] = {
    "remove": _removed,
    "add": _added,
    "open": _with_file,
    "copy": _with_copy,
    "link": _with_link,
}


def _problem(texts: Texts) -> str:
    """What could not be added, or not all of it, in a sentence; it is said once."""
    problem: tuple[str, tuple[ScenarioError, ...]] | None = st.session_state.pop(PROBLEM, None)
    if problem is None:
        return ""
    name, errors = problem
    sentence = "compare.refused" if name else "compare.link_refused"
    return texts(sentence, name=name[:40], what=all_refused(errors, texts))
