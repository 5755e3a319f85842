"""The start from the law: nothing moves the first year, and what the regulation left out comes in the second."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import Baseline, Batch, Result, Scenario, ScenarioError, answer, attribute, run
from model.answers.changes import time_effects
from model.answers.question import FIXED, Question
from model.baseline.axes import PAYER_GROUPS, STATE_FUNDING, Array
from model.baseline.making import baseline_of
from model.equations.prices import in_fixed_prices
from model.payers import PayerKeys, organisation_payment, outside_regulation, payers, payments, regulation_cells
from model.scenario.presets import law_scenario
from tests.baselines import INVENTED, PRESENT, SHEETS, SOLUTIONS, changed
from tests.reference import LAW_RATE, years_of
from tests.strategies import from_the_law, scenarios

ADD_UP = 1e-9  # MNOK
OF_LAW = 0.2  # MNOK; the regulation is printed with one decimal per payer group
CENT = 0.005  # MNOK; what two printed decimals hide
FIRST, SECOND = PRESENT.plan_years[:2]

LAWS: Mapping[str, dict[str, str]] = {
    "as it is": {"pasientens_provesvar.delay": "1"},
    "nothing otherwise": {},
    "half of one": {"pasientens_provesvar.scale": "0.5", "felles_til_tjenesteavtaler.scale": "0.4"},
    "one that is like the plan": {"helsenorge_veikart_2026.enabled": "no"},
    "one never, one later": {"fm_avvikling.enabled": "no", "preg_avvikling.delay": "2"},
    "a plan of later years": {"grunndata_effektivisering_2028.enabled": "no", "helsekort_gravide.scale": "2"},
}
"""Settings of measures that a regulation might have been computed with."""


def from_law(**fields: Any) -> Scenario:
    return Scenario(start="law", **fields)


def with_law(settings: Mapping[str, str]) -> Baseline:
    """The present baseline with a regulation that was computed with other measures."""

    def rows_with(rows: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        blank = dict.fromkeys(rows["index_rate"], "")
        kept = {row: cells for row, cells in rows.items() if row != "pasientens_provesvar.delay"}
        return kept | {name: blank | {"value": value} for name, value in settings.items()}

    return baseline_of(changed(SHEETS, "law", rows_with))


def total(result: Result, name: str = "financing_need") -> Array:
    """(year,): an amount of the first scenario, all solutions together."""
    summed: Array = result.amounts()[name][:, :, 0].sum(axis=1)
    return summed


def by_law_solution(result: Result) -> dict[str, float]:
    """The need of the first year by solution as the law names it."""
    need = result.financing_need[0, :, 0]
    return {name: sum(need[SOLUTIONS.index(part)] for part in parts) for name, parts in PRESENT.law_solutions.items()}


@given(from_the_law())
def test_the_first_year_is_the_regulations_whatever_the_scenario_says(scenario: Scenario) -> None:
    need = by_law_solution(run(scenario, FIRST))
    assert sum(need.values()) == pytest.approx(1029.25, abs=CENT)
    for name, amounts in PRESENT.law.by_group().items():
        assert need[name] == pytest.approx(sum(amounts.values()), abs=OF_LAW), name


@given(from_the_law())
def test_the_first_year_is_the_scenario_that_reckons_as_the_regulation(scenario: Scenario) -> None:
    """But for what is spent of the payment, which is the scenario's own where it asks for that year."""
    amounts, of_law = run(scenario).amounts(), run(law_scenario(PRESENT)).amounts()
    for name in amounts.keys() - {"unspent", "shortfall"}:
        np.testing.assert_array_equal(amounts[name][0], of_law[name][0], err_msg=name)
    own = run(
        Scenario(underspend_rate=scenario.underspend_rate, index_rate=LAW_RATE, measures=of_provesvar())
    ).amounts()
    for name in ("unspent", "shortfall"):
        expected = own[name][0] if scenario.first_year == FIRST else np.zeros_like(own[name][0])
        np.testing.assert_allclose(amounts[name][0], expected, rtol=0, atol=ADD_UP, err_msg=name)


def of_provesvar() -> dict[str, dict[str, int]]:
    return {"pasientens_provesvar": {"delay": 1}}


@given(from_the_law(), from_the_law())
def test_a_batch_may_start_from_both(one: Scenario, other: Scenario) -> None:
    batch = [one, one.with_value("start", "published"), other]
    together = run(batch, 2030)
    for number, scenario in enumerate(batch):
        for name, array in run(scenario, 2030).amounts().items():
            np.testing.assert_array_equal(array[..., 0], together.amounts()[name][..., number], err_msg=name)
    np.testing.assert_array_equal(together.index[0], [1 + LAW_RATE, 1 + one.index_rate, 1 + LAW_RATE])


