"""Nytt tiltak in pictures and words: each figure opens what it shows, and each step has a name."""

from collections.abc import Iterator
from typing import Any

import pytest

from charts.bridges.reasons import reasons_bridge, reasons_by_year
from charts.bridges.why import cause, reasons
from charts.plans.time_figures import time_figures_of
from charts.projects.effects import effects
from charts.projects.pictures import project_figures
from charts.projects.words import headline, key_figures
from charts.words.context import Context
from model import Scenario
from model.answers.quantities import BURDEN, burden_of
from model.explaining.calculation import Calculations
from tests.asking import shown
from tests.test_every_figure_opens import OSLO, Shown, faults, of_figure, of_keys, unnamed, unsound
from texts import LANGUAGES

PORTAL: dict[str, Any] = {"solution": "helsenorge", "investment_mnok": {"2026": 40, "2027": 18}, "go_live": 2027}
REPAID: dict[str, Any] = {"interest_rate": 0.03, "repayment": "annuity"}
PROJECTS = (
    PORTAL
    | {"name": "Portal", "state_share": 0.25, "interest_rate": 0.03, "repayment": "annuity", "phase_in_years": 2},
    PORTAL
    | {"task": "outside", "users": ["rhf", OSLO], "indexed": False, "operation_mnok": 7.5, "interest_rate": 0.02},
    PORTAL | {"task": "authority", "solution": "vkp"},
)
VIEWS: dict[str, dict[str, Any]] = {
    "at rest": {},
    "moved": {"index_rate": 0.031, "keys": {"helsenorge": {"rhf": 0.5, "kommuner": 0.5}}},
    "from the law": {"start": "law", "index_rate": 0.02},
}


def asked(view: str, prices: str = "lopende", language: str = "nb") -> Context:
    scenario = Scenario.from_mapping({**VIEWS[view], "projects": list(PROJECTS)})
    return shown(scenario, language, year=2027, prices=prices, us=OSLO)


def figures(context: Context) -> Iterator[Shown]:
    yield from of_keys(key_figures(context))
    for figure in project_figures(context):
        yield from of_figure(figure)


@pytest.mark.parametrize("prices", ["lopende", "faste"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_figure_opens_what_it_shows(view: str, prices: str) -> None:
    context = asked(view, prices)
    calculations, seen = Calculations.of(context.answer), set[int]()
    drawn = list(figures(context))
    assert len(drawn) > 100 and not faults(drawn, calculations)
    for each in dict.fromkeys(figure.opens for figure in drawn):
        assert not [*unsound(calculations.node(each), seen)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_has_a_name(language: str) -> None:
    context = asked("from the law", language=language)
    calculations, seen = Calculations.of(context.answer), set[str]()
    for each in dict.fromkeys(figure.opens for figure in figures(context)):
        assert not [*unnamed(calculations.node(each), context, seen)]


def test_the_headline_says_the_total_and_the_year_with_most() -> None:
    """58 over ten years, and a fifth of it for operation: 5.8 and 11.6 a year."""
    scenario = Scenario.from_mapping({"projects": [PORTAL | {"name": "Portal"}]})
    context = shown(scenario, year=2027)
    assert headline(context) == "Portal: sektoren betaler 174,0 mill. kr fra 2027 til 2036, mest i 2027: 17,4"
    assert [key.value for key in key_figures(context)][:2] == ["174,0", "17,4"]


def test_what_a_setting_does_is_held_against_its_neutral_value() -> None:
    scenario = Scenario.from_mapping({"projects": [PORTAL | {"lifetime": 5, "state_share": 0.5}]})
    said = effects(0, shown(scenario, year=2027))
    assert said["state_share"] == "Mot 0,0\u00a0%: −29,0 mill. kr i alt, −5,8 i det høyeste året."
    assert said["operation_share"] == "Mot 0,0\u00a0%: +58,0 mill. kr i alt, +11,6 i det høyeste året."
    assert said["interest_rate"].startswith("Med 1,0\u00a0%: +") and said["indexed"] == "Med av: ingen forskjell."
    assert said["size"].startswith("Med lite") and "actual_mnok" not in said


@pytest.mark.parametrize(("view", "prices"), [("moved", "lopende"), ("moved", "faste"), ("from the law", "lopende")])
@pytest.mark.parametrize("quantity", [BURDEN, burden_of(OSLO)])
def test_every_part_of_the_burden_opens_what_it_shows(view: str, prices: str, quantity: str) -> None:
    """Against a scenario with another project, other prices and keys: each part, down to the runs it is made of."""
    scenario = Scenario.from_mapping({**VIEWS[view], "projects": list(PROJECTS)})
    start = VIEWS[view].get("start", "published")
    against = Scenario.from_mapping({"risk_margin": 0.03, "start": start, "projects": [PORTAL | {"lifetime": 4}]})
    context = shown(scenario, year=2027, prices=prices, us=OSLO, against=against)
    found = reasons(context.answer, quantity=quantity)
    drawn = [*of_figure(reasons_bridge(found, 2027, context)), *of_figure(reasons_by_year(found, context))]
    drawn += of_keys(time_figures_of(found, context))
    assert any(each.opens.startswith(f"reason/projects/2027/{quantity}") for each in drawn)
    calculations, seen = Calculations.of(context.answer), set[int]()
    assert not faults(drawn, calculations)
    for each in dict.fromkeys(figure.opens for figure in drawn):
        assert not [*unsound(calculations.node(each), seen)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_the_burden_has_a_name(language: str) -> None:
    scenario = Scenario.from_mapping({"risk_margin": 0.03, "index_rate": 0.04, "projects": list(PROJECTS)})
    context = shown(scenario, language, year=2027, us=OSLO, against=Scenario(start="law"))
    calculations, seen = Calculations.of(context.answer), set[str]()
    for quantity in (BURDEN, burden_of(OSLO)):
        found = reasons(context.answer, quantity=quantity)
        for each in dict.fromkeys(part.opens for part in of_figure(reasons_bridge(found, 2027, context))):
            assert not [*unnamed(calculations.node(each), context, seen)]


def test_projects_are_a_step_from_one_burden_to_the_other() -> None:
    """58 of investment: 5.8 a year and a fifth of 58 for operation, from 2027; in the need there is no such step."""
    context = shown(Scenario.from_mapping({"projects": [PORTAL]}), year=2027)
    found = reasons(context.answer, quantity=BURDEN)
    steps = {row.component: row.text for row in reasons_bridge(found, 2027, context).rows}
    assert steps["projects"] == "▲ +17,4" and steps["margin"] == "0,0" and "keys" not in steps
    assert cause(found, 2027, context).endswith("skyldes nye tiltak.")
    assert "projects" not in [row.component for row in reasons_bridge(reasons(context.answer), 2027, context).rows]
