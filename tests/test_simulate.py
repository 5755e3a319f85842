"""What figures may be: against what can be computed by hand, and the same wherever and however it is drawn."""

from itertools import product
from math import factorial
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from model import Scenario, run
from model.answers.own_data import OwnData
from model.answers.quantities import QUANTITIES, in_all
from model.baseline.axes import PAYER_GROUPS
from model.payers import users_without
from model.uncertainty import QUANTILES, Ranges, RangesError, Simulated, Wanted, simulate
from model.uncertainty.drawing import Drawing, generator_of
from model.uncertainty.histogram import BINS, Edges, Tally, counted
from model.uncertainty.plan import CHUNK, Plan
from model.uncertainty.quantity_rows import quantity_rows, row_amounts
from model.uncertainty.simulating import Part
from tests.baselines import INVENTED, PRESENT
from tests.strategies import numbers_of_ranges, scenarios

LEVERS: dict[str, Any] = {
    "risk_margin": {"uniform": [0.02, 0.08]},
    "index_rate": {"triangular": [0.03, 0.041, 0.052]},
    "underspend_rate": {"triangular": [-0.039, 0.066, 0.083]},
    "extra_volume": {"pert": [-0.01, 0, 0.02]},
    "efficiency_realisation": {"normal": [1, 0.3]},
    "correlations": [["extra_volume", "index_rate", 0.5]],
}
DOTS = (np.arange(50) + 0.5) / 50


def ranges(mapping: dict[str, Any] = LEVERS) -> Ranges:
    return Ranges.of(mapping, PRESENT)


def drawn_amounts(mapping: dict[str, Any], draws: int, seed: int, wanted: Wanted) -> np.ndarray:
    """(quantity, year, draw): the amounts of every draw of one chunk, run one by one in a batch."""
    base = ranges(mapping).base(Scenario())
    drawing = Drawing.of(ranges(mapping), base)
    batch = drawing.batch(drawing.values(drawing.shares(generator_of(seed, 0), draws)))
    result = run(batch, wanted.last_year, bridges=False)
    return np.stack([in_all(quantity, result, base, wanted.own) for quantity in wanted.quantities])


def same(one: Simulated, other: Simulated) -> bool:
    fields = ("lowest", "highest", "mean", "counts", "error_bound")
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in fields)


def test_a_uniform_margin_has_a_uniform_cost_level() -> None:
    """κ is straight in the margin, so every quantile of the cost level is that of the margin."""
    simulated = simulate(ranges({"risk_margin": {"uniform": [0.02, 0.08]}}), 400_000, 1)
    levels = run(Scenario()).cost_level[:, :, 0].sum(axis=1)
    found = simulated.quantiles()[simulated.quantities.index("cost_level")]
    for of_year, level in zip(found, levels, strict=True):
        expected = level * (1.02 + 0.06 * np.array(QUANTILES)) / 1.05
        np.testing.assert_allclose(of_year, expected, atol=4 * 0.5 * 0.06 / 1.05 * level / np.sqrt(400_000))


def share_of_sum(widths: np.ndarray, amounts: np.ndarray) -> np.ndarray:
    """The CDF of a sum of independent variables that are uniform from 0 to each of ``widths``, exactly."""
    taken = np.array(list(product((0, 1), repeat=len(widths))))
    powers = np.maximum(amounts[:, None] - taken @ widths, 0) ** len(widths)
    return ((-1.0) ** taken.sum(axis=1) * powers).sum(axis=1) / (factorial(len(widths)) * widths.prod())


def test_the_sum_of_independent_triangular_levers() -> None:
    """In the plan's first year the level is straight in each; each is the sum of two uniform variables."""
    names, draws = ("efficiency_realisation", "volume_realisation", "investment_realisation"), 400_000
    low, high = 0.4, 1.6
    levers = {name: {"triangular": [low, 1.0, high]} for name in names}
    simulated = simulate(ranges(levers), draws, 2, wanted=Wanted(("cost_level",), PRESENT.first_year))
    ends = [[Scenario().with_value(name, end) for end in (low, high)] for name in names]
    levels = run([Scenario(), *(each for both in ends for each in both)], PRESENT.first_year).cost_level[0].sum(axis=0)
    effects = levels[1:].reshape(-1, 2)
    lowest = levels[0] + (effects.min(axis=1) - levels[0]).sum()
    widths = np.repeat(np.abs(np.diff(effects, axis=1)[:, 0]) / 2, 2)
    shares = share_of_sum(widths, simulated.quantiles()[0, 0] - lowest)
    np.testing.assert_allclose(shares, QUANTILES, atol=4 * 0.5 / np.sqrt(draws))
    sd = np.sqrt((widths**2 / 12).sum())
    assert simulated.mean[0, 0] == pytest.approx(levels[0], abs=4 * sd / np.sqrt(draws))