@pytest.mark.parametrize("law", LAWS)
@given(st.data())
def test_the_plain_reference_agrees_on_other_regulations(law: str, data: st.DataObject) -> None:
    baseline = with_law(LAWS[law])
    scenario = data.draw(scenarios(baseline))
    settings: dict[str, dict[str, float]] = {}
    for path, value in LAWS[law].items():
        name, setting = path.split(".")
        settings.setdefault(name, {})[setting] = (
            {"yes": 1.0, "no": 0.0}.get(value) if setting == "enabled" else float(value)
        )
    amounts = run(scenario, 2030).amounts()
    for number, solution in enumerate(SOLUTIONS):
        for year, expected in years_of(scenario, solution, 2030, settings).items():
            for name, amount in expected.items():
                found = amounts[name][year - FIRST, number, 0]
                assert found == pytest.approx(amount, rel=0, abs=ADD_UP), (name, year, solution)


def test_prices_grow_from_the_regulations() -> None:
    result = run(from_law(index_rate=0.02))
    np.testing.assert_allclose(result.index[:, 0], [1.031, 1.031 * 1.02, 1.031 * 1.02**2, 1.031 * 1.02**3])
    bridge = result.bridge
    np.testing.assert_allclose(bridge["indexation"][0], 0.031 * bridge["previous_level"][0])
    np.testing.assert_allclose(bridge["indexation"][1:], 0.02 * bridge["previous_level"][1:])
    fixed = in_fixed_prices(result)
    np.testing.assert_allclose(fixed.cost_level, run(from_law()).cost_level / 1.031, rtol=1e-12)


def test_what_the_regulation_left_out_comes_in_the_second_year() -> None:
    """Pasientens prøvesvar, 17.5, is in the print of the first year and not in the regulation."""
    at = SOLUTIONS.index("kjernejournal")
    bridge = run(from_law()).bridge["investment"][:, at, 0]
    np.testing.assert_allclose(bridge, 1.031 * np.array([0, 17.5 + 4.1, 0, 0]), rtol=0, atol=ADD_UP)
    halved = run(from_law(investment_realisation=0.5)).bridge["investment"][:, at, 0]
    np.testing.assert_allclose(halved, bridge / 2, rtol=0, atol=ADD_UP)  # put in like any planned change
    as_the_law = run(from_law(measures=of_provesvar())).bridge["investment"][:, at, 0]
    np.testing.assert_allclose(as_the_law, bridge, rtol=0, atol=ADD_UP)
    never = run(from_law(measures={"pasientens_provesvar": {"enabled": False}})).bridge["investment"][:, at, 0]
    np.testing.assert_allclose(never, 1.031 * np.array([0, 4.1, 0, 0]), rtol=0, atol=ADD_UP)


@pytest.mark.parametrize("share", [0.0, 0.5, 2.0])
def test_differences_and_what_is_taken_out_are_settled_whatever_the_realisation(share: float) -> None:
    """Of 11.6 on Helsenorge in the first year: double it, drop it, or move it two years on."""
    at, planned = SOLUTIONS.index("helsenorge"), np.array([13.1, 16.1, 12.0, 12.0])
    shares = np.array([1.0, share, share, share])
    for settings, settled, moved in (
        ({"scale": 2.0}, [0, 11.6, 0, 0], [0, 0, 0, 0]),
        ({"enabled": False}, [0, -11.6, 0, 0], [0, 0, 0, 0]),
        ({"delay": 2}, [0, -11.6, 0, 0], [0, 0, 11.6, 0]),
        ({"delay": 2, "scale": 0.5}, [0, -11.6, 0, 0], [0, 0, 5.8, 0]),
    ):
        scenario = from_law(investment_realisation=share, measures={"helsenorge_veikart_2026": settings})
        found = run(scenario).bridge["investment"][:, at, 0] / 1.031
        expected = shares * (planned + moved) + settled
        np.testing.assert_allclose(found, expected, rtol=0, atol=ADD_UP, err_msg=str(settings))


def test_a_decommissioning_that_the_law_counts_on_can_be_postponed_only_from_the_second_year() -> None:
    at = SOLUTIONS.index("e_resept")
    late = from_law(efficiency_realisation=0.0, measures={"fm_avvikling": {"delay": 2}})
    found = run(late).bridge["efficiency"][:, at, 0] / 1.031
    np.testing.assert_allclose(found, [-12.8, 12.8, -12.8, 0], rtol=0, atol=ADD_UP)


