"""Figures tie out, say what they show, and are drawings that Plotly accepts."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import plotly.offline
import pytest
from hypothesis import given

from charts.bridges.beside import on_own_scales, with_common_scale
from charts.bridges.bridge import bridge, solution_groups
from charts.bridges.details import details_tables
from charts.draw.kinds import KINDS, specification
from charts.draw.letters import screen_width
from charts.draw.plotly.shared import Room
from charts.plans.drivers import drivers
from charts.plans.plan import plan
from charts.records.bridge import Bridge
from charts.records.figure import Figure
from charts.records.stack import Stack
from charts.words.cautions import caution_texts
from charts.words.headline import headline
from charts.words.settings import departures
from exports.deck.slides import NATIVE
from model import COMPONENTS, Scenario, run
from model.answers.changes import SHOWN_WHERE_NOT_ZERO
from pages.figures.board import LIBRARY
from tests.asking import shown
from tests.baselines import PRESENT
from tests.reference import PAYMENT_COMPONENTS
from tests.strategies import scenarios
from texts import LANGUAGES, Texts

ROOT = Path(__file__).parents[1]
NOISE = 1e-6  # MNOK, one krone
GROUPS = tuple(solution_groups(PRESENT))


def drawn(scenario: Scenario, year: int = 2026, group: str = "all", language: str = "nb") -> tuple[Bridge, Stack]:
    context = shown(scenario, language, year=year)
    return bridge(context, group), plan(context)


def every_figure(scenario: Scenario, year: int = 2028, language: str = "nb") -> tuple[Figure, ...]:
    """One of each kind, both quantities and bridges of every group."""
    context = shown(scenario, language, year=year)
    return (
        *(bridge(context, group) for group in GROUPS),
        plan(context, "financing_need"),
        drivers(context, "e_resept"),
        *drawn(scenario, year, language=language),
    )


def resolved(value: Any) -> Any:
    """Names of colours replaced by a colour, as the screen does."""
    if isinstance(value, str):
        return "#123456" if value.startswith("@") else "Arial" if value == "inherit" else value
    if isinstance(value, list | tuple):
        return [resolved(item) for item in value]
    return {key: resolved(item) for key, item in value.items()} if isinstance(value, dict) else value


def test_every_kind_of_chart_is_drawn_on_screen_on_paper_and_on_slides() -> None:
    kinds = {kind.__name__ for kind in Figure.__subclasses__()}  # by name: a record with slots is made twice
    assert kinds == {kind.__name__ for kind in KINDS} and NATIVE.keys() == KINDS.keys()


@pytest.mark.parametrize("year", PRESENT.plan_years)
@pytest.mark.parametrize("group", GROUPS)
def test_a_bridge_ties_out(year: int, group: str) -> None:
    scenario = Scenario(risk_margin=0.12, index_rate=0.03, extra_volume=0.01)
    figure = bridge(shown(scenario, against=Scenario(), year=year), group)
    expected = PAYMENT_COMPONENTS if year > 2026 else COMPONENTS
    assert [row.component for row in figure.rows] == [each for each in expected if each not in SHOWN_WHERE_NOT_ZERO]
    for before, row in zip(figure.rows, figure.rows[1:], strict=False):
        end = row.scenario.end if row.total else row.scenario.start
        assert abs(end - before.scenario.end) < NOISE, row.component


@given(scenarios())
def test_any_scenario_can_be_drawn(scenario: Scenario) -> None:
    for figure in every_figure(scenario):
        for room in Room:
            specified = specification(figure, room)
            lies = isinstance(figure, Bridge) or (isinstance(figure, Stack) and room is Room.PHONE)
            axis = specified["layout"]["xaxis" if lies else "yaxis"]
            assert axis["range"][0] <= 0 <= axis["range"][1]
    paths = {path.rpartition(".")[0] if path.startswith("keys.") else path for path in scenario.departures()}
    of_projects = {path for path in paths if path.startswith("projects.")}
    assert len(departures(scenario, Texts("nn"))) == len(paths - of_projects - {"name"}) + len(scenario.projects)


@pytest.mark.parametrize("scenario", [Scenario(), Scenario(risk_margin=0.15, index_rate=0.1)])
@pytest.mark.parametrize("room", Room)
def test_plotly_accepts_the_drawing(scenario: Scenario, room: Room) -> None:
    for figure in every_figure(scenario):
        assert go.Figure(resolved(specification(figure, room))).data


@pytest.mark.parametrize("scenario", [Scenario(), Scenario(risk_margin=0.15, index_rate=0.1)])
def test_columns_lie_on_a_phone_each_with_its_amount_beyond_it(scenario: Scenario) -> None:
    for figure in every_figure(scenario):
        if not isinstance(figure, Stack):
            continue
        standing, lying = (specification(figure, room) for room in (Room.SMALL, Room.PHONE))
        assert [trace["x"] for trace in lying["data"]] == [trace["y"] for trace in standing["data"]]
        assert all(trace["orientation"] == "h" for trace in lying["data"] if trace["type"] == "bar")
        top, bottom = lying["layout"]["yaxis"]["range"][::-1]
        assert top < lying["layout"]["yaxis"]["tickvals"][0] < lying["layout"]["yaxis"]["tickvals"][-1] < bottom
        amounts = lying["data"][2]
        assert amounts["text"] == [f"<b>{column.text}</b>" if column.text else "" for column in figure.columns]
        low, high = lying["layout"]["xaxis"]["range"]
        plot = 200 / (high - low)  # pixels of a million, at least
        for column, place, side in zip(figure.columns, amounts["x"], amounts["textposition"], strict=True):
            beyond = high - place if side == "middle right" else place - low
            assert beyond * plot >= screen_width(column.text, 12, bold=True)


def test_six_bridges_on_the_same_scale_have_the_same_axes() -> None:
    six = with_common_scale(tuple(bridge(shown(), group) for group in GROUPS))
    assert len({each.scale for each in six}) == 1
    assert six[0].scale.level[1] >= 1115.6


def test_a_scale_of_its_own_is_said_in_the_title() -> None:
    six = tuple(bridge(shown(), group) for group in GROUPS)
    assert [figure.title[1] for figure in on_own_scales(six)] == [f"{figure.title[1]}, egen skala" for figure in six]
    assert [figure.scale for figure in on_own_scales(six)] == [figure.scale for figure in six]


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("nb", "1 ledd uten endring", "5 ledd uten endring"),
        ("nn", "1 ledd utan endring", "5 ledd utan endring"),
        ("en", "1 item unchanged", "5 items unchanged"),
    ],
)
def test_steps_of_nothing_are_one_row_and_stay_in_the_table(language: str, one: str, many: str) -> None:
    figure = bridge(shown(Scenario(), year=2027, language=language))
    labels = [row.label for row in figure.drawn]
    assert labels[-3] == many and len(labels) == len(figure.rows) - 4
    assert len(figure.table.rows) == len(figure.rows)
    assert all(opens[1] for opens in figure.table.opens)
    nothing = sorted(row.component for row in figure.rows if row.is_nothing)
    assert [row.label for row in figure.unfolding(frozenset(nothing[1:])).drawn].count(one) == 1
    assert figure.unfolding(frozenset(nothing)).drawn == figure.rows


def test_bridges_beside_each_other_have_the_same_rows() -> None:
    six = with_common_scale(tuple(bridge(shown(Scenario(risk_margin=0.03)), group) for group in GROUPS))
    rows = [[row.label for row in figure.drawn] for figure in six]
    assert rows.count(rows[0]) == len(six)


def test_the_scenario_is_solid_and_hatched_where_that_is_chosen() -> None:
    """The other look goes along: colours that are the reader's own take it."""
    for figure in drawn(Scenario(risk_margin=0.03)):
        at = 1 if isinstance(figure, Bridge) else 0
        solid = specification(figure)["data"][at]
        hatched = specification(replace(figure, hatched=True))["data"][at]
        assert "pattern" not in solid["marker"] and solid["meta"]["hatched"] == hatched["marker"]
        assert "/" in hatched["marker"]["pattern"]["shape"]


