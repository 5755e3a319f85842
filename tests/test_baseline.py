"""Baselines as records: what must stand in their sheets, and what holds for any of them."""

import gc
import weakref
from collections.abc import Callable, Mapping

import numpy as np
import pytest

from model import Baseline, Question, Scenario, ScenarioError, answer, attribute, checked_cells, presets, run, solve
from model.baseline.installed import FOLDER, baseline, baseline_in, installed, newest
from model.baseline.making import baseline_of
from model.baseline.parameters import parameters
from model.payers import PayerKeys, payments
from model.reading.faults import SheetError, SheetsError
from model.reading.sheets import Sheets, folder_sheets
from model.scenario import link
from model.scenario.batch import Batch
from model.scenario.fields import limits
from model.scenario.presets import law_scenario
from tests.baselines import INVENTED, PRESENT, PRESENT_ID, REQUIRED, SHEETS, changed, spring_2026, with_facts

EXACT = 1e-9
PROVESVAR = "pasientens_provesvar"
HELSEKORT_2 = "helsekort_gravide.2"
WITHOUT_VKP = "helsenettet_eksterne_og_felles"
WITH_VKP = "helsenettet_inkl_vkp"

Damage = Callable[[Sheets], Sheets]


def cell(sheet: str, row: str, column: str, text: str) -> Damage:
    """The damage of one cell."""
    return lambda sheets: changed(sheets, sheet, lambda rows: rows | {row: rows[row] | {column: text}})


def without_row(sheet: str, row: str) -> Damage:
    return lambda sheets: changed(sheets, sheet, lambda rows: {name: rows[name] for name in rows if name != row})


def without_column(sheet: str, column: str) -> Damage:
    return lambda sheets: changed(
        sheets,
        sheet,
        lambda rows: {row: {c: t for c, t in cells.items() if c != column} for row, cells in rows.items()},
    )


def without_sheet(sheet: str) -> Damage:
    return lambda sheets: {name: each for name, each in sheets.items() if name != sheet}


def renamed_row(sheet: str, row: str, name: str) -> Damage:
    return lambda sheets: changed(
        sheets, sheet, lambda rows: {name if each == row else each: cells for each, cells in rows.items()}
    )


def renamed_column(sheet: str, column: str, name: str) -> Damage:
    return lambda sheets: changed(
        sheets,
        sheet,
        lambda rows: {
            row: {name if each == column else each: text for each, text in cells.items()} for row, cells in rows.items()
        },
    )


def scale_beyond(sheets: Sheets) -> Sheets:
    """More of a measure in the law than the measure can be."""
    more = {"fm_avvikling.scale": SHEETS["law"].rows["index_rate"] | {"value": "2"}}
    return changed(sheets, "law", lambda rows: rows | more)


def faults(damage: Damage) -> tuple[SheetError, ...]:
    with pytest.raises(SheetsError) as caught:
        baseline_of(damage(SHEETS))
    return caught.value.faults


