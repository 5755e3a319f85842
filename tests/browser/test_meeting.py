"""Why, and meeting mode: read from across the room, led by keys, left with everything kept."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, at_rest, grab, is_higher, is_lower, wait_until
from tests.browser.test_screen import assert_axe_finds_nothing, cut_labels

LINK = "?risk_margin=0.04&aar=2027&med=tallgrunnlaget&med=gjeldende&med=sikkerhet_15"
REPLAY_MS = 1800  # longer than it plays
SEEN = """() => { window.seen = []; document.addEventListener('figures:drawn', () =>
  window.seen.push(document.querySelector('h1').textContent)); }"""
SMALL_TEXTS = """() => [...document.querySelectorAll('body *')].filter(part => {
  const own = [...part.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
  const box = part.getBoundingClientRect(), style = getComputedStyle(part);
  const seen = box.width > 1 && box.height > 1 && box.bottom > 0 && box.left >= 0 && style.visibility !== 'hidden';
  const apart = part.closest('.spoken, [data-testid=stSkipLink], details:not([open]) ul');
  return own && seen && parseFloat(style.fontSize) < 18 && !apart;
}).map(part => `${part.tagName} ${part.textContent.slice(0, 40)} ${getComputedStyle(part).fontSize}`)"""


@pytest.fixture
def meeting(tab: Page) -> Page:
    """In the meeting, entered by its key from Fireårsplan, on a shared screen of 1280×720."""
    tab.set_viewport_size({"width": 1280, "height": 720})
    opened(tab, f"/fireaarsplan{LINK}")
    tab.keyboard.press("m")
    expect(tab).to_have_url(re.compile("/mote"))
    expect(tab.locator(".figure")).to_have_count(1)
    tab.locator(".meeting-line button").first.wait_for()
    at_rest(tab)
    return tab


def test_the_meeting_can_be_read_from_across_the_room(meeting: Page) -> None:
    for key in ("", "d", "d", "d", "d"):
        if key:
            meeting.keyboard.press(key)
        at_rest(meeting)
        assert [text for text in meeting.evaluate(SMALL_TEXTS) if not text.startswith("A ")] == []
        assert cut_labels(meeting) == []
        assert meeting.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")
        assert_axe_finds_nothing(meeting)
    assert meeting.locator("header[data-testid=stHeader]").is_hidden()
    assert meeting.locator(".lever-reset:visible, .key:visible, .scenario-tools:visible").count() == 0


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_a_long_headline_and_four_scenarios_leave_every_button_on_the_screen(tab: Page, size: tuple[int, int]) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    prepared = "&med=gjeldende&med=provesvar_senere&med=felles_i_forskriften&med=sikkerhet_15"
    opened(tab, f"/mote?risk_margin=0.04&index_rate=0.031&extra_volume=0.01&name=Forslag+fra+møtet&aar=2027{prepared}")
    tab.get_by_role("button", name="Avslutt (Esc)").wait_for()
    below = "[...document.querySelectorAll('.meeting-line button')].map(b => b.getBoundingClientRect().bottom)"
    wait_until(lambda: max(tab.evaluate(below)) <= size[1])
    warning = tab.locator(".warnings summary")
    assert warning.evaluate("part => part.scrollWidth <= part.clientWidth")
    assert cut_labels(tab) == []


def test_keys_lead_to_prepared_scenarios_and_years(meeting: Page) -> None:
    headline = meeting.locator("h1")
    expect(headline).to_contain_text(is_lower("2027 er 10,7"))
    meeting.keyboard.press("3")
    expect(headline).to_contain_text(is_higher("30,0"))
    expect(meeting.locator("[data-lever='measures.sikkerhet.enabled']")).to_be_checked()
    meeting.keyboard.press("9")
    expect(headline).to_contain_text(is_higher("2029 er 60,0"))
    meeting.keyboard.press("PageUp")
    expect(headline).to_contain_text(is_lower("10,9"))
    meeting.keyboard.press("1")
    expect(headline).to_contain_text("høyere enn i 2028")
    meeting.get_by_role("button", name="Hvorfor").click()
    expect(meeting.locator("[data-figure=reasons]")).to_be_visible()


def test_the_last_change_plays_again_and_changes_nothing(meeting: Page) -> None:
    meeting.keyboard.press("1")
    expect(meeting.locator("h1")).to_contain_text("planlagt for 2026")
    meeting.keyboard.press("2")
    expect(meeting.locator("h1")).to_contain_text(is_lower("10,7"))
    expect(meeting).to_have_url(re.compile("risk_margin=0.04&"))
    headline = meeting.locator("h1")
    meeting.clock.install()
    pressed = meeting.evaluate("Date.now() / 1000")
    meeting.clock.set_fixed_time(pressed)  # it plays on when the clock is put forward, however slow the server is
    meeting.keyboard.press("r")
    expect(headline).to_contain_text("som i tallgrunnlaget")
    for share in (0.25, 0.5, 0.75, 1.0):
        before = headline.inner_text()
        meeting.clock.set_fixed_time(pressed + share * REPLAY_MS / 1000)
        expect(headline).not_to_have_text(before)
    expect(meeting.locator(MARGIN)).to_have_attribute("aria-valuetext", "4,0 %")  # it has played to its end
    at_rest(meeting)
    expect(meeting.locator("h1")).to_contain_text(is_lower("10,7"))
    expect(meeting.locator(MARGIN)).to_have_attribute("aria-valuetext", "4,0 %")
    assert "risk_margin=0.04&" in meeting.url
    meeting.keyboard.press("Control+z")
    expect(meeting.locator("h1")).to_contain_text("planlagt for 2026")


def test_a_replay_is_cut_short_by_what_is_asked_for(meeting: Page) -> None:
    """A prepared scenario, and the way out: neither takes anything of the replay along.

    The page's clock is put forward beyond the replay's end: whatever it had left to do comes then.
    """
    meeting.clock.install()
    headline = meeting.locator("h1")
    meeting.locator(MARGIN).press("ArrowLeft")
    expect(meeting).to_have_url(re.compile("risk_margin=0.035&"))
    for key, words in (("3", is_higher("30,0")), ("Escape", is_lower("16,0"))):
        meeting.keyboard.press("r")
        expect(headline).not_to_contain_text(is_lower("16,0"))
        meeting.keyboard.press(key)
        expect(headline).to_contain_text(words)
        meeting.evaluate(SEEN)
        meeting.clock.run_for(REPLAY_MS)
        at_rest(meeting)
        assert all(words.search(seen) for seen in meeting.evaluate("window.seen"))
        expect(headline).to_contain_text(words)
        if key == "3":
            meeting.keyboard.press("Control+z")
            expect(headline).to_contain_text(is_lower("16,0"))
    expect(meeting).to_have_url(re.compile("/fireaarsplan.*risk_margin=0.035&"))


def test_a_meeting_says_who_pays_and_who_we_are(meeting: Page) -> None:
    search = meeting.locator(".payer-search input")
    search.fill("Modum")
    search.press("Enter")
    told = meeting.locator(".figures .us")
    expect(told).to_contain_text("Modum i 2027")
    sentence = told.inner_text()
    meeting.locator(".meeting-line button", has_text="Hvem betaler").click()
    expect(meeting.locator("h1")).to_contain_text("RHF")
    expect(meeting.locator(".figures .because")).to_have_text(sentence)
    expect(meeting.locator("[data-figure=payer_groups] .chart svg.main-svg").first).to_be_attached()
    assert "hvem=3316" in meeting.url and "diagram=betalere" in meeting.url


def test_nothing_is_reset_by_accident_and_the_scale_never_shrinks(meeting: Page) -> None:
    lever = meeting.locator(MARGIN)
    lever.dblclick(position={"x": 100, "y": 12})
    lever.press("Delete")
    at_rest(meeting)
    assert lever.get_attribute("aria-valuetext") != "5,0 %"
    reach = "document.querySelector('.chart')._fullLayout.xaxis.range[1]"
    left, width, y = grab(meeting, share=0.4)
    meeting.mouse.move(left + width * 0.95, y, steps=6)
    meeting.mouse.up()
    at_rest(meeting)
    high = meeting.evaluate(reach)
    meeting.keyboard.press("1")
    at_rest(meeting)
    assert meeting.evaluate(reach) == high


def test_escape_leaves_with_everything_kept(meeting: Page) -> None:
    meeting.locator(MARGIN).press("ArrowLeft")
    expect(meeting.locator("h1")).to_contain_text(is_lower("16,0"))
    meeting.keyboard.press("Escape")
    expect(meeting).to_have_url(re.compile("/fireaarsplan.*risk_margin=0.035&"))
    expect(meeting.locator("[data-figure=drivers]")).to_be_visible()
    expect(meeting.locator("h1")).to_contain_text(is_lower("16,0"))
    assert meeting.locator("header[data-testid=stHeader]").is_visible()
    meeting.keyboard.press("Control+z")
    expect(meeting.locator("h1")).to_contain_text(is_lower("10,7"))


def test_a_link_leads_straight_into_the_meeting_and_out(tab: Page) -> None:
    opened(tab, f"/mote{LINK}")
    expect(tab.locator("h1")).to_contain_text(is_lower("10,7"))
    tab.get_by_role("button", name="Avslutt (Esc)").click()
    expect(tab).to_have_url(re.compile("/oversikt"))
    expect(tab.locator("h1")).to_contain_text(is_lower("10,7"))


def test_the_page_of_reasons_follows_the_lever_and_the_starting_point(tab: Page) -> None:
    opened(tab, "/hvorfor?aar=2027")
    left, width, y = grab(tab)
    tab.mouse.move(left + width * 0.2, y, steps=8)
    expect(tab.locator(".because")).to_contain_text(
        "Hele forskjellen fra tallgrunnlaget i 2027 skyldes risikomarginen."
    )
    tab.mouse.up()
    tab.locator(".st-key-view_base").click()
    tab.get_by_role("option", name="Sikkerhet +15 mill. kr hvert år").click()
    expect(tab.locator("h1")).to_contain_text("lavere enn i «Sikkerhet +15 mill. kr hvert år»")
    expect(tab).to_have_url(re.compile("utgangspunkt=sikkerhet_15"))
    tab.get_by_role("radio", name="Samlet").click()
    expect(tab.locator("[data-figure=reasons] .subtitle")).to_contain_text("2026–2029")