def test_optional_measures_come_in_the_second_year_at_the_earliest() -> None:
    for name, settings, expected in (
        ("sikkerhet", {}, [0, 10, 20, 30]),
        ("sikkerhet", {"delay": 1}, [0, 0, 10, 20]),
        ("sikkerhet_once", {}, [0, 10, 10, 10]),
        ("sikkerhet_once", {"delay": 1, "amount_mnok": 15.0}, [0, 0, 15, 15]),
        ("fjernhjelp_avvikling", {}, [0, -1.4, -1.4, -1.4]),
        ("ehds", {"amount_mnok": 40.0, "delay": 2}, [0, 0, 0, 40]),
    ):
        moved = run(from_law(measures={name: {"enabled": True, **settings}})).cost_level - run(from_law()).cost_level
        np.testing.assert_allclose(moved[:, :, 0].sum(axis=1) / 1.031, expected, rtol=0, atol=ADD_UP, err_msg=name)


def test_an_optional_measure_of_the_regulation_stays_and_the_scenarios_comes_on_top() -> None:
    """Nine of ten for security in the regulation's year; EHDS is for the year after it, and has no amount."""
    law = {
        "sikkerhet.enabled": "yes",
        "sikkerhet.scale": "0.9",
        "ehds.enabled": "yes",
        "fjernhjelp_avvikling.enabled": "yes",
    }
    baseline, plain = with_law(law), with_law({})
    measures = {"sikkerhet": {"enabled": True, "state_share": 0.5}}
    for own, expected in (({}, [9, 9, 9, 9]), (measures, [9, 19, 29, 39])):
        result = run(Scenario(start="law", measures=own, figures=baseline))
        added = result.cost_level - run(Scenario(start="law", figures=plain)).cost_level
        np.testing.assert_allclose(added[:, :, 0].sum(axis=1) / 1.031, expected, rtol=0, atol=ADD_UP)
        assert total(result, STATE_FUNDING)[0] == 0
    assert total(result, STATE_FUNDING)[2] == pytest.approx(-10 * 1.031)
    once = with_law({"sikkerhet_once.enabled": "yes", "sikkerhet_once.delay": "1"})
    np.testing.assert_array_equal(
        run(Scenario(start="law", figures=once)).cost_level, run(Scenario(start="law", figures=plain)).cost_level
    )


def test_the_levers_work_from_the_second_year_at_the_earliest() -> None:
    moved = {"risk_margin": 0.0, "extra_efficiency": 0.02, "lasting_saving": 0.03}
    at_once, second = run(from_law(**moved)), run(from_law(first_year=SECOND, **moved))
    np.testing.assert_array_equal(at_once.cost_level, second.cost_level)
    margin = at_once.bridge["risk_margin"][..., 0].sum(axis=1)
    assert margin[0] == 0 and margin[1] < -40 and not margin[2:].any()
    scenario = from_law(**moved)
    assert (scenario.levers_from, scenario.with_value("first_year", 2029).levers_from) == (SECOND, 2029)
    effects = time_effects(scenario, at_once, run(from_law()))
    assert effects.first_year == SECOND and effects.first < -80


def test_what_is_not_spent_of_the_regulations_payment_comes_back() -> None:
    level = total(run(from_law()), "cost_level")[0]
    for lag in (1, 2):
        result = run(from_law(underspend_rate=0.02, risk_margin=0.0, repayment_lag=lag, index_rate=0.03))
        assert total(result, "unspent")[0] == pytest.approx(0.02 * level)
        assert total(result, "returned")[lag] == pytest.approx(1.03 * 0.02 * level)
    short = run(from_law(underspend_rate=-0.02, shortfall_recovered=1.0))
    assert total(short, "shortfall")[0] == pytest.approx(0.02 * level)
    assert total(short, "returned")[2] == pytest.approx(-0.02 * level)
    assert not total(run(from_law(underspend_rate=0.02, first_year=SECOND)), "unspent")[0]


@pytest.mark.parametrize("lag", [1, 2])
def test_money_of_the_base_year_comes_back_in_the_second_year(lag: int) -> None:
    result = run(from_law(base_year_underspend_returned=1.0, repayment_lag=lag, index_rate=0.03))
    np.testing.assert_allclose(total(result, "returned"), [1.031 * 83.5, 1.03 * 73.5, 0, 0], atol=ADD_UP)
    published = run(Scenario(base_year_underspend_returned=1.0, repayment_lag=lag))
    expected = {1: [83.5 + 73.5, 0, 0, 0], 2: [83.5, 73.5, 0, 0]}
    np.testing.assert_allclose(total(published, "returned"), expected[lag], atol=ADD_UP)


