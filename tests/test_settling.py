"""The way of the money: no krone is lost, the plan's years are ``run``'s, and what is held is Tabell 8's at first."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import Batch, Scenario, ScenarioError, Settlement, run, settle
from model.answers.settling import QUANTITIES
from model.commands.settle import row_amounts
from tests.baselines import PRESENT, SOLUTIONS, spring_2026
from tests.strategies import from_the_law, scenarios
from tests.test_command_line import answer, table

ADD_UP = 1e-9  # MNOK; what sums of binary fractions may leave
LAST = 2035
TENTH = 0.05  # printed with one decimal
AS_IN_2024 = Scenario(underspend_rate=0.083)
ANY = scenarios() | from_the_law()


def total(amounts: np.ndarray) -> np.ndarray:
    """(year,): all solutions of the first scenario."""
    return amounts[:, :, 0].sum(axis=1)


def test_at_the_end_of_the_base_year_stand_earlier_funds_of_tabell_8_and_the_forecast_underspend() -> None:
    held = settle(Scenario(), LAST).held
    printed = {name: PRESENT.figure("bridge", name, "returned_funds") or 0.0 for name in SOLUTIONS}
    assert sum(printed.values()) == pytest.approx(-83.5)
    expected = [-printed[name] + PRESENT.base_year_underspend[at] for at, name in enumerate(SOLUTIONS)]
    np.testing.assert_allclose(held[0, :, 0], expected, rtol=0, atol=TENTH)
    assert total(held)[0] == pytest.approx(83.5 + 73.5)


def test_by_the_print_the_83_5_go_back_in_2026_and_the_73_5_are_kept() -> None:
    settled = settle(Scenario(), LAST)
    assert settled.held_years == tuple(range(2025, 2036))
    np.testing.assert_allclose(total(settled.held), [157.0, *[73.5] * 10])
    np.testing.assert_allclose(total(settled.to_return), [83.5, *[0.0] * 10], atol=ADD_UP)
    np.testing.assert_allclose(total(settled.kept), 73.5)
    np.testing.assert_allclose(total(settled.payment)[:4], [1015.8, 1119.5, 1131.5, 1143.5], atol=TENTH)
    np.testing.assert_array_equal(settled.spent, run(Scenario(), 2030).cost_level[[0, 1, 2, 3, *[4] * 6]])


@given(ANY, st.integers(2026, LAST))
def test_no_krone_is_lost(scenario: Scenario, last_year: int) -> None:
    settled = settle(scenario, last_year)
    comes = settled.payment + settled.state + settled.index_supplement
    np.testing.assert_allclose(np.diff(settled.held, axis=0), comes - settled.spent, rtol=0, atol=ADD_UP)
    over_all_years = settled.held[0] + comes.sum(axis=0) - settled.spent.sum(axis=0)
    np.testing.assert_allclose(settled.held[-1], over_all_years, rtol=0, atol=1e-7)
    assert scenario.value("measures.fjernhjelp_avvikling.state_share") or (settled.state >= 0).all()
    spent = settled.payment + settled.returned + settled.state - settled.unspent + settled.shortfall
    np.testing.assert_allclose(settled.spent, spent, rtol=0, atol=ADD_UP)


@given(ANY)
def test_years_of_the_plan_are_those_of_run(scenario: Scenario) -> None:
    settled, result = settle(scenario, LAST), run(scenario, PRESENT.last_year)
    found, years = result.amounts(), len(result.years)
    for name, array in {"payment": result.financing_need, **{n: found[n] for n in ("unspent", "returned")}}.items():
        np.testing.assert_array_equal(getattr(settled, name)[:years], array, err_msg=name)


@given(ANY)
def test_what_is_held_is_what_the_rules_will_return_and_what_no_rule_returns(scenario: Scenario) -> None:
    """What is kept changes only by what is not returned of unspent money, and by what is not charged of a shortfall."""
    settled = settle(scenario, LAST)
    published = scenario.start == "published"
    earlier = scenario.earlier_funds_returned if published else 1.0
    at_first = (1 - earlier) * PRESENT.returned
    at_first = at_first + (1 - scenario.base_year_underspend_returned) * PRESENT.base_year_underspend
    np.testing.assert_allclose(settled.kept[0, :, 0], at_first, rtol=0, atol=ADD_UP)
    moves = (1 - scenario.underspend_returned) * settled.unspent - (
        1 - scenario.shortfall_recovered
    ) * settled.shortfall
    np.testing.assert_allclose(np.diff(settled.kept, axis=0), moves, rtol=0, atol=1e-8)


@given(st.lists(scenarios(), min_size=1, max_size=5))
def test_one_in_a_batch_is_as_it_is_alone(batch: list[Scenario]) -> None:
    together = settle(batch, LAST)
    for number, scenario in enumerate(batch):
        np.testing.assert_array_equal(row_amounts(together)[number], row_amounts(settle(scenario, LAST))[0])


def test_after_the_last_published_change_levers_and_optional_measures_go_on() -> None:
    still = settle(Scenario(index_rate=0.03), LAST)
    np.testing.assert_allclose(still.payment[5:], still.payment[4:-1] * 1.03, rtol=0, atol=ADD_UP)
    secured = settle(Scenario.from_mapping({"measures": {"sikkerhet": {"enabled": True}}}, PRESENT), LAST)
    plain = settle(Scenario(), LAST)
    np.testing.assert_allclose(total(secured.payment) - total(plain.payment), np.arange(1, 11) * 10.0)
    grown = settle(Scenario(extra_volume=0.02), LAST).payment[:, :-1]
    np.testing.assert_allclose(grown[5:], grown[4:-1] * 1.02, rtol=0, atol=ADD_UP)
    late = {"measures": {"grunndata_volum_2028": {"delay": 3}}}
    moved = total(settle(Scenario.from_mapping(late, PRESENT), LAST).payment) - total(plain.payment)
    np.testing.assert_allclose(moved, [0, 0, -3, -3, -3, 0, 0, 0, 0, 0], atol=ADD_UP)


def test_a_lower_margin_moves_money_in_time_and_saves_nothing() -> None:
    """As little is spent at 3 % as at 5 %; what is not paid in two years is not there to come back."""
    five, three = (settle(AS_IN_2024.with_value("risk_margin", margin), LAST) for margin in (0.05, 0.03))
    np.testing.assert_allclose(three.spent, five.spent, rtol=0, atol=ADD_UP)
    payment = total(three.payment) - total(five.payment)
    np.testing.assert_allclose(payment[:4], [-20.9, -21.3, -0.6, -0.5], atol=TENTH)
    np.testing.assert_allclose(np.cumsum(payment), total(three.held)[1:] - total(five.held)[1:], atol=ADD_UP)


def test_the_wait_of_two_years_costs_one_years_price_growth() -> None:
    settled = settle(AS_IN_2024.with_value("index_rate", 0.03), LAST)
    np.testing.assert_allclose(settled.delay[2:], settled.returned[2:] * 0.03)
    np.testing.assert_allclose(settled.index_supplement, settled.returned * 0.03 / 1.03)
    at_once = settle(AS_IN_2024.with_value("index_rate", 0.03).with_value("repayment_lag", 1), LAST)
    assert not at_once.delay.any()
    assert total(at_once.held)[5] < total(settled.held)[5] - 80


def test_from_the_law_its_payment_stands_and_what_is_left_of_it_comes_back() -> None:
    settled = settle(AS_IN_2024.with_value("start", "law"), LAST)
    assert total(settled.payment)[0] == pytest.approx(1029.25, abs=0.005)
    np.testing.assert_allclose(settled.returned[2], settled.unspent[0])


def test_money_of_the_base_year_waits_two_years_where_the_law_has_set_the_first_whatever_the_lag() -> None:
    back = Scenario(start="law", base_year_underspend_returned=1.0, index_rate=0.05)
    delays = [total(settle(back.with_value("repayment_lag", lag), LAST).delay) for lag in (1, 2)]
    np.testing.assert_allclose(delays[0][:3], [0, 73.5 * 1.05 * PRESENT.law.index_rate if PRESENT.law else 0, 0])
    np.testing.assert_allclose(*delays)
    assert not settle(back.with_value("repayment_lag", 1), PRESENT.first_year).delay.any()


@pytest.mark.parametrize("year", [2025, 2036, 0, 2026.0, "2030", True])
def test_a_year_that_cannot_be_followed_is_refused_in_a_sentence(year: object) -> None:
    with pytest.raises(ScenarioError, match=r"^last_year is .*2026 (and|to) 2035"):
        settle(Scenario(), year)  # type: ignore[arg-type]


def test_any_baseline_can_be_followed() -> None:
    settled = settle(Scenario(figures=spring_2026()), spring_2026().first_year + 9)
    assert settled.years[-1] == spring_2026().first_year + 9 and settled.held_years[0] == spring_2026().base_year


def test_the_command_gives_every_quantity_of_every_year_and_what_is_held_at_first() -> None:
    rows = table(answer("settle", "--last-year", "2027", "--set", "underspend_rate=0.083"))
    assert list(rows[0]) == ["year", "solution", "quantity", "amount_mnok"]
    assert len(rows) == len(SOLUTIONS) * (1 + 2 * len(QUANTITIES))
    assert [float(row["amount_mnok"]) for row in rows] == row_amounts(settle(AS_IN_2024, 2027))[0].tolist()
    assert {row["quantity"] for row in rows if row["year"] == "2025"} == {"held"}
    assert tuple(row["quantity"] for row in rows[7:15]) == QUANTITIES


def test_the_command_writes_json_parquet_and_batches(tmp_path: Path) -> None:
    rows = json.loads(answer("settle", "--format", "json"))
    assert rows[-1] == {"year": LAST, "solution": SOLUTIONS[-1], "quantity": "held", "amount_mnok": 0.0}
    batch, file = tmp_path / "two.jsonl", tmp_path / "settled.parquet"
    batch.write_text('{"version": 2}\n{"version": 2, "risk_margin": 0.03}\n')
    answer("settle", "--scenario", str(batch), "--last-year", "2028", "--format", "parquet", "--output", str(file))
    read = pq.read_table(file).to_pydict()
    assert set(read["scenario"]) == {0, 1} and read["quantity"][7] == "payment"
    assert len(read["year"]) == 2 * len(SOLUTIONS) * (1 + 3 * len(QUANTITIES))


def test_the_command_refuses_a_bad_year_in_a_line(refused: Callable[..., str]) -> None:
    assert refused("settle", "--last-year", "2036") == "last_year is 2036; it must lie between 2026 and 2035.\n"
    assert "2025" in refused("settle", "--last-year", "2025")
    assert "2027.5" in refused("settle", "--last-year", "2027.5")


def test_a_batch_of_columns_is_followed_in_one_call() -> None:
    margins = np.linspace(0, 0.15, 7)
    together: Settlement = settle(Batch.from_columns({"risk_margin": margins}, 7), 2030)
    assert together.held.shape == (6, len(SOLUTIONS), 7)
    assert np.all(np.diff(together.held[-1].sum(axis=0)) > 0)
