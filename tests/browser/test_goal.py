"""Hva skal til?: type a target, use a lever, take it back; at rest and while a lever moves."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, NEED, at_rest, grab, resized
from tests.browser.test_screen import assert_axe_finds_nothing

FIELD, SENTENCE, TABLE = ".goal input", ".goal-sentence", ".answers-reached tbody"
AT_2027 = "/hva_skal_til?aar=2027&bane=ett"


def aim(page: Page, text: str) -> None:
    page.locator(FIELD).fill(text)
    page.locator(FIELD).press("Enter")


def test_a_typed_target_is_answered_used_and_taken_back(tab: Page) -> None:
    opened(tab, AT_2027)
    aim(tab, "1110,5 mill. kr")
    expect(tab.locator(SENTENCE)).to_contain_text("1\u202f110,5")
    expect(tab).to_have_url(re.compile("maal=1110.5"))
    expect(tab.locator(FIELD)).to_have_value("1\u202f110,5")
    row = tab.locator(f"{TABLE} tr", has_text="Risikomargin")
    expect(row).to_contain_text("fra 2027")
    expect(row).to_contain_text("5,0\u00a0%")
    before = tab.locator(NEED).inner_text()
    tab.locator("[data-use=risk_margin]").click()
    expect(tab.locator(NEED)).to_have_text("1\u202f037,0–1\u202f110,5")
    expect(tab.locator(SENTENCE)).to_contain_text("Målet er nådd")
    expect(tab.locator(MARGIN)).not_to_have_attribute("aria-valuetext", "5,0 %")
    expect(row).to_contain_text("Brukt")
    tab.locator("[data-use=extra_efficiency]").click()
    expect(tab.locator(MARGIN)).to_have_attribute("aria-valuetext", "5,0 %")
    expect(tab.locator(NEED)).to_have_text("1\u202f037,0–1\u202f110,5")
    for expected in ("1\u202f037,0–1\u202f110,5", before):
        tab.locator("[data-do=undo]").click()
        expect(tab.locator(NEED)).to_have_text(expected)
    expect(tab.locator("[data-do=undo]")).to_be_disabled()
    expect(tab.locator(SENTENCE)).to_contain_text("må «Mindreforbruket i 2025")


def overlapping(page: Page) -> list[str]:
    """The amounts over the columns that a target's mark goes through."""
    found: list[str] = page.evaluate(
        """() => { const boxes = name => [...document.querySelectorAll(`.chart ${name}`)]
             .map(part => [part.textContent, part.getBoundingClientRect()]).filter(([, box]) => box.width);
           const marks = boxes('.point').filter(([, box]) => box.height < 8);
           return boxes('.textpoint text').filter(([, one]) => marks.some(([, mark]) => mark.left < one.right &&
             one.left < mark.right && mark.top < one.bottom - 2 && one.top < mark.bottom)).map(([text]) => text); }"""
    )
    return found


def test_what_it_takes_is_asked_for_us_and_one_click_away_in_all(tab: Page) -> None:
    opened(tab, "/hva_skal_til?hvem=3316&aar=2027&priser=faste&sprak=nb")
    expect(tab.locator(FIELD)).to_have_value("1,29")
    tab.locator(f"{TABLE} [data-use]").first.click()
    expect(tab).to_have_url(re.compile("(?=.*storrelse=oss)(?=.*maal=1.29)"))
    expect(tab.locator("[data-figure^=path_] .key-value")).to_have_text(["1,28", "1,29", "1,31"])
    at_rest(tab)
    years = tab.locator("[data-figure^=path_] .key-value")
    tops = years.evaluate_all("all => all.map(each => each.getBoundingClientRect().y)")
    assert max(tops) - min(tops) < 1, "a year stands in a second row"
    tab.get_by_role("button", name="I alt").click()
    expect(tab.locator(FIELD)).to_have_value("1\u202f015,8")
    expect(tab.get_by_role("button", name="I alt")).to_have_attribute("aria-pressed", "true")


