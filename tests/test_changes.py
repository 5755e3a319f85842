"""What a year's change consists of, from payment to payment, and in fixed prices."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.payers.own_words import own_key_figures
from charts.payers.paid import Own
from charts.payers.year_change import year_change_sentence
from model import COMPONENTS, STEPS, Question, Result, Scenario, ScenarioError, answer, checked_cells, run
from model.answers.changes import YearChange, payment_bridge, year_change
from model.answers.payer_change import payer_change, payer_open_return
from model.answers.quantities import amounts_of
from model.answers.question import PRICES
from model.baseline.axes import STATE_FUNDING
from model.equations.prices import in_fixed_prices
from tests.asking import shown
from tests.reference import PAYMENT_COMPONENTS
from tests.strategies import scenarios
from tests.test_law_on_screen import plain

EXACT = 1e-9  # MNOK; what sums of binary fractions may leave
MOVED_OUT = "measures.felles_til_tjenesteavtaler"


def change(scenario: Scenario, year: int, fixed: bool = False) -> YearChange:
    """The change into a year, in running prices or in fixed 2025 kroner."""
    pair = run(scenario), run(scenario.with_value(f"{MOVED_OUT}.enabled", False))
    own, without_move = map(in_fixed_prices, pair) if fixed else pair
    return year_change(own, without_move, year)


def assert_close(one: object, other: object) -> None:
    np.testing.assert_allclose(one, other, rtol=0, atol=EXACT)


@given(scenarios(), st.integers(2027, 2030), st.booleans())
def test_the_bridge_from_payment_to_payment_adds_up(scenario: Scenario, year: int, fixed: bool) -> None:
    result = in_fixed_prices(run(scenario, 2030)) if fixed else run(scenario, 2030)
    bridge = payment_bridge(result, year)
    at = year - 2026
    assert tuple(bridge) == PAYMENT_COMPONENTS
    assert_close(bridge["previous_need"], result.financing_need[at - 1])
    before = PAYMENT_COMPONENTS[: PAYMENT_COMPONENTS.index("indexation")]
    assert_close(sum(bridge[name] for name in before), result.cost_level[at - 1])
    cost_level = sum(bridge[name] for name in (*before, "indexation", *STEPS))
    assert_close(cost_level, bridge["cost_level"])
    assert_close(bridge["cost_level"], result.cost_level[at])
    after = sum(bridge[name] for name in ("cost_level", "returned_funds", STATE_FUNDING))
    assert_close(after, bridge["financing_need"])
    assert_close(bridge["financing_need"], result.financing_need[at])


@pytest.mark.parametrize("year", [2025, 2026, 2030])
def test_a_payment_bridge_needs_the_year_before(year: int) -> None:
    with pytest.raises(ScenarioError, match=rf"year is {year}; it must lie between 2027 and 2029\."):
        payment_bridge(run(Scenario()), year)


@given(st.lists(scenarios(), min_size=1, max_size=3))
def test_bridges_in_fixed_prices_add_up_without_indexation(batch: list[Scenario]) -> None:
    result = run(batch, 2030)
    fixed = in_fixed_prices(result)
    assert fixed.bridge is not None and tuple(fixed.bridge) == COMPONENTS
    assert not fixed.bridge["indexation"].any()
    assert_close(sum(fixed.bridge[name] for name in ("previous_level", *STEPS)), fixed.cost_level)
    assert_close(fixed.bridge["previous_level"][1:], fixed.cost_level[:-1])
    assert_close(fixed.bridge["cost_level"], fixed.cost_level)
    assert_close(fixed.cost_level - fixed.returned + fixed.bridge[STATE_FUNDING], fixed.financing_need)
    for name, array in result.amounts().items():
        if name not in ("previous_level", "indexation"):
            assert_close(fixed.amounts()[name] * result.index[:, None, :], array)


@given(scenarios())
def test_fixed_prices_leave_no_price_growth(scenario: Scenario) -> None:
    fixed = in_fixed_prices(run(scenario))
    assert (fixed.index == 1).all()
    again = in_fixed_prices(fixed)
    for name, array in fixed.amounts().items():
        np.testing.assert_array_equal(again.amounts()[name], array, err_msg=name)
        assert not array.flags.writeable


@given(scenarios())
def test_fixed_prices_give_the_cost_levels_of_a_scenario_without_index(scenario: Scenario) -> None:
    """The law's first year has its own price growth, whatever the scenario's is."""
    still = in_fixed_prices(run(scenario.with_value("index_rate", 0.0)))
    fixed = in_fixed_prices(run(scenario))
    assert_close(fixed.cost_level, still.cost_level)
    for name in STEPS:
        assert_close(fixed.bridge[name], still.bridge[name])


def test_fixed_prices_without_bridges() -> None:
    result = run(Scenario(index_rate=0.03), bridges=False)
    fixed = in_fixed_prices(result)
    assert fixed.bridge is None and fixed.returned is None
    assert_close(fixed.cost_level, run(Scenario()).cost_level)


@given(st.floats(0, 0.10))
def test_at_any_index_the_default_shows_the_published_figures_in_fixed_prices(rate: float) -> None:
    fixed: Result = in_fixed_prices(run(Scenario(index_rate=rate), 2030))
    for name, array in run(Scenario(), 2030).amounts().items():
        assert_close(fixed.amounts()[name], array)
    assert all(cell.agrees or cell.cause for cell in checked_cells(fixed))


def test_the_published_change_into_2026() -> None:
    found = change(Scenario(), 2026)
    assert found.base == 1119.6 and found.base_need == 1081.0
    assert found.available == pytest.approx(1115.6, abs=EXACT)
    assert found.cost == pytest.approx(-20.3, abs=EXACT)
    assert found.moved_out == pytest.approx(35.0, abs=EXACT)
    assert found.comparable == pytest.approx(14.7, abs=EXACT)
    assert found.need == pytest.approx(1015.8 - 1081.0, abs=EXACT)
    assert found.returned == pytest.approx(83.5, abs=EXACT) and found.lapsed == 0


def test_the_change_into_2027_is_the_plan_and_the_lapsed_return() -> None:
    found = change(Scenario(), 2027)
    assert found.base == pytest.approx(1099.3, abs=EXACT) and found.base_need == pytest.approx(1015.8, abs=EXACT)
    assert found.need == pytest.approx(103.7, abs=EXACT)
    assert found.cost == pytest.approx(20.2, abs=EXACT) and found.comparable == found.cost
    assert found.lapsed == pytest.approx(83.5, abs=EXACT) and found.returned == 0


@given(scenarios(), st.integers(2027, 2029), st.booleans())
def test_the_change_in_need_is_cost_and_lapsed_less_returned(scenario: Scenario, year: int, fixed: bool) -> None:
    found = change(scenario, year, fixed)
    assert_close(found.need, found.cost + found.lapsed - found.returned - found.state)
    assert_close(found.available, found.base)


@pytest.mark.parametrize("delay", [0, 1, 2, 3])
def test_what_moves_out_counts_in_the_year_it_leaves(delay: int) -> None:
    """Also where the margin is another from some year on: the step of the bridge is what left."""
    scenario = Scenario(measures={"felles_til_tjenesteavtaler": {"delay": delay}}, risk_margin=0.0, first_year=2029)
    found = [change(scenario, year).moved_out for year in (2026, 2027, 2028, 2029)]
    assert_close(found, [35.0 * (year == delay) for year in range(4)])


def test_nothing_is_comparable_by_itself_where_nothing_moves() -> None:
    found = change(Scenario(measures={"felles_til_tjenesteavtaler": {"enabled": False}}), 2026)
    assert found.moved_out == 0 and found.cost == pytest.approx(14.7, abs=EXACT)


PAYERS = st.sampled_from(["Helse Vest", "1103", "rhf", "ovrige_medlemmer"])


@settings(max_examples=40, deadline=None)
@given(scenarios(), st.integers(2027, 2029), PAYERS, st.sampled_from(PRICES))
def test_the_parts_of_a_payments_change_add_up_to_it(scenario: Scenario, year: int, payer: str, prices: str) -> None:
    """With both starts, any keys and in both prices."""
    found = answer(Question(scenario, year=year, prices=prices))
    paid = amounts_of(payer, *found.charged)[:, :, 0].sum(axis=1)
    assert_close(payer_change(payer, found, year).whole, paid[year - 2026] - paid[year - 2027])


@settings(max_examples=20, deadline=None)
@given(scenarios(), PAYERS, st.sampled_from(PRICES))
def test_a_payment_has_its_part_of_the_open_return(scenario: Scenario, payer: str, prices: str) -> None:
    """As much less as in a run where all of it comes back; nothing where the scenario says how much does."""
    found = answer(Question(scenario, year=2027, prices=prices))
    back = answer(Question(scenario.with_value("base_year_underspend_returned", 1.0), year=2027, prices=prices))
    is_open = "base_year_underspend_returned" not in scenario.departures()
    less = amounts_of(payer, *found.charged)[1, :, 0].sum() - amounts_of(payer, *back.charged)[1, :, 0].sum()
    assert_close(payer_open_return(payer, found, 2027), less if is_open else 0.0)


def test_why_helse_vest_pays_more_in_2027() -> None:
    """Of what all pay 20.2 is cost and 83.5 lapses; it has its share of both, and keys change from the law alone."""
    rest = payer_change("Helse Vest", answer(Question(year=2027)), 2027)
    assert (round(rest.cost, 1), round(rest.lapsed, 1), round(rest.whole, 1)) == (1.9, 6.4, 8.3)
    assert (rest.prices, rest.returned, rest.state, rest.rounding, rest.keys) == (0, 0, 0, 0, 0)
    moved = Scenario(start="law", keys="proposal_2021", index_rate=0.031)
    by_law = payer_change("Helse Vest", answer(Question(moved, year=2027)), 2027)
    assert round(by_law.keys, 1) == 12.4 and round(by_law.prices, 1) == 3.3
    said = shown(us="Helse Vest", year=2027)
    sentence = year_change_sentence(Own.of("Helse Vest", said.answer), said)
    assert "+8,3 mill. kr: +1,9 kostnad og +6,4 bortfall av fjorårets tilbakeføring (2025-kroner" in sentence
    assert sentence.endswith("Hvis 73,5 mill. kr fra 2025 kommer tilbake, for alle, blir betalingen 86,6 mill. kr.")
    growth = next(key for key in own_key_figures(Own.of("Helse Vest", said.answer), said) if key.name == "payer_growth")
    assert plain(growth.note) == (
        "fra 84,2 mill. kr: +1,9 kostnad, +6,4 bortfall av fjorårets tilbakeføring; +9,9 % for RHF samlet"
    )
    assert year_change_sentence(Own.of("Helse Vest", shown(year=2026).answer), shown(year=2026)) == ""
