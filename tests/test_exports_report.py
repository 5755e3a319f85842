"""The report, read by pypdf: tagged, with language, text alternatives and a source on each page."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from charts.bridges.margin import margin_in_words
from charts.draw.kinds import drawing
from exports.contents import sections
from exports.pictures import figures
from exports.report import SMALL, report
from exports.sections.section import sides
from exports.subject import subject_of
from model import Question, Scenario
from model.scenario.fields import limits
from tests.baselines import PRESENT
from tests.export_subject import CREATED, at_rest, proposal
from tests.strategies import scenarios
from texts import LANGUAGES

LONG_NAME = "Kommunenes felles forslag til budsjettbehandlingen i rådgivende utvalg, våren 26"
FOOT, TOP = 1.7 * 28.35, 28.4 * 28.35  # points from below: where the content of a page ends and begins
COLUMN = 235.2  # points, of two on an A4 page


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
    """Without spaces and line breaks, which a reader finds where the letters stand; it takes some hyphens for soft."""
    return "".join(text.split()).replace("\u00ad", "-")


def empty_below(page: Any) -> float:
    """The part of a page's height for content that lies below its last words, the footer's aside."""
    places: list[float] = []

    def see(text: str, cm: list[float], tm: list[float], *_: Any) -> None:
        if text.strip():
            places.append(tm[5] * cm[3] + cm[5])

    page.extract_text(visitor_text=see)
    return (min(y for y in places if y > FOOT) - FOOT) / (TOP - FOOT)


def has_no_large_white(reader: PdfReader) -> bool:
    """Whether no page but the last is more than a quarter empty."""
    return max(empty_below(page) for page in reader.pages[:-1]) <= 0.25


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make_subject", [proposal, at_rest])
def test_it_is_tagged_and_says_everything(language: str, make_subject: Any) -> None:
    subject = make_subject(language)
    reader = PdfReader(io.BytesIO(report(subject)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"].startswith(language)
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    found = list(elements(root["/StructTreeRoot"]["/K"]))
    kinds = {element.get("/S") for element in found}
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure"} <= kinds
    alts = {element["/Alt"] for element in found if "/Alt" in element}
    said, drawn = (
        plain("".join(page.extract_text() for page in reader.pages)),
        sum(e.get("/S") == "/Figure" for e in found),
    )
    assert all(f"{subject.texts('export.figure')}{number}." in said for number in range(1, drawn + 1))
    told = [section for section in sections(subject) if section.in_report]
    assert {figure.alt for section in told for figure in section.figures} <= alts
    pages = [page.extract_text() for page in reader.pages]
    assert 4 <= len(pages) <= (6 if make_subject is at_rest else 8)  # with the calculations of moved settings
    assert len(pages[-1].splitlines()) > 10  # no page for some lines
    assert has_no_large_white(reader)
    assert all(subject.id in page and plain(subject.context.prices) in plain(page) for page in pages)
    text = plain("".join(pages))
    for section in told:
        assert all(plain(sentence) in text for sentence in (section.title, *section.sentences))
        assert all(plain(key.value) in text for key in section.key_figures)


def test_the_same_subject_gives_the_same_file() -> None:
    assert report(proposal()) == report(proposal())
    assert PdfReader(io.BytesIO(report(proposal()))).metadata.creation_date.isoformat().startswith("2026-01-15T09:30")  # type: ignore[union-attr]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_margin_is_told_year_by_year_with_what_comes_back(language: str) -> None:
    """3 % against 5 % where unspent money is given back; and what is short where it is not spent on anything else."""
    spent = Scenario(underspend_rate=0.05)
    for against, amounts in ((spent, (-20.9, -21.3, -0.6, -0.5)), (None, (-20.9, -21.3))):
        scenario = Scenario(risk_margin=0.03, underspend_rate=0.0 if against is None else 0.05)
        subject = subject_of(Question(scenario, against), CREATED, language)
        told = margin_in_words(subject.context)
        text = plain("".join(page.extract_text() for page in PdfReader(io.BytesIO(report(subject))).pages))
        assert all(subject.texts.change(amount) in told for amount in amounts)
        assert plain(told).replace("-", "") in text.replace("-", "")


@settings(max_examples=5)
@example(Scenario(extra_volume=-5e-324, risk_margin=5e-324), "nb", LONG_NAME)
@given(scenarios(), st.sampled_from(LANGUAGES), st.sampled_from(["", LONG_NAME, LONG_NAME.replace(" ", "")]))
def test_a_report_of_any_scenario_has_four_to_eight_pages(scenario: Scenario, language: str, name: str) -> None:
    subject = subject_of(
        Question(replace(scenario, name=name or scenario.name), None, "faste", 2029), CREATED, language
    )
    assert 4 <= len(PdfReader(io.BytesIO(report(subject))).pages) <= 8


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("start", ["published", "law"])
def test_one_organisations_report_leaves_nothing_out(language: str, start: str) -> None:
    scenario = Scenario(start=start, risk_margin=0.03, underspend_rate=0.083)
    subject = subject_of(Question(scenario, us="0301"), CREATED, language)
    reader = PdfReader(io.BytesIO(report(subject)))
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) <= 8 and len(pages[-1].splitlines()) > 10 and has_no_large_white(reader)
    text = plain("".join(pages))
    assert all(plain(section.title) in text for section in sections(subject) if section.in_report)


def test_what_a_report_has_no_room_for_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exports.report.MOST", (1,))
    text = plain("".join(page.extract_text() for page in PdfReader(io.BytesIO(report(proposal()))).pages))
    spared = [section for section in sections(proposal()) if section.spare]
    assert plain(proposal().texts("export.left_out", sections="; ".join(each.title for each in spared))) in text


def test_a_chart_says_what_it_is_held_against_itself() -> None:
    """The money is held against the published rules with as much left over, not against the tallgrunnlag as printed."""
    subject = subject_of(Question(Scenario(risk_margin=0.03, underspend_rate=-0.1)), CREATED)
    (money,) = (section for section in sections(subject) if section.name == "money")
    said = sides(money.figures[0])
    assert "med 10,0\u00a0% overforbruk" in said
    assert plain(said) in plain("".join(page.extract_text() for page in PdfReader(io.BytesIO(report(subject))).pages))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lever_moved_and_a_long_name_take_eight_pages(language: str) -> None:
    scenario = Scenario(name=LONG_NAME)
    for path, limit in limits(PRESENT).items():
        if path != "measures.ehds.enabled":  # has no amount in the sources
            boolean = not scenario.value(path) if limit.kind == "boolean" else None
            scenario = scenario.with_value(path, limit.low if boolean is None else boolean)
    subject = subject_of(Question(scenario, year=2027), CREATED, language, "https://example.org/oversikt")
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(report(subject))).pages]
    assert len(pages) <= 8
    (settings_section,) = (section for section in sections(subject) if section.name == "settings")
    text = plain("".join(pages)).replace("-", "")
    assert all(plain(row[0]).replace("-", "") in text for row in settings_section.printed[0].rows)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make_subject", [proposal, at_rest])
def test_a_heading_stands_on_the_page_of_what_it_heads(language: str, make_subject: Any) -> None:
    subject = make_subject(language)
    pages = [plain(page.extract_text()) for page in PdfReader(io.BytesIO(report(subject))).pages]
    (bridges,) = (section for section in sections(subject) if section.name == "bridges")
    (page,) = (page for page in pages if plain(bridges.title) in page)
    assert plain(bridges.figures[1].title[1]) in page[page.index(plain(bridges.title)) :]


def test_small_charts_have_letters_of_seven_and_a_half_points() -> None:
    for figure in figures(proposal()).values():
        if figure.name.startswith("bridge_"):
            sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', drawing(figure, SMALL).marks)]
            assert min(sizes) * COLUMN / SMALL >= 7.5