@pytest.mark.parametrize(
    ("damage", "sheet", "row", "column"),
    [
        (without_sheet("bridge"), "bridge", None, None),
        (without_sheet("plan"), "plan", None, None),
        (without_row("baseline", "base_year"), "baseline", "base_year", "value"),
        (cell("baseline", "base_year", "value", "next year"), "baseline", "base_year", "value"),
        (cell("baseline", "last_year", "value", "2026"), "baseline", "last_year", "value"),
        (cell("baseline", "last_year", "value", "2099"), "baseline", "last_year", "value"),
        (cell("baseline", "id", "value", "../../etc"), "baseline", "id", "value"),
        (cell("baseline", "title_nn", "value", ""), "baseline", "title_nn", "value"),
        (cell("baseline", "embedded_margin", "value", "5"), "baseline", "embedded_margin", "value"),
        (cell("baseline", "embedded_margin", "value", ""), "baseline", "embedded_margin", "value"),
        (cell("baseline", "embedded_margin", "value", "0.2"), "baseline", "embedded_margin", "value"),
        (cell("baseline", "base_year", "value", "2" * 5000), "baseline", "base_year", "value"),
        (cell("bridge", "helsenorge", "available", "1" + "0" * 9), "bridge", "helsenorge", "available"),
        (cell("bridge", "helsenorge", "underspend_weight", "-1"), "bridge", "helsenorge", "underspend_weight"),
        (without_column("bridge", "efficiency"), "bridge", None, "efficiency"),
        (renamed_column("bridge", "clearing", "clearance"), "bridge", None, "clearance"),
        (renamed_row("baseline", "base_year_underspend", "underspend"), "baseline", "underspend", None),
        (renamed_row("bridge", "vkp", "vkp, ny"), "bridge", "vkp, ny", None),
        (renamed_row("bridge", "vkp", "vkp.ny"), "bridge", "vkp.ny", None),
        (cell("bridge", "helsenorge", "investment", "many"), "bridge", "helsenorge", "investment"),
        (cell("bridge", "helsenorge", "investment", "13,1"), "bridge", "helsenorge", "investment"),
        (cell("bridge", "helsenorge", "investment", "NaN"), "bridge", "helsenorge", "investment"),
        (cell("bridge", "helsenorge", "returned_funds", "18.2"), "bridge", "helsenorge", "returned_funds"),
        (cell("bridge", "helsenorge", "clearing", "yes"), "bridge", "helsenettet_felles", "clearing"),
        (cell("bridge", "helsenorge", "clearing", "maybe"), "bridge", "helsenorge", "clearing"),
        (cell("bridge", "helsenorge", "key", "altinn"), "bridge", "helsenorge", "key"),
        (without_column("bridge", "underspend_weight"), "bridge", None, "underspend_weight"),
        (without_column("plan", "2028"), "plan", None, "2028"),
        (cell("plan", "vkp.efficiency", "2031", "1"), "plan", None, "2031"),
        (cell("plan", "vkp.efficiency", "2028", "1-2"), "plan", "vkp.efficiency", "2028"),
        (without_row("bridge", "vkp"), "plan", "vkp.investment", None),
        (
            cell("measures", PROVESVAR, "solution", "altinn"),
            "measures",
            PROVESVAR,
            "solution",
        ),
        (
            cell("measures", PROVESVAR, "component", "savings"),
            "measures",
            PROVESVAR,
            "component",
        ),
        (cell("measures", PROVESVAR, "year", "1999"), "measures", PROVESVAR, "year"),
        (
            cell("measures", PROVESVAR, "amount_mnok", "much"),
            "measures",
            PROVESVAR,
            "amount_mnok",
        ),
        (cell("measures", PROVESVAR, "enabled", "true"), "measures", PROVESVAR, "enabled"),
        (cell("measures", PROVESVAR, "enabled", "no"), "measures", PROVESVAR, "enabled"),
        (cell("measures", "sikkerhet", "enabled", "yes"), "measures", "sikkerhet", "enabled"),
        (cell("measures", PROVESVAR, "id", "prøvesvar.ny"), "measures", PROVESVAR, "id"),
        (cell("measures", PROVESVAR, "enabled", ""), "measures", PROVESVAR, "enabled"),
        (cell("measures", "fjernhjelp_avvikling", "enabled", "yes"), "measures", "fjernhjelp_avvikling", "enabled"),
        (cell("measures", HELSEKORT_2, "component", "added_measures"), "measures", HELSEKORT_2, "component"),
        (cell("measures", PROVESVAR, "scale_high", "-1"), "measures", PROVESVAR, "scale_high"),
        (cell("measures", "sikkerhet", "amount_mnok", "51"), "measures", "sikkerhet", "amount_mnok"),
        (cell("measures", "sikkerhet", "share", "-1"), "measures", "sikkerhet", "share"),
        (cell("measures", "ehds.1", "enabled", "yes"), "measures", "ehds.1", "amount_mnok"),
        (cell("law", "vkp.rhf", "amount_mnok", "-1.6"), "law", "vkp.rhf", "amount_mnok"),
        (cell("law", "index_rate", "value", "3.1"), "law", "index_rate", "value"),
        (without_row("law", "index_rate"), "law", "index_rate", "value"),
        (scale_beyond, "law", "fm_avvikling.scale", "value"),
        (cell("law", "vkp.rhf", "amount_mnok", ""), "law", "vkp.rhf", "amount_mnok"),
        (cell("law", "pasientens_provesvar.delay", "value", "9"), "law", "pasientens_provesvar.delay", "value"),
        (
            cell("groups", WITH_VKP, "solutions", "vkp altinn"),
            "groups",
            "helsenettet_inkl_vkp",
            "solutions",
        ),
        (cell("groups", WITH_VKP, "solutions", "vkp vkp"), "groups", WITH_VKP, "solutions"),
        (cell("groups", WITHOUT_VKP, "bridge", "yes"), "groups", WITHOUT_VKP, "solutions"),
        (cell("tables", "tabell_8", "role", "poem"), "tables", "tabell_8", "role"),
        (without_sheet("tabell_8"), "tabell_8", None, None),
        (cell("tabell_8", "vkp", "efficiency", "none"), "tabell_8", "vkp", "efficiency"),
        (cell("tabell_9_lines", "helsenorge.1", "kind", "poem"), "tabell_9_lines", "helsenorge.1", "kind"),
    ],
)
def test_a_damaged_sheet_is_refused_by_sheet_row_and_column(
    damage: Damage, sheet: str, row: str | None, column: str | None
) -> None:
    found = faults(damage)
    assert (sheet, row, column) in {(fault.sheet, fault.row, fault.column) for fault in found}
    for fault in found:
        assert "\n" not in str(fault) and fault.found and fault.allowed and sheet


