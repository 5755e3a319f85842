"""From a key press on the risk margin to every chart painted: four scenarios side by side, and the page with one.

python -m benchmarks.comparison [--rounds 5] [--presses 20]
"""

from functools import partial
from statistics import median

from playwright.sync_api import Browser

from benchmarks.contestants import ours
from benchmarks.latency import TURN, WARM_UP
from benchmarks.rounds import arguments, interleaved, table
from benchmarks.watching import Watched
from tests.browser.serving import chromium

ONE, FOUR = "one scenario", "four scenarios"
BESIDE = ("tallgrunnlaget", "sikkerhet_15", "halv_effektivisering")
PATHS = {ONE: "/oversikt", FOUR: "/sammenlign?" + "&".join(f"med={name}" for name in (*BESIDE, "gjeldende"))}


def latency(browser: Browser, address: str, beside: int, presses: int) -> float:
    """The median of key presses one at a time, the page at rest before each, in milliseconds."""
    with Watched.open(browser, address, 2 * (beside + 1), beside) as watched:
        for _ in range(WARM_UP):
            watched.press(1)
        turns = (1 if at % (2 * TURN) < TURN else -1 for at in range(presses))
        return float(median(watched.press(direction)["total"] for direction in turns))


def measure(rounds: int, presses: int) -> str:
    """The table of both."""
    with chromium() as browser, ours(path="") as address:
        beside = {ONE: 0, FOUR: len(BESIDE)}
        turns = {name: partial(latency, browser, address + PATHS[name], beside[name], presses) for name in PATHS}
        return table("key press to all charts painted", interleaved(turns, rounds), base=ONE)


if __name__ == "__main__":
    asked = arguments(__doc__, presses=20)
    print(measure(asked.rounds, asked.presses))
