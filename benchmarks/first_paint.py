"""A cold visit: from the navigation to the first chart drawn, and what was fetched until then, page by page.

python -m benchmarks.first_paint [--rounds 5]
"""

from contextlib import ExitStack
from statistics import median

from playwright.sync_api import Browser, WebSocket

from benchmarks.contestants import dash_twin, look, ours, plain_page
from benchmarks.rounds import arguments, interleaved, spread
from benchmarks.watching import PATIENCE_MS, VIEWPORT, WATCH
from pages.visit.navigation import PAGES
from tests.browser.serving import chromium

WITHOUT_CHARTS = ("eksport",)

Visit = tuple[float, float, float]
"""Milliseconds to the first chart, requests and kilobytes before it; a message over a websocket is no request."""

FETCHED = """before => {
  const fetched = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .filter((entry) => entry.startTime <= before);
  return [fetched.length, fetched.reduce((bytes, entry) => bytes + entry.transferSize, 0)];
}"""


def visit(browser: Browser, address: str) -> Visit:
    """One visit by a browser that has nothing stored."""
    context = browser.new_context(viewport=VIEWPORT)  # type: ignore[arg-type]
    page, messages = context.new_page(), []

    def follow(socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: messages.append(len(payload)))

    page.on("websocket", follow)
    page.add_init_script(WATCH)
    page.add_init_script("performance.setResourceTimingBufferSize(5000)")
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.watch?.firstChart", timeout=PATIENCE_MS)
    milliseconds = page.evaluate("watch.firstChart")
    requests, size = page.evaluate(FETCHED, milliseconds)
    context.close()
    return milliseconds, requests, (size + sum(messages)) / 1000


def measure(rounds: int) -> str:
    """The table of our pages, and of Oversikt's twins; each server has been visited before."""
    with ExitStack() as running:
        browser, own = running.enter_context(chromium()), running.enter_context(ours(path=""))
        drawn = look(browser, f"{own}/oversikt", charts=2)
        addresses = {f"ours, {name}": f"{own}/{name}" for name in PAGES if name not in WITHOUT_CHARTS}
        addresses["Dash, oversikt"] = running.enter_context(dash_twin(drawn))
        addresses["in the browser only, oversikt"] = running.enter_context(plain_page(drawn))
        for address in addresses.values():
            visit(browser, address)
        turns = {name: lambda address=address: visit(browser, address) for name, address in addresses.items()}  # type: ignore[misc]
        measured = interleaved(turns, rounds)
    rows = []
    for name, visits in measured.items():
        milliseconds, requests, size = (list(column) for column in zip(*visits, strict=True))
        rows.append(f"| {name} | {spread(milliseconds, 0)} | {median(requests):.0f} | {median(size):,.0f} |")
    head = ["| cold visit | ms to the first chart | requests | kB |", "| --- | --- | --- | --- |"]
    return "\n".join([*head, *rows])


if __name__ == "__main__":
    print(measure(arguments(__doc__).rounds))
