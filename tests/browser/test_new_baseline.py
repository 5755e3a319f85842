"""A new tallgrunnlag in the browser: it is uploaded, its faults are told, it is held against the last, and used."""

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from model.baseline.workbook import LARGEST_WORKBOOK
from model.template import template
from tests.baselines import SHEETS, spring_2026_sheets
from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, at_rest, way_to
from tests.browser.serving import app, free_port
from tests.browser.test_screen import assert_axe_finds_nothing

GOOD = template(spring_2026_sheets(), filled=True)
EMPTY = template(SHEETS, filled=False)
ID = "oppdiktet-2026-var"
SIZES = {"a laptop": (1366, 768), "a phone": (390, 844)}
USE, STOP = "Bruk det nå", "Slutt å bruke det"


@pytest.fixture
def new(browser: Browser, address: str) -> Iterator[Page]:
    """The page as a fresh visitor sees it, with a clipboard; fails on any error in the page."""
    context = browser.new_context(
        viewport={"width": 1366, "height": 768},
        base_url=address,
        permissions=["clipboard-read", "clipboard-write"],
        accept_downloads=True,
    )
    page, errors = context.new_page(), list[str]()
    page.on("pageerror", lambda error: errors.append(str(error)))
    shown(page, "/nytt_tallgrunnlag")
    yield page
    context.close()
    assert not errors


def shown(page: Page, path: str) -> None:
    opened(page, path)
    expect(page.locator(".upload button")).to_have_text("Velg fil")


def give(page: Page, content: bytes, name: str = "ny.xlsx") -> None:
    page.locator(".upload [type=file]").set_input_files({"name": name, "mimeType": "", "buffer": content})


def assert_above(upper: Locator, lower: Locator) -> None:
    """The one ends before the other begins."""
    expect(upper).to_be_visible()
    first, second = upper.bounding_box(), lower.bounding_box()
    assert first
    assert second
    assert first["y"] + first["height"] <= second["y"]


def test_a_bad_file_is_told_and_changes_nothing(new: Page) -> None:
    headline = new.locator("h1")
    new.locator(MARGIN).press("ArrowLeft")
    expect(new).to_have_url(re.compile("risk_margin=0.045"))
    give(new, b"row,value\n", "ny.csv")
    expect(headline).to_contain_text("«ny.csv» er en fil av en annen type")
    give(new, bytes(LARGEST_WORKBOOK + 1), "stor.xlsx")
    expect(headline).to_contain_text("«stor.xlsx» er for stor")
    give(new, EMPTY, "tom.xlsx")
    expect(headline).to_contain_text("«tom.xlsx» kan ikke brukes ennå")
    row = new.locator("tr", has_text="kjernejournal")
    expect(row).to_contain_text("bridge")
    expect(row).to_contain_text("available")
    expect(row).to_contain_text("et tall")
    at_rest(new)
    assert_axe_finds_nothing(new)
    expect(new).to_have_url(re.compile("grunnlag=tallgrunnlag-2025-var.*risk_margin=0.045"))
    expect(new.get_by_role("button", name=USE)).to_have_count(0)


@pytest.mark.parametrize("size", SIZES)
def test_a_good_one_is_held_against_itself_and_the_one_before(new: Page, size: str) -> None:
    width, height = SIZES[size]
    new.set_viewport_size({"width": width, "height": height})
    give(new, GOOD)
    expect(new.locator(".upload-said")).to_contain_text("«ny.xlsx» er lest: Oppdiktet våren 2026")
    expect(new.get_by_role("heading", name="Stemmer summene?")).to_be_visible()
    expect(new.locator("h1")).to_contain_text("1\u202f649,0 i Oppdiktet våren 2026")
    expect(new.locator("[data-figure=new_baseline] svg.main-svg").first).to_be_visible()
    expect(new.locator("[data-figure=new_baseline] .note")).to_contain_text("2025-kroner")
    expect(new.locator("[aria-label^='Det som har endret seg'] tbody tr").first).to_contain_text("+605,7")
    expect(new.get_by_text("Forskriften for 2027 er ikke med.")).to_be_visible()
    at_rest(new)
    assert_axe_finds_nothing(new)
    assert new.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_is_used_on_every_page_and_given_up_again(new: Page) -> None:
    new.locator(MARGIN).press("ArrowLeft")
    expect(new).to_have_url(re.compile("risk_margin=0.045"))
    give(new, GOOD)
    new.get_by_role("button", name=USE).click()
    expect(new.get_by_text("Du bruker Oppdiktet våren 2026 fra din egen fil.")).to_be_visible()
    assert_above(new.locator(".st-key-baseline"), new.locator(".scenario-tools"))
    expect(new).to_have_url(re.compile(f"grunnlag={ID}.*risk_margin=0.045"))
    new.get_by_role("link", name="Oversikt").click()
    expect(new.locator("h1")).to_contain_text("Finansieringsbehovet i 2027")
    expect(new.locator(".scenario-needs")).to_contain_text("må ha filen også")
    at_rest(new)
    menu, tools = (new.locator(each).bounding_box() for each in (".st-key-baseline", ".scenario-tools"))
    assert menu and tools and menu["y"] + menu["height"] <= tools["y"]
    assert_axe_finds_nothing(new)
    new.locator("[data-do=link]").click()
    expect(new.locator(".scenario-said")).to_contain_text("må også ha filen med tallgrunnlaget")
    assert f"grunnlag={ID}" in new.evaluate("navigator.clipboard.readText()")
    for part in way_to("nytt_tallgrunnlag"):
        new.locator(part).click()
    new.get_by_role("button", name=STOP).click()
    expect(new).to_have_url(re.compile("grunnlag=tallgrunnlag-2025-var.*risk_margin=0.045"))
    expect(new.locator(".scenario-needs")).to_be_hidden()
    new.locator("[data-do=undo]").click()
    expect(new).to_have_url(re.compile(f"grunnlag={ID}"))
    expect(new.locator(".scenario-needs")).to_be_visible()


