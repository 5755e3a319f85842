"""A scenario kept and shared: link, history, undo, files, ready scenarios."""

import json
import re
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, NEED, PUBLISHED_NEED, at_rest, from_menu, grab
from tests.browser.serving import app, free_port
from tests.browser.test_screen import assert_axe_finds_nothing

UNDO, REDO, NAME = "[data-do=undo]", "[data-do=redo]", ".scenario-name"
LINK = "/oversikt?v=1&grunnlag=tallgrunnlag-2025-var&risk_margin=0.03&name=Forslag&sprak=nb&aar=2026&priser=lopende"


def drag_margin(page: Page, share: float) -> None:
    left, width, y = grab(page)
    page.mouse.move(left + width * share, y, steps=12)
    page.mouse.up()
    expect(page.locator(UNDO)).to_be_enabled()
    at_rest(page)


def entries(page: Page) -> int:
    return page.evaluate("history.length")


def test_the_link_is_written_once_for_a_whole_drag(page: Page) -> None:
    before = entries(page)
    drag_margin(page, 0.6)
    expect(page).to_have_url(re.compile(r"risk_margin=0\.0\d+&"))
    assert entries(page) == before + 1


def test_a_link_opens_cold_with_everything(browser: Browser) -> None:
    with app() as address:
        page = browser.new_page(base_url=address)
        opened(page, LINK.replace("oversikt", "fireaarsplan"))
        expect(page.locator(NEED)).to_have_text("994,9")
        expect(page.locator(NAME)).to_have_value("Forslag")
        expect(page.locator(MARGIN)).to_have_attribute("aria-valuetext", "3,0 %")
        expect(page.locator(".legend .of-scenario")).to_have_text("Forslag")
        page.close()


