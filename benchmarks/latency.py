"""From a key press on the risk margin to every chart painted: our pages, and their twins in Plotly Dash.

python -m benchmarks.latency [--rounds 5] [--presses 40]
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from statistics import median

from playwright.sync_api import Browser

from benchmarks.contestants import dash_twin, look, ours
from benchmarks.rounds import arguments, interleaved, table
from benchmarks.same_figures import check
from benchmarks.watching import Watched
from tests.browser.serving import chromium

PATHS = {2: "/oversikt", 6: "/fossefall"}
WARM_UP = 6
TURN = 5  # presses in one direction before turning: the lever stays away from its ends and from its default


@contextmanager
def same(browser: Browser, charts: int) -> Iterator[dict[str, str]]:
    """The addresses of our page with so many charts and its twins, which were seen to show the same figures."""
    with ExitStack() as running:
        own = running.enter_context(ours(path=PATHS[charts]))
        addresses = {"ours": own, "Dash": running.enter_context(dash_twin(look(browser, own, charts), charts == 6))}
        check(browser, addresses, charts)
        yield addresses


def latency(browser: Browser, address: str, charts: int, presses: int) -> float:
    """The median of key presses one at a time, the page at rest before each, in milliseconds."""
    with Watched.open(browser, address, charts) as watched:
        for _ in range(WARM_UP):
            watched.press(1)
        turns = (1 if at % (2 * TURN) < TURN else -1 for at in range(presses))
        return float(median(watched.press(direction)["total"] for direction in turns))


def compared(browser: Browser, charts: int, rounds: int, presses: int) -> str:
    """The table of the page with so many charts."""
    with same(browser, charts) as addresses:
        turns: dict[str, Callable[[], float]] = {
            name: lambda address=address: latency(browser, address, charts, presses)  # type: ignore[misc]
            for name, address in addresses.items()
        }
        return table(f"key press to {charts} charts painted", interleaved(turns, rounds), base="Dash")


def measure(rounds: int, presses: int) -> str:
    """The tables of the page with two charts and the page with six."""
    with chromium() as browser:
        return "\n\n".join(compared(browser, charts, rounds, presses) for charts in PATHS)


if __name__ == "__main__":
    asked = arguments(__doc__, presses=40)
    print(measure(asked.rounds, asked.presses))
