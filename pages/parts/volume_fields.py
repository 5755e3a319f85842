"""Fields for a volume where none is published: kroner for one, from the scenario's cost level."""

from collections.abc import Mapping
from typing import Any, Final, cast

import streamlit as st

from charts.refused import short
from model import PLAN_YEARS, SOLUTIONS
from model.fields import OPEN_SOLUTIONS
from model.payers import unit_cost, volumes
from pages.parts import state
from pages.parts.components import component, sent
from pages.parts.results import context, results
from pages.parts.typed import TypedError, typed, within
from pages.parts.view import View
from texts import Texts

KEY, GIVEN, PROBLEM = "volume_fields", "given_volumes", "volume_problem"
YEAR: Final = PLAN_YEARS[0]
WITHOUT: Final = tuple(name for name in OPEN_SOLUTIONS if name not in {one.solution for one in volumes().values()})
LOWEST, HIGHEST = 1.0, 1e12


def volume_fields(looked_at: View) -> None:
    """Draws a field for each solution whose use is not published."""
    texts = looked_at.texts
    found = results(state.scenario(), looked_at)
    amounts = found.result.cost_level[found.result.years.index(YEAR), :, 0]
    around = context(found.scenario, looked_at)
    component("fields")(
        key=KEY,
        data={
            "title": texts("unit_costs.own_title"),
            "note": texts("unit_costs.own_note", year=YEAR, prices=around.prices),
            "largest": 0,
            "problem": _problem(texts),
            "rows": [_row(name, float(amounts[SOLUTIONS.index(name)]), texts) for name in WITHOUT],
        },
        on_asked_change=apply,
    )


def _row(name: str, amount: float, texts: Texts) -> dict[str, Any]:
    volume = volumes_given().get(name)
    said = texts("unit_costs.own_none", amount=texts.amount(amount))
    if volume is not None:
        each = texts("payers.nok_amount", amount=texts.amount(unit_cost(amount, volume), 2))
        said = texts("unit_costs.own_cost", amount=texts.amount(amount), each=each)
    return {
        "id": name,
        "kind": "number",
        "label": texts(f"solution.{name}"),
        "value": "" if volume is None else texts.amount(volume, 0),
        "unit": texts("unit_costs.own_unit"),
        "said": said,
        "clear": "" if volume is None else texts("given.clear"),
    }


def apply() -> None:
    """Takes a volume; what is none leaves the one that was."""
    asked = sent(KEY, "asked")
    st.session_state[PROBLEM] = None
    if not isinstance(asked, Mapping) or asked.get("id") not in WITHOUT:
        return
    try:
        volume = None if asked.get("clear") else typed(asked.get("value"), LOWEST, HIGHEST)
    except TypedError as error:
        st.session_state[PROBLEM] = error
        return
    st.session_state[GIVEN] = {**volumes_given(), asked["id"]: volume}


def volumes_given() -> Mapping[str, float | None]:
    """Solution → the volume that the visitor has typed, None where it was taken back."""
    return cast(Mapping[str, float | None], st.session_state.get(GIVEN, {}))


def take_volumes(found: Mapping[str, object]) -> None:
    """Solution → volume, as the page kept them. Raises TypedError."""
    st.session_state[GIVEN] = {name: within(found[name], LOWEST, HIGHEST) for name in WITHOUT if name in found}


def _problem(texts: Texts) -> str:
    error: TypedError | None = st.session_state.pop(PROBLEM, None)
    if error is None:
        return ""
    low, high = texts.amount(error.low, 0), texts.amount(error.high, 0)
    what = texts("given.no_number", found=short(error.found), low=low, high=high)
    return texts("given.refused", name=texts("given.typed"), what=what)
