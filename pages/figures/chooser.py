"""The row that says which scenarios stand side by side: take one away, add a ready one, a file, a link or a copy."""

from collections.abc import Callable
from typing import Any, Final, cast

from charts.words.refused import all_refused
from model import ScenarioError, presets
from model.scenario.received import pasted
from pages.figures.messages import AddCopy, AddFile, AddScenario, ChooserMessage, RemoveScenario
from pages.files import files
from pages.visit import address, asking, problems, state, view, view_link
from pages.visit.compared import are_of_several_baselines, comparable, written
from pages.visit.components import component
from pages.visit.opened_file import LARGEST
from pages.visit.problems import Problem
from pages.visit.side_by_side import FEWEST, MOST, PRESENT
from pages.visit.view import View
from texts import Texts

KEY: Final = "chooser"
LABELS: Final = ("add", "present", "copy", "ready", "open", "link", "link_add", "full")
Chosen = tuple[str, ...]
"""The scenarios side by side, as texts of the view."""


def chooser(looked_at: View) -> None:
    """Draws the row, what could not be added, and what was settled so that they can be compared."""
    texts, chosen, figures = looked_at.texts, looked_at.compared, state.figures()
    ready = {name: each.label[texts.language] for name, each in presets(figures).items() if name not in chosen}
    component(ChooserMessage, "chooser", "figures/chooser")(
        key=KEY,
        data={
            "chosen": chosen,
            "full": len(chosen) >= MOST,
            "hasPresent": PRESENT in chosen,
            "presets": tuple(ready.items()),
            "largest": LARGEST,
            "labels": {label: texts(f"compare.{label}") for label in LABELS},
            "problem": problem(texts),
            **asking.listen(KEY, DEEDS),
            "note": _note(looked_at, texts),
        },
        on_asked_change=apply,
    )


def _note(looked_at: View, texts: Texts) -> str:
    """What was settled so that the scenarios can be compared; empty for nothing."""
    several = [texts("compare.several_baselines")] if are_of_several_baselines(looked_at) else []
    is_fixed = comparable(looked_at).prices != looked_at.prices
    fixed = [texts("compare.one_price_basis", base_year=state.figures().base_year)] if is_fixed else []
    return " ".join([*several, *fixed])


def apply() -> None:
    """Does what the row asked for; what cannot be used leaves the comparison as it was."""
    asking.serve(KEY, DEEDS)


def _without(asked: RemoveScenario, chosen: Chosen) -> Chosen:
    text = asked.get("text")  # what stood there when it was asked for
    at = chosen.index(text) if text in chosen else None if text else asked.get("at")
    if not isinstance(at, int) or not 0 <= at < len(chosen) or len(chosen) <= FEWEST:
        return chosen
    return chosen[:at] + chosen[at + 1 :]


def _with_ready(asked: AddScenario, chosen: Chosen) -> Chosen:
    """The present scenario is one of the ready ones here."""
    text = asked.get("text")
    return _with(str(text), chosen) if text == PRESENT or text in presets(state.figures()) else chosen


def _with_file(asked: AddFile, chosen: Chosen) -> Chosen:
    return _with(written(files.opened(asked)), chosen)


def _with_copy(_: AddCopy, chosen: Chosen) -> Chosen:
    return _with(written(state.scenario()), chosen)


def _with_link(asked: AddScenario, chosen: Chosen) -> Chosen:
    """The scenario of a pasted link, when it can be read whole."""
    text = str(asked.get("text", ""))
    arrived = pasted(text, view_link.CLOSING)
    if arrived.is_cut:
        raise ScenarioError("link", text, "cut")
    opened = address.scenario_of(arrived)
    twice = [ScenarioError(name, values[-1], "repeated") for name, values in arrived.differing.items()]
    of_scenario = [error for error in twice if error.field not in address.PARAMETERS]
    if refused := (*of_scenario, *opened.refused):
        problems.note(Problem(KEY, refused, "link", asking.moment_of(asked)))
        return chosen
    return _with(written(opened.scenario), chosen)


def _with(text: str, chosen: Chosen) -> Chosen:
    return (*chosen, text) if len(chosen) < MOST else chosen


def _changing(changed: Callable[[Any, Chosen], Chosen]) -> asking.Deed:
    """The deed that puts what ``changed`` gives in place of the scenarios that stand side by side."""
    return lambda asked: view.change(compared=changed(asked, view.current().compared))


DEEDS: Final[dict[str, asking.Deed]] = {
    "remove": _changing(_without),
    "add": _changing(_with_ready),
    "open": _changing(_with_file),
    "copy": _changing(_with_copy),
    "link": _changing(_with_link),
}


def problem(texts: Texts) -> str:
    """What could not be added, in a sentence."""
    return problems.sentences(KEY, texts, _in_words)


def _in_words(problem: Problem, texts: Texts) -> str:
    name, errors = str(problem.asked.get("name", "")), cast(tuple[ScenarioError, ...], problem.errors)
    sentence = "compare.refused" if name else "compare.link_refused"
    return texts(sentence, name=name[:40], what=all_refused(errors, state.figures(), texts))
