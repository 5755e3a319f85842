"""The levers in the sidebar: a move becomes a new scenario before the page is drawn."""

from dataclasses import dataclass
from typing import Any, cast

import streamlit as st

from model import Parameter, Scenario, ScenarioError, parameters
from pages.parts import state
from pages.parts.components import component
from texts import Texts

MAIN = ("risk_margin", "index_rate", "extra_efficiency", "extra_volume")
KEY, GESTURE, PROBLEM = "levers", "last_gesture", "lever_problem"


@dataclass(frozen=True, slots=True)
class Gesture:
    """The last move of a lever: its number, and whether the lever is still being moved."""

    sequence: int = 0
    moving: bool = False


def gesture() -> Gesture:
    """The last gesture that was applied."""
    return cast(Gesture, st.session_state.get(GESTURE, Gesture()))


def levers(texts: Texts, hints: dict[str, str]) -> None:
    """Draws the main levers; ``hints`` are the lines under them that depend on the figures."""
    scenario = state.scenario()
    component("levers")(
        key=KEY,
        data={
            "levers": [_lever(parameters()[name], scenario, texts, hints.get(name)) for name in MAIN],
            "revision": f"{state.revision()} {texts.language}",
            "language": texts.language,
            "decimal": "." if texts.language == "en" else ",",
            "invalid": texts("lever.invalid"),
            "error": _problem(texts),
        },
        on_gesture_change=apply_gesture,
    )


def apply_gesture() -> None:
    """Moves the scenario to what the lever says; a value that is not allowed leaves it as it was."""
    found = st.session_state[KEY].get("gesture")
    st.session_state[PROBLEM] = None
    try:
        path, sequence = str(found["path"]), int(found["sequence"])
        moved = state.scenario().with_value(path, _share(found["value"]))
    except ScenarioError as error:
        st.session_state[PROBLEM] = error
        state.replace(state.scenario())
        return
    except (TypeError, KeyError, ValueError):
        return  # not a gesture: nothing that the levers send looks like this
    st.session_state[GESTURE] = Gesture(sequence, bool(found.get("moving")))
    state.move(moved)


def _lever(parameter: Parameter, scenario: Scenario, texts: Texts, hint: str | None) -> dict[str, Any]:
    """What the browser needs to draw one lever, in percent."""
    label = parameter.label[texts.language]
    default = _percent(parameter.default)
    shown = texts.percent(default / 100)
    return {
        "path": parameter.name,
        "label": label,
        "description": parameter.description[texts.language],
        "value": _percent(scenario.value(parameter.name)),
        "default": default,
        "low": _percent(parameter.low),
        "high": _percent(parameter.high),
        "step": _percent(parameter.step),
        "hint": hint or texts("lever.default", value=shown),
        "exact": texts("lever.exact", label=label),
        "reset": texts("lever.reset", value=shown),
    }


def _share(percent: Any) -> Any:
    """Percent as a share; what is no sensible number goes on as it is, for the scenario to refuse."""
    sensible = isinstance(percent, int | float) and not isinstance(percent, bool) and abs(percent) < 1e6
    return round(percent / 100, 8) if sensible else percent


def _percent(share: Any) -> float:
    """A share as percent, free of the binary tail (3.1, not 3.1000000000000005)."""
    return round(float(share) * 100, 6)


def _problem(texts: Texts) -> str:
    """The last refused value in a sentence, empty when there is none."""
    error = st.session_state.get(PROBLEM)
    if error is None:
        return ""
    known = parameters().get(error.field)
    label = known.label[texts.language] if known else error.field
    return texts("lever.refused", label=label, found=error.found, allowed=error.allowed)
