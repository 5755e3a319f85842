"""What leaves the tool says what the screen says: titles, prices, names, reference, amounts and link, on every page."""

import json
import re
from base64 import b64decode
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from model import Scenario, presets
from pages.parts import address, view
from pages.parts.navigation import MEETING, PAGES
from tests.strategies import scenarios
from tests.test_pages import message, page_script

SVG = "{http://www.w3.org/2000/svg}"
CHARTED = tuple(page for page in (*PAGES, MEETING) if page not in ("eksport", MEETING))
MOVED = Scenario(risk_margin=0.03, index_rate=0.031, name="Forslag & <b>møte</b>")


def views() -> st.SearchStrategy[dict[str, str]]:
    """Parameters of the view that decide what a chart says."""
    allowed = {parameter: values for parameter, values in view.FIELDS.values() if parameter != "diagram"}
    choices = {parameter: st.sampled_from([str(value) for value in values]) for parameter, values in allowed.items()}
    return st.fixed_dictionaries(choices | {"utgangspunkt": st.sampled_from(["tallgrunnlaget", *presets()])})


def taken(at: AppTest, figure: str, kind: str) -> str:
    """A chart's file, made from the page as it stands."""
    at.session_state["figures"] = {"taking": {"figure": figure, "kind": kind}}
    at.run()
    assert not at.exception
    content = b64decode(message(at)["taken"]["content"])
    return content.decode("utf-16" if kind == "csv" else "utf-8")


def texts_of(svg: str) -> tuple[str, str, str, dict[str, str]]:
    """Title, description, every word that is drawn, and the stamps of a picture."""
    root = ElementTree.fromstring(svg)
    found = {name: root.findtext(f"{SVG}{name}") or "" for name in ("title", "desc", "metadata")}
    drawn = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    return found["title"], found["desc"], drawn, json.loads(found["metadata"])


def squeezed(text: str) -> str:
    """Without spaces: a line may break anywhere."""
    return re.sub(r"\s", "", text)


def check_picture(at: AppTest, figure: dict[str, Any]) -> None:
    """The picture of a chart says what stands on the page."""
    legend = message(at)["legend"]
    title, alt, drawn, stamps = texts_of(taken(at, figure["name"], "svg"))
    assert title == " · ".join(figure["title"]) and alt == figure["alt"]
    assert stamps["price_basis"] in figure["title"][2]
    assert squeezed(stamps["price_basis"]) in squeezed(drawn) and squeezed(figure["note"]) in squeezed(drawn)
    if not message(at).get("compared"):
        assert stamps["reference"] == legend[0] and squeezed(f"«{legend[1]}»") in squeezed(drawn)
    if figure["moved"]:
        assert squeezed(stamps["reference"]) in squeezed(drawn)
    query = dict(parse_qsl(urlsplit(stamps["link"]).query))
    assert query == {**dict(parse_qsl(at.session_state["link"])), **{}}


def amounts_on(figure: dict[str, Any]) -> list[str]:
    """The amounts that are written in a chart."""
    found = [text for trace in figure["spec"]["data"] for text in trace.get("text", []) if isinstance(text, str)]
    plain = (unescape(re.sub(r"<[^>]+>", " ", text)) for text in found)
    return [amount for text in plain for amount in re.findall(r"[+\u2212]?\d[\d\u202f.,]*", text)]


@pytest.mark.parametrize("page", CHARTED)
@settings(max_examples=4, deadline=None)
@given(data=st.data())
def test_a_picture_says_what_its_chart_says(page: str, data: st.DataObject) -> None:
    scenario, query = data.draw(st.just(MOVED) | scenarios()), data.draw(views())
    at = page_script(page, scenario, compared=("gjeldende", "margin_3"), **query)
    figure = data.draw(st.sampled_from(message(at)["figures"]))
    at.session_state["link"] = ""
    title, alt, drawn, stamps = texts_of(taken(at, figure["name"], "svg"))
    legend = message(at)["legend"]
    assert title == " · ".join(figure["title"]) and alt == figure["alt"]
    assert squeezed(stamps["price_basis"]) in squeezed(figure["title"][2])
    assert squeezed(figure["note"]) in squeezed(drawn)
    if page != "sammenlign":
        assert stamps["reference"] == legend[0]
        assert squeezed(legend[1]) in squeezed(drawn)
    else:
        assert figure["title"][1] in stamps["scenario_name"] or figure["title"][1] in drawn
    for amount in amounts_on(figure):
        assert squeezed(amount) in squeezed(drawn)


@pytest.mark.parametrize("page", CHARTED)
def test_the_link_of_a_picture_opens_what_it_shows(page: str) -> None:
    query = {"sprak": "nn", "aar": "2028", "priser": "2025", "hvem": "0301", "utgangspunkt": "margin_3"}
    at = page_script(page, MOVED, compared=("gjeldende", "margin_3"), **query)
    first = message(at)["figures"][0]
    *_, stamps = texts_of(taken(at, first["name"], "svg"))
    opened = dict(parse_qsl(urlsplit(stamps["link"]).query))
    assert opened | query == opened and opened["risk_margin"] == "0.03"
    assert set(opened) <= {*address.PARAMETERS, "v", "grunnlag", "risk_margin", "index_rate", "name"}
