"""What is done twice before the first is answered: address, page and scenario agree, and nothing asked for is lost.

On a server that waits 200 ms in every run, in a browser that gets a third of its processor, and on a line on which each
answer is under way for so long that what was asked for is asked again meanwhile.
"""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import new_tab, opened, visits
from tests.browser.looking import MARGIN, at_rest, grab, wait_until
from tests.browser.serving import app
from tests.browser.test_screen import PRICE_GROWTH

UNDO, REDO = "[data-do=undo]", "[data-do=redo]"
GO_BACK = "() => new Promise(gone => { addEventListener('popstate', gone, { once: true }); history.back(); })"
UNDO_AND_MOVE = """([lever, steps, isLate]) => {
  const range = document.querySelector(lever);
  const move = () => {
    range.stepUp(steps);
    for (const kind of ['input', 'change']) range.dispatchEvent(new Event(kind, { bubbles: true }));
    window.shown = [range.ariaValueText];
    new MutationObserver(() => window.shown.push(range.ariaValueText)).observe(range, { attributes: true });
  };
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
  if (isLate) document.addEventListener('turn:free', move, { once: true, capture: true });
  else move(); }"""
SLOW_LINE = """(() => {
  const late = listener => event => setTimeout(() => listener.call(event.target, event), window.milliseconds ?? 0);
  const { addEventListener } = WebSocket.prototype;
  WebSocket.prototype.addEventListener = function (kind, listener, ...options) {
    addEventListener.call(this, kind, kind === 'message' ? late(listener) : listener, ...options); };
  const onmessage = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
  Object.defineProperty(WebSocket.prototype, 'onmessage', {
    ...onmessage, set(listener) { onmessage.set.call(this, late(listener)); } }); })()"""
TALLGRUNNLAG = ("tallgrunnlaget", "margin_3", "sikkerhet_15", "dobbelt_volum")


@pytest.fixture(scope="module", params=["slow server", "slow browser", "slow line"])
def strained(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[BrowserContext, str]]:
    """Where tabs are opened that are answered late; and why."""
    is_server = request.param == "slow server"
    with app("tests.browser.slow_server" if is_server else "streamlit") as address, visits(browser, address) as context:
        context.add_init_script(SLOW_LINE)
        yield context, request.param


@pytest.fixture
def visit(strained: tuple[BrowserContext, str]) -> Iterator[Page]:
    """A visitor at Oversikt with three steps behind: margin 4.5 %, 4.0 % and 3.5 %."""
    context, why = strained
    with new_tab(context) as page:
        opened(page, "/oversikt?aar=2026")
        for margin in ("0.045", "0.04", "0.035"):
            page.locator(MARGIN).press("ArrowLeft")
            expect(page).to_have_url(re.compile(f"risk_margin={margin}&"))
        if why == "slow browser":
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 3})
        if why == "slow line":
            page.evaluate("window.milliseconds = 900")
        yield page
        assert_address_and_page_agree(page)


def assert_address_and_page_agree(page: Page) -> None:
    """Levers and headline show what stands in the address when all is answered; the page may yet ask for it."""
    at_rest(page)
    wait_until(lambda: shows_its_address(page))


def shows_its_address(page: Page) -> bool:
    query = parse_qs(urlsplit(page.url).query)
    margin = f"{100 * float(query.get('risk_margin', ['0.05'])[0]):.1f} %".replace(".", ",")
    year = query.get("aar", ["2026"])[0]
    return page.locator(MARGIN).get_attribute("aria-valuetext") == margin and year in page.locator("h1").inner_text()


def has_margin(page: Page, percent: str, path: str = "/oversikt") -> None:
    """Lever, chart and address have all arrived at ``percent``."""
    share = f"{float(percent.replace(',', '.')) / 100:g}"
    wanted = f"risk_margin={share}&" if percent != "5,0" else r"aar=\d+"
    expect(page).to_have_url(re.compile(f"{path}.*{wanted}"))
    expect(page.locator(MARGIN)).to_have_attribute("aria-valuetext", f"{percent} %")


def test_back_twice(visit: Page) -> None:
    visit.evaluate("history.back(); setTimeout(() => history.back(), 60)")
    has_margin(visit, "4,5")
    visit.evaluate("history.back(); setTimeout(() => history.forward(), 60)")
    visit.evaluate("history.forward()")
    has_margin(visit, "4,0")


