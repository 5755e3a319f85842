"""Firefox and WebKit, which phones are made of: the same pages, levers and looks as in Chromium."""

import io
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page
from selenium.webdriver import Remote
from selenium.webdriver.common.keys import Keys

from pages.visit.navigation import PAGES
from tests.browser.conftest import opened
from tests.browser.engines import Visit, firefox, webkit
from tests.browser.looking import BRIDGE_LABEL, MARGIN, NEED, PUBLISHED_NEED, SHEET, wait_until, way_to

HEADLINE, SEARCH, BRIDGE = "h1", ".payer-search input", "[data-figure=bridge]"
MIDDLE, START = "box.left + box.width / 2", "box.left + 5"
PLACES = {
    "thumb": (
        "[data-lever=extra_volume]",
        "box.left + 10 + (box.width - 20) * (part.value - part.min) / (part.max - part.min)",
    ),
    "thumb in focus": (MARGIN, "box.left + 10 + (box.width - 20) * (part.value - part.min) / (part.max - part.min)"),
    "default": (MARGIN, "box.left + box.width * parseFloat(part.style.getPropertyValue('--default')) / 100"),
    "folded": ("[data-group=assumptions] > summary", START),
    "unfolded": ("[data-group=measures] > summary", START),
    "folded table": (f"{BRIDGE} summary", START),
    "box": ("[data-group=measures] [type=checkbox]:not(:checked)", MIDDLE),
    "ticked box": ("[data-group=measures] [type=checkbox]:checked", MIDDLE),
    "choice": ("[data-group=measures] [type=radio]:not(:checked)", MIDDLE),
    "chosen": ("[data-group=measures] [type=radio]:checked", MIDDLE),
}
CENTRE = """part.scrollIntoView({block: 'center'});
  const box = part.getBoundingClientRect();"""
POINT = "[%s, box.top + box.height / 2]"
HALF = 11  # pixels around the middle of a place
UNLIKE = 64  # of 255, in any colour: what two edges softened differently do not reach
MOST = 0.06  # of a place's pixels
MOST_OF_RINGS = 0.12  # a thumb's rings are a pixel or two wide and mostly edge


@pytest.fixture(scope="module", params=[firefox, webkit], ids=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest) -> Iterator[Remote]:
    with request.param() as driver:
        yield driver


@pytest.fixture
def visit(engine: Remote, address: str) -> Iterator[Visit]:
    """A fresh visitor on Oversikt, 1366×768; fails on any error in the page."""
    visitor = Visit(engine, address, 1366, 768)
    visitor.open("/oversikt")
    yield visitor
    assert visitor.errors() == []


@pytest.fixture
def phone(engine: Remote, address: str) -> Iterator[Visit]:
    """The same on a window as narrow as a phone."""
    visitor = Visit(engine, address, 390, 844)
    visitor.open("/oversikt")
    yield visitor
    assert visitor.errors() == []


def test_a_lever_moves_headline_and_charts_and_undo_takes_it_back(visit: Visit) -> None:
    last = f"({BRIDGE_LABEL})()"
    assert visit.text(NEED) == PUBLISHED_NEED
    assert visit.run("return document.querySelectorAll('.figure .chart svg.main-svg').length") >= 2
    lower(visit)
    visit.shows(HEADLINE, "er 20,9 mill. kr (2,1 %) lavere")
    wait_until(lambda: visit.run(f"return {last}").strip() == visit.text(NEED) == "994,9")
    visit.click("[data-do=undo]")
    visit.shows(HEADLINE, "det løsningene hadde i 2025")


def test_the_numbers_of_a_chart_unfold_and_the_language_changes(visit: Visit) -> None:
    visit.click(f"{BRIDGE} summary")
    visit.shows(f"{BRIDGE} tbody tr:last-child", PUBLISHED_NEED)
    lower(visit)
    visit.choose("[role=radio]", "English")  # at once: what was pressed before is no choice
    visit.shows(HEADLINE, "NOK 20.9 million (2.1%) lower")
    visit.shows(f"{BRIDGE} tbody tr:nth-child(2)", "994.9")  # of the scenario
    assert visit.run("return document.documentElement.lang") == "en"


def test_the_first_change_pushes_nothing_down(visit: Visit) -> None:
    """What is pressed next must not slip away under the finger."""
    place = "return document.querySelector('.st-key-language_choice').getBoundingClientRect().top"
    before = visit.run(place)
    lower(visit)
    visit.find(".levers-changes li")
    assert visit.run(place) == pytest.approx(before, abs=3)


