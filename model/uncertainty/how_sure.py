"""The answer to how sure a quantity is, as a value: each part is made when it is first asked for, and goes with it."""

from dataclasses import dataclass, field
from functools import cached_property

from model.uncertainty.asked import Asked, Follow
from model.uncertainty.importance import LeverShare
from model.uncertainty.margin_curve import MarginCurve
from model.uncertainty.sensitivity import LeverEffect
from model.uncertainty.simulating import Simulated, nothing


@dataclass(frozen=True, eq=False)
class HowSure:
    """What answers ``asked``. follow: called with the draws so far, as in ``simulate``."""

    asked: Asked
    follow: Follow = field(default=nothing, repr=False)

    @cached_property
    def simulated(self) -> Simulated:
        """What the quantity may be."""
        return self.asked.simulated(self.follow)

    @cached_property
    def shares(self) -> tuple[LeverShare, ...]:
        """What the uncertainty is made of."""
        return self.asked.shares()

    @cached_property
    def effects(self) -> tuple[LeverEffect, ...]:
        """What each lever does alone."""
        return self.asked.effects()

    @cached_property
    def margins(self) -> MarginCurve:
        """How probable it is that each margin is enough."""
        return self.asked.margins()
