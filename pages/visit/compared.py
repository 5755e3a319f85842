"""The scenarios that stand side by side: ready ones, opened ones and the present one, kept as texts in the view."""

from dataclasses import replace

from charts.words.context import AGAINST, Context, context
from charts.words.foreign import printable
from charts.words.scenario_names import name_of
from model import Scenario, presets
from model.answers.question import FIXED
from model.scenario.fields import LAW
from model.scenario.link import encoded
from pages.visit import state
from pages.visit.baselines import decoded
from pages.visit.question import answered, question
from pages.visit.side_by_side import FIRST_COMPARED, PRESENT, TALLGRUNNLAG, is_reference
from pages.visit.view import QUANTITIES, WITHOUT_PROJECTS, View
from texts import Texts


def compared(looked_at: View) -> tuple[Context, ...]:
    """What each of the view's scenarios gives; reference is the tallgrunnlag or the first one. See ``comparable``."""
    looked_at = comparable(looked_at)
    reference = looked_at.compared[0]
    scenario = scenario_of(reference) if looked_at.against == FIRST_COMPARED else None
    return tuple(_in_words(text, looked_at, scenario, reference) for text in looked_at.compared)


def with_reference(looked_at: View, reference: str) -> Context:
    """The visit's scenario beside what ``reference`` stands for; the tallgrunnlag at the scenario's price growth."""
    scenario = None if reference == TALLGRUNNLAG else scenario_of(reference)
    return _in_words(PRESENT, looked_at, scenario, reference)


def _in_words(text: str, looked_at: View, reference: Scenario | None, name: str) -> Context:
    """The answer for the scenario ``text`` and a reference that is called what ``name`` stands for."""
    answer = answered(question(looked_at, scenario_of(text), reference))
    scenario, its_name = title_of(text, looked_at.texts), title_of(name, looked_at.texts)
    return context(answer, looked_at.texts, scenario, its_name, AGAINST)


def references(looked_at: View) -> tuple[str, ...]:
    """What can be chosen as reference: the tallgrunnlag, the step before, the compared and the ready scenarios."""
    step_before = [written(scenario) for scenario in state.history().past[-1:]]
    figures = state.figures()
    texts = (TALLGRUNNLAG, *step_before, *looked_at.compared, *presets(figures), looked_at.base)
    return tuple(text for text in dict.fromkeys(texts) if is_reference(text, figures))


def quantities(looked_at: View) -> tuple[str, ...]:
    """What can be asked why it changed: the burdens only where scenario or reference has projects, or as chosen."""
    sides = (state.scenario(), scenario_of(looked_at.base))
    if looked_at.quantity in WITHOUT_PROJECTS or any(side.projects for side in sides):
        return (*QUANTITIES, *WITHOUT_PROJECTS)
    return QUANTITIES


def comparable(looked_at: View) -> View:
    """The view as its scenarios can stand side by side.

    In fixed kroner where their price growth differs; where they are of several baselines each beside its own, in a year
    that all of them plan, if there is one.
    """
    growths = {price_growth(scenario_of(text)) for text in looked_at.compared}
    years = common_years(looked_at)
    return replace(
        looked_at,
        prices=FIXED if len(growths) > 1 else looked_at.prices,
        against=TALLGRUNNLAG if are_of_several_baselines(looked_at) else looked_at.against,
        year=years[0] if years and looked_at.year not in years else looked_at.year,
    )


def are_of_several_baselines(looked_at: View) -> bool:
    """Whether the scenarios side by side are about different figures."""
    return len({scenario_of(text).figures for text in looked_at.compared}) > 1


def common_years(looked_at: View) -> tuple[int, ...]:
    """The years that every scenario side by side plans."""
    plans = [scenario_of(text).figures.plan_years for text in looked_at.compared]
    return tuple(year for year in plans[0] if all(year in years for years in plans))


def scenario_of(text: str) -> Scenario:
    """The scenario that a text stands for: the present one, a ready one by its id, or one written out."""
    if text == PRESENT:
        return state.scenario()
    figures = state.figures()
    if text in presets(figures):
        return presets(figures)[text].scenario
    return Scenario(figures=figures) if text == TALLGRUNNLAG else decoded(text, figures).scenario


def price_growth(scenario: Scenario) -> tuple[float, float]:
    """What prices grow by into the plan's first year, which the law may have set, and in every year after it."""
    law = scenario.figures.law if scenario.start == LAW else None
    return (scenario.index_rate if law is None else law.index_rate), scenario.index_rate


def written(scenario: Scenario) -> str:
    """A scenario as a text of the view; the published figures that are shown by their id."""
    return TALLGRUNNLAG if scenario == Scenario(figures=state.figures()) else encoded(scenario)


def title_of(text: str, texts: Texts) -> str:
    """What a scenario of the view is called: the present one may have no name."""
    if text == PRESENT:
        return printable(state.scenario().name) or texts("figure.scenario")
    return name_of(scenario_of(text), texts)
