"""The question that is asked on the screen, and its answer: put together here for every page, chart and file."""

from functools import lru_cache

from charts.words.context import Context, context
from model import Answer, Question, Result, Scenario, answer, run
from pages.visit import state
from pages.visit.given import given
from pages.visit.view import View


def question(view: View, scenario: Scenario | None = None, against: Scenario | None = None) -> Question:
    """What is asked in a view: of the visit's scenario where none is given, with what the visitor has given."""
    asked = state.scenario() if scenario is None else scenario
    return Question(asked, against, view.prices, view.year, view.payer, given())


def shown(view: View) -> Context:
    """The visit's scenario against the tallgrunnlag at its price growth, in words."""
    return context(answered(question(view)), view.texts)


@lru_cache(maxsize=64)
def answered(asked: Question) -> Answer:
    """The model's answer; those beside the one that moves stay the same."""
    return answer(asked, solved)


@lru_cache(maxsize=64)
def solved(scenario: Scenario) -> Result:
    """The model's result for a scenario."""
    return run(scenario)
