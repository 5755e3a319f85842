"""The scenario of a visit: one frozen record, replaced as a whole, with the way back and forth."""

import secrets
from dataclasses import dataclass
from typing import cast

import streamlit as st

from model import Scenario

SCENARIO, REVISION, SETTLED, HISTORY = "scenario", "scenario_revision", "scenario_settled", "scenario_history"
VISIT = "visit"
LONGEST = 50  # steps that can be undone


@dataclass(frozen=True, slots=True)
class History:
    """The scenarios before the present one and those that were undone, the nearest last and first."""

    past: tuple[Scenario, ...] = ()
    future: tuple[Scenario, ...] = ()


def begun() -> bool:
    """Whether this visit has a scenario yet."""
    return SCENARIO in st.session_state


def visit() -> str:
    """A name of this visit that no other has."""
    return cast(str, st.session_state.setdefault(VISIT, secrets.token_hex(8)))


def scenario() -> Scenario:
    """The visit's scenario; a new visit starts with the published figures."""
    return cast(Scenario, st.session_state.setdefault(SCENARIO, Scenario()))


def revision() -> int:
    """Rises when something other than a lever moved the scenario: it goes before what the levers have not sent yet."""
    return cast(int, st.session_state.get(REVISION, 0))


def replace(new: Scenario) -> None:
    """Puts ``new`` in place of the scenario and of what the levers have not sent yet."""
    st.session_state[SCENARIO] = new
    st.session_state[REVISION] = revision() + 1


def move(new: Scenario) -> None:
    """Puts ``new`` in place after a lever was moved; what was moved since still counts."""
    st.session_state[SCENARIO] = new


def settled() -> Scenario:
    """The scenario of the last step: without what is being moved."""
    return cast(Scenario, st.session_state.get(SETTLED, scenario()))


def history() -> History:
    """What undo and redo lead to."""
    return cast(History, st.session_state.get(HISTORY, History()))


def settle() -> None:
    """Makes the present scenario a step of the history, when it differs from the last one; a whole drag is one step."""
    last = cast(Scenario, st.session_state.setdefault(SETTLED, scenario()))
    if scenario() != last:
        _remember(History((*history().past, last)[-LONGEST:]))


def undo() -> None:
    """Back to the scenario before."""
    settle()
    if past := history().past:
        replaced = History(past[:-1], (scenario(), *history().future))
        replace(past[-1])
        _remember(replaced)


def redo() -> None:
    """Forth to the scenario that was undone last."""
    settle()
    if future := history().future:
        replaced = History((*history().past, scenario()), future[1:])
        replace(future[0])
        _remember(replaced)


def restore(past: History) -> None:
    """Gives a visit that has no history yet the one it had before the page was loaded anew."""
    if history() == History():
        _remember(past)


def _remember(new: History) -> None:
    st.session_state[HISTORY], st.session_state[SETTLED] = new, scenario()
