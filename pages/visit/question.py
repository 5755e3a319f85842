"""The question that is asked on the screen, and its answer: put together here for every page, chart and file."""

from charts.words.context import AGAINST, Context, context
from model import Answer, Question, Result, Scenario, answer, run
from model.answers.question import FIXED
from pages.visit import clocks, own_data, state
from pages.visit.baselines import is_own
from pages.visit.kept import kept
from pages.visit.view import View


def question(looked_at: View, scenario: Scenario | None = None, reference: Scenario | None = None) -> Question:
    """What is asked in a view: of the visit's scenario where none is given, with what the visitor has given.

    reference: None is the tallgrunnlag at the scenario's price growth. A year that is not in the plan of the scenario's
    baseline is the plan's first.
    """
    asked = state.scenario() if scenario is None else scenario
    looked_at = looked_at.of(asked.figures)
    return Question(asked, reference, looked_at.prices, looked_at.year, looked_at.payer, own_data.about_payers())


def shown(looked_at: View) -> Context:
    """The visit's scenario beside the tallgrunnlag at its price growth, in words."""
    return context(answered(question(looked_at)), looked_at.texts, told=told(looked_at))


def told(looked_at: View) -> str:
    """The difference that is told of the year; empty where nobody has chosen one.

    While a lever moves, or a change is played again, from and to what was moved before, one difference is told
    throughout: on its way the lever may pass the tallgrunnlag's own value.
    """
    is_passing = clocks.gesture().moving and question(looked_at, state.settled()).moves_amounts
    return looked_at.difference or (AGAINST if is_passing else "")


def published(looked_at: View) -> Context:
    """The published figures of what is looked at, whatever the levers say."""
    return context(answered(Question(Scenario(figures=state.figures()), None, FIXED)), looked_at.texts)


def about_own(scenario: Scenario) -> bool:
    """Whether a scenario is of a baseline of the visitor's own."""
    return is_own(scenario.figures)


@kept(lambda asked: about_own(asked.scenario) or about_own(asked.reference))
def answered(asked: Question) -> Answer:
    """The model's answer; those beside the one that moves stay the same."""
    return answer(asked, solved)


@kept(about_own)
def solved(scenario: Scenario) -> Result:
    """The model's result for a scenario."""
    return run(scenario)
