"""Meeting mode: one chart, the levers that matter, prepared scenarios and years by keys, and nothing else."""

from collections.abc import Mapping
from typing import Any, Final, cast

import streamlit as st

from model import PLAN_YEARS
from model.fields import limits
from model.link import encoded
from pages.parts import address, state, view
from pages.parts.compared import name_of, scenario_of
from pages.parts.components import component, in_turn, sent
from pages.parts.lever_rows import MAIN
from pages.parts.navigation import MEETING, PAGES
from pages.parts.view import FIELDS, PRESENT, REFERENCE, View

KEY, PREPARED, PAGE, BEFORE, LEAVING = "meeting", "meeting_prepared", "page", "page_before_meeting", "meeting_leaving"
LABELS: Final = ("scenarios", "years", "charts", "replay", "keys", "leave")


def enter(page: str) -> bool:
    """Notes which page is looked at, and whether it is the meeting's. On the way in the scenarios are laid ready."""
    last = st.session_state.get(PAGE)
    st.session_state[PAGE] = page
    if page != MEETING:
        st.session_state[LEAVING] = False
        return False
    if last != MEETING:
        chosen = (encoded(state.scenario()) or REFERENCE if t == PRESENT else t for t in view.current().compared)
        st.session_state[PREPARED] = tuple(dict.fromkeys(chosen))
        st.session_state[BEFORE] = last if last in PAGES else PAGES[0]
    return True


def prepared() -> tuple[str, ...]:
    """The scenarios that the keys 1 to 4 lead to: those of the comparison, the present one as it was on the way in."""
    return cast(tuple[str, ...], st.session_state[PREPARED])


def levers_that_matter() -> tuple[str, ...]:
    """The four main levers, and what the prepared scenarios and the present one move."""
    scenarios = [*map(scenario_of, prepared()), state.scenario()]
    return tuple(dict.fromkeys([*MAIN, *(p for each in scenarios for p in each.departures() if p in limits())]))


def frame(looked_at: View) -> None:
    """The line with what the keys do; leaving leads back to the page before."""
    texts = looked_at.texts
    present = state.scenario()
    component("meeting")(
        key=KEY,
        data={
            "scenarios": [(name_of(text, texts), scenario_of(text) == present) for text in prepared()],
            "years": [(year, year == looked_at.year) for year in PLAN_YEARS],
            "charts": [(name, texts(f"view.chart_{name}"), name == looked_at.chart) for name in FIELDS["chart"][1]],
            "labels": {label: texts(f"meeting.{label}") for label in LABELS},
        },
        on_asked_change=in_turn(KEY, apply),
    )
    if st.session_state.get(LEAVING):  # until another page is reached: a late change of a lever may run in between
        st.switch_page(f"pages/{st.session_state[BEFORE]}.py", query_params=address.query())


def apply() -> None:
    """Does what a key or a click asked for; anything else changes nothing."""
    asked = sent(KEY, "asked")
    if not isinstance(asked, Mapping) or PREPARED not in st.session_state:
        return
    wanted = asked.get("value")
    if asked.get("do") == "scenario" and isinstance(wanted, int) and 0 <= wanted < len(prepared()):
        state.replace(scenario_of(prepared()[wanted]))
    elif asked.get("do") in ("year", "chart") and wanted in FIELDS[asked["do"]][1]:
        fields: dict[str, Any] = {asked["do"]: wanted}
        view.change(**fields)
    elif asked.get("do") == "leave":
        st.session_state[LEAVING] = True
