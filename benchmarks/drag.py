"""A two-second drag of the risk margin's lever: how many states the bridge draws meanwhile, and how old they are.

python -m benchmarks.drag [--rounds 5]
"""

import time
from contextlib import ExitStack
from itertools import pairwise

from playwright.sync_api import Browser

from benchmarks.contestants import dash_twin, look, ours
from benchmarks.rounds import arguments, interleaved, spread
from benchmarks.same_page import expected
from benchmarks.watching import DEFAULT_STEPS, Watched
from tests.browser.serving import chromium

SECONDS, MOVES = 2.0, 120
STOPS = 30  # the lever's steps from end to end
WAY = (DEFAULT_STEPS, 0, STOPS)  # down to the lower end, then up to the upper
TRACK = "input[data-lever=risk_margin], [data-lever=risk_margin] .dash-slider-root"
THUMB = 10  # pixels from the end of the lever to the middle of the thumb at that end
Drag = tuple[int, float]
"""Distinct states drawn while the mouse is down, and the greatest age of a state when it was painted, ms."""


def dragged(browser: Browser, address: str) -> Drag:
    """One drag on a fresh page."""
    with Watched.open(browser, address, 2) as watched:
        for direction in (1, -1):
            watched.press(direction)
        page = watched.page
        page.evaluate("states => watch.follow('bridge', states)", [expected(at)["bridge"] for at in range(STOPS + 1)])
        box = page.locator(TRACK).evaluate("track => track.getBoundingClientRect().toJSON()")
        y = box["y"] + box["height"] / 2
        places = [box["x"] + THUMB + (box["width"] - 2 * THUMB) * step / STOPS for step in _way()]
        page.mouse.move(places[0], y)
        page.mouse.down()
        start = time.perf_counter()
        for at, x in enumerate(places):
            page.mouse.move(x, y)
            time.sleep(max(0.0, start + SECONDS * (at + 1) / MOVES - time.perf_counter()))
        seen = page.evaluate("watch.followed()")
        page.mouse.up()
    return len({painted["state"] for painted in seen["painted"]}), max(_ages(seen))


def _way() -> list[float]:
    """Where the mouse is at each move, in steps of the lever."""
    legs = list(pairwise(WAY))
    length = sum(abs(b - a) for a, b in legs)
    places = []
    for at in range(MOVES):
        gone, (a, b) = length * at / (MOVES - 1), legs[0]
        if gone > abs(b - a):
            gone, (a, b) = gone - abs(b - a), legs[1]
        places.append(a + gone * (1 if b > a else -1))
    return places


def _ages(seen: dict[str, list[dict[str, float]]]) -> list[float]:
    """Of each state painted, the time since the lever took its value; states come in the lever's order."""
    ages, at = [], 0
    for painted in seen["painted"]:
        at = next(i for i in range(at, len(seen["moved"])) if seen["moved"][i]["state"] == painted["state"])
        ages.append(painted["time"] - seen["moved"][at]["time"])
    return ages


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
        found = interleaved(turns, rounds)
    rows = [f"| {name} | {spread(states, 0)} | {spread(ages, 0)} |" for name, (states, ages) in _columns(found)]
    return "\n".join(["| drag of two seconds | states drawn | greatest age, ms |", "| --- | --- | --- |", *rows])


def _columns(found: dict[str, list[Drag]]) -> list[tuple[str, list[list[float]]]]:
    return [(name, [list(column) for column in zip(*drags, strict=True)]) for name, drags in found.items()]


if __name__ == "__main__":
    print(measure(arguments(__doc__).rounds))
