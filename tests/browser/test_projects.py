"""Nytt tiltak: a project is described, dragged, typed, refused and taken away, by mouse and by keys."""

import re
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import at_rest, grab, resized
from tests.browser.test_screen import PHONE, assert_axe_finds_nothing, assert_nothing_is_cut
from texts import LANGUAGES

FIRST: Final = "projects.0"
LIFETIME, SHARE = f"[data-lever='{FIRST}.lifetime']", f"[data-lever='{FIRST}.state_share']"
PORTAL = f"{FIRST}.solution=helsenorge&{FIRST}.name=Portal&{FIRST}.investment_mnok.2026=58&{FIRST}.go_live=2027"
COSTS = re.compile(r"Portal: sektoren betaler 174,0 mill\. kr fra 2027 til 2036, mest i 2027: 17,4")


@pytest.fixture
def described(tab: Page) -> Page:
    """The visitor on Nytt tiltak with a portal of 58 million, in use from 2027."""
    opened(tab, f"/nytt_tiltak?v=2&{PORTAL}&aar=2027&priser=lopende&sprak=nb")
    expect(tab.locator("h1")).to_have_text(COSTS)
    at_rest(tab)
    return tab


def test_a_project_is_added_and_described_from_nothing(tab: Page) -> None:
    opened(tab, "/nytt_tiltak?sprak=nb&aar=2027")
    expect(tab.locator("h1")).to_contain_text("Beskriv et nytt tiltak")
    tab.get_by_role("button", name="Legg til et tiltak").click()
    expect(tab.locator("h1")).to_contain_text("koster ingenting")
    name = tab.locator(".project-name")
    name.fill("Portal")
    name.press("Enter")
    tab.get_by_label("Legg til investering i").select_option("2025")
    amount = tab.get_by_label("Investering 2025: nøyaktig verdi")
    amount.fill("58")
    amount.press("Enter")
    expect(tab.locator("h1")).to_have_text(COSTS)
    expect(tab).to_have_url(re.compile(r"projects\.0\.name=Portal.*projects\.0\.investment_mnok\.2025=58"))
    tab.get_by_role("button", name="Ta bort").first.click()
    expect(tab.locator("h1")).to_contain_text("Beskriv et nytt tiltak")
    tab.keyboard.press("Control+z")
    expect(tab.locator("h1")).to_have_text(COSTS)


def test_the_figures_follow_a_slider_while_the_mouse_is_down(described: Page) -> None:
    address = described.url
    described.locator(LIFETIME).scroll_into_view_if_needed()
    left, width, y = grab(described, LIFETIME, share=9 / 29)
    described.mouse.move(left + width, y, steps=12)
    expect(described.locator("h1")).to_contain_text("fra 2027 til 2056")
    assert described.url == address
    described.mouse.up()
    expect(described).to_have_url(re.compile("projects.0.lifetime=30"))
    described.keyboard.press("Control+z")
    expect(described.locator("h1")).to_have_text(COSTS)


def test_a_wrong_number_is_refused_in_a_sentence_and_the_project_kept(described: Page) -> None:
    field, problem = described.get_by_label("Levetid: nøyaktig verdi"), described.locator(".projects .problem")
    for typed in ("99", "tull"):
        field.fill(typed)
        field.press("Enter")
        expect(problem).to_contain_text("levetid")
        expect(problem).to_contain_text("er beholdt")
        expect(field).to_have_value("10")
    field.fill("5")
    field.press("Enter")
    expect(problem).to_have_text("")
    expect(described.locator("h1")).to_contain_text("fra 2027 til 2031")


def test_what_a_setting_would_do_is_what_it_does(described: Page) -> None:
    share = described.locator(".lever", has=described.locator(SHARE))
    expect(share.locator(".lever-hint")).to_have_text("Med 10,0\u00a0%: −5,8 mill. kr i alt, −0,6 i det høyeste året.")
    described.locator(SHARE).press("ArrowRight")
    described.locator(SHARE).press("ArrowRight")
    expect(described.locator("h1")).to_contain_text("168,2 mill. kr")
    expect(share.locator(".lever-hint")).to_have_text("Mot 0,0\u00a0%: −5,8 mill. kr i alt, −0,6 i det høyeste året.")


