"""From a key press on the risk margin to every chart painted: our pages, and their twins in Plotly Dash.

python -m benchmarks.latency [--rounds 5] [--presses 40] [--delay 40]
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from statistics import median

from playwright.sync_api import Browser

from benchmarks.contestants import dash_twin, look, ours
from benchmarks.network import slow_way
from benchmarks.rounds import Rounds, arguments, interleaved, table
from benchmarks.same_figures import check
from benchmarks.watching import Watched
from tests.browser.serving import chromium

PATHS = {2: "/oversikt?forskjell=fjoraaret", 6: "/fossefall?forskjell=fjoraaret"}  # the bridge of a year, moved or not
WARM_UP = 6
TURN = 5  # presses in one direction before turning: the lever stays away from its ends and from its default


@contextmanager
def same(browser: Browser, charts: int) -> Iterator[dict[str, str]]:
    """The addresses of our page with so many charts and its twins, which were seen to show the same figures."""
    with ExitStack() as running:
        own = running.enter_context(ours(path=PATHS[charts]))
        drawn = look(browser, own, charts)
        addresses = {"ours": own, "Dash": running.enter_context(dash_twin(drawn, charts == 6))}
        check(browser, addresses, charts)
        yield addresses


def latency(browser: Browser, address: str, charts: int, presses: int) -> float:
    """The median of key presses one at a time, the page at rest before each, in milliseconds."""
    with Watched.open(browser, address, charts) as watched:
        for _ in range(WARM_UP):
            watched.press(1)
        turns = (1 if at % (2 * TURN) < TURN else -1 for at in range(presses))
        return float(median(watched.press(direction)["total"] for direction in turns))


def compared(browser: Browser, addresses: dict[str, str], charts: int, rounds: int, presses: int) -> Rounds:
    """Every contestant's medians."""
    turns: dict[str, Callable[[], float]] = {
        name: lambda address=address: latency(browser, address, charts, presses)  # type: ignore[misc]
        for name, address in addresses.items()
    }
    return interleaved(turns, rounds)


def further_away(browser: Browser, addresses: dict[str, str], delay_ms: int, rounds: int, presses: int) -> Rounds:
    """The same with ``delay_ms`` more to the server, and as much back."""
    with ExitStack() as running:
        slow = {name: running.enter_context(slow_way(address, delay_ms)) for name, address in addresses.items()}
        return compared(browser, slow, 2, rounds, presses)


def measure(rounds: int, presses: int, delay: int) -> str:
    """The tables of two charts, of six, and of two charts from a server further away."""
    title = "key press to {} charts painted"
    with chromium() as browser:
        with same(browser, 2) as two:
            near = compared(browser, two, 2, rounds, presses)
            servers = {name: two[name] for name in ("ours", "Dash")}
            far = further_away(browser, servers, delay, rounds, presses)
        with same(browser, 6) as six:
            many = compared(browser, six, 6, rounds, presses)
    tables = {title.format(2): near, title.format(6): many, f"{title.format(2)}, {delay} ms each way": far}
    return "\n\n".join(table(name, measured, base="Dash") for name, measured in tables.items())


if __name__ == "__main__":
    asked = arguments(__doc__, presses=40, delay=40)
    print(measure(asked.rounds, asked.presses, asked.delay))
