"""A page under measurement: opened, its charts followed, its lever moved by key or mouse."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.same_page import expected

WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
VIEWPORT = {"width": 1366, "height": 768}
PATIENCE_MS = 60_000
REST_MS = 400  # after the drawing at rest: what else follows a change is over too
DEFAULT_STEPS = 10  # the risk margin's default, in its steps
LEVER = "input[data-lever=risk_margin], [data-lever=risk_margin] [role=slider]"


@dataclass
class Watched:
    """An open page; ``steps`` is where its risk margin stands, counted in steps of the lever.

    ``beside``: how many scenarios stand still left of the one that moves, each with a bridge and a plan.
    """

    page: Page
    six: bool
    beside: int = 0
    steps: int = DEFAULT_STEPS

    @classmethod
    @contextmanager
    def open(cls, browser: Browser, address: str, charts: int, beside: int = 0) -> Iterator["Watched"]:
        """The page, once its charts are drawn and it is at rest."""
        page = browser.new_page(viewport=VIEWPORT)  # type: ignore[arg-type]
        page.add_init_script(WATCH)
        page.goto(address)
        drawn = f"document.querySelectorAll('[data-figure] .js-plotly-plot .main-svg').length >= {charts}"
        page.wait_for_function(drawn, timeout=PATIENCE_MS)
        page.wait_for_selector(LEVER)
        page.wait_for_timeout(1000)
        attached = page.evaluate("watch.attach()")
        if len(attached) != charts:
            raise RuntimeError(f"{address} shows the charts {attached}; {charts} were expected.")
        page.locator(LEVER).focus()
        yield cls(page, six=charts == 6 and not beside, beside=beside)
        page.close()

    def press(self, direction: int) -> dict[str, Any]:
        """Moves the lever one step up (1) or down (−1); the milliseconds until everything is painted."""
        self.steps += direction
        self.page.evaluate("expected => watch.expect(expected)", self.expected())
        self.page.keyboard.press("ArrowRight" if direction > 0 else "ArrowLeft")
        measured: dict[str, Any] = self.page.evaluate("watch.measured")
        self.page.wait_for_function("watch.holds()", timeout=PATIENCE_MS)
        self.page.wait_for_timeout(REST_MS)
        return measured

    def expected(self) -> dict[str, list[str]]:
        """Chart → the totals that it is to show; side by side the needs under the plan's years may be left out."""
        totals = expected(self.steps, self.six)
        if not self.beside:
            return totals
        return {f"bridge_{self.beside}": totals["bridge"], f"plan_{2 * self.beside + 1}": totals["plan"][::2]}

    def shown(self) -> dict[str, Any]:
        """Words, and what Plotly was given."""
        shown: dict[str, Any] = self.page.evaluate("watch.shown()")
        return shown