def test_every_fault_is_told_at_once() -> None:
    def damage(sheets: Sheets) -> Sheets:
        return cell("plan", "vkp.efficiency", "2028", "x")(cell("bridge", "vkp", "investment", "y")(sheets))

    assert {fault.sheet for fault in faults(damage)} == {"bridge", "plan"}


def test_the_faults_stand_in_the_order_of_the_sheets() -> None:
    def damage(sheets: Sheets) -> Sheets:
        first = cell("baseline", "title_nn", "value", "")(cell("plan", "vkp.efficiency", "2028", "x")(sheets))
        return cell("bridge", "vkp", "investment", "y")(cell("bridge", "helsenorge", "returned_funds", "4")(first))

    places = [(fault.sheet, fault.row) for fault in faults(damage)]
    assert places == [("baseline", "title_nn"), ("bridge", "helsenorge"), ("bridge", "vkp"), ("plan", "vkp.efficiency")]


@pytest.mark.parametrize("written", ["", "5 %", "5"])
def test_a_margin_that_cannot_be_is_told_its_range(written: str) -> None:
    (fault,) = faults(cell("baseline", "embedded_margin", "value", written))
    assert (fault.problem, fault.written) == ("range", written)


def test_a_name_in_one_language_asks_for_the_others() -> None:
    missing = faults(lambda sheets: _with_label(sheets, {"label_nb": "Video"}))
    assert [(fault.row, fault.column) for fault in missing] == [("vkp", "label_nn"), ("vkp", "label_en")]


def _with_label(sheets: Sheets, labels: dict[str, str]) -> Sheets:
    return changed(sheets, "bridge", lambda rows: rows | {"vkp": rows["vkp"] | labels})


def test_what_a_person_writes_beside_is_not_read() -> None:
    beside = cell("bridge", "vkp", "_sum", "nonsense")(SHEETS)
    unread = {**beside, "bridge": folder_sheets(FOLDER / PRESENT_ID)["bridge"]}
    assert baseline_of(unread).digest == PRESENT.digest


def test_the_present_baseline_is_the_newest_and_read_once() -> None:
    assert newest() == PRESENT_ID == next(iter(installed())) and baseline(newest()) is baseline(PRESENT_ID)
    assert baseline_in(FOLDER / PRESENT_ID) == PRESENT


