"""What a visitor calls a scenario is only ever a name: no colour, class, markup, formula or place to be filled."""

import io
import json
import re
from html import escape, unescape
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from charts.draw.kinds import specification
from charts.draw.palette import PALETTE
from charts.draw.plotly.on_paper import on_paper
from charts.draw.plotly.shared import Room
from exports.deck import deck
from exports.pictures import figures, svg
from exports.report import report
from exports.subject import Subject, subject_of
from exports.web_picture import LIBRARY, web_picture
from exports.workbook import workbook
from model import Question, Scenario
from tests.export_subject import CREATED
from texts import LANGUAGES

NAMES = (
    *(f"@{name}" for name in ("ola", "increase", "total_soft", "text")),
    *("figure-increase", "increase", "paper", "inherit", "bar less", "none"),
    *LANGUAGES,
    *("<b>x</b>", "</script><svg>", "<br>", "&amp;", "&lt;", "&#64;", "]]>", "<!--", "--></style>"),
    *("$title", "${name}", "$y$", "{name}", "{}", "{0}", "%{x}", "$&", "\\1"),
    *("#emph[x]", "*fet*", "_kursiv_", "= 1", "=1+1", "+1", "@SUM(A1)", "'x", '"x"', "`x`", "//x", "_x0041_"),
)
TOGETHER = [" ".join(NAMES[at : at + 6]) for at in range(0, len(NAMES), 6)]
FIRST = ("@ola", "=1+1", "+1")
"""What begins like a formula."""

SCRIPT = LIBRARY.read_text(encoding="utf-8")
COLOUR = re.compile("#[0-9a-f]{6}|none")


def of_name(name: str) -> Subject:
    return subject_of(Question(Scenario(name=name, risk_margin=0.03, index_rate=0.031), year=2027), CREATED)


def strings(value: Any, key: str = "") -> list[tuple[str, str]]:
    """Every string of a specification with the key that it stands under."""
    if isinstance(value, dict):
        return [found for name, item in value.items() for found in strings(item, name)]
    if isinstance(value, list | tuple):
        return [found for item in value for found in strings(item, key)]
    return [(key, value)] if isinstance(value, str) else []


def tight(text: str) -> str:
    """Without spaces and line breaks: names are broken where there is no room."""
    return "".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_on_screen_and_paper(name: str) -> None:
    subject = of_name(name)
    for figure in figures(subject).values():
        for room in Room:
            for key, text in strings(on_paper(specification(figure, room), "Letters")):
                assert not key.endswith("color") or COLOUR.fullmatch(text), (key, text)
                assert key == "family" or text != "Letters"


@pytest.mark.parametrize("name", NAMES)
def test_in_the_page_that_moves(name: str) -> None:
    plain, subject = of_name("Forslag"), of_name(name)
    page = web_picture(figures(subject)["reasons"], subject).replace(SCRIPT, "")
    tags = re.findall(r"</?[a-z]\w*", web_picture(figures(plain)["reasons"], plain).replace(SCRIPT, ""))
    assert re.findall(r"</?[a-z]\w*", page) == tags
    (found,) = re.findall('<script type="application/json" id="figure">(.*?)</script>', page, re.DOTALL)
    hovered = [text for key, text in strings(json.loads(found)) if key == "hovertext"]
    assert name in unescape(page) and any(escape(name, quote=False) in text for text in hovered)


@pytest.mark.parametrize("name", NAMES)
def test_in_pictures(name: str) -> None:
    subject = of_name(name)
    for figure in figures(subject).values():
        picture = ElementTree.fromstring(svg(figure, subject))
        assert tight(name) in tight("".join(picture.itertext()))
        for mark in picture.iter():
            for paint in ("fill", "stroke"):
                assert mark.get(paint) in {None, "none", *PALETTE.values()}


@pytest.mark.parametrize("name", [*FIRST, *TOGETHER])
def test_in_slides_and_workbook(name: str) -> None:
    subject = of_name(name)
    slides = Presentation(io.BytesIO(deck(subject))).slides
    said = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
    assert any(tight(name) in tight(text) for text in said)
    book = load_workbook(io.BytesIO(workbook(subject)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    named = [cell for cell in cells if name in cell.value and cell.data_type == "s"]
    assert named


@pytest.mark.parametrize("name", TOGETHER)
def test_in_the_report(name: str) -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(report(of_name(name)))).pages]
    assert tight(name) in tight("".join(pages))