def test_an_amount_of_parts_on_both_sides_of_zero_stands_at_its_own_height() -> None:
    figure = drivers(shown(Scenario(risk_margin=0.03)))
    spec = specification(figure)
    texts, points = spec["data"][2], spec["data"][4]
    low, high = figure.scale
    for column, place, net, text_at in zip(figure.columns, texts["x"], points["y"], texts["y"], strict=True):
        assert column.net == pytest.approx(sum(part.span.amount for part in column.segments))
        assert place in points["x"] and net == column.net
        assert abs(text_at - net) < 0.05 * (high - low)
    assert all(column.net is None for column in plan(shown()).columns)


def test_a_column_of_the_drivers_is_the_change_of_its_year() -> None:
    scenario = Scenario(index_rate=0.02, extra_efficiency=0.01)
    result = run(scenario)
    for column, year in zip(drivers(shown(scenario)).columns, result.years, strict=True):
        at = result.years.index(year)
        before = result.amounts()["previous_level"][at].sum()
        assert sum(s.span.amount for s in column.segments) == pytest.approx(result.cost_level[at].sum() - before)
    figure = drivers(shown(scenario))
    heights = [part.span.start + part.span.end for part in figure.last_parts]
    assert heights == sorted(heights) and min(heights) < 0 < max(heights)
    assert len(figure.legend(wide=True)) == len(figure.series) - len(heights) < len(figure.legend(wide=False))


