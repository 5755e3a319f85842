"""What could not be done or used: every problem is one record, kept here, with one rule of when it goes.

A problem stands at a place: the component that says so, or ``LINK``, above the figures, for what the address got wrong.
It goes when

- more is asked at its place, if it had been read by then or is about the same (``overtake``). Of the address more is
  asked when another link is opened, and when what is shown, and so the address, changes;
- the page is left (``leave_page``); what a link got wrong does not belong to one page, and stays.

A problem holds what was refused and why, in no language: its place puts it into words (``sentences``).
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from model import ModelError
from pages.visit.memory import Place
from texts import Texts
from texts.reading import NumberError

Asked = Mapping[str, Any]
"""What a component asks for: a message of the browser."""

LINK: Final = "link"
"""The place of what the address got wrong."""


class Refused(Exception):
    """What was asked for cannot be done; ``problem`` and ``values`` say why."""

    def __init__(self, problem: str, values: Mapping[str, str]) -> None:
        self.problem, self.values = problem, dict(values)
        super().__init__(problem)


REFUSALS: Final = (ModelError, NumberError, Refused)
"""Errors that say what is wrong with what was asked for; any other is a fault of ours."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something could not be done or used, and where that is said.

    about: the lever, field or row that was asked about. moment: when, in milliseconds of the browser's clock; 0 for the
    address. asked: the message, empty for the address.
    """

    place: str
    errors: tuple[Exception, ...]
    about: str = ""
    moment: float = 0.0
    asked: Asked = field(default_factory=dict)


InWords = Callable[[Problem, Texts], str]
PROBLEMS: Final[Place[tuple[Problem, ...]]] = Place("problems", tuple)


def note(problem: Problem) -> None:
    """Has the problem's place say it."""
    PROBLEMS.put((*PROBLEMS.value(), problem))


def overtake(place: str, about: str = "", read_until: float = math.inf) -> None:
    """More is asked at a place: what is about the same goes, and what came up until the moment ``read_until``."""
    if problems := PROBLEMS.value():
        PROBLEMS.put(tuple(each for each in problems if not _is_overtaken(each, place, about, read_until)))


def leave_page() -> None:
    """Another page is looked at: what could not be done on the one before is no longer said."""
    PROBLEMS.put(tuple(each for each in PROBLEMS.value() if each.place == LINK))


def last(place: str) -> Problem | None:
    """The problem that came up last at a place."""
    return next((each for each in reversed(PROBLEMS.value()) if each.place == place), None)


def sentences(place: str, texts: Texts, in_words: InWords) -> str:
    """What is to be said at a place, empty where there is no problem. A fault of ours has words of its own."""
    here = [each for each in PROBLEMS.value() if each.place == place]
    return " ".join(in_words(each, texts) if _is_refusal(each) else texts("asking.fault") for each in here)


def _is_refusal(problem: Problem) -> bool:
    return isinstance(problem.errors[0], REFUSALS)


def _is_overtaken(problem: Problem, place: str, about: str, read_until: float) -> bool:
    return problem.place == place and (problem.moment <= read_until or problem.about == about)
