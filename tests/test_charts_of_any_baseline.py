"""Every figure, table and sentence of charts for baselines that the code has never seen: nothing of the present one."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.bridges.bridge import bridge, solution_groups
from charts.bridges.details import details_tables
from charts.bridges.margin import margin_briefly, margin_in_words
from charts.bridges.reasons import against_reference, reasons_bridge, reasons_by_year
from charts.bridges.why import cause, difference_in_words, reasons
from charts.development import picture, structure, summary, track_record, track_words
from charts.development import tables as development_tables
from charts.draw.kinds import drawing, specification
from charts.draw.letters import screen_width
from charts.goals.candidates import candidates
from charts.goals.goal import Goal
from charts.goals.goal_targets import at_hand, at_hand_of_path, first_target, path_years
from charts.goals.goals import what_it_takes
from charts.goals.marks import marked
from charts.goals.paths import path_figures
from charts.payers import (
    beside,
    burden,
    groups,
    history,
    history_tables,
    law,
    municipal,
    net,
    own,
    own_words,
    regions,
    unit_costs,
)
from charts.payers.municipal import ROW
from charts.payers.of_group import group_figure
from charts.payers.paid import Own
from charts.plans.comparison import comparison_figures, comparison_headline, comparison_key_figures
from charts.plans.differences import differences
from charts.plans.drivers import drivers
from charts.plans.key_figures import key_figures
from charts.plans.plan import plan, series_names
from charts.plans.time_figures import time_figures, time_figures_of
from charts.records.figure import Figure
from charts.words.cautions import caution_texts
from charts.words.context import Context, context
from charts.words.headline import headline
from charts.words.names import table_names
from charts.words.scenario_names import name_of
from charts.words.settings import departures
from model import Baseline, Question, Scenario, answer
from model.answers.quantities import QUANTITIES
from model.baseline.axes import PUBLISHED_STEPS, RHF
from model.baseline.making import baseline_of
from model.history.development import FIXED, NOMINAL, PRINTED
from model.payers import key_alternatives
from model.reading.sheets import Sheet
from tests.asking import shown
from tests.baselines import INVENTED, PRESENT, REQUIRED, SHEETS, changed, spring_2026
from tests.strategies import scenarios
from texts import LANGUAGES, Texts

OSLO, NORTH = "0301", "Helse Nord"
ADD_UP = 1e-9  # MNOK
NOISE = 1e-6  # MNOK, one krone
MOVED = {"risk_margin": 0.1, "index_rate": 0.03, "extra_volume": 0.02, "name": "Moved"}
PRESENT_TABLES = re.compile(r"Tabell \d")


def everything(context: Context) -> Iterator[Any]:
    """What charts make of an answer, one record after the other."""
    answered, texts, year = context.answer, context.texts, context.year
    for group in solution_groups(context.baseline):
        yield from (bridge(context, group), against_reference(context, group))
        yield drivers(context, group)
        yield details_tables(group, context.baseline, texts)
    for quantity in ("cost_level", "financing_need"):
        first, last = path_years(context.baseline)
        for goal in (Goal(quantity, year, 900.0, False), Goal(quantity, first, 900.0, False, to=last)):
            yield marked(plan(context, quantity), goal)
            yield path_figures(goal, context)
        yield at_hand_of_path(answered, quantity, texts)
    yield marked(group_figure("kommuner", context), Goal("kommuner", year, 90.0, False))
    for quantity in (*QUANTITIES, context.question.us or "rhf"):
        yield at_hand(answered, year, quantity, texts)
        yield first_target(answered, year, quantity)
        why = reasons(answered, one_by_one=True, quantity=quantity)
        yield from (reasons_bridge(why, year, context), reasons_by_year(why, context), cause(why, None, context))
        yield from (difference_in_words(why, year, context), time_figures_of(why, context))
    yield from (margin_in_words(context), margin_briefly(context))
    yield from (headline(context), key_figures(context), time_figures(context), caution_texts(context))
    yield departures(context.question.scenario, texts)
    yield from of_development(context)
    yield from of_payers(context)


def of_development(context: Context) -> Iterator[Any]:
    """What charts make of the years before the plan, in every price basis."""
    for group in solution_groups(context.baseline):
        for basis in (FIXED, PRINTED, NOMINAL):
            yield from picture.development_figure(group, context, basis)
            yield summary.development_headline(group, context, basis)
            yield summary.development_key_figures(group, context, basis)
    yield from (
        *track_record.track_record_figure(context),
        track_words.margin_sentence(context),
    )
    for table in ("amounts_table", "growth_table", "conversion_table", "scope_table"):
        yield getattr(development_tables, table)(context)
    yield from (structure.parts_table(context.texts), structure.gap_table(context), structure.volumes_table(context))
    yield structure.volume_note(context)


def of_payers(context: Context) -> Iterator[Any]:
    """What charts make of who pays, with the regulation where there is one."""
    baseline, texts = context.baseline, context.texts
    yield from (groups.groups_figure(context), regions.regions_figure(context))
    yield from (*history.history_figure(RHF, context), *history.growth_sentences(context), net.net_sentence(context))
    yield from (history_tables.history_note(context), history_tables.history_sources(context))
    past = context.answer.history
    if past is not None:
        yield from (history_tables.history_table(past, context), history_tables.breaks_table(past, context))
    listed = municipal.municipal_table(context)
    yield listed.columns
    for table in (beside.members_table, beside.pharmacies_table, beside.memo_table):
        yield table(context)
    yield from (beside.members_note(context), beside.pharmacies_note(context), beside.memo_note(context))
    yield from (unit_costs.per_inhabitant_figure(context), unit_costs.unit_cost_headline(context))
    yield from (unit_costs.unit_cost_key_figures(baseline, texts), unit_costs.unit_cost_table(baseline, texts))
    for payer in (OSLO, NORTH):
        paid = Own.of(payer, context.answer)
        yield from (
            own.own_figure(paid, context),
            own_words.own_key_figures(paid, context),
            own_words.own_headline(paid, context),
        )
        yield from (burden.burden_table(paid, context), burden.burden_note(paid, context))
        yield from (net.net_table(paid, context), net.net_note(paid, context), history.growth_key_figure(paid, context))
        if past is not None:
            yield history_tables.own_history_table(paid, past, context)
        alternatives = key_alternatives(payer, context.answer.result, context.question.scenario)
        yield burden.alternatives_table(alternatives, paid, context)
        if baseline.law is not None:
            yield from (law.own_law_table(paid, context), law.groups_law_table(context))
            yield law.law_note(baseline.law, baseline, texts)


def words(record: Any) -> Iterator[str]:
    """Every text in a record."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, tuple | list):
        for each in record:
            yield from words(each)
    elif is_dataclass(record):
        for field in fields(record):
            if field.name != "context":
                yield from words(getattr(record, field.name))


