"""The row that says which scenarios stand side by side: take one away, add a ready one, a file, a link or a copy."""

from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from charts.words.refused import all_refused
from model import Scenario, ScenarioError, presets
from model.scenario import link
from model.scenario.received import pasted
from pages.files import files
from pages.visit import address, asking, state, view
from pages.visit.compared import in_one_price_basis
from pages.visit.components import component
from pages.visit.view import FEWEST, MOST, PRESENT, View
from texts import Texts

KEY: Final = "chooser"
LABELS: Final = ("add", "present", "copy", "ready", "open", "link", "link_add", "full")


def chooser(looked_at: View) -> None:
    """Draws the row, what could not be added, and why amounts are in 2025 kroner where that was not asked for."""
    texts, chosen = looked_at.texts, looked_at.compared
    component("chooser", "figures/chooser")(
        key=KEY,
        data={
            "chosen": chosen,
            "full": len(chosen) >= MOST,
            "hasPresent": PRESENT in chosen,
            "presets": [(name, each.label[texts.language]) for name, each in presets().items() if name not in chosen],
            "largest": files.LARGEST,
            "labels": {label: texts(f"compare.{label}") for label in LABELS},
            "problem": _problem(texts),
            **asking.listen(KEY, _DEEDS),
            "note": texts("compare.one_price_basis") if in_one_price_basis(looked_at) != looked_at else "",
        },
        on_asked_change=apply,
    )


def apply() -> None:
    """Does what the row asked for; what cannot be used leaves the comparison as it was."""
    asking.serve(KEY, _DEEDS)


def _do(asked: Mapping[str, Any]) -> None:
    view.change(compared=DEEDS[asked["do"]](asked, view.current().compared))


def _removed(asked: Mapping[str, Any], chosen: tuple[str, ...]) -> tuple[str, ...]:
    text = asked.get("text")  # what stood there when it was asked for
    at = chosen.index(text) if text in chosen else None if text else asked.get("at")
    if not isinstance(at, int) or not 0 <= at < len(chosen) or len(chosen) <= FEWEST:
        return chosen
    return chosen[:at] + chosen[at + 1 :]


def _added(asked: Mapping[str, Any], chosen: tuple[str, ...]) -> tuple[str, ...]:
    text = asked.get("text")
    return _with(str(text), chosen) if text == PRESENT or text in presets() else chosen


def _with_file(asked: Mapping[str, Any], chosen: tuple[str, ...]) -> tuple[str, ...]:
    return _with(_written(files.opened(asked)), chosen)


def _with_copy(_: Mapping[str, Any], chosen: tuple[str, ...]) -> tuple[str, ...]:
    return _with(_written(state.scenario()), chosen)


def _with_link(asked: Mapping[str, Any], chosen: tuple[str, ...]) -> tuple[str, ...]:
    """The scenario of a pasted link, when it can be read whole."""
    text = str(asked.get("text", ""))
    found = pasted(text, view.CLOSING)
    if found.is_cut:
        raise ScenarioError("link", text, "cut")
    opened = link.from_query(found.last, beside=address.PARAMETERS)
    if opened.refused:
        asking.complain(KEY, "link", asked.get("moment", 0.0), {}, *opened.refused)
        return chosen
    return _with(_written(opened.scenario), chosen)


def _with(text: str, chosen: tuple[str, ...]) -> tuple[str, ...]:
    return (*chosen, text) if len(chosen) < MOST else chosen


def _written(scenario: Scenario) -> str:
    """A scenario as the text of the view; the published figures by the name of the ready scenario."""
    return link.encoded(scenario) or view.REFERENCE


DEEDS: Final[dict[str, Callable[[Mapping[str, Any], tuple[str, ...]], tuple[str, ...]]]] = {
    "remove": _removed,
    "add": _added,
    "open": _with_file,
    "copy": _with_copy,
    "link": _with_link,
}
_DEEDS: Final[dict[str, asking.Deed]] = dict.fromkeys(DEEDS, _do)


def _problem(texts: Texts) -> str:
    """What could not be added, in a sentence."""
    return asking.said(KEY, texts, _told)


def _told(problem: asking.Problem, texts: Texts) -> str:
    name, errors = str(problem.asked.get("name", "")), cast(tuple[ScenarioError, ...], problem.errors)
    sentence = "compare.refused" if name else "compare.link_refused"
    return texts(sentence, name=name[:40], what=all_refused(errors, texts))
