"""Fields that take a number: what is typed quickly is kept, what is refused moves nothing and gives way to the next."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, NEED, PUBLISHED_NEED

WHO = "/hvem_betaler?sprak=nb&aar=2027&hvem=0301"
ERROR = ".levers-error"


@pytest.fixture(params=["page", "slow_page"])
def visited(request: pytest.FixtureRequest) -> Page:
    """A visitor of the server as it is, and of one on which every run takes 200 ms longer."""
    return request.getfixturevalue(request.param)


def enter(field: Locator, text: str) -> None:
    field.fill(text)
    field.press("Enter")


def exact(page: Page, at: int = 0) -> Locator:
    return page.get_by_label("nøyaktig verdi").nth(at)


def unfolded(page: Page, path: str, part: str) -> None:
    opened(page, path)
    page.locator(f"{part} > summary").click()


def row(page: Page, solution: str, *cells: str) -> None:
    """Types a row of the key table from its first cell, by the keyboard, and enters it."""
    page.locator(f"[data-solution={solution}] input").first.focus()
    for text in cells:
        page.keyboard.type(text)
        page.keyboard.press("Tab" if text != cells[-1] else "Enter")


def test_a_row_typed_while_the_one_before_is_on_its_way_is_kept(visited: Page) -> None:
    unfolded(visited, WHO, ".key-table")
    row(visited, "helsenorge", "61", "39")
    row(visited, "kjernejournal", "72", "28", "0", "0,0")
    row(visited, "e_resept", "83")
    expect(visited).to_have_url(re.compile(r"keys\.helsenorge\.rhf=0\.61"))
    expect(visited).to_have_url(re.compile(r"keys\.kjernejournal\.rhf=0\.72"))
    expect(visited.locator("[data-solution=helsenorge] input").first).to_have_value("61")
    expect(visited.locator("[data-solution=kjernejournal] input").nth(1)).to_have_value("28")
    expect(visited.locator(".key-table-problem")).to_contain_text("E-resept er")
    expect(visited.locator("[data-solution=e_resept] input").first).to_have_value("83")


def test_a_lever_that_is_moved_right_after_a_row_is_kept(visited: Page) -> None:
    unfolded(visited, WHO, ".key-table")
    row(visited, "helsenorge", "61", "39")
    visited.locator(MARGIN).focus()
    for _ in range(4):
        visited.keyboard.press("ArrowLeft")
    expect(visited).to_have_url(re.compile(r"risk_margin=0\.03&.*keys\.helsenorge\.rhf=0\.61"))
    expect(visited.locator(MARGIN)).to_have_attribute("aria-valuetext", "3,0 %")


def test_two_fields_of_ones_own_typed_at_once_are_kept_by_the_one_they_were_typed_for(visited: Page) -> None:
    unfolded(visited, WHO, ".fields")
    visited.locator("[data-field=deflator_rate] input").focus()
    visited.keyboard.type("2,5")
    visited.locator("[data-field=compensation] input").focus()
    visited.keyboard.type("20 000 000 kr")
    search = visited.locator(".payer-search input")
    search.fill("4601")
    search.press("Enter")
    expect(visited.locator("h1")).to_contain_text("Bergen")
    expect(visited.locator("[data-field=compensation] .field-label")).to_contain_text("Bergen")
    expect(visited.locator("[data-field=compensation] input")).to_have_value("")
    expect(visited.locator("[data-field=deflator_rate] input")).to_have_value("2,5")
    search.fill("0301")
    search.press("Enter")
    expect(visited.locator("[data-field=compensation] input")).to_have_value("20\u202f000\u202f000")


def test_volumes_typed_at_once_are_kept(visited: Page) -> None:
    unfolded(visited, "/enhetskostnader", ".fields")
    names = visited.locator(".field").evaluate_all("rows => rows.map(row => row.dataset.field)")
    for at, name in enumerate(names):
        visited.locator(f"[data-field={name}] input").focus()
        visited.keyboard.type(f"{at + 1} 000 000")
    visited.keyboard.press("Enter")
    for at, name in enumerate(names):
        expect(visited.locator(f"[data-field={name}] input")).to_have_value(f"{at + 1}\u202f000\u202f000")
        expect(visited.locator(f"[data-field={name}] .field-said")).to_contain_text("per enhet")


def test_a_target_typed_while_the_one_before_is_on_its_way_counts(visited: Page) -> None:
    opened(visited, "/hva_skal_til?aar=2027")
    field = visited.locator(".goal input")
    field.focus()
    for text in ("1100", "abc", "1110,5"):
        visited.keyboard.type(text)
        visited.keyboard.press("Enter")
    expect(visited).to_have_url(re.compile("maal=1110.5"))
    expect(field).to_have_value("1\u202f110,5")
    visited.locator(".goal-what").select_option("cost_level")
    expect(visited.locator(".goal-sentence")).to_contain_text("kostnadsnivået i 2027")


def test_a_refused_value_moves_nothing_and_gives_way_to_the_next(visited: Page) -> None:
    places = "[...document.querySelectorAll('.lever')].map(lever => lever.getBoundingClientRect().top)"
    before = visited.evaluate(places)
    exact(visited).click()
    visited.keyboard.type("2,5x")
    visited.keyboard.press("Enter")
    expect(visited.locator(ERROR)).to_have_text(
        "«2,5x» kan ikke brukes for Risikomargin: skriv et tall fra 0 til 15. 5,0\u00a0% er beholdt."
    )
    expect(exact(visited)).to_have_value("5,0")
    assert visited.evaluate(places) == before
    visited.keyboard.type("2,55")
    visited.keyboard.press("Enter")
    expect(exact(visited)).to_have_value("2,55")
    expect(visited.locator(MARGIN)).to_have_attribute("aria-valuetext", "2,55 %")
    expect(visited.locator(ERROR)).to_have_text("")
    expect(visited).to_have_url(re.compile("risk_margin=0.0255&"))


def test_what_is_said_can_be_put_away(page: Page) -> None:
    for put_away in (lambda: page.keyboard.press("Escape"), lambda: page.locator(ERROR).click()):
        enter(exact(page), "x")
        expect(page.locator(ERROR)).to_contain_text("«x»")
        put_away()
        expect(page.locator(ERROR)).to_be_hidden()


def test_a_lever_typed_right_after_one_that_is_refused_is_kept(visited: Page) -> None:
    visited.evaluate(
        """() => { window.said = []; const error = document.querySelector('.levers-error');
             new MutationObserver(() => window.said.push(error.textContent)).observe(error, { childList: true }); }"""
    )
    enter(exact(visited), "99")
    enter(exact(visited, 1), "3.1")
    enter(exact(visited, 2), "0,5 %")
    expect(visited).to_have_url(re.compile(r"index_rate=0\.031.*extra_efficiency=0\.005"))
    assert any("«99» kan ikke brukes for Risikomargin" in sentence for sentence in visited.evaluate("window.said"))
    for at, shown in enumerate(("5,0", "3,1", "0,5")):
        expect(exact(visited, at)).to_have_value(shown)


def test_ctrl_z_right_after_enter_undoes_the_scenario(visited: Page) -> None:
    field = exact(visited)
    field.focus()
    visited.keyboard.type("3")
    visited.keyboard.press("Enter")
    visited.keyboard.press("Control+z")
    expect(visited.locator(NEED)).to_have_text(PUBLISHED_NEED)
    expect(field).to_have_value("5,0")
    visited.keyboard.press("Control+y")
    expect(visited.locator(NEED)).to_have_text("994,9")
    expect(field).to_have_value("3,0")
    visited.keyboard.type("4")
    visited.keyboard.press("Control+z")
    expect(field).to_have_value("3,0")
    expect(visited.locator(NEED)).to_have_text("994,9")


def test_what_can_be_two_numbers_is_asked_back(tab: Page) -> None:
    unfolded(tab, WHO, ".fields")
    field, problem = tab.locator("[data-field=compensation] input"), tab.locator(".fields-problem")
    place = "document.querySelector('.fields-list').offsetTop"
    before = tab.evaluate(place)
    enter(field, "385.000")
    expect(problem).to_have_text(
        "«385.000» kan leses som 385\u202f000 eller 385,0; skriv «385\u202f000» eller «385,0». "
        "Det som var lagt inn, er beholdt."
    )
    assert tab.evaluate(place) == before
    expect(field).to_have_value("")
    enter(field, "385 000")
    expect(field).to_have_value("385\u202f000")
    expect(problem).to_have_text("")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_what_a_field_shows_it_reads(tab: Page, language: str) -> None:
    unfolded(tab, f"/enhetskostnader?sprak={language}", ".fields")
    field = tab.locator("[data-field=vkp] input")
    enter(field, "1250000")
    shown = "1,250,000" if language == "en" else "1\u202f250\u202f000"
    expect(field).to_have_value(shown)
    said = tab.locator("[data-field=vkp] .field-said").inner_text()
    enter(field, "7")
    expect(field).to_have_value("7")
    enter(field, shown)
    expect(tab.locator("[data-field=vkp] .field-said")).to_have_text(said)
