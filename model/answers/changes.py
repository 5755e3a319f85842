"""What a year's change consists of, and what it is compared with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from model.baseline.axes import COMPONENTS, STATE_FUNDING, Array
from model.baseline.printed import HISTORY_COST, HISTORY_PAYMENT, SUM
from model.equations.result import Result
from model.reading.errors import ScenarioError
from model.scenario.scenario import Scenario

LAPSED_STATE_FUNDING: Final = "lapsed_state_funding"
LAW_ROUNDING: Final = "law_rounding"

SHOWN_WHERE_NOT_ZERO: Final = (STATE_FUNDING, LAPSED_STATE_FUNDING, LAW_ROUNDING)
"""Components of the bridges that are only drawn where they are something."""


def payment_bridge(result: Result, year: int, charged: Result | None = None) -> Mapping[str, Array]:
    """Component → (solution, scenario), MNOK: from last year's payment to this year's, from the second year on.

    ``previous_need + law_rounding + lapsed_return + lapsed_state_funding`` is last year's cost level; the rest is the
    bridge of the year. charged: the same result with the needs that are paid, the first year's as the regulation has
    set it; ``result`` itself where none is given. Raises ScenarioError for a year without a year before it.
    """
    if year not in result.years[1:]:
        raise ScenarioError("year", year, "range", (result.years[0] + 1, result.years[-1]))
    at, amounts = result.years.index(year), result.amounts()
    paid = (charged or result).financing_need[at - 1]
    before = {
        "previous_need": paid,
        LAW_ROUNDING: result.financing_need[at - 1] - paid,
        "lapsed_return": amounts["returned"][at - 1],
        LAPSED_STATE_FUNDING: np.subtract(0.0, amounts[STATE_FUNDING][at - 1]),
    }
    return before | {component: amounts[component][at] for component in COMPONENTS[1:]}


@dataclass(frozen=True, slots=True)
class YearChange:
    """The change into one year, all solutions, MNOK; positive is an increase.

    ``base`` is last year's cost level: for the first year the printed sum of the base year, and ``available`` what the
    printed bridge starts from (the sum of its parts). ``base`` and ``base_need`` are None where the baseline prints no
    history; the change is then from ``available``, and of the need there is none. ``moved_out`` is what left the
    regulation in the year; adding it back makes the years comparable. ``need`` splits into ``cost``, the ``lapsed``
    return of last year, new ``returned``, what the state pays more than last year, ``state``, and the ``rounding`` of
    the regulation's amounts where the year before is as it has set it.
    """

    base: float | None
    available: float
    cost: float
    moved_out: float
    base_need: float | None
    need: float | None
    lapsed: float
    returned: float
    state: float
    rounding: float = 0.0

    @property
    def comparable(self) -> float:
        """The change in cost level with what left the regulation added back."""
        return self.cost + self.moved_out


def year_change(result: Result, without_move: Result, year: int, charged: Result | None = None) -> YearChange:
    """The change into ``year`` of the first scenario; ``without_move`` is the same scenario with nothing moved out.

    For the first year the payment it is compared with is the base year's by regulation, and nothing lapses. charged:
    see ``payment_bridge``.
    """
    at = result.years.index(year)
    level, computed = (of_result[:, :, 0].sum(axis=1) for of_result in (result.cost_level, result.financing_need))
    need = (charged or result).financing_need[:, :, 0].sum(axis=1)
    returned = result.amounts()["returned"][:, :, 0].sum(axis=1)
    state = result.amounts()[STATE_FUNDING][:, :, 0].sum(axis=1)
    first = at == 0
    printed = result.baseline.figure
    base_year = str(result.baseline.base_year)
    base = printed(HISTORY_COST, SUM, base_year) if first else float(level[at - 1])
    base_need = printed(HISTORY_PAYMENT, SUM, base_year) if first else float(need[at - 1])
    available = float(result.amounts()["previous_level"][at, :, 0].sum())
    changed, unchanged = (
        result_of.amounts()["changed_financing"][at, :, 0].sum() for result_of in (result, without_move)
    )
    return YearChange(
        base=base,
        available=available,
        cost=float(level[at]) - (available if base is None else base),
        moved_out=float(unchanged - changed),
        base_need=base_need,
        need=None if base_need is None else float(need[at]) - base_need,
        lapsed=0.0 if first else float(returned[at - 1]),
        returned=float(returned[at]),
        state=float((0.0 if first else state[at - 1]) - state[at]),
        rounding=0.0 if first else float(computed[at - 1] - need[at - 1]),
    )


@dataclass(frozen=True, slots=True)
class TimeEffects:
    """What a scenario does to the need over time, all solutions, MNOK, against a reference.

    ``first``: in the first year that the levers work; ``whole``: over all years. ``unspent`` and ``shortfall``: money
    left over and money short over all years; ``later``: what of both is settled only after the last year.
    """

    first_year: int
    first: float
    whole: float
    unspent: float
    shortfall: float
    later: float


def time_effects(scenario: Scenario, result: Result, reference: Result) -> TimeEffects:
    """The effects of ``scenario``, whose ``result`` it is, in the results' prices; both hold one scenario.

    ``later`` is negative where a shortfall is charged; it is not indexed to the years it is settled in.
    """
    change = (result.financing_need - reference.financing_need)[:, :, 0].sum(axis=1)
    unspent, shortfall = (result.amounts()[name][:, :, 0].sum(axis=1) for name in ("unspent", "shortfall"))
    settled = scenario.underspend_returned * unspent - scenario.shortfall_recovered * shortfall
    return TimeEffects(
        first_year=scenario.levers_from,
        first=float(change[result.years.index(scenario.levers_from)]),
        whole=float(change.sum()),
        unspent=float(unspent.sum()),
        shortfall=float(shortfall.sum()),
        later=float(settled[-scenario.repayment_lag :].sum()),
    )
