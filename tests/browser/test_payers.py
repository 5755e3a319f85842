"""Who pays, in a browser: the search, the table of municipalities, and what a visit gives."""

import re
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, at_rest, grab
from tests.browser.test_screen import assert_axe_finds_nothing, cut_labels
from texts import LANGUAGES

SEARCH = ".payer-search input"
PAYMENT = "[data-figure=payer_payment] .key-value"


def choose(page: Page, text: str, *keys: str) -> None:
    page.locator(SEARCH).fill(text)
    for key in (*keys, "Enter"):
        page.locator(SEARCH).press(key)


def opened_part(page: Page, selector: str) -> None:
    page.locator(f"{selector} > summary").click()


def test_a_municipality_is_found_and_chosen_with_the_keyboard(who: Page) -> None:
    expect(who.locator("h1")).to_contain_text("Helse Sør-Øst ville betalt")
    who.locator(SEARCH).focus()
    who.keyboard.type("heroy")
    expect(who.get_by_role("option")).to_have_count(2)
    expect(who.locator(SEARCH)).to_have_attribute("aria-expanded", "true")
    assert_axe_finds_nothing(who)
    names = who.get_by_role("option").all_inner_texts()
    assert "Herøy (Møre og Romsdal)" in names[0] and "Herøy (Nordland)" in names[1]
    who.keyboard.press("ArrowDown")
    who.keyboard.press("Enter")
    expect(who.locator("h1")).to_contain_text("Herøy (Nordland) ville betalt")
    expect(who).to_have_url(re.compile("hvem=1818"))
    choose(who, "0301")
    expect(who.locator("h1")).to_contain_text("Oslo ville betalt")
    who.go_back()
    expect(who.locator("h1")).to_contain_text("Herøy (Nordland) ville betalt")
    expect(who.locator(SEARCH)).to_have_value("Herøy (Nordland)")


def test_a_search_without_hits_says_so_and_keeps_what_was(who: Page) -> None:
    who.locator(SEARCH).fill("xyz")
    expect(who.locator(".payer-said")).to_have_text("Ingen treff")
    who.locator(SEARCH).press("Enter")
    who.locator(SEARCH).press("Escape")
    expect(who.locator(SEARCH)).to_have_value("Helse Sør-Øst")


def test_the_figures_move_with_the_levers(who: Page) -> None:
    before = who.locator(PAYMENT).inner_text()
    who.locator(MARGIN).press("ArrowLeft")
    expect(who.locator(PAYMENT)).not_to_have_text(before)
    expect(who.locator("h1")).to_contain_text("mindre enn i tallgrunnlaget")
    assert cut_labels(who) == []


def test_the_figures_follow_while_a_lever_is_dragged(who: Page) -> None:
    choose(who, "0301")
    expect(who.locator("h1")).to_contain_text("Oslo")
    before = who.locator(PAYMENT).inner_text()
    left, width, y = grab(who)
    who.mouse.move(left + width * 0.6, y, steps=8)
    expect(who.locator(PAYMENT)).not_to_have_text(before)
    expect(who.locator("h1")).to_contain_text("mer enn i tallgrunnlaget")
    who.mouse.up()
    expect(who.locator(".levers-changes summary")).to_contain_text("1")


def test_we_stand_first_and_what_our_group_paid_before_is_told(who: Page) -> None:
    expect(who.locator(".figures .figure").first).to_have_attribute("data-figure", "payer_own")
    expect(who.locator("[data-figure=payer_history] .key-value")).to_have_text("+23,4\u00a0%")
    choose(who, "0301")
    expect(who.locator("[data-figure=payer_history] .key-value")).to_have_text("+38,4\u00a0%")
    expect(who.locator("[data-figure=payer_history] .key-note")).to_contain_text("uten VKP (ny siden 2022) +29,5")
    who.get_by_text("Betalt og å betale 2022–2029").click()
    row = who.locator(".amounts tr", has_text="Kommuner").filter(has_text="Kjernejournal")
    expect(row.first).to_contain_text("42,9 ‡")


