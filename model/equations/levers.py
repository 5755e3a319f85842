"""The levers of a block of scenarios, in the form the equations take them."""

from dataclasses import dataclass, fields, replace
from typing import Any, Final, Self

import numpy as np
import numpy.typing as npt

from model.baseline.axes import Array
from model.equations.formulas import growth_factor, margin_factor, returnable_share, shortfall_share, unspent_share
from model.scenario.batch import Batch

NEUTRAL: Final = {
    "factor": 1.0,
    "growth": 1.0,
    "efficiency_realisation": 1.0,
    "volume_realisation": 1.0,
    "investment_realisation": 1.0,
}
"""What a lever is before the first year; the others are 0."""


@dataclass(frozen=True, slots=True)
class Levers:
    """Levers that work from ``first_year`` on. None stands for a lever that no scenario has moved.

    factor: κ of equation 5. unspent, shortfall: shares of the indexed level, equation 6. returnable: what of it is
    returned later, equation 7. These are (1 or scenario,).
    growth: 1 plus extra volume less extra efficiency. The others are as the scenarios give them, shares of the base
    or of the plan. These are (1 or scenario,), or (solution, 1 or scenario); none works on the clearing line.
    """

    factor: Array
    unspent: Array
    shortfall: Array
    returnable: Array | None
    growth: Array | None
    extra_efficiency: Array | None
    extra_volume: Array | None
    efficiency_realisation: Array | None
    volume_realisation: Array | None
    investment_realisation: Array | None

    @classmethod
    def of(cls, batch: Batch) -> Self:
        """The levers of a batch as they work in and after the first year."""
        factor = margin_factor(batch.value("risk_margin"), batch.baseline.embedded_margin)
        unspent = unspent_share(factor, batch.value("underspend_rate"))
        shortfall = shortfall_share(factor, batch.value("underspend_rate"))
        efficiency = by_solution(batch, "extra_efficiency")
        volume = by_solution(batch, "extra_volume")
        returned, recovered = batch.value("underspend_returned"), batch.value("shortfall_recovered")
        returnable = returnable_share(unspent, shortfall, returned, recovered)
        return cls(
            factor,
            unspent,
            shortfall,
            returnable if returnable.any() else None,
            growth_factor(volume, efficiency),
            efficiency,
            volume,
            by_solution(batch, "efficiency_realisation"),
            by_solution(batch, "volume_realisation"),
            by_solution(batch, "investment_realisation"),
        )

    def when(self, working: npt.NDArray[np.bool_]) -> "Levers":
        """The levers of a year: neutral where ``working``, (1 or scenario,), is false."""
        if working.all():
            return self
        levers: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        moved = {name: lever for name, lever in levers.items() if lever is not None}
        return replace(
            self, **{name: np.where(working, lever, NEUTRAL.get(name, 0.0)) for name, lever in moved.items()}
        )


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