def test_it_is_led_by_the_keyboard(new: Page) -> None:
    at_rest(new)
    with new.expect_file_chooser() as chooser:  # heard of from the first step on: one that opens at once may be missed
        new.locator("[data-testid=stDownloadButton] button").last.focus()
        new.keyboard.press("Tab")
        expect(new.locator(".upload button")).to_be_focused()
        new.keyboard.press("Enter")
    chooser.value.set_files({"name": "ny.xlsx", "mimeType": "", "buffer": GOOD})
    use = new.get_by_role("button", name=USE)
    use.focus()
    new.keyboard.press("Enter")
    expect(new.get_by_role("button", name=STOP)).to_be_visible()


@pytest.mark.parametrize("at", [0, 1])
def test_a_template_is_made_when_it_is_fetched(new: Page, at: int) -> None:
    with new.expect_download() as found:
        new.locator("[data-testid=stDownloadButton] button").nth(at).click()
    name = ("tallgrunnlag_2026.xlsx", "tallgrunnlag-2025-var.xlsx")[at]
    assert found.value.suggested_filename == name
    give(new, found.value.path().read_bytes(), name)
    alike = "Alle tall som begge har, er som i Tallgrunnlaget våren 2025."
    expected = ("«tallgrunnlag_2026.xlsx» kan ikke brukes ennå", alike)[at]
    expect(new.locator("h1")).to_contain_text(expected)


def test_a_link_asks_for_the_file_and_is_opened_by_it(new: Page) -> None:
    whole = f"v=2&grunnlag={ID}&start=published&risk_margin=0.04&sprak=nb&aar=2028&priser=lopende"
    new.goto(f"/fossefall?{whole}")
    expect(new.get_by_text("Har du filen, kan du laste den opp her.")).to_be_visible()
    expect(new.locator(".upload button")).to_have_text("Velg fil")
    assert_axe_finds_nothing(new)
    give(new, EMPTY, "tom.xlsx")
    expect(new.locator(".upload-said")).to_contain_text("kan ikke brukes ennå")
    give(new, GOOD)
    expect(new.locator("[data-figure=bridge] svg.main-svg").first).to_be_visible()
    expect(new).to_have_url(re.compile("/fossefall.*risk_margin=0.04.*aar=2028"))
    new.reload()
    expect(new.get_by_text("Har du filen, kan du laste den opp her.")).to_be_visible()


def test_the_page_gives_it_again_to_a_server_that_starts_anew(browser: Browser) -> None:
    port = free_port()
    with ExitStack() as first:
        page = browser.new_page(base_url=first.enter_context(app(port=port)), viewport={"width": 1366, "height": 768})
        shown(page, "/nytt_tallgrunnlag")
        give(page, GOOD)
        page.get_by_role("button", name=USE).click()
        expect(page.get_by_role("button", name=STOP)).to_be_visible()
        page.get_by_role("link", name="Oversikt").click()
        expect(page.locator("h1")).to_contain_text("Finansieringsbehovet i 2027")
        page.locator(MARGIN).press("ArrowLeft")
        expect(page).to_have_url(re.compile("risk_margin=0.045"))
        at_rest(page)
        headline = page.locator("h1").inner_text()
    expect(page.locator(".scenario-said")).to_contain_text("brutt")
    with app(port=port):
        expect(page.locator(".scenario-needs")).to_be_visible()
        expect(page.locator("h1")).to_have_text(headline)
        expect(page).to_have_url(re.compile(f"/oversikt.*grunnlag={ID}.*risk_margin=0.045"))
    page.close()
