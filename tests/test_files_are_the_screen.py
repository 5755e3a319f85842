"""What leaves the tool says what the screen says: titles, prices, names, reference, amounts and link, on every page."""

import io
import json
import re
from base64 import b64decode
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from exports.data import tables
from exports.deck import deck
from exports.pictures import figures as pictured
from exports.report import content
from exports.subject import Subject
from exports.typesetting import drawable
from exports.workbook import workbook
from model import OwnData, Scenario, presets
from model.payers import municipal_key_from
from pages.visit import address, state, view, view_link
from pages.visit.navigation import PAGES
from tests.asking import shown
from tests.baselines import PRESENT
from tests.every_word import PORTAL
from tests.export_subject import CREATED
from tests.strategies import scenarios
from tests.test_key_files import index_file
from tests.test_pages import message, page_script, who_pays
from texts import LANGUAGES, Texts
from texts.catalogue import catalogue

SVG = "{http://www.w3.org/2000/svg}"
CHARTED = tuple(page for page in PAGES if page not in ("eksport", "kilder", "avstemming", "nytt_tallgrunnlag", "ord"))
MOVED = Scenario(risk_margin=0.03, index_rate=0.031, name="Forslag & <b>møte</b>")
MARGIN = Scenario(risk_margin=0.03)
OSLO = "0301"
FILE = re.sub(rf"^{OSLO},.*$", f"{OSLO},0.4", index_file(), flags=re.MULTILINE)
KEY = municipal_key_from(FILE.encode(), "egen.csv")


def drawn_on(page: str, scenario: Scenario) -> Scenario:
    """The scenario, with a project where a page has no chart without one."""
    return scenario.with_value("projects", [PORTAL]) if page == "nytt_tiltak" else scenario


def views() -> st.SearchStrategy[dict[str, str]]:
    """Parameters of the view that decide what a chart says."""
    choices = {
        view.PARAMETERS[name]: st.sampled_from([str(value) for value in values])
        for name, values in view.options(PRESENT).items()
        if name != "chart"
    }
    return st.fixed_dictionaries(choices | {"utgangspunkt": st.sampled_from(["tallgrunnlaget", *presets(PRESENT)])})


def taken(at: AppTest, figure: str, kind: str) -> bytes:
    """A chart's file, made from the page as it stands."""
    at.session_state["figures"] = {"taking": {"figure": figure, "kind": kind}}
    at.run()
    assert not at.exception
    return b64decode(message(at)["taken"]["content"])


def words_of(svg: bytes) -> tuple[str, str, str, dict[str, str]]:
    """Title, description, everything that is written, and the stamps of a picture."""
    root = ElementTree.fromstring(svg)
    title, alt, stamps = (root.findtext(f"{SVG}{name}") or "" for name in ("title", "desc", "metadata"))
    written = "".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    return title, alt, squeezed(written), json.loads(stamps)


def squeezed(text: str) -> str:
    """Without spaces: a line may break anywhere."""
    return re.sub(r"\s", "", text)


def amounts_in(figure: dict[str, Any]) -> list[str]:
    """The amounts that are written in a chart of the screen."""
    found = [text for trace in figure["spec"]["data"] for text in trace.get("text", []) if isinstance(text, str)]
    plain = (unescape(re.sub(r"<[^>]+>", " ", text)) for text in found)
    return [amount for text in plain for amount in re.findall(r"[+\u2212]?\d[\d\u202f.,]*", text)]


@pytest.mark.parametrize("page", CHARTED)
@settings(max_examples=4)
@given(data=st.data())
def test_a_picture_says_what_its_chart_says(page: str, data: st.DataObject) -> None:
    scenario, query = data.draw(st.just(MOVED) | scenarios()), data.draw(views())
    at = page_script(page, drawn_on(page, scenario), compared=("gjeldende", "margin_3"), **query)
    assume(message(at)["figures"])  # there are no reasons where nothing differs
    figure = data.draw(st.sampled_from(message(at)["figures"]))
    title, alt, written, stamps = words_of(taken(at, figure["name"], "svg"))
    reference, name = message(at)["legend"]
    assert title == " · ".join(figure["title"]) and alt == figure["alt"]
    assert stamps["price_basis"] in figure["title"][2]
    if message(at).get("compared"):
        name = figure["title"][1]
    else:
        assert stamps["reference"] == reference
    generic = Texts(query["sprak"])("figure.scenario")
    assert stamps["scenario_name"] == (name if name != generic else "")
    said = [*figure["title"], figure["note"], name, stamps["reference"], stamps["price_basis"], *amounts_in(figure)]
    assert not [words for words in said if squeezed(words) not in written]