def test_back_twice_over_pages(visit: Page) -> None:
    visit.get_by_role("link", name="Fireårsplan").click()
    expect(visit.locator("[data-figure=drivers]")).to_be_visible()
    visit.get_by_role("link", name="Hvorfor").click()
    expect(visit.locator("[data-figure=reasons]")).to_be_visible()
    entries = visit.evaluate("history.length")
    visit.evaluate("history.back(); setTimeout(() => history.back(), 60)")
    expect(visit.locator("[data-figure=bridge]")).to_be_visible()
    has_margin(visit, "3,5")
    visit.evaluate("history.forward(); setTimeout(() => history.forward(), 60)")
    expect(visit.locator("[data-figure=reasons]")).to_be_visible()
    has_margin(visit, "3,5", "/hvorfor")
    assert visit.evaluate("history.length") == entries


def test_a_page_and_back(visit: Page) -> None:
    visit.get_by_role("link", name="Fireårsplan").click()
    expect(visit).to_have_url(re.compile("/fireaarsplan"))
    visit.go_back(wait_until="commit")
    expect(visit.locator("[data-figure=bridge]")).to_be_visible()
    has_margin(visit, "3,5")


def test_back_while_a_lever_is_answered(visit: Page) -> None:
    visit.locator(MARGIN).press("ArrowLeft")
    visit.evaluate(GO_BACK)
    assert_address_and_page_agree(visit)


@pytest.mark.parametrize("pause", [0, 60])
def test_undo_twice_and_redo_twice(visit: Page, pause: int) -> None:
    for keys, margin in ((("Control+z", "Control+z"), "4,5"), (("Control+y", "Control+y"), "3,5")):
        for key in keys:
            visit.keyboard.press(key, delay=pause)
        has_margin(visit, margin)
    for key in ("Control+z", "Control+z", "Control+y", "Control+z"):
        visit.keyboard.press(key)
    has_margin(visit, "4,5")


@pytest.mark.parametrize("is_late", [False, True])
def test_undo_and_a_lever_before_its_answer(visit: Page, is_late: bool) -> None:
    """A lever moved after undo steps from what the user saw, and stays there; what undo set of the others stays too.

    Moved at once, or when the answer is on the point of being shown.
    """
    visit.evaluate(UNDO_AND_MOVE, [MARGIN, -1, is_late])
    has_margin(visit, "3,0")
    assert set(visit.evaluate("window.shown")) == {"3,0 %"}
    visit.keyboard.press("Control+z")
    has_margin(visit, "4,0")
    visit.locator(MARGIN).press("ArrowRight")
    has_margin(visit, "4,5")
    visit.evaluate(UNDO_AND_MOVE, ["[data-lever=index_rate]", 1, is_late])
    expect(visit).to_have_url(re.compile("index_rate=0.001&"))
    has_margin(visit, "4,0")


def test_a_lever_that_is_dragged_on_while_undo_is_answered(visit: Page) -> None:
    """What the hand has moved it to when it lets go counts."""
    left, width, y = grab(visit, share=0.035 / 0.15)
    visit.mouse.move(left + width * 0.4, y, steps=4)
    visit.keyboard.press("Control+z")
    visit.mouse.move(left + width * 0.6, y, steps=8)
    visit.mouse.up()
    has_margin(visit, "9,0")


def test_a_page_and_a_lever_before_it_is_there(visit: Page) -> None:
    visit.get_by_role("link", name="Fireårsplan").click()
    visit.locator(MARGIN).press("ArrowLeft")
    expect(visit.locator("[data-figure=drivers]")).to_be_visible()
    has_margin(visit, "3,0", "/fireaarsplan")


def test_into_the_meeting_and_a_lever_before_it_is_there(visit: Page) -> None:
    visit.evaluate("document.activeElement.blur()")
    visit.keyboard.press("m")
    visit.locator(MARGIN).press("ArrowLeft")
    expect(visit.locator(".meeting-line")).to_be_visible()
    has_margin(visit, "3,0", "/mote")


