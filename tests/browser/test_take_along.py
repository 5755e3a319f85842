"""What leaves the tool: every file is built on click, named for what it is, and can be opened."""

import io
import json
import zipfile
from pathlib import Path
from typing import Final

import pandas as pd
import pytest
from playwright.sync_api import Browser, Download, Page, expect
from pptx import Presentation
from pypdf import PdfReader

from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, NEED, at_rest

MOVED = "/eksport?name=Forslag&risk_margin=0.03&aar=2027"
STARTS = {"report": b"%PDF", "deck": b"PK", "workbook": b"PK", "data": b"PK", "all": b"PK"}


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


@pytest.mark.parametrize("kind", STARTS)
def test_each_file_is_made_on_click(page: Page, kind: str) -> None:
    opened_at_eksport(page)
    with page.expect_download(timeout=60_000) as download:
        page.locator(f"[data-kind={kind}]").click()
    name = download.value.suggested_filename
    assert "_2027_forslag_" in name
    assert content(download.value).startswith(STARTS[kind])
    expect(page.locator(".take-said")).to_contain_text(name)


def opened_at_eksport(page: Page) -> None:
    page.goto(MOVED)
    page.locator(".take-list li").first.wait_for()
    expect(page.locator(NEED)).to_have_text("1\u202f024,7–1\u202f098,2")


def test_the_archive_holds_everything_with_checksums(page: Page) -> None:
    opened_at_eksport(page)
    with page.expect_download(timeout=60_000) as download:
        page.locator("[data-kind=all]").click()
    with zipfile.ZipFile(io.BytesIO(content(download.value))) as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
        assert json.loads(archive.read("scenario.json"))["risk_margin"] == 0.03
    assert {Path(name).suffix for name in names} >= {".pdf", ".pptx", ".xlsx", ".csv", ".parquet", ".json"}
    assert "risk_margin=0.03" in manifest["link"] and manifest["link"].startswith("http")


def test_what_is_made_follows_the_levers(page: Page) -> None:
    opened_at_eksport(page)
    page.locator(MARGIN).press("Delete")
    expect(page.locator(NEED)).to_have_text("1\u202f046,0–1\u202f119,5")
    with page.expect_download(timeout=60_000) as download:
        page.locator("[data-kind=data]").click()
    with zipfile.ZipFile(io.BytesIO(content(download.value))) as archive:
        assert "risk_margin" not in json.loads(archive.read("scenario.json"))


def test_a_theme_is_taken_or_refused_with_a_reason(page: Page) -> None:
    opened_at_eksport(page)
    file = page.locator(".take-theme [type=file]")
    file.set_input_files({"name": "a.toml", "mimeType": "text/plain", "buffer": b"[colours]\ntotal = 'red'"})
    expect(page.locator(".take-problem")).to_contain_text("fargen total er «red»; skriv den som #22304a")
    file.set_input_files({"name": "a.toml", "mimeType": "text/plain", "buffer": b"[fonts]\nsize = '12'"})
    expect(page.locator(".take-problem")).to_contain_text("«size» er ukjent i fonts; tillatt er heading, body")
    file.set_input_files({"name": "a.toml", "mimeType": "text/plain", "buffer": b"[colours]\ntotal = '#112233'"})
    expect(page.locator(".take-theme span")).to_contain_text("din temafil")
    page.get_by_role("button", name="Fjern temafilen").click()
    expect(page.locator(".take-theme span")).to_contain_text("verktøyets")


@pytest.mark.parametrize("kind", ["SVG", "PNG", "CSV", "Lysbilde"])
def test_a_chart_is_taken_from_its_own_menu(tab: Page, kind: str) -> None:
    opened(tab, "/oversikt?risk_margin=0.03&aar=2027&name=Forslag")
    section = tab.locator("[data-figure=bridge]")
    section.locator(".take summary").click()
    with tab.expect_download(timeout=30_000) as download:
        section.get_by_role("button", name=kind, exact=True).click()
    found = content(download.value)
    assert download.value.suggested_filename.startswith("bridge_2027_forslag_")
    if kind == "SVG":
        assert "Forslag" in found.decode() and "1\u202f098,2" in found.decode()
    if kind == "PNG":
        assert found.startswith(b"\x89PNG")
    if kind == "Lysbilde":
        (slide,) = Presentation(io.BytesIO(found)).slides
        assert "2027" in slide.shapes.title.text and any(shape.has_chart for shape in slide.shapes)
    if kind == "CSV":
        assert 1_098_200_000 in as_table(download.value).loc["Forslag"].tolist()