def test_the_first_year_is_paid_by_the_laws_keys() -> None:
    moved = {"keys": "proposal_2021", "municipal_key": "population", "rhf_key": "population"}
    batch = [from_law(**moved), from_law(), Scenario(index_rate=0.0, **moved)]
    keys = PayerKeys.of(batch)
    paid = payments(run(batch), keys)
    of_law, of_scenario = (payments(run(batch), PayerKeys.of(each)) for each in (Scenario(), Scenario(**moved)))
    for name, expected in (("groups", of_law.groups), ("members", of_law.members["kommuner"])):
        found = paid.groups if name == "groups" else paid.members["kommuner"]
        later = of_scenario.groups if name == "groups" else of_scenario.members["kommuner"]
        np.testing.assert_allclose(found[0, :, 0], expected[0, :, 0], rtol=1e-12)
        np.testing.assert_allclose(found[1:, :, 0], later[1:, :, 0], rtol=1e-12)
        np.testing.assert_allclose(found[:, :, 1], expected[:, :, 1], rtol=1e-12)
        np.testing.assert_allclose(found[:, :, 2], later[:, :, 2], rtol=1e-12)
    np.testing.assert_allclose(paid.groups.sum(axis=1), run(batch).financing_need.sum(axis=1), rtol=1e-12)
    assert PayerKeys.of(batch[1:]).first is None


def test_an_organisation_and_the_regulation_see_the_laws_keys_too() -> None:
    scenario = from_law(keys="proposal_2021", municipal_key="population")
    result, keys = run(scenario), PayerKeys.of(scenario)
    of_oslo = organisation_payment("0301", result, keys)
    place = [payer.id for payer in payers()].index("0301")
    np.testing.assert_allclose(of_oslo.total, payments(result, keys).by_payer()[:, place], rtol=1e-12)
    np.testing.assert_allclose(of_oslo.group_total, payments(result, keys).groups[:, PAYER_GROUPS.index("kommuner")])
    for cell in regulation_cells(result, keys):
        assert abs(cell.difference) < (2 * OF_LAW if "sum" in (cell.payer, cell.solution) else OF_LAW), cell
    only_first = run(scenario, FIRST)
    np.testing.assert_allclose(payments(only_first, keys).groups[0], payments(result, keys).groups[0])


def test_what_leaves_the_regulation_left_it_in_the_first_year() -> None:
    scenario = from_law(index_rate=0.02)
    moved = {year: answer(Question(scenario, year=year)).change.moved_out for year in PRESENT.plan_years}
    assert moved == pytest.approx({FIRST: 35 * 1.031, SECOND: 0, 2028: 0, 2029: 0}, abs=ADD_UP)
    fixed = answer(Question(scenario, prices=FIXED)).change.moved_out
    assert fixed == pytest.approx(35)
    back = scenario.with_value("measures.felles_til_tjenesteavtaler.enabled", False)
    assert answer(Question(back, year=SECOND)).change.moved_out == pytest.approx(-35 * 1.031 * 1.02)
    memo = next(each for each in outside_regulation(PRESENT).values() if each.measure)
    np.testing.assert_allclose(memo.amounts(back, PRESENT.plan_years), [memo.amount, 0, 0, 0])


def test_the_start_is_a_column_and_a_part_of_timing() -> None:
    columns = Batch.from_columns({"start": np.array([True, False])}, 2, PRESENT)
    np.testing.assert_array_equal(run(columns).financing_need, run([from_law(), Scenario()]).financing_need)
    found = attribute(from_law(), Scenario())
    need = (run(from_law()).financing_need - run(Scenario()).financing_need)[..., 0]
    np.testing.assert_allclose(found.amounts[..., found.levers.index("timing")], need, rtol=0, atol=ADD_UP)
    beside = attribute(from_law(risk_margin=0.03))
    assert not beside.amounts[..., beside.levers.index("timing")].any()
    with pytest.raises(ScenarioError, match="start"):
        Batch.from_columns({"start": np.array([2.0])}, 1, PRESENT)


@pytest.mark.parametrize("name", INVENTED)
def test_a_baseline_without_a_regulation_has_no_start_from_it(name: str) -> None:
    baseline = INVENTED[name]()
    assert baseline.law is None
    with pytest.raises(ScenarioError, match="start"):
        Scenario(start="law", figures=baseline)
    with pytest.raises(ScenarioError, match="start"):
        Batch.from_columns({"start": np.array([True])}, 1, baseline)
    assert not run(Batch.from_columns({"start": np.array([False])}, 1, baseline)).amounts()[STATE_FUNDING].any()
