"""One meeting from opening the link to leaving with a decision: the steps of docs/walkthrough.md.

Each step starts from the link that the step before it left behind.
"""

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from model import Scenario
from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, PUBLISHED_NEED, at_rest, from_menu, is_higher, is_lower

NAME = "Margin 3 % fra 2027"
OF_BASELINE = "v=2&grunnlag=tallgrunnlag-2025-var&start=published"
PREPARED = f"{OF_BASELINE}&name=Margin+3+%25+fra+2027&risk_margin=0.03&first_year=2027"
VIEW = "sprak=nb&aar=2027&priser=lopende&med=tallgrunnlaget&med=gjeldende&med=sikkerhet_15"


def test_step_1_at_rest_the_tool_equals_the_print(page: Page) -> None:
    expect(page.locator("h1")).to_contain_text(f"{PUBLISHED_NEED} mill. kr, 99,8 (8,9\u00a0%) lavere enn det")
    page.get_by_role("button", name="Avstemt: ").click()
    expect(page.locator("h1")).to_contain_text("tall stemmer")
    expect(page).to_have_url(re.compile("avstemming"))


def test_step_2_a_lower_margin_from_2027(page: Page) -> None:
    page.locator("[data-group=assumptions] > summary").click()
    page.locator("[data-lever=first_year]").get_by_label("2027").check()
    page.locator(MARGIN).focus()
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    page.get_by_test_id("stMain").get_by_role("radio", name="2027").click()
    expect(page.locator("h1")).to_contain_text(is_lower("2027 er 21,3"))
    expect(page.locator(".because")).to_have_text("Hele forskjellen fra tallgrunnlaget i 2027 skyldes risikomarginen.")
    expect(page.locator(".levers")).to_contain_text("tilbakeføres ubrukt margin, er forskjellen 2026–2029 ")
    expect(page.locator("[data-warning=moves_first]")).to_have_count(0)


def test_step_3_money_short_is_no_saving(tab: Page) -> None:
    opened(tab, f"/oversikt?risk_margin=0.03&first_year=2027&{VIEW}")
    tab.get_by_role("link", name="Hvorfor").click()
    expect(tab.locator("[data-figure=whole] .key-value")).to_have_text("\u221264,7")
    expect(tab.locator("[data-figure=shortfall]")).to_contain_text("kreves ikke inn")


def test_step_4_a_name_and_a_link(tab: Page) -> None:
    opened(tab, f"/oversikt?risk_margin=0.03&first_year=2027&{VIEW}")
    tab.locator(".scenario-name").fill(NAME)
    tab.locator(".scenario-name").press("Enter")
    expect(tab.locator(".legend .of-scenario")).to_have_text(NAME)
    expect(tab).to_have_url(re.compile(re.escape(PREPARED)))
    tab.get_by_role("button", name="Del", exact=True).click()
    expect(tab.locator(".scenario-said")).to_have_text("Lenken er kopiert.")


def in_the_meeting(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    opened(page, f"/oversikt?{PREPARED}&{VIEW}")
    page.keyboard.press("m")
    page.locator(".meeting-line button").first.wait_for()
    at_rest(page)


def test_step_5_the_leader_shares_the_screen(tab: Page) -> None:
    in_the_meeting(tab)
    tab.keyboard.press("7")
    expect(tab.locator("h1")).to_contain_text(is_lower("2027 er 21,3"))
    expect(tab.locator(".figure")).to_have_count(1)


def test_step_6_why_does_it_move(tab: Page) -> None:
    in_the_meeting(tab)
    tab.locator(MARGIN).press("ArrowLeft")
    expect(tab).to_have_url(re.compile("risk_margin=0.025"))
    at_rest(tab)
    headline = tab.locator("h1")
    tab.clock.install()
    pressed = tab.evaluate("Date.now() / 1000")
    tab.clock.set_fixed_time(pressed)  # it plays on when the clock is put forward, however slow the server is
    tab.keyboard.press("r")
    expect(headline).to_contain_text(is_lower("21,3"))
    tab.clock.set_fixed_time(pressed + 0.8)
    expect(headline).not_to_contain_text(re.compile("21,3|26,7"))
    tab.clock.set_fixed_time(pressed + 2)
    expect(headline).to_contain_text(is_lower("26,7"))


def test_step_7_and_with_more_security(tab: Page) -> None:
    in_the_meeting(tab)
    tab.keyboard.press("3")
    expect(tab.locator("h1")).to_contain_text(is_higher("30,0"))
    tab.keyboard.press("2")
    expect(tab.locator("h1")).to_contain_text(is_lower("21,3"))


def test_step_8_what_would_it_take(tab: Page) -> None:
    in_the_meeting(tab)
    tab.keyboard.press("Escape")
    expect(tab).to_have_url(re.compile("/oversikt"))
    tab.get_by_role("link", name="Hva skal til?").click()
    expect(tab.locator(".goal-sentence")).to_contain_text(f"{PUBLISHED_NEED} mill. kr hvert år")
    in_2027 = tab.locator("[data-figure=path_2027] .key-value")
    expect(in_2027).to_have_text("1\u202f098,2")
    tab.get_by_role("button", name=re.compile("^Bruk")).first.click()
    expect(in_2027).not_to_have_text("1\u202f098,2")
    expect(tab.locator(".goal-sentence")).to_contain_text("Med «")
    tab.keyboard.press("Control+z")
    expect(in_2027).to_have_text("1\u202f098,2")


def test_step_9_what_does_it_cost_us(tab: Page) -> None:
    opened(tab, f"/hvem_betaler?{PREPARED}&{VIEW}&hvem=1103")
    expect(tab.locator("body")).to_contain_text("Stavanger")
    expect(tab.locator("body")).to_contain_text("per innbygger")


def test_step_10_side_by_side(tab: Page) -> None:
    opened(tab, f"/sammenlign?{PREPARED}&{VIEW}")
    expect(tab.locator(".key-label")).to_have_text(
        ["Tallgrunnlaget våren 2025", NAME, "Sikkerhet +15 mill. kr hvert år"]
    )
    expect(tab.locator(".differences")).to_contain_text("Endringene gjelder fra")


def test_step_11_the_decision_is_taken_along(tab: Page, tmp_path: Path) -> None:
    opened(tab, f"/oversikt?{PREPARED}&{VIEW}")
    with tab.expect_download() as download:
        from_menu(tab, "save")
    assert download.value.suggested_filename == "scenario-margin-3-fra-2027_tallgrunnlag-2025-var.json"
    saved = tmp_path / "decided.json"
    download.value.save_as(saved)
    decided = Scenario.from_mapping(json.loads(saved.read_text()))
    assert decided == Scenario(name=NAME, risk_margin=0.03, first_year=2027)


def test_a_warning_beside_a_long_sentence_is_not_cut(page: Page) -> None:
    security = "measures.sikkerhet.enabled=true&measures.sikkerhet.state_share=0.5"
    page.set_viewport_size({"width": 1366, "height": 768})
    for path in ("oversikt?", "hvem_betaler?hvem=3316&"):
        opened(page, f"/{path}{security}&aar=2027")
        warning = page.locator(".warnings.some summary")
        expect(warning).to_contain_text("Over øvre ramme")
        assert warning.evaluate("part => part.clientWidth > 0 && part.scrollWidth <= part.clientWidth"), path