def test_flat_to_the_last_year_is_what_the_page_opens_with(tab: Page) -> None:
    """Two clicks from a first visit: the page and «Bruk». 2026 stays, nothing jumps, and a phone has all of it."""
    opened(tab, "/hva_skal_til")
    expect(tab.locator(FIELD)).to_have_value("1\u202f015,8")
    expect(tab.locator(SENTENCE)).to_contain_text("1\u202f015,8 mill. kr hvert år, må «Varig besparelse»")
    years = tab.locator("[data-figure^=path_] .key-value")
    expect(years).to_have_text(["1\u202f119,5", "1\u202f131,5", "1\u202f143,5"])
    at_rest(tab)
    assert not overlapping(tab)
    place = "document.querySelector('.figure .chart').getBoundingClientRect().top"
    before = tab.evaluate(place)
    row = tab.locator(f"{TABLE} tr", has_text="Ekstra effektivisering")
    expect(row).to_contain_text("5,415\u00a0%")
    row.locator("[data-use]").click()
    expect(years).to_have_text(["1\u202f060,0", "1\u202f014,6", "971,6"])
    expect(row).to_contain_text("Brukt")
    at_rest(tab)
    assert abs(tab.evaluate(place) - before) < 1 and not overlapping(tab)
    expect(tab.locator("[data-lever=extra_efficiency]")).to_have_attribute("aria-valuetext", re.compile("5,415"))
    expect(tab).to_have_url(re.compile("(?=.*bane=alle)(?=.*maal=1015.8)(?=.*first_year=2027)"))
    row.locator("[data-opens]").first.click()
    expect(tab.get_by_role("dialog")).to_contain_text("1\u202f060,0")
    tab.keyboard.press("Escape")
    tab.locator(".goal-when").select_option("2026")
    expect(tab.locator(SENTENCE)).to_contain_text("finansieringsbehovet i 2026")
    tab.go_back()
    expect(tab.locator(SENTENCE)).to_contain_text("hvert år")
    resized(tab, 320, 700)
    tab.evaluate("for (const part of document.querySelectorAll('.answers details')) part.open = true")
    at_rest(tab)
    parts = "[...document.querySelectorAll('.goal *, .answers *, .figures .keys *')]"
    places = (
        f"{parts}.filter(part => part.checkVisibility()).map(part => [part.className, part.getBoundingClientRect()])"
    )
    outside = f"{places}.filter(([, box]) => box.right > innerWidth + 1 || box.left < 0).map(([name]) => name)"
    assert not tab.evaluate(outside)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert_axe_finds_nothing(tab)


def test_what_no_lever_reaches_is_said_with_what_it_can_give(tab: Page) -> None:
    opened(tab, f"{AT_2027}&maal=700")
    expect(tab.locator(SENTENCE)).to_contain_text("Ingen spak alene")
    expect(tab.locator(".answers-beyond tr", has_text="Risikomargin")).to_contain_text("1\u202f066,2–1\u202f226,1")
    expect(tab.locator(".answers-untouched")).to_contain_text("Mindreforbruk")
    expect(tab.locator(".answers")).not_to_contain_text("Prisvekst")
    aim(tab, "tull")
    expect(tab.locator(".goal-problem")).to_have_text(
        "«tull» kan ikke brukes for målet i mill. kr: skriv et tall fra 0 til 100\u202f000. 700,0 er beholdt."
    )
    expect(tab.locator(FIELD)).to_have_value("700,0")


