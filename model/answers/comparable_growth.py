"""How much a solution grows into the plan's first year, without the shared services that changed hands in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.baseline.printed import HISTORY_PAYMENT
from model.equations.result import Result


@dataclass(frozen=True, slots=True)
class ComparableGrowth:
    """The change in cost level of some solutions together into the plan's first year, MNOK in the result's prices.

    base: what they had at disposal the year before. cost: the whole change. moved: cost of shared services that they
    took over from other solutions, negative where others took it over. moved_out: what left the regulation, 0 or more.
    payment: their payment of the first year; payment_before: that of the base year by regulation, None where it is
    not printed.
    """

    base: float
    cost: float
    moved: float
    moved_out: float
    payment: float
    payment_before: float | None

    @property
    def comparable(self) -> float:
        """The change with the same services in both years."""
        return self.cost - self.moved + self.moved_out


def comparable_growth(result: Result, without_move: Result, solutions: Sequence[str]) -> ComparableGrowth:
    """The growth of ``solutions``, of the first scenario.

    without_move: the same scenario with nothing moved out of the regulation. What a solution took over is the
    baseline's; the clearing line gave what the others took. Steps of the first year are in its prices, I(t).
    """
    baseline, places = result.baseline, [result.baseline.at(solution) for solution in solutions]
    amounts, unmoved = result.amounts(), without_move.amounts()
    base = float(amounts["previous_level"][0, places, 0].sum())
    left = unmoved["changed_financing"] - amounts["changed_financing"]
    return ComparableGrowth(
        base=base,
        cost=float(result.cost_level[0, places, 0].sum()) - base,
        moved=sum(_taken_over(result, solution) for solution in solutions) * float(result.index[0, 0]),
        moved_out=float(left[0, places, 0].sum()),
        payment=float(result.financing_need[0, places, 0].sum()),
        payment_before=_printed_sum(result, solutions, str(baseline.base_year)),
    )


def _taken_over(result: Result, solution: str) -> float:
    """MNOK in kroner of the base year; what the clearing line gave is negative."""
    moved = result.baseline.moved
    if solution == result.baseline.clearing_line:
        return -sum(each.amount for each in moved.values())
    return moved[solution].amount if solution in moved else 0.0


def _printed_sum(result: Result, solutions: Sequence[str], year: str) -> float | None:
    """The printed payments of a year added; None where one is not printed."""
    printed = [result.baseline.figure(HISTORY_PAYMENT, solution, year) for solution in solutions]
    found = [amount for amount in printed if amount is not None]
    return sum(found) if len(found) == len(printed) else None
