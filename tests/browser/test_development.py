"""Utvikling in a browser: years in their kroner, one solution, levers that move the plan alone, two rates as one."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, at_rest
from tests.browser.test_screen import assert_axe_finds_nothing
from texts import LANGUAGES

PICTURE = "[data-figure^=development_]"
PLANNED = "[data-figure=grown_plan]"
POINTS = f"""document.querySelector('{PICTURE} .chart')._fullData
  .filter(trace => trace.mode === 'markers').map(trace => [trace.marker.symbol, trace.y].map(each => [...each]))"""


@pytest.fixture
def development(tab: Page) -> Page:
    opened(tab, "/utvikling")
    return tab


def texts_of(page: Page) -> list[str]:
    """What is written at the points and along the breaks."""
    found = page.locator(f"{PICTURE} .chart").locator(".textpoint, .annotation-text").all_text_contents()
    return [text.strip() for text in found if text.strip()]


def test_at_rest_the_picture_has_the_print_and_its_breaks(development: Page) -> None:
    expect(development.locator("h1")).to_contain_text("937,8 mill. kr i 2023 og 991,5 i 2024")
    written = texts_of(development)
    assert {"937,8", "991,5", "969,2", "1\u202f069", "1\u202f120"} <= {*written}
    assert {"med Helsenettet", "med SFM, etter fradrag", "felles tjenester flyttet"} <= {*written}
    cost, payment, budget = development.evaluate(POINTS)
    assert set(cost[0]) == {"circle"} and set(budget[0]) == {"diamond"}
    assert payment[0][-4:] == ["square", *["square-open"] * 3]  # the need is printed of the first year alone


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080), (390, 844)])
def test_the_track_record_has_every_solution_and_its_levels(tab: Page, width: int, height: int) -> None:
    tab.set_viewport_size({"width": width, "height": height})
    opened(tab, "/utvikling")
    at_rest(tab)
    chart = tab.locator("[data-figure=track_record] .chart")
    is_seen = "each => each.style.opacity !== '0' && each.getClientRects().length"
    names = chart.locator(".xtick text").evaluate_all(f"all => all.filter({is_seen}).map(each => each.textContent)")
    assert len(names) == 7 and "Alle løsninger" in names
    levels = chart.locator(".ytick text").all_text_contents()
    assert [level.replace("\u00a0", " ") for level in levels] == ["−30 %", "−20 %", "−10 %", "0 %", "+10 %"]


def test_the_table_beside_the_dots_shows_every_deviation(tab: Page) -> None:
    tab.set_viewport_size({"width": 1366, "height": 768})
    opened(tab, "/utvikling")
    section = tab.locator("section[data-figure=track_record]")
    section.locator("details summary").first.click()
    at_rest(tab)
    right = "cell => cell.getBoundingClientRect().right"
    edge = section.locator(".scroll").evaluate(right)
    assert all(end <= edge for end in section.locator("tbody td:nth-child(5)").evaluate_all(f"all => all.map({right})"))


def test_kroner_and_solution_are_chosen_and_stand_in_the_link(development: Page) -> None:
    development.get_by_role("radio", name="Som trykt").click()
    expect(development).to_have_url(re.compile("historie=trykt"))
    expect(development.locator(f"{PICTURE} .subtitle")).to_contain_text("som trykt")
    at_rest(development)
    assert {"494,6", "546,0", "574,0", "567,3"} <= {*texts_of(development)}
    opened(development, "/utvikling?historie=lopende&losning=e_resept")
    expect(development.locator(f"{PICTURE} .subtitle")).to_contain_text("E-resept · 2020–2029 · hvert års kroner")
    expect(development.locator(f"{PICTURE} .note")).to_contain_text("vår forutsetning")


def test_a_lever_moves_the_plan_and_nothing_before_it(development: Page) -> None:
    before = development.evaluate(POINTS)
    expect(development.locator(f"{PLANNED} .key-value")).to_have_text("+4,0\u00a0%")
    margin = development.locator(MARGIN)
    margin.focus()
    margin.press("ArrowLeft")
    expect(development.locator(PLANNED)).to_have_class(re.compile("moved"))
    at_rest(development)
    moved = [points for points in development.evaluate(POINTS) if "circle-open" in points[0]]
    assert len(moved) == 1 and moved[0][1][:-4] == before[0][1][:-4] and moved[0][1][-1] < before[0][1][-1]
    assert moved[0][0][:-4] == ["circle"] * (len(moved[0][0]) - 4)


def test_wages_and_prices_together_set_the_index_lever(development: Page) -> None:
    development.locator(".fields > summary").click()
    for name, typed in (("wages", "5"), ("prices", "2")):
        development.locator(f"[data-field={name}] input").fill(typed)
        development.locator(f"[data-field={name}] input").press("Enter")
    expect(development.locator(".fields .fields-result")).to_contain_text("80 % × 5,0 % + 20 % × 2,0 % = 4,4 % per år")
    development.get_by_role("button", name="Sett prisveksten til 4,4 %").click()
    expect(development).to_have_url(re.compile("index_rate=0.044"))
    expect(development.get_by_text("er satt til 4,4 %")).to_be_visible()
    development.locator("[data-field=wages] input").fill("mye")
    development.locator("[data-field=wages] input").press("Enter")
    expect(development.locator(".fields-problem")).to_contain_text("Lønnsvekst per år")


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_with_everything_unfolded(tab: Page, language: str) -> None:
    opened(tab, f"/utvikling?sprak={language}")
    for summary in tab.locator("[data-testid=stExpander] summary, .fields > summary, .figure details summary").all():
        summary.click()
    at_rest(tab)
    assert_axe_finds_nothing(tab)


def test_the_way_to_what_each_payer_paid(development: Page) -> None:
    development.get_by_text("Betaler for betaler").click()
    development.get_by_role("button", name="Åpne Hvem betaler").press("Enter")  # it moves while what it is in unfolds
    expect(development).to_have_url(re.compile("/hvem_betaler"))


def test_on_a_phone_nothing_is_wider_than_the_page(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=address, has_touch=True)
    page = context.new_page()
    opened(page, "/utvikling?extra_volume=0.01")
    at_rest(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    within = "chart => [...chart.querySelectorAll('.xtick text')].every(text => text.getBoundingClientRect().left >= 0)"
    assert page.locator("[data-figure=track_record] .chart").evaluate(within)
    context.close()
