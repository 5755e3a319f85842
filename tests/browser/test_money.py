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


def test_the_switch_changes_the_story_before_ones_eyes_and_is_taken_back(page: Page) -> None:
    opened(page, f"{PATH}?risk_margin=0.03")
    expect(page.locator(HEADLINE)).to_contain_text("har lagt ut 144,2")
    assert total_held(page) < 0
    flip(page)
    expect(page.locator(HEADLINE)).to_contain_text("Norsk helsenett sitter med 44,0 mindre")
    at_rest(page)
    assert total_held(page) > 2000
    expect(page.locator(SWITCH)).to_be_checked()
    expect(page).to_have_url(re.compile("underspend_rate=0.083&"))
    page.locator("[data-do=undo]").click()
    expect(page.locator(HEADLINE)).to_contain_text("har lagt ut 144,2")
    expect(page.locator(SWITCH)).not_to_be_checked()
    expect(page).not_to_have_url(re.compile("underspend_rate"))


def test_money_moves_while_the_margin_does(page: Page) -> None:
    opened(page, f"{PATH}?underspend_rate=0.083")
    before = total_held(page)
    left, width, y = grab(page)
    page.mouse.move(left + width * 0.2, y)
    expect(page.locator(HEADLINE)).to_contain_text("Ingenting er spart")
    assert total_held(page) < before
    page.mouse.up()
    expect(page.locator(HEADLINE)).to_contain_text("44,0 mindre")


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


def test_the_first_row_is_seen_without_scrolling(page: Page) -> None:
    opened(page, f"{PATH}?underspend_rate=0.083&risk_margin=0.03")
    bottom = "[...document.querySelectorAll('.figure:not(.wide) .chart')].map((c) => c.getBoundingClientRect().bottom)"
    assert max(page.evaluate(bottom)) <= 768
    expect(page.locator(MARGIN)).to_be_visible()


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
