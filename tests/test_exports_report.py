"""The report, read by pypdf: tagged, with language, text alternatives and a source on each page."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from exports.contents import sections
from exports.report import report
from exports.subject import subject
from model import Scenario
from tests.export_subject import CREATED, at_rest, proposal
from tests.strategies import scenarios
from texts import LANGUAGES


def elements(node: Any) -> Iterator[Any]:
    """Every element of a PDF's structure."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from elements(child)
    elif isinstance(node, dict):
        yield node
        if "/K" in node and node.get("/Type") != "/MCR":
            yield from elements(node["/K"])


def plain(text: str) -> str:
    """Without spaces and line breaks, which a reader finds where the letters stand."""
    return "".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject_of", [proposal, at_rest])
def test_it_is_tagged_and_says_everything(language: str, subject_of: Any) -> None:
    of = subject_of(language)
    reader = PdfReader(io.BytesIO(report(of)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"].startswith(language)
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    found = list(elements(root["/StructTreeRoot"]["/K"]))
    kinds = {element.get("/S") for element in found}
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure"} <= kinds
    alts = {element["/Alt"] for element in found if "/Alt" in element}
    assert {figure.alt for section in sections(of) for figure in section.figures} <= alts
    pages = [page.extract_text() for page in reader.pages]
    assert 4 <= len(pages) <= 6
    assert all(of.id in page and plain(of.context.prices) in plain(page) for page in pages)
    text = plain("".join(pages))
    for section in sections(of):
        assert all(plain(sentence) in text for sentence in (section.title, *section.said))
        assert all(plain(key.value) in text for key in section.keys)


def test_the_same_subject_gives_the_same_file() -> None:
    assert report(proposal()) == report(proposal())
    assert PdfReader(io.BytesIO(report(proposal()))).metadata.creation_date.isoformat().startswith("2026-01-15T09:30")  # type: ignore[union-attr]


@settings(max_examples=5)
@given(scenarios())
def test_a_report_can_be_made_of_any_scenario(scenario: Scenario) -> None:
    assert report(subject(scenario, CREATED, "en", 2029, "2025")).startswith(b"%PDF-1.7")