def test_content_makes_a_baseline_and_not_its_id() -> None:
    same, other = baseline_of(SHEETS), baseline_of(cell("bridge", "vkp", "investment", "1.0")(SHEETS))
    assert same == PRESENT and hash(same) == hash(PRESENT) and other.id == PRESENT.id and other != PRESENT
    ours, theirs = Scenario(figures=PRESENT), Scenario(figures=other)
    assert ours != theirs and ours.baseline == theirs.baseline
    assert run(theirs).cost_level.sum(axis=1)[0, 0] == pytest.approx(run(ours).cost_level.sum(axis=1)[0, 0] + 1)


def test_what_is_kept_with_a_baseline_goes_with_it() -> None:
    given = spring_2026()
    assert limits(given)["first_year"].low == 2027 and run(Scenario(figures=given)).years[0] == 2027
    gone = weakref.ref(given)
    del given
    gc.collect()
    assert gone() is None


@pytest.fixture(params=INVENTED)
def invented(request: pytest.FixtureRequest) -> Baseline:
    return INVENTED[request.param]()


def test_the_laws_hold_for_any_baseline(invented: Baseline) -> None:
    scenarios = [
        Scenario(figures=invented),
        Scenario(figures=invented, risk_margin=0.02, index_rate=0.03, extra_volume=0.01, underspend_rate=0.05),
        Scenario(figures=invented, by_solution={invented.solutions[0]: {"extra_efficiency": 0.02}}, repayment_lag=1),
    ]
    result = run(scenarios, invented.last_year)
    assert result.years == invented.years and result.cost_level.shape == (5, len(invented.solutions), 3)
    bridge = result.bridge
    assert bridge is not None
    steps = sum(bridge[name] for name in bridge if name not in ("cost_level", "returned_funds", "financing_need"))
    steps = steps - bridge["state_funding"] if "state_funding" in bridge else steps
    assert np.abs(steps - result.cost_level).max() < EXACT
    assert np.abs(bridge["previous_level"][0, :, 0] - invented.available).max() == 0
    paid = payments(result, PayerKeys.of(scenarios))
    assert np.abs(paid.groups.sum(axis=1) - result.financing_need.sum(axis=1)).max() < EXACT
    for at, scenario in enumerate(scenarios):
        alone = run(scenario, invented.last_year)
        assert np.array_equal(alone.financing_need[..., 0], result.financing_need[..., at])


def test_a_clearing_line_is_left_alone_where_there_is_one(invented: Baseline) -> None:
    moved = run(Scenario(figures=invented, extra_volume=0.1, volume_realisation=0))
    still = run(Scenario(figures=invented))
    differs = np.abs(moved.cost_level - still.cost_level).max(axis=(0, 2)) > EXACT
    assert differs.tolist() == [solution != invented.clearing_line for solution in invented.solutions] or (
        not invented.available.all()
    )


def test_questions_reasons_and_targets_of_any_baseline(invented: Baseline) -> None:
    scenario = Scenario(figures=invented, risk_margin=0.02, index_rate=0.031)
    found = answer(Question(scenario))
    assert found.question.year == invented.first_year and found.reference.baseline == invented
    assert found.cautions is not None and found.change.available == pytest.approx(invented.available.sum())
    assert found.why.amounts.sum() == pytest.approx(found.why.difference.sum())
    solved = solve(
        "risk_margin", float(run(scenario).cost_level[1].sum()), invented.plan_years[1], "cost_level", scenario
    )
    assert solved.value == pytest.approx(0.02)
    assert checked_cells(run(Scenario(figures=invented))) is not None
    assert not presets(invented) and law_scenario(invented) is None


