"""Hva skal til?: type a target, use a lever, take it back; at rest and while a lever moves."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, NEED, at_rest, grab
from tests.browser.test_screen import assert_axe_finds_nothing

FIELD, SENTENCE, TABLE = ".goal input", ".goal-sentence", ".answers-reached tbody"
AT_2027 = "/hva_skal_til?aar=2027"


def aim(page: Page, text: str) -> None:
    page.locator(FIELD).fill(text)
    page.locator(FIELD).press("Enter")


def test_a_typed_target_is_answered_used_and_taken_back(page: Page) -> None:
    opened(page, AT_2027)
    aim(page, "1110,5 mill. kr")
    expect(page.locator(SENTENCE)).to_contain_text("1\u202f110,5")
    expect(page).to_have_url(re.compile("maal=1110.5"))
    expect(page.locator(FIELD)).to_have_value("1\u202f110,5")
    row = page.locator(f"{TABLE} tr", has_text="Risikomargin")
    expect(row).to_contain_text("fra 2026")
    expect(row).to_contain_text("5,0\u00a0%")
    before = page.locator(NEED).inner_text()
    page.locator("[data-use=risk_margin]").click()
    expect(page.locator(NEED)).to_have_text("1\u202f037,0–1\u202f110,5")
    expect(page.locator(SENTENCE)).to_contain_text("Målet er nådd")
    expect(page.locator(MARGIN)).not_to_have_attribute("aria-valuetext", "5,0 %")
    expect(row).to_contain_text("Brukt")
    page.locator("[data-use=extra_efficiency]").click()
    expect(page.locator(MARGIN)).to_have_attribute("aria-valuetext", "5,0 %")
    expect(page.locator(NEED)).to_have_text("1\u202f037,0–1\u202f110,5")
    for expected in ("1\u202f037,0–1\u202f110,5", before):
        page.locator("[data-do=undo]").click()
        expect(page.locator(NEED)).to_have_text(expected)
    expect(page.locator("[data-do=undo]")).to_be_disabled()
    expect(page.locator(SENTENCE)).to_contain_text("må «Mindreforbruket i 2025")


def test_what_no_lever_reaches_is_said_with_what_it_can_give(page: Page) -> None:
    opened(page, f"{AT_2027}&maal=700")
    expect(page.locator(SENTENCE)).to_contain_text("Ingen spak alene")
    expect(page.locator(".answers-beyond tr", has_text="Risikomargin")).to_contain_text("1\u202f066,2–1\u202f226,1")
    expect(page.locator(".answers-untouched")).to_contain_text("Mindreforbruk")
    expect(page.locator(".answers")).not_to_contain_text("Prisvekst")
    aim(page, "tull")
    expect(page.locator(".goal-problem")).to_have_text(
        "«tull» kan ikke brukes for målet i mill. kr: skriv et tall fra 0 til 100\u202f000. 700,0 er beholdt."
    )
    expect(page.locator(FIELD)).to_have_value("700,0")


def test_amounts_at_hand_and_the_other_quantity(page: Page) -> None:
    opened(page, AT_2027)
    page.get_by_role("button", name="Som i tallgrunnlaget, uten 73,5 tilbake: 1\u202f119,5").click()
    expect(page.locator(SENTENCE)).to_contain_text("Målet er nådd")
    page.get_by_role("button", name="Som publisert for 2026: 1\u202f015,8").click()
    expect(page.locator(FIELD)).to_have_value("1\u202f015,8")
    page.locator(".goal select").select_option("cost_level")
    expect(page.locator(SENTENCE)).to_contain_text("kostnadsnivået i 2027 skal bli 1\u202f099,3")
    expect(page.locator("[data-figure=plan]")).to_be_visible()
    expect(page).to_have_url(re.compile("storrelse=cost_level"))
    page.go_back()
    expect(page.locator(SENTENCE)).to_contain_text("finansieringsbehovet i 2027 skal bli 1\u202f015,8")


def test_what_ones_own_organisation_pays_is_aimed_at(page: Page) -> None:
    """Three clicks: the page, whose payment, the amount; then a lever is used, and Hvorfor shows the same payment."""
    opened(page, f"{AT_2027}&hvem=4601")
    page.locator(".goal select").select_option("oss")
    expect(page.locator(SENTENCE)).to_contain_text("betalingen fra Bergen i 2027")
    expect(page.locator("[data-figure=payer_own]")).to_be_visible()
    aim(page, "24")
    expect(page.locator(FIELD)).to_have_value("24,0")
    expect(page.locator(f"{TABLE} tr").first).to_contain_text("Mindreforbruket i 2025")
    expect(page.locator(TABLE)).to_contain_text("per år fra 2026")
    expect(page.locator(TABLE)).not_to_contain_text("Prisvekst")
    expect(page).to_have_url(re.compile("storrelse=oss.*maal=24|maal=24.*storrelse=oss"))
    page.locator("[data-use=extra_efficiency]").click()
    expect(page.locator(SENTENCE)).to_contain_text("Målet er nådd")
    page.get_by_role("link", name="Hvorfor").click()
    expect(page.locator("[data-figure=reasons]")).to_contain_text("Betaling: Bergen")
    expect(page.locator(".headline")).to_contain_text("Det Bergen ville betalt i 2027")
    page.get_by_role("link", name="Hva skal til?").click()
    expect(page.locator(FIELD)).to_have_value("24,0")
    page.locator(".goal select").select_option("kommuner")
    expect(page.locator("[data-figure=payer_group]")).to_be_visible()
    expect(page).not_to_have_url(re.compile("maal="))


def test_by_keyboard_alone(page: Page) -> None:
    opened(page, AT_2027)
    page.locator(".goal select").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("1100")
    page.keyboard.press("Enter")
    expect(page.locator(SENTENCE)).to_contain_text("1\u202f100,0")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.use") == "extra_efficiency":
            break
    page.keyboard.press("Enter")
    expect(page.locator(NEED)).to_have_text("1\u202f026,5–1\u202f100,0")
    expect(page.locator(".answers")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(page.locator(NEED)).to_have_text("1\u202f046,0–1\u202f119,5")


def test_the_table_waits_while_a_lever_moves_and_the_chart_does_not(page: Page) -> None:
    opened(page, f"{AT_2027}&maal=1110")
    expect(page.locator(TABLE)).to_contain_text("om lag 4,1\u00a0%")
    left, width, y = grab(page)
    page.mouse.move(left + width * 0.5, y, steps=10)
    expect(page.locator(NEED)).not_to_have_text("1\u202f046,0–1\u202f119,5")
    expect(page.locator(".answers.stale")).to_be_visible()
    expect(page.locator(TABLE)).to_contain_text("om lag 4,1\u00a0%")
    page.mouse.up()
    expect(page.locator(".stale")).to_have_count(0)
    row = page.locator(f"{TABLE} tr", has_text="Risikomargin").locator("td").first
    expect(row).not_to_have_text("5,0\u00a0%")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
def test_axe_finds_nothing_at_a_target_and_after(
    browser: Browser, address: str, theme: str, size: tuple[int, int]
) -> None:
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=viewport, color_scheme=theme, base_url=address)
    page = context.new_page()
    opened(page, f"{AT_2027}&maal=1110")
    page.evaluate("for (const part of document.querySelectorAll('.answers details')) part.open = true")
    aim(page, "x")
    expect(page.locator(".goal-problem")).to_be_visible()
    at_rest(page)
    assert_axe_finds_nothing(page)
    page.locator("[data-use=risk_margin]").click()
    expect(page.locator(SENTENCE)).to_contain_text("nådd")
    at_rest(page)
    assert_axe_finds_nothing(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    if size[0] > 1000:
        assert page.evaluate("document.querySelector('.chart').getBoundingClientRect().bottom") <= size[1]
    context.close()