@pytest.mark.parametrize("page", CHARTED)
def test_the_link_of_a_picture_opens_what_it_shows(page: str) -> None:
    query = {"sprak": "nn", "aar": "2028", "priser": "faste", "hvem": "0301", "utgangspunkt": "dobbelt_volum"}
    at = page_script(page, drawn_on(page, MOVED), compared=("gjeldende", "margin_3"), **query)
    *_, stamps = words_of(taken(at, message(at)["figures"][0]["name"], "svg"))
    opened = dict(parse_qsl(urlsplit(stamps["link"]).query))
    assert opened | query == opened and opened["risk_margin"] == "0.03"
    opened = {name: value for name, value in opened.items() if not name.startswith("projects.")}
    assert set(opened) <= {*address.PARAMETERS, "v", "grunnlag", "start", "risk_margin", "index_rate", "name"}


def lines_of(csv: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file for spreadsheets, by the heads."""
    head, *rows = (line.split("\t") for line in csv.decode("utf-16").splitlines())
    return [dict(zip((cell.strip('"') for cell in head), (c.strip('"') for c in row), strict=True)) for row in rows]


def test_what_was_paid_is_in_the_prices_that_its_file_says() -> None:
    """In each year's own kroner, and the scenario's, also where the page is in fixed ones."""
    at = who_pays(Scenario(index_rate=0.031), priser="faste", aar="2027")
    title, *_, stamps = words_of(taken(at, "payer_history", "svg"))
    assert stamps["price_basis"] in title and "løpende kroner" in stamps["price_basis"]


def test_scenarios_with_different_price_growth_are_in_the_prices_that_their_files_say() -> None:
    at = page_script("sammenlign", Scenario(risk_margin=0.03, index_rate=0.031), compared=("margin_3", "gjeldende"))
    (title, *_), (line, *_) = (
        words_of(taken(at, "bridge_1", "svg")),
        [row for row in lines_of(taken(at, "bridge_1", "csv")) if row["price_basis"]],
    )
    assert "2025-kroner" in title and line["price_basis"] == "2025-kroner"


@pytest.mark.parametrize(
    ("page", "query", "figure"),
    [("hvorfor", {"utgangspunkt": "margin_3"}, "reasons"), ("sammenlign", {"mot": "forste"}, "bridge_1")],
)
def test_the_reference_of_a_file_is_the_one_that_is_drawn(page: str, query: dict[str, str], figure: str) -> None:
    at = page_script(page, Scenario(extra_volume=0.01), compared=("margin_3", "gjeldende"), **query)
    name, (_, _, written, stamps) = presets(PRESENT)["margin_3"].label["nb"], words_of(taken(at, figure, "svg"))
    assert stamps["reference"] == name and squeezed(f"mot {name}") in written
    assert squeezed("Tallgrunnlaget våren 2025") not in written
    assert {line["reference"] for line in lines_of(taken(at, figure, "csv"))} == {name}


def own_key(language: str = "nb") -> Subject:
    """Oslo under a key file of its own, as Eksport takes it along."""
    return Subject.of(shown(MARGIN, language, us="0301", own=OwnData(municipal_key=KEY)), CREATED, "")


def oslo_on_the_screen() -> str:
    """What the page says that Oslo would pay, «32 345 678»."""

    def script() -> None:
        from pathlib import Path

        from pages.visit import own_data
        from tests.test_files_are_the_screen import KEY

        own_data.change(municipal_key=KEY)
        exec(compile(Path("pages/hvem_betaler.py").read_text(encoding="utf-8"), "hvem_betaler", "exec"), {})

    at = AppTest.from_function(script, default_timeout=30)
    at.session_state[state.COURSE.name] = state.Course(MARGIN)
    at.session_state[view.VIEW.name], _ = view_link.parsed({"hvem": "0301"}, PRESENT)
    at.run()
    assert not at.exception
    figure = next(each for each in message(at)["figures"] if each["name"] == "payer_own")
    return next(row for row in figure["table"]["rows"] if row[0] == "Sum")[2]


def test_an_own_key_file_is_in_every_file_with_its_amounts_and_its_name() -> None:
    subject, oslo = own_key(), oslo_on_the_screen()
    said = json.dumps(content(subject), ensure_ascii=False)
    assert oslo in said and "«egen.csv»" in said
    data = {table.name: table for table in tables(subject)}
    (paid,) = (row[5] for row in data["payers"].rows if row[:3] == (2026, "kommuner", "0301"))
    assert subject.texts.amount(float(str(paid)) * 1e6, 0) == oslo
    assert "own.municipal_key" in {row[0] for row in data["settings"].rows}
    book = load_workbook(io.BytesIO(workbook(subject)), data_only=True)
    found = [cell for row in book["Betalere"].iter_rows(values_only=True) if row[2] == "0301" for cell in row]
    assert any(isinstance(cell, float) and abs(cell - float(str(paid))) < 1e-9 for cell in found)
    slides = Presentation(io.BytesIO(deck(subject))).slides
    words = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
    assert any("egen.csv" in text for text in words) and any(oslo in text for text in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_payers_chart_of_files_is_the_screens(language: str) -> None:
    scenario = MARGIN.with_value("keys", "proposal_2021")
    at = who_pays(scenario, sprak=language, hvem="0301")
    figures = {figure["name"]: figure for figure in message(at)["figures"]}
    subject = Subject.of(shown(scenario, language, us="0301"), CREATED, "")
    drawn = pictured(subject)
    for name in ("payer_groups", "payer_own"):
        assert list(drawn[name].title) == figures[name]["title"] and drawn[name].note == figures[name]["note"]
        assert [list(row) for row in drawn[name].table.rows] == figures[name]["table"]["rows"]
    assert subject.texts("payers.approximate") in drawn["payer_groups"].title[2] and "†" in drawn["payer_groups"].note


TINY = Scenario(risk_margin=0.05001)
"""Moves the need of 2026 by a hundredth of a million: printed it looks as published."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_of_a_scenario_is_not_published_because_it_rounds_to_the_same(language: str) -> None:
    published = Texts(language)("key.published")
    for page in ("oversikt", "fireaarsplan"):
        rest, moved = page_script(page, sprak=language), page_script(page, TINY, sprak=language)
        values = [{key["name"]: key["value"] for key in message(at)["keys"]} for at in (rest, moved)]
        notes = [{key["name"]: key["note"] for key in message(at)["keys"]} for at in (rest, moved)]
        for name in ("cost_level", "financing_need"):
            assert values[0][name] == values[1][name]
            assert notes[0][name].startswith(published) and not notes[1][name].startswith(published)


def test_the_star_of_what_is_computed_follows_where_a_figure_comes_from() -> None:
    plans = [page_script("fireaarsplan", scenario) for scenario in (Scenario(), TINY)]
    needs = [next(f for f in message(at)["figures"] if f["name"] == "need")["table"]["header"] for at in plans]
    assert needs[0][2:4] == ["2026", "2027*"] and needs[1][2:4] == ["2026*", "2027*"]


def test_the_row_of_differences_names_what_it_differs_from() -> None:
    at = page_script("sammenlign", Scenario(extra_efficiency=0.01), compared=("gjeldende", "margin_3"), mot="forste")
    plan = message(at)["figures"][3]
    assert plan["table"]["rows"][-1][0] == "Mot «Scenarioet»"
    lines = lines_of(taken(at, plan["name"], "csv"))
    assert lines[-1][""] == "Mot «Scenarioet»" and {line["title"] for line in lines} == {" · ".join(plan["title"])}


def test_a_key_file_works_in_the_reference_too_and_files_say_so() -> None:
    subject = own_key()
    (row,) = (
        row for table in tables(subject) if table.name == "settings" for row in table.rows if "own." in str(row[0])
    )
    assert row[2] == row[3] == "«egen.csv»"
    assert any("egen.csv" in sentence for part in content(subject)["sections"] for sentence in part["sentences"])


def test_a_report_has_every_sign_of_the_screen() -> None:
    assert "†" in drawable(json.dumps(content(own_key()), ensure_ascii=False))
    for language in LANGUAGES:
        assert "?" not in drawable("".join(catalogue(language).values()).translate(dict.fromkeys(map(ord, "?κ\n"))))