def test_amounts_at_hand_and_the_other_quantity(tab: Page) -> None:
    opened(tab, AT_2027)
    tab.get_by_role("button", name="Som i tallgrunnlaget, uten 73,5 tilbake: 1\u202f119,5").click()
    expect(tab.locator(SENTENCE)).to_contain_text("Målet er nådd")
    tab.get_by_role("button", name="Som publisert for 2026: 1\u202f015,8").click()
    expect(tab.locator(FIELD)).to_have_value("1\u202f015,8")
    tab.locator(".goal-what").select_option("cost_level")
    expect(tab.locator(SENTENCE)).to_contain_text("kostnadsnivået i 2027 skal bli 1\u202f099,3")
    expect(tab.locator("[data-figure=plan]")).to_be_visible()
    expect(tab).to_have_url(re.compile("storrelse=cost_level"))
    tab.go_back()
    expect(tab.locator(SENTENCE)).to_contain_text("finansieringsbehovet i 2027 skal bli 1\u202f015,8")


def test_what_ones_own_organisation_pays_is_aimed_at(tab: Page) -> None:
    """Three clicks: the page, whose payment, the amount; then a lever is used, and Hvorfor shows the same payment."""
    opened(tab, f"{AT_2027}&hvem=4601")
    tab.locator(".goal-what").select_option("oss")
    expect(tab.locator(SENTENCE)).to_contain_text("betalingen fra Bergen i 2027")
    expect(tab.locator("[data-figure=payer_own]")).to_be_visible()
    aim(tab, "24")
    expect(tab.locator(FIELD)).to_have_value("24,0")
    expect(tab.locator(f"{TABLE} tr").first).to_contain_text("Mindreforbruket i 2025")
    expect(tab.locator(TABLE)).to_contain_text("per år fra 2027")
    expect(tab.locator(TABLE)).not_to_contain_text("Prisvekst")
    expect(tab).to_have_url(re.compile("storrelse=oss.*maal=24|maal=24.*storrelse=oss"))
    tab.locator("[data-use=extra_efficiency]").click()
    expect(tab.locator(SENTENCE)).to_contain_text("Målet er nådd")
    tab.get_by_role("link", name="Hvorfor").click()
    expect(tab.locator("[data-figure=reasons]")).to_contain_text("Betaling: Bergen")
    expect(tab.locator(".headline")).to_contain_text("Det Bergen ville betalt i 2027")
    tab.get_by_role("link", name="Hva skal til?").click()
    expect(tab.locator(FIELD)).to_have_value("24,0")
    tab.locator(".goal-what").select_option("kommuner")
    expect(tab.locator("[data-figure=payer_group]")).to_be_visible()
    expect(tab).not_to_have_url(re.compile("maal="))


def test_by_keyboard_alone(tab: Page) -> None:
    opened(tab, AT_2027)
    tab.locator(".goal-when").focus()
    tab.keyboard.press("Tab")
    tab.keyboard.type("1100")
    tab.keyboard.press("Enter")
    expect(tab.locator(SENTENCE)).to_contain_text("1\u202f100,0")
    for _ in range(20):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.dataset.use") == "extra_efficiency":
            break
    tab.keyboard.press("Enter")
    expect(tab.locator(NEED)).to_have_text("1\u202f026,5–1\u202f100,0")
    expect(tab.locator(".answers")).to_be_focused()
    tab.keyboard.press("Control+z")
    expect(tab.locator(NEED)).to_have_text("1\u202f046,0–1\u202f119,5")


def test_the_table_waits_while_a_lever_moves_and_the_chart_does_not(tab: Page) -> None:
    opened(tab, f"{AT_2027}&maal=1110")
    expect(tab.locator(TABLE)).to_contain_text("4,11\u00a0%")
    left, width, y = grab(tab)
    tab.mouse.move(left + width * 0.5, y, steps=10)
    expect(tab.locator(NEED)).not_to_have_text("1\u202f046,0–1\u202f119,5")
    expect(tab.locator(".answers.stale")).to_be_visible()
    expect(tab.locator(TABLE)).to_contain_text("4,11\u00a0%")
    tab.mouse.up()
    expect(tab.locator(".stale")).to_have_count(0)
    row = tab.locator(f"{TABLE} tr", has_text="Risikomargin").locator("td").first
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
