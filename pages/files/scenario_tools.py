"""The row above the levers: undo, redo, link, file and name of the scenario as a whole."""

from typing import Final, cast

from charts.words.refused import refused
from model import ScenarioError
from model.scenario import link
from pages.files import files, presets, taking
from pages.files.messages import OpenFile, OpenSource, OpenWord, Rename, Restore, ScenarioMessage, UseReady
from pages.visit import address, asking, baselines, clocks, kept_by_page, problems, state, view, whereabouts
from pages.visit.components import component
from pages.visit.navigation import MEETING, SOURCES
from pages.visit.opened_file import LARGEST
from pages.visit.problems import Problem, Refused
from pages.visit.whereabouts import READY
from texts import Texts

KEY: Final = asking.GENERAL
AGAIN: Final = ("presets",)
LONGEST_PATH: Final = 120
LABELS: Final = (
    *("undo", "undo_short", "redo", "redo_short", "link", "link_short", "more", "save", "open", "meeting", "words"),
    *("presets", "presets_short", "name", "tools"),
)
FRAME: Final = (
    "skip",
    "sidebar",
    "collapse",
    "expand",
    "pages",
    "more",
    "more_pages",
    "less",
    "open",
    "close",
    "dismiss",
    "no_results",
    "choose",
    "running",
    "stop",
    "not_found",
    "connection",
)
"""What Streamlit says by itself; its English is in ``pages/visit/streamlit_insides.js``."""


def scenario_tools(texts: Texts, page: str) -> None:
    """Draws the row, and the list of ready scenarios when it was asked for. ``page``: the one that is looked at."""
    clocks.count_run()
    component(ScenarioMessage, "scenario", "files/scenario_tools")(
        key=KEY, data=_message(texts, page), on_asked_change=apply
    )
    if whereabouts.list_to_open():
        presets.choose(texts)


def _message(texts: Texts, page: str) -> ScenarioMessage:
    """What the browser is told of the scenario and the visit."""
    scenario, history, own, now = state.scenario(), state.history(), kept_by_page.copy_for_page(texts), clocks.clocks()
    return {
        "visit": now.visit,
        "arrivals": now.arrivals,
        "done": clocks.answered_last(),
        "run": now.runs,
        "page": page,
        "address": address.in_browser(),
        "name": scenario.name,
        "present": link.encoded(scenario),
        "history": {
            "past": [link.encoded(each) for each in history.past],
            "future": [link.encoded(each) for each in history.future],
        },
        "link": address.as_text(),
        "file": taking.message(files.file_name(scenario), files.file_content(scenario).encode("utf-8")),
        "largest": LARGEST,
        "labels": {label: texts(f"tools.{label}") for label in LABELS},
        "frame": {name: texts(f"frame.{name}") for name in FRAME},
        "to_pages": texts("frame.to_pages"),
        "own": own,
        "problem": problem(texts),
        **asking.listen(KEY, DEEDS, again=AGAIN),
        "keys_on": texts("tools.keys_on"),
        "keys_off": texts("tools.keys_off"),
        "copied": texts(_copied(bool(own["names"]))),
        "needs_file": texts("own_baseline.needs_file") if baselines.is_own(scenario.figures) else "",
        "not_copied": texts("tools.not_copied"),
        "lost": texts("tools.lost"),
        "reconnected": texts("tools.reconnected"),
        "reconnected_own": texts("tools.reconnected_own"),
        "gone": texts("tools.gone"),
    }


def _copied(has_own: bool) -> str:
    """The text that says that the link is copied, and what is not in it."""
    if baselines.is_own(state.figures()):
        return "own_baseline.copied"
    return "tools.copied_without_own" if has_own else "tools.copied"


def apply() -> None:
    """Does what the row asked for; what cannot be used leaves the scenario as it was."""
    asking.serve(KEY, DEEDS, again=AGAIN)


def _open_next(what: str) -> asking.Deed:
    """The deed that has a dialog or another page opened."""
    return lambda _: whereabouts.open_next(what)


def _name(asked: Rename) -> None:
    name = asked.get("name")
    state.move(state.scenario().with_value("name", name.strip() if isinstance(name, str) else name))


def _open_file(asked: OpenFile) -> None:
    state.replace(files.opened(asked))


def _restore(asked: Restore) -> None:
    """Takes back what a page kept: the visitor's own data, and the history where every step can still be used."""
    if gone := kept_by_page.give_back(asked.get("own")):
        refusal = Refused("gone", dict.fromkeys(gone, ""))
        problems.note(Problem(KEY, (refusal,), "restore", asking.moment_of(asked), asked))
    steps = [asked.get("past", []), asked.get("future", [])]
    if not all(isinstance(part, list) and len(part) <= state.LONGEST for part in steps):
        return
    opened = [[baselines.decoded(str(text), state.figures()) for text in part] for part in steps if part is not None]
    if not any(each.refused for part in opened for each in part):
        past, future = (tuple(each.scenario for each in part) for part in opened)
        state.restore(state.History(past, future))


def _open_source(asked: OpenSource) -> None:
    """Has the page of sources opened where a figure's rows, or one row, are."""
    address_of = asked.get("source")
    if not isinstance(address_of, str) or not view.is_source(address_of, state.figures()):
        raise asking.NotUnderstood("source")
    whereabouts.open_next(SOURCES, address_of)


def _use_ready(asked: UseReady) -> None:
    if not presets.use(asked.get("name"), asked.get("added") is True):
        raise asking.NotUnderstood("name")


def _open_word(asked: OpenWord) -> None:
    """Has the list of words opened at a lever."""
    lever = asked.get("lever")
    if not isinstance(lever, str) or len(lever) > LONGEST_PATH:
        raise asking.NotUnderstood("lever")
    whereabouts.open_word(lever)


DEEDS: Final[dict[str, asking.Deed]] = {
    "undo": lambda _: state.undo(),
    "redo": lambda _: state.redo(),
    "name": _name,
    "open": _open_file,
    "restore": _restore,
    "arrive": lambda _: clocks.count_arrival(),
    "presets": _open_next(READY),
    "meeting": _open_next(MEETING),
    "address": lambda _: address.write_again(),
    "source": _open_source,
    "word": _open_word,
    "ready": _use_ready,
}


def problem(texts: Texts) -> str:
    """What could not be done with the scenario as a whole, in a sentence."""
    return problems.sentences(KEY, texts, _in_words)


def _in_words(problem: Problem, texts: Texts) -> str:
    name, error = str(problem.asked.get("name", "")), problem.errors[0]
    if isinstance(error, Refused):
        return texts("tools.gone", names=", ".join(texts(f"own.{part}") for part in error.values))
    return texts("tools.refused", name=name[:40], what=refused(cast(ScenarioError, error), state.figures(), texts))
