"""Who pays and unit costs as the pages show them: sums, the law first, every language, and what a visit gives."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from charts.refused import refused_file
from charts.settings import departures
from model import PLAN_YEARS, Scenario
from model.payers import KeyFileError, municipal_key_from, municipalities, vkp_users_from
from pages.parts import typed
from pages.parts.key_table import LAW_SOLUTIONS
from tests.test_key_files import index_file
from tests.test_pages import key_values, message, opened, page_script
from texts import LANGUAGES, Texts

MOVED = Scenario.from_mapping(
    {
        "risk_margin": 0.03,
        "index_rate": 0.02,
        "keys": {"helsenorge": {"rhf": 0.6, "kommuner": 0.4}},
        "rhf_key": "population",
    }
)


def number(text: str) -> float:
    return float(re.sub(r"[^\d,−-]", "", text).replace(",", ".").replace("\u2212", "-"))


def figure(at: AppTest, name: str) -> dict[str, Any]:
    return next(figure for figure in message(at)["figures"] if figure["name"] == name)


def tables(at: AppTest) -> list[list[list[str]]]:
    """The cells of every table under the figures."""
    rows = [re.findall(r"<tr>(.*?)</tr>", html.proto.body, re.S) for html in at.main.get("html")]
    return [[re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in table] for table in rows]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("payer", ["Helse Nord", "1818", "0301"])
@pytest.mark.parametrize("year", PLAN_YEARS[:2])
def test_the_page_runs_for_everyone_in_every_language(language: str, payer: str, year: int) -> None:
    at = page_script("hvem_betaler", MOVED, sprak=language, hvem=payer, aar=str(year))
    name = municipalities()[payer].label if payer in municipalities() else payer
    assert message(at)["headline"].startswith(f"{name} ")
    assert [figure["name"] for figure in message(at)["figures"]] == ["payer_own", "payer_regions", "payer_groups"]
    assert all(figure["moved"] for figure in message(at)["figures"])
    assert not at.warning


@pytest.mark.parametrize("scenario", [Scenario(), MOVED], ids=["rest", "moved"])
def test_groups_add_up_to_the_financing_need(scenario: Scenario) -> None:
    need = number(key_values(page_script("oversikt", scenario))["financing_need"])
    rows = figure(page_script("hvem_betaler", scenario), "payer_groups")["table"]["rows"]
    assert number(rows[4][2]) == pytest.approx(need)
    assert sum(number(row[2]) for row in rows[:4]) == pytest.approx(need, abs=0.2)


def test_at_rest_2026_is_the_published_need_and_the_law_stands_first() -> None:
    at = page_script("hvem_betaler")
    groups = figure(at, "payer_groups")["table"]
    assert groups["header"][1] == "Forskriften 2026" and groups["rows"][4][1:3] == ["1\u202f029,5", "1\u202f015,8"]
    assert [key["name"] for key in message(at)["keys"]][:2] == ["payer_law", "payer_payment"]
    assert "etter forskriften" in message(at)["headline"]
    own, all_groups, *_ = tables(at)
    assert own[0][1:3] == ["Forskriften 2026", "Beregnet 2026"]
    last = all_groups[-1]
    assert last[:4] == ["Sum", "Sum", "1\u202f029,5", "1\u202f015,8"] and abs(number(last[-1])) <= 0.3
    assert all(abs(number(row[-1])) <= 0.2 for row in all_groups[1:-1])


def test_from_2027_growth_takes_the_place_of_the_law() -> None:
    keys = [key["name"] for key in message(page_script("hvem_betaler", aar="2028"))["keys"]]
    assert keys == ["payer_payment", "payer_per_inhabitant", "payer_growth", "payer_real"]


def test_the_choice_travels_in_the_link_and_a_bad_one_is_explained() -> None:
    at = opened(Scenario(risk_margin=0.03), hvem="1818")
    assert "hvem=1818" in message(at, "scenario")["link"]
    bad = opened(hvem="9999")
    assert len(bad.warning) == 1
    sentence = re.sub(r"\\(.)", r"\1", bad.warning[0].value)
    assert "min virksomhet er «9999»; tillatt er navnet på et RHF" in sentence and len(sentence) < 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_listed_in_words(language: str) -> None:
    found = {change.path: change for change in departures(MOVED, Texts(language))}
    own = found["keys.helsenorge"]
    assert "Helsenorge" in own.label and "60" in own.value and "50" in own.default
    assert "population" not in found["rhf_key"].value and "basic_grant" not in found["rhf_key"].default
    levers = {row["path"]: row for group in message(opened(MOVED), "levers")["groups"] for row in group["levers"]}
    assert levers["keys"]["value"] == "own" and levers["rhf_key"]["value"] == "population"


def test_approximate_keys_say_so() -> None:
    at = page_script("hvem_betaler", Scenario(keys="proposal_2021"), hvem="0301")
    assert all("tilnærmet" in figure["title"][2] for figure in message(at)["figures"])
    assert "tilnærmet" in message(at, "municipal")["note"]
    exact = page_script("hvem_betaler", Scenario(municipal_key="population"))
    assert "tilnærmet" not in message(exact, "municipal")["note"]


def test_the_file_of_all_municipalities_adds_up() -> None:
    data = message(page_script("hvem_betaler", MOVED, aar="2027"), "municipal")
    lines = [line.split(";") for line in data["file"]["content"].removeprefix("\ufeff").split("\r\n")[:-1]]
    place = lines[0].index("Beregnet 2027, kr")
    assert len(lines) == 358 and len(data["rows"]) == 357
    total = sum(float(line[place].replace(",", ".")) for line in lines[1:])
    rows = figure(page_script("hvem_betaler", MOVED), "payer_groups")["table"]["rows"]
    assert total / 1e6 == pytest.approx(number(rows[1][3]), abs=0.06)


def test_memos_are_shown_and_never_added() -> None:
    at = page_script("hvem_betaler")
    memo = next(table for table in tables(at) if any("tjenesteavtaler" in cell for row in table for cell in row))
    assert {row[2] for row in memo[1:]} == {"35,0", "3,9", "5,6", "14,5"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_unit_costs_name_numerator_denominator_and_sources(language: str) -> None:
    at = page_script("enhetskostnader", sprak=language)
    table = tables(at)[0]
    assert len(table[0]) == 6 and len(table) == 13 and all(all(row) for row in table)
    assert any("0,34" in row[3] or "0.34" in row[3] for row in table)
    rest, moved = (message(page_script("enhetskostnader", s)) for s in (Scenario(), MOVED))
    assert rest["headline"] != moved["headline"] and moved["figures"][0]["moved"]


def asked_script(module: str, asked: object) -> None:
    """A visit that receives ``asked`` from a component of the page."""
    from importlib import import_module

    import streamlit as st

    from model import Scenario
    from pages.parts import given, state, view
    from texts import Texts

    part = import_module(f"pages.parts.{module}")
    state.replace(Scenario(risk_margin=0.03))
    st.session_state[part.KEY] = {"asked": asked}
    part.apply()
    mine = given.given()
    st.text(state.scenario().to_json())
    st.text(view.current().payer)
    st.text(
        repr(
            (mine.municipal_key and mine.municipal_key.name, mine.vkp_users, mine.deflator_rate, mine.compensation_mnok)
        )
    )
    st.text(part._problem(Texts("nb")) if hasattr(part, "_problem") else "")


def after(module: str, asked: object) -> list[str]:
    at = AppTest.from_function(asked_script, kwargs={"module": module, "asked": asked}, default_timeout=30).run()
    assert not at.exception
    return [text.value for text in at.text]


KEPT = Scenario(risk_margin=0.03).to_json()
FIRST = "Helse Sør-Øst"
NOTHING = repr((None, None, None, None))


@pytest.mark.parametrize(
    ("asked", "payer"),
    [({"payer": "1818"}, "1818"), ({"payer": "9999"}, FIRST), ({"payer": []}, FIRST), ({}, FIRST), (7, FIRST)],
)
def test_the_search_is_checked(asked: Any, payer: str) -> None:
    assert after("payer_search", asked)[1] == payer


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ([60, 40, 0, 0], ""),
        ([60, 39, 0, 0], "andelene blir 0.99 til sammen"),
        ([60, 60, -20, 0], "Apotek og bandasjister"),
        ([10**400, 0, 0, 0], "Helsenorge"),
        (["x", 100, 0, 0], "Helsenorge"),
        ([True, 99, 0, 0], "Helsenorge"),
        ([100], "Helsenorge"),
        (None, "Helsenorge"),
    ],
)
def test_the_key_table_is_checked(shares: Any, said: str) -> None:
    found, _, _, problem = after("key_table", {"do": "set", "solution": "helsenorge", "shares": shares})
    assert said in problem and bool(said) == bool(problem)
    assert (found == KEPT) == bool(said)


@pytest.mark.parametrize(
    "asked", [{"do": "set", "solution": "x"}, {"solution": []}, {"do": 1, "solution": "vkp"}, None]
)
def test_the_key_table_ignores_what_it_does_not_send(asked: Any) -> None:
    assert after("key_table", asked)[0] == KEPT


def test_every_row_of_the_key_table_adds_up() -> None:
    for scenario in (Scenario(), Scenario(keys="proposal_2021"), MOVED):
        rows = message(page_script("hvem_betaler", scenario), "key_table")["rows"]
        assert [row["solution"] for row in rows] == list(LAW_SOLUTIONS)
        assert all(sum(row["shares"]) == pytest.approx(100) for row in rows)


@pytest.mark.parametrize(
    ("asked", "kept", "said"),
    [
        ({"id": "municipal_key", "name": "n.csv", "content": index_file()}, "('n.csv', None, None, None)", ""),
        ({"id": "municipal_key", "name": "n.csv", "content": "x"}, NOTHING, "linje 1, x: ukjent kolonne"),
        ({"id": "municipal_key", "name": "n.csv", "content": None, "size": 10**9}, NOTHING, "større enn 1,000 kB"),
        ({"id": "municipal_key", "name": ["x"], "content": 7}, NOTHING, "større enn"),
        ({"id": "vkp_users", "name": "v.csv", "content": "kommunenummer\n0301\n"}, "frozenset({'0301'})", ""),
        ({"id": "vkp_users", "name": "v.csv", "content": "kommunenummer\n9999\n"}, NOTHING, "ikke en kommune i 2026"),
        ({"id": "deflator_rate", "value": "2,5 %"}, "(None, None, 0.025, None)", ""),
        ({"id": "deflator_rate", "value": "50"}, NOTHING, "tillatt er"),
        ({"id": "deflator_rate", "value": "NaN"}, NOTHING, "«NaN»"),
        ({"id": "deflator_rate", "value": {"a": 1}}, NOTHING, "ventet et tall"),
        ({"id": "compensation", "value": "1 000 000,5"}, "1.0000005", ""),
        ({"id": "compensation", "value": "-1"}, NOTHING, "«-1»"),
        ({"id": "compensation", "value": "9" * 10_000}, NOTHING, "ventet et tall"),
        ({"id": "compensation", "clear": True}, NOTHING, ""),
        ({"id": "nonsense"}, NOTHING, ""),
        ({"id": []}, NOTHING, ""),
        ("x", NOTHING, ""),
    ],
)
def test_what_a_visitor_gives_is_checked(asked: Any, kept: str, said: str) -> None:
    scenario, _, found, problem = after("given_fields", asked)
    assert scenario == KEPT and kept in found
    assert said in problem and bool(said) == bool(problem) and len(problem) < 300


@pytest.mark.parametrize("asked", [{"id": "vkp", "value": "0"}, {"id": "vkp", "value": "x"}, {"id": []}, 7])
def test_a_volume_that_is_none_is_refused(asked: Any) -> None:
    problem = after("volume_fields", asked)[3]
    assert bool(problem) == (isinstance(asked, dict) and asked["id"] == "vkp")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"kommunenummer\n0301\n0301\n", b"kommunenummer\n9999\n", b"x\n", b"kommunenummer\n"],
)
def test_every_refused_file_is_one_sentence(content: bytes, language: str) -> None:
    for read in (municipal_key_from, vkp_users_from):
        with pytest.raises(KeyFileError) as caught:
            read(content, "file.csv")
        sentence = refused_file(caught.value, Texts(language))
        assert sentence and "{" not in sentence and "\n" not in sentence


def test_a_municipality_without_vkp_pays_half() -> None:
    def script() -> None:
        import streamlit as st

        from pages.parts import given, state, view

        state.scenario()
        view.change(payer="0301")
        given.give(without_vkp="0301")
        st.text(str(len(given.given().all_vkp_users or ())))

    assert AppTest.from_function(script, default_timeout=30).run().text[0].value == "356"


@pytest.mark.parametrize(("text", "value"), [("1 234,5", 1234.5), ("", None), ("\u22122.5 %", -2.5), ("3", 3.0)])
def test_numbers_are_read_as_they_are_typed(text: str, value: float | None) -> None:
    assert typed.typed(text, -1e4, 1e4) == value
