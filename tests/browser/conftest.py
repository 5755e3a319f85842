"""One server and one Chromium for all browser tests, gone after them; a tab of its own for each.

Playwright's event loop must not outlive the browser tests: no other could run in their thread. What is kept from one
test to the next is what the browser has read of the app's scripts, as for anybody who has been here before; what the
app keeps of a visit is its tab's own.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.looking import PATIENCE_SECONDS
from tests.browser.serving import app, chromium

expect.set_options(timeout=1000 * PATIENCE_SECONDS)


@pytest.fixture(scope="package")
def address() -> Iterator[str]:
    with app() as found:
        yield found


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@contextmanager
def visits(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """Where tabs of 1366×768 are opened; one that stays open keeps what was read of the scripts."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, base_url=address)
    context.new_page().goto("/_stcore/health")
    yield context
    context.close()


@pytest.fixture(scope="package")
def desk(browser: Browser, address: str) -> Iterator[BrowserContext]:
    with visits(browser, address) as context:
        yield context


@contextmanager
def new_tab(context: BrowserContext) -> Iterator[Page]:
    """A tab that is closed again; fails on any error in the page."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert not errors


@pytest.fixture
def tab(desk: BrowserContext) -> Iterator[Page]:
    """A fresh visitor who has opened nothing yet."""
    with new_tab(desk) as visited:
        yield visited


@pytest.fixture
def page(tab: Page) -> Page:
    """The same visitor on Oversikt, with the figures drawn."""
    opened(tab, "/oversikt")
    return tab


@pytest.fixture
def who(tab: Page) -> Page:
    """The same visitor, from Helse Sør-Øst, on Hvem betaler in 2027."""
    opened(tab, "/hvem_betaler?hvem=Helse+Sør-Øst&sprak=nb&aar=2027")
    return tab


@pytest.fixture(scope="package")
def slow_desk(browser: Browser) -> Iterator[BrowserContext]:
    """The same on a server on which each run takes 200 ms longer."""
    with app("tests.browser.slow_server") as address, visits(browser, address) as context:
        yield context


@pytest.fixture
def slow_page(slow_desk: BrowserContext) -> Iterator[Page]:
    """Oversikt there."""
    with new_tab(slow_desk) as page:
        opened(page, "/oversikt")
        yield page


def opened(page: Page, path: str) -> None:
    """Goes to ``path`` and waits until its charts are drawn, if it has any."""
    page.goto(path)
    page.locator(".figures:not(.waiting)").wait_for()
    page.wait_for_function(
        "[...document.querySelectorAll('.figure .chart')].every(chart => chart.querySelector('svg.main-svg'))"
    )
