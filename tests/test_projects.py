"""Projects as a part of a scenario: its paths, link and file, and what a list of changes says of them."""

from typing import Any

import pytest

from charts.words.scenario_names import name_of
from charts.words.settings import departures
from model import Question, Scenario, ScenarioError, answer, run
from model.scenario import link
from model.scenario.project_fields import MOST_PROJECTS, YEARS_AHEAD, YEARS_BACK
from tests.baselines import PRESENT
from tests.every_word import PORTAL
from texts import LANGUAGES, Texts

OUTSIDE: dict[str, Any] = {"task": "outside", "users": ["1103", "Helse Vest"], "name": "2026"}


def of(*projects: dict[str, Any]) -> Scenario:
    return Scenario.from_mapping({"projects": list(projects)})


def test_there_are_none_until_there_is_one() -> None:
    assert Scenario().projects == () and of() == Scenario() and "projects" not in Scenario().to_mapping()


def test_a_project_moves_no_figure_of_the_plan_and_makes_no_caution() -> None:
    scenario = of(PORTAL)
    plain, moved = run(Scenario()), run(scenario)
    assert (plain.financing_need == moved.financing_need).all() and (plain.cost_level == moved.cost_level).all()
    asked = Question(scenario)
    assert asked.is_published and answer(asked).cautions == answer(Question()).cautions


def test_what_looks_like_a_number_is_text_where_text_belongs() -> None:
    """A name, and a municipality that buys."""
    scenario = of(PORTAL | OUTSIDE)
    opened = link.from_query(link.to_query(scenario))
    assert not opened.refused and opened.scenario == scenario
    assert opened.scenario.projects[0].name == "2026" and opened.scenario.projects[0].users == ("1103", "Helse Vest")


def test_a_field_is_set_and_a_project_taken_away_by_its_path() -> None:
    scenario = of(PORTAL, PORTAL | OUTSIDE)
    longer = scenario.with_value("projects.0.lifetime", 5).with_value("projects.1.investment_mnok.2027", 3)
    assert longer.value("projects.0.lifetime") == 5 and longer.value("projects.1.investment_mnok.2027") == 3
    assert longer.without("projects.0.lifetime").value("projects.0.lifetime") == 10
    assert longer.without("projects.0").projects == longer.projects[1:]
    assert longer.without("projects") == Scenario() and scenario.value("projects.7") is None
    with pytest.raises(ScenarioError, match="there is no such field"):
        scenario.value("projects.0.nonsense")


def test_what_of_a_project_cannot_be_used_leaves_the_rest_of_the_link() -> None:
    query = link.to_query(of(PORTAL, PORTAL | OUTSIDE)) | {"risk_margin": "0.03"}
    opened = link.from_query(query | {"projects.0.lifetime": "99", "projects.1.nonsense": "1"})
    assert {error.field for error in opened.refused} == {"projects.0.lifetime", "projects.1.nonsense"}
    assert opened.scenario == of(PORTAL, PORTAL | OUTSIDE).with_value("risk_margin", 0.03)
    del query["projects.0.go_live"]
    without = link.from_query(query)
    assert [error.field for error in without.refused] == ["projects.0.go_live"]
    assert without.scenario == of(PORTAL | OUTSIDE).with_value("risk_margin", 0.03)


def test_the_first_version_of_links_has_none() -> None:
    query = {name: value for name, value in link.to_query(of(PORTAL)).items() if name not in ("grunnlag", "start")}
    opened = link.from_query(query | {"v": "1"})
    assert not opened.scenario.projects and {error.problem for error in opened.refused} == {"newer"}


def test_as_many_as_may_be_have_a_link_with_every_year() -> None:
    first, last = PRESENT.base_year - YEARS_BACK, PRESENT.base_year + YEARS_AHEAD
    in_use = {str(year): 12_345.678901 for year in range(last, last + 30)}
    spent = {str(year): 12_345.678901 for year in range(first, last + 1)}
    whole = PORTAL | OUTSIDE | {"name": "ø" * 80, "go_live": last, "lifetime": 30, "investment_mnok": spent}
    scenario = of(*[whole | {"operation_mnok": in_use}] * MOST_PROJECTS)
    opened = link.decoded(link.encoded(scenario))
    assert not opened.refused and opened.scenario == scenario
    with pytest.raises(ScenarioError, match="projects has 9 projects; it must have at most 8"):
        of(*[PORTAL] * (MOST_PROJECTS + 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_one_change_in_words(language: str) -> None:
    texts = Texts(language)
    named, unnamed = departures(of(PORTAL, PORTAL | {"name": ""}), texts)
    assert (named.path, unnamed.path) == ("projects.0", "projects.1")
    assert named.value == f"«Portal», {unnamed.value}" and "58" in unnamed.value and "2027" in unnamed.value
    assert named.label.endswith(" 1") and name_of(of(PORTAL), texts) == f"{named.label} {named.value}"
