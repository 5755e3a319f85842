"""The plan's years as the scenario has them, beside the years before: cost level and payment, and what is printed."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from charts.bridges.bridge import solution_groups
from charts.words.context import SAME, Context
from model import Result, Scenario, run
from model.answers.law_payment import charged
from model.baseline.axes import Array
from model.equations.prices import in_fixed_prices
from model.history.amounts import COST, PAYMENT
from model.history.development import NOMINAL
from model.payers import PayerKeys


@dataclass(frozen=True, slots=True)
class PlanYears:
    """The plan's years of a quantity: (year,), MNOK, of scenario and reference, and which of them are printed."""

    amounts: Array
    reference: Array
    printed: tuple[bool, ...]

    @property
    def is_moved(self) -> bool:
        """Whether the scenario differs from the reference."""
        return bool(np.abs(self.amounts - self.reference).max(initial=0.0) >= SAME)


def plan_years(group: str, context: Context, basis: str) -> Mapping[str, PlanYears]:
    """Cost level and payment of a group in the plan's years; the payment of a first year that the law has set, as set.

    A cost level is printed where it is the tallgrunnlag's own in its kroner; of payments only the first year's can be.
    """
    answer, places, asked = context.answer, list(solution_groups(context.baseline)[group]), context.question
    is_fixed = basis != NOMINAL
    cost, need = _amounts(asked.scenario, answer.nominal, answer.keys, places, is_fixed)
    reference = run(asked.reference, bridges=False)
    reference_cost, reference_need = _amounts(asked.reference, reference, answer.reference_keys, places, is_fixed)
    is_print = is_fixed or not asked.scenario.index_rate
    published = in_fixed_prices(run(Scenario(figures=context.baseline), bridges=False))
    own = (_sum(in_fixed_prices(answer.nominal).cost_level, places), _sum(published.cost_level, places))
    alike = np.abs(own[0] - own[1][: len(own[0])]) < SAME
    is_set = context.law_payment is not None or (asked.is_published and is_print)
    return {
        COST: PlanYears(cost, reference_cost, tuple(bool(each) and is_print for each in alike)),
        PAYMENT: PlanYears(need, reference_need, (is_set, *[False] * (len(need) - 1))),
    }


def _amounts(
    scenario: Scenario, result: Result, keys: PayerKeys, places: list[int], is_fixed: bool
) -> tuple[Array, Array]:
    """(year,), MNOK: cost level and payment of some solutions together."""
    shown = in_fixed_prices(result) if is_fixed else result
    paid = charged(scenario, shown, keys, is_fixed)[0]
    return _sum(shown.cost_level, places), _sum(paid.financing_need, places)


def _sum(amounts: Array, places: list[int]) -> Array:
    added: Array = amounts[:, places, 0].sum(axis=1)
    return added
