"""The scenario of a visit: one frozen record, replaced as a whole, with the way back and forth."""

from dataclasses import dataclass, field
from dataclasses import replace as changed
from typing import Final

from model import Baseline, Scenario, baseline, newest
from pages.visit import clocks
from pages.visit.memory import Place

LONGEST: Final = 50  # steps that can be undone


@dataclass(frozen=True, slots=True)
class History:
    """The scenarios before the present one and those that were undone, the nearest last and first."""

    past: tuple[Scenario, ...] = ()
    future: tuple[Scenario, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """The present scenario, and the steps to it and from it.

    settled: the scenario of the last step, without what is being moved; None before the first step.
    """

    present: Scenario = field(default_factory=Scenario)
    settled: Scenario | None = None
    history: History = History()


COURSE: Final = Place("scenario", Course)


def begun() -> bool:
    """Whether this visit has a scenario yet."""
    return COURSE.is_used()


def scenario() -> Scenario:
    """The visit's scenario; a new visit starts with the published figures."""
    return COURSE.value().present


def figures() -> Baseline:
    """The baseline that is shown: of the visit's scenario, or the newest where the visit has none yet."""
    return scenario().figures if begun() else baseline(newest())


def settled() -> Scenario:
    """The scenario of the last step: without what is being moved."""
    course = COURSE.value()
    return course.present if course.settled is None else course.settled


def history() -> History:
    """What undo and redo lead to."""
    return COURSE.value().history


def replace(scenario: Scenario) -> None:
    """Puts ``scenario`` in place of the present one and of what the levers have not sent yet."""
    clocks.raise_revision()
    move(scenario)


def move(scenario: Scenario) -> None:
    """Puts ``scenario`` in place after a lever was moved; what was moved since still counts."""
    COURSE.put(changed(COURSE.value(), present=scenario))


def begin_at(scenario: Scenario) -> None:
    """Has ``scenario`` be the last step, without any before it."""
    COURSE.put(Course(scenario, scenario))


def settle() -> None:
    """Makes the present scenario a step, where it differs from that of the last one: a whole drag is one step."""
    course, last = COURSE.value(), settled()
    if course.settled is None:
        COURSE.put(changed(course, settled=course.present))
    elif course.present != last:
        COURSE.put(Course(course.present, course.present, History((*course.history.past, last)[-LONGEST:])))


def undo() -> None:
    """Back to the scenario before."""
    settle()
    if past := history().past:
        clocks.raise_revision()
        COURSE.put(Course(past[-1], past[-1], History(past[:-1], (scenario(), *history().future))))


def redo() -> None:
    """Forth to the scenario that was undone last."""
    settle()
    if future := history().future:
        clocks.raise_revision()
        COURSE.put(Course(future[0], future[0], History((*history().past, scenario()), future[1:])))


def restore(history_before: History) -> None:
    """Gives a visit that has no history yet the one it had before the page was loaded anew."""
    course = COURSE.value()
    if course.history == History():
        COURSE.put(Course(course.present, course.present, history_before))