def test_a_rate_a_compensation_and_a_share_of_ones_own(page: Page) -> None:
    who = page
    opened(who, "/hvem_betaler?sprak=nb&aar=2027&hvem=0301&index_rate=0.02")
    expect(who.locator("h1")).to_contain_text("Oslo")
    opened_part(who, ".fields")
    rate = who.locator("[data-field=deflator_rate] input")
    rate.fill("2,5")
    rate.press("Enter")
    expect(who.locator("[data-figure=payer_real] .key-note")).to_contain_text("din sats 2,5")
    rate.fill("abc")
    rate.press("Enter")
    expect(who.locator(".fields-problem")).to_contain_text("«abc»")
    expect(who.locator("[data-figure=payer_real] .key-note")).to_contain_text("din sats 2,5")
    paid = who.locator("[data-field=compensation] input")
    paid.fill("20 000 000")
    paid.press("Enter")
    who.get_by_text("Netto etter kompensasjon, og egen del").click()
    expect(who.locator(".amounts tr", has_text="Netto for Oslo")).to_contain_text("37,")
    share = who.locator("[data-field=service_agreements] input")
    share.fill("3 000 000")
    share.press("Enter")
    expect(who.locator(".amounts tr", has_text="Netto for Oslo")).to_contain_text("40,")
    expect(who).not_to_have_url(re.compile("compensation|2000"))


def test_municipalities_are_sorted_and_taken_along(who: Page, tmp_path: Path) -> None:
    opened_part(who, ".municipal")
    rows = who.locator(".municipal tbody tr")
    expect(rows).to_have_count(357)
    expect(who.locator(".municipal th[aria-sort=ascending]")).to_have_text("Nummer")
    who.locator(".municipal").get_by_role("button", name="Innbyggere").click()
    expect(rows.first).to_contain_text("Oslo")
    who.locator(".municipal").get_by_role("button", name="Innbyggere").press("Enter")
    expect(rows.first).to_contain_text("Utsira")
    expect(who.locator(".municipal th[aria-sort=ascending]")).to_have_text("Innbyggere")
    who.locator(".municipal").get_by_role("button", name="Kommune", exact=True).click()
    expect(rows.last).to_contain_text("Åsnes")
    who.locator(".municipal input").fill("herøy")
    expect(rows).to_have_count(2)
    with who.expect_download() as found:
        who.get_by_role("button", name="Last ned alle kommuner (CSV)").click()
    assert found.value.suggested_filename.startswith("betaling-per-kommune_")
    file = tmp_path / "kommuner.csv"
    found.value.save_as(file)
    table = pd.read_csv(file, sep="\t", encoding="utf-16", dtype={"Nummer": str})
    assert len(table) == 357 and table["Nummer"].iloc[0] == "0301"
    assert table["Beregnet 2026, uten mva."].sum() == pytest.approx(46_662_800_000, abs=1_000_000)
    assert set(table["Beregnet 2026, uten mva., enhet"]) == {"øre"}
    assert set(table["Nøkkel, beregnet"]) == {"tilnærmet"}


def test_a_volume_is_typed_where_none_is_known(tab: Page) -> None:
    opened(tab, "/enhetskostnader")
    opened_part(tab, ".fields")
    field = tab.locator("[data-field=vkp] input")
    field.fill("1 000 000")
    field.press("Enter")
    expect(tab.locator("[data-field=vkp] .field-said")).to_have_text("31,0 mill. kr: 31,00 kr per enhet")
    field.fill("0")
    field.press("Enter")
    expect(tab.locator(".fields-problem")).to_contain_text("«0»")


@pytest.mark.parametrize("size", [(1366, 2400), (390, 844)], ids=["meeting", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_when_everything_is_open(
    browser: Browser, address: str, theme: str, size: tuple[int, int]
) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=theme, base_url=address)
    page = context.new_page()
    for path in ("/hvem_betaler?hvem=1818&keys=proposal_2021", "/enhetskostnader"):
        opened(page, path)
        page.evaluate(
            """() => { for (const part of document.querySelectorAll('[data-testid=stMain] details:not([open])'))
                 part.querySelector('summary').click(); }"""
        )
        at_rest(page)
        assert_axe_finds_nothing(page)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()


def test_what_was_paid_and_ones_own_stand_on_one_screen(who: Page) -> None:
    """The other two stand under them, as large."""
    bottoms = who.evaluate("[...document.querySelectorAll('.chart')].map(c => c.getBoundingClientRect().bottom)")
    assert len(bottoms) == 4 and max(bottoms[:2]) <= 768 and bottoms[2] == bottoms[3]


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (390, 844)], ids=["laptop", "meeting", "phone"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_five_key_figures_have_room_beside_each_other(tab: Page, language: str, size: tuple[int, int]) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    opened(tab, f"/hvem_betaler?hvem=3316&index_rate=0.031&aar=2027&priser=lopende&sprak={language}")
    expect(tab.locator(".key-value")).to_have_count(5)
    wide = "parts => parts.map(part => part.scrollWidth - part.clientWidth)"
    assert max(tab.locator(".key-value").evaluate_all(wide)) <= 0
