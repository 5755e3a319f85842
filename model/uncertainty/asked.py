"""How sure a figure is, asked as one value, and what answers it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from model.answers.quantities import FINANCING_NEED
from model.answers.question import FIXED, Question
from model.uncertainty.importance import LeverShare, importance
from model.uncertainty.margin_curve import MarginCurve, margin_curve
from model.uncertainty.quantity_rows import Figure, Wanted
from model.uncertainty.ranges import Ranges
from model.uncertainty.sensitivity import LeverEffect, sensitivity
from model.uncertainty.simulating import Simulated, nothing, simulate
from model.uncertainty.written import ranges_with

DRAWS: Final = (10_000, 100_000, 1_000_000)
"""How many draws can be asked for on the screen, the usual number first."""

IMPORTANCE_DRAWS: Final = 4_000
"""Draws of the walk that divides the variance: each is a run for every lever, and one."""

Follow = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Asked:
    """How sure one quantity is in each year, given ranges of the levers.

    question: scenario, prices, year, and whose keys. quantity: as the model knows it. ranges: those that depart from
    the default ones, as texts (``written``). draws, seed: how many and of which random numbers.
    """

    question: Question
    quantity: str = FINANCING_NEED
    ranges: tuple[str, ...] = ()
    draws: int = DRAWS[0]
    seed: int = 0

    @property
    def given(self) -> Ranges:
        """All ranges. Raises RangesError."""
        return ranges_with(self.ranges, self.question.baseline)

    @property
    def fixed_prices(self) -> bool:
        """Whether amounts are in kroner of the base year, each draw over its own price index."""
        return self.question.prices == FIXED

    @property
    def figure(self) -> Figure:
        """The quantity as draws are asked for it."""
        return Figure(self.quantity, self.fixed_prices, self.question.own)

    def simulated(self, follow: Follow = nothing) -> Simulated:
        """What the quantity may be, each year. Raises RangesError and ScenarioError; ``follow`` as in ``simulate``."""
        wanted = Wanted((self.quantity,), fixed_prices=self.fixed_prices, own=self.question.own)
        return simulate(self.given, self.draws, self.seed, self.question.scenario, wanted, follow=follow)

    def shares(self) -> tuple[LeverShare, ...]:
        """What the uncertainty of the question's year is made of, the largest first."""
        question = self.question
        return importance(self.given, IMPORTANCE_DRAWS, self.seed, question.year, question.scenario, self.figure)

    def effects(self) -> tuple[LeverEffect, ...]:
        """What each lever alone does to the quantity of the question's year, the widest first."""
        return sensitivity(self.given, self.question.year, self.question.scenario, self.figure)

    def margins(self) -> MarginCurve:
        """How probable it is that each margin is enough in the question's year."""
        return margin_curve(self.given, DRAWS[0], self.seed, self.question.year, self.question.scenario)
