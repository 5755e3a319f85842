"""Tidligere års midler: the switch changes the story, the levers of money stand first, money moves as they do."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, at_rest, grab
from tests.browser.test_screen import assert_axe_finds_nothing

PATH = "/tidligere_aars_midler"
HEADLINE = ".figures .headline"
SWITCH = ".st-key-underspend_as_last input"
FIRST = (
    "[...document.querySelectorAll('.lever-group[data-group=main] [data-lever]')].map((lever) => lever.dataset.lever)"
)
HELD = "[data-figure=settled_held] .chart"
HEIGHTS = f"""() => document.querySelector('{HELD}').data[0].y"""


def flip(page: Page) -> None:
    """Presses the switch, whose input is hidden under what is seen of it."""
    page.locator(".st-key-underspend_as_last label").click()


def total_held(page: Page) -> float:
    """What the drawn columns of what is held come to."""
    return float(sum(page.evaluate(HEIGHTS)))


def test_the_switch_changes_the_story_before_ones_eyes_and_is_taken_back(tab: Page) -> None:
    opened(tab, f"{PATH}?risk_margin=0.03")
    expect(tab.locator(HEADLINE)).to_contain_text("har lagt ut 144,2")
    assert total_held(tab) < 0
    flip(tab)
    expect(tab.locator(HEADLINE)).to_contain_text("Norsk helsenett sitter med 44,0 mindre")
    at_rest(tab)
    assert total_held(tab) > 2000
    expect(tab.locator(SWITCH)).to_be_checked()
    expect(tab).to_have_url(re.compile("underspend_rate=0.083&"))
    tab.locator("[data-do=undo]").click()
    expect(tab.locator(HEADLINE)).to_contain_text("har lagt ut 144,2")
    expect(tab.locator(SWITCH)).not_to_be_checked()
    expect(tab).not_to_have_url(re.compile("underspend_rate"))


def test_money_moves_while_the_margin_does(tab: Page) -> None:
    opened(tab, f"{PATH}?underspend_rate=0.083")
    before = total_held(tab)
    left, width, y = grab(tab)
    tab.mouse.move(left + width * 0.2, y)
    expect(tab.locator(HEADLINE)).to_contain_text("Ingenting er spart")
    assert total_held(tab) < before
    tab.mouse.up()
    expect(tab.locator(HEADLINE)).to_contain_text("44,0 mindre")


def test_the_levers_of_money_stand_first_on_the_page_and_nowhere_else(page: Page) -> None:
    at_home = page.evaluate(FIRST)
    page.get_by_role("link", name="Tidligere midler").click()
    expect(page.locator(HELD)).to_be_visible()
    at_rest(page)
    here = page.evaluate(FIRST)
    assert here[:3] == ["risk_margin", "underspend_rate", "underspend_returned"] and {*at_home} < {*here}
    page.get_by_role("link", name="Oversikt").click()
    expect(page.locator("[data-figure=bridge] .chart")).to_be_visible()
    at_rest(page)
    assert page.evaluate(FIRST) == at_home
    unspent = page.locator(".lever-group[data-group=unspent]")
    unspent.locator("summary").click()
    expect(unspent.locator("[data-lever=underspend_rate]").first).to_be_visible()


def test_the_first_row_is_seen_without_scrolling(tab: Page) -> None:
    opened(tab, f"{PATH}?underspend_rate=0.083&risk_margin=0.03")
    bottom = "[...document.querySelectorAll('.figure:not(.wide) .chart')].map((c) => c.getBoundingClientRect().bottom)"
    assert max(tab.evaluate(bottom)) <= 768
    expect(tab.locator(MARGIN)).to_be_visible()


@pytest.mark.parametrize(("theme", "size"), [("light", (1366, 768)), ("dark", (390, 844))])
def test_axe_finds_nothing(browser: Browser, address: str, theme: str, size: tuple[int, int]) -> None:
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=viewport, color_scheme=theme, base_url=address)
    page = context.new_page()
    opened(page, f"{PATH}?underspend_rate=0.083&risk_margin=0.03&index_rate=0.031")
    page.evaluate("for (const part of document.querySelectorAll('[data-testid=stExpander] details')) part.open = true")
    at_rest(page)
    assert_axe_finds_nothing(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()
