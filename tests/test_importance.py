"""Which levers the uncertainty comes from: Shapley effects, against linear cases, an exact computation and SALib's."""

from itertools import permutations
from math import factorial
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from SALib.analyze.shapley import analyze as analyze_shapley
from SALib.sample.shapley import sample as sample_shapley
from scipy.special import ndtr, ndtri
from scipy.stats import multivariate_normal

from model import Batch, Scenario, run
from model.uncertainty import Figure, LeverEffect, Ranges, RangesError, importance, sensitivity
from model.uncertainty.importance import RUNS, shapley_effects
from tests.baselines import PRESENT
from tests.strategies import numbers_of_ranges

MIXED: dict[str, Any] = {
    "risk_margin": {"uniform": [0.02, 0.08]},
    "index_rate": {"triangular": [0.02, 0.03, 0.05]},
    "extra_volume": {"pert": [0.0, 0.01, 0.02]},
    "underspend_rate": {"uniform": [-0.1, 0.1]},
}
CORRELATION = np.array([[1.0, 0.6, 0.0], [0.6, 1.0, -0.3], [0.0, -0.3, 1.0]])
WEIGHTS = np.array([1.0, 2.0, 0.5])


def ranges(mapping: dict[str, Any]) -> Ranges:
    return Ranges.of(mapping, PRESENT)


def linear(shares: np.ndarray) -> np.ndarray:
    """A weighted sum of the normals behind the shares."""
    return WEIGHTS @ ndtri(shares)


def exact_linear_effects(correlation: np.ndarray) -> np.ndarray:
    """The Shapley effects of the weighted sum, from the variance that each subset leaves, by the definition."""
    size = len(WEIGHTS)

    def explained(known: tuple[int, ...]) -> float:
        rest = [at for at in range(size) if at not in known]
        conditional = correlation[np.ix_(rest, rest)]
        if known:
            across = correlation[np.ix_(rest, known)]
            conditional = conditional - across @ np.linalg.solve(correlation[np.ix_(known, known)], across.T)
        return WEIGHTS @ correlation @ WEIGHTS - WEIGHTS[rest] @ conditional @ WEIGHTS[rest]

    effects = np.zeros(size)
    for order in permutations(range(size)):
        for place, lever in enumerate(order):
            effects[lever] += explained(order[: place + 1]) - explained(order[:place])
    return effects / factorial(size)


def test_the_effects_of_independent_normals_are_their_variances() -> None:
    found = shapley_effects(linear, len(WEIGHTS), 40_000, 1)
    np.testing.assert_allclose(found, WEIGHTS**2, atol=4 * 5.25 / np.sqrt(40_000))
    np.testing.assert_allclose(exact_linear_effects(np.eye(3)), WEIGHTS**2)


def test_the_effects_of_correlated_normals_are_those_of_the_definition() -> None:
    found = shapley_effects(linear, len(WEIGHTS), 100_000, 2, CORRELATION)
    exact = exact_linear_effects(CORRELATION)
    np.testing.assert_allclose(found, exact, atol=4 * exact.sum() / np.sqrt(100_000))
    assert exact.sum() == pytest.approx(WEIGHTS @ CORRELATION @ WEIGHTS)


def test_levers_that_are_one_share_alike() -> None:
    """An r of 1: whichever becomes known first tells both, so that each order gives half."""
    found = shapley_effects(linear, 3, 100_000, 3, np.array([[1.0, 1, 0], [1, 1, 0], [0, 0, 1]]))
    np.testing.assert_allclose(found, [4.5, 4.5, 0.25], atol=0.15)


def test_interactions_are_divided_as_in_salib() -> None:
    """Ishigami's function, in which the third lever works through the first alone."""

    def ishigami(points: np.ndarray) -> np.ndarray:
        one, two, three = points
        return np.sin(one) + 7 * np.sin(two) ** 2 + 0.1 * three**4 * np.sin(one)

    found = shapley_effects(lambda shares: ishigami(np.pi * (2 * shares - 1)), 3, 100_000, 4)
    problem = {"num_vars": 3, "names": ["x1", "x2", "x3"], "bounds": [[-np.pi, np.pi]] * 3}
    check_against_salib(problem, lambda points: ishigami(points.T), found / found.sum())
    np.testing.assert_allclose(found / found.sum(), [0.4357, 0.4424, 0.1218], atol=0.02)  # from its known indices


