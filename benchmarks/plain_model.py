"""The equations of docs/model.md for the four main levers and one scenario, in plain numbers without arrays."""

from dataclasses import dataclass
from typing import Self

from model import Baseline, parameters
from model.equations.cells import CELLS, published_cells

Totals = tuple[list[list[float]], list[list[float]]]


@dataclass(frozen=True, slots=True)
class PlainModel:
    """What it knows of a baseline; lists are by year of the plan and solution, MNOK.

    clearing: the place of the clearing line, None where there is none. embedded: the margin inside the estimates.
    """

    clearing: int | None
    available: list[float]
    returned: list[float]
    embedded: float
    lag: int
    planned: list[list[float]]
    moved: list[list[float]]

    @classmethod
    def of(cls, baseline: Baseline) -> Self:
        """The published figures of a baseline, as plain numbers."""
        cells = published_cells(baseline)[: len(baseline.plan_years), :, :, 0]
        return cls(
            clearing=baseline.at(baseline.clearing_line) if baseline.clearing_line else None,
            available=baseline.available.tolist(),
            returned=baseline.returned.tolist(),
            embedded=baseline.embedded_margin,
            lag=int(parameters(baseline)["repayment_lag"].default or 0),
            planned=cells[:, : CELLS.index("decommissioning")].sum(axis=1).tolist(),
            moved=cells[:, CELLS.index("changed_financing")].tolist(),
        )

    def totals(self, risk_margin: float, index_rate: float, extra_efficiency: float, extra_volume: float) -> Totals:
        """Cost level and financing need, each by year and solution, MNOK."""
        level, factor, index = list(self.available), (1 + risk_margin) / (1 + self.embedded), 1.0
        due = [self.returned, *([0.0] * len(level) for _ in range(self.lag - 1))]
        costs, needs = [], []
        for planned, moved, back in zip(self.planned, self.moved, due, strict=False):
            index *= 1 + index_rate
            for i in range(len(level)):
                extra = 0.0 if i == self.clearing else extra_volume - extra_efficiency
                level[i] += planned[i] + extra * (level[i] + moved[i])
            costs.append([factor * amount * index for amount in level])
            needs.append([cost - (1 + index_rate) * amount for cost, amount in zip(costs[-1], back, strict=True)])
            due.append([max(0.0, factor - 1) * amount * index for amount in level])  # unspent, back after the lag
        return costs, needs
