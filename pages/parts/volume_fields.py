"""Fields for a volume where none is published: kroner for one, from the scenario's cost level."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from charts.refused import short
from model import PLAN_YEARS, SOLUTIONS
from model.fields import OPEN_SOLUTIONS
from model.payers import unit_cost, volumes
from pages.parts.asking import shown
from pages.parts.components import component, sent
from pages.parts.given import give, given
from pages.parts.typed import TypedError, typed
from pages.parts.view import View
from texts import Texts

KEY, PROBLEM = "volume_fields", "volume_problem"
YEAR: Final = PLAN_YEARS[0]
WITHOUT: Final = tuple(name for name in OPEN_SOLUTIONS if name not in {one.solution for one in volumes().values()})
LOWEST, HIGHEST = 1.0, 1e12


def volume_fields(looked_at: View) -> None:
    """Draws a field for each solution whose use is not published."""
    texts, context = looked_at.texts, shown(looked_at)
    result = context.answer.result
    amounts = result.cost_level[result.years.index(YEAR), :, 0]
    component("fields")(
        key=KEY,
        data={
            "title": texts("unit_costs.own_title"),
            "note": texts("unit_costs.own_note", year=YEAR, prices=context.prices),
            "largest": 0,
            "problem": _problem(texts),
            "rows": [_row(name, float(amounts[SOLUTIONS.index(name)]), texts) for name in WITHOUT],
        },
        on_asked_change=apply,
    )


def _row(name: str, amount: float, texts: Texts) -> dict[str, Any]:
    volume = given().volumes.get(name)
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
    kept = {name: each for name, each in given().volumes.items() if name != asked["id"]}
    give(volumes=kept if volume is None else {**kept, asked["id"]: volume})


def _problem(texts: Texts) -> str:
    error: TypedError | None = st.session_state.pop(PROBLEM, None)
    if error is None:
        return ""
    low, high = texts.amount(error.low, 0), texts.amount(error.high, 0)
    what = texts("given.no_number", found=short(error.found), low=low, high=high)
    return texts("given.refused", name=texts("given.typed"), what=what)