def test_every_figure_is_that_of_the_draws() -> None:
    """Quantiles within a bin of the draw of their rank; mean, ends and the share above an amount exactly."""
    draws, amount = 5_001, 1100.0
    wanted = Wanted((*QUANTITIES, "Helse Vest", "4601"), exceeds=amount)
    simulated = simulate(ranges(), draws, 3, wanted=wanted)
    amounts = drawn_amounts(LEVERS, draws, 3, wanted)
    ranked = np.sort(amounts, axis=-1)
    nearest = np.moveaxis(ranked[..., [int(np.ceil(share * draws)) - 1 for share in DOTS]], -1, -1)
    assert (np.abs(simulated.quantiles(DOTS) - nearest) <= simulated.error_bound[..., None] + 1e-9).all()
    np.testing.assert_allclose(simulated.lowest, ranked[..., 0], rtol=1e-13)
    np.testing.assert_allclose(simulated.highest, ranked[..., -1], rtol=1e-13)
    np.testing.assert_allclose(simulated.mean, amounts.mean(axis=-1), rtol=1e-12)
    assert simulated.exceeding is not None
    np.testing.assert_array_equal(simulated.exceeding, (amounts > amount).mean(axis=-1))
    assert (simulated.counts.sum(axis=-1) == draws).all()
    of_need = simulated.histogram("financing_need", 2027)
    asked = np.quantile(amounts[1, 1], [0.1, 0.5, 0.9])
    above = [(amounts[1, 1] > each).mean() for each in asked]
    np.testing.assert_allclose(of_need.shares_above(asked), above, atol=5 / draws)
    np.testing.assert_array_equal(of_need.shares_above(np.array([0.0, 5e3])), [1, 0])


def test_the_bins_are_fine_enough_for_what_is_printed() -> None:
    """A tenth of a million is printed; the bound is for what one reads, not for the draws' own chance."""
    assert simulate(ranges(), 1).error_bound.max() < 0.05 and BINS == 32_768


def test_groups_add_up_to_the_need_and_a_solution_is_its_part() -> None:
    parts = tuple(f"financing_need/{solution}" for solution in PRESENT.solutions)
    simulated = simulate(ranges(), 3_000, 4, wanted=Wanted((*QUANTITIES, *parts)))
    mean = dict(zip(simulated.quantities, simulated.mean, strict=True))
    np.testing.assert_allclose(sum(mean[group] for group in PAYER_GROUPS), mean["financing_need"], rtol=1e-12)
    np.testing.assert_allclose(sum(mean[part] for part in parts), mean["financing_need"], rtol=1e-12)


def test_keys_prices_and_start_are_those_of_the_scenario() -> None:
    fixed = Wanted(
        ("financing_need", "rhf", "0301"), 2028, fixed_prices=True, own=OwnData(without_vkp=frozenset({"0301"}))
    )
    scenario = Scenario(start="law", rhf_key="population", keys="proposal_2021", index_rate=0.03)
    none: dict[str, Any] = {"index_rate": {"fixed": 0.02}}
    simulated = simulate(ranges(none), 1, scenario=scenario, wanted=fixed)
    other = scenario.with_value("index_rate", 0.02)
    result = run(other, 2028)
    for at, quantity in enumerate(fixed.quantities):
        expected = in_all(quantity, result, other, fixed.own)[:, 0] / result.index[:, 0]
        np.testing.assert_allclose(simulated.mean[at], expected, rtol=1e-12)
    assert users_without("0301") == fixed.own.all_vkp_users


@pytest.mark.parametrize("draws", [1, 7, 10_000])
def test_where_all_is_fixed_every_dot_stands_in_one_column(draws: int) -> None:
    simulated = simulate(ranges({"risk_margin": {"fixed": 0.0317}, "index_rate": {"uniform": [0.031, 0.031]}}), draws)
    result = run(Scenario(risk_margin=0.0317, index_rate=0.031))
    expected = result.financing_need[:, :, 0].sum(axis=1)
    need = simulated.quantities.index("financing_need")
    for dot in np.moveaxis(simulated.quantiles(DOTS)[need], -1, 0):
        np.testing.assert_allclose(dot, expected, rtol=1e-14)
        np.testing.assert_array_equal(dot, simulated.mean[need])
    np.testing.assert_array_equal(simulated.lowest, simulated.highest)


def test_the_same_seed_gives_the_same_and_another_one_does_not() -> None:
    one, again, other = (simulate(ranges(), CHUNK + 3, seed) for seed in (5, 5, 6))
    assert same(one, again) and not np.array_equal(one.counts, other.counts)
    assert np.array_equal(one.edges.low, other.edges.low), "the edges are of the ranges, not of the seed"


