"""Earlier years' money in a browser: the picture, one scale for years and solutions, its files, a phone."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import at_rest
from tests.browser.test_labels import SIZES, faults, looked
from tests.browser.test_screen import cut_labels
from texts import LANGUAGES

STORY = "[data-figure=funds_story]"
BARS = f"""() => {{
  const chart = document.querySelector('{STORY} .chart'), {{ xaxis2: axis }} = chart._fullLayout;
  const bars = [...chart.querySelectorAll('.x2y .barlayer .point path, .x2y2 .barlayer .point path')];
  const trace = chart.data[1];
  return trace.x.map((mnok, i) => [mnok, bars[i].getBoundingClientRect().width, axis._length]);
}}"""
"""MNOK and pixels of every part of what was left over."""


@pytest.fixture
def money(tab: Page) -> Page:
    """The page as a new visitor sees it."""
    opened(tab, "/tidligere_aars_midler?sprak=nb")
    at_rest(tab)
    return tab


def test_the_picture_has_its_figures_and_its_message(money: Page) -> None:
    expect(money.locator(f"{STORY} h2")).to_contain_text("Fra fakturert til tilbakeført")
    names = money.locator(f"{STORY} .ytick text").all_text_contents()
    assert [name for name in names if name[:1] in "I2"] == ["Igjen fra 2022 og 2023", "2024", "2025, prognose"]
    said = " ".join(money.locator(f"{STORY} .textpoint text").all_text_contents())
    for amount in ("72,6*", "86,1", "78,0 i 2026", "73,5", "1\u202f037,2 + 8,0"):
        assert amount in said
    assert not cut_labels(money)
    alternative = money.locator(f"{STORY} .chart").get_attribute("aria-label") or ""
    assert "86,1 ikke brukt: 78,0 føres tilbake (2026), 8,1 er planlagt brukt" in alternative


def test_one_amount_has_one_length_in_years_and_solutions(money: Page) -> None:
    lengths = money.evaluate(BARS)
    assert len(lengths) >= 15
    per_mnok = max(lengths)[1] / max(lengths)[0]
    assert all(pixels == pytest.approx(mnok * per_mnok, abs=2.0) for mnok, pixels, _ in lengths)


def test_the_picture_stands_still_when_a_lever_moves(money: Page) -> None:
    before = money.evaluate(BARS)
    field = money.locator("[data-lever=risk_margin]")
    field.focus()
    field.press("ArrowLeft")
    at_rest(money)
    assert money.evaluate(BARS) == before


def test_the_table_and_what_does_not_come_out(money: Page) -> None:
    money.locator(f"{STORY} details summary").first.click()
    expect(money.locator(f"{STORY} table tbody tr")).to_have_count(21)
    expect(money.locator(f"{STORY} .note")).to_contain_text("127,7")
    money.get_by_text("61 tall er regnet på nytt, 13 går ikke opp").click()
    expect(money.get_by_role("group", name="Tall som ikke går opp").locator("tbody tr")).to_have_count(13)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_is_over_another_in_any_room(money: Page, language: str) -> None:
    opened(money, f"/tidligere_aars_midler?sprak={language}")
    for size in (*SIZES, (320, 700)):
        story = [chart for chart in looked(money, size) if chart["name"] in STORY]
        assert len(story) == 1 and not faults(story), size


def test_a_phone_has_the_whole_picture(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address, viewport={"width": 390, "height": 844})
    opened(page, "/tidligere_aars_midler?sprak=nb")
    at_rest(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    said = page.locator(f"{STORY} .textpoint text").all_text_contents()
    assert any("86,1" in each for each in said) and any(each.strip() == "1\u202f037,2" for each in said)
    assert not cut_labels(page)
    page.close()
