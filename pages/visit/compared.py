"""The scenarios that stand side by side: ready ones, opened ones and the present one, kept as texts in the view."""

from dataclasses import replace

from charts.words.context import Context, context
from charts.words.foreign import printable
from charts.words.names import name_of
from model import Scenario, presets
from model.answers.question import FIXED
from model.scenario.link import decoded, encoded
from pages.visit import state
from pages.visit.question import answered, question
from pages.visit.view import FIRST, PRESENT, REFERENCE, View
from texts import Texts


def compared(view: View) -> tuple[Context, ...]:
    """The view's scenarios with what they give, in one set of prices, against the tallgrunnlag or the first of them."""
    view = in_one_price_basis(view)
    first = scenario_of(view.compared[0]) if view.against == FIRST else None
    return tuple(_shown(text, view, first, view.compared[0]) for text in view.compared)


def against(view: View, base: str) -> Context:
    """The visit's scenario against the one that ``base`` stands for; the tallgrunnlag is taken at its price growth."""
    return _shown(PRESENT, view, None if base == REFERENCE else scenario_of(base), base)


def _shown(text: str, view: View, other: Scenario | None, name: str) -> Context:
    answer = answered(question(view, scenario_of(text), other))
    return context(answer, view.texts, title_of(text, view.texts), title_of(name, view.texts))


def bases(chosen: str, beside: tuple[str, ...]) -> tuple[str, ...]:
    """What a scenario can be held against: the tallgrunnlag, the step before, the compared and the ready scenarios."""
    before = [encoded(each) for each in state.history().past[-1:]]
    found = (REFERENCE, *before, *beside, *presets(), chosen)
    return tuple(text for text in dict.fromkeys(found) if text and text != PRESENT)


def in_one_price_basis(view: View) -> View:
    """The view, in 2025 kroner where the scenarios have different price growth: other amounts cannot be compared."""
    return replace(view, prices=FIXED) if len({scenario_of(t).index_rate for t in view.compared}) > 1 else view


def scenario_of(text: str) -> Scenario:
    """The scenario that a text stands for: the present one, a ready one by its id, or one written out."""
    if text == PRESENT:
        return state.scenario()
    return presets()[text].scenario if text in presets() else decoded(text).scenario


def title_of(text: str, texts: Texts) -> str:
    """What a scenario of the view is called: the present one may have no name."""
    if text == PRESENT:
        return printable(state.scenario().name) or texts("figure.scenario")
    return name_of(scenario_of(text), texts)
