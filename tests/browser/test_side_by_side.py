"""Scenarios side by side: added, taken away, moved, and whole on every screen."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import at_rest, grab
from tests.browser.test_scenarios import LINK
from tests.browser.test_screen import assert_axe_finds_nothing, cut_labels


def test_scenarios_are_added_to_the_comparison_and_taken_away(tab: Page) -> None:
    opened(tab, "/sammenlign?aar=2027")
    names = tab.locator(".key-label")
    expect(names).to_have_text(["Tallgrunnlaget våren 2025", "Scenarioet", "Risikomargin 3 %"])
    tab.locator(".chooser select").select_option("sikkerhet_15")
    expect(names).to_have_count(4)
    expect(tab.locator(".chooser select")).to_be_disabled()
    expect(tab).to_have_url(re.compile("med=sikkerhet_15"))
    tab.get_by_role("button", name="Fjern Risikomargin 3 %").click()
    expect(names).to_have_text(["Tallgrunnlaget våren 2025", "Scenarioet", "Sikkerhet +15 mill. kr hvert år"])
    tab.locator(".chooser-link").fill(tab.url.split("/sammenlign")[0] + LINK)
    tab.locator(".chooser form button").click()
    expect(names.nth(3)).to_have_text("Forslag")
    expect(tab.locator(".key-value").nth(3)).to_have_text("1\u202f024,7–1\u202f098,2")
    tab.reload()
    expect(names.nth(3)).to_have_text("Forslag")
    for left in (3, 2):
        tab.locator(".key-remove").last.click()
        expect(names).to_have_count(left)
    expect(tab.locator(".key-remove")).to_have_count(0)


def test_the_present_scenario_moves_beside_the_others(tab: Page) -> None:
    opened(tab, "/sammenlign?aar=2027&med=margin_3&med=gjeldende")
    left, width, y = grab(tab)
    tab.mouse.move(left + width * 0.6, y, steps=12)
    expect(tab.locator(".key-value").nth(1)).not_to_have_text("1\u202f046,0–1\u202f119,5")
    expect(tab.locator(".key-value").nth(0)).to_have_text("1\u202f024,7–1\u202f098,2")
    tab.mouse.up()
    expect(tab.locator(".differences")).to_contain_text("Risikomargin")
    tab.locator(".chooser select").select_option("copy")
    expect(tab.locator(".key-label")).to_have_count(3)
    copied = tab.locator(".key-value").nth(2).inner_text()
    assert copied == tab.locator(".key-value").nth(1).inner_text()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (390, 844)])
def test_four_scenarios_side_by_side_are_whole(tab: Page, size: tuple[int, int]) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    opened(tab, "/sammenlign?aar=2029&med=tallgrunnlaget&med=sikkerhet_15&med=dobbelt_volum&med=felles_i_forskriften")
    expect(tab.locator(".figure")).to_have_count(8)
    at_rest(tab)
    assert_axe_finds_nothing(tab)
    assert cut_labels(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    if size[0] > 1000:
        widths = tab.evaluate("[...document.querySelectorAll('.chart')].map(c => c._fullLayout.xaxis._length)")
        assert max(widths[:4]) - min(widths[:4]) < 1.5 and max(widths[4:]) - min(widths[4:]) < 1.5
        bottoms = tab.evaluate("[...document.querySelectorAll('.chart')].map(c => c.getBoundingClientRect().bottom)")
        assert max(bottoms) <= size[1]
