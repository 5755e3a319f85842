"""The equations of docs/model.md for the four main levers and one scenario, in plain numbers without arrays."""

from model import PLAN_YEARS, SOLUTIONS, parameters, published
from model.baseline.axes import CLEARING_LINE
from model.equations.cells import CELLS, published_cells

Totals = tuple[list[list[float]], list[list[float]]]
AVAILABLE = published().available.tolist()
RETURNED = published().returned.tolist()
EMBEDDED = published().embedded_margin
LAG = int(parameters()["repayment_lag"].default or 0)
PLANNED = published_cells()[: len(PLAN_YEARS), : CELLS.index("decommissioning"), :, 0].sum(axis=1).tolist()
MOVED = published_cells()[: len(PLAN_YEARS), CELLS.index("changed_financing"), :, 0].tolist()


def totals(risk_margin: float, index_rate: float, extra_efficiency: float, extra_volume: float) -> Totals:
    """Cost level and financing need, each by year and solution, MNOK."""
    level, factor, index = list(AVAILABLE), (1 + risk_margin) / (1 + EMBEDDED), 1.0
    due = [RETURNED, *([0.0] * len(SOLUTIONS) for _ in range(LAG - 1))]
    costs, needs = [], []
    for planned, moved, back in zip(PLANNED, MOVED, due, strict=False):
        index *= 1 + index_rate
        for i, solution in enumerate(SOLUTIONS):
            extra = 0.0 if solution == CLEARING_LINE else extra_volume - extra_efficiency
            level[i] += planned[i] + extra * (level[i] + moved[i])
        costs.append([factor * amount * index for amount in level])
        needs.append([cost - (1 + index_rate) * amount for cost, amount in zip(costs[-1], back, strict=True)])
        due.append([max(0.0, factor - 1) * amount * index for amount in level])  # unspent, comes back after the lag
    return costs, needs
