"""A visit where the browser keeps nothing, where the server starts anew, and where single keys are switched off."""

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, NEED, PUBLISHED_NEED, at_rest, from_menu, wait_until
from tests.browser.serving import app, free_port
from tests.browser.test_screen import assert_axe_finds_nothing
from tests.test_key_files import index_file

UNDO, REDO, NAME, KEYS = "[data-do=undo]", "[data-do=redo]", ".scenario-name", ".scenario [data-do=keys]"
BLOCKED = """for (const name of ['sessionStorage', 'localStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('Not allowed.', 'SecurityError'); } });
Object.defineProperty(navigator, 'clipboard', { value: undefined });"""
EXACT = "[data-group=main] .lever-exact input >> nth=0"


@pytest.fixture
def blocked(browser: Browser, address: str) -> Iterator[Page]:
    """A visitor whose browser lets the tool keep nothing, as in a frame of another site."""
    context = browser.new_context(base_url=address, viewport={"width": 1366, "height": 768})
    context.add_init_script(BLOCKED)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    opened(page, "/oversikt")
    yield page
    context.close()
    assert not errors


def test_all_but_the_kept_history_works_where_site_data_is_blocked(blocked: Page) -> None:
    blocked.locator(MARGIN).press("ArrowLeft")
    expect(blocked).to_have_url(re.compile("risk_margin=0.045"))
    expect(blocked.locator(UNDO)).to_be_enabled()
    blocked.locator(UNDO).click()
    expect(blocked.locator(NEED)).to_have_text(PUBLISHED_NEED)
    blocked.locator(REDO).click()
    expect(blocked.locator(NEED)).to_have_text("1\u202f010,6")
    blocked.locator(NAME).fill("Mitt")
    blocked.locator(NAME).press("Enter")
    expect(blocked).to_have_url(re.compile("name=Mitt"))
    blocked.locator("[data-do=link]").click()
    expect(blocked.locator(".scenario-said")).to_have_text("Lenken er kopiert.")
    with blocked.expect_download() as download:
        from_menu(blocked, "save")
    assert download.value.suggested_filename.startswith("scenario-mitt")
    blocked.locator("[data-do=presets]").click()
    blocked.get_by_role("dialog").locator("[data-ready=margin_3] .ready-use").click()
    expect(blocked.locator(NEED)).to_have_text("994,9")
    from_menu(blocked, "keys")
    expect(blocked.locator(KEYS)).to_have_attribute("aria-pressed", "false")
    from_menu(blocked, "meeting")
    expect(blocked).to_have_url(re.compile("/mote"))
    blocked.keyboard.press("Escape")
    expect(blocked).to_have_url(re.compile("/oversikt"))


def test_a_link_about_a_baseline_that_is_not_there_stays_as_it_came(page: Page) -> None:
    page.goto("/fossefall?v=2&grunnlag=tallgrunnlag-2031-var&start=published&sprak=nb&aar=2032&priser=lopende")
    said = page.get_by_text("tallgrunnlag-2031-var")
    expect(said).to_be_visible()
    expect(page.locator(".figure, [data-lever]")).to_have_count(0)
    page.get_by_role("radio", name="English").click()
    expect(page.get_by_role("button", name="Show The spring 2025 estimates")).to_be_visible()
    expect(page).to_have_url(re.compile("grunnlag=tallgrunnlag-2031-var&.*aar=2032"))
    page.get_by_role("button", name="Show The spring 2025 estimates").click()
    expect(page.locator(".figure")).to_have_count(6)
    expect(page).to_have_url(re.compile("grunnlag=tallgrunnlag-2025-var&.*sprak=en&aar=2026"))
    page.go_back()
    expect(said).to_be_visible()
    expect(page.locator(".figure, [data-lever]")).to_have_count(0)