def asked(baseline: Baseline, year: int, language: str, **moved: Any) -> Context:
    return shown(Scenario(figures=baseline, **moved), language, year=year, us=OSLO)


@pytest.mark.parametrize("moved", [{}, MOVED], ids=["at rest", "moved"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*INVENTED, "present"])
def test_everything_can_be_said_of_any_baseline(name: str, language: str, moved: dict[str, Any]) -> None:
    baseline = INVENTED[name]() if name in INVENTED else PRESENT
    for year in baseline.plan_years:
        for record in everything(asked(baseline, year, language, **moved)):
            said = list(words(record))
            assert not [
                text for text in said if "{" in text.replace(ROW, "") or "None" in text or "nan" in text.split()
            ]
            if isinstance(record, Figure):
                assert record.alt and drawing(record, 700.0) and specification(record)
                assert all(len(row) == len(record.table.header) for row in record.table.rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tallgrunnlag_a_year_on_names_its_own_years_and_tables(language: str) -> None:
    """The base year of the present one and the tables that the new one lacks are named nowhere."""
    invented = spring_2026()
    for year in invented.plan_years:
        figures = [each for each in everything(asked(invented, year, language)) if isinstance(each, Figure)]
        before = ("payer_history", "development", "track_record")  # they have the years before the plan
        figures = [each for each in figures if not each.name.startswith(before)]
        said = [text for figure in figures for text in words(figure)]
        assert not [text for text in said if re.search(r"\b2025\b", text)]
        assert {found for text in said for found in PRESENT_TABLES.findall(text)} <= {"Tabell 1", "Tabell 2"}


def test_a_solution_that_only_a_baseline_knows_has_the_name_it_brings() -> None:
    invented = INVENTED["one solution more, one less"]()
    for language, name in (("nb", "Pasientens legemiddelliste"), ("en", "Medication list")):
        figure = bridge(asked(invented, 2026, language), "pasientens_legemiddelliste")
        assert figure.title[1] == name
    (change,) = departures(
        Scenario(figures=invented, by_solution={"pasientens_legemiddelliste": {"extra_volume": 0.01}}), Texts("en")
    )
    assert change.label.startswith("Medication list: ")


def test_solutions_that_are_paid_as_one_are_named_together() -> None:
    other, texts = INVENTED["one solution more, one less"](), Texts("nb")
    assert series_names(other, texts)[0] == "Pasientens legemiddelliste + Grunndata og HelseID"
    assert series_names(PRESENT, texts)[-1] == "Helsenettet"


def test_a_long_name_has_room_beside_the_columns() -> None:
    def beside(baseline: Baseline, language: str) -> tuple[int, str]:
        drawn = specification(plan(asked(baseline, 2026, language)))
        return int(drawn["layout"]["margin"]["r"]), max(drawn["data"][-1]["text"], key=len)

    assert {beside(PRESENT, language)[0] for language in LANGUAGES} == {128}
    for language in LANGUAGES:
        room, longest = beside(INVENTED["one solution more, one less"](), language)
        assert 128 < screen_width(longest, 12) < room <= 224
        assert longest.endswith("…") == (language != "en")


@pytest.mark.parametrize("name", INVENTED)
def test_the_plan_adds_up_without_a_history(name: str) -> None:
    at_rest = asked(INVENTED[name](), 2027, "nb")
    figure, result = plan(at_rest), at_rest.answer.result
    computed = [column for column in figure.columns if not column.fact]
    assert [column.label for column in computed] == [str(year) for year in result.years]
    for at, column in enumerate(computed):
        total = sum(segment.span.amount for segment in column.segments)
        assert abs(total - result.cost_level[at, :, 0].sum()) < ADD_UP
    assert len(figure.columns) - len(computed) == (name == "a year on")


def test_where_no_law_sets_the_first_year_every_year_is_computed() -> None:
    lawless = asked(spring_2026(), 2027, "nb", risk_margin=0.1)
    assert all("*" in column.label for column in groups.groups_figure(lawless).columns)
    assert "moves_first" not in {caution.kind for caution in caution_texts(lawless)}
    assert not own_words.own_headline(Own.of(OSLO, lawless.answer), lawless).count("forskriften")


def test_scenarios_of_two_baselines_stand_side_by_side() -> None:
    both = [
        context(answer(Question(Scenario(figures=figures, **moved), year=2027)), Texts("nb"), name)
        for name, figures, moved in (
            ("Nå", PRESENT, {"measures": {"helsenorge_veikart_2026": {"enabled": False}}}),
            ("Ny", spring_2026(), {"risk_margin": 0.03}),
        )
    ]
    assert len(comparison_figures(both)) == 4 and len(comparison_key_figures(both)) == 2
    assert "«Nå»" in comparison_headline(both)
    table = differences(both)
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Tallgrunnlag"] == ("Tallgrunnlaget våren 2025", "Oppdiktet våren 2026")
    assert rows["Priser"] == ("2025-kroner", "2026-kroner")
    assert rows["Helsenorges veikart, vekst i 2026: inkludert"] == ("av", "–")
    assert rows["Finansieringsbehov 2026"][1] == "–" and rows["Finansieringsbehov 2030"][0] == "–"
    assert len(table.row_units) == len(table.rows)


def test_what_it_takes_is_asked_of_any_baseline() -> None:
    for make in INVENTED.values():
        scenario = Scenario(figures=make())
        takes = what_it_takes(scenario, Goal("financing_need", 2028, 1.0, False), candidates(scenario), Texts("nb"))
        assert takes.beyond and "{" not in takes.sentence


def test_a_scenario_without_a_setting_is_called_what_its_baseline_is() -> None:
    assert name_of(Scenario(figures=spring_2026()), Texts("en")) == "Invented spring 2026"


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        ((), ""),
        (("Tabell 8",), "Tabell 8"),
        (("Tabell 8", *(f"Tabell {number}" for number in range(15, 22))), "Tabell 8 og 15–21"),
        (("Tabell 2", "Tabell 4", "Tabell 5", "Tabell 9"), "Tabell 2, 4–5 og 9"),
        (("Tabell 2", "Figur 3"), "Tabell 2 og Figur 3"),
        (("bridge", "plan"), "bridge og plan"),
    ],
)
def test_tables_are_named_in_one_phrase(labels: tuple[str, ...], said: str) -> None:
    assert table_names(labels, Texts("nb")) == said


