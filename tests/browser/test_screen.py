"""Pages, language, history, sizes and accessibility."""

import re

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from pages.visit.navigation import PAGES
from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, NEED, PUBLISHED_NEED, at_rest, is_lower, resized, wait_until
from tests.browser.serving import app
from texts import LANGUAGES

PRICE_GROWTH = "index_rate=0.031"  # without it there is but one price basis to choose
MEETING, DESK, PHONE = (1366, 768), (1920, 1080), (390, 844)


def test_the_language_switch_keeps_the_scenario(page: Page) -> None:
    page.locator(MARGIN).press("ArrowLeft")
    expect(page.locator(NEED)).to_have_text("1\u202f010,6")
    for name, number, word in (("Nynorsk", "1\u202f010,6", "talgrunnlaget"), ("English", "1,010.6", "estimates")):
        page.get_by_role("radio", name=name).click()
        expect(page.locator("h1")).to_contain_text(word)
        expect(page.locator(NEED)).to_have_text(number)
    expect(page).to_have_url(re.compile("sprak=en"))
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_back_returns_to_the_view_before(tab: Page) -> None:
    opened(tab, f"/oversikt?{PRICE_GROWTH}")
    tab.get_by_role("radio", name="2028").click()
    expect(tab.locator("h1")).to_contain_text("2028")
    tab.get_by_role("radio", name="2025-kroner").click()
    expect(tab).to_have_url(re.compile("priser=faste"))
    tab.go_back()
    expect(tab).to_have_url(re.compile("priser=lopende"))
    tab.go_back()
    expect(tab.locator("h1")).to_contain_text("2026")


def test_a_deep_link_opens_cold(browser: Browser) -> None:
    """The first request of a fresh server: Streamlit would run the page without app.py."""
    with app() as address:
        page = browser.new_page(base_url=address)
        opened(page, "/oversikt?aar=2028&sprak=nn&priser=2025")
        expect(page.locator("h1")).to_contain_text("i 2028")
        expect(page.locator("h1")).to_contain_text("høgare enn i 2027")
        expect(page.locator("[data-group=main] [data-lever]")).to_have_count(5)
        page.close()


def test_the_bare_address_leads_to_oversikt(tab: Page) -> None:
    opened(tab, "/?aar=2027")
    expect(tab).to_have_url(re.compile("/oversikt"))
    expect(tab.locator("h1")).to_contain_text("2027")


def test_the_sign_of_the_check_never_stands_beside_a_moved_scenario_as_if_it_agreed(page: Page) -> None:
    page.locator(MARGIN).press("ArrowLeft")
    sign = page.get_by_role("button", name="Avstemt: ")
    expect(sign).not_to_contain_text("check_circle")
    page.locator(MARGIN).press("ArrowRight")
    expect(sign).to_contain_text("check_circle")


def test_the_table_follows_when_the_lever_is_at_rest(page: Page) -> None:
    page.locator("[data-figure=bridge] summary").first.click()
    rows = page.locator("[data-figure=bridge] tbody tr")
    expect(rows.last).to_contain_text(PUBLISHED_NEED)
    page.locator(MARGIN).press("ArrowLeft")
    expect(rows.last).to_contain_text("\u22125,2")  # what differs from the tallgrunnlag, year by year


WATCH_RUNS = """() => { window.ran = false; window.watching?.disconnect();
  window.watching = new MutationObserver(() => { window.ran = true; });
  window.watching.observe(document.querySelector('[data-test-script-state]'),
                          { attributeFilter: ['data-test-script-state'] }); }"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_is_cut(tab: Page, name: str, language: str) -> None:
    """At rest and with a lever moved, in a meeting's window that is then made as wide as a desk's; and on a phone.

    What moves, how wide it is and where a phone has it is the same in all languages: axe looks at it in the first.
    """
    is_first = language == LANGUAGES[0]
    opened(tab, f"/{name}?sprak={language}&aar=2027")
    assert_nothing_is_cut(tab)
    assert_axe_finds_nothing(tab)
    tab.locator(MARGIN).press("ArrowLeft")
    tab.locator(".levers-changes li").first.wait_for(state="attached")
    for size in (MEETING, DESK, PHONE):
        resized(tab, *size)
        if is_first and size is PHONE:  # as who comes by phone
            opened(tab, f"/{name}?sprak={language}&aar=2027")
        assert_nothing_is_cut(tab)
        if is_first:
            assert_axe_finds_nothing(tab)


SMALL_TEXT = """() => [...document.querySelectorAll("[data-testid=stApp] *, .calculation *")].filter((part) => {
  const { width, height } = part.getBoundingClientRect(), hasText = [...part.childNodes].some((child) =>
    child.nodeType === Node.TEXT_NODE && child.data.trim());
  return hasText && width > 1 && height > 1 && parseFloat(getComputedStyle(part).fontSize) < 12; })
  .map((part) => part.textContent)"""
"""Texts of less than 12 pixels, charts' too."""