def test_a_link_that_no_browser_copies_is_shown(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.add_init_script(BLOCKED + "Document.prototype.execCommand = () => false;")
    opened(page, "/oversikt?aar=2027")
    page.locator("[data-do=link]").click()
    expect(page.locator(".scenario-said")).to_contain_text("/oversikt?v=2&grunnlag=")
    page.close()


def give_file(page: Page, field: str, content: str) -> None:
    file = {"name": f"{field}.csv", "mimeType": "text/csv", "buffer": content.encode()}
    page.locator(f"#field-{field}").set_input_files(file)
    expect(page.locator(f"[data-field={field}] .field-said")).to_contain_text(f"{field}.csv")


def test_what_a_visitor_gave_survives_a_server_that_starts_anew(browser: Browser) -> None:
    port = free_port()
    with ExitStack() as first:
        page = browser.new_page(base_url=first.enter_context(app(port=port)), viewport={"width": 1366, "height": 768})
        opened(page, "/enhetskostnader?hvem=0301")
        page.locator(".fields summary").click()
        volume = page.locator(".fields [type=text]").first
        volume.fill("250000")
        volume.press("Enter")
        expect(page.locator(".field-clear").first).to_be_visible()
        page.get_by_role("link", name="Eksport").click()
        expect(page.locator("[data-do=theme]")).not_to_be_empty()  # until its button has words the list hears nothing
        theme = {"name": "tema.toml", "mimeType": "text/plain", "buffer": b'[fonts]\nheading = "Georgia"\n'}
        page.locator(".take-list [type=file]").set_input_files(theme)
        expect(page.locator(".take-theme span")).to_contain_text("din temafil")
        page.get_by_role("link", name="Hvem betaler").click()
        page.locator(".fields summary").click()
        give_file(page, "municipal_key", index_file())
        give_file(page, "vkp_users", "kommunenummer\n0301\n1103\n")
        for field, value in (("deflator_rate", "3,5"), ("compensation", "1000000")):
            page.locator(f"#field-{field}").fill(value)
            page.locator(f"#field-{field}").press("Enter")
            expect(page.locator(f"[data-field={field}] .field-clear")).to_be_visible()
        at_rest(page)
        said = page.locator(".fields").inner_text()
        keys = page.locator(".key-value").all_inner_texts()
    expect(page.locator(".scenario-said")).to_contain_text("brutt")
    with app(port=port):
        expect(page.locator(".scenario-said")).to_contain_text("opplysningene du har gitt, er beholdt")
        for field in ("municipal_key", "vkp_users"):
            expect(page.locator(f"[data-field={field}] .field-said")).to_contain_text(f"{field}.csv")
        expect(page.locator("#field-compensation")).to_have_value(re.compile("1.?000.?000"))
        wait_until(lambda: page.locator(".fields").inner_text() == said)
        expect(page.locator(".key-value")).to_have_text(keys)  # the figures come after the fields
        page.get_by_role("link", name="Eksport").click()
        expect(page.locator(".take-theme span")).to_contain_text("din temafil")
        page.get_by_role("link", name="Enhetskostnader").click()
        expect(page.locator(".fields [type=text]").first).to_have_value(re.compile("250.?000"))
        page.reload()
        expect(page.locator(".scenario-problem")).to_contain_text("legges inn på nytt")
        for name in (
            "nøkkelfilen",
            "som bruker VKP",
            "egen deflator",
            "egen kompensasjon",
            "egne volumer",
            "temafilen",
        ):
            expect(page.locator(".scenario-problem")).to_contain_text(name)
    page.close()


@pytest.mark.parametrize("place", [MARGIN, NAME, "[role=radio] >> nth=1"])
def test_a_key_of_a_control_leads_nowhere(page: Page, place: str) -> None:
    page.locator(place).focus()
    page.keyboard.press("m")
    page.locator(UNDO).evaluate("part => document.activeElement.blur()")
    page.locator(MARGIN).press("ArrowLeft")
    expect(page).to_have_url(re.compile("/oversikt.*risk_margin=0.045"))
    page.locator("body").evaluate("() => document.activeElement.blur()")
    page.keyboard.press("m")
    expect(page).to_have_url(re.compile("/mote"))


def test_m_leads_into_the_meeting_from_a_year_that_was_clicked(page: Page) -> None:
    page.get_by_role("radio", name="2028", exact=True).click()
    expect(page).to_have_url(re.compile("aar=2028"))
    page.keyboard.press("m")
    expect(page).to_have_url(re.compile("/mote.*aar=2028"))


def test_single_keys_can_be_switched_off_everywhere(page: Page) -> None:
    from_menu(page, "keys")
    expect(page.locator(KEYS)).to_have_text("Snarveistaster er av")
    page.keyboard.press("m")
    page.locator(MARGIN).press("ArrowLeft")
    expect(page).to_have_url(re.compile("/oversikt.*risk_margin=0.045"))
    page.reload()
    expect(page.locator(KEYS)).to_have_attribute("aria-pressed", "false")
    from_menu(page, "meeting")
    switch = page.locator(".meeting-line [data-do=keys]")
    expect(switch).to_have_attribute("aria-pressed", "false")
    expect(page.locator("h1")).to_be_visible()
    headline = page.locator("h1").inner_text()
    for key in "1", "9", "d", "r":
        page.keyboard.press(key)
    page.locator(MARGIN).press("ArrowRight")
    expect(page.locator("h1")).to_contain_text("det løsningene hadde i 2025")
    expect(page.locator("[data-figure=bridge]")).to_be_visible()
    assert "2026" in headline and "aar=2026" in page.url
    assert_axe_finds_nothing(page)
    switch.click()
    page.keyboard.press("9")
    expect(page).to_have_url(re.compile("aar=2029"))
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("/oversikt"))