def test_the_models_shares_are_those_of_salib() -> None:
    levers = {"risk_margin": [0.02, 0.08], "index_rate": [0.02, 0.05], "underspend_rate": [-0.1, 0.1]}
    levers |= {"extra_volume": [0.0, 0.02], "measures.sikkerhet.amount_mnok": [5.0, 15.0]}
    on = {"measures.sikkerhet.enabled": {"fixed": True}}
    given = ranges({**on, **{lever: {"uniform": ends} for lever, ends in levers.items()}})
    found = {each.lever: each.share for each in importance(given, 40_000, 1, 2029)}
    problem = {"num_vars": len(levers), "names": list(levers), "bounds": list(levers.values())}

    def need(points: np.ndarray) -> np.ndarray:
        columns = {**dict(zip(levers, points.T, strict=True)), "measures.sikkerhet.enabled": np.array([True])}
        return run(Batch.from_columns(columns, len(points)), 2029, bridges=False).financing_need[-1].sum(axis=0)

    check_against_salib(problem, need, np.array([found[lever] for lever in levers]))


def check_against_salib(problem: dict[str, Any], model: Any, shares: np.ndarray) -> None:
    """Shares against SALib's from its own draws; both are estimates, and SALib says how sure it is of its own."""
    points = sample_shapley(problem, 20_000, seed=1)
    theirs = analyze_shapley(problem, points, model(points), conf_level=0.9999)
    assert (np.abs(shares - theirs["shapley_normalized"]) <= 1.5 * theirs["shapley_normalized_conf"]).all()
    assert theirs["shapley_normalized_conf"].max() < 0.04


def test_what_only_adds_is_divided_by_its_variances() -> None:
    """In the plan's first year nothing multiplies: shares are as the squares of what each step is worth."""
    names = ("efficiency_realisation", "volume_realisation", "investment_realisation")
    found = importance(ranges({name: {"uniform": [0.5, 1.5]} for name in names}), 40_000, 1, PRESENT.first_year)
    level = run([Scenario(), *(Scenario().with_value(name, 0.0) for name in names)], 2026).cost_level[0].sum(axis=0)
    worth = dict(zip(names, (level[1:] - level[0]) ** 2, strict=True))
    for lever in found:
        assert lever.share == pytest.approx(worth[lever.lever] / sum(worth.values()), abs=0.02)


def test_a_lever_that_moves_nothing_has_nothing() -> None:
    fixed = {"repayment_lag": {"fixed": 1}, "measures.sikkerhet.enabled": {"fixed": False}}
    still = {"shortfall_recovered": {"uniform": [0, 1]}, "measures.sikkerhet.amount_mnok": {"uniform": [5, 15]}}
    found = {each.lever: each.share for each in importance(ranges({**MIXED, **fixed, **still}), 500, 1, 2026)}
    assert {lever for lever, share in found.items() if share == 0} == {*fixed, *still, "underspend_rate"}
    assert sum(found.values()) == pytest.approx(1, abs=1e-12)


def test_where_nothing_varies_all_have_nothing() -> None:
    found = importance(ranges({"risk_margin": {"uniform": [0.03, 0.03]}, "repayment_lag": {"fixed": 2}}), 100)
    assert {lever.lever: lever.share for lever in found} == {"risk_margin": 0, "repayment_lag": 0}
    assert importance(ranges({}), 10) == ()


@given(numbers_of_ranges())
@settings(max_examples=15)
def test_shares_add_up_to_one_or_to_nothing_the_largest_first(given: dict[str, Any]) -> None:
    shares = [lever.share for lever in importance(ranges(given), 50)]
    assert sum(shares) == pytest.approx(1, abs=1e-9) or not any(shares)
    assert shares == sorted(shares, reverse=True)


def test_the_same_seed_gives_the_same_over_several_chunks() -> None:
    correlated = {**MIXED, "correlations": [["extra_volume", "index_rate", 0.5]]}
    for mapping in (MIXED, correlated):
        draws = RUNS // 5 + 100
        once, again = (importance(ranges(mapping), draws, 7) for _ in range(2))
        assert once == again and once != importance(ranges(mapping), draws, 8)


