"""The scenarios that stand side by side: ready ones, opened ones and the present one, kept as texts in the view."""

from dataclasses import replace

from charts.comparison import Compared
from charts.settings import departures
from model import Result, Scenario, presets
from model.link import decoded, encoded
from model.prices import in_fixed_prices
from pages.parts import state
from pages.parts.results import at_same_index, context, solved
from pages.parts.view import FIRST, PRESENT, REFERENCE, View
from texts import Texts


def compared(view: View) -> tuple[Compared, ...]:
    """The view's scenarios with what they give, in one set of prices, against the tallgrunnlag or the first of them."""
    view = in_one_price_basis(view)
    scenarios = [scenario_of(text) for text in view.compared]
    names = [name_of(text, view.texts) for text in view.compared]
    references = [scenarios[0] if view.against == FIRST else at_same_index(each) for each in scenarios]
    around = [replace(context(each, view), scenario=name) for each, name in zip(scenarios, names, strict=True)]
    if view.against == FIRST:
        around = [replace(each, reference=names[0]) for each in around]
    return tuple(
        Compared(scenario, _result(scenario, view), _result(reference, view), each)
        for scenario, reference, each in zip(scenarios, references, around, strict=True)
    )


def bases(chosen: str, beside: tuple[str, ...]) -> tuple[str, ...]:
    """What a scenario can be held against: the tallgrunnlag, the step before, the compared and the ready scenarios."""
    before = [encoded(each) for each in state.history().past[-1:]]
    found = (REFERENCE, *before, *beside, *presets(), chosen)
    return tuple(text for text in dict.fromkeys(found) if text and text != PRESENT)


def in_one_price_basis(view: View) -> View:
    """The view, in 2025 kroner where the scenarios have different price growth: other amounts cannot be compared."""
    return replace(view, prices="2025") if len({scenario_of(t).index_rate for t in view.compared}) > 1 else view


def scenario_of(text: str) -> Scenario:
    """The scenario that a text stands for: the present one, a ready one by its id, or one written out."""
    if text == PRESENT:
        return state.scenario()
    return presets()[text].scenario if text in presets() else decoded(text).scenario


def name_of(text: str, texts: Texts) -> str:
    """What a scenario is called: its own name, a ready one's label, or its first setting and how many more."""
    if text in presets():
        return presets()[text].label[texts.language]
    scenario = scenario_of(text)
    if scenario.name or text == PRESENT:
        return scenario.name or texts("figure.scenario")
    first, *more = [f"{change.label} {change.value}" for change in departures(scenario, texts)]
    return texts("compare.and_more", first=first, count=len(more)) if more else first


def _result(scenario: Scenario, view: View) -> Result:
    return in_fixed_prices(solved(scenario)) if view.prices == "2025" else solved(scenario)
