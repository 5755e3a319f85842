"""What stands beside each other stands in one order, whatever was shown before."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import opened

TILES = "[...document.querySelectorAll('.keys .key')].map((tile) => tile.dataset.figure)"
CHARTS = "[...document.querySelectorAll('.charts .figure')].map((part) => part.dataset.figure)"
GROUPS = "[...document.querySelectorAll('.lever-group')].filter((box) => !box.hidden).map((box) => box.dataset.group)"


def choose_year(page: Page, year: int) -> None:
    page.locator(".st-key-view_year").get_by_text(str(year), exact=True).click()
    expect(page.locator("h1")).to_contain_text(str(year))


def order(page: Page) -> list[list[str]]:
    return [page.evaluate(what) for what in (TILES, CHARTS, GROUPS)]


@pytest.mark.parametrize("name", ["hvem_betaler", "oversikt"])
def test_tiles_keep_their_order_from_year_to_year(tab: Page, name: str) -> None:
    opened(tab, f"/{name}?sprak=nb&aar=2028")
    fresh = order(tab)
    opened(tab, f"/{name}?sprak=nb&aar=2026")
    first = order(tab)
    for _ in range(2):
        choose_year(tab, 2028)
        assert order(tab) == fresh
        choose_year(tab, 2026)
        assert order(tab) == first
    tab.reload()
    expect(tab.locator("h1")).to_contain_text("2026")
    tab.locator(".figures:not(.waiting)").wait_for()
    assert order(tab) == first
