"""Avstemming in the browser: the sign leads there and Back returns, the list narrows by key, a row opens."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from charts.reconciliation.table_words import whole_table
from model.checks.reconcile import reconcile
from model.checks.things import agreement, things
from model.template import template
from tests.baselines import PRESENT, SHEETS, changed
from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, at_rest
from tests.browser.test_screen import assert_axe_finds_nothing

PATH = "/avstemming?sprak=nb&aar=2026&priser=lopende"
CARDS = ".check-list > .check-cards > li"
FOUND = things(reconcile(PRESENT))
MATERIAL = [thing for thing in FOUND if thing.material]
SIZES = {"a laptop": (1366, 768), "a meeting room": (1920, 1080), "a phone": (390, 844)}


def shown(page: Page, path: str = PATH) -> None:
    opened(page, path)
    expect(page.locator(CARDS).first).to_be_visible()


def test_the_sign_leads_there_and_back_returns_with_the_scenario(page: Page) -> None:
    page.locator(MARGIN).press("ArrowLeft")
    at_rest(page)
    sign, found = page.get_by_role("button", name="Avstemt:"), agreement(reconcile(PRESENT))
    expect(sign).to_contain_text(f"Avstemt: {found.agreeing}/{found.figures}")
    sign.focus()
    page.keyboard.press("Enter")
    expect(page.locator(CARDS)).to_have_count(len(MATERIAL))
    expect(page.locator("h1")).to_contain_text(f"{found.agreeing} av {found.figures} tall stemmer")
    expect(page).to_have_url(re.compile("avstemming.*risk_margin=0.045"))
    at_rest(page)
    page.go_back()
    expect(page).to_have_url(re.compile("oversikt.*risk_margin=0.045"))
    expect(page.locator(MARGIN)).to_have_attribute("aria-valuetext", re.compile(r"4,5\s%"))


def test_the_list_narrows_by_key_as_words_are_typed_and_the_address_keeps_it(tab: Page) -> None:
    shown(tab)
    search = tab.get_by_label("Søk", exact=True)
    search.focus()
    tab.keyboard.type("30,1 vkp")
    cards = tab.locator(CARDS)
    expect(cards.first).to_contain_text("30,1")
    assert 0 < cards.count() < len(MATERIAL)
    expect(tab.get_by_role("status").filter(has_text=f"av {len(MATERIAL)} vises")).to_be_visible()
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile("sok=30%2C1\\+vkp"))
    tab.reload()
    expect(tab.get_by_label("Søk", exact=True)).to_have_value("30,1 vkp")
    expect(tab.locator(CARDS).first).to_contain_text("30,1")
    tab.get_by_label("Søk", exact=True).fill("finnes ikke")
    expect(tab.get_by_role("status").filter(has_text="Ingen avvik passer")).to_be_visible()


def test_a_table_is_chosen_and_all_checks_are_shown(tab: Page) -> None:
    shown(tab)
    tab.get_by_label("Dokument og tabell").select_option("000/Tabell 9")
    expect(tab).to_have_url(re.compile("tabell=000%2FTabell\\+9"))
    expect(tab.locator(CARDS)).to_have_count(
        sum(any(whole_table(each.table) == "Tabell 9" for each in thing.checks) for thing in MATERIAL)
    )
    tab.get_by_text("Alle kontroller").click()
    tables = tab.locator(".check-agreeing > details")
    expect(tables).to_have_count(1)
    tables.locator("summary").click()
    agreeing = [
        each for each in reconcile(PRESENT) if each.explained_by_rounding and whole_table(each.table) == "Tabell 9"
    ]
    expect(tables.locator(".check-row")).to_have_count(len([e for e in agreeing if e.document.startswith("000")]))
    at_rest(tab)
    tab.go_back()
    expect(tab.locator(".check-agreeing")).to_be_hidden()
    expect(tab.get_by_label("Dokument og tabell")).to_have_value("000/Tabell 9")


def test_a_row_opens_its_calculation_by_key_down_to_the_cell(tab: Page) -> None:
    shown(tab)
    card = tab.locator(CARDS).filter(has_text="Veiledning og bruk").first
    opener = card.get_by_role("button", name="Vis regnestykket").first
    opener.focus()
    tab.keyboard.press("Enter")
    panel = tab.get_by_role("dialog").filter(has_text="Regnet på nytt: Tabell 9")
    expect(panel).to_contain_text("Trykt er 23,6")
    expect(tab).to_have_url(re.compile("regnestykke=check"))
    panel.locator(".calculation-terms button, .calculation-terms a").first.click()
    expect(tab.get_by_role("dialog").locator("dl")).to_contain_text("«22,7»")
    tab.keyboard.press("Escape")
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("dialog").filter(has_text="Tabell 9")).to_be_hidden()


def test_a_link_leads_to_a_row_that_is_folded(page: Page) -> None:
    thing = next(each for each in MATERIAL if len(each.checks) > 2)
    row = page.locator(f"[data-check='{thing.checks[-1].id}']")
    shown(page, f"/avstemming?sjekk={thing.checks[-1].id}&sprak=nb&aar=2026&priser=lopende")
    expect(row).to_be_in_viewport()
    expect(row).to_have_class(re.compile("looked-at"))
    page.locator(CARDS).first.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(f"sjekk={re.escape(MATERIAL[0].id)}"))
    expect(row).not_to_have_class(re.compile("looked-at"))


@pytest.mark.parametrize("size", SIZES)
def test_it_fits_and_axe_finds_nothing(browser: Browser, address: str, size: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=address)
    page = context.new_page()
    shown(page, PATH.replace("?", "?kontroller=alle&"))
    at_rest(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".check-list").evaluate("list => list.scrollWidth <= list.clientWidth")
    first = page.locator(CARDS).first.bounding_box()
    assert first
    assert first["y"] < height * 0.6
    page.evaluate("for (const part of document.querySelectorAll('.check-list .check-cards details')) part.open = true")
    at_rest(page)
    assert_axe_finds_nothing(page)
    context.close()


def test_a_file_with_a_fault_is_told_on_its_page_and_then_here(browser: Browser, address: str) -> None:
    wrong = changed(SHEETS, "tabell_1", lambda rows: rows | {"e_resept": rows["e_resept"] | {"2027": "999.9"}})
    wrong = changed(wrong, "baseline", lambda rows: rows | {"id": {"value": "oppdiktet-feil"}})
    context = browser.new_context(viewport={"width": 1366, "height": 768}, base_url=address)
    page = context.new_page()
    opened(page, "/nytt_tallgrunnlag")
    content = template(wrong, filled=True)
    page.locator(".upload [type=file]").set_input_files({"name": "feil.xlsx", "mimeType": "", "buffer": content})
    expect(page.locator(".amounts").first).to_contain_text("Tabell 1 · E-resept · 2027")
    page.get_by_role("button", name="Bruk det nå").click()
    page.get_by_role("button", name="uten kjent årsak").click()
    expect(page.locator(CARDS).first).to_contain_text("Tabell 1 · E-resept · 2027")
    context.close()
