"""What a margin buys: the probability that the money of a year is enough."""

import numpy as np
import pytest
from scipy import stats

from model import Scenario, run
from model.uncertainty import Ranges, margin_curve
from tests.baselines import PRESENT

UNDERSPEND = {"underspend_rate": {"triangular": [-0.039, 0.066, 0.083]}}
DRAWS = 100_000


def ranges(mapping: dict[str, object]) -> Ranges:
    return Ranges.of(mapping, PRESENT)


def test_with_underspend_alone_it_is_the_share_above_what_the_margin_lacks() -> None:
    curve = margin_curve(ranges(UNDERSPEND), DRAWS, 1, 2027)
    underspend = stats.triang(0.105 / 0.122, -0.039, 0.122)
    expected = underspend.sf(1 - (1 + curve.margins) / 1.05)
    np.testing.assert_allclose(curve.enough, expected, atol=4 * 0.5 / np.sqrt(DRAWS))
    np.testing.assert_array_equal(curve.enough, curve.enough_if_planned)
    assert 0.1 < curve.enough[0] < curve.enough[-1] == 1


def test_where_more_than_planned_is_never_spent_the_margin_of_the_plan_is_always_enough() -> None:
    curve = margin_curve(ranges({"underspend_rate": {"uniform": [0, 0.08]}}), 5_000, 1, 2028)
    assert (curve.enough[curve.margins >= 0.05] == 1).all() and curve.enough[0] < 1


@pytest.mark.parametrize("mapping", [{}, {"risk_margin": {"uniform": [0, 0.1]}}, {"index_rate": {"uniform": [0, 0.1]}}])
def test_neither_the_margin_itself_nor_prices_decide_whether_it_is_enough(mapping: dict[str, object]) -> None:
    curve = margin_curve(ranges(mapping), 2_000, 1, 2029)
    np.testing.assert_array_equal(curve.enough, curve.margins >= 0.05)


def test_costs_beyond_the_plan_take_of_the_margin_too() -> None:
    both = {**UNDERSPEND, "extra_volume": {"uniform": [-0.01, 0.02]}}
    scenario = Scenario(extra_volume=0.005)
    curve = margin_curve(ranges(both), 20_000, 1, 2029, scenario)
    assert np.abs(curve.enough - curve.enough_if_planned).max() > 0.02
    assert (np.diff(curve.enough) >= 0).all() and (np.diff(curve.enough_if_planned) >= 0).all()
    of_margin = run(scenario.with_value("risk_margin", 0.03), 2029).cost_level[-1].sum()
    given = margin_curve(ranges(both), 2_000, 1, 2029, scenario, [0.03])
    assert given.frames_mnok == pytest.approx([of_margin])
    known = float(np.interp(0.03, curve.margins, curve.enough))
    assert given.enough[0] == pytest.approx(known, abs=0.05)


def test_before_the_levers_work_the_money_is_enough_whatever_the_margin() -> None:
    later = {**UNDERSPEND, "first_year": {"fixed": 2028}}
    assert (margin_curve(ranges(later), 500, 1, 2027).enough == 1).all()
    assert (margin_curve(ranges(later), 500, 1, 2028).enough < 1).any()


def test_the_margins_are_those_of_the_lever_unless_others_are_asked_for() -> None:
    curve = margin_curve(ranges(UNDERSPEND), 100)
    assert curve.year == PRESENT.plan_years[-1]
    np.testing.assert_allclose(curve.margins, np.arange(31) * 0.005, atol=1e-12)
