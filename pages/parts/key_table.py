"""The key of each solution as a table in percent: what is typed becomes keys of the scenario's own."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from charts.refused import refused
from model import Scenario, ScenarioError
from model.axes import PAYER_GROUPS
from model.keys import KEY_SOLUTIONS, key_sets
from model.payers.regulation import LAW_SOLUTIONS
from model.scenario import DEFAULT_KEYS
from pages.parts import state
from pages.parts.components import component, sent
from texts import Texts

KEY, PROBLEM = "key_table", "key_table_problem"
LABELS: Final = ("title", "note", "solution", "sum", "reset", "refused")

Keys = dict[str, dict[str, float]]


def key_table(texts: Texts) -> None:
    """Draws the table with the keys that are in use."""
    scenario = state.scenario()
    component("key_table")(
        key=KEY,
        data={
            "groups": [(group, texts(f"payer_group.{group}")) for group in PAYER_GROUPS],
            "rows": [_row(name, scenario, texts) for name in LAW_SOLUTIONS],
            "revision": f"{state.visit()} {state.revision()}",
            "decimal": "." if texts.language == "en" else ",",
            "labels": {label: texts(f"key_table.{label}") for label in LABELS},
            "problem": _problem(texts),
        },
        on_asked_change=apply,
    )


def _row(name: str, scenario: Scenario, texts: Texts) -> dict[str, Any]:
    shares = _in_use(scenario)[KEY_SOLUTIONS[name][0]]
    own = not isinstance(scenario.keys, str) and any(solution in scenario.keys for solution in KEY_SOLUTIONS[name])
    percent = [100.0 * shares.get(group, 0.0) for group in PAYER_GROUPS]
    return {"solution": name, "label": texts(f"solution.{name}"), "shares": percent, "own": own}


def _in_use(scenario: Scenario) -> Keys:
    """Every solution's shares, as the scenario has them."""
    own = key_sets()[scenario.keys] if isinstance(scenario.keys, str) else scenario.keys
    return {name: dict(shares) for name, shares in {**key_sets()[DEFAULT_KEYS], **own}.items()}


def apply() -> None:
    """Takes a row, or takes it back to the regulation; what cannot be used leaves the keys as they were."""
    asked = sent(KEY, "asked")
    st.session_state[PROBLEM] = None
    if not isinstance(asked, Mapping) or asked.get("solution") not in LAW_SOLUTIONS or not state.begun():
        return
    solution = str(asked["solution"])
    try:
        if asked.get("do") == "reset":
            state.replace(state.scenario().without(*(f"keys.{part}" for part in KEY_SOLUTIONS[solution])))
        elif asked.get("do") == "set":
            state.replace(_with_row(state.scenario(), solution, asked.get("shares")))
    except ScenarioError as error:
        st.session_state[PROBLEM] = error
        state.replace(state.scenario())


def _with_row(scenario: Scenario, solution: str, percent: object) -> Scenario:
    """The scenario with a row of its own; the other solutions keep the key that they have."""
    found = percent if isinstance(percent, list) and len(percent) == len(PAYER_GROUPS) else [percent]
    shares = {group: _share(value) for group, value in zip(PAYER_GROUPS, found, strict=False)}
    kept = scenario.keys
    own: dict[str, Any] = dict(_in_use(scenario)) if kept != DEFAULT_KEYS and isinstance(kept, str) else {}
    own |= {} if isinstance(kept, str) else {name: dict(row) for name, row in kept.items()}
    return scenario.with_value("keys", own | dict.fromkeys(KEY_SOLUTIONS[solution], shares))


def _share(percent: object) -> object:
    """Percent as a share; what is no number goes on as it is, for the scenario to refuse."""
    if isinstance(percent, int | float) and not isinstance(percent, bool) and abs(percent) < 1e6:
        return percent / 100
    return percent


def _problem(texts: Texts) -> str:
    """The last refusal in a sentence; it is said once."""
    error: ScenarioError | None = st.session_state.pop(PROBLEM, None)
    return texts("key_table.kept", what=refused(error, texts)) if error else ""
