"""What levers' stops show is known ahead: shown at once without the server, and nothing but what it answers at rest."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, NEXT_FRAME, at_rest, grab, is_lower, known_ahead, marks

LEVERS = ("risk_margin", "index_rate", "extra_efficiency", "extra_volume")
PAGES = (
    "/oversikt?aar=2027",
    "/fossefall?aar=2028",
    "/fireaarsplan",
    "/hvem_betaler?hvem=3316",
    "/hvorfor?vis=enkeltvis",
    "/hva_skal_til?hvem=0301",
    "/sammenlign",
    "/mote?aar=2027",
    "/utvikling",
    "/enhetskostnader",
)
WORDS = """() => ['.headline', '.because', '.us', '.keys', '.warnings', '.figure h2', '.subtitle', '.note', '.series']
  .flatMap(place => [...document.querySelectorAll(`.figures ${place}`)].map(part => `${place} ${part.textContent}`))"""
THUMB = """lever => { const { left, right, top, height } = lever.getBoundingClientRect(), { min, max, value } = lever;
  const at = share => left + 10 + (right - left - 20) * share;
  return { share: (value - min) / (max - min), y: top + height / 2, left: at(0), right: at(1) }; }"""
SENT = (
    """() => { window.sent = []; document.addEventListener('levers:moved', () => window.sent.push('moved'), true); }"""
)


@pytest.mark.parametrize("path", PAGES)
def test_what_is_foreseen_is_what_is_answered(tab: Page, path: str) -> None:
    """Words, bars, lines and amounts with the mouse still down are those of the answer at rest, within a pixel."""
    opened(tab, path)
    tab.evaluate(SENT)
    for lever in LEVERS if "mote" not in path else LEVERS[:1]:
        at_rest(tab)
        known_ahead(tab, lever)
        tab.locator(f"input[data-lever={lever}]").scroll_into_view_if_needed()
        place = tab.locator(f"input[data-lever={lever}]").evaluate(THUMB)
        tab.mouse.move(place["left"] + (place["right"] - place["left"]) * place["share"], place["y"])
        tab.mouse.down()
        for share in (0.5, 0.58, 0.6):
            tab.mouse.move(place["left"] + (place["right"] - place["left"]) * share, place["y"])
            tab.evaluate(NEXT_FRAME)
        before = tab.evaluate(WORDS), marks(tab)
        tab.mouse.up()
        at_rest(tab)
        after = tab.evaluate(WORDS), marks(tab)
        assert before[0] == after[0]
        assert [kind for kind, _ in before[1]] == [kind for kind, _ in after[1]]
        for (kind, one), (_, other) in zip(before[1], after[1], strict=True):
            assert one == (other if kind == "text" else pytest.approx(other, abs=1.0)), lever
    assert tab.evaluate("window.sent") == []


def test_a_lever_is_felt_at_once_where_the_server_is_slow(slow_page: Page) -> None:
    known_ahead(slow_page)
    slow_page.evaluate(SENT)
    for _ in range(4):
        slow_page.keyboard.press("ArrowLeft")
    slow_page.evaluate(NEXT_FRAME)
    assert "20,9 mill. kr" in str(slow_page.locator("h1").text_content())
    assert slow_page.evaluate("window.sent") == []
    expect(slow_page).to_have_url(re.compile("risk_margin=0.03"))
    at_rest(slow_page)
    expect(slow_page.locator("h1")).to_contain_text(is_lower("2026 er 20,9"))


def test_what_is_moved_while_the_server_is_away_is_sent_when_it_is_back(tab: Page) -> None:
    """The drag goes on without it, and nothing is lost."""
    opened(tab, "/oversikt")
    known_ahead(tab)
    tab.context.set_offline(True)
    for _ in range(4):
        tab.keyboard.press("ArrowLeft")
    tab.evaluate(NEXT_FRAME)
    assert "20,9 mill. kr" in str(tab.locator("h1").text_content())
    tab.context.set_offline(False)
    expect(tab).to_have_url(re.compile("risk_margin=0.03"))


def test_what_is_known_falls_when_anything_else_changes(tab: Page) -> None:
    opened(tab, "/oversikt")
    known_ahead(tab)
    tab.get_by_role("radio", name="2028").click()
    expect(tab.locator("h1")).to_contain_text("2028")
    known_ahead(tab)
    tab.keyboard.press("ArrowLeft")
    tab.evaluate(NEXT_FRAME)
    assert "2028" in str(tab.locator("h1").text_content())
    at_rest(tab)
    expect(tab.locator(MARGIN)).to_have_attribute("aria-valuetext", "4,5 %")


def test_a_way_back_and_a_choice_are_shown_at_once(slow_page: Page) -> None:
    known_ahead(slow_page)
    first = slow_page.locator("h1").text_content()
    slow_page.keyboard.press("ArrowLeft")
    at_rest(slow_page)
    known_ahead(slow_page)
    slow_page.keyboard.press("Delete")
    slow_page.evaluate(NEXT_FRAME)
    assert "som i tallgrunnlaget" in str(slow_page.locator("h1").text_content())
    at_rest(slow_page)
    assert slow_page.locator("h1").text_content() == first


def test_what_is_of_the_last_answer_is_dimmed_until_the_next(tab: Page) -> None:
    """The lines under the levers, and what it takes: neither is known ahead, and both are of another amount by then."""
    opened(tab, "/hva_skal_til?hvem=0301")
    known_ahead(tab)
    dimmed = tab.locator(".goal.stale, .answers.stale, .levers.stale")
    left, width, y = grab(tab)
    tab.mouse.move(left + width * 0.45, y)
    expect(dimmed).to_have_count(3)
    tab.mouse.up()
    expect(dimmed).to_have_count(0)
