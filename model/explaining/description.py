"""Every equation of docs/model.md under the name of what it gives: the one description of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Self

from model.baseline.axes import COMPONENTS
from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.explaining.amounts import AMOUNTS
from model.explaining.counted import COUNTED
from model.explaining.expressions import Expression, Reference
from model.explaining.measured import Start
from model.explaining.place import Equation, Place
from model.explaining.whole_year import WHOLE_YEAR
from model.scenario.fields import LAW, PUBLISHED
from model.scenario.scenario import Scenario

EQUATIONS: Final[Mapping[str, Equation]] = MappingProxyType({**WHOLE_YEAR, **COUNTED, **AMOUNTS})
"""Quantity → its equation."""

EXPLAINED: Final = (*COMPONENTS, "returned", "unspent", "shortfall", "level", "state")
"""What a calculation can be asked for, of a year and a solution, a group of solutions or all."""

OF_WHOLE_YEARS: Final = ("price_index", "margin_factor")
"""What a calculation can be asked for, of a year."""


@dataclass(frozen=True, slots=True)
class Description:
    """The equations of a baseline from a start; each is made when it is first asked for, and kept in ``known``."""

    baseline: Baseline
    start: Start
    known: dict[Reference, Expression]

    @classmethod
    def of(cls, scenario: Scenario) -> Self:
        """Those of a scenario: its levers are not put in, but what the first year is."""
        known = _known(scenario.figures)[scenario.start]
        return cls(scenario.figures, Start.of(scenario), known)

    def expression(self, quantity: Reference) -> Expression:
        """The equation of a quantity."""
        if quantity not in self.known:
            place = Place(self.baseline, self.start, quantity.year, quantity.solution)
            self.known[quantity] = EQUATIONS[quantity.name](place)
        return self.known[quantity]


@kept_with_baseline
def _known(baseline: Baseline) -> dict[str, dict[Reference, Expression]]:
    """Start → the equations that were made for it; they hold nothing of the baseline but its figures."""
    return {PUBLISHED: {}} if baseline.law is None else {PUBLISHED: {}, LAW: {}}
