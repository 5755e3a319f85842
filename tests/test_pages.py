"""The pages run in every language, show the model's figures and explain what they cannot use."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from model import Scenario, parameters
from model.scenario import link
from pages.levers import levers as levers_module
from pages.visit import state, view, view_link
from pages.visit.baselines import OWN, is_own
from pages.visit.navigation import PAGES
from tests.baselines import PRESENT, spring_2026
from texts import LANGUAGES

APP = Path(__file__).parents[1] / "app.py"
RATE_2026 = 0.031  # what the regulation of 2026 implies


def opened(scenario: Scenario | None = None, **query: str) -> AppTest:
    """Oversikt as a new visit sees it, opened by a link to a scenario and with its file where it has them."""
    at = AppTest.from_file(str(APP), default_timeout=30)
    if scenario and is_own(scenario.figures):
        at.session_state[OWN.name] = scenario.figures
    whole = {**link.to_query(scenario), **view_link.to_query(view.View(), scenario.figures)} if scenario else {}
    for name, value in ({**whole, **query} or {"sprak": "nb"}).items():
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
@pytest.mark.parametrize("year", PRESENT.plan_years)
def test_oversikt_runs_in_every_language_and_year(language: str, year: int) -> None:
    at = opened(sprak=language, aar=str(year))
    assert str(year) in message(at)["headline"]
    assert [figure["name"] for figure in message(at)["figures"]] == ["bridge", "plan"]
    assert [lever["path"] for lever in message(at, "levers")["groups"][0]["levers"]] == [
        "risk_margin",
        "index_rate",
        "extra_efficiency",
        "extra_volume",
        "start",
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
    assert "Beløpene er i løpende kroner, 3,1\u00a0% per år." in message(at)["headline"]
    assert not any(figure["moved"] for figure in message(at)["figures"])
    assert "løpende kroner, 3,1\u00a0% per år" in message(at)["figures"][0]["title"][2]


def test_fixed_kroner_show_the_published_figures_at_any_price_growth() -> None:
    at = opened(Scenario(index_rate=RATE_2026), priser="2025")
    assert key_values(at)["cost_level"] == "1\u202f099,3"
    assert "2025-kroner" in message(at)["figures"][0]["title"][2]


def test_a_scenario_above_the_upper_frame_says_so() -> None:
    told = {each["kind"]: each["sentence"] for each in message(opened(Scenario(risk_margin=0.10)))["warnings"]}
    assert "1\u202f015,8" in told["above_frame"] and "forskrift" in told["moves_first"]


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ({"aar": "2031"}, "2031"),
        ({"sprak": "se"}, "se"),
        ({"priser": "[x](y)"}, "[x](y)"),
        ({"first_year": "2040"}, "Endringene gjelder fra er 2040"),
        ({"v": "3"}, "versjon 3"),
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


def test_all_that_a_link_got_wrong_is_one_sentence_that_says_what_cannot_be_shown() -> None:
    at = opened(tabell="Tabell 99", sjekk="\0", sok="ab\0c", regnestykke="z", aar="2031")
    said = " ".join(each.value for each in at.warning).replace("\\", "")
    assert said.count("Noe i lenken kunne ikke brukes") == 1 and said.endswith("Resten vises.")
    for part in (
        "tabellen «Tabell 99» er ikke kontrollert her",
        "kontrollen «%00» finnes ikke her",
        "søket har tegn som ikke kan søkes etter",
        "regnestykket «z» finnes ikke",
    ):
        assert part in said


def test_the_footer_names_version_and_baseline() -> None:
    version = (APP.parent / "VERSION").read_text().strip()
    footer = opened().markdown[-1].value
    assert version in footer and "tallgrunnlag-2025-var" in footer
    changelog = (APP.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    assert changelog.split("## ")[1].startswith(f"{version}\n")
    assert footer.endswith("tallene er fra Norsk helsenetts tallgrunnlag.")


def test_the_footer_says_that_the_figures_are_the_visitors_own() -> None:
    footer = opened(Scenario(figures=spring_2026())).markdown[-1].value
    assert "Oppdiktet våren 2026" in footer and footer.endswith("tallene er fra din egen fil.")


FIGURES = {
    "fossefall": 6,
    "fireaarsplan": 3,
    "hvorfor": 0,
    "sammenlign": 6,
    "hvem_betaler": 2,
    "eksport": 0,
    "kilder": 0,
    "avstemming": 0,
    "nytt_tallgrunnlag": 0,
    "ord": 0,
    "nytt_tiltak": 0,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_runs_in_every_language_and_says_what_it_shows(name: str, language: str) -> None:
    at = page_script(name, sprak=language)
    figures = message(at)["figures"]
    assert message(at, "payer_search")["chosen"] == "" == message(at)["us"]
    assert len(figures) == FIGURES.get(name, len(figures)) and bool(figures) is bool(FIGURES.get(name, True))
    assert all(all(figure["title"]) and figure["alt"] for figure in figures)


def page_script(name: str, scenario: Scenario | None = None, compared: Sequence[str] = (), **query: str) -> AppTest:
    """A page by itself, as app.py runs it."""
    at = AppTest.from_file(str(APP.parent / "pages" / f"{name}.py"), default_timeout=30)
    course = state.Course(scenario or Scenario())
    at.session_state[state.COURSE.name] = course
    at.session_state[view.VIEW.name], _ = view_link.parsed(query, course.present.figures, compared)
    at.run()
    assert not at.exception
    return at


def who_pays(scenario: Scenario | None = None, **query: str) -> AppTest:
    """Hvem betaler by itself as Helse Sør-Øst sees it, or whoever ``hvem`` says."""
    return page_script("hvem_betaler", scenario, **{"hvem": "Helse Sør-Øst", **query})


def test_a_moved_lever_moves_every_bridge_and_keeps_the_printed_lines() -> None:
    at = page_script("fossefall", Scenario(risk_margin=0.03))
    assert all(figure["moved"] for figure in message(at)["figures"])
    assert [table["title"] for table in message(at)["details"]["bridge_helsenettet_inkl_vkp"]] == [
        "Tabell 13 (2026)",
        "Tabell 14 (2026)",
    ]


def test_one_figure_alone_and_from_payment_to_payment() -> None:
    at = page_script("fossefall", figur="kjernejournal", aar="2027")
    (figure,) = message(at)["figures"]
    assert figure["name"] == "bridge_kjernejournal" and figure["title"][0].startswith("Fra betaling 2026")
    assert [row[0] for row in figure["table"]["rows"]][:2] == [
        "Finansieringsbehov 2026",
        "Bortfall av fjorårets tilbakeføring",
    ]
    assert figure["table"]["rows"][1][1] == "+18,2"


def test_the_plan_has_the_printed_year_2025_of_both_quantities() -> None:
    plan, need, _ = message(page_script("fireaarsplan"))["figures"]
    assert plan["table"]["rows"][-1][1] == "1\u202f119,6"
    assert need["table"]["rows"][-2][1:4] == ["1\u202f081,0", "1\u202f015,8", "1\u202f119,5"]
    assert need["table"]["rows"][-1][3] == "1\u202f046,0"
    assert need["table"]["header"][3] == "2027*"


def lever(at: AppTest, path: str) -> dict[str, Any]:
    return next(row for group in message(at, "levers")["groups"] for row in group["levers"] if row["path"] == path)


def test_every_field_of_the_scenario_has_a_lever() -> None:
    paths = {row["path"] for group in message(opened(), "levers")["groups"] for row in group["levers"]}
    elsewhere = {"name", "baseline", "projects"}  # in the row above the levers, and on the page «Nytt tiltak»
    fields = set(parameters(PRESENT)) - elsewhere - {"start", "lasting_saving", "by_solution", "measures"}
    assert fields <= paths
    assert {f"measures.{name}.enabled" for name in PRESENT.measures if name != "ehds"} <= paths
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

    from pages.levers import levers
    from pages.visit import clocks, state

    st.session_state[levers.KEY] = {"gesture": found}
    levers.apply_gesture()
    st.write(repr(state.scenario().risk_margin))
    st.write(repr(clocks.gesture()))
    st.write(levers.problem(__import__("texts").Texts("nb"))["sentence"])


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
        ({"changes": [{"path": "start", "value": []}], "sequence": "7"}, "0.05"),
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


def after_gesture(*changes: dict[str, Any]) -> list[str]:
    """Scenario's margin, gesture and sentence after changes that came at once."""
    found = {"changes": list(changes), "sequence": 7}
    at = AppTest.from_function(gesture_script, kwargs={"found": found}, default_timeout=30).run()
    assert not at.exception
    return [each.value for each in at.markdown]


