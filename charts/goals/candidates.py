"""The levers that are asked for a target, in the order in which a member would ask: money back before efficiency.

Price growth is none of them: prices are not a means of those who pay.
"""

from dataclasses import dataclass
from typing import Final

from model import Scenario

MONEY_BACK: Final = (
    "base_year_underspend_returned",
    "earlier_funds_returned",
    "underspend_returned",
    "repayment_lag",
)
COST: Final = ("extra_efficiency", "lasting_saving", "risk_margin", "extra_volume")
OTHERS: Final = (
    "efficiency_realisation",
    "volume_realisation",
    "investment_realisation",
    "underspend_rate",
    "shortfall_recovered",
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Levers by path: what returns money, what moves the cost, and what stands behind these."""

    money_back: tuple[str, ...]
    cost: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """All of them, in order."""
        return (*self.money_back, *self.cost, *self.others)

    def rank(self, lever: str) -> int:
        """Which of the three a lever is among, from 0."""
        return next(at for at, levers in enumerate((self.money_back, self.cost, self.others)) if lever in levers)


def candidates(scenario: Scenario) -> Candidates:
    """What can be a number in a scenario; a measure that is off has at most an amount."""
    return Candidates(MONEY_BACK, COST, (*OTHERS, *_of_measures(scenario)))


def _of_measures(scenario: Scenario) -> tuple[str, ...]:
    levers: list[str] = []
    for name, measure in scenario.figures.measures.items():
        path = f"measures.{name}"
        enabled = scenario.value(f"{path}.enabled")
        if enabled or measure.takes_amount:
            levers.append(f"{path}.amount_mnok" if measure.takes_amount else f"{path}.scale")
        if enabled:
            levers.append(f"{path}.delay")
    return tuple(levers)


def counting(lever: str, scenario: Scenario) -> float:
    """What stands at a lever and counts: the amount of a measure that is off is nothing."""
    measure, _, setting = lever.rpartition(".")
    if setting == "amount_mnok" and not scenario.value(f"{measure}.enabled"):
        return 0.0
    value: float = scenario.value(lever) or 0
    return value
