"""A picture of every page × language × size × theme, at rest and with levers moved: `make gallery`."""

from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page

from pages.visit.navigation import PAGES
from tests.browser.conftest import opened
from tests.browser.looking import SHEET
from tests.browser.serving import ROOT, app, chromium
from texts import LANGUAGES

FOLDER = ROOT / "build" / "gallery"
SIZES = {"1366x768": (1366, 768), "1920x1080": (1920, 1080), "390x844": (390, 844)}
THEMES = ("light", "dark")
SETTLED_MS = 700


def take(browser: Browser, address: str, page_name: str, language: str, size: str, theme: str) -> None:
    """Two pictures, at rest and with two levers moved; a phone's are of the whole page."""
    width, height = SIZES[size]
    phone = width < 600
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=theme, base_url=address, has_touch=phone
    )
    page = context.new_page()
    opened(page, f"/{page_name}?sprak={language}&aar=2027")
    for state in ("rest", "moved"):
        if state == "moved":
            _move(page, phone)
        page.wait_for_timeout(SETTLED_MS)
        page.screenshot(path=FOLDER / f"{page_name}_{language}_{size}_{theme}_{state}.png", full_page=phone)
    context.close()


def _move(page: Page, phone: bool) -> None:
    """The risk margin down to 3 %, price growth up to 2 %; on a phone the levers are unfolded for it."""
    if phone:
        page.locator(SHEET).click()
    for name, key, times in (("risk_margin", "ArrowLeft", 4), ("index_rate", "ArrowRight", 20)):
        page.locator(f"[data-lever={name}]").focus()
        for _ in range(times):
            page.keyboard.press(key)
    page.wait_for_timeout(SETTLED_MS)
    if phone:
        page.screenshot(path=FOLDER / f"levers_{page.locator('html').get_attribute('lang')}_phone.png")
        page.locator(SHEET).click()


def main() -> None:
    """Takes all pictures and says where they are."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with app() as address, chromium() as browser:
        for chosen in product(PAGES, LANGUAGES, SIZES, THEMES):
            take(browser, address, *chosen)
    print(f"{len(list(Path(FOLDER).glob('*.png')))} pictures in {FOLDER.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