def test_a_scenario_of_any_baseline_goes_into_a_file_and_a_link_and_back(invented: Baseline) -> None:
    scenario = Scenario(figures=invented, risk_margin=0.02, first_year=invented.plan_years[-1], name="Prøve")
    assert Scenario.from_json(scenario.to_json(), invented) == scenario
    opened = link.from_query(link.to_query(scenario), given=invented)
    assert opened == link.Opened(scenario, ())
    with pytest.raises(ScenarioError) as caught:
        Scenario.from_json(scenario.to_json())
    assert (caught.value.field, caught.value.problem) == ("baseline", "choice")
    elsewhere = link.from_query(link.to_query(scenario))
    assert elsewhere.missing == invented.id and elsewhere.refused[0].field == "grunnlag"


def test_scenarios_of_two_baselines_are_no_batch_and_no_difference() -> None:
    ours, theirs = Scenario(), Scenario(figures=spring_2026())
    for refused in (lambda: run([ours, theirs]), lambda: Batch.of([theirs, ours]), lambda: attribute(ours, theirs)):
        with pytest.raises(ScenarioError) as caught:
            refused()
        assert caught.value.field == "baseline"


def test_version_1_means_its_own_baseline() -> None:
    assert Scenario.from_mapping({"version": 1}).figures == PRESENT
    assert Scenario.from_mapping({"version": 1, "underspend_2025_returned": 0.5}).base_year_underspend_returned == 0.5
    with pytest.raises(ScenarioError, match="baseline"):
        Scenario.from_mapping({"version": 1}, spring_2026())
    opened = link.from_query({"v": "1", "grunnlag": PRESENT_ID, "underspend_2025_returned": "0.5"}, given=spring_2026())
    assert opened.scenario == Scenario(base_year_underspend_returned=0.5) and not opened.refused


def test_facts_can_be_given_for_another_year() -> None:
    moved = with_facts(SHEETS, {"base_year_underspend": "0"})
    assert not baseline_of(moved).base_year_underspend.any()


@pytest.mark.parametrize("key", ["helsenetet", ""])
def test_a_solution_without_a_key_is_the_one_that_is_named(key: str) -> None:
    small = {name: SHEETS[name] for name in REQUIRED}
    of_plan = changed(small, "plan", lambda rows: {row.replace("vkp.", "video."): cells for row, cells in rows.items()})
    renamed = renamed_row("bridge", "vkp", "video")(of_plan)
    with pytest.raises(SheetsError) as caught:
        baseline_of(cell("bridge", "video", "key", key)(renamed))
    assert [(fault.row, fault.column, fault.problem) for fault in caught.value.faults] == [("video", "key", "no_key")]


def test_a_scenario_has_the_margin_of_its_baseline() -> None:
    """So that the default is what is printed, whatever margin the estimates contain."""
    made = baseline_of(cell("baseline", "embedded_margin", "value", "0.03")(SHEETS))
    default = Scenario(figures=made)
    assert default.risk_margin == 0.03 and "risk_margin" not in default.to_mapping()
    np.testing.assert_array_equal(run(default).cost_level, run(Scenario()).cost_level)
    assert "3\u00a0%" in parameters(made)["risk_margin"].label["nb"]


def test_an_id_of_digits_is_an_id() -> None:
    made = baseline_of(cell("baseline", "id", "value", "2026")(SHEETS))
    assert Scenario.from_mapping(Scenario(figures=made).to_mapping(), made).baseline == "2026"


def test_keys_of_the_regulation_are_the_baselines_own_law() -> None:
    """The shared sets have the regulation of a year too; what a baseline's law says goes before."""
    more = {"helsenorge.rhf": "303.15", "helsenorge.kommuner": "101.05"}

    def change(rows: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
        return {row: {**cells, "amount_mnok": more.get(row, cells["amount_mnok"])} for row, cells in rows.items()}

    made = baseline_of(changed(SHEETS, "law", change))
    shares = made.key_sets[made.default_keys]
    assert shares["helsenorge"] == pytest.approx({"rhf": 0.75, "kommuner": 0.25})
    assert shares["vkp"] == PRESENT.key_sets[PRESENT.default_keys]["vkp"]
    assert made.key_sources[made.default_keys, "vkp", "rhf"] == PRESENT.key_sources[made.default_keys, "vkp", "rhf"]