@pytest.mark.parametrize(
    ("text", "margin", "said"),
    [
        ("3,1", "0.031", ""),
        ("3.125 %", "0.03125", ""),
        (
            "\u22121",
            "0.05",
            "«\u22121» kan ikke brukes for Risikomargin: skriv et tall fra 0 til 15. 5,0\u00a0% er beholdt.",
        ),
        ("", "0.05", "skriv et tall fra 0 til 15"),
        ("1e1", "0.05", "«1e1»"),
    ],
)
def test_what_is_typed_at_a_lever_is_read_by_the_server(text: str, margin: str, said: str) -> None:
    found = after_gesture({"path": "risk_margin", "text": text})
    assert found[0] == margin and said in found[-1] and ("sequence=7" in found[1])


@pytest.mark.parametrize(
    "refused", [{"path": "index_rate", "value": 99}, {"path": "index_rate", "text": "x"}, {"path": 7}]
)
def test_half_of_a_refused_gesture_does_not_stay(refused: dict[str, Any]) -> None:
    for changes in ([{"path": "risk_margin", "value": 3}, refused], [refused, {"path": "risk_margin", "value": 3}]):
        assert after_gesture(*changes)[0] == "0.05"


def twice_script() -> None:
    """A gesture that is reported again after another tool has set the scenario, as by levers that are drawn anew."""
    import streamlit as st

    from model import Scenario
    from pages.levers import levers
    from pages.visit import state

    st.session_state[levers.KEY] = {"gesture": {"changes": [{"path": "risk_margin", "value": 3}], "sequence": 7}}
    levers.apply_gesture()
    st.write(repr(state.scenario().risk_margin))
    state.replace(Scenario(risk_margin=0.09))
    levers.apply_gesture()
    st.write(repr(state.scenario().risk_margin))