def test_correlated_levers_of_the_model_against_the_definition() -> None:
    """The variance that is explained by what is known, by brute force: an inner mean for each outer draw."""
    names = ("extra_volume", "index_rate")
    mapping = {"extra_volume": {"uniform": [0, 0.03]}, "index_rate": {"uniform": [0.02, 0.05]}}
    r = 0.7
    read = ranges({**mapping, "correlations": [[*names, r]]})
    found = {each.lever: each.share for each in importance(read, 20_000, 1, 2029)}
    normals = multivariate_normal([0, 0], [[1, r], [r, 1]]).rvs(200_000, random_state=1)
    shares = ndtr(normals)
    values = {"extra_volume": 0.03 * shares[:, 0], "index_rate": 0.02 + 0.03 * shares[:, 1]}
    need = run(Batch.from_columns(values, len(shares)), 2029, bridges=False).financing_need[-1].sum(axis=0)
    explained = []
    for known in shares.T:
        order = np.argsort(known)
        groups = need[order].reshape(1000, -1)
        explained.append(groups.mean(axis=1).var())
    whole = need.var()
    expected = [(alone + whole - other) / 2 / whole for alone, other in zip(explained, explained[::-1], strict=True)]
    assert [found[name] for name in names] == pytest.approx(expected, abs=0.02)


def test_of_another_figure_and_in_fixed_kroner() -> None:
    """In fixed kroner price growth moves no cost level."""
    found = importance(ranges(MIXED), 500, 1, 2028, figure=Figure("cost_level", fixed_prices=True))
    assert {each.lever for each in found if abs(each.share) < 1e-12} == {"index_rate", "underspend_rate"}
    prices = ranges({"index_rate": {"uniform": [0.02, 0.05]}})
    rounding = importance(prices, 500, 1, 2028, figure=Figure("cost_level", fixed_prices=True))
    assert rounding[0].share == 0, "what rounding leaves is no variance"
    of_one = importance(ranges({**MIXED, "rhf_key": {"fixed": "population"}}), 500, 1, figure=Figure("Helse Vest"))
    assert [each.lever for each in of_one if each.share] and "rhf_key" not in [each.lever for each in of_one]


def test_one_lever_at_a_time_from_the_scenario() -> None:
    scenario = Scenario(underspend_rate=0.02, risk_margin=0.05)
    mapping = {**MIXED, "measures.sikkerhet.enabled": {"fixed": True}}
    found = {each.lever: each for each in sensitivity(ranges(mapping), 2028, scenario)}
    base = scenario.with_value("measures.sikkerhet.enabled", True)

    def need(changed: Scenario) -> float:
        return float(run(changed, 2028).financing_need[-1, :, 0].sum())

    assert (found["risk_margin"].low, found["risk_margin"].high) == (pytest.approx(0.023), pytest.approx(0.077))
    for lever in MIXED:
        for end, effect in ((found[lever].low, "effect_low_mnok"), (found[lever].high, "effect_high_mnok")):
            expected = need(base.with_value(lever, end)) - need(base)
            assert getattr(found[lever], effect) == pytest.approx(expected, abs=1e-9)
    assert found["measures.sikkerhet.enabled"] == LeverEffect("measures.sikkerhet.enabled", 1.0, 1.0, 0.0, 0.0)
    spans = [each.span_mnok for each in sensitivity(ranges(mapping), 2028, scenario)]
    assert spans == sorted(spans, reverse=True)


def test_an_amount_that_nobody_gives_is_moved_from_the_middle_of_its_range() -> None:
    ehds = {"measures.ehds.enabled": {"fixed": True}, "measures.ehds.amount_mnok": {"uniform": [10, 30]}}
    amount = sensitivity(ranges(ehds), 2029)[0]
    assert (amount.effect_low_mnok, amount.effect_high_mnok) == (pytest.approx(-9), pytest.approx(9))


def test_the_year_is_one_that_can_be_computed() -> None:
    assert sensitivity(ranges(MIXED)) == sensitivity(ranges(MIXED), PRESENT.plan_years[-1])
    for year in (2025, 2031, 2027.0):
        with pytest.raises(RangesError, match="it must be one of 2026, 2027, 2028, 2029, 2030"):
            sensitivity(ranges(MIXED), year)
        with pytest.raises(RangesError, match="it must be one of 2026, 2027, 2028, 2029, 2030"):
            importance(ranges(MIXED), 10, 1, year)
