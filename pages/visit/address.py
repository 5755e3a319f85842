"""The address says what is shown: a visit takes scenario and view from it, and writes them into it after."""

from typing import Final
from urllib.parse import urlencode

import streamlit as st

from model.scenario import link
from model.scenario.received import Received, received
from pages.visit import clocks, problems, state, view
from pages.visit.clocks import Written
from pages.visit.problems import Problem, Refused
from pages.visit.streamlit_insides import is_history_navigation

PARAMETERS: Final = (
    *(parameter for parameter, _ in view.FIELDS.values()),
    view.BASE_PARAMETER,
    view.TARGET_PARAMETER,
    view.COMPARED_PARAMETER,
)
"""The view's parameters; the others belong to the scenario."""


def follow() -> None:
    """Takes scenario and view from the address where the visitor went there, else lets the address say what they are.

    Called before the navigation: a change of page then makes one entry in the browser's history. While a lever moves
    nothing is written.
    """
    if not state.begun() or _went_back_or_forward():
        _open(received(_parameters(), view.CLOSING))
        state.settle()
    elif not clocks.gesture().moving:
        state.settle()
        _write()


def query() -> dict[str, str | list[str]]:
    """Everything that a link to what is shown now holds."""
    return {**link.to_query(state.scenario()), **view.current().to_query()}


def as_text() -> str:
    """The link's parameters as they stand behind the question mark."""
    return urlencode(query(), doseq=True)


def in_browser() -> str:
    """The parameters that the browser's address has, unless something was lost on the way."""
    return clocks.clocks().written.in_browser


def write_again() -> None:
    """Lets the address be written once more: the browser says that it is not what it should be."""
    clocks.note_address(Written({}, in_browser()))


def _went_back_or_forward() -> bool:
    return is_history_navigation()


def _open(address: Received) -> None:
    """Shows what an address says, as far as it can be used; the rest becomes a problem."""
    if state.begun():
        state.settle()  # what was moved last, and not yet written, can still be undone
    opened = link.from_query(address.last, beside=PARAMETERS)
    looked_at, unusable = view.parsed(address.last, address.parameters.get(view.COMPARED_PARAMETER, ()))
    view.show(looked_at)
    problems.overtake(problems.LINK)
    errors = (Refused("cut", {}),) if address.is_cut else (*unusable, *opened.refused)
    if errors:
        problems.note(Problem(problems.LINK, errors))
    state.replace(opened.scenario)
    clocks.note_address(Written(query(), _arrived()))


def _write() -> None:
    """Writes only what is new, for each writing is an entry in the history. A bare address stays bare until then."""
    wanted, written = query(), clocks.clocks().written
    if wanted != written.query:
        problems.overtake(problems.LINK)
    if wanted != written.query or (written.in_browser and not st.query_params):
        st.query_params.from_dict(wanted)
        clocks.note_address(Written(wanted, _arrived()))


def _arrived() -> str:
    """The parameters as they stand in the address."""
    return urlencode(_parameters(), errors="replace")


def _parameters() -> list[tuple[str, str]]:
    return [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]
