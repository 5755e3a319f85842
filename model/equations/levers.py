"""The levers of a block of scenarios, in the form the equations take them."""

from dataclasses import dataclass, replace
from typing import Any, Final, Self

import numpy as np
import numpy.typing as npt

from model.baseline.axes import Array
from model.equations.formulas import growth_factor, margin_factor, returnable_share, shortfall_share, unspent_share
from model.scenario.batch import Batch
from model.scenario.fields import LEVERS_BY_SOLUTION

Working = npt.NDArray[np.bool_]
"""(1 or scenario,): whether something works for a scenario."""

NEUTRAL: Final = {
    "factor": 1.0,
    "growth": 1.0,
    "extra_efficiency": 0.0,
    "extra_volume": 0.0,
    "efficiency_realisation": 1.0,
    "volume_realisation": 1.0,
    "investment_realisation": 1.0,
}
"""What a lever is before the first year."""


@dataclass(frozen=True, slots=True)
class Spending:
    """What is not spent of the level, or lacks: (1 or scenario,), shares of the indexed level.

    unspent, shortfall: equation 6. returnable: what of it is returned later, equation 7; None where nothing is.
    """

    unspent: Array
    shortfall: Array
    returnable: Array | None

    @classmethod
    def of(cls, batch: Batch, factor: Array) -> Self:
        """The spending at a margin; factor: κ."""
        unspent = unspent_share(factor, batch.value("underspend_rate"))
        shortfall = shortfall_share(factor, batch.value("underspend_rate"))
        returned, recovered = batch.value("underspend_returned"), batch.value("shortfall_recovered")
        returnable = returnable_share(unspent, shortfall, returned, recovered)
        return cls(unspent, shortfall, returnable if returnable.any() else None)

    def where(self, counts: Working) -> "Spending":
        """The spending of the scenarios that count, and nothing in the others."""
        if counts.all():
            return self
        returnable = None if self.returnable is None else np.where(counts, self.returnable, 0.0)
        return Spending(np.where(counts, self.unspent, 0.0), np.where(counts, self.shortfall, 0.0), returnable)

    def plus(self, other: "Spending") -> "Spending":
        """The spending of both, of which one at most is something in a scenario."""
        one, two = self.returnable, other.returnable
        returnable = one + two if one is not None and two is not None else two if one is None else one
        return Spending(self.unspent + other.unspent, self.shortfall + other.shortfall, returnable)


@dataclass(frozen=True, slots=True)
class Levers:
    """Levers that work from the first year on. None stands for a lever that no scenario has moved.

    spending: with the margin that the scenarios have. factor: κ of equation 5, (1 or scenario,).
    growth: 1 plus extra volume less extra efficiency. lasting_saving: what extra efficiency is more by in the first
    year. The others are as the scenarios give them, shares of the base or of the plan. These are (1 or scenario,), or
    (solution, 1 or scenario); none works on the clearing line.
    """

    spending: Spending
    factor: Array
    growth: Array | None
    extra_efficiency: Array | None
    extra_volume: Array | None
    lasting_saving: Array | None
    efficiency_realisation: Array | None
    volume_realisation: Array | None
    investment_realisation: Array | None

    @classmethod
    def of(cls, batch: Batch) -> Self:
        """The levers of a batch as they work after the first year."""
        factor = margin_factor(batch.value("risk_margin"), batch.baseline.embedded_margin)
        of_all = not batch.has_overrides
        lever = {name: batch.columns.get(name) if of_all else by_solution(batch, name) for name in LEVERS_BY_SOLUTION}
        growth = growth_factor(lever["extra_volume"], lever["extra_efficiency"])
        return cls(spending=Spending.of(batch, factor), factor=factor, growth=growth, **lever)

    def when(self, years_working: Array) -> "Levers":
        """The levers of a year: neutral before the first in which they work, and with the lasting saving in that one.

        years_working: (1 or scenario,), years since the first.
        """
        levers = self if self.lasting_saving is None else self._saving(years_working == 0)
        working = years_working >= 0
        return levers if working.all() else levers.where(working)

    def spending_of_law(self, batch: Batch, counts: Working) -> "Levers":
        """The levers of a year that the law has set: what is spent of it is the scenarios' own where that counts."""
        at_embedded_margin = Spending.of(batch, np.ones(1)).where(counts)
        return replace(self, spending=self.spending.plus(at_embedded_margin))

    def _saving(self, is_first: Working) -> "Levers":
        """With the lasting saving as extra efficiency where it is made in this year."""
        if self.lasting_saving is None or not is_first.any():
            return self
        once = np.where(is_first, self.lasting_saving, 0.0)
        efficiency = once if self.extra_efficiency is None else self.extra_efficiency + once
        return replace(self, extra_efficiency=efficiency, growth=growth_factor(self.extra_volume, efficiency))

    def where(self, working: Working) -> "Levers":
        """The levers of the scenarios in which they work, and neutral ones in the others."""
        moved = {name: getattr(self, name) for name in NEUTRAL if getattr(self, name) is not None}
        neutral: dict[str, Any] = {name: np.where(working, lever, NEUTRAL[name]) for name, lever in moved.items()}
        return replace(self, spending=self.spending.where(working), **neutral)


def by_solution(batch: Batch, lever: str) -> Array | None:
    """A lever: (1 or scenario,), or (solution, 1 or scenario) where some solution has a value of its own.

    None where no scenario has moved the lever. The row of the clearing line is not meant to be used.
    """
    general = batch.columns.get(lever)
    own = [batch.columns.get(f"by_solution.{solution}.{lever}") for solution in batch.baseline.solutions]
    if all(column is None for column in own):
        return general
    rows = [batch.value(lever) if column is None else column for column in own]
    values = np.empty((len(own), max(map(len, rows))))
    for row, value in zip(values, rows, strict=True):
        row[:] = value
    return values
