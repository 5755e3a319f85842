"""A visit: undo and redo, what the row above the levers and the comparison send, and whose words are shown."""

import json
from base64 import b64decode
from typing import Any
from urllib.parse import parse_qsl, quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_cache import populate_hash_if_needed
from streamlit.testing.v1 import AppTest

from model import Scenario
from model.scenario import link
from pages.visit import problems, state
from tests.strategies import scenarios
from tests.test_files import sent
from tests.test_pages import APP, key_values, message, opened, page_script
from texts import LANGUAGES, Texts

NAME = "<b>Mitt</b> *forslag* [x](javascript:alert(1)) $y$ :red[z]"


def steps_script(steps: list[str]) -> None:
    """A visit in which each step is a scenario (JSON), «undo» or «redo»; shows the scenario after each."""
    import streamlit as st

    from model import Scenario
    from pages.visit import state

    state.settle()
    for step in steps:
        if step in ("undo", "redo"):
            getattr(state, step)()
        else:
            state.move(Scenario.from_json(step))
            state.settle()
        st.text(state.scenario().to_json())


def shown(steps: list[str]) -> list[str]:
    at = AppTest.from_function(steps_script, kwargs={"steps": steps}, default_timeout=30).run()
    assert not at.exception
    return [text.value for text in at.text]


@settings(max_examples=60, deadline=None)
@given(st.lists(scenarios() | st.sampled_from(["undo", "redo"]), max_size=12))
def test_undo_and_redo_walk_the_steps(steps: list[Scenario | str]) -> None:
    """Against a plain list with a place in it."""
    listed, at, expected = [Scenario()], 0, []
    for step in steps:
        if step == "undo":
            at = max(0, at - 1)
        elif step == "redo":
            at = min(len(listed) - 1, at + 1)
        elif step != listed[at]:
            listed, at = [*listed[: at + 1], step], at + 1
        expected.append(listed[at].to_json())
    assert shown([step if isinstance(step, str) else step.to_json() for step in steps]) == expected


def test_no_message_is_left_to_what_the_browser_has_kept() -> None:
    """Two steps back at once had Streamlit refer to one that the browser had thrown away: the page stood still."""
    message_of_a_large_figure = ForwardMsg()
    message_of_a_large_figure.delta.new_element.html.body = "x" * 5_000_000
    populate_hash_if_needed(message_of_a_large_figure)
    assert message_of_a_large_figure.hash and not message_of_a_large_figure.metadata.cacheable


def test_what_was_not_yet_a_step_can_be_undone() -> None:
    """A drag that has not come to rest when undo is pressed."""

    def script() -> None:
        import streamlit as st

        from model import Scenario
        from pages.visit import state

        state.settle()
        state.move(Scenario(risk_margin=0.03))
        state.undo()
        st.text(state.scenario().to_json())
        state.redo()
        st.text(state.scenario().to_json())

    at = AppTest.from_function(script, default_timeout=30).run()
    assert [text.value for text in at.text] == [Scenario().to_json(), Scenario(risk_margin=0.03).to_json()]


def asked_script(module: str, asked: object) -> None:
    """A visit that receives ``asked`` from the row above the levers, or from that of the comparison."""
    from importlib import import_module

    import streamlit as st

    from model import Scenario
    from pages.visit import state, view
    from texts import Texts

    part = import_module(f"pages.{module}")
    state.replace(Scenario(risk_margin=0.03))
    state.settle()
    st.session_state[part.KEY] = {"asked": asked}
    part.apply()
    st.text(state.scenario().to_json())
    st.text("|".join(view.current().compared))
    st.text(part.problem(Texts("nb")))


def after(module: str, asked: object) -> list[str]:
    at = AppTest.from_function(asked_script, kwargs={"module": module, "asked": asked}, default_timeout=30).run()
    assert not at.exception
    return [text.value for text in at.text]


WINDOWS = '{"name": "Forslag fra møtet"}'.encode("cp1252")
KEPT = Scenario(risk_margin=0.03).to_json()


