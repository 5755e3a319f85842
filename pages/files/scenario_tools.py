"""The row above the levers: undo, redo, link, file and name of the scenario as a whole."""

from collections.abc import Mapping
from typing import Any, Final, cast

import streamlit as st

from charts.words.refused import refused
from model import ScenarioError
from model.scenario import link
from pages.files import files, presets, taking
from pages.visit import address, asking, own_data, state
from pages.visit.components import component
from pages.visit.navigation import MEETING
from texts import Texts

KEY, ARRIVALS, LATER, RUNS = asking.GENERAL, "arrivals", "scenario_tools_later", "runs"
LABELS: Final = ("undo", "redo", "link", "save", "open", "meeting", "presets", "name", "tools", "keys")
SAID: Final = ("not_copied", "lost", "reconnected", "reconnected_own", "gone", "keys_on", "keys_off")


def scenario_tools(texts: Texts, page: str) -> None:
    """Draws the row, and the list of ready scenarios when it was asked for. ``page``: the part of the address.

    The way into the meeting is asked for until the meeting is reached, for a late change of a lever may run in between;
    it comes before the row, which says that what was asked for is done.
    """
    if page == MEETING:
        st.session_state.pop(LATER, None)
    elif st.session_state.get(LATER) == MEETING:
        st.switch_page(f"pages/{MEETING}.py", query_params=address.query())
    scenario, history, own = state.scenario(), state.history(), own_data.told(texts)
    st.session_state[RUNS] = st.session_state.get(RUNS, 0) + 1
    component("scenario", "files/scenario_tools")(
        key=KEY,
        data={
            "visit": state.visit(),
            "arrivals": st.session_state.get(ARRIVALS, 0),
            "done": asking.done(),
            "run": st.session_state[RUNS],
            "page": page,
            "address": address.shown(),
            "name": scenario.name,
            "present": link.encoded(scenario),
            "history": {
                "past": [link.encoded(each) for each in history.past],
                "future": [link.encoded(each) for each in history.future],
            },
            "link": address.as_text(),
            "file": taking.message(files.file_name(scenario), files.file_content(scenario).encode("utf-8")),
            "largest": files.LARGEST,
            "labels": {label: texts(f"tools.{label}") for label in LABELS},
            "own": own,
            "problem": _problem(texts),
            **asking.listen(KEY, DEEDS),
            **{said: texts(f"tools.{said}") for said in SAID},
            "copied": texts("tools.copied_without_own" if own["names"] else "tools.copied"),
        },
        on_asked_change=apply,
    )
    if st.session_state.pop(LATER, None):
        presets.choose(texts)


def apply() -> None:
    """Does what the row asked for; what cannot be used leaves the scenario as it was."""
    asking.serve(KEY, DEEDS)


def _later(what: str) -> asking.Deed:
    """A dialog or another page is opened where the row is drawn."""
    return lambda _: st.session_state.update({LATER: what})


def _name(asked: Mapping[str, Any]) -> None:
    name = asked.get("name")
    state.move(state.scenario().with_value("name", name.strip() if isinstance(name, str) else name))


def _open(asked: Mapping[str, Any]) -> None:
    state.replace(files.opened(asked))


def _restore(asked: Mapping[str, Any]) -> None:
    """The visitor's own data, and the history of a page that was loaded anew, when every step can still be used."""
    if gone := own_data.give_back(asked.get("own")):
        refusal = asking.Refused("gone", dict.fromkeys(gone, ""))
        asking.complain(KEY, "restore", asked.get("moment", 0.0), asked, refusal)
    steps = [asked.get(part, []) for part in ("past", "future")]
    if not all(isinstance(part, list) and len(part) <= state.LONGEST for part in steps):
        return
    opened = [[link.decoded(str(text)) for text in part] for part in steps if part is not None]
    if not any(each.refused for part in opened for each in part):
        past, future = (tuple(each.scenario for each in part) for part in opened)
        state.restore(state.History(past, future))


def _arrive(_: Mapping[str, Any]) -> None:
    """Counts, so that the row can say that the connection is back."""
    st.session_state[ARRIVALS] = st.session_state.get(ARRIVALS, 0) + 1


DEEDS: Final[dict[str, asking.Deed]] = {
    "undo": lambda _: state.undo(),
    "redo": lambda _: state.redo(),
    "name": _name,
    "open": _open,
    "restore": _restore,
    "arrive": _arrive,
    "presets": _later("presets"),
    "meeting": _later(MEETING),
    "address": lambda _: address.write_again(),
}


def _problem(texts: Texts) -> str:
    return asking.said(KEY, texts, _told)


def _told(problem: asking.Problem, texts: Texts) -> str:
    name, error = str(problem.asked.get("name", "")), problem.errors[0]
    if isinstance(error, asking.Refused):
        return texts("tools.gone", names=", ".join(texts(f"own.{each}") for each in error.values))
    return texts("tools.refused", name=name[:40], what=refused(cast(ScenarioError, error), texts))
