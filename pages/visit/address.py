"""The address says what is shown: a visit takes scenario and view from it, and writes them into it after."""

from typing import Final
from urllib.parse import urlencode

import streamlit as st

from charts.calculation import paths
from charts.calculation.opened import node_at
from model import ModelError, Scenario
from model.scenario import link
from model.scenario.link import Opened
from model.scenario.received import Received, received
from model.scenario.versions import VERSIONS
from pages.visit import baselines, clocks, missing, narrowed, problems, state, uncertain, view, view_link, whereabouts
from pages.visit.clocks import Written
from pages.visit.compared import compared
from pages.visit.problems import Problem, Refused
from pages.visit.question import shown
from pages.visit.stated_once import SEVERAL, not_stated_once
from pages.visit.streamlit_insides import is_history_navigation

PARAMETERS: Final = (
    *view.PARAMETERS.values(),
    view_link.FORMER_START,
    view_link.BASE_PARAMETER,
    view_link.TARGET_PARAMETER,
    view_link.SOURCE_PARAMETER,
    view_link.COMPARED_PARAMETER,
    view_link.CALCULATION_PARAMETER,
    *narrowed.PARAMETERS.values(),
    uncertain.RANGE_PARAMETER,
    uncertain.ABOVE_PARAMETER,
)
"""The view's parameters; the others belong to the scenario."""


def follow() -> None:
    """Takes scenario and view from the address where the visitor went there, else lets the address say what they are.

    Called before the navigation: a change of page then makes one entry in the browser's history. While a lever moves
    nothing is written.
    """
    if not state.begun() or _went_back_or_forward():
        _open(received(_parameters(), view_link.CLOSING))
        state.settle()
    elif not clocks.gesture().moving:
        state.settle()
        _write()


def query() -> dict[str, str | list[str]]:
    """Everything that a link to what is shown now holds; what was opened and cannot be shown stays as it came."""
    if (about := missing.missing()).baseline:
        return dict(about.query)
    return {**link.to_query(state.scenario()), **view_link.to_query(view.current(), state.figures())}


def with_calculation() -> dict[str, str | list[str]]:
    """The same with the calculation that is open: what the entry of the history says that is left for another page."""
    path = view.current().calculation
    return {view_link.CALCULATION_PARAMETER: path, **query()} if path else query()


def scenario_of(address: Received) -> Opened:
    """The scenario of a link that arrived, and what in it could not be used.

    Links of the first version may say nothing but what is looked at; they are known by the prices, which they all name.
    One that names the visit's own baseline is of that; one that names none is of the newest.
    """
    texts = address.last
    if link.VERSION_FIELD not in texts and view.PARAMETERS["prices"] in texts:
        texts[link.VERSION_FIELD] = str(VERSIONS[0])
    given = baselines.given(texts.get(link.BASELINE_FIELD))
    return link.from_query(texts, beside=PARAMETERS, given=given)


def open_again() -> None:
    """Opens the link that could not be shown once more: the baseline that it is about is there now."""
    _open(received(_parameters(), view_link.CLOSING))


def as_text() -> str:
    """The link's parameters as they stand behind the question mark."""
    return urlencode(query(), doseq=True)


def text_of(scenario: Scenario) -> str:
    """The same of a link to another scenario."""
    return urlencode({**link.to_query(scenario), **view_link.to_query(view.current(), scenario.figures)}, doseq=True)


def says_only_who() -> bool:
    """Whether the visitor has said who they are, and nothing else is asked for: so the start page's address is."""
    looked_at = view.current()
    chosen = view.View(language=looked_at.language, payer=looked_at.payer).of(state.figures())
    is_plain = state.scenario() == Scenario() and problems.last(problems.LINK) is None
    return bool(looked_at.payer) and looked_at == chosen and is_plain


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
    opened = scenario_of(address)
    several = (address.parameters.get(name, ()) for name in SEVERAL)
    looked_at, unusable = view_link.parsed(address.last, opened.scenario.figures, *several)
    problems.overtake(problems.LINK)
    missing.note(opened.missing, _as_query(address))
    if opened.missing:
        view.change(language=looked_at.language)
        state.replace(state.scenario())
    else:
        view.show(looked_at)
        state.replace(opened.scenario)
        of_calculation = _refused_calculation()
        found = (*not_stated_once(address), *unusable, *of_calculation, *opened.refused)
        if errors := (Refused("cut", {}),) if address.is_cut else found:
            problems.note(Problem(problems.LINK, errors))
    whereabouts.follow_link()
    clocks.note_address(Written(query(), _arrived()))


def _refused_calculation() -> tuple[Refused, ...]:
    """What a link opens where there is no such calculation, which is then closed; nothing where there is."""
    looked_at = view.current()
    if not looked_at.calculation:
        return ()
    try:
        is_of_several = bool(paths.side(looked_at.calculation)[0])
        node_at(looked_at.calculation, compared(looked_at) if is_of_several else (shown(looked_at),))
    except (ModelError, ValueError):
        view.change(calculation="")
        return (Refused("calculation", {"found": looked_at.calculation}),)
    return ()


def _write() -> None:
    """Writes only what is new, for each writing is an entry in the history. A bare address stays bare until then."""
    wanted, written = query(), clocks.clocks().written
    if wanted != written.query:
        problems.overtake(problems.LINK)
    if wanted != written.query or (written.in_browser and not st.query_params):
        st.query_params.from_dict(with_calculation())
        clocks.note_address(Written(wanted, _arrived()))


def as_it_came() -> dict[str, str | list[str]]:
    """The parameters of the address, each with all of its values."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _as_query(address: Received) -> dict[str, str | list[str]]:
    return {name: values[0] if len(values) == 1 else list(values) for name, values in address.parameters.items()}


def _arrived() -> str:
    """The parameters as they stand in the address."""
    return urlencode(_parameters(), errors="replace")


def _parameters() -> list[tuple[str, str]]:
    return [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]
