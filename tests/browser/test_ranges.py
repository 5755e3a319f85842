"""The ranges of Usikkerhet: thumbs by mouse, by keys and by touch, fields, ways back, and what is refused."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import at_rest, wait_until
from tests.browser.test_screen import assert_axe_finds_nothing

PRICES = "[data-range=index_rate]"
LOW, MODE, HIGH = (f"[data-lever='range/index_rate/{part}']" for part in ("low", "mode", "high"))
LOW_FIELD = "[data-number='range/index_rate/low']"
WORDS = f"{PRICES} .range-words"
AS_IT_CAME = "3,0–5,2\u00a0%, mest sannsynlig 4,1\u00a0%"
AT_2027 = "/usikkerhet?sprak=nb&aar=2027"
THUMB = 24
"""Pixels across, of a thumb as of what a finger needs."""


@pytest.fixture
def ranges(tab: Page) -> Page:
    """The visitor on Usikkerhet, with the ranges drawn."""
    opened(tab, AT_2027)
    expect(tab.locator(WORDS)).to_have_text(AS_IT_CAME)
    at_rest(tab)
    return tab


def place_of(page: Page, thumb: str) -> tuple[float, float, float]:
    """The middle of a thumb, and how many pixels a percentage point is."""
    slider = page.locator(thumb)
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box
    low, high, value = (float(slider.evaluate(f"slider => slider.{name}")) for name in ("min", "max", "value"))
    way = box["width"] - THUMB
    return box["x"] + THUMB / 2 + way * (value - low) / (high - low), box["y"] + box["height"] / 2, way / (high - low)


def drag(page: Page, thumb: str, points: float) -> None:
    """Takes a thumb so many percentage points further; the mouse stays down."""
    x, y, point = place_of(page, thumb)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + points * point, y, steps=12)


def test_the_figures_follow_a_thumb_while_the_mouse_is_down(ranges: Page) -> None:
    headline, address = ranges.locator("h1").inner_text(), ranges.url
    drag(ranges, HIGH, 4.0)
    expect(ranges.locator(WORDS)).to_have_text("3,0–9,2\u00a0%, mest sannsynlig 4,1\u00a0%")
    wait_until(lambda: ranges.locator("h1").inner_text() != headline)
    assert ranges.url == address
    ranges.mouse.up()
    expect(ranges).to_have_url(re.compile(r"spenn=index_rate%3Atriangular%3A0\.03%3A0\.041%3A0\.092"))
    expect(ranges.locator(f"{PRICES} input[data-number$=high]")).to_have_value("9,2")


def test_no_thumb_passes_another(ranges: Page) -> None:
    drag(ranges, LOW, 9.0)
    expect(ranges.locator(WORDS)).to_have_text("4,1–5,2\u00a0%, mest sannsynlig 4,1\u00a0%")
    ranges.mouse.up()
    expect(ranges).to_have_url(re.compile(r"index_rate%3Atriangular%3A0\.041%3A0\.041%3A0\.052"))
    drag(ranges, MODE, -9.0)
    ranges.mouse.up()
    expect(ranges.locator(MODE)).to_have_attribute("aria-valuetext", "4,1 %")
    drag(ranges, MODE, 9.0)
    ranges.mouse.up()
    expect(ranges.locator(WORDS)).to_have_text("4,1–5,2\u00a0%, mest sannsynlig 5,2\u00a0%")


def test_thumbs_by_keys_and_what_they_are_called(ranges: Page) -> None:
    low = ranges.locator(LOW)
    expect(low).to_have_accessible_name("Prisvekst, lavest")
    expect(low).to_have_attribute("aria-valuetext", "3,0 %")
    low.focus()
    low.press("ArrowLeft")
    expect(ranges.locator(WORDS)).to_have_text("2,9–5,2\u00a0%, mest sannsynlig 4,1\u00a0%")
    low.press("Home")
    expect(low).to_have_attribute("aria-valuetext", "0,0 %")
    low.press("End")
    expect(low).to_have_attribute("aria-valuetext", "4,1 %")
    expect(ranges).to_have_url(re.compile(r"triangular%3A0\.041%3A0\.041%3A0\.052"))
    low.press("Tab")
    expect(ranges.locator(MODE)).to_be_focused()
    ranges.keyboard.press("Tab")
    expect(ranges.locator(HIGH)).to_be_focused()
    ranges.keyboard.press("PageUp")
    expect(ranges.locator(HIGH)).not_to_have_attribute("aria-valuetext", "5,2 %")
    ranges.keyboard.press("Delete")
    expect(ranges.locator(WORDS)).to_have_text(AS_IT_CAME)
    expect(ranges).not_to_have_url(re.compile("spenn"))


def test_a_wrong_number_is_refused_in_a_sentence_and_the_range_kept(ranges: Page) -> None:
    field, problem = ranges.locator(LOW_FIELD), ranges.locator(f"{PRICES} .problem")
    for typed, said in (
        ("9,9", "Laveste verdi i spennet for Prisvekst kan ikke være over den høyeste."),
        ("4,5", "Mest sannsynlig for Prisvekst er 4,1\u00a0%; den må ligge mellom laveste og høyeste,"),
        ("tull", "«tull» kan ikke brukes for Prisvekst: skriv et tall fra 0 til 10."),
    ):
        field.fill(typed)
        field.press("Enter")
        expect(problem).to_contain_text(said)
        expect(problem).to_contain_text(f"{AS_IT_CAME} er beholdt.")
        expect(field).to_have_value("3,0")
    field.fill("2,25 %")
    field.press("Enter")
    expect(ranges.locator(".ranges .problem")).to_have_text("")
    expect(ranges).to_have_url(re.compile(r"triangular%3A0\.0225%3A0\.041%3A0\.052"))


def test_what_is_changed_has_a_way_back_and_the_browsers_own(ranges: Page) -> None:
    reset = ranges.locator(f"{PRICES} .lever-reset")
    expect(reset).to_be_hidden()
    ranges.locator(HIGH).press("ArrowRight")
    expect(ranges).to_have_url(re.compile("spenn=index_rate"))
    expect(reset).to_be_visible()
    ranges.reload()
    expect(ranges.locator(WORDS)).to_have_text("3,0–5,3\u00a0%, mest sannsynlig 4,1\u00a0%")
    ranges.locator(f"{PRICES} .range-certain input").check()
    expect(ranges.locator(WORDS)).to_have_text("Regnes som 0,0\u00a0% i alle trekk, som i scenarioet")
    expect(ranges.locator(HIGH)).to_be_disabled()
    expect(ranges).to_have_url(re.compile(r"spenn=index_rate%3Afixed&"))
    at_rest(ranges)
    ranges.go_back()
    expect(ranges.locator(WORDS)).to_have_text("3,0–5,3\u00a0%, mest sannsynlig 4,1\u00a0%")
    at_rest(ranges)
    reset.click()
    expect(ranges.locator(WORDS)).to_have_text(AS_IT_CAME)
    expect(ranges).not_to_have_url(re.compile("spenn"))


def test_a_lever_without_a_range_is_given_one_and_loses_it_again(ranges: Page) -> None:
    menu, added = ranges.get_by_label("Legg til en spak som er usikker"), ranges.locator("[data-range=risk_margin]")
    menu.select_option("risk_margin")
    expect(added.locator(".range-words")).to_have_text("2,5–7,5\u00a0%, mest sannsynlig 5,0\u00a0%")
    expect(added.locator("summary")).to_have_text("Din egen forutsetning")
    expect(ranges).to_have_url(re.compile(r"spenn=risk_margin%3Atriangular"))
    added.get_by_role("button", name="Fjern spennet for Risikomargin").click()
    expect(added).to_have_count(0)
    expect(ranges).not_to_have_url(re.compile("spenn"))


def test_the_threshold_and_the_number_of_draws_are_in_the_link(ranges: Page) -> None:
    above, field = ranges.locator("[data-lever=above]"), ranges.locator(".ranges-asked .lever-exact input")
    headline = ranges.locator("h1").inner_text()
    above.press("ArrowRight")
    expect(ranges).to_have_url(re.compile(r"over=\d+"))
    field.fill("1 100 mill. kr")
    field.press("Enter")
    expect(ranges).to_have_url(re.compile(r"over=1100\.0"))
    wait_until(lambda: ranges.locator("h1").inner_text() != headline)
    ranges.get_by_label("100\u202f000", exact=True).check()
    expect(ranges).to_have_url(re.compile("trekk=100000"))
    ranges.locator(".ranges-asked .lever", has=above).locator(".lever-reset").click()
    expect(ranges).not_to_have_url(re.compile("over="))


def test_the_reason_leads_to_its_row_among_the_sources(ranges: Page) -> None:
    ranges.locator(f"{PRICES} summary").click()
    expect(ranges.locator(f"{PRICES} .range-grounds")).to_contain_text("kommunal deflator")
    ranges.locator(f"{PRICES} .range-grounds a").click()
    expect(ranges).to_have_url(re.compile(r"/kilder.*kilde=range\.index_rate"))


def test_axe_finds_nothing_in_the_ranges(ranges: Page) -> None:
    ranges.locator(f"{PRICES} summary").click()
    ranges.locator(HIGH).press("ArrowRight")
    expect(ranges).to_have_url(re.compile("spenn=index_rate"))
    at_rest(ranges)
    assert_axe_finds_nothing(ranges)


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_ranges_stand_under_the_figures_and_a_finger_moves_them(
    browser: Browser, address: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740}, base_url=address, has_touch=True)
    page = context.new_page()
    opened(page, AT_2027)
    expect(page.locator(WORDS)).to_have_text(AS_IT_CAME)
    at_rest(page)
    figures, panel = page.locator(".figures").bounding_box(), page.locator(".ranges").bounding_box()
    assert figures and panel and panel["y"] >= figures["y"] + figures["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for target in page.locator(".ranges :is(input, button, select, summary):visible").all():
        box = target.bounding_box()
        assert box and box["height"] >= 17  # a box with its name is a target of 24 together
    x, y, point = place_of(page, HIGH)
    page.touchscreen.tap(x, y)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 2 * point, y, steps=6)
    page.mouse.up()
    expect(page).to_have_url(re.compile("spenn=index_rate"))
    context.close()
