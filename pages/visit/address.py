"""The address says what is shown: a visit takes scenario and view from it, and writes them into it after."""

from dataclasses import dataclass
from typing import Final, cast
from urllib.parse import urlencode

import streamlit as st

from charts.words.refused import all_refused
from model.scenario import link
from model.scenario.received import Received, received
from pages.levers.levers import gesture
from pages.visit import state, view
from pages.visit.streamlit_insides import is_history_navigation

WRITTEN, PROBLEM = "address_written", "address_problem"
PARAMETERS: Final = (
    *(parameter for parameter, _ in view.FIELDS.values()),
    view.BASE,
    view.TARGET,
    view.COMPARED,
)
"""The view's parameters; the others belong to the scenario."""

Query = dict[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class Written:
    """What the address says: the link in full, and its parameters as they stand there, which may say the same."""

    query: Query
    address: str


def follow() -> None:
    """Takes scenario and view from the address where the user went there, else lets the address say what they are.

    Called before the navigation: a change of page then makes one entry in the browser's history. While a lever moves
    nothing is written.
    """
    if not state.begun() or _went_back_or_forward():
        _adopt(received(_parameters(), view.CLOSING))
        state.settle()
    elif not gesture().moving:
        state.settle()
        _write()


def query() -> Query:
    """Everything that a link to what is shown now holds."""
    return {**link.to_query(state.scenario()), **view.current().to_query()}


def as_text() -> str:
    """The link's parameters as they stand behind the question mark."""
    return urlencode(query(), doseq=True)


def shown() -> str:
    """The parameters that the browser's address has, unless something was lost on the way."""
    return cast(Written, st.session_state[WRITTEN]).address if WRITTEN in st.session_state else ""


def write_again() -> None:
    """Lets the address be written once more: the browser says that it is not what it should be."""
    st.session_state[WRITTEN] = Written({}, shown())


def problem() -> str:
    """What in the address could not be used, in one sentence; empty where all could."""
    return cast(str, st.session_state.get(PROBLEM, ""))


def _went_back_or_forward() -> bool:
    return is_history_navigation()


def _adopt(found: Received) -> None:
    if state.begun():
        state.settle()  # what was moved last, and not yet written, can still be undone
    opened = link.from_query(found.last, beside=PARAMETERS)
    st.session_state[view.VIEW], wrong = view.parsed(found.last, found.parameters.get(view.COMPARED, ()))
    texts = view.current().texts
    parts = list(filter(None, (*wrong, all_refused(opened.refused, texts))))
    refused = texts("link.refused", what="; ".join(parts)) if parts else ""
    st.session_state[PROBLEM] = texts("link.cut") if found.is_cut else refused
    state.replace(opened.scenario)
    st.session_state[WRITTEN] = Written(query(), _arrived())


def _write() -> None:
    """Writes only what is new, for each writing is an entry in the history. A bare address stays bare until then."""
    wanted = query()
    written = cast(Written, st.session_state[WRITTEN])
    if wanted != written.query:
        st.session_state[PROBLEM] = ""
    if wanted != written.query or (written.address and not st.query_params):
        st.query_params.from_dict(wanted)
        st.session_state[WRITTEN] = Written(wanted, _arrived())


def _arrived() -> str:
    """The parameters as they stand in the address."""
    return urlencode(_parameters(), errors="replace")


def _parameters() -> list[tuple[str, str]]:
    return [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]