def test_a_page_is_asked_for_again_where_its_link_was_lost(visit: Page) -> None:
    """The first time its turn comes nobody hears the link."""
    visit.evaluate(
        """() => { let lost = false; document.addEventListener('click', event => {
             if (event.isTrusted || lost || !event.target.closest?.('a[href$="/fireaarsplan"]')) return;
             lost = true;
             event.preventDefault();
             event.stopImmediatePropagation(); }, true); }"""
    )
    visit.locator(MARGIN).press("ArrowLeft")
    visit.get_by_role("link", name="Fireårsplan").click()
    expect(visit.locator("[data-figure=drivers]")).to_be_visible()
    has_margin(visit, "3,0", "/fireaarsplan")


def test_undo_and_back(visit: Page) -> None:
    """Undo leads to 4,0 %; Back from there to 3,5 %, which was before it."""
    visit.keyboard.press("Control+z")
    visit.evaluate(GO_BACK)
    assert_address_and_page_agree(visit)


def test_into_the_meeting_and_out(visit: Page) -> None:
    visit.evaluate("document.activeElement.blur()")
    visit.keyboard.press("m")
    visit.keyboard.press("Escape")
    expect(visit.locator(".meeting-line")).to_have_count(0)
    expect(visit.locator("[data-figure=plan]")).to_be_visible()
    has_margin(visit, "3,5")


@pytest.mark.parametrize("times", range(4))
def test_into_the_meeting_and_undo(visit: Page, times: int) -> None:
    """Four new visits: the first way into a meeting is the one on which controls are exchanged."""
    visit.evaluate("document.activeElement.blur()")
    visit.keyboard.press("m")
    visit.keyboard.press("Control+z")
    expect(visit.locator(".meeting-line")).to_be_visible()
    has_margin(visit, "4,0", "/mote")
    assert visit.locator("[data-testid=stException]").count() == 0


def test_a_ready_scenario_and_undo(visit: Page) -> None:
    visit.locator("[data-do=presets]").click()
    visit.get_by_role("dialog").locator("[data-ready=sikkerhet_15] .ready-use").click()
    visit.keyboard.press("Control+z")
    has_margin(visit, "3,5")
    visit.keyboard.press("Control+y")
    expect(visit).to_have_url(re.compile("measures.sikkerhet.enabled=true"))


def test_year_and_prices(visit: Page) -> None:
    opened(visit, f"/oversikt?{PRICE_GROWTH}&risk_margin=0.04")
    visit.locator(MARGIN).press("ArrowLeft")
    expect(visit).to_have_url(re.compile("risk_margin=0.035&"))
    for name in ("2028", "2025-kroner", "2029"):
        visit.get_by_role("radio", name=name, exact=True).click()
    expect(visit).to_have_url(re.compile("aar=2029&priser=faste$"))
    expect(visit.locator("h1")).to_contain_text("2029")
    expect(visit.get_by_role("radio", name="2025-kroner")).to_be_checked()
    visit.get_by_role("radio", name="2027", exact=True).click()
    visit.keyboard.press("Control+z")
    expect(visit).to_have_url(re.compile("risk_margin=0.04&.*aar=2027&priser=faste$"))


def test_prepared_scenarios_in_a_meeting(visit: Page) -> None:
    opened(visit, "/mote?aar=2027&risk_margin=0.04&med=tallgrunnlaget&med=margin_3&med=sikkerhet_15")
    visit.locator(".meeting-line button").first.wait_for()
    for key in "1", "2", "9", "3", "1", "2", "8":
        visit.keyboard.press(key)
    expect(visit).to_have_url(re.compile("risk_margin=0.03&.*aar=2028"))
    expect(visit.locator("h1")).to_contain_text("2028")
    visit.keyboard.press("Control+z")
    expect(visit.locator("h1")).to_contain_text("høyere enn i 2027")


def test_two_scenarios_leave_the_comparison(visit: Page) -> None:
    opened(visit, f"/sammenlign?aar=2027&{'&'.join(f'med={name}' for name in TALLGRUNNLAG)}")
    names = visit.locator(".key-label")
    expect(names).to_have_count(4)
    visit.evaluate("for (const at of [1, 2]) document.querySelectorAll('.key-remove')[at].click()")
    expect(names).to_have_count(2)
    expect(names.nth(0)).to_have_text("Tallgrunnlaget våren 2025")
    expect(names.nth(1)).to_contain_text("volum")