def test_every_amount_is_finite_for_any_baseline() -> None:
    for make in INVENTED.values():
        table = municipal.municipal_table(asked(make(), 2027, "nb"))
        assert np.isfinite([cell for row in table.rows for cell in row if not isinstance(cell, str)]).all()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_state_pays_is_a_step_only_where_it_pays(language: str) -> None:
    measures = {"sikkerhet": {"enabled": True, "state_share": 0.5}}
    paid, unpaid = asked(PRESENT, 2027, language, measures=measures), asked(PRESENT, 2027, language)
    rows = bridge(paid).rows
    assert {"state_funding", "lapsed_state_funding"} <= {row.component for row in rows}
    for before, row in itertools.pairwise(rows):
        assert abs((row.scenario.end if row.total else row.scenario.start) - before.scenario.end) < NOISE
    assert not [row for row in bridge(unpaid).rows if "state" in row.component]
    label = Texts(language)("setting.state_share").lower()
    assert [change.value for change in departures(paid.question.scenario, Texts(language)) if label in change.label]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_year_as_the_law_has_set_it_is_said_in_words(language: str) -> None:
    from_law = asked(PRESENT, 2027, language, start="law")
    (change,) = departures(from_law.question.scenario, Texts(language))
    assert change.value == Texts(language)("first_year_is.law", year=PRESENT.first_year)
    assert change.default == Texts(language)("first_year_is.published")
    assert all("{" not in text.replace(ROW, "") for record in everything(from_law) for text in words(record))


