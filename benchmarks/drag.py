"""A two-second drag of the risk margin's lever: how many states the bridge draws meanwhile, and how old they are.

python -m benchmarks.drag [--rounds 5]
"""

import time
from contextlib import ExitStack

from playwright.sync_api import Browser

from benchmarks.contestants import dash_twin, look, ours
from benchmarks.rounds import arguments, interleaved, spread
from benchmarks.same_page import expected
from benchmarks.watching import Watched
from tests.browser.serving import chromium

SECONDS, MOVES = 2.0, 120
REST_MS = 1500  # until the page is at rest at the lower end
STOPS = 30  # the lever's steps from end to end: each value comes once, so that a state belongs to one moment
TRACK = "input[data-lever=risk_margin], [data-lever=risk_margin] .dash-slider-root"
THUMB = 10  # pixels from the end of the lever to the middle of the thumb at that end
Drag = tuple[int, float]
"""Distinct states drawn while the mouse is down, and the greatest age of a state when it was painted, ms."""


def dragged(browser: Browser, address: str) -> Drag:
    """One drag on a fresh page."""
    with Watched.open(browser, address, 2) as watched:
        page = watched.page
        page.keyboard.press("Home")
        page.wait_for_timeout(REST_MS)
        page.evaluate("states => watch.follow('bridge', states)", [expected(at)["bridge"] for at in range(STOPS + 1)])
        box = page.locator(TRACK).evaluate("track => track.getBoundingClientRect().toJSON()")
        y = box["y"] + box["height"] / 2
        left, width = box["x"] + THUMB, box["width"] - 2 * THUMB
        places = [left + width * at / (MOVES - 1) for at in range(MOVES)]
        page.mouse.move(places[0], y)
        page.mouse.down()
        start = time.perf_counter()
        for at, x in enumerate(places):
            page.mouse.move(x, y)
            time.sleep(max(0.0, start + SECONDS * (at + 1) / MOVES - time.perf_counter()))
        followed = page.evaluate("watch.followed()")
        page.mouse.up()
    return len({painted["state"] for painted in followed["painted"]}), max(_ages(followed))


def _ages(followed: dict[str, list[dict[str, float]]]) -> list[float]:
    """Of each state painted, the time since the lever took its value."""
    since = {moved["state"]: moved["time"] for moved in reversed(followed["moved"])}
    return [painted["time"] - since[painted["state"]] for painted in followed["painted"]]


def measure(rounds: int) -> str:
    """The table: ours, ours where each run takes 200 ms more, and Dash."""
    with ExitStack() as running:
        browser, own = running.enter_context(chromium()), running.enter_context(ours())
        addresses = {
            "ours": own,
            "ours, 200 ms added to each run": running.enter_context(ours("tests.browser.slow_server")),
            "Dash": running.enter_context(dash_twin(look(browser, own, charts=2))),
        }
        turns = {name: lambda address=address: dragged(browser, address) for name, address in addresses.items()}  # type: ignore[misc]
        measured = interleaved(turns, rounds)
    rows = [f"| {name} | {spread(states, 0)} | {spread(ages, 0)} |" for name, (states, ages) in _columns(measured)]
    return "\n".join(["| drag of two seconds | states drawn | greatest age, ms |", "| --- | --- | --- |", *rows])


def _columns(measured: dict[str, list[Drag]]) -> list[tuple[str, list[list[float]]]]:
    return [(name, [list(column) for column in zip(*drags, strict=True)]) for name, drags in measured.items()]


if __name__ == "__main__":
    print(measure(arguments(__doc__).rounds))
