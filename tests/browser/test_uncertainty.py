"""Usikkerhet: dots that can be counted, an amount that is moved, ranges that change them, many draws, the meeting."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import at_rest
from tests.browser.test_screen import assert_axe_finds_nothing

PLACE = "/usikkerhet?sprak=nb&aar=2027&priser=faste"
DOT = ".figure[data-figure=dots] .scatterlayer path.point"
COUNTED = re.compile(r"I (\d+) av 100 tilfeller blir finansieringsbehovet i 2027 over ([\d\u202f]+) mill\. kr")
ABOVE_COLOUR = "rgb(180, 83, 9)"


def count(page: Page) -> int:
    """Of a hundred cases so many are over the amount, by the sentence."""
    found = COUNTED.match(page.locator("h1").inner_text())
    assert found
    return int(found[1])


def test_fifty_dots_say_what_the_sentence_says(tab: Page) -> None:
    opened(tab, PLACE)
    expect(tab.locator(DOT)).to_have_count(50)
    colours = tab.evaluate(f"[...document.querySelectorAll('{DOT}')].map(dot => getComputedStyle(dot).fill)")
    assert abs(2 * colours.count(ABOVE_COLOUR) - count(tab)) <= 2


def test_an_amount_that_is_moved_is_answered_and_linked(tab: Page) -> None:
    opened(tab, PLACE)
    before = count(tab)
    above = tab.locator(
        ".ranges [data-path=above] input[type=range], .ranges input[type=range][data-lever=above]"
    ).first
    above.focus()
    tab.keyboard.press("PageDown")
    expect(tab).to_have_url(re.compile("over=1"))
    at_rest(tab)
    assert count(tab) > before
    shown = tab.locator("h1").inner_text()
    opened(tab, tab.url)
    assert tab.locator("h1").inner_text() == shown


def test_levers_that_are_certain_leave_one_column(page: Page) -> None:
    certain = "&".join(
        f"spenn={lever}:fixed"
        for lever in ("index_rate", "underspend_rate", "measures.sikkerhet.enabled", "measures.sikkerhet.amount_mnok",
                      "efficiency_realisation", "volume_realisation", "investment_realisation")
    )  # fmt: skip
    opened(page, f"{PLACE}&{certain}")
    expect(page.locator("h1")).to_contain_text("ingen spak er usikker")
    places = page.evaluate(f"[...document.querySelectorAll('{DOT}')].map(dot => dot.getBoundingClientRect().x)")
    assert len(places) == 50 and max(places) - min(places) < 1


def test_many_draws_are_told_and_the_same_again(tab: Page) -> None:
    opened(tab, f"{PLACE}&trekk=1000000")
    expect(tab.locator(".figure[data-figure=dots] .note")).to_contain_text("1\u202f000\u202f000 trekk")
    expect(tab.locator(".st-key-draws")).to_be_hidden()


def test_a_dot_opens_how_it_is_made(tab: Page) -> None:
    opened(tab, PLACE)
    at_rest(tab)
    dot = tab.locator(DOT).nth(20).bounding_box()
    assert dot
    tab.mouse.click(dot["x"] + dot["width"] / 2, dot["y"] + dot["height"] / 2)
    panel = tab.locator(".calculation")
    expect(panel).to_contain_text("10\u202f000 trekk")
    expect(panel).to_contain_text("mest sannsynlig 4,1\u00a0%")


@pytest.mark.parametrize("choice", ["prikker", "vifte"])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (390, 844), (320, 640)])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(tab: Page, size: tuple[int, int], choice: str) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    opened(tab, f"{PLACE}&visning={choice}")
    at_rest(tab)
    assert_axe_finds_nothing(tab)
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_it_is_shown_in_a_meeting(tab: Page) -> None:
    opened(tab, "/mote?sprak=nb&aar=2027&priser=faste&diagram=usikkerhet")
    expect(tab.locator("h1")).to_contain_text("av 100 tilfeller")
    expect(tab.locator(DOT)).to_have_count(50)
    tab.keyboard.press("9")
    expect(tab.locator("h1")).to_contain_text("i 2029")
    assert_axe_finds_nothing(tab)
