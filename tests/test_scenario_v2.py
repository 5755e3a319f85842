"""Version 2 of the scenario: the lasting saving, what the state pays, more spent than charged, and new measures."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import Result, Scenario, ScenarioError, attribute, run
from model.answers.changes import SHOWN_WHERE_NOT_ZERO, payment_bridge, year_change
from model.baseline.axes import STATE_FUNDING, Array
from model.equations.prices import in_fixed_prices
from model.scenario.scenario_files import scenarios_of
from tests.baselines import OPEN_SOLUTIONS, PRESENT, SOLUTIONS, figure
from tests.strategies import scenarios

ADD_UP = 1e-9  # MNOK


def total(result: Result, name: str = "financing_need") -> Array:
    """(year,): an amount of the first scenario, all solutions together."""
    summed: Array = result.amounts()[name][:, :, 0].sum(axis=1)
    return summed


@given(scenarios(), st.floats(0, 0.10))
def test_a_lasting_saving_is_extra_efficiency_for_one_year(scenario: Scenario, share: float) -> None:
    """Of levers that begin with the last year the two are the same."""
    plain = scenario.without("extra_efficiency", "lasting_saving", "by_solution").with_value("first_year", 2029)
    once, every = plain.with_value("lasting_saving", share), plain.with_value("extra_efficiency", share)
    for name, array in run(once).amounts().items():
        np.testing.assert_allclose(array, run(every).amounts()[name], rtol=0, atol=ADD_UP, err_msg=name)


def test_a_lasting_saving_is_made_once_and_lasts() -> None:
    """3 % of last year's level and what financing is moved, but for the clearing line, in the levers' first year."""
    plain, saved = run(Scenario()), run(Scenario(lasting_saving=0.03))
    base = plain.bridge["previous_level"][0] + plain.bridge["changed_financing"][0]
    gone = (plain.cost_level - saved.cost_level)[..., 0]
    np.testing.assert_allclose(gone[:, :-1], np.tile(0.03 * base[:-1, 0], (4, 1)), rtol=0, atol=ADD_UP)
    assert not gone[:, -1].any()
    np.testing.assert_array_equal(saved.bridge["efficiency"][1:], plain.bridge["efficiency"][1:])
    later = (plain.cost_level - run(Scenario(lasting_saving=0.03, first_year=2028)).cost_level).sum(axis=1)[:, 0]
    assert not later[:2].any() and later[2] == pytest.approx(later[3]) and later[2] > 30


@pytest.mark.parametrize("solution", OPEN_SOLUTIONS)
def test_a_solution_may_have_a_lasting_saving_of_its_own(solution: str) -> None:
    own = run(Scenario(by_solution={solution: {"lasting_saving": 0.05}})).cost_level - run(Scenario()).cost_level
    assert [SOLUTIONS[at] for at in np.flatnonzero(np.abs(own[..., 0]).sum(axis=0))] == [solution]
    none = run(Scenario(lasting_saving=0.05, by_solution={solution: {"lasting_saving": 0.0}})).cost_level
    np.testing.assert_array_equal(
        none[:, SOLUTIONS.index(solution)], run(Scenario()).cost_level[:, SOLUTIONS.index(solution)]
    )


def test_a_lasting_saving_counts_as_efficiency() -> None:
    found = attribute(Scenario(lasting_saving=0.02))
    groups = {group for at, group in enumerate(found.groups) if found.amounts[..., at].any()}
    assert groups == {"efficiency"}


@given(scenarios())
def test_the_state_pays_its_share_of_what_optional_measures_have_added(scenario: Scenario) -> None:
    result = run(scenario, 2030)
    amounts = result.amounts()
    factor = np.array(
        [(1 + scenario.risk_margin) / 1.05 if year >= scenario.levers_from else 1 for year in result.years]
    )
    expected = np.zeros_like(amounts[STATE_FUNDING])
    for name, measure in PRESENT.measures.items():
        share = 0 if measure.published else scenario.value(f"measures.{name}.state_share")
        if share:
            others = scenario.without(*(f"measures.{other}" for other in PRESENT.measures if other != name))
            without = others.without(f"measures.{name}")
            added = run(others, 2030).amounts()["added_measures"] / fixed_step(others, result)
            assert not run(without, 2030).amounts()["added_measures"].any()
            expected += share * np.cumsum(added, axis=0) * (factor * result.index[:, 0])[:, None, None]
    np.testing.assert_allclose(-amounts[STATE_FUNDING], expected, rtol=0, atol=1e-7)
    need = amounts["cost_level"] - amounts["returned"] + amounts[STATE_FUNDING]
    np.testing.assert_allclose(amounts["financing_need"], need, rtol=0, atol=ADD_UP)


def fixed_step(scenario: Scenario, result: Result) -> Array:
    """(year, 1, 1): what a step of the bridge was multiplied by."""
    margin = [(1 + scenario.risk_margin) / 1.05 if year > scenario.levers_from else 1.0 for year in result.years]
    step: Array = (np.array(margin) * result.index[:, 0])[:, None, None]
    return step


def test_fresh_money_for_ehds() -> None:
    """Half of 60 from the state, indexed and with the margin like the rest; what is charged is the other half."""
    ehds = {"enabled": True, "amount_mnok": 60.0, "delay": 1}
    whole = run(Scenario(index_rate=0.03, measures={"ehds": ehds}))
    half = run(Scenario(index_rate=0.03, measures={"ehds": ehds | {"state_share": 0.5}}))
    index = 1.03 ** np.arange(1, 5)
    np.testing.assert_allclose(total(half, STATE_FUNDING), -30 * index * [0, 0, 1, 1], rtol=0, atol=ADD_UP)
    np.testing.assert_allclose(total(whole) - total(half), 30 * index * [0, 0, 1, 1], rtol=0, atol=ADD_UP)
    np.testing.assert_array_equal(whole.cost_level, half.cost_level)
    assert not total(whole, STATE_FUNDING).any()
    np.testing.assert_allclose(total(in_fixed_prices(half), STATE_FUNDING), [0, 0, -30, -30], atol=ADD_UP)


@given(scenarios())
def test_a_bridge_from_payment_to_payment_adds_up_with_the_state_in_it(scenario: Scenario) -> None:
    result = run(scenario)
    for at, year in enumerate(result.years[1:], start=1):
        bridge = payment_bridge(result, year)
        steps = sum(amount for name, amount in bridge.items() if name not in ("cost_level", "financing_need"))
        np.testing.assert_allclose(steps, result.financing_need[at], rtol=0, atol=ADD_UP)
        assert set(SHOWN_WHERE_NOT_ZERO) <= bridge.keys()
        change = year_change(result, result, year)
        parts = change.cost + change.lapsed - change.returned - change.state
        assert change.need == pytest.approx(parts, abs=1e-7)


def test_a_measure_of_the_plan_is_not_the_states_to_pay() -> None:
    with pytest.raises(ScenarioError, match=r"measures\.fm_avvikling\.state_share"):
        Scenario(measures={"fm_avvikling": {"state_share": 0.5}})
    with pytest.raises(ScenarioError, match="between 0 and 1"):
        Scenario(measures={"sikkerhet": {"state_share": 1.5}})


def test_more_may_be_spent_than_the_level() -> None:
    """2021 went from 525.6 to about 546; here 4 % more than the level, charged two years later."""
    result = run(Scenario(underspend_rate=-0.04, shortfall_recovered=1.0, index_rate=0.03))
    np.testing.assert_allclose(total(result, "shortfall"), 0.04 * total(result, "cost_level"), rtol=1e-12)
    assert not total(result, "unspent").any()
    np.testing.assert_allclose(total(result, "returned")[2:], -1.03 * total(result, "shortfall")[:2], rtol=1e-12)
    within_margin = run(Scenario(underspend_rate=-0.04, risk_margin=0.05 + 0.04 * 1.05))
    np.testing.assert_allclose(total(within_margin, "shortfall"), 0, atol=ADD_UP)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("grunndata_volum_2028", [0, 0, -3, -3]), ("grunndata_effektivisering_2028", [0, 0, 3, 3])],
)
def test_what_the_plan_has_in_2028_can_be_switched_off(name: str, expected: list[float]) -> None:
    """Tabell 19: +3 and −3 in the column of 2027 take effect in 2028."""
    assert figure("Tabell 19", "volume_preparedness", "2027") == -figure("Tabell 19", "efficiency", "2027") == 3
    off = run(Scenario(measures={name: {"enabled": False}})).cost_level - run(Scenario()).cost_level
    np.testing.assert_allclose(off[:, SOLUTIONS.index("grunndata_helseid"), 0], expected, rtol=0, atol=ADD_UP)
    realised = run(Scenario(efficiency_realisation=0.5, volume_realisation=0.5)).bridge
    assert realised["volume_preparedness"][2, SOLUTIONS.index("grunndata_helseid"), 0] == pytest.approx(1.5)


def test_the_other_reading_of_the_security_costs_comes_once() -> None:
    once = {"sikkerhet_once": {"enabled": True}}
    for first, expected in ((2026, [10, 10, 10, 10]), (2028, [0, 0, 10, 10])):
        added = run(Scenario(first_year=first, measures=once)).cost_level - run(Scenario()).cost_level
        np.testing.assert_allclose(added[:, SOLUTIONS.index("helsenettet_eksterne"), 0], expected, atol=ADD_UP)


def test_the_end_of_fjernhjelp_is_as_large_as_it_is() -> None:
    with pytest.raises(ScenarioError, match=r"measures\.fjernhjelp_avvikling\.amount_mnok"):
        Scenario(measures={"fjernhjelp_avvikling": {"enabled": True, "amount_mnok": 2.0}})
    saved = run(Scenario(measures={"fjernhjelp_avvikling": {"enabled": True, "delay": 1}})).cost_level
    expected = [0, 0, -1.4, -1.4]
    np.testing.assert_allclose((saved - run(Scenario()).cost_level).sum(axis=1)[:, 0], expected, atol=ADD_UP)
    assert list(PRESENT.measures)[:9][-2:] == ["sikkerhet", "ehds"]  # links name measures; new ones come after


def test_version_1_means_what_it_meant() -> None:
    old = Scenario.from_mapping({"version": 1, "underspend_2025_returned": 0.5, "risk_margin": 0.03})
    assert old == Scenario(base_year_underspend_returned=0.5, risk_margin=0.03) and old.start == "published"
    assert old.to_mapping()["version"] == 2 and old.to_mapping()["start"] == "published"


def test_a_name_and_its_former_one_do_not_stand_together() -> None:
    both = {"underspend_2025_returned": 0.5, "base_year_underspend_returned": 0.2}
    for values in (both, dict(reversed(both.items()))):
        with pytest.raises(ScenarioError, match=r"underspend_2025_returned is 0\.5 and stands twice"):
            Scenario.from_mapping(values)


@pytest.mark.parametrize("written", ["underspend_2025_returned", "base_year_underspend_returned"])
@pytest.mark.parametrize("set_by", ["underspend_2025_returned", "base_year_underspend_returned"])
def test_a_value_is_set_by_either_name(tmp_path: Path, written: str, set_by: str) -> None:
    file = tmp_path / "scenario.json"
    file.write_text(json.dumps({written: 0.5}))
    assert scenarios_of(str(file), [f"{set_by}=0.2"])[0] == [Scenario(base_year_underspend_returned=0.2)]
