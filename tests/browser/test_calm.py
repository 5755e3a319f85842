"""Nothing jumps: layout shift on every page, also within the half second after input that browsers forgive; a phone."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pages.visit.navigation import MEETING, PAGES
from tests.browser.conftest import new_tab
from tests.browser.looking import MARGIN, SHEET, arrived, at_rest, grab, way_to

LIMIT = 0.1
SIZES = {"desk": (1366, 768), "hall": (1920, 1080), "phone": (320, 640)}
COUNT = """new PerformanceObserver(list => list.getEntries().forEach(({ value }) => {
  window.shifted = (window.shifted ?? 0) + value; })).observe({ type: "layout-shift", buffered: true });"""


def shifted(page: Page) -> float:
    """The layout shift since this was asked last."""
    return float(page.evaluate("(() => { const found = window.shifted ?? 0; window.shifted = 0; return found; })()"))


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
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is too wide"
        page.close()
    context.close()
    assert {name: value for name, value in found.items() if value >= LIMIT} == {}


def test_a_phone_has_the_pages_on_top_and_the_levers_below(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, base_url=address, has_touch=True)
    page.goto("/oversikt?aar=2027&sprak=nb&priser=faste")
    arrived(page, "oversikt")
    page.tap(".phone-name")
    page.tap("#phone-pages [data-page=fossefall]")
    arrived(page, "fossefall")
    expect(page.locator("#phone-pages")).to_be_hidden()
    expect(page.locator(".phone-name")).to_have_text("Fossefall")
    page.tap(SHEET)
    expect(page.locator(SHEET)).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.activeElement.closest('.levers') !== null")
    left, width, y = grab(page)
    page.mouse.move(left + width / 5, y)
    expect(page.locator("h1")).to_contain_text("lavere")
    headline, sheet = page.locator("h1").bounding_box(), page.locator(SHEET).bounding_box()
    assert headline and sheet and headline["y"] >= 0 and headline["y"] + headline["height"] < sheet["y"]
    page.mouse.up()
    page.keyboard.press("Escape")
    expect(page.locator(MARGIN)).to_be_hidden()
    page.tap(".phone-name")
    page.keyboard.press("Escape")
    expect(page.locator("#phone-pages")).to_be_hidden()
    page.close()


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
        page.goto("/hvorfor?extra_efficiency=0.01&aar=2027&sprak=nb&priser=faste")
        arrived(page, "hvorfor")
        found["hvorfor"] = shifted(page)
        page.locator("[data-lever=risk_margin]").press("ArrowLeft")
        expect(page.locator(".because")).to_contain_text("Underdekningen er")  # which takes one line more
        at_rest(page)
        found["margin on hvorfor"] = shifted(page)
    assert {what: value for what, value in found.items() if value >= LIMIT} == {}


def test_the_last_of_pages_that_are_chosen_in_haste_is_shown(tab: Page) -> None:
    """Each click cuts the run of the one before short, which then never says that its page is there."""
    tab.goto("/oversikt")
    arrived(tab, "oversikt")
    for name in ("fireaarsplan", "hvorfor", "eksport", "oversikt", "fossefall", "sammenlign"):
        for link in way_to(name):
            tab.click(link)
    arrived(tab, "sammenlign")
    expect(tab.locator("h1")).to_be_visible()


def test_forced_colours_have_every_chart(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 768}, base_url=address, forced_colors="active")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("/fossefall?risk_margin=0.03&aar=2027")
    arrived(page, "fossefall")
    expect(page.locator(".chart svg.main-svg >> nth=17")).to_be_attached()
    assert errors == [] and page.locator(".chart").count() == 6
    expect(page.locator(".figures.hatched")).to_have_count(1)  # by the same rule as on a screen without colour
    page.close()
