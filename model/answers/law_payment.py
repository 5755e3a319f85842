"""The payment that the regulation has set, where a scenario starts from it: what is shown for the plan's first year."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from model.baseline.axes import Array
from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.equations.result import Result
from model.equations.steps import run
from model.payers import PayerKeys, with_law_amounts
from model.scenario.fields import LAW
from model.scenario.scenario import Scenario

NO_GROWTH: Final = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class LawPayment:
    """The regulation's printed payment of its year, MNOK in the prices that are asked for.

    set_amount: what the regulation itself sets. implied: what follows from the third of other members. computed: what
    the model gives with the regulation's own settings. by_solution: (solution,), the sum of both; a solution that the
    regulation has together with others has its part of what is computed.
    """

    year: int
    set_amount: float
    implied: float
    computed: float
    by_solution: Array

    @classmethod
    def of(cls, scenario: Scenario, result: Result, is_fixed: bool) -> Self | None:
        """The payment of a scenario's ``result``; None where it does not start from the law.

        is_fixed: whether the result is in kroner of the base year.
        """
        law = scenario.figures.law
        if scenario.start != LAW or law is None:
            return None
        prices = 1 / (1 + law.index_rate) if is_fixed else 1.0
        need = result.financing_need[0, :, 0]
        return cls(
            law.year,
            law.set_mnok * prices,
            law.implied_mnok * prices,
            float(need.sum()),
            prices * _by_solution(scenario.figures, law.by_group(), need),
        )

    @property
    def total(self) -> float:
        """All that is paid in the year, MNOK."""
        return self.set_amount + self.implied


def charged(scenario: Scenario, result: Result, keys: PayerKeys, is_fixed: bool) -> tuple[Result, PayerKeys]:
    """What the payments of a scenario are made of: need and keys; the first year as the law has set it, if so."""
    payment, law = LawPayment.of(scenario, result, is_fixed), scenario.figures.law
    if payment is None or law is None:
        return result, keys
    return with_law_amounts(result, keys, law, payment.by_solution)


def _by_solution(baseline: Baseline, amounts: Mapping[str, Mapping[str, float]], need: Array) -> Array:
    """(solution,), MNOK: the regulation's amounts, divided by the need where it has several solutions as one."""
    divided = np.zeros(len(baseline.solutions))
    for name, parts in baseline.law_solutions.items():
        places = [baseline.at(part) for part in parts]
        whole = need[places].sum()
        shares = need[places] / whole if whole else np.full(len(places), 1 / len(places))
        divided[places] = sum(amounts.get(name, {}).values()) * shares
    return divided


@dataclass(frozen=True, slots=True)
class GrowthFromLaw:
    """How the payment grows from the regulation into the year after, in current kroner.

    index_rate: price growth into that year. without: measures that never come. need: of that year, MNOK. growth: a
    share of the regulation's payment.
    """

    index_rate: float
    without: tuple[str, ...]
    need: float
    growth: float


@kept_with_baseline
def growths_from_law(baseline: Baseline) -> tuple[GrowthFromLaw, ...]:
    """The growth with the regulation's own price growth once more, without any, and without what it left out.

    Of the plan as it is published; none where there is no regulation.
    """
    law = baseline.law
    if law is None:
        return ()
    cases = [(law.index_rate, ()), (NO_GROWTH, ()), *([(law.index_rate, law.left_out)] if law.left_out else [])]
    return tuple(_growth(baseline, law.total_mnok, rate, without) for rate, without in cases)


def scenario_from_law(baseline: Baseline, rate: float, without: tuple[str, ...]) -> Scenario:
    """The published plan from the regulation at a price growth, without some measures."""
    measures = {name: {"enabled": False} for name in without}
    return Scenario(start=LAW, index_rate=rate, measures=measures, figures=baseline)


def _growth(baseline: Baseline, paid: float, rate: float, without: tuple[str, ...]) -> GrowthFromLaw:
    result = run(scenario_from_law(baseline, rate, without))
    need = float(result.financing_need[1, :, 0].sum())
    return GrowthFromLaw(rate, without, need, need / paid - 1)