def test_undo_right_after_enter_in_an_exact_field(page: Page) -> None:
    exact = page.locator(EXACT)
    exact.fill("3")
    exact.press("Enter")
    expect(page.locator(NEED)).to_have_text("994,9")
    page.keyboard.press("Control+z")
    expect(page.locator(NEED)).to_have_text(PUBLISHED_NEED)
    expect(exact).to_have_value("5,0")
    exact.press_sequentially("47")
    page.keyboard.press("Control+z")
    expect(exact).not_to_have_value(re.compile("47$"))
    expect(page.locator(NEED)).to_have_text(PUBLISHED_NEED)


CLICKED_WITH = """kind => {
  const wanted = [...document.querySelectorAll('.figure .take button')].find(each => each.textContent === kind);
  addEventListener('click', () => setTimeout(() => wanted.click()), { capture: true, once: true });
}"""


@pytest.mark.parametrize(
    ("start", "link", "charts"), [("sammenlign", "Oversikt", 2), ("hvem_betaler", "Sammenlign", 6)]
)
def test_what_a_chart_asks_for_while_another_page_comes_does_not_take_the_page_away(
    slow_page: Page, start: str, link: str, charts: int
) -> None:
    """A picture is asked for in the same moment as the page: alone, its part of the old page would end the new one."""
    errors: list[str] = []
    slow_page.on("pageerror", lambda error: errors.append(str(error)))
    opened(slow_page, f"/{start}")
    at_rest(slow_page)
    slow_page.evaluate(CLICKED_WITH, "SVG")
    slow_page.get_by_role("link", name=link).click()
    expect(slow_page).to_have_url(re.compile(f"/{link.lower()}"))
    expect(slow_page.locator(".figure .chart:has(svg.main-svg)")).to_have_count(charts)
    at_rest(slow_page)
    assert not errors


def test_a_page_that_comes_while_the_window_becomes_narrow_is_drawn_narrow(slow_page: Page) -> None:
    errors: list[str] = []
    slow_page.on("pageerror", lambda error: errors.append(str(error)))
    slow_page.get_by_role("link", name="Fossefall").click()
    slow_page.set_viewport_size({"width": 390, "height": 844})
    expect(slow_page.locator("[data-figure^=bridge] .chart:has(svg.main-svg)")).to_have_count(6)
    expect(slow_page.locator(".figures")).to_have_attribute("data-narrow", "true")
    at_rest(slow_page)
    assert not errors
