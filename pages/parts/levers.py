"""The levers in the sidebar: a move becomes a new scenario before the page is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

import streamlit as st

from charts.refused import refused
from charts.settings import OWN_KEYS, departures, is_share, shown
from model import PLAN_YEARS, Scenario, ScenarioError, measures
from model.fields import OPEN_SOLUTIONS, limits
from model.keys import key_sets
from pages.parts import state
from pages.parts.components import component, sent
from pages.parts.lever_rows import LOCK, SOLUTION, chosen, groups
from texts import Texts

KEY, GESTURE, PROBLEM = "levers", "last_gesture", "lever_problem"


@dataclass(frozen=True, slots=True)
class Gesture:
    """The last move of a lever: its number, whether the lever is still being moved, the scenario's revision then."""

    sequence: int = 0
    moving: bool = False
    revision: int = 0


def gesture() -> Gesture:
    """The last gesture that was applied; it is over where another tool has set the scenario since."""
    last = cast(Gesture, st.session_state.get(GESTURE, Gesture()))
    return replace(last, moving=last.moving and last.revision == state.revision())


def levers(texts: Texts, only: tuple[str, ...] = ()) -> None:
    """Draws every lever, the list of what is changed, and the sentence about a value that was refused.

    ``only``: the levers of a meeting, drawn without ways to reset them.
    """
    scenario = state.scenario()
    drawn = groups(scenario, st.session_state.setdefault(SOLUTION, OPEN_SOLUTIONS[0]), texts)
    changes = () if only else departures(scenario, texts)
    component("levers")(
        key=KEY,
        data={
            "groups": [chosen(drawn, only, texts)] if only else drawn,
            "locked": bool(only),
            "replay": last_change(scenario),
            "visit": state.visit(),
            "revision": state.revision(),
            "sequence": gesture().sequence,
            "language": texts.language,
            "decimal": "." if texts.language == "en" else ",",
            "invalid": texts("lever.invalid"),
            "error": _problem(texts),
            "changes": [
                {
                    "path": change.path,
                    "text": texts("lever.change", label=change.label, value=change.value, default=change.default),
                    "reset": texts("lever.undo"),
                }
                for change in changes
            ],
            "changesLabel": texts("lever.changes", count=len(changes)),
            "resetAll": texts("lever.reset_all"),
        },
        on_gesture_change=apply_gesture,
        on_replayed_change=end_replay,
    )


def last_change(scenario: Scenario) -> list[dict[str, Any]]:
    """From where to where each numeric setting moved in the last step, in its lever's unit."""
    before = state.history().past[-1:]
    if not before:
        return []
    paths = limits().keys() & (scenario.departures().keys() | before[0].departures().keys())
    found = ((path, before[0].value(path), scenario.value(path)) for path in sorted(paths))
    return [{"path": p, "from": _in_unit(p, a), "to": _in_unit(p, b)} for p, a, b in found if a != b and a is not None]


def _in_unit(path: str, value: Any) -> Any:
    return value * 100 if is_share(path) and value is not None else value


def end_replay() -> None:
    """Puts the scenario back that was there before the last change was played again."""
    state.replace(state.settled())


def apply_gesture(key: str = KEY) -> None:
    """Moves the scenario to what the lever says; a value that is not allowed leaves it as it was.

    ``key``: the component that sent it, the levers or the figures.
    """
    found = sent(key, "gesture")
    st.session_state[PROBLEM] = None
    try:
        answered = Gesture(int(found["sequence"]), bool(found.get("moving")), state.revision())
        for change in found["changes"]:
            _apply(str(change["path"]), change)
    except ScenarioError as error:
        st.session_state[PROBLEM] = error
    except (TypeError, KeyError, ValueError, AttributeError):
        return  # not a gesture: nothing that the levers send looks like this
    st.session_state[GESTURE] = answered


def _apply(path: str, change: Mapping[str, Any]) -> None:
    """One lever's change: back to its default, or to a value; the empty path is every lever."""
    if not change.get("reset"):
        _move(path, change["value"])
    elif path:
        state.move(state.scenario().without(_reset_place(path)))
    else:
        state.move(Scenario(name=state.scenario().name))


def _reset_place(path: str) -> str:
    """What a reset takes back: the lever's field; of a measure without an amount of its own, the whole measure."""
    first, *rest = path.split(".")
    if first == "measures" and rest and measures()[rest[0]].takes_amount and measures()[rest[0]].amount_mnok is None:
        return f"measures.{rest[0]}"
    if first == "keys":
        return ".".join(["keys", *rest[:1]])  # shares belong together
    return "first_year" if path == LOCK else path


def _move(path: str, value: Any) -> None:
    """Puts a lever's value, in the lever's unit, into the scenario."""
    if path == SOLUTION:
        if value not in OPEN_SOLUTIONS:
            raise ScenarioError(SOLUTION, value, "choice", OPEN_SOLUTIONS)
        st.session_state[SOLUTION] = value
        return
    scenario = state.scenario()
    if path == LOCK:
        moved = scenario.with_value("first_year", PLAN_YEARS[1] if value else PLAN_YEARS[0])
    elif (path, value) == ("keys", OWN_KEYS):
        moved = scenario.with_value(path, _own_keys(scenario))
    elif path.endswith(".amount_mnok") and path.startswith("measures."):
        moved = _with_amount(scenario, path, value)
    else:
        moved = scenario.with_value(path, _share(value) if is_share(path) else value)
    state.move(moved)


def _own_keys(scenario: Scenario) -> Mapping[str, Any]:
    """Keys of one's own, which start as those that are in use."""
    own = key_sets()[scenario.keys] if isinstance(scenario.keys, str) else scenario.keys
    return {solution: dict(shares) for solution, shares in own.items()}


def _with_amount(scenario: Scenario, path: str, value: Any) -> Scenario:
    """A measure's amount; one that is off is switched on by an amount, and a measure without one is off."""
    measure = path.rsplit(".", 1)[0]
    if value == 0 and scenario.without(measure).value(path) is None:
        return scenario.without(measure)
    settings = {"enabled": True, "delay": scenario.value(f"{measure}.delay"), "amount_mnok": value}
    return scenario.without(measure).with_value(measure, settings)


def _share(percent: Any) -> Any:
    """Percent as a share; what is no sensible number goes on as it is, for the scenario to refuse."""
    sensible = isinstance(percent, int | float) and not isinstance(percent, bool) and abs(percent) < 1e6
    return round(percent / 100, 8) if sensible else percent


def _problem(texts: Texts) -> str:
    """The last refused value in a sentence, empty when there is none."""
    error: ScenarioError | None = st.session_state.get(PROBLEM)
    if error is None:
        return ""
    known = error.field in limits()
    kept = shown(error.field, state.scenario().value(error.field), texts) if known else texts("lever.scenario")
    return texts("lever.refused", what=refused(error, texts), kept=kept)
