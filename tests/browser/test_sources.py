"""Kilder in a browser: searched by keyboard, reached from a chart, opened to its printed values, left by Back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, at_rest
from tests.browser.test_screen import assert_axe_finds_nothing

PATH = "/kilder"
SHOWN = ".source:not([hidden])"
HITS = ".sources-hits"
SEARCH = ".sources input"
PHONE = {"width": 390, "height": 844}


def listed(page: Page, query: str = "") -> None:
    """Opens the page and waits until the list is made and at rest."""
    opened(page, f"{PATH}{query}")
    page.locator(SHOWN).first.wait_for()
    at_rest(page)


def shown(page: Page) -> list[str]:
    """The ids of the cards that are on the page."""
    found: list[str] = page.locator(SHOWN).evaluate_all("cards => cards.map((card) => card.dataset.source)")
    return found


def test_search_by_keyboard_narrows_and_says_how_many(tab: Page) -> None:
    listed(tab)
    every = len(shown(tab))
    tab.locator(SEARCH).focus()
    tab.keyboard.type("Tabell 8")
    expect(tab.locator(f"{SHOWN} h3").first).to_have_text("Tabell 8: fra år til år, alle løsninger")
    found = shown(tab)
    assert "table.tabell_8" in found and "table.tabell_18" not in found and len(found) < every
    expect(tab.locator(HITS)).to_have_text(f"{len(found)} av {every}")
    tab.locator(SEARCH).fill("23,6")
    expect(tab.locator(f"{SHOWN} h3").first).to_contain_text("Tabell")
    assert {"table.tabell_9_lines", "funds.printed.tabell_3"} <= set(shown(tab))
    tab.locator(SEARCH).fill("ingen slik kilde")
    expect(tab.locator(".sources-none")).to_contain_text("Prøv færre ord")
    expect(tab.locator(HITS)).to_have_text(f"0 av {every}")
    expect(tab.locator(SHOWN)).to_have_count(0)


def test_kind_and_document_narrow_together(tab: Page) -> None:
    listed(tab)
    tab.locator(".sources-kind").select_option("Tiltak")
    tab.locator(".sources-document").select_option(label="Referat fra møte 4/2025 i Teknisk beregningsutvalg")
    expect(tab.locator(SHOWN)).to_have_count(2)
    assert set(shown(tab)) == {"measure.sikkerhet", "measure.sikkerhet_once"}
    tab.locator(".sources-document").select_option("")
    tab.locator(".sources-kind").select_option("Forutsetninger")
    expect(tab.locator(f"{SHOWN} .record").first).to_contain_text("Beslutning 0101")
    assert all(each.startswith("assumption.") for each in shown(tab))


def test_a_row_opens_to_its_printed_values_by_keyboard(tab: Page) -> None:
    listed(tab, "?kilde=table.tabell_9_lines")
    summary = tab.locator(".source.chosen summary")
    summary.focus()
    tab.keyboard.press("Enter")
    tab.locator(".source.chosen tbody").wait_for()
    row = tab.locator(".source.chosen tbody tr", has_text="Veiledning og bruk")
    expect(row.locator("td").first).to_have_text("22,7")
    expect(row.locator("td").last).to_have_text("23,6")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.getAttribute('role')") == "region"


def test_what_stands_under_a_chart_leads_to_its_rows_and_back_returns(page: Page) -> None:
    page.locator(MARGIN).press("ArrowLeft")
    at_rest(page)
    before, entries = page.url, page.evaluate("history.length")
    link = page.locator("[data-figure=bridge] .sources-link")
    expect(link).to_contain_text("Kilde: Tabell 8")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".sources-figure strong")).to_have_text("Kildene til figuren «Fossefall»")
    at_rest(page)
    expect(page).to_have_url(re.compile(r"/kilder\?.*risk_margin=0.045.*&kilde=figur.bridge&"))
    assert "table.tabell_8" in shown(page) and "table.tabell_2" not in shown(page)
    assert page.evaluate("history.length") == entries + 1
    page.go_back()
    expect(page.locator(".figures .headline")).to_contain_text("lavere")
    at_rest(page)
    assert page.url == before
    page.go_forward()
    expect(page.locator(".sources-figure strong")).to_be_visible()


def test_all_sources_are_one_click_away_from_those_of_a_figure(tab: Page) -> None:
    listed(tab, "?kilde=figur.plan")
    some = len(shown(tab))
    tab.get_by_role("button", name="Vis alle kilder").click()
    expect(tab.locator(".sources-figure")).to_be_hidden()
    expect(tab).not_to_have_url(re.compile("kilde="))
    assert len(shown(tab)) > some
    expect(tab.locator(SEARCH)).to_be_focused()


@pytest.mark.parametrize("size", [None, PHONE], ids=["room", "phone"])
def test_a_link_leads_to_a_row_and_on_to_its_assumption(page: Page, size: dict[str, int] | None) -> None:
    if size:
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
    listed(page, "?kilde=measure.ehds")
    chosen = page.locator(".source.chosen")
    expect(chosen).to_be_in_viewport()
    expect(chosen).to_be_focused()
    chosen.get_by_role("link", name="0111 EHDS har ikke noe publisert beløp").click()
    expect(page.locator(".source.chosen h3")).to_have_text("EHDS har ikke noe publisert beløp")
    expect(page.locator(".source.chosen")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("kilde=assumption.ehds"))
    at_rest(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert_axe_finds_nothing(page)
    page.go_back()
    expect(page.locator(".source.chosen h3")).to_have_text("EHDS, økt kostnadsnivå")


def test_a_meeting_has_no_link_out_of_it(tab: Page) -> None:
    opened(tab, "/mote")
    expect(tab.locator(".figures .chart").first).to_be_visible()
    expect(tab.locator(".sources-link").first).to_be_hidden()


def test_a_calculation_leads_to_its_figure_among_the_values_and_back_to_the_same_step(tab: Page) -> None:
    opened(tab, "/oversikt?sprak=nb&aar=2027&priser=faste&regnestykke=cell/Tabell 8/helsenorge/available")
    panel, title = tab.locator(".calculation:popover-open"), tab.locator("#calculation-title")
    expect(tab.locator(".calculation-facts")).to_contain_text("«370,2»")
    before = title.inner_text()
    tab.locator(".calculation-kilde a").click()
    marked = tab.locator(".source.chosen td.marked")
    expect(marked).to_contain_text("370,2")
    expect(marked).to_contain_text("Tallet i regnestykket")
    expect(marked).to_have_attribute("aria-current", "true")
    expect(marked).to_be_in_viewport()
    at_rest(tab)
    expect(panel).to_have_count(0)
    assert "regnestykke" not in tab.url
    assert_axe_finds_nothing(tab)
    tab.go_back()
    expect(panel).to_be_visible()
    expect(title).to_have_text(before)
    assert "regnestykke=cell" in tab.url
    tab.go_forward()
    expect(tab.locator(".source.chosen")).to_be_in_viewport()
    at_rest(tab)
    expect(panel).to_have_count(0)
