"""The start from the law by mouse and on a phone: one choice that the link has, and a payer's page proposes."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, NEED, PUBLISHED_NEED, SHEET

FROM_LAW = "[data-lever=start] [value=law]"
OF_LAW = "1\u202f029,5"
PROPOSAL = "Start fra vedtatt forskrift 2026"


def test_one_click_starts_from_the_law_and_another_goes_back(page: Page) -> None:
    page.locator(MARGIN).press("ArrowLeft")
    expect(page.locator("[data-warning=moves_first]")).to_have_count(1)
    page.locator(FROM_LAW).check()
    expect(page.locator(NEED)).to_have_text(OF_LAW)
    expect(page.locator("h1")).to_contain_text(f"Betalingen i 2026 er vedtatt i forskriften: {OF_LAW} mill. kr")
    expect(page.locator("[data-warning=moves_first]")).to_have_count(0)
    expect(page).to_have_url(re.compile("start=law"))
    page.get_by_role("radio", name="2027").click()
    page.get_by_role("radio", name="Fra året før").click()
    expect(page.locator("[data-figure=need_change]")).to_contain_text(f"fra forskriften 2026 ({OF_LAW})")
    page.locator("[data-do=undo]").click()
    expect(page.locator(FROM_LAW)).not_to_be_checked()
    expect(page).to_have_url(re.compile("start=published"))


def test_what_growth_rests_on_is_shown_under_the_charts(page: Page) -> None:
    page.locator(FROM_LAW).check()
    rows = page.locator(".st-key-from_law tbody tr")
    expect(rows).to_have_count(4)
    for row, growth in zip(rows.all(), ("+15,6", "+12,1", "+13,8", "+12,1"), strict=True):
        expect(row).to_contain_text(growth)


def test_an_old_link_keeps_its_meaning(tab: Page) -> None:
    opened(tab, "/oversikt?v=1&risk_margin=0.03&first_year=2027&sprak=nb&aar=2026&priser=lopende")
    expect(tab.locator(NEED)).to_have_text(PUBLISHED_NEED)
    expect(tab.locator(FROM_LAW)).not_to_be_checked()


def test_side_by_side_a_bridge_from_the_law_says_what_the_law_has(tab: Page) -> None:
    opened(tab, "/sammenlign?v=2&start=law&index_rate=0.031&aar=2026")
    notes = tab.locator(".figure .note:visible")
    expect(notes).to_have_count(1)
    expect(notes).to_contain_text("998,5")
    tab.get_by_role("radio", name="2027").click()
    expect(notes).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1366])
def test_the_page_of_payers_proposes_the_start(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844}, base_url=address)
    opened(page, "/hvem_betaler")
    page.get_by_role("button", name=PROPOSAL).click()
    expect(page.get_by_role("button", name=PROPOSAL)).to_have_count(0)
    expect(page).to_have_url(re.compile("start=law"))
    expect(page.locator(".st-key-from_law")).to_contain_text("+15,6")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_on_a_phone_the_start_is_chosen_among_the_levers(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, base_url=address, has_touch=True)
    opened(page, "/oversikt")
    page.locator(SHEET).click()
    page.locator(FROM_LAW).check()
    page.locator(SHEET).click()
    expect(page.locator("h1")).to_contain_text(f"{OF_LAW} mill. kr")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()
