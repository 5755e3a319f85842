"""Every file says which language it is in: an office program underlines no word of it."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from lxml import etree
from pypdf import PdfReader

from exports.deck import deck
from exports.report import report
from exports.subject import Subject
from exports.workbook import workbook
from tests.export_subject import at_rest, proposal
from texts import LANGUAGES

TAGS = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"


def parts(content: bytes) -> Iterator[tuple[str, Any]]:
    with zipfile.ZipFile(BytesIO(content)) as found:
        for name in found.namelist():
            if name.endswith(".xml"):
                yield name, etree.fromstring(found.read(name))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject", [proposal, at_rest])
def test_every_word_of_the_slides_has_the_language(subject: Any, language: str) -> None:
    """On the slides, in tables and notes, in charts, and as the default of what is typed later."""
    seen: set[str] = set()
    for name, root in parts(deck(subject(language))):
        for run in root.iter(*(DRAWING + kind for kind in ("r", "br", "fld"))):
            assert run[0].tag == f"{DRAWING}rPr" and run[0].get("lang") == TAGS[language], name
            seen.add(name.split("/")[1])
        for properties in root.iter(*(DRAWING + kind for kind in ("rPr", "endParaRPr", "defRPr"))):
            assert properties.get("lang") == TAGS[language], name
        if name.startswith("ppt/charts/chart"):
            said = root.find(f"{CHART}txPr")
            assert said is not None and said.find(f".//{DRAWING}defRPr").get("lang") == TAGS[language]
            assert root.find(f"{CHART}lang").get("val") == TAGS[language]
            seen.add("charts")
        if name == "ppt/presentation.xml":
            assert root.find(f".//{DRAWING}defRPr").get("lang") == TAGS[language]
    assert seen >= {"slides", "notesSlides", "slideMasters", "slideLayouts", "charts"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [deck, workbook])
def test_the_file_says_its_language(make: Any, language: str) -> None:
    (facts,) = (root for name, root in parts(make(proposal(language))) if name == "docProps/core.xml")
    assert facts.findtext(LANGUAGE) == TAGS[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_charts_of_the_workbook_have_the_language(language: str) -> None:
    charts = [root for name, root in parts(workbook(proposal(language))) if name.startswith("xl/charts/chart")]
    for root in charts:
        assert root.find(f"{CHART}lang").get("val") == TAGS[language]
        assert {found.get("lang") for found in root.iter() if found.get("lang")} <= {TAGS[language]}
    assert len(charts) == 4  # the bridge is two: its levels, and its steps


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_says_its_language(language: str) -> None:
    subject: Subject = proposal(language)
    assert PdfReader(BytesIO(report(subject))).trailer["/Root"]["/Lang"] == TAGS[language]