MADE = {name: make() for name, make in INVENTED.items()}


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(list(MADE)), st.data())
def test_any_scenario_of_any_baseline_can_be_drawn(name: str, data: st.DataObject) -> None:
    scenario = data.draw(scenarios(MADE[name]))
    said = shown(scenario, year=data.draw(st.sampled_from(MADE[name].plan_years)), us=OSLO)
    for record in everything(said):
        if isinstance(record, Figure):
            assert drawing(record, 700.0)


def many_solutions() -> Baseline:
    """An invented one with nine solutions that are paid each under its own key, more than there are colours."""
    names = [*PRESENT.law_solutions, "medisinliste", "egenbehandling", "velferd"]
    new = {name: SHEETS["bridge"].rows["vkp"] | {"key": ""} for name in names[-3:]}
    weights = {f"regulation_2026.{name}.rhf": {"weight": "1"} for name in names}
    sheets = {name: SHEETS[name] for name in REQUIRED} | {"keys": Sheet("keys", ("weight",), weights)}
    blank = dict.fromkeys(SHEETS["plan"].columns, "")
    plans = {f"{name}.{step}": blank for name in new for step in PUBLISHED_STEPS}
    sheets = changed(sheets, "plan", lambda rows: rows | plans)
    return baseline_of(changed(sheets, "bridge", lambda rows: rows | new))


def test_more_solutions_than_colours_are_drawn() -> None:
    """What neither the catalogues nor the baseline has a name for is called by its id."""
    nine = asked(many_solutions(), 2027, "nb")
    figure = plan(nine)
    assert [name for name, _ in figure.series][-3:] == ["medisinliste", "egenbehandling", "velferd"]
    assert {tone for _, tone in figure.series} == {f"series{place}" for place in range(6)}
    for record in everything(nine):
        if isinstance(record, Figure):
            assert drawing(record, 700.0) and specification(record)


def test_keys_of_a_solution_that_is_paid_as_another_are_read_back() -> None:
    """The name of the one means that one alone in a scenario, though the regulation has both as one."""
    invented, half = INVENTED["one solution more, one less"](), {"rhf": 0.5, "kommuner": 0.5}
    scenario = Scenario(figures=invented, keys=dict.fromkeys(invented.law_solutions["grunndata_helseid"], half))
    assert Scenario.from_json(scenario.to_json(), invented) == scenario


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_is_installed_is_called_published(language: str) -> None:
    texts = Texts(language)
    for baseline, said, unsaid in ((PRESENT, "published", "in_file"), (spring_2026(), "in_file", "published")):
        of_baseline = context(answer(Question(Scenario(figures=baseline))), texts)
        notes = [figure.note for figure in key_figures(of_baseline)]
        assert texts(f"key.{said}") in notes and texts(f"key.{unsaid}") not in notes
