"""What the panel of a calculation is sent, and what it asks for."""

from collections.abc import Sequence
from typing import Annotated, TypedDict

from charts.calculation.step import Step
from pages.visit.messages import Labels, Record


class CalculationUpdate(TypedDict):
    """The step that is open, and those below it.

    path: of the step that is open; empty for none. moment: of what was asked for last. stamp: by what it is known
    whether steps of before still hold. problem: why there is no such step, empty where there is.
    """

    path: str
    moment: float
    stamp: str
    steps: Sequence[Annotated[Record, Step]]
    problem: str


class CalculationMessage(CalculationUpdate):
    """The same with the words around it. link: the parameters of what is shown."""

    link: str
    labels: Labels


class OpenedStep(TypedDict):
    """The step that was opened, empty where the panel was closed, and when, milliseconds."""

    path: str
    moment: float
