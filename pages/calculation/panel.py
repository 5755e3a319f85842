"""The panel that shows how a figure of the page is calculated: one for the whole page, and what it is sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Final

import streamlit as st

from charts.calculation.opened import LEVELS, opened
from charts.calculation.words import MOST_STEPS
from charts.words.context import Context
from model import ModelError
from pages.calculation.messages import CalculationMessage, CalculationUpdate
from pages.visit import address, clocks, view, view_link
from pages.visit.components import component, sent
from pages.visit.memory import Place
from pages.visit.question import shown
from pages.visit.view import View

KEY: Final = "calculation"
LABELS: Final = (
    "panel",
    "back",
    "close",
    "copy",
    "copied",
    "not_copied",
    "trail",
    "loading",
    "terms",
    "failed",
    "source",
    "figure_note",
)
WHILE_MOVING: Final = 1
"""How deep a tree is that is sent with every move of a lever: what is looked at."""

Asks = Callable[[View], Sequence[Context]]
"""Gives the answers that the page shows: one, or those of the scenarios side by side."""

ASKS: Final[Place[Asks]] = Place("calculation_asks", lambda: usual)
"""What the page that is looked at shows."""

HEARD: Final = Place("calculation_heard", float)
"""When the browser asked for what was noted last, milliseconds of its clock."""


def usual(looked_at: View) -> Sequence[Context]:
    """What a page shows that asks nothing of its own."""
    return (shown(looked_at),)


def shows(asks: Asks) -> None:
    """Notes what the page shows: its figures are opened in the answers that ``asks`` gives."""
    ASKS.put(asks)


@st.fragment
def panel() -> None:
    """Draws the panel, open where a figure was opened; alone, as a fragment, when another step is asked for.

    Called after the page, which notes what it shows.
    """
    looked_at = view.current()
    texts, path = looked_at.texts, looked_at.calculation
    contexts = ASKS.value()(looked_at) if path else ()
    with st.container(key=KEY):
        component(CalculationMessage, "calculation", "calculation/panel")(
            key=KEY + "_panel",
            data={
                **update(contexts),
                "link": address.as_text(),
                "labels": {label: texts(f"calculation.{label}") for label in LABELS},
            },
            on_opened_change=_open,
        )


def update(contexts: Sequence[Context], levels: int = LEVELS) -> CalculationUpdate:
    """The step that is open and those below it, in the answers that are drawn; none where nothing is open."""
    path, now = view.current().calculation, clocks.clocks()
    found: CalculationUpdate = {
        "path": path,
        "moment": _moment(),
        "stamp": f"{now.visit} {now.runs} {now.gesture.sequence}",
        "steps": (),
        "problem": "",
    }
    if not path:
        return found
    try:
        found["steps"] = [asdict(step) for step in opened(path, contexts, levels, MOST_STEPS)]
    except ModelError:
        found["problem"] = contexts[0].texts("calculation.gone")
    return found


def _open() -> None:
    """Notes the step that was opened in the browser, or that none is open any more.

    Streamlit reports the last of them once more where the panel is drawn anew, on another page.
    """
    if _moment() <= HEARD.value():
        return
    HEARD.put(_moment())
    asked = sent(KEY + "_panel", "opened")
    path = asked.get("path") if isinstance(asked, Mapping) else None
    view.change(calculation=path[: view_link.LONGEST_CALCULATION] if isinstance(path, str) else "")


def _moment() -> float:
    """When the browser asked last, milliseconds of its clock."""
    asked = sent(KEY + "_panel", "opened")
    moment = asked.get("moment") if isinstance(asked, Mapping) else None
    return float(moment) if isinstance(moment, int | float) else 0.0
