"""Nytt tiltak in pictures and words: each figure opens what it shows, and each step has a name."""

from collections.abc import Iterator
from typing import Any

import pytest

from charts.projects.effects import effects
from charts.projects.pictures import project_figures
from charts.projects.words import headline, key_figures
from charts.words.context import Context
from model import Scenario
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
    assert [key.value for key in key_figures(context)][:2] == ["174,0 mill. kr", "17,4 mill. kr"]


def test_what_a_setting_does_is_held_against_its_neutral_value() -> None:
    scenario = Scenario.from_mapping({"projects": [PORTAL | {"lifetime": 5, "state_share": 0.5}]})
    said = effects(0, shown(scenario, year=2027))
    assert said["state_share"] == "Mot 0,0\u00a0%: −29,0 mill. kr i alt, −5,8 i det høyeste året."
    assert said["operation_share"] == "Mot 0,0\u00a0%: +58,0 mill. kr i alt, +11,6 i det høyeste året."
    assert said["interest_rate"].startswith("Med 1,0\u00a0%: +") and said["indexed"] == "Med av: ingen forskjell."
    assert said["size"].startswith("Med lite") and "actual_mnok" not in said