def test_every_page_is_drawn_and_a_municipality_is_found(visit: Visit) -> None:
    for name in PAGES:
        go_to(visit, name)
        wait_until(lambda name=name: name in visit.run("return location.pathname"))
        visit.drawn()
        assert visit.errors() == []
    go_to(visit, "hvem_betaler")
    visit.drawn()
    visit.find(SEARCH).send_keys("Modum", Keys.ENTER)
    visit.shows(HEADLINE, "Etter forskriften betaler Modum")


def test_the_meeting_is_entered_and_left_by_its_keys(visit: Visit) -> None:
    visit.open("/mote?risk_margin=0.04&aar=2027&med=tallgrunnlaget&med=gjeldende")
    visit.shows(HEADLINE, "2027 er 10,7 mill. kr (1,0 %) lavere")
    visit.find(MARGIN).send_keys(Keys.ARROW_LEFT)
    visit.shows(HEADLINE, "2027 er 16,0 mill. kr (1,4 %) lavere")
    visit.find(MARGIN).send_keys(Keys.ESCAPE)
    wait_until(lambda: "/oversikt" in visit.run("return location.pathname"))
    visit.shows(HEADLINE, "2027 er 16,0 mill. kr (1,4 %) lavere")


def test_on_a_phone_levers_and_search_work_and_nothing_is_cut(phone: Visit) -> None:
    phone.click(SHEET)
    lower(phone)
    phone.click(SHEET)
    phone.shows(HEADLINE, "er 20,9 mill. kr (2,1 %) lavere")
    assert phone.run("return document.documentElement.scrollWidth <= innerWidth")
    phone.open("/hvem_betaler")
    phone.find(SEARCH).send_keys("Modum")
    phone.choose("#payer-list li", "Modum")
    phone.shows(HEADLINE, "Etter forskriften betaler Modum")
    assert phone.run("return document.documentElement.scrollWidth <= innerWidth")


def test_sliders_marks_and_boxes_look_as_in_chromium(visit: Visit, page: Page) -> None:
    """The same pixels, but for edges that are softened in another way."""
    lower(visit)
    visit.find(".levers-changes li")
    for _ in range(4):
        page.locator(MARGIN).press("ArrowLeft")
    page.locator(".levers-changes li").wait_for(state="attached")
    unfold = "document.querySelector('[data-group=measures]').open = true"
    visit.run(unfold)
    page.evaluate(unfold)
    found = {place: unlike(seen(visit, *PLACES[place]), seen_in_chromium(page, *PLACES[place])) for place in PLACES}
    most = {place: MOST_OF_RINGS if "thumb" in place else MOST for place in PLACES}
    assert {place: share for place, share in found.items() if share > most[place]} == {}


def test_the_arrow_of_a_list_looks_as_in_chromium(visit: Visit, page: Page) -> None:
    visit.open("/hva_skal_til")
    opened(page, "/hva_skal_til")
    arrow = (".goal-what", "box.right - 12")
    assert unlike(seen(visit, *arrow), seen_in_chromium(page, *arrow)) <= MOST


def seen(visit: Visit, selector: str, across: str) -> NDArray[np.int16]:
    """The pixels around a place of a part."""
    visit.find(selector)
    at = visit.run(f"const part = document.querySelector(arguments[0]); {CENTRE} return {POINT % across}", selector)
    return around(visit.picture(), *at)


def seen_in_chromium(page: Page, selector: str, across: str) -> NDArray[np.int16]:
    at = page.locator(selector).first.evaluate(f"part => {{ {CENTRE} return {POINT % across} }}")
    return around(page.screenshot(), *at)


def around(picture: bytes, x: float, y: float) -> NDArray[np.int16]:
    """The pixels of a square, row by row: red, green and blue, 0–255."""
    image = np.asarray(Image.open(io.BytesIO(picture)).convert("RGB"), dtype=np.int16)
    left, top = round(x) - HALF, round(y) - HALF
    return image[top : top + 2 * HALF, left : left + 2 * HALF]


def unlike(one: NDArray[np.int16], other: NDArray[np.int16]) -> float:
    """The share of pixels that differ to the eye, where the two fit best within a pixel."""
    inner, size = one[1:-1, 1:-1], len(one) - 2
    moved = [other[y : y + size, x : x + size] for y in range(3) for x in range(3)]
    return min(float((np.abs(inner - there).max(axis=2) > UNLIKE).mean()) for there in moved)


def go_to(visit: Visit, name: str) -> None:
    """By the menu."""
    for part in way_to(name):
        visit.click(part)


def lower(visit: Visit) -> None:
    """Moves the risk margin four steps down by its keys."""
    visit.find(MARGIN).send_keys(Keys.ARROW_LEFT * 4)
