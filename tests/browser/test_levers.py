"""Levers by mouse, touch and keys: what they move, and what they refuse."""

import re
import time

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.looking import (
    MARGIN,
    NEED,
    NEXT_FRAME,
    PUBLISHED_NEED,
    at_rest,
    bridge_label,
    grab,
    is_lower,
    known_ahead,
    marks,
    wait_until,
)

FROM_LAW = "[data-lever=start] [value=law]"


def test_the_bridge_moves_while_the_mouse_is_still_down(page: Page) -> None:
    before = bridge_label(page)
    assert before == PUBLISHED_NEED
    left, width, y = grab(page)
    page.mouse.move(left + width / 2, y, steps=12)
    wait_until(lambda: bridge_label(page) != before)
    wait_until(lambda: page.locator(NEED).inner_text() == bridge_label(page))
    assert "høyere" in page.locator("h1").inner_text()
    page.mouse.up()
    expect(page.locator(".lever.changed .lever-reset").first).to_be_visible()


def test_a_lever_that_is_let_go_where_it_was_taken_is_at_rest(page: Page) -> None:
    """The browser fires no change of it; the address, which is not written while a lever moves, still follows."""
    left, width, y = grab(page)
    page.mouse.move(left + width / 2, y, steps=8)
    wait_until(lambda: bridge_label(page) != PUBLISHED_NEED)
    page.mouse.move(left + width / 3, y, steps=8)
    expect(page.locator(MARGIN)).to_have_attribute("aria-valuetext", "5,0 %")
    page.mouse.up()
    wait_until(lambda: bridge_label(page) == PUBLISHED_NEED)
    page.get_by_role("radio", name="2027").click()
    expect(page).to_have_url(re.compile("aar=2027"))


def test_a_drag_draws_many_states_and_ends_on_the_right_one(page: Page) -> None:
    states = drag(page)
    assert len(states) >= 10  # a slow machine draws fewer; the benchmark holds the figure to beat
    assert_margin_shown(page)


def test_a_slow_script_still_draws_several_states(slow_page: Page) -> None:
    states = drag(slow_page)
    assert len(states) >= 4
    assert_margin_shown(slow_page)


def test_what_is_moved_while_an_answer_is_on_its_way_counts(slow_page: Page) -> None:
    """The start's answer must not take back the margin, nor the change of language and year behind it."""
    slow_page.locator(FROM_LAW).check()
    lower(slow_page)
    slow_page.get_by_role("radio", name="Nynorsk").click()
    slow_page.get_by_role("radio", name="2027").click()
    expect(slow_page.locator("h1")).to_contain_text(re.compile(r"2027 er 22,0 .* lågare enn i planen i talgrunnlaget"))
    expect(slow_page.locator(MARGIN)).to_have_attribute("aria-valuetext", "3,0 %")
    expect(slow_page.locator("[data-warning=moves_first]")).to_have_count(0)


@pytest.mark.parametrize("visited", ["page", "slow_page"])
def test_what_is_asked_for_at_once_comes_after_the_change(visited: str, request: pytest.FixtureRequest) -> None:
    """Undo and redo, another page, the meeting and the way out of it, each within a breath of the last key."""
    page: Page = request.getfixturevalue(visited)
    headline, margin = page.locator("h1"), page.locator(MARGIN)
    lower(page)
    page.keyboard.press("Control+z")
    expect(margin).to_have_attribute("aria-valuetext", "5,0 %")  # the headline may still be that of before the keys
    expect(headline).to_contain_text("det løsningene hadde i 2025")
    page.keyboard.press("Control+y")
    expect(margin).to_have_attribute("aria-valuetext", "3,0 %")
    expect(headline).to_contain_text(is_lower("2026 er 20,9"))
    expect(page).to_have_url(re.compile("risk_margin=0.03&"))
    lower(page)
    page.get_by_role("link", name="Fireårsplan").click()
    expect(page.locator("[data-figure=drivers] svg").first).to_be_visible()
    expect(headline).to_contain_text(is_lower("2026 er 41,9"))
    lower(page)
    page.locator(MARGIN).blur()  # while a lever has the focus, M is not a shortcut
    page.keyboard.press("m")
    page.get_by_role("button", name="Avslutt (Esc)").wait_for()
    expect(margin).to_have_attribute("aria-valuetext", "0,0 %")
    margin.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("/fireaarsplan.*risk_margin=0.005&"))


def lower(page: Page) -> None:
    """Moves the risk margin four steps down by its keys."""
    page.locator(MARGIN).focus()
    for _ in range(4):
        page.keyboard.press("ArrowLeft")


def drag(page: Page) -> list[str]:
    """Drags the risk margin from 5 to about 13 % in two seconds; gives the needs that were drawn, in order."""
    page.evaluate(
        """() => { window.drawn = []; const need = document.querySelector('[data-figure=financing_need] .key-value');
             new MutationObserver(() => window.drawn.push(need.textContent)).observe(need, {
               childList: true, characterData: true, subtree: true }); }"""
    )
    left, width, y = grab(page)
    for step in range(100):
        page.mouse.move(left + width * (1 / 3 + step / 190), y)
        time.sleep(0.02)
    drawn = list(dict.fromkeys(page.evaluate("window.drawn")))
    page.mouse.up()
    return drawn


