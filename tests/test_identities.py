"""Laws that hold for every scenario."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model import COMPONENTS, STEPS, Batch, Result, Scenario, run
from model.equations import steps
from model.equations.formulas import realised
from model.scenario.fields import LEVERS_BY_SOLUTION, column_limits, column_value
from tests.baselines import OPEN_SOLUTIONS, PLAN_YEARS, PRESENT, SOLUTIONS
from tests.reference import years_of
from tests.strategies import mappings, scenarios

ADD_UP = 1e-9  # MNOK; what sums of binary fractions may leave

MEASURES = PRESENT.measures
FROM_FIRST_YEAR = [f"measures.{name}" for name, each in MEASURES.items() if None in {part.year for part in each.parts}]
WORKING_FROM_FIRST_YEAR = ("risk_margin", "underspend_rate", *LEVERS_BY_SOLUTION, "by_solution", *FROM_FIRST_YEAR)
LATER_THAN_THE_LAW = Scenario.from_mapping(
    {"start": "law", "measures": {"helsenorge_veikart_2026": {"delay": 1, "scale": 1.5}, "fm_avvikling": {"delay": 1}}}
)
PUBLISHED_MEASURES = [name for name, measure in MEASURES.items() if measure.published]


def assert_same_bits(one: Result, other: Result, scenario: int | slice = slice(None)) -> None:
    """``one`` equals the scenarios of ``other`` that are asked for, to the last bit."""
    for name, array in one.amounts().items():
        assert np.array_equal(array, other.amounts()[name][:, :, scenario].reshape(array.shape)), name


@given(scenarios())
def test_bridges_add_up(scenario: Scenario) -> None:
    bridge = run(scenario, 2030).bridge
    level = sum(bridge[name] for name in ("previous_level", "indexation", *STEPS))
    np.testing.assert_allclose(level, bridge["cost_level"], rtol=0, atol=ADD_UP)
    need = bridge["cost_level"] + bridge["returned_funds"] + bridge["state_funding"]
    np.testing.assert_allclose(need, bridge["financing_need"], rtol=0, atol=ADD_UP)
    np.testing.assert_array_equal(bridge["previous_level"][1:], bridge["cost_level"][:-1])
    assert tuple(bridge) == COMPONENTS


@given(scenarios(), st.integers(2026, 2030))
def test_the_plain_reference_agrees(scenario: Scenario, last_year: int) -> None:
    result = run(scenario, last_year)
    found = result.amounts()
    for number, solution in enumerate(SOLUTIONS):
        for year, expected in years_of(scenario, solution, last_year).items():
            for name, amount in expected.items():
                assert found[name][year - 2026, number, 0] == pytest.approx(amount, rel=0, abs=ADD_UP), (name, year)


@example([LATER_THAN_THE_LAW, Scenario(investment_realisation=0.0, efficiency_realisation=0.0)], 1)
@given(st.lists(scenarios(), min_size=1, max_size=6), st.integers(1, 4))
def test_a_scenario_in_a_batch_equals_it_alone(batch: list[Scenario], block: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(steps, "BLOCK", block)
        together = run(batch, 2030)
    for number, scenario in enumerate(batch):
        assert_same_bits(run(scenario, 2030), together, number)


def test_a_batch_over_several_blocks_equals_each_scenario_alone() -> None:
    margins = np.linspace(0, 0.15, 2 * steps.BLOCK + 3)
    growth = np.linspace(0.10, -0.05, len(margins))
    result = run(Batch.from_columns({"risk_margin": margins, "extra_volume": growth}, len(margins)))
    for number in (0, 1, steps.BLOCK - 1, steps.BLOCK, 2 * steps.BLOCK - 1, 2 * steps.BLOCK, len(margins) - 1):
        alone = run(Scenario(risk_margin=margins[number], extra_volume=growth[number]))
        assert_same_bits(alone, result, number)


@given(st.lists(scenarios(), min_size=1, max_size=4))
def test_totals_are_the_same_without_bridges(batch: list[Scenario]) -> None:
    with_bridges, without = run(batch), run(batch, bridges=False)
    np.testing.assert_array_equal(with_bridges.cost_level, without.cost_level)
    np.testing.assert_array_equal(with_bridges.financing_need, without.financing_need)
    assert without.bridge is None and without.returned is None


@given(st.lists(scenarios(), min_size=1, max_size=5))
def test_columns_give_the_same_batch_as_scenarios(batch: list[Scenario]) -> None:
    paths = sorted({path for scenario in batch for path in scenario.departures()} & column_limits(PRESENT).keys())
    columns = {path: [column_value(scenario.value(path)) for scenario in batch] for path in paths}
    switches = {path for path, limit in column_limits(PRESENT).items() if limit.kind == "boolean"}
    columns = {path: np.array(column, bool if path in switches else float) for path, column in columns.items()}
    assert_same_bits(run(batch), run(Batch.from_columns(columns, len(batch))))


def test_columns_at_their_defaults_change_nothing() -> None:
    limits = column_limits(PRESENT)
    values = {path: Scenario().value(path) for path in limits}
    columns = {path: np.array([value] * 3) for path, value in values.items() if value is not None}
    columns["start"] = np.zeros(3, bool)
    assert_same_bits(run([Scenario()] * 3), run(Batch.from_columns(columns, 3)))


@given(scenarios(), st.floats(0, 0.15))
def test_more_margin_never_lowers_the_cost_level(scenario: Scenario, margin: float) -> None:
    less, more = sorted((scenario.risk_margin, margin))
    pair = [scenario.with_value("risk_margin", less), scenario.with_value("risk_margin", more)]
    cost_level = run(pair, bridges=False).cost_level
    assert (cost_level[..., 1] - cost_level[..., 0] >= -ADD_UP).all()


@given(scenarios())
def test_the_first_year_locks_the_years_before_it(scenario: Scenario) -> None:
    locked = run(scenario, 2030)
    is_set = scenario.start == "law"  # of a year that is set, what is spent is still one's own
    kept = [path for path in WORKING_FROM_FIRST_YEAR if not (is_set and path == "underspend_rate")]
    still = run(scenario.without(*kept), 2030)
    before = scenario.levers_from - PLAN_YEARS[0]
    for name, array in locked.amounts().items():
        np.testing.assert_array_equal(array[:before], still.amounts()[name][:before], err_msg=name)


@given(scenarios())
def test_levers_leave_the_clearing_line_alone(scenario: Scenario) -> None:
    moved, still = run(scenario), run(scenario.without(*LEVERS_BY_SOLUTION, "by_solution"))
    for name, array in moved.amounts().items():
        np.testing.assert_array_equal(array[:, -1], still.amounts()[name][:, -1], err_msg=name)


@given(mappings())
def test_json_reads_back_the_same_scenario(mapping: dict[str, object]) -> None:
    scenario = Scenario.from_mapping(mapping, PRESENT)
    again = Scenario.from_json(scenario.to_json())
    assert again == scenario and hash(again) == hash(scenario)
    assert Scenario.from_json(scenario.to_json().encode()).to_mapping() == scenario.to_mapping()
    assert scenario.with_value("name", "x").without("name") == scenario.without("name")


@given(scenarios())
def test_departures_rebuild_the_scenario(scenario: Scenario) -> None:
    departures = scenario.departures()
    assert all(scenario.value(path) == value for path, value in departures.items())
    assert scenario.without(*departures) == Scenario()


@given(scenarios(), st.floats(0, 0.10))
def test_the_cost_level_follows_the_index(scenario: Scenario, rate: float) -> None:
    indexed = run(scenario.with_value("index_rate", rate))
    fixed = run(scenario.with_value("index_rate", 0.0))
    since = 2026 if scenario.start == "law" else 2025
    index = [(1 + rate) ** (year - since) for year in PLAN_YEARS]
    np.testing.assert_allclose(indexed.cost_level, fixed.cost_level * np.reshape(index, (-1, 1, 1)), rtol=1e-12)
    np.testing.assert_allclose(indexed.index[:, 0] / fixed.index[:, 0], index, rtol=1e-12)


@given(scenarios())
def test_unspent_money_comes_back_after_the_lag_with_one_year_of_price_growth(scenario: Scenario) -> None:
    scenario = scenario.with_value("base_year_underspend_returned", 0.0)
    result = run(scenario, 2030)
    lag = scenario.repayment_lag
    comes_back = scenario.underspend_returned * result.unspent - scenario.shortfall_recovered * result.shortfall
    expected = (1 + scenario.index_rate) * comes_back[:-lag]
    first = max(lag, 1)
    np.testing.assert_allclose(result.returned[first:], expected, rtol=0, atol=ADD_UP)
    assert (result.unspent * result.shortfall == 0).all()
    assert (result.unspent >= -ADD_UP).all() and (result.shortfall >= -ADD_UP).all()


def test_what_another_margin_adds_is_unspent_and_what_it_lacks_is_a_shortfall() -> None:
    """At an underspend of 0 the estimates are spent to the last krone with the margin that they contain."""
    none, embedded, twice = (run(Scenario(index_rate=0.03, risk_margin=margin)) for margin in (0.0, 0.05, 0.10))
    np.testing.assert_allclose(none.shortfall, embedded.cost_level - none.cost_level, rtol=0, atol=ADD_UP)
    np.testing.assert_allclose(twice.unspent, twice.cost_level - embedded.cost_level, rtol=0, atol=ADD_UP)
    assert not none.unspent.any() and not twice.shortfall.any()


def test_a_lag_of_two_years_costs_the_payers_a_years_price_growth() -> None:
    scenario = Scenario(index_rate=0.03, underspend_rate=0.05)
    one, two = (run(scenario.with_value("repayment_lag", lag)) for lag in (1, 2))
    np.testing.assert_allclose(one.returned[1], 1.03 * one.unspent[0])
    np.testing.assert_allclose(two.returned[2], 1.03 * two.unspent[0])
    assert (two.returned[1] == 0).all()


@pytest.mark.parametrize("delay", [1, 2, 3])
@pytest.mark.parametrize("name", PUBLISHED_MEASURES)
def test_a_delay_moves_a_published_measure(name: str, delay: int) -> None:
    delayed, default = run(Scenario(measures={name: {"delay": delay}}), 2030), run(Scenario(), 2030)
    for part in MEASURES[name].parts:
        moved = delayed.bridge[part.component] - default.bridge[part.component]
        expected = np.zeros(5 + delay)
        expected[[part.year - 2026, part.year - 2026 + delay]] = [-part.amount_mnok, part.amount_mnok]
        expected = expected[:5]
        np.testing.assert_allclose(moved[:, SOLUTIONS.index(part.solution), 0], expected, rtol=0, atol=ADD_UP)


@pytest.mark.parametrize("name", PUBLISHED_MEASURES)
def test_a_measure_that_is_off_removes_its_amount(name: str) -> None:
    off, default = run(Scenario(measures={name: {"enabled": False}})), run(Scenario())
    expected = np.zeros((len(PLAN_YEARS), len(SOLUTIONS)))
    for part in MEASURES[name].parts:
        expected[part.year - 2026 :, SOLUTIONS.index(part.solution)] -= part.amount_mnok
    difference = (off.cost_level - default.cost_level)[..., 0]
    np.testing.assert_allclose(difference, expected, rtol=0, atol=ADD_UP)


def test_security_is_cumulative_and_ehds_comes_once_half_each() -> None:
    default = run(Scenario()).cost_level
    security = run(Scenario(measures={"sikkerhet": {"enabled": True}})).cost_level - default
    np.testing.assert_allclose(security.sum(axis=1)[:, 0], [10, 20, 30, 40], atol=ADD_UP)
    late = run(Scenario(first_year=2027, measures={"sikkerhet": {"enabled": True, "delay": 1}})).cost_level - default
    np.testing.assert_allclose(late[:, SOLUTIONS.index("helsenettet_eksterne"), 0], [0, 0, 10, 20], atol=ADD_UP)
    ehds = run(Scenario(measures={"ehds": {"enabled": True, "amount_mnok": 60, "delay": 1}})).cost_level - default
    for solution in ("e_resept", "kjernejournal"):
        np.testing.assert_allclose(ehds[:, SOLUTIONS.index(solution), 0], [0, 0, 30, 30], atol=ADD_UP)


def test_added_measures_are_untouched_by_realisation() -> None:
    scenario = Scenario(measures={"sikkerhet": {"enabled": True}})
    halved = Scenario(measures=scenario.measures, **{f"{step}_realisation": 0.5 for step in ("volume", "investment")})
    np.testing.assert_array_equal(run(halved).bridge["added_measures"], run(scenario).bridge["added_measures"])


def test_decommissioning_comes_whatever_the_realisation_of_efficiency() -> None:
    none = run(Scenario(efficiency_realisation=0.0)).bridge["efficiency"][..., 0]
    by_solution = dict(zip(SOLUTIONS, none[0], strict=True))
    assert by_solution["e_resept"] == pytest.approx(-12.8) and by_solution["grunndata_helseid"] == pytest.approx(-3.0)
    assert by_solution["helsenorge"] == 0.0 and by_solution["helsenettet_felles"] == pytest.approx(-3.0)


def test_a_plan_that_nobody_questions_is_counted_to_the_last_bit() -> None:
    planned, decommissioning = np.array([[-20.3]]), np.array([[-4.1]])
    assert planned - decommissioning + decommissioning != planned
    assert realised(planned, decommissioning, None, None) == planned


@given(scenarios(), st.sampled_from(OPEN_SOLUTIONS), st.sampled_from(LEVERS_BY_SOLUTION))
def test_an_override_equal_to_the_general_lever_changes_nothing(scenario: Scenario, solution: str, lever: str) -> None:
    path = f"by_solution.{solution}.{lever}"
    assert_same_bits(run(scenario.with_value(path, scenario.value(path))), run(scenario))


def test_results_are_read_only_and_lie_scenario_last() -> None:
    for array in run([Scenario()] * 3).amounts().values():
        assert array.shape == (4, 7, 3) and array.dtype == np.float64
        assert array.flags.c_contiguous and not array.flags.writeable
