"""Meeting mode: one chart, the levers that matter, prepared scenarios and years by keys, and nothing else."""

from collections.abc import Mapping
from typing import Any, Final, cast

import streamlit as st

from model import PLAN_YEARS
from model.scenario.fields import limits
from model.scenario.link import encoded
from pages.levers.lever_rows import MAIN
from pages.visit import address, asking, state, view
from pages.visit.compared import scenario_of, title_of
from pages.visit.components import component
from pages.visit.navigation import MEETING, PAGES
from pages.visit.view import FIELDS, PRESENT, REFERENCE, View

KEY, PREPARED, PAGE, BEFORE, LEAVING = "meeting", "meeting_prepared", "page", "page_before_meeting", "meeting_leaving"
LABELS: Final = ("scenarios", "years", "charts", "replay", "keys", "leave")


def enter(page: str) -> bool:
    """Notes which page is looked at, and whether it is the meeting's. On the way in the scenarios are laid ready."""
    last = st.session_state.get(PAGE)
    st.session_state[PAGE] = page
    if page != last:
        asking.forget()
    if page != MEETING:
        st.session_state[LEAVING] = False
        return False
    if last != MEETING:
        chosen = (encoded(state.scenario()) or REFERENCE if t == PRESENT else t for t in view.current().compared)
        st.session_state[PREPARED] = tuple({scenario_of(text): text for text in chosen}.values())
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
    component("meeting", "figures/meeting")(
        key=KEY,
        data={
            "scenarios": [(title_of(text, texts), scenario_of(text) == present) for text in prepared()],
            "years": [(year, year == looked_at.year) for year in PLAN_YEARS],
            "charts": [(name, texts(f"view.chart_{name}"), name == looked_at.chart) for name in FIELDS["chart"][1]],
            **asking.listen(KEY, DEEDS, place=asking.GENERAL),
            "labels": {label: texts(f"meeting.{label}") for label in LABELS},
        },
        on_asked_change=apply,
    )
    if st.session_state.get(LEAVING):  # until another page is reached: a late change of a lever may run in between
        st.switch_page(f"pages/{st.session_state[BEFORE]}.py", query_params=address.query())


def apply() -> None:
    """Does what a key or a click asked for."""
    asking.serve(KEY, DEEDS, place=asking.GENERAL)


def _show_scenario(asked: Mapping[str, Any]) -> None:
    wanted = asked.get("value")
    if not isinstance(wanted, int) or not 0 <= wanted < len(prepared()):
        raise asking.NotUnderstood("scenario")
    state.replace(scenario_of(prepared()[wanted]))


def _change_view(asked: Mapping[str, Any]) -> None:
    fields: dict[str, Any] = {asked["do"]: asked.get("value")}
    if asked.get("value") not in FIELDS[asked["do"]][1]:
        raise asking.NotUnderstood(asked["do"])
    view.change(**fields)


def _leave(_: Mapping[str, Any]) -> None:
    st.session_state[LEAVING] = True


DEEDS: Final[dict[str, asking.Deed]] = {
    "scenario": _show_scenario,
    "year": _change_view,
    "chart": _change_view,
    "leave": _leave,
}
