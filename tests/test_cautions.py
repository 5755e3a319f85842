"""What a reader is told about a scenario: each kind by a scenario made for it, and nothing without a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import Scenario, run
from model.answers.cautions import Caution, cautions
from model.equations.prices import in_fixed_prices
from tests.baselines import PRESENT
from tests.strategies import keys, scenarios

EXACT = 1e-9  # MNOK; what sums of binary fractions may leave
KINDS = ("changes_nothing", "moves_first", "above_frame", "below_zero", "counted_twice", "base_year_stays")
SECURITY = {"sikkerhet": {"enabled": True}}

MADE_FOR = {
    "changes_nothing": ({"underspend_returned": 0.5}, {"changes_nothing"}),
    "moves_first": ({"extra_efficiency": 0.02}, {"moves_first"}),
    "above_frame": ({"extra_volume": 0.02}, {"moves_first", "above_frame"}),
    "below_zero": (
        {"risk_margin": 0.0, "underspend_rate": 0.1, "measures": {"felles_til_tjenesteavtaler": {"delay": 1}}},
        {"moves_first", "below_zero", "base_year_stays"},
    ),
    "counted_twice": (
        {"base_year_underspend_returned": 0.5, "first_year": 2027, "measures": SECURITY},
        {"counted_twice"},
    ),
    "base_year_stays": ({"underspend_rate": 0.03, "first_year": 2027}, {"base_year_stays"}),
}
"""A scenario for each kind and all it is warned of: what exceeds the frame of 2026 has always moved 2026."""


def found(scenario: Scenario, fixed: bool = False) -> dict[str, Caution]:
    """The cautions about a scenario by kind, with the reference that a page uses."""
    pair = run(scenario), run(Scenario(index_rate=scenario.index_rate))
    result, reference = map(in_fixed_prices, pair) if fixed else pair
    listed = cautions(scenario, result, reference)
    assert len({caution.kind for caution in listed}) == len(listed)
    return {caution.kind: caution for caution in listed}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_raised_by_the_scenario_made_for_it(kind: str) -> None:
    mapping, expected = MADE_FOR[kind]
    assert kind in expected and found(Scenario.from_mapping(mapping)).keys() == expected


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_raised_by_no_scenario_made_for_another(kind: str) -> None:
    raised_by = {other for other, (mapping, _) in MADE_FOR.items() if kind in found(Scenario.from_mapping(mapping))}
    assert raised_by == {other for other, (_, expected) in MADE_FOR.items() if kind in expected}
    assert raised_by == {kind} or kind in ("moves_first", "base_year_stays")


@given(st.floats(0, 0.10), st.booleans())
def test_price_growth_alone_is_no_reason(rate: float, fixed: bool) -> None:
    assert found(Scenario(), fixed) == {}
    assert found(Scenario(index_rate=rate, name="2026"), fixed) == {}


@given(keys(), st.sampled_from(["kommunehelse", "population"]))
def test_who_pays_is_no_reason(key_set: object, municipal_key: str) -> None:
    assert found(Scenario.from_mapping({"keys": key_set, "municipal_key": municipal_key})) == {}


@pytest.mark.parametrize("margin", [0.0, 0.03, 0.10, 0.15])
def test_a_margin_from_2027_does_not_move_2026(margin: float) -> None:
    assert found(Scenario(risk_margin=margin, first_year=2027)) == {}
    assert "moves_first" in found(Scenario(risk_margin=margin))


def test_the_amount_of_a_moved_2026() -> None:
    moved = found(Scenario(risk_margin=0.0))["moves_first"]
    need = run(Scenario(risk_margin=0.0)).financing_need[0].sum()
    assert moved.amount == pytest.approx(need - 1015.8, abs=EXACT) and moved.amount < 0


def test_a_year_that_two_changes_leave_equal_in_sum_has_moved() -> None:
    """One solution up and another down by as much still moves both."""
    needs = PRESENT.available
    scenario = Scenario(
        by_solution={
            "helsenorge": {"extra_volume": 0.01},
            "e_resept": {"extra_efficiency": 0.01 * (needs[0] + 8.3) / (needs[2] + 6.5)},
        }
    )
    assert found(scenario)["moves_first"].amount == pytest.approx(0, abs=EXACT)


@pytest.mark.parametrize("fixed", [False, True])
@pytest.mark.parametrize("rate", [0.0, 0.05])
def test_the_frame_is_compared_in_fixed_prices(rate: float, fixed: bool) -> None:
    scenario = Scenario(index_rate=rate, measures=SECURITY)
    assert found(scenario, fixed)["above_frame"].amount == pytest.approx(1025.8, abs=EXACT)


def test_the_lowest_need_is_named() -> None:
    """What was not spent of the 35.0 of 2026 comes back in 2028 to a line that has nothing left to pay."""
    below = found(Scenario.from_mapping(MADE_FOR["below_zero"][0]))["below_zero"]
    assert (below.solution, below.year) == ("helsenettet_felles", 2028)
    assert below.amount == pytest.approx(-35 * (0.1 - 1 + 1 / 1.05), abs=EXACT)


@pytest.mark.parametrize("measure", [SECURITY, {"ehds": {"enabled": True, "amount_mnok": 20}}])
def test_only_returned_and_added_money_is_counted_twice(measure: dict[str, dict[str, object]]) -> None:
    assert "counted_twice" in found(Scenario(base_year_underspend_returned=1.0, measures=measure))
    assert "counted_twice" not in found(Scenario(measures=measure))
    assert "counted_twice" not in found(Scenario(base_year_underspend_returned=1.0))


@given(scenarios())
def test_a_scenario_that_changes_nothing_moves_nothing(scenario: Scenario) -> None:
    kinds = found(scenario).keys()
    assert not {"changes_nothing", "moves_first"} <= kinds
    assert "above_frame" not in kinds or "moves_first" in kinds


def test_money_of_the_base_year_that_stays_is_told_until_some_of_it_comes_back() -> None:
    scenario = Scenario(underspend_rate=0.05)
    assert found(scenario)["base_year_stays"].amount == pytest.approx(73.5, abs=EXACT)
    assert "base_year_stays" not in found(scenario.with_value("base_year_underspend_returned", 0.5))
    assert "base_year_stays" not in found(scenario.with_value("underspend_rate", -0.05))


@given(scenarios())
def test_nothing_moves_what_the_law_has_set(scenario: Scenario) -> None:
    from_law = scenario.with_value("start", "law")
    reference = Scenario(index_rate=scenario.index_rate, start="law")
    assert "moves_first" not in {each.kind for each in cautions(from_law, run(from_law), run(reference))}
