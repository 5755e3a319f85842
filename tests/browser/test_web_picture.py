"""The interactive picture from a folder, in a browser without a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from exports.pictures import figures
from exports.subject import subject_of
from exports.web_picture import web_picture
from model import Question, Scenario
from tests.browser.conftest import opened
from tests.export_subject import CREATED

NAME = "</script><b>@ola"
OF = subject_of(Question(Scenario(name=NAME, risk_margin=0.03, index_rate=0.031), year=2027), CREATED)


@pytest.fixture
def alone(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that no network answers; fails on any error, any word in the console and any request but for its file."""
    context = browser.new_context(viewport=request.param, offline=True)
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text))
    page.on(
        "request", lambda asked: said.append(asked.url) if asked.url.split(":")[0] not in ("file", "data") else None
    )
    yield page
    context.close()
    assert not said


WIDE, PHONE = {"width": 1200, "height": 900}, {"width": 380, "height": 800}


@pytest.mark.parametrize("name", ["bridge", "plan", "reasons"])
@pytest.mark.parametrize("alone", [WIDE, PHONE], indirect=True, ids=["wide", "phone"])
def test_it_is_drawn_from_its_file_alone(alone: Page, tmp_path: Path, name: str) -> None:
    file = tmp_path / "picture.html"
    file.write_text(web_picture(figures(OF)[name], OF), encoding="utf-8")
    alone.goto(file.as_uri())
    chart = alone.get_by_role("img", name=figures(OF)[name].alt)
    chart.locator("svg.main-svg").first.wait_for()
    expect(alone.locator(".scenario")).to_have_text(NAME)
    expect(alone.locator("b")).to_have_count(0)
    alone.locator("summary").click()
    expect(alone.locator("tbody tr")).to_have_count(len(figures(OF)[name].table.rows))
    assert alone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert alone.evaluate("document.fonts.check('13px \"Hvaom Sans\"')")
    assert Axe().run(alone).violations_count == 0


@pytest.mark.parametrize("alone", [WIDE], indirect=True, ids=["wide"])
def test_a_bar_answers_to_the_mouse_and_nothing_runs_that_is_not_ours(alone: Page, tmp_path: Path) -> None:
    file = tmp_path / "picture.html"
    file.write_text(web_picture(figures(OF)["reasons"], OF), encoding="utf-8")
    alone.goto(file.as_uri())
    bar = alone.locator("svg.main-svg .bars .point path").first.bounding_box()
    assert bar
    alone.mouse.move(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
    expect(alone.locator(".hoverlayer .hovertext").first).to_contain_text("1\u202f1")
    allowed = "document.querySelector('meta[http-equiv]').content"
    assert "unsafe-eval" not in alone.evaluate(allowed) and "default-src 'none'" in alone.evaluate(allowed)


def test_it_is_taken_from_the_charts_own_menu(tab: Page) -> None:
    opened(tab, "/oversikt?risk_margin=0.03&aar=2027&name=Forslag")
    section = tab.locator("[data-figure=bridge]")
    section.locator(".take summary").click()
    with tab.expect_download(timeout=30_000) as download:
        section.get_by_role("button", name="HTML", exact=True).click()
    assert download.value.suggested_filename.startswith("bridge_2027_forslag_")
    assert download.value.suggested_filename.endswith(".html")
    assert "1\u202f098,2" in Path(download.value.path()).read_text(encoding="utf-8")


def test_a_name_like_a_colours_is_read_when_a_bar_is_pointed_at(tab: Page) -> None:
    opened(tab, "/hvorfor?risk_margin=0.03&aar=2027&name=@ola")
    texts = tab.evaluate("document.querySelector('[data-figure=reasons] .chart').data.flatMap(t => t.hovertext ?? [])")
    assert any(text.startswith("@ola") for text in texts) and all(texts)