def assert_margin_shown(page: Page) -> None:
    """The figures belong to the value that the lever shows when it has come to rest."""
    margin = float(page.locator(".lever-exact input").first.input_value().replace(",", ".")) / 100
    expected = 1099.3 * (1 + margin) / 1.05 - 83.5
    shown = f"{expected:,.1f}".replace(",", "\u202f").replace(".", ",")
    expect(page.locator(NEED)).to_have_text(shown)
    wait_until(lambda: bridge_label(page) == shown)


def test_a_drag_on_fossefall_keeps_six_bridges_moving(tab: Page) -> None:
    opened(tab, "/fossefall")
    expect(tab.locator(".figure")).to_have_count(6)
    before = six_needs(tab)
    left, width, y = grab(tab)
    tab.mouse.move(left + width / 2, y, steps=12)
    wait_until(lambda: all(a != b for a, b in zip(before, six_needs(tab), strict=True)))
    tab.mouse.up()


def six_needs(page: Page) -> list[str]:
    """The end of the last bar of each bridge's level panel, as drawn."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.figure .chart')]
             .map(({ data }) => String(data[1].x.at(-1) ?? data[0].x.at(-1)))"""
    )


@pytest.mark.parametrize("path", ["/oversikt?aar=2028", "/fossefall?aar=2027", "/fireaarsplan"])
def test_what_is_pushed_while_moving_stands_where_plotly_draws_it(tab: Page, path: str) -> None:
    """Marks and texts after a move with the mouse still down are those of the drawing at rest.

    Within a pixel: Plotly widens bars that are thinner than one. The first move leads from the difference from the year
    before to that from the tallgrunnlag, and undo back to exactly what was drawn.
    """
    opened(tab, path)
    at_rest(tab)
    first, told = marks(tab), tab.get_by_role("radio", name="Fra året før")
    expect(told).to_be_checked()
    known_ahead(tab)
    left, width, y = grab(tab)
    for share in (0.40, 0.42, 0.43, 0.44):  # beyond, the axis of the steps grows, and all is drawn anew
        tab.mouse.move(left + width * share, y)
        tab.evaluate(NEXT_FRAME)
    pushed = tab.evaluate("[...document.querySelectorAll('.chart')].map(chart => chart.drawn.marks !== null)")
    before = marks(tab)
    tab.mouse.up()
    at_rest(tab)
    assert any(pushed) and tab.evaluate("[...document.querySelectorAll('.chart')].every(c => c.drawn.marks === null)")
    after = marks(tab)
    assert [kind for kind, _ in before] == [kind for kind, _ in after]
    for (kind, one), (_, other) in zip(before, after, strict=True):
        assert one == pytest.approx(other, abs=1.0) if kind != "text" else one == other
    expect(tab.get_by_role("radio", name="Mot tallgrunnlaget")).to_be_checked()
    tab.locator("[data-do=undo]").click()
    expect(told).to_be_checked()
    at_rest(tab)
    assert marks(tab) == first


def test_arrow_keys_move_a_lever_step_by_step(page: Page) -> None:
    lever = page.locator(MARGIN)
    lever.focus()
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    expect(page.locator(NEED)).to_have_text("994,9")
    expect(lever).to_have_attribute("aria-valuetext", "3,0 %")
    expect(lever).to_be_focused()
    page.keyboard.press("Delete")
    expect(page.locator(NEED)).to_have_text(PUBLISHED_NEED)


def test_double_click_and_button_reset_a_lever(page: Page) -> None:
    lever = page.locator(MARGIN)
    lever.press("ArrowLeft")
    expect(page.locator(NEED)).not_to_have_text(PUBLISHED_NEED)
    lever.dblclick(position={"x": 120, "y": 14})
    expect(page.locator(NEED)).to_have_text(PUBLISHED_NEED)
    lever.press("ArrowLeft")
    page.get_by_role("button", name="Tilbake til 5,0").click()
    expect(page.locator(NEED)).to_have_text(PUBLISHED_NEED)


def test_quick_keys_on_two_levers_lose_nothing(page: Page) -> None:
    """The second lever's first change waits behind the first lever's last."""
    for lever, key, times in ((MARGIN, "ArrowLeft", 4), ("[data-lever=index_rate]", "ArrowRight", 20)):
        page.locator(lever).focus()
        for _ in range(times):
            page.keyboard.press(key)
    expect(page.locator(NEED)).to_have_text("1\u202f014,8")
    assert_margin_and_index_shown(page)


def assert_margin_and_index_shown(page: Page) -> None:
    margin, index = (page.locator(".lever-exact input").nth(at).input_value() for at in (0, 1))
    assert (margin, index) == ("3,0", "2,0")


