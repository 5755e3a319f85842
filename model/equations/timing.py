"""When the levers of some scenarios work and how prices grow for them: from the print, or from the law."""

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from model.baseline.axes import Array
from model.baseline.law import Law
from model.scenario.batch import Batch
from model.scenario.fields import START


@dataclass(frozen=True, slots=True)
class LawStart:
    """The regulation that has set the plan's first year, and the scenarios that start from it.

    chosen: (1 or scenario,). counts_spending: those of them whose levers ask for the first year, of which what is spent
    is their own. first_year, second_year: of the plan; the second is the first that a scenario can move.
    """

    law: Law
    chosen: npt.NDArray[np.bool_]
    counts_spending: npt.NDArray[np.bool_]
    first_year: int
    second_year: int

    @classmethod
    def of(cls, batch: Batch) -> Self | None:
        """The start of a batch; None where every scenario starts from the print."""
        law = batch.baseline.law
        if law is None or START not in batch.columns:
            return None
        chosen, (first, second) = batch.value(START) == 1, batch.baseline.plan_years[:2]
        return cls(law, chosen, chosen & (batch.value("first_year") == first), first, second)


@dataclass(frozen=True, slots=True)
class Timing:
    """When levers work and prices grow. Arrays are (1 or scenario,).

    start: None where no scenario starts from the law. first_year: the first in which the levers work.
    index_rate: price growth a year, first_index_rate: into the plan's first year. growth, first_growth: 1 + these.
    """

    start: LawStart | None
    first_year: Array
    index_rate: Array
    first_index_rate: Array
    growth: Array
    first_growth: Array

    @classmethod
    def of(cls, batch: Batch) -> Self:
        """The timing of a batch."""
        start, first_year, rate = LawStart.of(batch), batch.value("first_year"), batch.value("index_rate")
        growth = 1 + rate
        if start is None:
            return cls(None, first_year, rate, rate, growth, growth)
        first_rate = np.where(start.chosen, start.law.index_rate, rate)
        from_second = np.where(start.chosen, np.maximum(first_year, start.second_year), first_year)
        return cls(start, from_second, rate, first_rate, growth, 1 + first_rate)