def test_the_link_is_copied_with_one_click(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    opened(page, "/oversikt?aar=2027")
    page.locator(MARGIN).press("ArrowLeft")
    expect(page.locator(".levers-changes summary")).to_contain_text("1")
    expect(page).to_have_url(re.compile("risk_margin=0.045"))
    page.get_by_role("button", name="Del", exact=True).click()
    expect(page.locator(".scenario-said")).to_have_text("Lenken er kopiert.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.url
    opened(page, link)
    expect(page.locator("h1")).to_contain_text("2027")
    expect(page.locator(MARGIN)).to_have_attribute("aria-valuetext", "4,5 %")
    context.close()


def test_reload_loses_neither_scenario_nor_history(page: Page) -> None:
    for share in (0.5, 0.6):
        drag_margin(page, share) if share == 0.5 else page.locator(MARGIN).press("ArrowRight")
    expect(page).to_have_url(re.compile("risk_margin"))
    at_rest(page)
    need = page.locator(NEED).inner_text()
    page.reload()
    expect(page.locator(NEED)).to_have_text(need)
    page.locator(UNDO).click()
    page.locator(UNDO).click()
    expect(page.locator(NEED)).to_have_text(PUBLISHED_NEED)


def test_back_after_a_drag_and_forward_again(page: Page) -> None:
    drag_margin(page, 0.6)
    expect(page).to_have_url(re.compile("risk_margin"))
    moved = page.locator(NEED).inner_text()
    assert moved != PUBLISHED_NEED
    page.go_back()
    expect(page.locator(NEED)).to_have_text(PUBLISHED_NEED)
    expect(page.locator(MARGIN)).to_have_attribute("aria-valuetext", "5,0 %")
    page.go_forward()
    expect(page.locator(NEED)).to_have_text(moved)


def test_back_over_a_change_of_page_keeps_the_scenario(page: Page) -> None:
    page.locator(MARGIN).press("ArrowLeft")
    expect(page).to_have_url(re.compile("risk_margin=0.045"))
    before = entries(page)
    page.get_by_role("link", name="Fireårsplan").click()
    expect(page).to_have_url(re.compile("fireaarsplan.*risk_margin=0.045"))
    assert entries(page) == before + 1
    page.go_back()
    expect(page).to_have_url(re.compile("oversikt.*risk_margin=0.045"))
    expect(page.locator(NEED)).to_have_text("1\u202f010,6")
    at_rest(page)
    page.wait_for_function("history.pushState({}, '', '/hvorfor') || location.pathname === '/hvorfor'")
    assert (
        "risk_margin=0.045" in page.url
    )  # as Streamlit writes it where a third page is asked for before the second came


def test_a_drag_is_one_step_of_undo_by_keys(page: Page) -> None:
    drag_margin(page, 0.6)
    expect(page).to_have_url(re.compile("risk_margin"))
    moved = page.locator(NEED).inner_text()
    page.keyboard.press("Control+z")
    expect(page.locator(NEED)).to_have_text(PUBLISHED_NEED)
    expect(page.locator(MARGIN)).to_have_attribute("aria-valuetext", "5,0 %")
    expect(page.locator(UNDO)).to_be_disabled()
    page.keyboard.press("Control+Shift+z")
    expect(page.locator(NEED)).to_have_text(moved)
    page.get_by_role("link", name="Fireårsplan").click()
    expect(page.locator("[data-figure=drivers]")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(page.locator(NEED)).to_have_text(PUBLISHED_NEED)
    page.keyboard.press("Control+y")
    expect(page.locator(NEED)).to_have_text(moved)


def test_undo_by_keys_works_from_every_field_that_holds_a_committed_value(who: Page) -> None:
    field = who.get_by_label("Risikomargin", exact=False).and_(who.locator("[type=text]")).first
    for typed, stands in (("3", "3,0"), ("99", "3,0"), ("2,5", "2,5")):  # what is typed takes the place of what stood
        field.click()
        who.keyboard.type(typed)
        who.keyboard.press("Enter")
        expect(field).to_have_value(stands)
        at_rest(who)
    who.keyboard.press("Control+z")
    expect(field).to_have_value("3,0")
    who.locator(".payer-search input").focus()
    who.keyboard.press("Control+z")
    expect(field).to_have_value("5,0")
    who.keyboard.type("Mod")
    who.keyboard.press("Control+y")  # the text's, for it is being typed
    at_rest(who)
    expect(field).to_have_value("5,0")


def test_undo_leaves_the_view_alone(page: Page) -> None:
    page.locator(MARGIN).press("ArrowLeft")
    expect(page).to_have_url(re.compile("risk_margin=0.045"))
    page.get_by_role("radio", name="2028").click()
    expect(page.locator("h1")).to_contain_text("2028")
    page.locator(UNDO).click()
    expect(page.locator(".levers-changes")).to_be_hidden()
    expect(page.locator("h1")).to_contain_text("2028")


def test_one_group_is_reset_in_one_step(page: Page) -> None:
    page.locator(MARGIN).press("ArrowLeft")
    page.locator("[data-group=measures] summary").click()
    page.locator("[data-lever='measures.fm_avvikling.enabled']").uncheck()
    page.locator("[data-lever='measures.preg_avvikling.enabled']").uncheck()
    expect(page.locator(".levers-changes summary")).to_contain_text("3")
    page.locator("[data-group=measures] .group-reset").click()
    expect(page.locator(".levers-changes summary")).to_contain_text("1")
    expect(page.locator(NEED)).to_have_text("1\u202f010,6")
    page.locator(UNDO).click()
    expect(page.locator(".levers-changes summary")).to_contain_text("3")


def test_a_file_is_saved_and_opened_again(page: Page, tmp_path: Path) -> None:
    page.locator(MARGIN).press("ArrowLeft")
    page.locator(NAME).fill("Mitt forslag")
    page.locator(NAME).press("Enter")
    expect(page).to_have_url(re.compile("name=Mitt"))
    with page.expect_download() as download:
        from_menu(page, "save")
    assert download.value.suggested_filename == "scenario-mitt-forslag_tallgrunnlag-2025-var.json"
    saved = tmp_path / "scenario.json"
    download.value.save_as(saved)
    about = {"version": 2, "baseline": "tallgrunnlag-2025-var", "start": "published"}
    assert json.loads(saved.read_text()) == {**about, "name": "Mitt forslag", "risk_margin": 0.045}
    page.locator(".levers-changes summary").click()
    page.locator(".levers-reset-all").click()
    expect(page.locator(NEED)).to_have_text(PUBLISHED_NEED)
    page.locator(".scenario [type=file]").set_input_files(saved)
    expect(page.locator(NEED)).to_have_text("1\u202f010,6")
    expect(page.locator(MARGIN)).to_have_attribute("aria-valuetext", "4,5 %")


def test_what_is_taken_right_after_a_change_has_it(slow_page: Page) -> None:
    slow_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    slow_page.locator(NAME).fill("Mitt forslag")
    slow_page.locator(NAME).press("Enter")
    with slow_page.expect_download() as download:
        from_menu(slow_page, "save")
    assert download.value.suggested_filename == "scenario-mitt-forslag_tallgrunnlag-2025-var.json"
    slow_page.locator(MARGIN).press("ArrowLeft")
    slow_page.get_by_role("button", name="Del", exact=True).click()
    expect(slow_page.locator(".scenario-said")).to_have_text("Lenken er kopiert.")
    assert "risk_margin=0.045" in slow_page.evaluate("navigator.clipboard.readText()")
    slow_page.locator(MARGIN).press("ArrowLeft")
    with slow_page.expect_download() as download:
        from_menu(slow_page, "save")
    assert json.loads(download.value.path().read_text())["risk_margin"] == 0.04


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"risk_margin": 0.4}', "Risikomargin er 40,0"),
        ("<script>alert(1)</script>", "ikke et scenario"),
        ("x" * 200_000, "tillatt er 100\u202f000 tegn"),
    ],
)
def test_a_bad_file_is_refused_and_the_scenario_kept(page: Page, content: str, said: str) -> None:
    page.locator(MARGIN).press("ArrowLeft")
    expect(page.locator(NEED)).to_have_text("1\u202f010,6")
    file = {"name": "<b>feil</b>.json", "mimeType": "application/json", "buffer": content.encode()}
    page.locator(".scenario [type=file]").set_input_files(file)
    expect(page.locator(".scenario-problem")).to_contain_text(said)
    expect(page.locator(".scenario-problem")).to_contain_text("«<b>feil</b>.json»")
    expect(page.locator(".scenario-problem")).to_contain_text("Scenarioet er beholdt")
    expect(page.locator(NEED)).to_have_text("1\u202f010,6")