def test_the_levers_work_by_touch(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 820, "height": 1180}, has_touch=True, base_url=address)
    page = context.new_page()
    opened(page, "/oversikt")
    box = page.locator(MARGIN).bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2)
    expect(page.locator("h1")).to_contain_text(re.compile("høyere"))
    context.close()


@pytest.mark.parametrize("typed", ["3,1", "3.1", " 3,1 % "])
def test_an_exact_value_can_be_typed(page: Page, typed: str) -> None:
    field = page.get_by_label("nøyaktig verdi").nth(1)
    field.fill(typed)
    field.press("Enter")
    expect(page.locator("[data-figure=bridge] .subtitle")).to_contain_text("løpende kroner, 3,1")
    expect(page.locator(NEED)).to_have_text("1\u202f047,3")


@pytest.mark.parametrize("typed", ["99", "abc", "", "1e3", "<img src=x>"])
def test_what_cannot_be_used_is_explained_and_the_scenario_kept(page: Page, typed: str) -> None:
    field = page.get_by_label("nøyaktig verdi").first
    field.fill(typed)
    field.press("Enter")
    expect(page.locator(".levers-error")).to_contain_text("5,0\u00a0% er beholdt")
    expect(field).to_have_value("5,0")
    expect(page.locator(NEED)).to_have_text(PUBLISHED_NEED)


def test_a_measure_is_switched_off_postponed_and_taken_back(page: Page) -> None:
    page.locator("[data-group=measures] summary").click()
    page.locator("[data-lever='measures.fm_avvikling.enabled']").uncheck()
    expect(page.locator(NEED)).to_have_text("1\u202f028,6")
    page.locator("[data-lever='measures.pasientens_provesvar.delay']").get_by_label("1 år").check()
    expect(page.locator(NEED)).to_have_text("1\u202f011,1")
    page.locator(".levers-changes summary").click()
    expect(page.locator(".levers-changes li")).to_have_count(2)
    page.locator(".levers-changes li button").first.click()
    expect(page.locator(NEED)).to_have_text("1\u202f028,6")
    page.locator(".levers-reset-all").click()
    expect(page.locator(NEED)).to_have_text(PUBLISHED_NEED)
    expect(page.locator("[data-lever='measures.fm_avvikling.enabled']")).to_be_checked()


def test_a_measure_that_is_switched_on_shows_its_settings_below_it(page: Page) -> None:
    page.locator("[data-group=measures] summary").click()
    page.locator("[data-lever='measures.sikkerhet.enabled']").check()
    page.locator("[data-lever='measures.sikkerhet.amount_mnok']").wait_for()
    order = page.evaluate(
        "[...document.querySelectorAll('[data-group=measures] [data-lever]')].map(e => e.dataset.lever)"
    )
    at = order.index("measures.sikkerhet.enabled")
    assert order[at + 1 : at + 3] == ["measures.sikkerhet.delay", "measures.sikkerhet.amount_mnok"]
    expect(page.locator(NEED)).to_have_text("1\u202f025,8")
    ehds = page.locator("[data-lever='measures.ehds.amount_mnok']")
    ehds.press("ArrowRight")
    expect(page.locator(".levers-changes summary")).to_contain_text("3")
    ehds.press("Delete")
    expect(page.locator(".levers-changes summary")).to_contain_text("1")


def test_a_solution_has_levers_of_its_own(page: Page) -> None:
    page.locator("[data-group=solutions] summary").click()
    page.locator("[data-lever=lever_solution]").get_by_label("E-resept").check()
    own = page.locator("[data-lever='by_solution.e_resept.extra_efficiency']")
    own.press("ArrowRight")
    expect(page.locator(".levers-changes summary")).to_contain_text("1")
    expect(page.locator(NEED)).not_to_have_text(PUBLISHED_NEED)
    own.press("Delete")
    expect(page.locator(NEED)).to_have_text(PUBLISHED_NEED)


def test_a_button_tells_what_a_lever_is_and_leads_to_the_list_of_words(page: Page) -> None:
    ask = page.get_by_role("button", name="Hva er Ekstra effektivisering?")
    box = ask.bounding_box()
    assert box and min(box["width"], box["height"]) >= 24
    ask.focus()
    page.keyboard.press("Enter")
    told = page.locator(".lever-help")
    expect(told).to_be_focused()
    expect(ask).to_have_attribute("aria-expanded", "true")
    expect(told).to_contain_text("Fra −5,0 % til 10,0 %. I tallgrunnlaget: 0,0 %.")
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    expect(ask).to_be_focused()
    expect(ask).to_have_attribute("aria-expanded", "false")
    ask.click()
    told.get_by_role("button", name="Alle ord og spaker").click()
    expect(page).to_have_url(re.compile("/ord"))
    expect(page.locator(".glossary-entry.chosen")).to_contain_text("Ekstra effektivisering")
    expect(page.locator(".glossary-entry.chosen")).to_be_focused()
    page.get_by_role("searchbox").fill("reell bel")
    expect(page.locator(".glossary-entry:visible h3")).to_have_text(["Reell belastning"])