def test_a_column_of_the_comparison_is_named_for_its_own_scenario(tab: Page) -> None:
    opened(tab, "/sammenlign?aar=2027&med=gjeldende&med=sikkerhet_15")
    section = tab.locator("[data-figure=bridge_1]")
    section.locator(".take summary").click()
    with tab.expect_download(timeout=30_000) as download:
        section.get_by_role("button", name="SVG", exact=True).click()
    assert "Sikkerhet +15" in content(download.value).decode()


COPIED: Final = """async () => {
  const [item] = await navigator.clipboard.read();
  return Promise.all(["text/html", "text/plain"].map(async (kind) => (await item.getType(kind)).text()));
}"""


def test_a_table_is_copied_with_its_name_and_source(tab: Page) -> None:
    """As HTML, which Word takes as a table, and as text: a chart's numbers and a table under the figures alike."""
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(tab, "/hvem_betaler?aar=2026&hvem=1103")
    figure = tab.locator("[data-figure=payer_own]")
    figure.locator("summary").first.click()
    law = tab.locator("[data-testid=stHtml]:visible", has=tab.locator(".amounts")).first
    for place in (figure, law):
        copier = place.get_by_role("button", name="Kopier tabell")
        copier.click()
        expect(place.get_by_role("button", name="Tabellen er kopiert")).to_be_visible()
        markup, plain = tab.evaluate(COPIED)
        assert markup.count("<tr") > 3 and "Stavanger" in plain.splitlines()[0]
        assert "Kilde" in plain.splitlines()[-1] and "<table" in markup


def test_a_table_is_taken_from_under_it(tab: Page) -> None:
    """The regulation's amounts, and what differs between compared scenarios; with a link that leads back to them."""
    opened(tab, "/hvem_betaler?aar=2026&hvem=1103&name=Forslag")
    with tab.expect_download(timeout=30_000) as download:
        tab.get_by_role("button", name="Last ned tabellen (CSV)").first.click()
    assert download.value.suggested_filename.startswith("stavanger-mill-kr-uten-mva-tilnærmet")
    assert as_table(download.value).scenario_name.eq("Forslag").all()
    opened(tab, "/sammenlign?aar=2027&med=gjeldende&med=sikkerhet_15&risk_margin=0.03&name=Forslag")
    with tab.expect_download(timeout=30_000) as download:
        tab.locator(".differences .take button").click()
    table = as_table(download.value)
    need = table.loc["Finansieringsbehov 2027"].iloc[:6].dropna()
    assert need.tolist() == [1_098_200_000, "kr", 1_149_500_000, "kr"]
    assert "/sammenlign?" in table.link.iloc[0] and "med=sikkerhet_15" in table.link.iloc[0]


def as_table(download: Download) -> pd.DataFrame:
    """A CSV as a spreadsheet opens it."""
    return pd.read_csv(io.BytesIO(content(download)), sep="\t", encoding="utf-16", index_col=0)


def test_a_page_is_printed_without_what_only_works_on_a_screen(tab: Page) -> None:
    opened(tab, "/oversikt?risk_margin=0.03&aar=2027")
    tab.emulate_media(media="print")
    for part in ("[data-testid=stSidebar]", "[data-testid=stHeader]", ".st-key-toolbar", ".take"):
        expect(tab.locator(part).first).to_be_hidden()
    expect(tab.locator("h1")).to_be_visible()
    expect(tab.locator(".st-key-footer")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "beside"), [("oversikt", 2), ("fossefall", 3), ("hvorfor", 2), ("hvem_betaler", 2), ("mote", 1)]
)
def test_a_page_is_printed_as_it_stands_on_the_screen(tab: Page, name: str, beside: int) -> None:
    """Across, on one sheet, or on two where charts stand in two rows, and the table that stands open on one more."""
    us = "&hvem=Helse+Vest" if name == "hvem_betaler" else ""
    opened(tab, f"/{name}?risk_margin=0.03&aar=2027{us}")
    at_rest(tab)
    sheet, *others = PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True, print_background=True))).pages
    assert len(others) == (2 if name == "hvem_betaler" else 0)
    assert sheet.mediabox.width > sheet.mediabox.height
    assert "tallgrunnlaget" in sheet.extract_text()
    tab.emulate_media(media="print")
    lefts = tab.evaluate("[...document.querySelectorAll('.chart')].map(c => Math.round(c.getBoundingClientRect().x))")
    assert len(set(lefts)) == beside


def test_files_that_are_asked_for_at_once_each_come_to_their_place(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    opened(page, "/oversikt?hvem=3316&aar=2027&risk_margin=0.03")
    at_rest(page)
    copier = page.locator("[data-figure=plan] .copy-picture")
    with page.expect_download() as slide:
        page.locator(".us-slide").click()
        copier.click()
    assert slide.value.suggested_filename.endswith(".pptx")
    expect(copier).to_have_text("Bildet er kopiert")
    assert page.evaluate("navigator.clipboard.read().then(([item]) => item.types)") == ["image/png"]
    context.close()
