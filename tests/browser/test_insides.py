"""What we lean on of Streamlit's and Plotly's insides is as we take it to be; an upgrade that changes it fails here."""

import re
from pathlib import Path
from typing import Any

import pytest
import streamlit
from playwright.sync_api import Browser, Page, expect

from pages.files.scenario_tools import FRAME
from pages.visit.modules import PAGES
from tests.browser.conftest import opened

IMPORTED = """async ([path, use, given]) => {
  const [{ name }] = performance.getEntriesByType("resource").filter((entry) => entry.name.endsWith("/modules.js"));
  const { load } = await import(name);
  return eval(use)(await load(path), given);
}"""
PIXEL = 1  # Plotly draws the edges of a bar on whole pixels
STREAMLIT, PLOTLY, NUDGE = "visit/streamlit_insides.js", "figures/plotly_insides.js", "figures/nudge.js"

NAMED = re.compile(r"\[(data-(?:testid|baseweb|test-[\w-]+))(\^?)=([\w-]+)\]")

MARKS = """({ marksOf }) => [...document.querySelectorAll(".chart")].map((chart) => ({
  traces: marksOf(chart).traces.map(({ x, y, bars, lines, points, texts }, at) => {
    const { type, mode, x: across, y: along, text } = chart.data[at];
    return { type, mode, axes: [typeof x?.c2p, typeof y?.c2p], length: across.length,
      bars: bars.filter(Boolean).length, lines: lines.length, gaps: across.filter((value) => value === null).length,
      points: points.map((point) => point.__data__.i), texts: texts.map((point) => point.__data__.i),
      words: texts.map((point) => point.textContent),
      filled: across.filter((value, i) => value !== null && along[i] !== null && (mode !== "text" || text[i])).length };
  }),
  ticks: marksOf(chart).ticks.map((tick) => tick.textContent),
  named: (chart.layout.xaxis.ticktext ?? chart.layout.yaxis.ticktext ?? []).filter(Boolean),
}))"""

AREAS = """({ marksOf, plotArea }) => [...document.querySelectorAll(".chart")].map((chart) => {
  const area = plotArea(chart), { xaxis, xaxis2, yaxis } = chart._fullLayout, { traces } = marksOf(chart);
  const areas = [...chart.querySelectorAll(".nsewdrag")].map((each) => each.getBoundingClientRect().left);
  const bars = chart.data.flatMap((trace, at) => trace.orientation !== "h" ? [] : traces[at].bars.map((bar, i) => {
    const { top, height } = bar?.getBoundingClientRect() ?? {};
    return bar && trace.x[i] ? Math.abs(top + height / 2 - area.top - yaxis.c2p(trace.y[i])) : 0;
  }));
  return { apart: Math.max(...areas) - Math.min(...areas), offsets: xaxis2 ? xaxis2._offset - xaxis._offset : 0,
    bars: bars.length ? bars : [0] };
})"""

PUSHED = """({ nudge }) => [...document.querySelectorAll(".chart")].map((chart) => {
  const places = () => [...chart.querySelectorAll(".point path, .js-line, path.point, .textpoint text, .xtick text")]
    .map((mark) => ["d", "transform", "x", "y"].map((name) => mark.getAttribute(name)).join(" ") + mark.textContent);
  const before = places();
  return { pushed: nudge(chart, structuredClone(chart.drawn.spec)), before, after: places() };
})"""


def inside(page: Page, path: str, use: str, given: object = None) -> Any:
    """What ``use`` makes of the module that the page has loaded."""
    return page.evaluate(IMPORTED, [path, use, given])


@pytest.fixture(scope="module")
def named(browser: Browser, address: str) -> dict[str, Any]:
    """What streamlit_insides.js names."""
    page = browser.new_page(base_url=address)
    opened(page, "/oversikt")
    found: dict[str, Any] = inside(page, STREAMLIT, "(module) => JSON.parse(JSON.stringify(module))")
    page.close()
    return found


