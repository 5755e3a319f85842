"""The pages run in every language, show the model's figures and explain what they cannot use."""

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from model import PLAN_YEARS, Scenario
from texts import LANGUAGES

APP = Path(__file__).parents[1] / "app.py"
RATE_2026 = 0.031  # what the regulation of 2026 implies


def opened(scenario: Scenario | None = None, **query: str) -> AppTest:
    """The app as a new session sees it, started at the bare address, with a scenario in place if one is given."""
    at = AppTest.from_file(str(APP), default_timeout=30)
    for name, value in query.items():
        at.query_params[name] = value
    if scenario is not None:
        at.session_state["scenario"] = scenario
    at.run()
    assert not at.exception
    return at


def message(at: AppTest, part: str = "figures") -> dict[str, Any]:
    """What the page hands to a component in the browser."""
    block = at.sidebar if part == "levers" else at.main
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
    assert [lever["path"] for lever in message(at, "levers")["levers"]] == [
        "risk_margin",
        "index_rate",
        "extra_efficiency",
        "extra_volume",
    ]
    assert not at.warning and not message(at)["warning"]


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
    assert "løpende kroner, 3,1\u00a0% per år" in message(at)["figures"][0]["title"][1]


def test_fixed_kroner_show_the_published_figures_at_any_price_growth() -> None:
    at = opened(Scenario(index_rate=RATE_2026), priser="2025")
    assert key_values(at)["cost_level"] == "1\u202f099,3"
    assert "2025-kroner" in message(at)["figures"][0]["title"][1]


def test_a_scenario_above_the_upper_frame_says_so() -> None:
    assert "1\u202f015,8" in message(opened(Scenario(risk_margin=0.10)))["warning"]


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ({"aar": "2031"}, "2031"),
        ({"sprak": "se"}, "se"),
        ({"priser": "[x](y)"}, r"\[x\]\(y\)"),
        ({"aar": "9" * 10_000}, "999"),
    ],
)
def test_a_bad_link_is_explained_in_one_sentence_and_the_rest_is_kept(query: dict[str, str], part: str) -> None:
    at = opened(Scenario(risk_margin=0.03), **query)
    assert len(at.warning) == 1
    assert part in at.warning[0].value and len(at.warning[0].value) < 200
    assert key_values(at)["financing_need"] == "994,9"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_check_shows_every_cell_printed_and_computed(language: str) -> None:
    at = opened(sprak=language)
    at.button(key="check").click().run()
    assert not at.exception
    table = at.table[0].value
    causes = table.iloc[:, -1]
    assert len(table) > 80 and causes[:5].all() and not causes[5:].any()


def test_the_footer_names_version_and_baseline() -> None:
    version = (APP.parent / "VERSION").read_text().strip()
    footer = opened().markdown[-1].value
    assert version in footer and "tallgrunnlag-2025-var" in footer


def gesture_script(found: object) -> None:
    """A page that receives ``found`` from the levers and writes what became of it."""
    import streamlit as st

    from pages.parts import levers, state

    st.session_state[levers.KEY] = {"gesture": found}
    levers.apply_gesture()
    st.write(repr(state.scenario().risk_margin))
    st.write(repr(levers.gesture()))
    st.write(levers._problem(__import__("texts").Texts("nb")))


@pytest.mark.parametrize(
    ("found", "margin"),
    [
        ({"path": "risk_margin", "value": 3.1, "sequence": 7, "moving": True}, "0.031"),
        ({"path": "risk_margin", "value": 99, "sequence": 7}, "0.05"),
        ({"path": "risk_margin", "value": "NaN", "sequence": 7}, "0.05"),
        ({"path": "nonsense.<b>", "value": 1, "sequence": 7}, "0.05"),
        ({"path": "risk_margin", "value": [], "sequence": 7}, "0.05"),
        ({"path": "risk_margin", "value": 10**400, "sequence": 7}, "0.05"),
        ({}, "0.05"),
        (None, "0.05"),
        ("x", "0.05"),
    ],
)
def test_the_server_checks_what_a_lever_sends(found: Any, margin: str) -> None:
    at = AppTest.from_function(gesture_script, kwargs={"found": found}, default_timeout=30).run()
    assert not at.exception
    assert at.markdown[0].value == margin
    if found and isinstance(found, dict) and found.get("value") == 99:
        assert "Scenarioet er beholdt" in at.markdown[-1].value
