"""The levers of a block of scenarios, in the form the equations take them."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from model.axes import SOLUTIONS, Array
from model.batch import Batch
from model.equations import margin_factor
from model.fields import OPEN_SOLUTIONS
from model.parameters import parameters


@dataclass(frozen=True, slots=True)
class Levers:
    """Levers that work from ``first_year`` on. None stands for a lever that no scenario has moved.

    factor: κ of equation 5; underspend_rate: a share of the level; both (1 or scenario,).
    The others, shares of the plan or of the base: (solution, 1 or scenario).
    """

    factor: Array
    underspend_rate: Array
    extra_efficiency: Array | None
    extra_volume: Array | None
    efficiency_realisation: Array | None
    volume_realisation: Array | None
    investment_realisation: Array | None

    @classmethod
    def of(cls, batch: Batch, embedded_margin: float) -> Self:
        """The levers of a batch as they work in and after the first year."""
        return cls(
            margin_factor(batch.value("risk_margin"), embedded_margin),
            batch.value("underspend_rate"),
            by_solution(batch, "extra_efficiency"),
            by_solution(batch, "extra_volume"),
            by_solution(batch, "efficiency_realisation"),
            by_solution(batch, "volume_realisation"),
            by_solution(batch, "investment_realisation"),
        )

    def when(self, working: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> "Levers":
        """The levers of a year: neutral where ``working``, (1 or scenario,), is false."""
        if working.all():
            return self
        return replace(
            self,
            factor=np.where(working, self.factor, 1.0),
            underspend_rate=np.where(working, self.underspend_rate, 0.0),
            extra_efficiency=_where(working, self.extra_efficiency, 0.0),
            extra_volume=_where(working, self.extra_volume, 0.0),
            efficiency_realisation=_where(working, self.efficiency_realisation, 1.0),
            volume_realisation=_where(working, self.volume_realisation, 1.0),
            investment_realisation=_where(working, self.investment_realisation, 1.0),
        )

    def growth(self) -> Array | None:
        """(solution, 1 or scenario): extra volume less extra efficiency, a share of the base; None without either."""
        if self.extra_efficiency is None:
            return self.extra_volume
        return (0.0 if self.extra_volume is None else self.extra_volume) - self.extra_efficiency


def by_solution(batch: Batch, lever: str) -> Array | None:
    """(solution, 1 or scenario): a lever in each solution, its own value there or the general one.

    The clearing line has the default. None where no scenario has moved the lever.
    """
    paths = [f"by_solution.{solution}.{lever}" for solution in OPEN_SOLUTIONS]
    columns = [batch.columns.get(path) for path in paths]
    general = batch.columns.get(lever)
    if general is None and all(column is None for column in columns):
        return None
    default = np.array([parameters()[lever].default], dtype=float)
    general = default if general is None else general
    rows = [general if column is None else column for column in columns]
    width = max(map(len, rows))
    values = np.empty((len(SOLUTIONS), width))
    for row, value in zip(values, (*rows, default), strict=True):
        row[:] = value
    return values


def _where(working: np.ndarray[tuple[int], np.dtype[np.bool_]], lever: Array | None, neutral: float) -> Array | None:
    return None if lever is None else np.where(working, lever, neutral)