def test_no_other_module_or_style_names_streamlits_parts(named: dict[str, Any]) -> None:
    known = {f"data-testid={each}" for each in named["TEST_IDS"]}
    for style in PAGES.rglob("*.css"):
        for name, prefix, value in NAMED.findall(_text(style)):
            found = [
                each for each in known if each == f"{name}={value}" or (prefix and each.startswith(f"{name}={value}"))
            ]
            assert found, f"{style.name} names {value}"
    for module in PAGES.rglob("*.js"):
        assert module.name == Path(STREAMLIT).name or not re.search("data-test|baseweb|stMain|stApp", _text(module))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_streamlit_has_the_parts_that_we_name(browser: Browser, address: str, named: dict[str, Any]) -> None:
    found: set[str] = set()
    page = browser.new_page(viewport={"width": 1366, "height": 768}, base_url=address)
    for path in ("/oversikt?aar=1066", "/hvem_betaler", "/fossefall", "/eksport"):
        opened(page, path) if path != "/eksport" else page.goto(path)
        page.locator(".levers [type=range]").first.wait_for()
        found |= _parts(page)
    page.goto("/")
    page.get_by_test_id("stCaptionContainer").first.wait_for()
    found |= _parts(page)
    page.goto("/eksport")
    page.get_by_test_id("stTopNavSection").first.click()
    page.get_by_test_id("stTopNavDropdownLink").last.wait_for()
    found |= _parts(page)
    page.locator("[data-testid=stTopNavDropdownLink][href*=nytt_tallgrunnlag]").click()
    page.get_by_test_id("stDownloadButton").first.wait_for()
    found |= _parts(page)
    page.close()
    phone = browser.new_page(viewport={"width": 390, "height": 844}, base_url=address)
    opened(phone, "/oversikt")
    phone.get_by_test_id("stSidebarNav").wait_for(state="attached")
    found |= _parts(phone)
    phone.close()
    assert set(named["TEST_IDS"]) - found == set()


def test_streamlit_says_in_english_what_we_say_in_other_words(named: dict[str, Any]) -> None:
    files = (Path(streamlit.__file__).parent / "static" / "static" / "js").glob("*.js")
    scripts = "\n".join(map(_text, files))
    for english in named["SAID"].values():
        for words in english.split("#"):
            assert words in scripts, english
    assert named["SAID"].keys() == set(FRAME)


def _parts(page: Page) -> set[str]:
    return set(page.evaluate("[...document.querySelectorAll('[data-testid]')].map((part) => part.dataset.testid)"))


def test_streamlit_says_where_it_scrolls_whether_it_runs_and_whether_it_is_connected(page: Page) -> None:
    use = """({ PAGE, SCROLLED, PAGE_LINKS, CONTROLS, isConnected, isAtRest }) => ({
      inside: document.querySelector(SCROLLED).contains(document.querySelector(PAGE)),
      around: document.querySelector(PAGE).contains(document.querySelector(".figures")),
      links: document.querySelectorAll(PAGE_LINKS).length,
      controls: document.querySelectorAll(CONTROLS).length - document.querySelectorAll(PAGE_LINKS).length,
      connected: isConnected() })"""
    page.wait_for_function("document.querySelector('[data-test-script-state]')")
    found = inside(page, STREAMLIT, use)
    assert found["inside"] and found["around"] and found["connected"]
    assert found["links"] >= 8 and found["controls"] > 0
    expect(page.locator("[data-test-script-state=notRunning]")).to_have_count(1)
    assert inside(page, STREAMLIT, "({ isAtRest }) => isAtRest()")


@pytest.mark.parametrize("path", ["/oversikt", "/fossefall", "/fireaarsplan", "/hvem_betaler"])
def test_plotlys_marks_are_where_we_look_for_them(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 768}, base_url=address)
    opened(page, path)
    for chart in inside(page, PLOTLY, MARKS):
        assert len(chart["ticks"]) == len(chart["named"])
        for trace in chart["traces"]:
            if trace["axes"] == ["undefined", "undefined"]:
                continue  # nothing in it
            assert trace["axes"] == ["function", "function"]
            if trace["type"] == "bar":
                assert trace["bars"] == trace["length"], trace
            elif trace["mode"] == "text":
                assert len(trace["texts"]) == trace["filled"] and all(trace["words"]), trace
            elif trace["mode"] == "markers":
                assert len(trace["points"]) == trace["filled"], trace
            else:
                assert trace["lines"] == trace["gaps"] > 0, trace
    page.close()


@pytest.mark.parametrize("path", ["/oversikt", "/fireaarsplan"])
def test_plotlys_plot_area_is_where_its_bars_lie(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 768}, base_url=address)
    opened(page, path)
    for chart in inside(page, PLOTLY, AREAS):
        assert chart["apart"] == pytest.approx(chart["offsets"], abs=PIXEL)
        assert chart["bars"] and max(chart["bars"]) <= PIXEL
    page.close()


@pytest.mark.parametrize("path", ["/oversikt", "/fossefall?risk_margin=0.03", "/fireaarsplan"])
def test_what_is_pushed_stands_where_plotly_draws_it(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 768}, base_url=address)
    opened(page, path)
    for chart in inside(page, NUDGE, PUSHED):
        assert chart["pushed"] and len(chart["before"]) == len(chart["after"]) > 0
        for before, after in zip(chart["before"], chart["after"], strict=True):
            numbers = [[float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", text)] for text in (before, after)]
            assert numbers[0] == pytest.approx(numbers[1], abs=PIXEL), (before, after)
    page.close()