@pytest.mark.parametrize(
    ("asked", "scenario", "said"),
    [
        ({"do": "undo"}, KEPT, ""),
        ({"do": "name", "name": " Mitt "}, Scenario(name="Mitt", risk_margin=0.03).to_json(), ""),
        ({"do": "name", "name": "x" * 81}, KEPT, "tekst på høyst 80 tegn"),
        ({"do": "name", "name": ["x"]}, KEPT, "tekst på høyst 80 tegn"),
        (
            {"do": "open", "name": "a.json", "content": sent('{"index_rate": 0.02}')},
            Scenario(index_rate=0.02).to_json(),
            "",
        ),
        (
            {"do": "open", "name": "a.json", "content": sent('{"index_rate": 2}')},
            KEPT,
            "«a.json» kan ikke brukes: Prisvekst",
        ),
        ({"do": "open", "name": "a.json", "content": None, "size": 10**9}, KEPT, "100\u202f000 tegn"),
        (
            {"do": "open", "name": "ALT.XLSX", "content": None, "size": 10**6},
            KEPT,
            "på siden «Nytt tallgrunnlag».",
        ),
        (
            {"do": "open", "name": "alt.ods", "content": sent("PK")},
            KEPT,
            "«alt.ods» kan ikke brukes: det er en",
        ),
        ({"do": "open", "name": "x" * 10_000, "content": sent("?")}, KEPT, "Scenarioet er beholdt."),
        (
            {"do": "open", "name": "a.json", "content": sent(WINDOWS)},
            KEPT,
            "lagre den som UTF-8. Scenarioet er beholdt.",
        ),
        ({"do": "restore", "past": ["risk_margin=9"], "future": []}, KEPT, ""),
        ({"do": "restore", "past": 7, "future": None}, KEPT, ""),
        ({"do": "nonsense"}, KEPT, "Noe gikk galt hos oss"),
        ({"do": []}, KEPT, "Noe gikk galt hos oss"),
        (None, KEPT, ""),
        ("x", KEPT, "Noe gikk galt hos oss"),
    ],
)
def test_the_row_above_the_levers_is_checked(asked: Any, scenario: str, said: str) -> None:
    found, _, problem = after("files.scenario_tools", asked)
    assert found == scenario
    assert said in problem and bool(said) == bool(problem) and len(problem) < 200


def test_a_history_comes_back_after_the_page_was_loaded_anew() -> None:
    def script() -> None:
        import streamlit as st

        from model import Scenario
        from pages.files import scenario_tools
        from pages.visit import state

        state.replace(Scenario(risk_margin=0.03))
        state.settle()
        st.session_state[scenario_tools.KEY] = {
            "asked": {"do": "restore", "past": ["", "risk_margin=0.04"], "future": []}
        }
        scenario_tools.apply()
        state.undo()
        state.undo()
        st.text(state.scenario().to_json())

    assert AppTest.from_function(script, default_timeout=30).run().text[0].value == Scenario().to_json()


def given_back_script(own: object) -> None:
    """A visit that a page gives back what it kept; shows what the page is told to keep, and what is said to be gone."""
    import streamlit as st

    from model import Scenario
    from pages.files import scenario_tools
    from pages.visit import kept_by_page, state
    from texts import Texts

    state.replace(Scenario())
    st.session_state[scenario_tools.KEY] = {"asked": {"do": "restore", "own": own}}
    scenario_tools.apply()
    st.json(kept_by_page.copy_for_page(Texts("nb")))
    st.text(scenario_tools.problem(Texts("nb")))


THEME = {"name": "tema.toml", "content": '[fonts]\nbody = "Georgia"\n', "stamp": "1"}
NUMBERS = {
    "without_vkp": ["0301"],
    "deflator_rate": 0.035,
    "compensations_mnok": {"0301": 1.5},
    "service_agreements_mnok": {"0301": 0.5},
    "volumes": {"vkp": 9.0},
}


@pytest.mark.parametrize(
    ("own", "files", "numbers", "gone"),
    [
        ({"files": {"theme": THEME}, "numbers": NUMBERS}, {"theme": "1"}, NUMBERS, []),
        (
            {"files": {"theme": {**THEME, "content": None}}, "numbers": {"deflator_rate": 9}},
            {},
            {},
            ["temafilen", "deflator"],
        ),
        (
            {"files": {"municipal_key": None, "vkp_users": 7}, "numbers": {"without_vkp": ["9999"]}},
            {},
            {},
            ["bruker VKP", "bruker ikke VKP"],
        ),
        ({"files": 7, "numbers": {"compensations_mnok": {"0301": True}, "volumes": []}}, {}, {}, ["kompensasjon"]),
        (7, {}, {}, []),
        (None, {}, {}, []),
    ],
)
def test_what_a_page_gives_back_is_checked(
    own: Any, files: dict[str, str], numbers: dict[str, Any], gone: list[str]
) -> None:
    at = AppTest.from_function(given_back_script, kwargs={"own": own}, default_timeout=60).run()
    assert not at.exception
    told = json.loads(at.json[0].value)
    assert told["files"] == files and told["numbers"] == numbers
    assert set(told["names"]) == {*files, *numbers}
    assert all(name in at.text[0].value for name in gone) and bool(gone) == bool(at.text[0].value)


def test_what_is_asked_again_is_done_once() -> None:
    def script() -> None:
        import streamlit as st

        from model import Scenario
        from pages.files import scenario_tools
        from pages.visit import clocks, state

        for margin in (0.04, 0.03, 0.02):
            state.replace(Scenario(risk_margin=margin))
            state.settle()
        for moment in (7.0, 7.0, 6.0, 8.0):
            st.session_state[scenario_tools.KEY] = {"asked": [{"do": "undo", "moment": moment}]}
            scenario_tools.apply()
        st.text(f"{state.scenario().risk_margin} {clocks.answered_last():g}")

    at = AppTest.from_function(script, default_timeout=30).run()
    assert at.text[0].value == "0.04 8"


