"""One server and one Chromium for all browser tests, gone after them; a page of its own for each.

Playwright's event loop must not outlive the browser tests: no other could run in their thread.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

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


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh visitor on Oversikt, 1366×768, with the figures drawn; fails on any error in the page."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, base_url=address)
    visited = context.new_page()
    errors: list[str] = []
    visited.on("pageerror", lambda error: errors.append(str(error)))
    opened(visited, "/oversikt")
    yield visited
    context.close()
    assert not errors


@pytest.fixture
def who(page: Page) -> Page:
    """The same visitor on Hvem betaler in 2027."""
    opened(page, "/hvem_betaler?sprak=nb&aar=2027")
    return page


@pytest.fixture(scope="package")
def slow_address() -> Iterator[str]:
    with app("tests.browser.slow_server") as found:
        yield found


@pytest.fixture
def slow_page(browser: Browser, slow_address: str) -> Iterator[Page]:
    """Oversikt of a server on which each run takes 200 ms longer."""
    page = browser.new_page(viewport={"width": 1366, "height": 768}, base_url=slow_address)
    opened(page, "/oversikt")
    yield page
    page.close()


def opened(page: Page, path: str) -> None:
    """Goes to ``path`` and waits until its charts are drawn, if it has any."""
    page.goto(path)
    page.locator(".figures:not(.waiting)").wait_for()
    page.wait_for_function(
        "[...document.querySelectorAll('.figure .chart')].every(chart => chart.querySelector('svg.main-svg'))"
    )
