"""Where pages tell of a scenario's projects that are shown on another: nothing where there are none."""

from dataclasses import replace

import pytest

from model import Scenario
from model.answers.quantities import BURDEN, QUANTITIES
from model.scenario.link import encoded
from pages.figures import meeting
from pages.visit import view, view_link
from tests.baselines import PRESENT
from tests.test_pages import message, page_script
from texts import LANGUAGES, Texts

PORTAL = {"name": "Portal", "solution": "helsenorge", "investment_mnok": {"2026": 40, "2027": 18}, "go_live": 2027}
WITH = Scenario.from_mapping({"projects": [PORTAL]})


def options(at: object) -> list[str]:
    """What can be asked why it changed."""
    return list(next(box.options for box in at.selectbox if box.key == "view_quantity"))  # type: ignore[attr-defined]


def test_hvorfor_offers_the_burden_where_there_are_projects_and_says_so() -> None:
    at = page_script("hvorfor", WITH, aar="2027", hvem="Helse Sør-Øst")
    assert options(at)[-2:] == ["Hele belastningen", "Hele belastningen: Helse Sør-Øst"]
    assert message(at)["because"].endswith("Velg «Hele belastningen» for å se hva de betyr.")
    beside = page_script("hvorfor", aar="2027", hvem="Helse Sør-Øst", utgangspunkt=encoded(WITH))
    assert options(beside) == options(at) and "Hele belastningen" in message(beside)["because"]
    without = page_script("hvorfor", aar="2027")
    assert len(options(without)) == len(QUANTITIES) + 1 and "belastning" not in message(without)["because"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hvorfor_divides_the_burden(language: str) -> None:
    at = page_script("hvorfor", WITH, aar="2027", storrelse=BURDEN, sprak=language)
    drawn = message(at)
    assert "17" in drawn["headline"] and "17" not in drawn["because"] and drawn["because"]
    names = [row[0] for row in drawn["figures"][0]["table"]["rows"]]
    assert len(names) == 12 and drawn["keys"][1]["value"].startswith("+52")
    own = message(page_script("hvorfor", WITH, aar="2027", storrelse="burden.oss", hvem="0301", sprak=language))
    assert "Oslo" in own["headline"]
    titles = [figure["title"] for figure in drawn["figures"]]
    assert all(Texts(language)("quantity.burden") in title[1] for title in titles)


@pytest.mark.parametrize("page", ["hva_skal_til", "usikkerhet"])
def test_what_knows_no_burden_shows_the_need(page: str) -> None:
    at = page_script(page, WITH, aar="2027", storrelse="burden.oss", hvem="0301")
    plain = page_script(page, WITH, aar="2027", storrelse="oss", hvem="0301")
    assert message(at)["headline"] == message(plain)["headline"]


def test_a_meeting_has_the_chart_of_projects_where_there_are_some() -> None:
    line = message(page_script("mote", WITH, diagram="fossefall"), "meeting")
    assert [name for name, *_ in line["charts"]][-1] == view.PROJECTS
    drawn = message(page_script("mote", WITH, diagram="tiltak"))
    assert [figure["name"] for figure in drawn["figures"]] == ["project_payments"]
    assert drawn["headline"].startswith("Portal: sektoren betaler 174,0 mill. kr")
    without = message(page_script("mote", diagram="fossefall"), "meeting")
    assert view.PROJECTS not in [name for name, *_ in without["charts"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_to_that_chart_stays_valid_without_projects(language: str) -> None:
    at = page_script("mote", diagram="tiltak", sprak=language)
    assert not message(at)["figures"] and message(at)["headline"] == Texts(language)("projects.headline_without")
    assert view_link.parsed({"diagram": "tiltak"}, PRESENT) == (replace(view.View().of(PRESENT), chart="tiltak"), ())


def test_prepared_scenarios_with_projects_offer_the_chart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meeting, "prepared", lambda: (encoded(WITH),))
    assert [name for name, *_ in message(page_script("mote"), "meeting")["charts"]][-1] == view.PROJECTS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["oversikt", "fireaarsplan"])
def test_the_plan_says_that_projects_are_no_part_of_it(page: str, language: str) -> None:
    texts, query = Texts(language), {"aar": "2028", "sprak": language}
    name = texts("page.nytt_tiltak")
    two = Scenario.from_mapping({"risk_margin": 0.03, "projects": [PORTAL, PORTAL]})
    for scenario, amount in ((WITH, "17"), (two, "34")):
        said = message(page_script(page, scenario, **query))["because"]
        assert name in said and amount in said and "2028" in said
    moved = message(page_script(page, Scenario(risk_margin=0.03), **query))["because"]
    assert moved and message(page_script(page, two, **query))["because"].startswith(moved)
    assert name not in moved and name not in message(page_script(page, **query))["because"]
