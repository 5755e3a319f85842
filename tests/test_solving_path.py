"""The value that misses a path least: held against every other value, by hand, and at its edges."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import Batch, Scenario, ScenarioError, run, solve, solve_path
from model.answers.search import MEETS
from model.baseline.axes import Array
from model.scenario.fields import limits
from tests.baselines import PRESENT
from tests.strategies import scenarios, values
from tests.test_solving import INTEGERS, MET, NUMBERS, figure, meant

DENSE = 2001
LATER = (2027, 2028, 2029)
PATHS = st.dictionaries(st.integers(2026, 2030), st.floats(800, 1500), min_size=1)


def misses(scenario: Scenario, lever: str, column: Array, targets: dict[int, float]) -> Array:
    """(year, point): how far the need lies from its target at values of a lever, computed without the search."""
    columns = {**Batch.of([meant(scenario, lever)]).columns, lever: column}
    need = run(Batch(columns, len(column), PRESENT), 2030).financing_need.sum(axis=1)
    return np.abs(np.stack([need[year - 2026] - target for year, target in sorted(targets.items())]))


def largest(missed: Array, moved: Array) -> Array:
    """(point,): the largest miss of the years that a lever moves."""
    found: Array = missed[moved].max(axis=0) if moved.any() else np.zeros(missed.shape[1])
    return found


@settings(max_examples=80)
@given(scenarios(), st.sampled_from(NUMBERS + INTEGERS), PATHS)
def test_no_other_value_misses_less(scenario: Scenario, lever: str, targets: dict[int, float]) -> None:
    """Of the years that the lever moves, the largest miss; what is said of each year is what the scenario gives."""
    limit = limits(PRESENT)[lever]
    column = np.arange(limit.low, limit.high + 1) if lever in INTEGERS else np.linspace(limit.low, limit.high, DENSE)
    found = solve_path(lever, targets, scenario=scenario)
    everywhere = misses(scenario, lever, column, targets)
    moved = np.ptp(everywhere, axis=1) > MEETS
    own = misses(scenario, lever, np.array([float(found.value)]), targets)
    assert largest(own, moved)[0] <= largest(everywhere, moved).min() + MET
    assert list(found.attained) == list(found.missed) == sorted(targets)
    for year, attained in found.attained.items():
        assert attained == pytest.approx(figure(found.scenario, year), rel=0, abs=MET)
        assert found.missed[year] == pytest.approx(attained - targets[year], rel=0, abs=MET)
    start = meant(scenario, lever)
    assert found.scenario in (start, start.with_value(lever, found.value))
    assert type(found.value) is type(start.value(lever))


@settings(max_examples=50)
@given(scenarios(), st.data(), st.sampled_from(NUMBERS), st.integers(2026, 2030))
def test_a_path_of_one_year_is_what_solve_gives(scenario: Scenario, data: st.DataObject, lever: str, year: int) -> None:
    start = meant(scenario, lever)
    target = figure(start.with_value(lever, data.draw(values(lever))), year)
    path, alone = solve_path(lever, {year: target}, scenario=scenario), solve(lever, target, year, scenario=scenario)
    assert abs(path.missed[year]) <= MET and path.value == pytest.approx(alone.value, rel=0, abs=1e-7)


@given(scenarios(), st.sampled_from(NUMBERS + INTEGERS), st.booleans())
def test_a_path_that_is_met_leaves_the_lever_where_it_is(scenario: Scenario, lever: str, fixed: bool) -> None:
    start = meant(scenario, lever)
    result = run(start)
    index = result.index[:, 0] if fixed else np.ones(len(result.years))
    need = dict(zip(result.years, (result.financing_need.sum(axis=1)[:, 0] / index).tolist(), strict=True))
    found = solve_path(lever, need, scenario=scenario, fixed_prices=fixed)
    assert found.value == start.value(lever) and found.scenario == start


def test_flat_to_the_last_year_by_hand() -> None:
    """A gain of 5.4 % a year makes the first year as much too dear as it makes the last too cheap."""
    flat = dict.fromkeys(LATER, 1015.8)
    found = solve_path("extra_efficiency", flat, scenario=Scenario(first_year=2027))
    assert found.value == pytest.approx(0.05415, abs=1e-5)
    assert found.missed[2027] == pytest.approx(-found.missed[2029], abs=1e-9)
    assert figure(found.scenario, 2026) == pytest.approx(1015.8, abs=1e-9)


def test_a_year_that_the_lever_does_not_move_does_not_count() -> None:
    """What comes back of 2025 moves 2027 alone: that year is met, the others stand as far off as they were."""
    found = solve_path("base_year_underspend_returned", {2027: 1100.0, 2028: 1000.0, 2029: 900.0})
    assert found.attained[2027] == pytest.approx(1100.0, abs=MET)
    assert found.value == pytest.approx(19.5 / 73.5, abs=1e-9)
    assert found.missed[2029] == pytest.approx(1143.5 - 900.0, abs=MET)
    assert solve_path("shortfall_recovered", dict.fromkeys(LATER, 900.0)).scenario == Scenario()


def test_an_end_of_the_range_is_the_answer_where_the_path_lies_beyond() -> None:
    assert solve_path("risk_margin", dict.fromkeys(LATER, 100.0)).value == limits(PRESENT)["risk_margin"].low
    assert solve_path("risk_margin", dict.fromkeys(LATER, 1e9)).value == limits(PRESENT)["risk_margin"].high


def test_a_payers_path_is_the_whole_needs_in_proportion() -> None:
    part = {year: figure(Scenario(), year, "4601") / figure(Scenario(), year) for year in LATER}
    aimed = {year: share * figure(Scenario(lasting_saving=0.04), year) for year, share in part.items()}
    found = solve_path("lasting_saving", aimed, "4601")
    assert found.value == pytest.approx(0.04, abs=1e-3) and max(map(abs, found.missed.values())) < 0.01


@pytest.mark.parametrize(
    ("lever", "targets", "quantity", "field"),
    [
        ("margin", {2027: 1000.0}, "financing_need", "lever"),
        ("risk_margin", {}, "financing_need", "year"),
        ("risk_margin", {2031: 1000.0}, "financing_need", "year"),
        ("risk_margin", {2027.5: 1000.0}, "financing_need", "year"),
        ("risk_margin", {2027: math.nan}, "financing_need", "target"),
        ("risk_margin", {2027: "1000"}, "financing_need", "target"),
        ("risk_margin", {2027: 1000.0}, "cost", "quantity"),
    ],
)
def test_what_cannot_be_asked_is_refused(lever: str, targets: Any, quantity: str, field: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        solve_path(lever, targets, quantity)
    assert caught.value.field == field and str(caught.value).endswith(".")
