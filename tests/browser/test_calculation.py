"""«Vis regnestykket»: any figure opens its calculation, by mouse, by keys alone, by a link, and on a phone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, at_rest
from tests.browser.test_screen import assert_axe_finds_nothing

PANEL, TITLE, VALUE = ".calculation:popover-open", "#calculation-title", ".calculation-value .amount"
TERMS = ".calculation-step > .calculation-terms button"
COST = "[data-figure=cost_level] .opens"
CELL_OF_PRINT = "cell/Tabell 8/kjernejournal/investment"
AT_2027 = "/oversikt?sprak=nb&aar=2027&priser=faste"


def assert_focus_is_on(page: Page, selector: str) -> None:
    expect(page.locator(f"{selector}:focus")).to_have_count(1)


def test_a_key_figure_opens_and_leads_down_to_a_printed_cell_and_back(page: Page) -> None:
    shown = page.locator(COST).inner_text()
    page.locator("[data-figure=cost_level]").click()
    expect(page.locator(VALUE)).to_have_text(re.compile(shown))
    assert_focus_is_on(page, TITLE)
    expect(page.locator(TITLE)).to_have_text("Kostnadsnivå 2026, alle løsninger")
    titles = [page.locator(TITLE).inner_text()]
    ways = {
        "Kjernejournal": "Kostnadsnivå 2026, Kjernejournal",
        "Investeringer som legges inn": "Investeringer som legges inn",
        "Økte kostnader grunnet investeringer": "Trykt tall: Tabell 8, Kjernejournal",
    }
    for term, title in ways.items():
        page.locator(TERMS, has_text=term).click()
        expect(page.locator(TITLE)).to_contain_text(title)
        titles.append(page.locator(TITLE).inner_text())
    facts = page.locator(".calculation-facts")
    expect(facts).to_contain_text("Tabell 8")
    expect(facts).to_contain_text("«17,5»")
    expect(page.locator(".calculation-trail li")).to_have_text(titles[:-1])
    page.locator(".calculation-back").click()
    expect(page.locator(TITLE)).to_have_text(titles[-2])
    assert_focus_is_on(page, f"{TERMS}[data-opens='{CELL_OF_PRINT}']")
    page.locator(".calculation-trail button").first.click()
    expect(page.locator(TITLE)).to_have_text(titles[0])


def test_escape_gives_the_focus_back_and_closes_nothing_else(page: Page) -> None:
    page.locator(COST).press("Enter")
    expect(page.locator(PANEL)).to_be_visible()
    expect(page.locator(TERMS)).to_have_count(7)
    page.keyboard.press("Escape")
    expect(page.locator(PANEL)).to_have_count(0)
    assert_focus_is_on(page, COST)
    at_rest(page)
    assert "regnestykke" not in page.url


def test_a_lever_keeps_the_focus_while_a_linked_step_is_open_and_escape_gives_it_to_the_page(tab: Page) -> None:
    """When a start is chosen the panel is made anew. The computed need of a year that is set is no number there."""
    opened(tab, "/oversikt?regnestykke=financing_need/2026&v=2&sprak=nb&aar=2026&priser=lopende")
    assert_focus_is_on(tab, TITLE)
    tab.locator("[data-lever=start] input").first.press("ArrowRight")
    expect(tab).to_have_url(re.compile(r"\?regnestykke=financing_need.*start=law"))
    expect(tab.locator(VALUE)).to_have_text("1\u202f029,2 mill. kr")
    at_rest(tab)
    assert_focus_is_on(tab, "[data-lever=start] [value=law]")
    tab.keyboard.press("Escape")
    expect(tab.locator(PANEL)).to_have_count(0)
    assert_focus_is_on(tab, "h1")
    opened(tab, "/mote?regnestykke=financing_need/2027&v=2&sprak=nb&aar=2026&priser=lopende")
    assert_focus_is_on(tab, TITLE)
    tab.keyboard.press("Escape")
    assert_focus_is_on(tab, "h1")


def test_a_bar_opens_and_so_does_the_row_that_it_lies_in(page: Page) -> None:
    bar = page.locator("[data-figure=plan] .barlayer .point path").nth(1)
    bar.click(force=True)
    expect(page.locator(TITLE)).to_contain_text("Tabell 1, Kjernejournal, 2025")
    page.keyboard.press("Escape")
    assert_focus_is_on(page, "[data-figure=plan] .show")
    row = page.locator("[data-figure=bridge] .yaxislayer-above text", has_text="Effektivisering").bounding_box()
    assert row
    page.mouse.click(row["x"] + row["width"] + 40, row["y"] + row["height"] / 2)
    expect(page.locator(TITLE)).to_contain_text("Effektivisering")


def test_by_keys_alone_from_a_chart_to_its_numbers(page: Page) -> None:
    page.locator("[data-figure=bridge] .show").focus()
    page.keyboard.press("Enter")
    assert_focus_is_on(page, TITLE)
    number = page.locator(".calculation-figures .opens").nth(2)
    words = number.inner_text()
    number.focus()
    page.keyboard.press("Space")
    expect(page.locator(VALUE)).to_contain_text(words.removeprefix("+"))
    page.keyboard.press("Escape")
    assert_focus_is_on(page, "[data-figure=bridge] .show")


def test_a_table_is_one_stop_and_arrow_keys_lead_from_cell_to_cell(page: Page) -> None:
    plan = page.locator("[data-figure=plan]")
    plan.locator("summary").first.click()
    expect(plan.locator("table")).to_have_attribute("role", "grid")
    expect(plan.locator("td .opens[tabindex='0']")).to_have_count(1)
    plan.locator("td .opens[tabindex='0']").focus()
    for key in ("ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    cell = plan.locator("tr:nth-child(2) td:nth-child(3) .opens")
    assert_focus_is_on(page, "[data-figure=plan] tr:nth-child(2) td:nth-child(3) .opens")
    expect(plan.locator("td .opens[tabindex='0']")).to_have_count(1)
    words = cell.inner_text()
    page.keyboard.press("Enter")
    expect(page.locator(TITLE)).to_have_text("Kostnadsnivå 2026, Kjernejournal")
    expect(page.locator(VALUE)).to_contain_text(words)
    page.keyboard.press("Escape")
    assert_focus_is_on(page, "[data-figure=plan] tr:nth-child(2) td:nth-child(3) .opens")


def test_a_link_opens_the_very_step_and_lives_in_the_address(tab: Page) -> None:
    opened(tab, f"{AT_2027}&regnestykke={CELL_OF_PRINT}")
    expect(tab.locator(TITLE)).to_contain_text("Trykt tall: Tabell 8, Kjernejournal")
    opened(tab, f"{AT_2027}&regnestykke=price_index/2027~1~1")
    expect(tab.locator(TITLE)).to_have_text("Prisvekst")
    tab.locator(".calculation-close").click()
    tab.locator(COST).click()
    tab.locator(TERMS).nth(1).click()
    expect(tab.locator(TITLE)).to_have_text("Kostnadsnivå 2027, Kjernejournal")
    expect(tab).to_have_url(re.compile(r"\?regnestykke=[^&]*cost_level%2F2027%2Fkjernejournal&"))
    at_rest(tab)
    opened(tab, tab.url)
    expect(tab.locator(TITLE)).to_have_text("Kostnadsnivå 2027, Kjernejournal")


def test_a_copied_link_ends_like_any_other(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    opened(page, AT_2027)
    page.locator(COST).click()
    expect(page.locator(TERMS)).to_have_count(7)
    page.locator(".calculation-copy").click()
    expect(page.locator(".calculation-said")).to_contain_text("Lenken er kopiert")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"/oversikt\?regnestykke=cost_level%2F2027%2Fsum&.*&sprak=nb&aar=2027&priser=faste$", copied)
    opened(page, copied)
    expect(page.locator(TITLE)).to_have_text("Kostnadsnivå 2027, alle løsninger")
    context.close()


def test_a_link_to_no_calculation_says_so_and_keeps_the_rest(tab: Page) -> None:
    opened(tab, f"{AT_2027}&risk_margin=0.03&v=2&regnestykke=tull/1")
    expect(tab.locator("[data-testid=stAlert]")).to_contain_text("regnestykket «tull/1» finnes ikke")
    expect(tab.locator(PANEL)).to_have_count(0)
    expect(tab.locator(MARGIN)).to_have_attribute("aria-valuetext", "3,0 %")


def test_the_open_step_follows_a_lever(tab: Page) -> None:
    opened(tab, AT_2027)
    tab.locator(COST).click()
    expect(tab.locator(TERMS)).to_have_count(7)
    for _ in range(4):
        tab.locator(MARGIN).press("ArrowLeft")
    expect(tab.locator(COST)).to_have_text("1\u202f098,2")
    expect(tab.locator(VALUE)).to_have_text("1\u202f098,2 mill. kr")
    at_rest(tab)
    tab.locator(TERMS).first.click()
    expect(tab.locator(TERMS, has_text="Omregning til valgt risikomargin")).to_contain_text("0,981")


def test_it_closes_where_another_page_is_looked_at(page: Page) -> None:
    page.locator(COST).click()
    expect(page.locator(TERMS)).to_have_count(7)
    at_rest(page)
    page.get_by_role("link", name="Fireårsplan", exact=True).click()
    page.wait_for_url(re.compile("fireaarsplan"))
    expect(page.locator(PANEL)).to_have_count(0)
    page.locator("[data-figure=plan] .show").click()
    expect(page.locator(PANEL)).to_be_visible()


def test_side_by_side_each_scenario_opens_its_own(tab: Page) -> None:
    opened(tab, "/sammenlign?sprak=nb&aar=2027&priser=faste&med=tallgrunnlaget&med=margin_3")
    tiles = tab.locator(".figures .key")
    for at in range(2):
        number = tiles.nth(at).locator(".opens")
        words = number.inner_text().rpartition("–")[2]
        number.click()
        expect(tab.locator(VALUE)).to_contain_text(words)
        tab.keyboard.press("Escape")


def test_nothing_moves_when_it_opens(page: Page) -> None:
    page.evaluate(
        "window.shift = 0; new PerformanceObserver(list => {"
        "  for (const each of list.getEntries()) window.shift += each.value;"
        "}).observe({ type: 'layout-shift', buffered: false })"
    )
    before = page.locator("[data-figure=bridge] .chart").bounding_box()
    page.locator(COST).click()
    expect(page.locator(TERMS)).to_have_count(7)
    at_rest(page)
    assert page.locator("[data-figure=bridge] .chart").bounding_box() == before
    assert page.evaluate("window.shift") < 0.01


def test_on_a_phone_it_is_a_sheet_under_the_headline(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=address, has_touch=True)
    page = context.new_page()
    opened(page, AT_2027)
    page.locator(COST).tap()
    expect(page.locator(TERMS)).to_have_count(7)
    at_rest(page)
    sheet, headline = page.locator(PANEL).bounding_box(), page.locator(".headline").bounding_box()
    assert sheet and headline
    assert sheet["x"] == 0 and sheet["width"] == 390 and sheet["y"] + sheet["height"] == 844
    assert sheet["y"] >= headline["y"] + headline["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert min(each.bounding_box()["height"] for each in page.locator(TERMS).all()) >= 44  # type: ignore[index]
    assert_axe_finds_nothing(page)
    context.close()


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_axe_finds_nothing_while_it_is_open(tab: Page, language: str) -> None:
    opened(tab, f"/oversikt?sprak={language}&aar=2027&priser=faste")
    tab.locator("[data-figure=plan] summary").first.click()
    tab.locator(COST).click()
    expect(tab.locator(TERMS)).to_have_count(7)
    at_rest(tab)
    assert_axe_finds_nothing(tab)
    tab.locator(TERMS).first.click()
    tab.locator("[data-figure=bridge] .show").click()
    at_rest(tab)
    assert_axe_finds_nothing(tab)


def test_in_a_meeting_a_bar_opens_in_large_type_and_escape_leaves_the_meeting_alone(tab: Page) -> None:
    opened(tab, "/mote?sprak=nb&aar=2027&priser=faste")
    row = tab.locator("[data-figure=bridge] .yaxislayer-above text", has_text="Effektivisering").bounding_box()
    assert row
    tab.mouse.click(row["x"] + row["width"] - 3, row["y"] + row["height"] / 2)
    expect(tab.locator(TITLE)).to_contain_text("Effektivisering")
    size = tab.locator(TITLE).evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    assert size >= 24
    sizes = tab.locator(f"{TERMS}, .calculation-words, .calculation-result").evaluate_all(
        "all => all.map(each => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert sizes and min(sizes) >= 18
    tab.keyboard.press("Escape")
    expect(tab.locator(PANEL)).to_have_count(0)
    at_rest(tab)
    expect(tab.locator(".meeting-line")).to_be_visible()


def test_the_page_stays_where_it_is_when_it_closes(page: Page) -> None:
    bar = page.locator("[data-figure=plan] .barlayer .point path").nth(1)
    bar.click(force=True)
    expect(page.locator(TITLE)).to_contain_text("Tabell 1, Kjernejournal, 2025")
    before = page.locator("[data-figure=plan] .chart").bounding_box()
    page.keyboard.press("Escape")
    assert_focus_is_on(page, "[data-figure=plan] .show")
    assert page.locator("[data-figure=plan] .chart").bounding_box() == before