def assert_nothing_is_cut(page: Page) -> None:
    at_rest(page)
    assert page.evaluate(SMALL_TEXT) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert cut_labels(page) == []


def cut_labels(page: Page) -> list[str]:
    """Texts of the charts that reach outside their chart."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.chart')].flatMap(chart => {
             const box = chart.getBoundingClientRect();
             return [...chart.querySelectorAll('svg text')].filter(text => {
               const r = text.getBoundingClientRect();
               const wide = r.left < box.left - 1 || r.right > box.right + 1;
               return r.width && (wide || r.top < box.top - 1 || r.bottom > box.bottom + 1);
             }).map(text => text.textContent); })"""
    )


FOCUSED = """() => { const at = document.activeElement, { outlineStyle, outlineWidth } = getComputedStyle(at);
  return [at.textContent.trim(), `${outlineStyle} ${outlineWidth}`]; }"""
RING = "solid 3px"


def test_everything_can_be_reached_with_the_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == ["Hopp til sidene", RING]
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == ["Oversikt", RING]
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == ["Fossefall", RING]
    page.locator(".skip-link button").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == ["Hopp til innholdet", RING]
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                """() => { const at = document.activeElement;
                     return at.dataset.lever || at.tagName + ':' + at.textContent.slice(0, 30); }"""
            )
        )
    assert {"risk_margin", "index_rate", "extra_efficiency", "extra_volume"} <= reached
    assert any("SUMMARY" in name for name in reached)
    assert any("check_circle" in name for name in reached)


@pytest.mark.parametrize("width", [1280, 1366, 1440])
def test_the_menu_has_room(tab: Page, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 768})
    for language in LANGUAGES:
        opened(tab, f"/oversikt?sprak={language}&aar=2027")
        ends = "[...document.querySelectorAll('[data-testid=stTopNavLink], [data-testid=stTopNavSection]')]"
        assert tab.evaluate(f"Math.max(...{ends}.map(each => each.getBoundingClientRect().right))") <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_six_bridges_stand_on_one_screen(tab: Page, language: str) -> None:
    opened(tab, f"/fossefall?sprak={language}")
    bottoms = tab.evaluate("[...document.querySelectorAll('.chart')].map(c => c.getBoundingClientRect().bottom)")
    assert len(bottoms) == 6 and max(bottoms) <= 768


def test_changing_page_keeps_scenario_view_and_levers(tab: Page) -> None:
    opened(tab, f"/oversikt?{PRICE_GROWTH}")
    tab.get_by_role("radio", name="2025-kroner").click()
    expect(tab.locator(NEED)).to_have_text(PUBLISHED_NEED)
    tab.locator(MARGIN).press("ArrowLeft")
    expect(tab.locator(NEED)).to_have_text("1\u202f010,6")
    tab.get_by_role("link", name="Fireårsplan").click()
    expect(tab.locator("[data-figure=drivers]")).to_be_visible()
    expect(tab.locator(NEED)).to_have_text("1\u202f010,6")
    expect(tab).to_have_url(re.compile("fireaarsplan.*priser=faste"))
    tab.get_by_role("link", name="Fossefall").click()
    expect(tab.locator(".figure")).to_have_count(6)
    expect(tab.locator("h1")).to_contain_text(is_lower("5,2"))
    expect(tab.locator(MARGIN)).to_have_attribute("aria-valuetext", "4,5 %")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_when_everything_is_open(browser: Browser, address: str, theme: str) -> None:
    """Every group of levers, every table and the list of changes; a refused value above the levers."""
    context = browser.new_context(viewport={"width": 1366, "height": 2400}, color_scheme=theme, base_url=address)
    page = context.new_page()
    opened(page, "/fossefall?figur=helsenettet_inkl_vkp")
    page.locator(MARGIN).press("ArrowRight")
    page.locator("[data-lever='measures.sikkerhet.enabled']").evaluate("box => box.click()")
    page.locator(".levers-changes li").nth(1).wait_for(state="attached")
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    field = page.get_by_label("nøyaktig verdi").first
    field.fill("99")
    field.press("Enter")
    at_rest(page)
    assert_axe_finds_nothing(page)
    context.close()


AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""Axe leaves the size of targets alone by itself."""


def assert_axe_finds_nothing(page: Page) -> None:
    """Of a page that stands still: a run fades what it has yet to draw, so where one came between axe reads again."""
    found: list[AxeResults] = []

    def read_at_rest() -> bool:
        at_rest(page)
        page.evaluate(WATCH_RUNS)
        found.append(Axe().run(page, options=AXE))
        return not page.evaluate("window.ran")

    wait_until(read_at_rest)
    assert found[-1].violations_count == 0, found[-1].generate_report()
