"""The key of each solution as a table in percent: what is typed becomes keys of the scenario's own."""

from typing import Any, Final, cast

import streamlit as st

from charts.words.names import paid_name
from charts.words.refused import refused, refused_number
from model import Scenario, ScenarioError
from model.baseline.axes import PAYER_GROUPS
from pages.payers.messages import KeyRow, KeyTableMessage, TypeKeys
from pages.visit import asking, problems, state, view
from pages.visit.between_runs import DRAFTS, NEW_KEYS, Cells, Draft
from pages.visit.components import component
from pages.visit.problems import Problem
from texts import Texts
from texts.reading import NumberError, parsed_or_none

KEY: Final = "key_table"
LABELS: Final = ("title", "note", "solution", "sum", "reset")
Keys = dict[str, dict[str, float]]
"""Solution → payer group → share."""


@st.fragment
def key_table(texts: Texts) -> None:
    """Draws the table. It runs alone while it is typed in; a row that is taken into use has the whole page drawn."""
    if NEW_KEYS.take():
        st.rerun()
    scenario = state.scenario()
    component(KeyTableMessage, "key_table", "payers/key_table")(
        key=KEY,
        data={
            "groups": [(group, texts(f"payer_group.{group}")) for group in PAYER_GROUPS],
            "rows": [_row(solution, scenario, texts) for solution in scenario.figures.law_solutions],
            "labels": {label: texts(f"key_table.{label}") for label in LABELS},
            "problem": problem(texts),
            **asking.listen(KEY, DEEDS),
        },
        on_asked_change=apply,
    )


def _row(solution: str, scenario: Scenario, texts: Texts) -> KeyRow:
    """A solution's row: what is being typed in it, or else what is in use, and what it adds up to."""
    own = not isinstance(scenario.keys, str) and any(
        name in scenario.keys for name in scenario.figures.law_solutions[solution]
    )
    in_use = _cells_in_use(solution, scenario, texts)
    draft = DRAFTS.value().get(solution)
    cells = draft.cells if draft and draft.in_use == in_use else in_use
    total = 100.0 if cells == in_use else _sum_of(cells, texts.language)
    return {
        "solution": solution,
        "label": paid_name(solution, scenario.figures, texts),
        "cells": cells,
        "inUse": in_use,
        "sum": "–" if total is None else f"{texts.as_written(total)} %",
        "wrong": total is None or texts.as_written(total) != "100",
        "own": own,
    }


def _cells_in_use(solution: str, scenario: Scenario, texts: Texts) -> Cells:
    """The shares in use, in percent with at most two decimals. The exact ones stay in use until something is typed."""
    shares = _keys_in_use(scenario)[scenario.figures.law_solutions[solution][0]]
    return tuple(texts.as_written(round(100.0 * shares.get(group, 0.0), 2)) for group in PAYER_GROUPS)


def _keys_in_use(scenario: Scenario) -> Keys:
    """Every solution's shares; one that the scenario's keys leave out has those of the regulation."""
    figures = scenario.figures
    keys = figures.key_sets[scenario.keys] if isinstance(scenario.keys, str) else scenario.keys
    return {solution: dict(shares) for solution, shares in {**figures.key_sets[figures.default_keys], **keys}.items()}


def apply() -> None:
    """Takes a row, or takes it back to the regulation; what cannot be used leaves the keys as they were."""
    asking.serve(KEY, DEEDS)


def _type(asked: TypeKeys) -> None:
    """A row that is being typed in: its sum follows."""
    _draft(asked)


def _set(asked: TypeKeys) -> None:
    """A row that was left; one that cannot be used stays as it was typed."""
    draft, solution = _draft(asked), _solution(asked)
    if draft.cells != draft.in_use:
        percent = [_percent(cell, view.current().language) for cell in draft.cells]
        shares = {group: value / 100 for group, value in zip(PAYER_GROUPS, percent, strict=True)}
        _use(_with_row(state.scenario(), solution, shares))
    _drop_draft(solution)


def _reset(asked: TypeKeys) -> None:
    """A row that is taken back to the regulation."""
    solution = _solution(asked)
    scenario = state.scenario()
    _use(scenario.without(*(f"keys.{name}" for name in scenario.figures.law_solutions[solution])))
    _drop_draft(solution)


DEEDS: Final[dict[str, asking.Deed]] = {"type": _type, "set": _set, "reset": _reset}


def _use(scenario: Scenario) -> None:
    """Takes new keys into use; what a lever is moved to meanwhile still counts.

    The page is noted as out of date first: Streamlit may stop this in between, and it would never be drawn anew.
    """
    NEW_KEYS.put(True)
    state.move(scenario)


def _draft(asked: TypeKeys) -> Draft:
    """Notes the row that was sent, beside what is in use now."""
    solution, cells = _solution(asked), _cells(asked)
    draft = Draft(cells, _cells_in_use(solution, state.scenario(), view.current().texts))
    DRAFTS.put({**DRAFTS.value(), solution: draft})
    return draft


def _drop_draft(solution: str) -> None:
    DRAFTS.put({name: draft for name, draft in DRAFTS.value().items() if name != solution})


def _solution(asked: TypeKeys) -> str:
    """The solution of a row that was sent. Raises NotUnderstood."""
    if asked.get("solution") not in tuple(state.figures().law_solutions):
        raise asking.NotUnderstood("solution")
    return str(asked["solution"])


def _cells(asked: TypeKeys) -> Cells:
    """What stands in a row that was sent. Raises NotUnderstood."""
    cells = asked.get("cells")
    if not isinstance(cells, list) or len(cells) != len(PAYER_GROUPS) or not all(isinstance(c, str) for c in cells):
        raise asking.NotUnderstood("cells")
    return tuple(cells)


def _percent(cell: str, language: str) -> float:
    """A typed share; an empty cell is none. Raises NumberError."""
    return parsed_or_none(cell, language, 0.0, 100.0, "%") or 0.0


def _sum_of(cells: Cells, language: str) -> float | None:
    """What a row adds up to; None where a cell is no share."""
    try:
        return sum(_percent(cell, language) for cell in cells)
    except NumberError:
        return None


def _with_row(scenario: Scenario, solution: str, shares: dict[str, float]) -> Scenario:
    """The scenario with a row of its own; the other solutions keep the key that they have."""
    keys, figures = scenario.keys, scenario.figures
    is_other = isinstance(keys, str) and keys != figures.default_keys
    own: dict[str, Any] = dict(_keys_in_use(scenario)) if is_other else {}
    own |= {} if isinstance(keys, str) else {name: dict(row) for name, row in keys.items()}
    return scenario.with_value("keys", own | dict.fromkeys(figures.law_solutions[solution], shares))


def problem(texts: Texts) -> str:
    """What could not be used, in a sentence."""
    return problems.sentences(KEY, texts, _in_words)


def _in_words(problem: Problem, texts: Texts) -> str:
    error, label = problem.errors[0], paid_name(problem.asked["solution"], state.figures(), texts)
    if isinstance(error, NumberError):
        cells = zip(PAYER_GROUPS, problem.asked["cells"], strict=True)
        wrong = [texts(f"payer_group.{group}") for group, cell in cells if cell.strip().startswith(error.found)]
        what = refused_number(error, ", ".join([label, *wrong[:1]]), texts)
        return texts("key_table.kept", what=what)
    if isinstance(error, ScenarioError) and error.problem == "sum":
        return texts("key_table.refused", label=label, sum=texts.as_written(100 * float(error.found)))
    return texts("key_table.kept", what=refused(cast(ScenarioError, error), state.figures(), texts))
