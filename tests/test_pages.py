"""The pages run in every language, show the model's figures and explain what they cannot use."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from model import PLAN_YEARS, Scenario, link, measures, parameters
from pages.parts import view
from texts import LANGUAGES

APP = Path(__file__).parents[1] / "app.py"
RATE_2026 = 0.031  # what the regulation of 2026 implies


def opened(scenario: Scenario | None = None, **query: str) -> AppTest:
    """Oversikt as a new visit sees it, opened by a link to a scenario if one is given."""
    at = AppTest.from_file(str(APP), default_timeout=30)
    whole = {**link.to_query(scenario), **view.View().to_query()} if scenario else {}
    for name, value in {**whole, **query}.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def message(at: AppTest, part: str = "figures") -> dict[str, Any]:
    """What the page hands to a component in the browser."""
    block = at.sidebar if part in ("levers", "scenario") else at.main
    return json.loads(next(e.proto.json for e in block.get("bidi_component") if e.proto.component_name == part))


def key_values(at: AppTest) -> dict[str, str]:
    return {key["name"]: key["value"] for key in message(at)["keys"]}


def spec(at: AppTest, name: str) -> dict[str, Any]:
    return next(figure["spec"] for figure in message(at)["figures"] if figure["name"] == name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("year", PLAN_YEARS)
def test_oversikt_runs_in_every_language_and_year(language: str, year: int) -> None:
    at = opened(sprak=language, aar=str(year))
    assert str(year) in message(at)["headline"]
    assert [figure["name"] for figure in message(at)["figures"]] == ["bridge", "plan"]
    assert [lever["path"] for lever in message(at, "levers")["groups"][0]["levers"]] == [
        "risk_margin",
        "index_rate",
        "extra_efficiency",
        "extra_volume",
        "lock_2026",
    ]
    assert not at.warning and not message(at)["warnings"]


def test_at_rest_the_figures_are_the_published_ones() -> None:
    at = opened()
    assert key_values(at) == {
        "cost_level": "1\u202f099,3",
        "financing_need": "1\u202f015,8",
        "change": "\u221220,3",
        "comparable_change": "+14,7",
    }
    notes = {key["name"]: key["note"] for key in message(at)["keys"]}
    assert "\u22121,8\u00a0% av 1\u202f119,6" in notes["change"]
    assert "+1,3\u00a0%" in notes["comparable_change"]
    assert not any(key["moved"] for key in message(at)["keys"])


def test_the_jump_of_2027_is_split_into_cost_and_lapse() -> None:
    at = opened(aar="2027")
    notes = {key["name"]: key for key in message(at)["keys"]}
    assert notes["need_change"]["value"] == "+103,7"
    assert "+20,2" in notes["need_change"]["note"] and "+83,5" in notes["need_change"]["note"]
    assert "ikke publisert" in notes["financing_need"]["note"]


def test_a_moved_lever_moves_headline_key_figures_and_charts() -> None:
    rest, moved = opened(), opened(Scenario(risk_margin=0.03))
    assert message(moved)["headline"] != message(rest)["headline"]
    assert key_values(moved)["financing_need"] == "994,9"
    assert spec(moved, "bridge")["data"][1]["x"][-1] == pytest.approx(1015.8 - 1099.3 * 0.02 / 1.05)
    assert set(spec(rest, "bridge")["data"][1]["x"]) == {None}
    assert spec(moved, "plan")["data"][0]["y"] != spec(rest, "plan")["data"][0]["y"]
    assert all(figure["moved"] for figure in message(moved)["figures"])


def test_price_growth_alone_is_not_read_as_growth() -> None:
    at = opened(Scenario(index_rate=RATE_2026))
    assert "ved lik prisvekst" in message(at)["headline"]
    assert not any(figure["moved"] for figure in message(at)["figures"])
    assert "løpende kroner, 3,1\u00a0% per år" in message(at)["figures"][0]["title"][2]


def test_fixed_kroner_show_the_published_figures_at_any_price_growth() -> None:
    at = opened(Scenario(index_rate=RATE_2026), priser="2025")
    assert key_values(at)["cost_level"] == "1\u202f099,3"
    assert "2025-kroner" in message(at)["figures"][0]["title"][2]


def test_a_scenario_above_the_upper_frame_says_so() -> None:
    told = {each["kind"]: each["sentence"] for each in message(opened(Scenario(risk_margin=0.10)))["warnings"]}
    assert "1\u202f015,8" in told["above_frame"] and "forskrift" in told["moves_2026"]


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ({"aar": "2031"}, "2031"),
        ({"sprak": "se"}, "se"),
        ({"priser": "[x](y)"}, "[x](y)"),
        ({"first_year": "2040"}, "Endringene gjelder fra er 2040"),
        ({"v": "2"}, "versjon 2"),
        ({"grunnlag": "tallgrunnlag-2031"}, "tallgrunnlag-2031"),
        ({"by_solution.vkp.extra_volume": "0.5"}, "50,0"),
        ({"<script>": "1"}, "<script>"),
        ({"aar": "9" * 10_000}, "999"),
    ],
)
def test_a_bad_link_is_explained_in_one_sentence_and_the_rest_is_kept(query: dict[str, str], part: str) -> None:
    at = opened(Scenario(risk_margin=0.03), **query)
    assert len(at.warning) == 1
    assert part in re.sub(r"\\(.)", r"\1", at.warning[0].value) and len(at.warning[0].value) < 250
    assert not re.search(r"(?<!\\)[<>\[\]*_`]", at.warning[0].value)
    assert key_values(at)["financing_need"] == "994,9"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_check_shows_every_cell_printed_and_computed(language: str) -> None:
    at = opened(sprak=language)
    at.button(key="check").click().run()
    assert not at.exception
    rows = at.get("html")[0].proto.body.partition("<tbody>")[2].split("<tr>")[1:]
    assert len(rows) == 259
    assert sum('<td class="word"></td></tr>' not in row for row in rows) == 5  # the last column holds the cause
    assert "1\u202f099,2" in rows[1] or "1,099.2" in rows[1] or "1\u202f115,5" in rows[0] or "1,115.5" in rows[0]


def test_the_footer_names_version_and_baseline() -> None:
    version = (APP.parent / "VERSION").read_text().strip()
    footer = opened().markdown[-1].value
    assert version in footer and "tallgrunnlag-2025-var" in footer


PAGES = {"fossefall": 6, "fireaarsplan": 3, "hvorfor": 2, "sammenlign": 6, "hvem_betaler": 3, "enhetskostnader": 1}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_the_other_pages_run_in_every_language(name: str, language: str) -> None:
    at = page_script(name, sprak=language)
    assert len(message(at)["figures"]) == PAGES[name]
    assert all(all(figure["title"]) and figure["alt"] for figure in message(at)["figures"])


def page_script(name: str, scenario: Scenario | None = None, compared: Sequence[str] = (), **query: str) -> AppTest:
    """A page by itself, as app.py runs it."""
    at = AppTest.from_file(str(APP.parent / "pages" / f"{name}.py"), default_timeout=30)
    at.session_state["app_started"] = True
    at.session_state["view"], _ = view.parsed(query, compared)
    if scenario is not None:
        at.session_state["scenario"] = scenario
    at.run()
    assert not at.exception
    return at


def test_a_moved_lever_moves_every_bridge_and_keeps_the_printed_lines() -> None:
    at = page_script("fossefall", Scenario(risk_margin=0.03))
    assert all(figure["moved"] for figure in message(at)["figures"])
    assert [table["title"] for table in message(at)["details"]["bridge_helsenettet_inkl_vkp"]] == [
        "Tabell 13 som trykt, gjelder 2026",
        "Tabell 14 som trykt, gjelder 2026",
    ]


def test_one_figure_alone_and_from_payment_to_payment() -> None:
    at = page_script("fossefall", figur="kjernejournal", fra="betaling", aar="2027")
    (figure,) = message(at)["figures"]
    assert figure["name"] == "bridge_kjernejournal" and figure["title"][0].startswith("Fra betaling 2026")
    assert [row[0] for row in figure["table"]["rows"]][:2] == [
        "Finansieringsbehov 2026",
        "Bortfall av fjorårets tilbakeføring",
    ]
    assert figure["table"]["rows"][1][1] == "+18,2"


def test_the_plan_has_the_printed_year_2025_of_both_quantities() -> None:
    plan, need, _ = message(page_script("fireaarsplan"))["figures"]
    assert plan["table"]["rows"][-1][1] == "1\u202f119,6" and need["table"]["rows"][-1][1] == "1\u202f081,0"
    assert need["table"]["header"][3] == "2027*"


def lever(at: AppTest, path: str) -> dict[str, Any]:
    return next(row for group in message(at, "levers")["groups"] for row in group["levers"] if row["path"] == path)


def test_every_field_of_the_scenario_has_a_lever() -> None:
    paths = {row["path"] for group in message(opened(), "levers")["groups"] for row in group["levers"]}
    fields = set(parameters()) - {"name", "by_solution", "measures"}
    assert fields <= paths
    assert {f"measures.{name}.enabled" for name in measures() if name != "ehds"} <= paths
    assert "measures.ehds.amount_mnok" in paths and "measures.pasientens_provesvar.delay" in paths


def test_a_planning_lever_says_what_it_touches() -> None:
    """Helsenorge's 11.0 and felles' none: what is decommissioned and the clearing line stay out."""
    assert "2026: \u221211,0" in lever(opened(), "efficiency_realisation")["hint"]


def test_what_is_changed_is_listed_with_its_way_back() -> None:
    scenario = Scenario.from_mapping({"risk_margin": 0.03, "measures": {"fm_avvikling": {"enabled": False}}})
    levers = message(opened(scenario), "levers")
    assert [change["path"] for change in levers["changes"]] == ["risk_margin", "measures.fm_avvikling.enabled"]
    assert levers["changes"][0]["text"] == "Risikomargin: 3,0\u00a0% (i tallgrunnlaget 5,0\u00a0%)"


def gesture_script(found: object) -> None:
    """A page that receives ``found`` from the levers and writes what became of it."""
    import streamlit as st

    from pages.parts import levers, state

    st.session_state[levers.KEY] = {"gesture": found}
    levers.apply_gesture()
    st.write(repr(state.scenario().risk_margin))
    st.write(repr(levers.gesture()))
    st.write(levers._error(__import__("texts").Texts("nb"))["sentence"])


@pytest.mark.parametrize(
    ("found", "margin"),
    [
        ({"changes": [{"path": "risk_margin", "value": 3.1}], "sequence": 7, "moving": True}, "0.031"),
        ({"changes": [{"path": "risk_margin", "value": 99}], "sequence": 7}, "0.05"),
        ({"changes": [{"path": "risk_margin", "value": "NaN"}], "sequence": 7}, "0.05"),
        ({"changes": [{"path": "nonsense.<b>", "value": 1}], "sequence": 7}, "0.05"),
        ({"changes": [{"path": "risk_margin", "value": []}], "sequence": 7}, "0.05"),
        ({"changes": [{"path": "risk_margin", "value": 10**400}], "sequence": 7}, "0.05"),
        ({"changes": [{"path": "risk_margin", "value": 3}, {"path": "", "reset": True}], "sequence": 7}, "0.05"),
        ({"changes": ["x"], "sequence": 7}, "0.05"),
        ({"changes": [{"path": "lock_2026", "value": []}], "sequence": "7"}, "0.05"),
        ({}, "0.05"),
        (None, "0.05"),
        ("x", "0.05"),
    ],
)
def test_the_server_checks_what_a_lever_sends(found: Any, margin: str) -> None:
    at = AppTest.from_function(gesture_script, kwargs={"found": found}, default_timeout=30).run()
    assert not at.exception
    assert at.markdown[0].value == margin
    if isinstance(found, dict) and "99" in str(found):
        assert "5,0\u00a0% er beholdt" in at.markdown[-1].value


@pytest.mark.parametrize("prices", ["lopende", "2025"])
def test_the_reasons_add_up_in_either_prices(prices: str) -> None:
    """Between the two totals of the table, year by year, with price growth in both."""
    scenario = Scenario(index_rate=0.031, risk_margin=0.03, extra_volume=0.02)
    bridge, _ = message(page_script("hvorfor", scenario, priser=prices, aar="2029"))["figures"]
    levels = [bar for bar in bridge["spec"]["data"][1]["x"] if bar is not None]
    first = bridge["spec"]["data"][0]["x"][0]
    assert first + sum(levels[:-1]) == pytest.approx(levels[-1], abs=0.01)
