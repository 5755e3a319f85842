"""Nothing jumps: layout shift on every page, counted beyond the half second after input that browsers forgive."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from pages.visit.navigation import MEETING, PAGES
from tests.browser.conftest import new_tab
from tests.browser.looking import at_rest, way_to

LIMIT = 0.1
SIZES = {"desk": (1366, 768), "hall": (1920, 1080), "phone": (390, 844)}
COUNT = """new PerformanceObserver(list => list.getEntries().forEach(({ value }) => {
  window.shifted = (window.shifted ?? 0) + value; })).observe({ type: "layout-shift", buffered: true });"""


def shifted(page: Page) -> float:
    """The layout shift since this was asked last."""
    return float(page.evaluate("(() => { const found = window.shifted ?? 0; window.shifted = 0; return found; })()"))


def arrived(page: Page, name: str) -> None:
    page.locator(f"html[data-arrived={name}]").wait_for(state="attached")
    at_rest(page)


@pytest.mark.parametrize("size", SIZES)
def test_no_page_jumps_while_it_comes(browser: Browser, address: str, size: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=address)
    context.add_init_script(COUNT)
    found = {}
    for name in (*PAGES, MEETING):
        page = context.new_page()
        page.goto(f"/{name}")
        arrived(page, name)
        found[name] = shifted(page)
        page.close()
    context.close()
    assert {name: value for name, value in found.items() if value >= LIMIT} == {}


def test_no_page_jumps_when_another_takes_its_place_a_lever_moves_or_the_year(desk: BrowserContext) -> None:
    with new_tab(desk) as page:
        page.add_init_script(COUNT)
        page.goto("/oversikt")
        arrived(page, "oversikt")
        found = {"load": shifted(page)}
        for name in ("fossefall", "hvem_betaler", "sammenlign", "eksport"):
            for link in way_to(name):
                page.click(link)
            arrived(page, name)
            found[f"to {name}"] = shifted(page)
            page.locator("[data-lever=risk_margin]").focus()
            page.keyboard.press("ArrowLeft")
            at_rest(page)
            found[f"margin on {name}"] = shifted(page)
            page.locator(".st-key-view_year button", has_text=re.compile("2028")).click()
            at_rest(page)
            found[f"2028 on {name}"] = shifted(page)
    assert {what: value for what, value in found.items() if value >= LIMIT} == {}
