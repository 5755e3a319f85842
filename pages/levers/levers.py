"""The levers in the sidebar: a move becomes a new scenario before the page is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

import streamlit as st

from charts.words.refused import refused, refused_number
from charts.words.settings import departures, is_share, label, shown
from model import Scenario, ScenarioError
from model.scenario.fields import OPEN_SOLUTIONS, limits
from pages.levers.lever_moves import Change, moved
from pages.levers.lever_rows import SOLUTION, chosen, groups
from pages.visit import asking, state, view
from pages.visit.components import component, sent
from texts import Texts
from texts.reading import NumberError

KEY, GESTURE = "levers", "last_gesture"


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
    component("levers", "levers/levers")(
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
            "error": _error(texts),
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
    """Moves the scenario to what the lever says; what cannot be used leaves it as it was.

    ``key``: the component that sent it, the levers or the figures. A component that is drawn anew, as when a meeting
    begins or ends, reports its last gesture once more: a gesture that has been answered is not done again.
    """
    found = sent(key, "gesture")
    if found is None:
        return
    sent_as = found.get("sequence") if isinstance(found, Mapping) else None
    sequence = sent_as if isinstance(sent_as, int) else 0
    if not 0 < sequence <= gesture().sequence:
        asking.try_to(lambda: _apply(found), KEY, sequence, found, _first(found))


def _apply(found: object) -> None:
    """All changes of a gesture, or none. Whatever becomes of them, the gesture has been answered."""
    if not isinstance(found, Mapping) or not isinstance(found.get("sequence"), int):
        raise asking.NotUnderstood("gesture")
    st.session_state[GESTURE] = Gesture(found["sequence"], bool(found.get("moving")), state.revision())
    changes = found.get("changes")
    if not isinstance(changes, list):
        raise asking.NotUnderstood("changes")
    scenario, solution = state.scenario(), None
    for change in map(Change.of, changes):
        if change.path == SOLUTION:
            solution = _open_solution(change.value)
        else:
            scenario = moved(scenario, change, view.current().language)
    state.move(scenario)
    if solution:
        st.session_state[SOLUTION] = solution


def _first(found: object) -> str:
    """The lever of a gesture; of what was typed there is one in it."""
    changes = found.get("changes") if isinstance(found, Mapping) else None
    change = changes[0] if isinstance(changes, list) and changes else None
    return str(change.get("path")) if isinstance(change, Mapping) else ""


def _open_solution(name: object) -> str:
    if not isinstance(name, str) or name not in OPEN_SOLUTIONS:
        raise ScenarioError(SOLUTION, name, "choice", OPEN_SOLUTIONS)
    return name


def _error(texts: Texts) -> dict[str, str]:
    """The last refused value in a sentence, empty when there is none, and the lever that it stands at."""
    last = asking.problem(KEY)
    return {"path": _path(last) if last else "", "sentence": asking.said(KEY, texts, _told)}


def _path(problem: asking.Problem) -> str:
    """The lever that was refused."""
    error = problem.errors[0]
    return error.field if isinstance(error, ScenarioError) else problem.about


def _told(problem: asking.Problem, texts: Texts) -> str:
    error, path = problem.errors[0], _path(problem)
    kept = shown(path, state.scenario().value(path), texts) if path in limits() else texts("lever.scenario")
    if isinstance(error, NumberError):
        return texts("lever.refused", what=refused_number(error, label(path, texts), texts), kept=kept)
    return texts("lever.refused", what=refused(cast(ScenarioError, error), texts), kept=kept)
