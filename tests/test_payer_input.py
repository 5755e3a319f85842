"""What a visitor asks of «Hvem betaler» and gives it: checked on the server, kept or refused in one sentence."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from charts.payers.paid import Own
from charts.words.refused import refused_file
from model import OwnData, Scenario
from model.payers import KeyFileError, municipal_key_from, vkp_users_from
from pages.payers import given_fields
from tests.asking import shown
from tests.baselines import PRESENT
from tests.test_files import sent
from tests.test_key_files import KEY_ROWS, index_file, share_file, workbook
from tests.test_pages import message, who_pays
from tests.test_payer_pages import MOVED
from texts import LANGUAGES, Texts
from texts.reading import parsed


def asked_script(module: str, asked: object) -> None:
    """A visit that receives ``asked`` from a component of the page."""
    from importlib import import_module

    import streamlit as st

    from model import Scenario
    from pages.visit import own_data, state, view
    from texts import Texts

    part = import_module(f"pages.{module}")
    state.replace(Scenario(risk_margin=0.03))
    view.change(payer="Helse Sør-Øst")
    st.session_state[part.KEY] = {"asked": asked}
    part.apply()
    mine = own_data.about_payers()
    st.text(state.scenario().to_json())
    st.text(view.current().payer)
    st.text(
        repr(
            (
                mine.municipal_key and mine.municipal_key.name,
                mine.vkp_users,
                mine.deflator_rate,
                mine.compensations_mnok,
            )
        )
    )
    st.text(part.problem(Texts("nb")) if hasattr(part, "problem") else "")


def after(module: str, asked: object) -> list[str]:
    at = AppTest.from_function(asked_script, kwargs={"module": module, "asked": asked}, default_timeout=30).run()
    assert not at.exception
    return [text.value for text in at.text]


HALF = share_file(0.4998)
KEPT = Scenario(risk_margin=0.03).to_json()
FIRST = "Helse Sør-Øst"
NOTHING = repr((None, None, None, {}))


@pytest.mark.parametrize(
    ("asked", "payer"),
    [({"payer": "1818"}, "1818"), ({"payer": ""}, ""), ({"payer": "9999"}, FIRST), ({"payer": []}, FIRST), ({}, FIRST)],
)
def test_the_search_is_checked(asked: Any, payer: str) -> None:
    assert after("payers.payer_search", {"do": "look", **asked})[1] == payer


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["60", "40", "0", "0"], ""),
        (["60 %", "40,0", "", "0"], ""),
        (["60", "39", "0", "0"], "Helsenorge er 99 % til sammen; raden skal bli 100 %. Den er ikke tatt i bruk."),
        (
            ["60", "60", "-20", "0"],
            "«-20» kan ikke brukes for Helsenorge, Apotek og bandasjister: skriv et tall fra 0 til",
        ),
        (["1e400", "0", "0", "0"], "«1e400»"),
        (["0", "9" * 1000, "0", "0"], "kan ikke brukes for Helsenorge, Kommuner: skriv et tall"),
        (["x", "100", "0", "0"], "«x»"),
        (["33.333", "66,667", "0", "0"], ""),
        (["0.500", "99,5", "0", "0"], ""),
        ([True, 99, 0, 0], "Noe gikk galt hos oss"),
        (["100"], "Noe gikk galt hos oss"),
        (None, "Noe gikk galt hos oss"),
    ],
)
def test_the_key_table_is_checked(cells: Any, said: str) -> None:
    found, _, _, problem = after("payers.key_table", {"do": "set", "solution": "helsenorge", "cells": cells})
    assert said in problem and bool(said) == bool(problem)
    assert (found == KEPT) == bool(said)


@pytest.mark.parametrize(
    "asked", [{"do": "set", "solution": "x"}, {"solution": []}, {"do": 1, "solution": "vkp"}, None]
)
def test_the_key_table_ignores_what_it_does_not_send(asked: Any) -> None:
    assert after("payers.key_table", asked)[0] == KEPT


def test_every_row_of_the_key_table_adds_up() -> None:
    for scenario in (Scenario(), Scenario(keys="proposal_2021"), MOVED):
        rows = message(who_pays(scenario), "key_table")["rows"]
        assert [row["solution"] for row in rows] == list(PRESENT.law_solutions)
        assert all(row["sum"] == "100 %" and not row["wrong"] for row in rows)
        assert all(
            sum(parsed(cell, "nb", 0, 100) for cell in row["cells"]) == pytest.approx(100, abs=0.02) for row in rows
        )


@pytest.mark.parametrize(
    ("asked", "kept", "said"),
    [
        ({"id": "municipal_key", "name": "n.csv", "content": sent(index_file())}, "('n.csv', None, None, {})", ""),
        (
            {"id": "municipal_key", "name": "n.xlsx", "content": sent(workbook(KEY_ROWS))},
            "('n.xlsx', None, None, {})",
            "",
        ),
        (
            {"id": "municipal_key", "name": "n.csv", "content": sent("x")},
            NOTHING,
            "linje 1, kommunenummer: kolonnen mangler; fant x",
        ),
        ({"id": "municipal_key", "name": "n.csv", "content": "no base64"}, NOTHING, "den er tom"),
        ({"id": "municipal_key", "name": "n.csv", "content": sent("kommunenummer;x\n")}, NOTHING, "indeks eller andel"),
        ({"id": "municipal_key", "name": "n.csv", "content": sent(HALF)}, NOTHING, "andelene blir 0,4998 til sammen"),
        ({"id": "municipal_key", "name": "n.csv", "content": None, "size": 10**9}, NOTHING, "større enn 1\u202f000 kB"),
        ({"id": "municipal_key", "name": ["x"], "content": 7}, NOTHING, "større enn"),
        ({"id": "vkp_users", "name": "v.csv", "content": sent("kommunenummer\n0301\n")}, "frozenset({'0301'})", ""),
        (
            {"id": "vkp_users", "name": "v.csv", "content": sent("kommunenummer\n9999\n")},
            NOTHING,
            "ikke en kommune i 2026",
        ),
        ({"id": "deflator_rate", "value": "2,5 %"}, "(None, None, 0.025, {})", ""),
        (
            {"id": "deflator_rate", "value": "50"},
            NOTHING,
            (
                "«50» kan ikke brukes for Egen deflator for reell belastning: skriv et tall fra 0 til 10. "
                "Det som var lagt inn, er"
            ),
        ),
        ({"id": "deflator_rate", "value": "NaN"}, NOTHING, "«NaN»"),
        ({"id": "deflator_rate", "value": {"a": 1}}, NOTHING, "skriv et tall"),
        ({"id": "compensation", "value": "1 000 000,5"}, "{'Helse Sør-Øst': 1.0000005}", ""),
        (
            {"id": "compensation", "value": "-1"},
            NOTHING,
            "«-1» kan ikke brukes for Egen kompensasjon for Helse Sør-Øst",
        ),
        (
            {"id": "compensation", "value": "250.000"},
            NOTHING,
            "kan leses som 250\u202f000 eller 250,0; skriv «250\u202f000» eller",
        ),
        ({"id": "compensation", "value": "kr 250 000,-"}, "{'Helse Sør-Øst': 0.25}", ""),
        ({"id": "deflator_rate", "value": "3.125"}, "(None, None, 0.03125, {})", ""),
        ({"id": "compensation", "value": "1,8 mill"}, "{'Helse Sør-Øst': 1.8}", ""),
        (
            {"id": "compensation", "value": "1,8"},
            NOTHING,
            "«1,8» kan være millioner eller kroner: skriv «1,8 mill» eller «1,8 kr»",
        ),
        ({"id": "compensation", "value": "9" * 10_000}, NOTHING, "skriv et tall"),
        ({"id": "compensation", "clear": True}, NOTHING, ""),
        ({"id": "nonsense"}, NOTHING, "Noe gikk galt hos oss"),
        ({"id": []}, NOTHING, "Noe gikk galt hos oss"),
        ("x", NOTHING, "Noe gikk galt hos oss"),
    ],
)
def test_what_a_visitor_gives_is_checked(asked: Any, kept: str, said: str) -> None:
    scenario, _, found, problem = after("payers.given_fields", asked)
    assert scenario == KEPT and kept in found
    assert said in problem and bool(said) == bool(problem) and len(problem) < 300


@pytest.mark.parametrize("asked", [{"id": "vkp", "value": "0"}, {"id": "vkp", "value": "x"}, {"id": []}, 7])
def test_a_volume_that_is_none_is_refused(asked: Any) -> None:
    problem = after("payers.volume_fields", asked)[3]
    known = isinstance(asked, dict) and asked["id"] == "vkp"
    assert ("kan ikke brukes for VKP: skriv et tall fra 1 til" if known else "Noe gikk galt hos oss") in problem


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

        from pages.visit import own_data, state, view

        state.scenario()
        view.change(payer="0301")
        own_data.change(without_vkp=frozenset({"0301"}))
        st.text(str(len(own_data.about_payers().all_vkp_users or ())))

    assert AppTest.from_function(script, default_timeout=30).run().text[0].value == "356"


def test_what_is_given_for_one_organisation_stays_with_it() -> None:
    def script() -> None:
        import streamlit as st

        from charts.payers.net import net_rows
        from charts.payers.paid import Own
        from model import Scenario
        from pages.payers import given_fields
        from pages.visit import own_data, state, view
        from pages.visit.question import shown

        state.replace(Scenario(index_rate=0.02))
        for payer in ("0301", "1818"):
            view.change(payer=payer, prices="faste")
            for asked in (
                {"id": "without_vkp", "value": True},
                {"id": "compensation", "value": "45 000 000"},
                {"id": "service_agreements", "value": "2 000 000"},
            ):
                st.session_state[given_fields.KEY] = {"asked": asked}
                if payer == "0301" or asked["id"] == "without_vkp":
                    given_fields.apply()
            context = shown(view.current())
            answer = context.answer
            own = Own.of(payer, answer)
            st.text(str({name: amounts.tolist()[-4:] for name, amounts in net_rows(own, context)[4:]}))
        st.text(given_fields.rows(Own.of("1818", answer), own_data.about_payers(), shown(view.current()))[1]["said"])

    oslo, heroy, said = (text.value for text in AppTest.from_function(script, default_timeout=30).run().text)
    assert list(eval(heroy)) == ["Herøy (Nordland), betaling"]
    rows = eval(oslo)
    assert rows["Egen kompensasjon"] == [-45.0] * 4
    assert rows["Egen del av fellestjenestene over tjenesteavtaler"] == [2.0] * 4
    paid, net = (rows[name] for name in ("Oslo, betaling", "Netto for Oslo"))
    assert net == pytest.approx([amount - 43 for amount in paid])
    assert said == "Merket «bruker ikke VKP»: Oslo, Herøy (Nordland). Alle andre regnes som brukere."


def test_ones_own_share_is_at_most_all_that_was_moved() -> None:
    def script() -> None:
        import streamlit as st

        from model import Scenario
        from pages.payers import given_fields
        from pages.visit import own_data, state, view
        from texts import Texts

        state.replace(Scenario())
        view.change(payer="0301")
        for typed in ("35 000 000", "35 000 001"):
            st.session_state[given_fields.KEY] = {"asked": {"id": "service_agreements", "value": typed}}
            given_fields.apply()
            st.text(str(dict(own_data.about_payers().service_agreements_mnok)))
        st.text(given_fields.problem(Texts("nb")))

    first, second, said = (text.value for text in AppTest.from_function(script, default_timeout=30).run().text)
    assert first == second == "{'0301': 35.0}"
    assert "skriv et tall fra 0 til 35\u202f000\u202f000" in said


@pytest.mark.parametrize(("rate", "typed"), [(0.03125, "3,125"), (0.000001, "0,0001"), (0.045, "4,5"), (0.0, "0,0")])
def test_a_deflator_of_ones_own_stands_in_its_field_as_it_counts(rate: float, typed: str) -> None:
    context = shown(us="0301")
    fields = given_fields.rows(Own.of("0301", context.answer), OwnData(deflator_rate=rate), context)
    (field,) = (field for field in fields if field["id"] == "deflator_rate")
    assert field["kind"] == "number" and field["value"] == typed
