"""From the start page to who we are, on every page and in the link: with keys on a laptop, with a thumb on a phone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looking import SHEET, at_rest, grab
from tests.browser.test_screen import assert_axe_finds_nothing

SEARCH, US = ".payer-search input", ".figures .us"


def test_from_the_start_who_we_are_goes_everywhere(tab: Page) -> None:
    tab.goto("/")
    tab.evaluate("localStorage.clear()")  # nobody has been chosen in this browser
    search = tab.locator(SEARCH)
    search.click()
    expect(tab.get_by_role("option")).to_have_count(361)
    search.press("Enter")  # nobody is meant yet
    expect(search).not_to_have_attribute("aria-activedescendant", re.compile("payer"))
    expect(tab.get_by_role("option").first).to_contain_text("Helse")
    tab.keyboard.type("Os")
    expect(tab.get_by_role("option").first).to_contain_text("Os3430")
    search.fill("Bærum kommune")
    expect(tab.get_by_role("option")).to_have_count(1)
    search.fill("Modum")
    search.press("Enter")
    expect(tab.locator(".st-key-start")).to_contain_text("Modum i 2026: om lag")
    expect(tab).to_have_url(re.compile(r"/\?.*hvem=3316"))
    tab.reload()
    expect(search).to_have_value("Modum")
    expect(tab.locator(".st-key-start")).to_contain_text("Modum i 2026: om lag")
    assert_axe_finds_nothing(tab)
    tab.get_by_role("button", name="Risikomargin 3").click()
    expect(tab).to_have_url(re.compile("/oversikt.*risk_margin=0.03.*hvem=3316"))
    expect(tab.locator(US)).to_contain_text("1,79 kr mindre enn i tallgrunnlaget")
    left, _, y = grab(tab, share=0.2)
    tab.mouse.move(left, y, steps=6)
    expect(tab.locator(US)).to_contain_text("4,47 kr mindre enn i tallgrunnlaget")
    tab.mouse.up()
    tab.get_by_role("link", name="Fossefall").click()
    expect(tab.locator("[data-figure^=bridge] .chart:has(svg.main-svg)")).to_have_count(6)
    expect(tab.locator(US)).to_contain_text("Modum i 2026")
    expect(search).to_have_value("Modum")
    remove = tab.get_by_role("button", name="Fjern valget av kommune eller RHF")
    box = remove.bounding_box()
    assert box and min(box["width"], box["height"]) >= 24
    remove.press("Enter")
    expect(tab.locator(US)).to_be_empty()
    expect(tab).not_to_have_url(re.compile("hvem="))
    expect(search).to_be_focused()
    tab.keyboard.press("ArrowDown")
    expect(tab.get_by_role("option").first).to_contain_text("Modum3316 Buskerud · sist valgt")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_a_tap_chooses_and_the_page_fits(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, base_url=address, color_scheme=scheme
    )
    phone = context.new_page()
    phone.goto("/")
    phone.locator(SEARCH).tap()
    expect(phone.get_by_role("option")).to_have_count(361)
    phone.locator(SEARCH).press_sequentially("Guovdag")
    phone.get_by_role("option", name="Kautokeino").tap()
    expect(phone.locator(".st-key-start")).to_contain_text("Kautokeino i 2026: om lag")
    expect(phone.get_by_role("dialog")).to_have_count(0)
    assert_axe_finds_nothing(phone)
    expect(phone.locator(SHEET)).to_be_hidden()  # there are no levers yet
    phone.locator(".st-key-start_skip button").tap()
    expect(phone).to_have_url(re.compile("/oversikt.*hvem=5612"))
    expect(phone.locator(US)).to_contain_text("som i tallgrunnlaget")
    at_rest(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.locator(SHEET).tap()
    phone.get_by_role("button", name="Ferdige").first.tap()
    head, ready = (phone.locator(each) for each in (".ready-does", ".ready"))
    expect(head).to_contain_text("med samme prisvekst")
    at_rest(phone)
    ends = [each.evaluate("part => part.getBoundingClientRect().right") for each in (head, ready)]
    assert ends[0] <= ends[1] and head.evaluate("part => part.scrollWidth <= part.clientWidth"), "it is cut off"
    context.close()