def test_the_lines_of_a_printed_table_have_bars_within_their_column() -> None:
    (table,) = details_tables("e_resept", PRESENT, Texts("nb"))
    assert table.title == "Tabell 11 (2026)"
    assert all(len(row.cells) == len(table.header) - 1 for row in table.rows)
    assert all(-1 <= share <= 1 for row in table.rows for _, share in row.cells)
    assert details_tables("all", PRESENT, Texts("nb")) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_warnings_are_said_in_words(language: str) -> None:
    scenario = Scenario.from_mapping(
        {"risk_margin": 0.1, "base_year_underspend_returned": 1.0, "measures": {"sikkerhet": {"enabled": True}}}
    )
    said = caution_texts(shown(scenario, language))
    assert [each.kind for each in said] == ["moves_first", "above_frame", "counted_twice"]
    assert all(each.short and len(each.sentence) > len(each.short) for each in said)


@pytest.mark.parametrize(
    ("path", "value", "label", "shown"),
    [
        ("risk_margin", 0.03, "Risikomargin", "3,0\u00a0%"),
        ("by_solution.helsenorge.extra_volume", 0.0125, "Helsenorge: volum/beredskap utover plan", "1,25\u00a0%"),
        ("measures.pasientens_provesvar.delay", 1, "Pasientens prøvesvar i Kjernejournal: utsatt", "1 år"),
        ("measures.fm_avvikling.enabled", False, "Forskrivningsmodulen (FM) avvikles som planlagt: inkludert", "av"),
        ("measures.sikkerhet.amount_mnok", 15.0, "Økt sikkerhet og beredskap, hvert år: beløp", "15,0 mill. kr"),
        ("first_year", 2027, "Endringene gjelder fra", "2027"),
        ("repayment_lag", 1, "Tilbakeføres etter", "1 år"),
    ],
)
def test_a_departure_is_named_with_its_unit(path: str, value: object, label: str, shown: str) -> None:
    (departure,) = departures(Scenario().with_value(path, value), Texts("nb"))
    assert (departure.path, departure.label, departure.value) == (path, label, shown)
    assert departure.default


def test_the_axes_hold_every_bar() -> None:
    figure, columns = drawn(Scenario(risk_margin=0.15, index_rate=0.1, extra_volume=0.1), 2029)
    layout = specification(figure)["layout"]
    assert layout["xaxis"]["range"][1] >= max(row.scenario.end for row in figure.rows)
    low, high = layout["xaxis2"]["range"]
    assert all(low <= row.scenario.amount <= high for row in figure.rows if not row.total)
    assert specification(columns)["layout"]["yaxis"]["range"][1] >= max(column.top for column in columns.columns)


def test_at_rest_nothing_is_drawn_over_the_published_figures() -> None:
    figure, columns = drawn(Scenario())
    assert not figure.moved and not columns.moved
    assert set(specification(figure)["data"][1]["x"]) == {None}
    assert columns.columns[0].text == "1\u202f119,6"
    assert [column.text for column in columns.columns[1:]] == [
        "1\u202f099,3",
        "1\u202f119,5",
        "1\u202f131,5",
        "1\u202f143,5",
    ]


def test_the_bridge_of_2026_has_the_labels_of_figur_1() -> None:
    figure, _ = drawn(Scenario())
    expected = ["+30,6", "\u221235,0", "+17,9", "\u221229,8", "\u221283,5", "1\u202f015,8"]
    found = [row.text.split(" ")[-1] for row in figure.rows]
    assert [text for text in found if text in expected] == expected
    assert figure.difference.startswith("\u221299,8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_beside_the_figures(language: str) -> None:
    figures: tuple[Figure, ...] = drawn(Scenario(risk_margin=0.03), language=language)
    for figure in figures:
        assert figure.alt and all(figure.title) and figure.table.rows
        assert all(len(row) == len(figure.table.header) for row in figure.table.rows)


def test_the_headline_names_change_and_base() -> None:
    scenario = Scenario(risk_margin=0.03, first_year=2027)
    sentence = headline(shown(scenario, year=2027))
    assert sentence == "Finansieringsbehovet i 2027 er 21,3 mill. kr (1,9\u00a0%) lavere enn i tallgrunnlaget."


def test_the_screen_draws_with_the_plotly_that_the_drawings_are_checked_with() -> None:
    first_line = plotly.offline.get_plotlyjs()[:60]
    version = re.search(r"plotly\.js v([\d.]+)", first_line)
    assert version
    assert f"app/static/plotly-basic-{version[1]}.min.js" == LIBRARY
    assert (ROOT / LIBRARY.removeprefix("app/")).read_text(encoding="utf-8")[:60].count(version[1])


def test_beside_a_solutions_own_lever_stands_what_the_published_figures_have() -> None:
    """Not the scenario's lever for all, which the solution would follow without one of its own."""
    scenario = Scenario.from_mapping(
        {"extra_volume": 0.01, "by_solution": {"helsenorge": {"extra_volume": 0.0}, "vkp": {"extra_volume": 0.02}}}
    )
    found = {each.path: (each.value, each.default) for each in departures(scenario, Texts("nb"))}
    assert found["by_solution.helsenorge.extra_volume"] == ("0,0\u00a0%", "0,0\u00a0%")
    assert found["by_solution.vkp.extra_volume"] == ("2,0\u00a0%", "0,0\u00a0%")