def test_what_is_asked_in_one_message_are_steps_of_their_own() -> None:
    def script() -> None:
        import streamlit as st

        from pages.files import scenario_tools
        from pages.visit import state

        state.replace(state.scenario())
        state.settle()
        asked = [{"do": "name", "name": name, "moment": moment} for moment, name in enumerate("ABC", 1)]
        st.session_state[scenario_tools.KEY] = {"asked": asked}
        scenario_tools.apply()
        names = [state.scenario().name]
        for _ in asked:
            state.undo()
            names.append(state.scenario().name)
        st.text("|".join(names))

    at = AppTest.from_function(script, default_timeout=30).run()
    assert at.text[0].value == "C|B|A|"


WRITTEN = "v=2&grunnlag=tallgrunnlag-2025-var&start=published"
"""How every scenario begins that is written out."""
START = "tallgrunnlaget|gjeldende|margin_3"
LINK = "http://localhost/oversikt?v=1&grunnlag=tallgrunnlag-2025-var&index_rate=0.02&sprak=nb&aar=2026&priser=lopende"
CUT = LINK.partition("&sprak")[0]


@pytest.mark.parametrize(
    ("asked", "compared", "said"),
    [
        ({"do": "remove", "at": 0}, "gjeldende|margin_3", ""),
        ({"do": "remove", "at": 9}, START, ""),
        ({"do": "remove", "at": "x"}, START, ""),
        ({"do": "remove", "text": "gjeldende"}, "tallgrunnlaget|margin_3", ""),
        ({"do": "remove", "text": "sikkerhet_5"}, START, ""),
        ({"do": "add", "text": "sikkerhet_5"}, f"{START}|sikkerhet_5", ""),
        ({"do": "add", "text": "risk_margin=9"}, START, ""),
        ({"do": "copy"}, f"{START}|{WRITTEN}&risk_margin=0.03", ""),
        ({"do": "link", "text": LINK}, f"{START}|{WRITTEN}&index_rate=0.02", ""),
        ({"do": "link", "text": f"«{LINK.replace('&', '&amp;')}»."}, f"{START}|{WRITTEN}&index_rate=0.02", ""),
        ({"do": "link", "text": f"{LINK}&fbclid=a.b&utm_source=c"}, f"{START}|{WRITTEN}&index_rate=0.02", ""),
        (
            {"do": "link", "text": f"https://safe.example/?url={quote(LINK)}&data=05"},
            f"{START}|{WRITTEN}&index_rate=0.02",
            "",
        ),
        ({"do": "link", "text": f"{LINK}&risk_margin=9"}, START, "Risikomargin er 900,0"),
        ({"do": "link", "text": f"{LINK}&risk_margn=0.03"}, START, "«risk_margn» er ukjent"),
        ({"do": "link", "text": CUT}, START, "kuttet"),
        ({"do": "link", "text": CUT[:-3]}, START, "kuttet"),
        ({"do": "link", "text": "http://localhost/oversikt?v"}, START, "kuttet"),
        ({"do": "link", "text": "http://localhost/oversikt?risk_margin=0.03"}, START, "ikke en lenke fra dette"),
        ({"do": "link", "text": "http://[x"}, START, "ikke en lenke fra dette verktøyet"),
        ({"do": "link", "text": "javascript:alert(1)"}, START, "ikke en lenke fra dette verktøyet"),
        ({"do": "open", "name": "a.json", "content": sent('{"name": "A"}')}, f"{START}|{WRITTEN}&name=A", ""),
        ({"do": "open", "name": "a.json", "content": sent("{}")}, f"{START}|tallgrunnlaget", ""),
        ({"do": "open", "name": "a.json", "content": sent("[]")}, START, "Sammenligningen er som før."),
        ({"do": "open", "name": "a.json", "content": sent(WINDOWS)}, START, "UTF-8. Sammenligningen er som før."),
        ({}, START, "Noe gikk galt hos oss"),
        (7, START, "Noe gikk galt hos oss"),
    ],
)
def test_the_row_of_the_comparison_is_checked(asked: Any, compared: str, said: str) -> None:
    _, found, problem = after("figures.chooser", asked)
    assert found == compared
    assert said in problem and bool(said) == bool(problem)