def test_four_questions_lead_to_a_model_in_the_form(tab: Page) -> None:
    opened(tab, "/nytt_tiltak?sprak=nb&aar=2027")
    tab.get_by_text("Hvilken modell? Fire spørsmål").click()
    for answer in ("Leveranseoppgave", "Ja, den er obligatorisk", "Lite", "Ja, en del"):
        tab.locator(".projects-guide").get_by_label(answer).check()
    outcome = tab.locator(".guide-outcome")
    expect(outcome).to_contain_text("Lite prosjekt, staten dekker en del")
    expect(outcome).to_contain_text("nedtrekk på budsjettrammer")
    tab.locator(".projects-guide").get_by_label("Stort").check()
    expect(outcome).to_be_empty()
    tab.locator(".projects-guide").get_by_label("Nei, sektoren").check()
    expect(outcome).to_contain_text("årlige investeringsavdrag")
    tab.locator(".projects-guide").get_by_label("Myndighetsoppgave").check()
    tab.get_by_role("button", name="Legg det til i skjemaet").click()
    expect(tab).to_have_url(re.compile("projects.0.task=authority"))
    expect(tab.locator(f"[data-lever='{FIRST}.task'] input[value=authority]")).to_be_checked()


def test_an_example_of_the_documents_is_loaded(tab: Page) -> None:
    """58 are assumed and 11.6 a year are in the plan; 40 in fact take 3.6 out of it from the second year."""
    opened(tab, "/nytt_tiltak?sprak=nb&aar=2027")
    tab.get_by_text("Eksempler fra dokumentene").click()
    tab.get_by_role("button", name="Bruk «Helsenorges veikart").click()
    expect(tab.locator("h1")).to_contain_text("Helsenorges veikart")
    actual = tab.get_by_label("Faktisk investert: nøyaktig verdi")
    actual.fill("40")
    actual.press("Enter")
    hint = tab.locator(".lever", has=actual).locator(".lever-hint")
    expect(hint).to_contain_text("Mot 58,0 mill. kr: −32,4 mill. kr i alt, 0,0 i det høyeste året.")


def test_buyers_that_there_are_not_are_named_and_nothing_else_is_lost(tab: Page) -> None:
    bought = f"{PORTAL}&{FIRST}.task=outside&{FIRST}.users.0=x&risk_margin=0.03"
    opened(tab, f"/nytt_tiltak?v=2&{bought}&aar=2027&priser=lopende&sprak=nb")
    expect(tab.locator(".projects .problem")).to_contain_text("Regnes ikke med: Nytt tiltak 1: hvem som kjøper er x")
    expect(tab).to_have_url(re.compile("risk_margin=0.03"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_when_all_is_open(tab: Page, language: str) -> None:
    more = f"&{FIRST}.task=outside&{FIRST}.phase_in_years=2"
    more += "&projects.1.solution=vkp&projects.1.go_live=2028&projects.1.size=small"
    opened(tab, f"/nytt_tiltak?v=2&{PORTAL}{more}&aar=2027&priser=lopende&sprak={language}")
    tab.evaluate("for (const part of document.querySelectorAll('.projects details')) part.open = true")
    tab.locator(".projects-guide input").first.check()
    wide = "[...document.querySelectorAll('.key-value')].filter(e => e.scrollWidth > e.parentElement.clientWidth)"
    assert tab.evaluate(f"{wide}.map(each => each.textContent)") == []
    assert_nothing_is_cut(tab)
    assert_axe_finds_nothing(tab)
    resized(tab, *PHONE)
    assert_nothing_is_cut(tab)
    assert_axe_finds_nothing(tab)


def test_everything_goes_by_keys_alone(described: Page) -> None:
    """From the first control of the form to the last, without a mouse."""
    described.locator(".projects summary").first.focus()
    reached = []
    for _ in range(40):
        described.keyboard.press("Tab")
        reached.append(described.evaluate("document.activeElement.dataset.lever ?? document.activeElement.tagName"))
        if reached[-1] == f"{FIRST}.operation_in_plan":
            break
    assert {f"{FIRST}.{field}" for field in ("lifetime", "state_share", "interest_rate", "indexed")} <= set(reached)
    described.keyboard.press("Space")
    expect(described).to_have_url(re.compile("operation_in_plan=true"))
    expect(described.locator("h1")).to_contain_text("58,0 mill. kr")
