"""The key of each solution as a table in percent: what is typed becomes keys of the scenario's own."""

from dataclasses import dataclass
from typing import Any, Final, cast

import streamlit as st

from charts.words.refused import in_full, refused, refused_number
from model import Scenario, ScenarioError
from model.baseline.axes import PAYER_GROUPS
from model.baseline.keys import KEY_SOLUTIONS, key_sets
from model.payers.regulation import LAW_SOLUTIONS
from model.scenario.scenario import DEFAULT_KEYS
from pages.visit import asking, state, view
from pages.visit.components import component
from texts import Texts
from texts.reading import NumberError, parsed_or_none

KEY, DRAFTS, TAKEN = "key_table", "key_table_drafts", "key_table_taken"
LABELS: Final = ("title", "note", "solution", "sum", "reset")

Keys = dict[str, dict[str, float]]
Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A row that is being typed and is not in use: its cells, and the cells that are."""

    cells: Cells
    in_use: Cells


@st.fragment
def key_table(texts: Texts) -> None:
    """Draws the table: what is being typed runs it alone, what is taken into use the whole page."""
    if st.session_state.pop(TAKEN, False):
        st.rerun()
    scenario = state.scenario()
    component("key_table", "payers/key_table")(
        key=KEY,
        data={
            "groups": [(group, texts(f"payer_group.{group}")) for group in PAYER_GROUPS],
            "rows": [_row(name, scenario, texts) for name in LAW_SOLUTIONS],
            "labels": {label: texts(f"key_table.{label}") for label in LABELS},
            "problem": _problem(texts),
            **asking.listen(KEY, DEEDS),
        },
        on_asked_change=apply,
    )


def _row(name: str, scenario: Scenario, texts: Texts) -> dict[str, Any]:
    own = not isinstance(scenario.keys, str) and any(solution in scenario.keys for solution in KEY_SOLUTIONS[name])
    in_use = _cells(name, scenario, texts)
    draft = _drafts().get(name)
    cells = draft.cells if draft and draft.in_use == in_use else in_use
    total = 100.0 if cells == in_use else _sum_of(cells, texts.language)
    return {
        "solution": name,
        "label": texts(f"solution.{name}"),
        "cells": cells,
        "inUse": in_use,
        "sum": "–" if total is None else f"{in_full(total, texts)} %",
        "wrong": total is None or in_full(total, texts) != "100",
        "own": own,
    }


def _cells(name: str, scenario: Scenario, texts: Texts) -> Cells:
    """A row as it is shown: percent with as many as two decimals. The exact shares stay behind until one is typed."""
    shares = _in_use(scenario)[KEY_SOLUTIONS[name][0]]
    return tuple(in_full(round(100.0 * shares.get(group, 0.0), 2), texts) for group in PAYER_GROUPS)


def _in_use(scenario: Scenario) -> Keys:
    """Every solution's shares, as the scenario has them."""
    own = key_sets()[scenario.keys] if isinstance(scenario.keys, str) else scenario.keys
    return {name: dict(shares) for name, shares in {**key_sets()[DEFAULT_KEYS], **own}.items()}


def apply() -> None:
    """Takes a row, or takes it back to the regulation; what cannot be used leaves the keys as they were."""
    asking.serve(KEY, DEEDS)


def _type(asked: asking.Asked) -> None:
    """A row that is being typed in: its sum follows."""
    solution, cells = _of(asked)
    in_use = _cells(solution, state.scenario(), view.current().texts)
    st.session_state[DRAFTS] = _drafts() | {solution: Draft(cells, in_use)}


def _set(asked: asking.Asked) -> None:
    """A row that was left; one that cannot be used stays as it was typed."""
    _type(asked)
    solution, cells = _of(asked)
    if cells != _drafts()[solution].in_use:
        percent = [_percent(cell, view.current().language) for cell in cells]
        shares = {group: value / 100 for group, value in zip(PAYER_GROUPS, percent, strict=True)}
        _use(_with_row(state.scenario(), solution, shares))
    _drop(solution)


def _reset(asked: asking.Asked) -> None:
    solution = _solution(asked)
    _use(state.scenario().without(*(f"keys.{part}" for part in KEY_SOLUTIONS[solution])))
    _drop(solution)


DEEDS: Final[dict[str, asking.Deed]] = {"type": _type, "set": _set, "reset": _reset}


def _use(scenario: Scenario) -> None:
    """What a lever is moved to meanwhile still counts."""
    state.move(scenario)
    st.session_state[TAKEN] = True


def _drop(solution: str) -> None:
    st.session_state[DRAFTS] = {name: draft for name, draft in _drafts().items() if name != solution}


def _drafts() -> dict[str, Draft]:
    return cast(dict[str, Draft], st.session_state.get(DRAFTS, {}))


def _solution(asked: asking.Asked) -> str:
    if asked.get("solution") not in LAW_SOLUTIONS:
        raise asking.NotUnderstood("solution")
    return str(asked["solution"])


def _of(asked: asking.Asked) -> tuple[str, Cells]:
    """Solution and cells of a row that was sent."""
    cells = asked.get("cells")
    if not isinstance(cells, list) or len(cells) != len(PAYER_GROUPS) or not all(isinstance(c, str) for c in cells):
        raise asking.NotUnderstood("cells")
    return _solution(asked), tuple(cells)


def _percent(cell: str, language: str) -> float:
    """A typed share; an empty cell is none."""
    return parsed_or_none(cell, language, 0.0, 100.0, "%") or 0.0


def _sum_of(cells: Cells, language: str) -> float | None:
    """What a row adds up to; None where a cell is no share."""
    try:
        return sum(_percent(cell, language) for cell in cells)
    except NumberError:
        return None


def _with_row(scenario: Scenario, solution: str, shares: dict[str, float]) -> Scenario:
    """The scenario with a row of its own; the other solutions keep the key that they have."""
    kept = scenario.keys
    own: dict[str, Any] = dict(_in_use(scenario)) if kept != DEFAULT_KEYS and isinstance(kept, str) else {}
    own |= {} if isinstance(kept, str) else {name: dict(row) for name, row in kept.items()}
    return scenario.with_value("keys", own | dict.fromkeys(KEY_SOLUTIONS[solution], shares))


def _problem(texts: Texts) -> str:
    return asking.said(KEY, texts, _told)


def _told(problem: asking.Problem, texts: Texts) -> str:
    error, label = problem.errors[0], texts(f"solution.{problem.asked['solution']}")
    if isinstance(error, NumberError):
        cells = zip(PAYER_GROUPS, problem.asked["cells"], strict=True)
        wrong = [texts(f"payer_group.{group}") for group, cell in cells if cell.strip().startswith(error.found)]
        what = refused_number(error, ", ".join([label, *wrong[:1]]), texts)
        return texts("key_table.kept", what=what)
    if isinstance(error, ScenarioError) and error.problem == "sum":
        return texts("key_table.refused", label=label, sum=in_full(100 * float(error.found), texts))
    return texts("key_table.kept", what=refused(cast(ScenarioError, error), texts))