READY = "v=1&grunnlag=tallgrunnlag-2025-var&name=Margin+3+%25&risk_margin=0.0"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cut_link_says_so_and_changes_nothing_silently(language: str) -> None:
    at = from_address(READY)
    assert (message(at, "scenario")["name"], key_values(at)["financing_need"]) == ("", "1\u202f015,8")
    (warning,) = at.warning
    assert "kuttet" in warning.value and "et annet enn det som ble sendt" in warning.value
    assert "kuttet" in Texts("nb")("link.cut") and Texts(language)("link.cut").count(".") == 2


@pytest.mark.parametrize("tail", ["", ".", "&fbclid=x", "&utm_source=brev&web=1", ")", "&amp;_ga=1"])
@pytest.mark.parametrize(
    "query",
    ["risk_margin=0.03&aar=2027", "risk_margin=0.03&amp;aar=2027", f"{READY}3&sprak=nb&aar=2027&priser=lopende"],
)
def test_a_link_that_lost_nothing_opens_without_a_word(query: str, tail: str) -> None:
    at = from_address(query + tail)
    assert not at.warning
    assert message(at, "scenario")["present"].endswith("risk_margin=0.03") and "2027" in message(at)["headline"]


def test_what_a_link_got_wrong_is_said_in_the_meeting_too() -> None:
    at = AppTest.from_file(str(APP.parent / "pages" / "mote.py"), default_timeout=30)
    at.session_state[state.COURSE.name] = state.Course()
    at.session_state[problems.PROBLEMS.name] = (problems.Problem(problems.LINK, (problems.Refused("cut", {}),)),)
    at.run()
    assert not at.exception and "kuttet" in at.warning[0].value


def test_a_problem_goes_with_its_page_and_that_of_a_link_stays() -> None:
    def script() -> None:
        import streamlit as st

        from pages.visit import problems, whereabouts

        whereabouts.arrive("oversikt")
        for place in (problems.LINK, "levers"):
            problems.note(problems.Problem(place, (problems.Refused("x", {}),)))
        for page in ("oversikt", "fossefall"):
            whereabouts.arrive(page)
            st.text(" ".join(each.place for each in problems.PROBLEMS.value()))

    at = AppTest.from_function(script, default_timeout=30).run()
    assert [text.value for text in at.text] == ["link levers", "link"]


def test_what_a_link_got_wrong_is_said_until_something_else_is_shown() -> None:
    def script() -> None:
        import streamlit as st

        from pages.visit import address, view
        from pages.visit.link_problem import link_problem

        st.query_params["aar"] = "2031"
        for year in (2026, 2026, 2027):
            view.change(year=year)
            address.follow()
            st.text(link_problem(view.current().texts))

    at = AppTest.from_function(script, default_timeout=30).run()
    assert ["2031" in text.value for text in at.text] == [True, True, False] and at.text[2].value == ""


def from_address(query: str) -> AppTest:
    """Oversikt, opened by a link as somebody typed or sent it."""
    at = AppTest.from_file(str(APP), default_timeout=30)
    for name, value in parse_qsl(query, keep_blank_values=True):
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def test_scenarios_with_different_price_growth_are_shown_in_fixed_kroner() -> None:
    at = page_script("sammenlign", compared=["tallgrunnlaget", "forskrift_2026"])
    assert all("2025-kroner" in figure["title"][2] for figure in message(at)["figures"])
    assert "ulik prisvekst" in message(at, "chooser")["note"]
    alike = page_script("sammenlign", compared=["margin_3", "sikkerhet_5"])
    assert message(alike, "chooser")["note"] == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "page", ["oversikt", "fossefall", "fireaarsplan", "sammenlign", "hvem_betaler", "enhetskostnader"]
)
def test_a_name_is_never_markup(page: str, language: str) -> None:
    """Names stand in messages to our own parts, which write them as text, and in no Markdown and no chart label."""
    named = link.encoded(Scenario(name=NAME, risk_margin=0.04))
    at = page_script(page, Scenario(name=NAME, risk_margin=0.03), compared=["gjeldende", named], sprak=language)
    assert NAME in json.dumps(message(at), ensure_ascii=False)
    specs = json.dumps([figure["spec"] for figure in message(at)["figures"]], ensure_ascii=False)
    assert "<b>Mitt" not in specs
    for kind in ("markdown", "warning", "caption"):
        assert all("Mitt" not in str(element.proto) for element in at.main.get(kind))
    assert all("<b>Mitt" not in element.proto.body for element in at.main.get("html"))


def test_a_link_gives_name_levers_and_history_row() -> None:
    tools = message(opened(Scenario(name="Mitt", risk_margin=0.03), sprak="en"), "scenario")
    assert tools["name"] == "Mitt" and "risk_margin=0.03" in tools["link"] and "sprak=en" in tools["link"]
    assert tools["history"] == {"past": [], "future": []}
    assert json.loads(b64decode(tools["file"]["content"])) == {
        "version": 2,
        "baseline": "tallgrunnlag-2025-var",
        "start": "published",
        "name": "Mitt",
        "risk_margin": 0.03,
    }
