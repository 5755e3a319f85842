"""Figures tie out, say what they show, and are drawings that Plotly accepts."""

import re
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import plotly.offline
import pytest
from hypothesis import given

from charts.bridge import GROUPS, bridge
from charts.context import Context
from charts.headline import headline
from charts.plan import plan
from charts.plotly import specification
from charts.records import Bridge, Figure, Stack
from model import COMPONENTS, PLAN_YEARS, Scenario, published, run
from pages.parts.figures import LIBRARY
from tests.strategies import scenarios
from texts import LANGUAGES, Texts

ROOT = Path(__file__).parents[1]
NOISE = 1e-6  # MNOK, one krone


def around(language: str = "nb") -> Context:
    return Context(Texts(language), published().title[language], "2025-kroner")


def drawn(scenario: Scenario, year: int = 2026, group: str = "all", language: str = "nb") -> tuple[Bridge, Stack]:
    result, reference = run(scenario), run(Scenario(index_rate=scenario.index_rate))
    context = around(language)
    return bridge(result, reference, year, context, group), plan(result, reference, context)


def resolved(value: Any) -> Any:
    """Names of colours replaced by a colour, as the screen does."""
    if isinstance(value, str):
        return "#123456" if value.startswith("@") else "Arial" if value == "inherit" else value
    if isinstance(value, list | tuple):
        return [resolved(item) for item in value]
    return {key: resolved(item) for key, item in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize("year", PLAN_YEARS)
@pytest.mark.parametrize("group", GROUPS)
def test_a_bridge_ties_out(year: int, group: str) -> None:
    figure, _ = drawn(Scenario(risk_margin=0.02, index_rate=0.03, extra_volume=0.01), year, group)
    assert tuple(row.component for row in figure.rows) == COMPONENTS
    for before, row in zip(figure.rows, figure.rows[1:], strict=False):
        end = row.scenario.end if row.total else row.scenario.start
        assert abs(end - before.scenario.end) < NOISE, row.component


@given(scenarios())
def test_any_scenario_can_be_drawn(scenario: Scenario) -> None:
    for figure in drawn(scenario, 2028):
        for narrow in (False, True):
            specified = specification(figure, narrow)
            axis = specified["layout"]["xaxis" if isinstance(figure, Bridge) else "yaxis"]
            assert axis["range"][0] <= 0 <= axis["range"][1]


@pytest.mark.parametrize("scenario", [Scenario(), Scenario(risk_margin=0.15, index_rate=0.1)])
@pytest.mark.parametrize("narrow", [False, True])
def test_plotly_accepts_the_drawing(scenario: Scenario, narrow: bool) -> None:
    for figure in drawn(scenario):
        assert go.Figure(resolved(specification(figure, narrow))).data


def test_the_axes_hold_every_bar() -> None:
    figure, columns = drawn(Scenario(risk_margin=0.15, index_rate=0.1, extra_volume=0.1), 2029)
    layout = specification(figure)["layout"]
    assert layout["xaxis"]["range"][1] >= max(row.scenario.end for row in figure.rows)
    low, high = layout["xaxis2"]["range"]
    assert all(low <= row.scenario.amount <= high for row in figure.rows if not row.total)
    assert specification(columns)["layout"]["yaxis"]["range"][1] >= max(column.total for column in columns.columns)


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
    sentence = headline(run(scenario), run(Scenario()), 2027, around())
    assert sentence == "Finansieringsbehovet i 2027 går ned 21,3 mill. kr (\u22121,9\u00a0%) fra tallgrunnlaget."


def test_the_screen_draws_with_the_plotly_that_the_drawings_are_checked_with() -> None:
    first_line = plotly.offline.get_plotlyjs()[:60]
    version = re.search(r"plotly\.js v([\d.]+)", first_line)
    assert version
    assert LIBRARY == f"app/static/plotly-basic-{version[1]}.min.js"
    assert (ROOT / LIBRARY.removeprefix("app/")).read_text(encoding="utf-8")[:60].count(version[1])