def test_it_is_the_same_however_it_is_divided() -> None:
    """Chunks of which each is counted elsewhere and added up in another order; a draw's amount in any batch."""
    base = ranges().base(Scenario())
    plan = Plan.of(ranges(), base, Wanted(), 9)
    tallies = []
    for order in ((0, 1, 2), (2, 0, 1)):
        tally = Tally(len(plan.edges.low))
        for chunk in order:
            tally.add(plan.part(chunk, 1000 + chunk))
        tallies.append((tally.counts, tally.means(plan.edges), tally.draws))
    assert all(np.array_equal(*pair) for pair in zip(*tallies, strict=True))
    rows, drawing = plan.rows, plan.drawing
    values = drawing.values(drawing.shares(generator_of(9, 0), 20_000))
    whole = row_amounts(rows, run(drawing.batch(values), bridges=False))
    for size in (1, 17, 8192):
        part = row_amounts(rows, run(drawing.batch(values[:, :size].copy()), bridges=False))
        assert np.array_equal(part, whole[..., :size])


def test_a_longer_simulation_begins_with_the_chunks_of_a_shorter() -> None:
    counts = [simulate(ranges(), chunks * CHUNK, 1).counts for chunks in (1, 2)]
    assert (counts[1] >= counts[0]).all()


def test_correlated_levers_are_correlated_and_keep_their_distribution() -> None:
    drawing = Drawing.of(ranges(), ranges().base(Scenario()))
    shares = drawing.shares(generator_of(1, 0), 200_000)
    volume, index = (shares[drawing.paths.index(path)] for path in ("extra_volume", "index_rate"))
    found = np.corrcoef(stats.norm.ppf(volume), stats.norm.ppf(index))[0, 1]
    assert found == pytest.approx(0.5, abs=0.01)
    for of_lever in shares:
        assert stats.kstest(of_lever, "uniform").statistic < 0.005
    apart = np.corrcoef(shares)[drawing.paths.index("risk_margin")]
    assert np.abs(np.delete(apart, drawing.paths.index("risk_margin"))).max() < 0.01


@given(numbers_of_ranges(), scenarios())
@settings(max_examples=15)
def test_quantiles_are_in_order_and_between_the_outermost_draws(given: dict[str, Any], scenario: Scenario) -> None:
    simulated = simulate(ranges(given), 300, 1, scenario)
    dots = simulated.quantiles(DOTS)
    assert (np.diff(dots) >= 0).all()
    assert (simulated.lowest[..., None] <= dots).all() and (dots <= simulated.highest[..., None]).all()
    assert (simulated.lowest <= simulated.mean).all() and (simulated.mean <= simulated.highest).all()


@pytest.mark.parametrize("kind", INVENTED)
def test_any_baseline_is_drawn_from(kind: str) -> None:
    baseline = INVENTED[kind]()
    simulated = simulate(Ranges.of({"risk_margin": {"uniform": [0, 0.1]}}, baseline), 500)
    assert simulated.years == baseline.plan_years and (simulated.highest > simulated.lowest).all()


def test_it_can_be_followed_and_stopped() -> None:
    class EnoughError(Exception):
        pass

    told: list[int] = []

    def follow(draws: int) -> None:
        told.append(draws)
        if len(told) == 2:
            raise EnoughError

    with pytest.raises(EnoughError):
        simulate(ranges(), 5 * CHUNK, 1, follow=follow)
    assert told == [CHUNK, 2 * CHUNK]


@pytest.mark.parametrize(
    ("draws", "seed", "says"),
    [
        (0, 1, "draws is 0; it must be a whole number from 1 to 1000000000."),
        (1.5, 1, "draws is 1.5"),
        (True, 1, "draws is True"),
        (10, -1, "seed is -1; it must be a whole number from 0 to"),
    ],
)
def test_draws_and_seed_are_whole_numbers(draws: Any, seed: Any, says: str) -> None:
    with pytest.raises(RangesError) as refused:
        simulate(ranges(), draws, seed)
    assert says in str(refused.value)


def test_what_is_no_amount_to_exceed_is_refused() -> None:
    with pytest.raises(RangesError, match="exceeds is nan; it must be a number, in MNOK"):
        Wanted(exceeds=float("nan"))


@given(st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=50), st.floats(-1e4, 1e4), st.floats(0, 1e3))
def test_counts_hold_what_lies_beyond_the_edges_too(numbers: list[float], low: float, span: float) -> None:
    """Edges that know nothing of the figures: counts, ends and order still hold, and amounts lie between the ends."""
    edges = Edges.around(np.array([low]), np.array([low + span]))
    tally = Tally(1)
    part: Part = counted(np.array([numbers]), edges, low)
    tally.add(part)
    assert tally.counts.sum() == len(numbers) and tally.exceeding[0] == sum(number > low for number in numbers)
    assert (tally.lowest[0], tally.highest[0]) == (min(numbers), max(numbers))
    assert tally.means(edges)[0] == pytest.approx(np.mean(numbers), abs=1e-8)


def test_rows_are_the_quantities_that_are_asked_for() -> None:
    rows = quantity_rows(Wanted(("cost_level/vkp", "rhf")), Scenario(), PRESENT.plan_years)
    assert [row.is_cost for row in rows] == [True, False] and rows[0].weights.sum() == len(PRESENT.plan_years)
