"""What the browser tests look at."""

import re
import time
from collections.abc import Callable

from playwright.sync_api import Page

from pages.visit.navigation import PAGES

PATIENCE_SECONDS = 60  # for a machine that does much else; nothing is waited for longer than it takes
MARGIN = "[data-lever=risk_margin]"
SHEET = ".phone-levers"
"""What opens and closes the levers on a phone."""
NEED = "[data-figure=financing_need] .key-value"
PUBLISHED_NEED = "1\u202f015,8"
AT_REST = """async () => {
  const told = (name, detail) => new Promise(done => {
    if (document.dispatchEvent(new CustomEvent(name, { detail: detail(done), cancelable: true }))) done(); });
  await told('levers:rest', done => done);
  await told('turn:take', done => ({ send: () => {}, moment: 0, isDone: () => { done(); return true; } }));
  let still = true;
  const watching = new MutationObserver(() => { still = false; });
  watching.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  watching.disconnect();
  const isDrawn = chart => chart.drawnKey && chart.querySelector('svg.main-svg') && (!chart.clientWidth ||
    (chart._fullLayout.width === chart.clientWidth && chart._fullLayout.height === chart.clientHeight));
  const ends = motion => motion.playState === 'running' && motion.effect.getComputedTiming().endTime < Infinity;
  return still && document.querySelector('[data-test-script-state]')?.dataset.testScriptState === 'notRunning'
    && !document.documentElement.hasAttribute('data-asking') && !document.querySelector('.figures.waiting, .stale')
    && [...document.querySelectorAll('.figure .chart')].every(isDrawn)
    && document.fonts.status === 'loaded' && !document.getAnimations().some(ends);
}"""

MARKS = """() => [...document.querySelectorAll('.chart')].flatMap(chart => {
  const all = (selector, kind, read) => [...chart.querySelectorAll(selector)].map(mark => [kind, read(mark)]);
  return [
    ...all('.barlayer path, .scatterlayer .js-line', 'path', mark => mark.getAttribute('d')),
    ...all('.textpoint text', 'place', mark => `${mark.getAttribute('x')},${mark.getAttribute('y')}`),
    ...all('.textpoint text, .xtick text, .ytick text', 'text', mark => mark.textContent)]; })"""

BRIDGE_LABEL = """() => { const chart = document.querySelector('[data-figure=bridge] .chart');
  const { length } = chart.data.find(each => each.mode === 'text').text;
  return chart.querySelectorAll('.textpoint text')[length - 1].textContent; }"""
"""The amounts of totals stand before those of steps, from the top."""

NEXT_FRAME = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

DRAWN_FOR_WINDOW = """() => { const root = document.querySelector('.figures');
  const narrow = root.clientWidth < 560 || innerWidth <= 900;
  return root.dataset.narrow === String(narrow) && [...root.querySelectorAll('.chart')].every(c =>
    c._fullLayout.width === c.clientWidth && c.querySelector('.main-svg').clientWidth === c.clientWidth); }"""


def is_lower(amount: str) -> re.Pattern[str]:
    """What the headline says of a need that is lower than the reference's: «er 21,3 mill. kr (1,9 %) lavere»."""
    return re.compile(rf"{amount} mill\. kr \([^)]*\) lavere")


def is_higher(amount: str) -> re.Pattern[str]:
    """The same of one that is higher."""
    return re.compile(rf"{amount} mill\. kr \([^)]*\) høyere")


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)


def at_rest(page: Page) -> None:
    """Returns when all that was asked for is answered and drawn.

    Every change of a lever is answered, and nothing waits for its turn (what is put last in the queue has come up); no
    run is going on, each chart is drawn in the size that it has, nothing fades or slides any more, and nothing in the
    page has changed for three frames: an answer is on the screen two frames after the run that gave it.

    A lever that was just released counts as at rest at once, and a replay is cut short, as by all that is asked for.
    """
    page.wait_for_function(AT_REST)


def known_ahead(page: Page, lever: str = "risk_margin") -> None:
    """Takes a lever, and returns when the browser knows what all of its stops show."""
    page.locator(f"input[data-lever='{lever}'], [data-lever='{lever}'] input").first.focus()
    page.locator(f".ahead[data-known='{lever}']").wait_for(state="attached")


def marks(page: Page) -> list[tuple[str, object]]:
    """Numbers of every bar, line and text place in the charts, and the texts."""
    found = page.evaluate(MARKS)
    numbers = re.compile(r"-?\d+(?:\.\d+)?")
    return [(kind, text if kind == "text" else [float(n) for n in numbers.findall(text)]) for kind, text in found]


def arrived(page: Page, name: str) -> None:
    """Returns when the page with this address is shown, and at rest."""
    page.locator(f"html[data-arrived={name}]").wait_for(state="attached")
    assert page.evaluate("document.querySelector('.st-key-contents').offsetHeight > 100")
    at_rest(page)


def resized(page: Page, width: int, height: int) -> None:
    """Gives the window another size, and returns when the page is drawn for it."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function(DRAWN_FOR_WINDOW)


def from_menu(page: Page, what: str) -> None:
    """Chooses one of the tools of the scenario that stand in the menu «Mer»."""
    page.locator(".scenario-more").click()
    page.locator(f".scenario-menu [data-do={what}]").click()


def way_to(name: str) -> tuple[str, ...]:
    """What is clicked in the menu on the way to a page: its link, before it the group that it stands in."""
    if PAGES[name].group:
        return ("[data-testid=stTopNavSection]", f"[data-testid=stTopNavDropdownLink][href*='/{name}']")
    return (f"[data-testid=stTopNavLink][href*='/{name}']",)


def bridge_label(page: Page) -> str:
    """What stands at the bridge's last bar, from the year before or from the tallgrunnlag."""
    return str(page.evaluate(BRIDGE_LABEL)).strip()


def grab(page: Page, lever: str = MARGIN, share: float = 1 / 3) -> tuple[float, float, float]:
    """Puts the mouse down on a lever's thumb, which stands at ``share`` of its way; gives left, width and height."""
    box = page.locator(lever).bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 10 + (box["width"] - 20) * share, y)
    page.mouse.down()
    return box["x"] + 10, box["width"] - 20, y