def test_a_bad_link_opens_with_what_is_valid(tab: Page) -> None:
    opened(tab, LINK.replace("v=1", "v=7").replace("aar=2026", "aar=2031") + "&first_year=1999&<b>=1")
    warning = tab.get_by_test_id("stAlert")
    expect(warning).to_have_count(1)
    for part in ("versjon 7", "2031", "1999", "«<b>» er ukjent"):
        expect(warning).to_contain_text(part)
    expect(tab.locator(NEED)).to_have_text("994,9")
    tab.locator(MARGIN).press("ArrowLeft")
    expect(warning).to_have_count(0)


def test_a_name_is_text_and_nothing_else(page: Page) -> None:
    name = "<img src=x onerror=alert(1)> *a* [b](c)"
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.locator(NAME).fill(name)
    page.locator(NAME).press("Enter")
    page.locator(MARGIN).press("ArrowLeft")
    expect(page.locator(".legend .of-scenario")).to_have_text(name)
    page.get_by_role("link", name="Sammenlign").click()
    expect(page.locator(".key-label").nth(1)).to_have_text(name)
    page.get_by_role("radio", name="Mot den første").click()
    page.locator("[data-figure=bridge_1] .chart").hover(position={"x": 30, "y": 40})
    assert page.locator("img[src=x]").count() == 0


def test_a_ready_scenario_is_used_and_another_put_on_top(page: Page) -> None:
    page.locator("[data-do=presets]").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill("forskrift 2026")
    dialog.get_by_role("button", name="Avstemming mot vedtatt forskrift 2026", exact=True).click()
    expect(dialog.get_by_role("columnheader", name="Forskriften")).to_be_visible()
    assert_axe_finds_nothing(page)
    dialog.get_by_role("searchbox").fill("økt sikkerhet")
    expect(dialog.locator("[data-ready=sikkerhet_10] .ready-number")).to_have_text(
        ["+10,0", "+20,0", "+30,0", "+40,0", "+100,0"]
    )
    expect(dialog.locator("[data-ready=margin_3]")).to_be_hidden()
    dialog.get_by_role("searchbox").fill("")
    dialog.locator("[data-ready=margin_3] .ready-use").click()
    expect(dialog).to_have_count(0)
    expect(page.locator(NEED)).to_have_text("994,9")
    expect(page.locator(MARGIN)).to_have_attribute("aria-valuetext", "3,0 %")
    page.locator("[data-do=presets]").click()
    dialog.locator("[data-ready=sikkerhet_10] .ready-add").click()
    expect(page.locator(".levers-changes summary")).to_contain_text("2")
    expect(page).to_have_url(re.compile("sikkerhet.enabled=true"))
    page.keyboard.press("Control+z")
    expect(page.locator(NEED)).to_have_text("994,9")


def test_the_scenario_survives_a_server_that_starts_anew(browser: Browser) -> None:
    port = free_port()
    with ExitStack() as first:
        page = browser.new_page(base_url=first.enter_context(app(port=port)), viewport={"width": 1366, "height": 768})
        opened(page, "/oversikt")
        page.locator(MARGIN).press("ArrowLeft")
        expect(page).to_have_url(re.compile("risk_margin=0.045&"))
        page.locator(MARGIN).press("ArrowLeft")
        expect(page).to_have_url(re.compile("risk_margin=0.04&"))
        page.keyboard.press("Control+z")
        expect(page.locator(NEED)).to_have_text("1\u202f010,6")
        at_rest(page)
    expect(page.locator(".scenario-said")).to_contain_text("brutt")
    with app(port=port):
        expect(page.locator(".scenario-said")).to_have_text("Tilkoblet igjen. Scenarioet er beholdt.")
        expect(page.locator(NEED)).to_have_text("1\u202f010,6")
        expect(page.locator(MARGIN)).to_have_attribute("aria-valuetext", "4,5 %")
        expect(page.locator(REDO)).to_be_enabled()
        page.locator(MARGIN).press("ArrowLeft")
        expect(page.locator(NEED)).to_have_text("1\u202f005,3")
    page.close()


def test_arrow_keys_go_through_the_menu_of_rarer_tools(page: Page) -> None:
    opener, tools = page.locator(".scenario-more"), page.locator(".scenario-menu button:visible")
    opener.press("Enter")
    expect(tools.first).to_be_focused()
    for key, place in (("ArrowDown", 1), ("End", -1), ("ArrowDown", 0), ("ArrowUp", -1), ("Home", 0)):
        page.keyboard.press(key)
        expect(tools.nth(place)).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
