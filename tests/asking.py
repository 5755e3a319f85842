"""Answers in words, as the tests of charts and files ask for them."""

from typing import Any

from charts.words.context import Context, context
from model import Question, Scenario, answer
from texts import Texts


def shown(scenario: Scenario | None = None, language: str = "nb", **asked: Any) -> Context:
    """The answer to a question about a scenario; ``asked``: further fields of the question."""
    return context(answer(Question(scenario or Scenario(), **asked)), Texts(language))