def test_a_gesture_is_done_once() -> None:
    at = AppTest.from_function(twice_script, default_timeout=30).run()
    assert not at.exception
    assert [each.value for each in at.markdown] == ["0.03", "0.09"]


def broken_script(module: str) -> None:
    """A visit in which a change of ours fails with an error that is no refusal."""
    import streamlit as st

    from model import Scenario
    from pages.figures import goal
    from pages.levers import levers
    from pages.visit import asking, problems, state
    from texts import Texts

    def broken(*_: object) -> None:
        state.replace(Scenario(risk_margin=0.09))
        raise AttributeError("a fault of ours")

    state.replace(Scenario(risk_margin=0.03))
    if module == "levers":
        levers.moved = broken  # type: ignore[assignment]
        st.session_state[levers.KEY] = {"gesture": {"changes": [{"path": "risk_margin", "value": 4}], "sequence": 7}}
        levers.apply_gesture()
    else:
        st.session_state[goal.KEY] = {"asked": [{"do": "aim", "text": "5", "moment": 1}]}
        asking.serve(goal.KEY, {"aim": broken})
    st.write(repr(state.scenario().risk_margin))
    st.write(problems.sentences(module, Texts("nb"), lambda *_: "refused"))


@pytest.mark.parametrize("module", ["levers", "goal"])
def test_a_fault_of_ours_is_noted_and_said(
    module: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(levers_module, "moved", levers_module.moved)  # put back afterwards
    at = AppTest.from_function(broken_script, kwargs={"module": module}, default_timeout=30).run()
    assert [each.value for each in at.markdown] == [
        "0.03",
        "Noe gikk galt hos oss, så det siste ble ikke gjort. Feilen er notert, og scenarioet er beholdt.",
    ]
    assert "a fault of ours" in caplog.text


def order_script(asked: dict[str, list[dict[str, object]]], served: list[str]) -> None:
    """A visit in which two components are asked, and the server hears of them in another order."""
    import streamlit as st

    from pages.visit import asking, problems, state
    from texts import Texts

    state.scenario()
    done: list[str] = []

    def do(message: problems.Asked) -> None:
        done.append(message["what"])
        if message["what"] == "bad":
            raise problems.Refused("x", {})

    for key in ("one", "two"):
        asking.listen(key, {"do": do}, "kind")
    for key in served:
        for name, messages in asked.items():
            st.session_state[name] = {"asked": messages}
        asking.serve(key, {"do": do}, "kind")
    st.write(" ".join(done))
    st.write(problems.sentences("one", Texts("nb"), lambda problem, _: problem.asked["what"]))


def test_what_is_asked_is_done_once_and_in_order() -> None:
    def message(what: str, moment: float, seen: float = 0) -> dict[str, Any]:
        return {"kind": "do", "what": what, "moment": moment, "seen": seen}

    asked = {"one": [message("first", 1), message("third", 3)], "two": [message("second", 2)]}
    for served in (["one", "two"], ["two", "one"], ["two", "two", "one"]):
        at = AppTest.from_function(order_script, kwargs={"asked": asked, "served": served}, default_timeout=30).run()
        assert at.markdown[0].value == "first second third"


def test_a_refusal_stands_until_it_has_been_read_or_the_same_is_asked_again() -> None:
    def said(seen: float, field: str = "b") -> str:
        bad = {"kind": "do", "what": "bad", "id": "a", "moment": 1, "seen": 0}
        good = {"kind": "do", "what": "good", "id": field, "moment": 2, "seen": seen}
        kwargs = {"asked": {"one": [bad, good]}, "served": ["one"]}
        return AppTest.from_function(order_script, kwargs=kwargs, default_timeout=30).run().markdown[1].value

    assert said(seen=0) == "bad"
    assert said(seen=1) == said(seen=0, field="a") == ""


@pytest.mark.parametrize("prices", ["lopende", "2025"])
def test_the_reasons_add_up_in_either_prices(prices: str) -> None:
    """Between the two totals of the table, year by year, with price growth in both."""
    scenario = Scenario(index_rate=0.031, risk_margin=0.03, extra_volume=0.02)
    bridge, _ = message(page_script("hvorfor", scenario, priser=prices, aar="2029"))["figures"]
    levels = [bar for bar in bridge["spec"]["data"][1]["x"] if bar is not None]
    first = bridge["spec"]["data"][0]["x"][0]
    assert first + sum(levels[:-1]) == pytest.approx(levels[-1], abs=0.01)
