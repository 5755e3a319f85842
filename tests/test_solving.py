"""The value that meets a target: put back, nearest, over the whole range, and what is out of reach."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from charts.words.refused import refused as told
from model import QUANTITIES, Batch, Scenario, ScenarioError, run, solve
from model.answers.search import MEETS, meeting, sampled
from model.baseline.axes import PAYER_GROUPS, Array
from model.payers import PayerKeys, organisations, payers, payments
from model.scenario.fields import limits
from tests.baselines import PRESENT
from tests.strategies import scenarios, values
from texts import Texts

MET = 1e-9  # MNOK
DENSE = 3001

NUMBERS = [path for path, limit in limits(PRESENT).items() if limit.kind == "number"]
INTEGERS = [path for path, limit in limits(PRESENT).items() if limit.kind == "integer"]


def figure(scenario: Scenario, year: int, quantity: str = "financing_need") -> float:
    """A quantity of a year, all solutions, MNOK; what a payer group pays by the sum over its payers."""
    result = run(scenario, year)
    if quantity in (*PAYER_GROUPS, *organisations()):
        paid = payments(result, PayerKeys.of([scenario])).by_payer()[-1, :, 0]
        pairs = zip(payers(), paid, strict=True)
        return float(sum(amount for payer, amount in pairs if quantity in (payer.group, payer.id)))
    return float(getattr(result, quantity)[-1, :, 0].sum())


def meant(scenario: Scenario, lever: str) -> Scenario:
    """The scenario a lever is moved in: an amount of a measure means that the measure is enabled."""
    _, *rest = lever.split(".")
    if rest[1:] != ["amount_mnok"]:
        return scenario
    return scenario.with_value(lever, scenario.value(lever) or 0.0).with_value(f"measures.{rest[0]}.enabled", True)


def dense(scenario: Scenario, lever: str, year: int) -> Array:
    """(point,): the need at many values of a lever over its whole range, computed without the search."""
    column = np.linspace(limits(PRESENT)[lever].low, limits(PRESENT)[lever].high, DENSE)
    columns = {**Batch.of([meant(scenario, lever)]).columns, lever: column}
    return run(Batch(columns, DENSE, PRESENT), year).financing_need[-1].sum(axis=0)


def refused(lever: Any, target: Any, year: Any, *others: Any) -> ScenarioError:
    with pytest.raises(ScenarioError) as caught:
        solve(lever, target, year, *others)
    return caught.value


@settings(max_examples=150)
@given(
    scenarios(),
    st.data(),
    st.sampled_from(NUMBERS),
    st.integers(2026, 2030),
    st.sampled_from([*QUANTITIES, *organisations()]),
)
def test_the_answer_put_back_meets_the_target(
    scenario: Scenario, data: st.DataObject, lever: str, year: int, quantity: str
) -> None:
    """Nor is it further from the present value than the value the target was made from."""
    start = meant(scenario, lever)
    value = data.draw(values(lever))
    target = figure(start.with_value(lever, value), year, quantity)
    answer = solve(lever, target, year, quantity, scenario)
    assert answer.lever == lever and answer.scenario.value(lever) == answer.value
    assert answer.scenario in (start, start.with_value(lever, answer.value))
    assert figure(answer.scenario, year, quantity) == pytest.approx(target, rel=0, abs=MET)
    assert answer.attained == pytest.approx(target, rel=0, abs=MET)
    present = start.value(lever)
    nearer = 1e-9 * (limits(PRESENT)[lever].high - limits(PRESENT)[lever].low)
    assert abs(answer.value - present) <= abs(value - present) + nearer


@given(scenarios(), st.sampled_from(NUMBERS + INTEGERS), st.integers(2026, 2030))
def test_the_present_value_is_the_answer_where_it_meets_the_target(scenario: Scenario, lever: str, year: int) -> None:
    start = meant(scenario, lever)
    answer = solve(lever, figure(start, year), year, scenario=scenario)
    assert answer.value == start.value(lever) and type(answer.value) is type(start.value(lever))
    assert answer.scenario == start


@given(scenarios(), st.data(), st.sampled_from(INTEGERS), st.integers(2026, 2030))
def test_whole_numbers_are_tried_one_by_one(scenario: Scenario, data: st.DataObject, lever: str, year: int) -> None:
    allowed = range(int(limits(PRESENT)[lever].low), int(limits(PRESENT)[lever].high) + 1)
    found = {value: figure(scenario.with_value(lever, value), year) for value in allowed}
    target = found[data.draw(st.sampled_from(allowed))]
    meeting_it = [value for value in allowed if abs(found[value] - target) <= MEETS]
    answer = solve(lever, target, year, scenario=scenario)
    nearest = min(abs(value - scenario.value(lever)) for value in meeting_it)
    assert type(answer.value) is int and answer.value in meeting_it
    assert abs(answer.value - scenario.value(lever)) == nearest
    error = refused(lever, max(found.values()) + 0.001, year, "financing_need", scenario)
    assert error.problem == "reach_integer"
    assert error.allowed == tuple(np.unique(list(found.values())))


@settings(max_examples=100)
@given(scenarios(), st.sampled_from(NUMBERS), st.integers(2026, 2030), st.sampled_from([-1, 1]))
def test_what_is_out_of_reach_is_told_with_the_true_interval(
    scenario: Scenario, lever: str, year: int, side: int
) -> None:
    """No value lies outside, both ends are attained, and just outside is refused as well."""
    brute = dense(scenario, lever, year)
    error = refused(lever, side * 1e6, year, "financing_need", scenario)
    low, high = error.allowed
    assert error.problem == "reach_number" and low - MET <= brute.min() and brute.max() <= high + MET
    for end in (low, high):
        assert solve(lever, end, year, scenario=scenario).attained == pytest.approx(end, rel=0, abs=MET)
    assert refused(lever, low - 1e-6, year, "financing_need", scenario).allowed == error.allowed
    assert refused(lever, high + 1e-6, year, "financing_need", scenario).allowed == error.allowed


def test_margin_by_hand() -> None:
    """1 099.3 contains a margin of 5 %; without one it is 1 099.3 / 1.05."""
    assert solve("risk_margin", 1099.3 / 1.05, 2026, "cost_level").value == pytest.approx(0.0, abs=1e-12)
    assert solve("risk_margin", 1099.3 * 1.03 / 1.05, 2026, "cost_level").value == pytest.approx(0.03, abs=1e-12)


def test_ends_of_the_range_by_hand() -> None:
    error = refused("risk_margin", 2000, 2026, "cost_level")
    assert error.allowed == pytest.approx((1099.3 / 1.05, 1099.3 * (1 + limits(PRESENT)["risk_margin"].high) / 1.05))
    assert str(error).startswith("cost_level in 2026 cannot be 2000 MNOK; the lever takes it to between 1046.95")


FALLING = Scenario(underspend_rate=0.03, extra_efficiency=0.05)
"""The level falls, so that unspent money of 2026 that comes back in 2028 weighs more than the margin of 2028."""


def test_margin_that_comes_back_two_years_later_has_two_answers() -> None:
    """The need of 2028 rises with the margin up to κ = 0.97, where money begins to be unspent, and then falls."""
    top = 0.97 * 1.05 - 1
    error = refused("risk_margin", 5000, 2028, "financing_need", FALLING)
    highest = figure(FALLING.with_value("risk_margin", top), 2028)
    assert error.allowed[1] == pytest.approx(highest, rel=0, abs=MET)
    assert solve("risk_margin", error.allowed[1], 2028, scenario=FALLING).value == pytest.approx(top, abs=1e-12)
    target = figure(FALLING.with_value("risk_margin", 0.12), 2028)
    for present, expected in ((0.15, 0.12), (0.10, 0.12), (0.0, None)):
        scenario = FALLING.with_value("risk_margin", present)
        answer = solve("risk_margin", target, 2028, scenario=scenario)
        assert figure(answer.scenario, 2028) == pytest.approx(target, rel=0, abs=MET)
        assert answer.value < top if expected is None else answer.value == pytest.approx(expected, abs=1e-9)


def test_an_answer_that_is_a_whole_stretch_is_its_nearest_end() -> None:
    """Without margin, money is unspent from an underspend of 1 − 1/1.05 on; below, the need of 2028 does not move."""
    kink = 1 - 1 / 1.05
    still = figure(Scenario(risk_margin=0.0), 2028)
    for present, expected in ((0.1, kink), (kink + 1e-6, kink), (0.02, 0.02), (0.0, 0.0)):
        scenario = Scenario(risk_margin=0.0, underspend_rate=present)
        assert solve("underspend_rate", still, 2028, scenario=scenario).value == pytest.approx(expected, abs=1e-9)


def test_an_amount_asked_for_is_an_amount_that_counts() -> None:
    ehds = solve("measures.ehds.amount_mnok", 1119.5 + 60, 2027)
    assert ehds.value == 60.0 and ehds.scenario.measures["ehds"] == {"enabled": True, "amount_mnok": 60.0}
    security = solve("measures.sikkerhet.amount_mnok", 1143.5 + 80, 2029)
    assert security.value == 20.0 and security.scenario.value("measures.sikkerhet.enabled") is True
    assert solve("measures.sikkerhet.amount_mnok", 1143.5, 2029).value == 0.0
    enabled = Scenario(measures={"sikkerhet": {"enabled": True}})
    already = solve("measures.sikkerhet.amount_mnok", figure(enabled, 2029), 2029)
    assert already.value == 10.0 and already.scenario == enabled


def test_other_settings_of_a_measure_that_is_off_change_nothing() -> None:
    off = Scenario(measures={"fm_avvikling": {"enabled": False}})
    for scenario, lever in ((off, "measures.fm_avvikling.scale"), (Scenario(), "measures.sikkerhet.scale")):
        low, high = refused(lever, 0, 2026, "financing_need", scenario).allowed
        assert low == high == pytest.approx(figure(scenario, 2026), rel=0, abs=MET)


def test_an_override_starts_from_the_general_lever() -> None:
    scenario = Scenario(extra_volume=0.02)
    target = figure(scenario, 2027)
    answer = solve("by_solution.vkp.extra_volume", target, 2027, scenario=scenario)
    assert answer.value == 0.02 and figure(answer.scenario, 2027) == target


def test_an_answer_has_no_more_decimals_than_it_needs() -> None:
    assert solve("measures.ehds.amount_mnok", 1119.5 + 23.5, 2027).value == 23.5
    assert solve("risk_margin", 1099.3 * 1.0333 / 1.05, 2026, "cost_level").value == 0.0333


@pytest.mark.parametrize(
    ("arguments", "field", "problem"),
    [
        (("margin", 1000, 2026), "lever", "lever"),
        (("name", 1000, 2026), "lever", "lever"),
        (("measures.fm_avvikling.enabled", 1000, 2026), "lever", "lever"),
        (("by_solution.helsenettet_felles.extra_volume", 1000, 2026), "lever", "lever"),
        ((["risk_margin"], 1000, 2026), "lever", "lever"),
        (("risk_margin", math.nan, 2026), "target", "amount"),
        (("risk_margin", -math.inf, 2026), "target", "amount"),
        (("risk_margin", 10**400, 2026), "target", "amount"),
        (("risk_margin", "1000", 2026), "target", "amount"),
        (("risk_margin", True, 2026), "target", "amount"),
        (("risk_margin", None, 2026), "target", "amount"),
        (("risk_margin", 1000, 2025), "year", "range"),
        (("risk_margin", 1000, 2031), "year", "range"),
        (("risk_margin", 1000, 2026.0), "year", "integer"),
        (("risk_margin", 1000, 2026, "cost"), "quantity", "quantity"),
        (("risk_margin", 1e300, 2026), "financing_need in 2026", "reach_number"),
    ],
)
def test_what_cannot_be_asked_is_refused(arguments: tuple[Any, ...], field: str, problem: str) -> None:
    error = refused(*arguments)
    assert (error.field, error.problem) == (field, problem)
    assert str(error).count("\n") == 0 and str(error).endswith(".")


@pytest.mark.parametrize("name", [name for name, measure in PRESENT.measures.items() if measure.takes_amount])
def test_every_measure_that_takes_an_amount_can_be_solved_for(name: str) -> None:
    answer = solve(f"measures.{name}.amount_mnok", figure(Scenario(), 2029) + 1, 2029)
    assert answer.value > 0 and answer.attained == pytest.approx(figure(Scenario(), 2029) + 1, rel=0, abs=MET)


@given(st.floats(-1, 1), st.floats(-10, 10), st.floats(-10, 10))
@example(0.99, -1.0, 1.0)  # in the last cell, which falls from end to end
@example(0.96875, -1.0, 1.0)  # in the middle of it
@example(-0.97, 3.0, -1.0)
def test_a_kink_anywhere_is_found(kink: float, left: float, right: float) -> None:
    """Two straight lines that meet: the top or bottom is the kink, unless the curve goes one way."""
    assume(min(abs(left), abs(right)) > 1e-3)
    points, found = sampled(lambda x: np.where(x < kink, left, right) * (x - kink), np.linspace(-1, 1, 33))
    expected = [0.0, -left * (1 + kink), right * (1 - kink)]
    assert (np.diff(points) >= 0).all()
    assert (found.min(), found.max()) == pytest.approx((min(expected), max(expected)), rel=0, abs=1e-12)


def test_a_top_in_the_middle_of_a_cell_is_found() -> None:
    """Both its neighbours are equally high, so that the samples alone show a stretch without a slope."""
    _, found = sampled(lambda x: -np.abs(x - 0.5), np.array([0.0, 0.2, 0.4, 0.6, 0.8, 1.0]))
    assert found.max() == pytest.approx(0, abs=1e-12)


@given(st.floats(-0.999, 0.999))
def test_every_crossing_of_a_wave_is_found(target: float) -> None:
    assume(abs(target) > 1e-6)  # 0 is met at the end of the range

    def wave(x: Array) -> Array:
        return np.sin(x)

    points, found = sampled(wave, np.linspace(0, 20, 101))
    answers = meeting(wave, points, found, target)
    expected = sorted(
        x
        for turn in range(-1, 5)
        for x in (math.asin(target) + 2 * math.pi * turn, math.pi - math.asin(target) + 2 * math.pi * turn)
        if 0 <= x <= 20
    )
    np.testing.assert_allclose(answers, expected, rtol=0, atol=1e-9)
    assert found.max() == pytest.approx(1, abs=1e-15) and found.min() == pytest.approx(-1, abs=1e-15)


def test_what_a_payer_group_pays_is_solved_by_the_scenarios_keys() -> None:
    """Half of everything: the group's target is half of the need's."""
    half = {"rhf": 0.5, "kommuner": 0.5}
    solutions = ("helsenorge", "kjernejournal", "e_resept", "grunndata_helseid", "vkp", "helsenettet")
    scenario = Scenario.from_mapping({"keys": dict.fromkeys(solutions, half)})
    whole = solve("risk_margin", 1100.0, 2027, "financing_need", scenario)
    assert solve("risk_margin", 550.0, 2027, "rhf", scenario).value == pytest.approx(whole.value, abs=1e-12)
    error = refused("risk_margin", 1.0, 2027, "kommuner", scenario)
    assert error.field == "kommuner in 2027" and error.allowed[0] == pytest.approx(1066.190476 / 2)
    assert "Kommuner 2027" in told(error, PRESENT, Texts("nb"))


def test_what_an_rhf_or_a_municipality_pays_is_a_target() -> None:
    """A part of the need that the margin does not change: the payer's target is met where the need's is."""
    for payer in ("Helse Vest", "4601"):
        part = figure(Scenario(), 2028, payer) / figure(Scenario(), 2028)
        target = figure(Scenario(extra_efficiency=0.01), 2028, payer)
        answer = solve("extra_efficiency", target, 2028, payer)
        assert 0 < part < 1 and answer.value == pytest.approx(0.01, abs=1e-9)
        error = refused("extra_efficiency", 1e6, 2028, payer)
        assert error.allowed == pytest.approx(
            [figure(Scenario(extra_efficiency=end), 2028, payer) for end in (0.1, -0.05)], abs=MET
        )


def test_what_can_be_reached_is_written_without_the_dust_of_floating_point() -> None:
    with pytest.raises(ScenarioError, match=r"between 1029\.2473 and 1029\.2473 MNOK") as caught:
        solve("risk_margin", 1000.0, 2026, scenario=Scenario(start="law"))
    assert caught.value.allowed == pytest.approx((1029.2473, 1029.2473))
