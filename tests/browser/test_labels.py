"""What stands in the charts: no text over another, none cut, none lost; one amount, one length beside each other."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.baselines import PRESENT
from tests.browser.conftest import opened
from tests.browser.looking import MARGIN, resized
from texts import LANGUAGES

SIZES = ((1366, 768), (1920, 1080), (1280, 720), (390, 844))
MOVED = "risk_margin=0.03&index_rate=0.031&measures.sikkerhet.enabled=true"
TALLEST = PRESENT.plan_years[1]  # the year with most rows: last year's return lapses
TOUCH = 1.0  # pixels that boxes of neighbours may share: a box is higher than its letters
BRIDGES = (
    "fossefall?figur=egen_skala",
    "fossefall?forskjell=tallgrunnlaget",
    "fossefall?figur=all",
    "fossefall?figur=helsenettet_inkl_vkp&forskjell=tallgrunnlaget",
)
OTHERS = (
    "oversikt?",
    "fireaarsplan?",
    "hvem_betaler?hvem=Helse+Vest",
    "hvem_betaler?hvem=3316",
    "hvorfor?vis=enkeltvis&risk_margin=0.03",
    "hva_skal_til?",
    "enhetskostnader?",
    "tidligere_aars_midler?",
    "utvikling?",
    "utvikling?losning=e_resept&historie=lopende",
    "usikkerhet?",
    "usikkerhet?visning=vifte",
    *(
        f"mote?diagram={chart}"
        for chart in ("fossefall", "plan", "behov", "hvorfor", "betalere", "midler", "utvikling", "usikkerhet")
    ),
    *(
        f"sammenlign?{'&'.join(f'med={text}' for text in beside)}"
        for beside in (
            ("tallgrunnlaget", "margin_3"),
            ("tallgrunnlaget", "gjeldende", "margin_3"),
            ("tallgrunnlaget", "sikkerhet_15", "dobbelt_volum", "felles_i_forskriften"),
        )
    ),
)
CHARTS = """() => [...document.querySelectorAll('.chart')].map(chart => {
  const box = chart.getBoundingClientRect();
  const texts = [...chart.querySelectorAll('svg text')].map(text =>
    [text.textContent.trim(), text.getBoundingClientRect()]);
  return { name: chart.closest('.figure').dataset.figure, width: box.width, height: box.height,
    texts: texts.filter(([words, place]) => words && place.width).map(([words, place]) =>
      [words, place.left - box.left, place.top - box.top, place.right - box.left, place.bottom - box.top]),
    asked: chart.data.filter(trace => trace.mode === 'text').flatMap(trace =>
      trace.text.map(words => words.replace(/<[^>]*>/g, '').trim()).filter(Boolean)) }; })"""


@pytest.fixture(scope="module")
def visitor(browser: Browser, address: str) -> Iterator[Page]:
    """One visit for many looks."""
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


def looked(page: Page, size: tuple[int, int]) -> list[dict[str, Any]]:
    """The charts of the page in a window of ``size``, once the page is drawn for it."""
    resized(page, *size)
    return page.evaluate(CHARTS)


def faults(charts: Sequence[dict[str, Any]]) -> list[str]:
    """Each text that lies over another, is cut off or is not there."""
    found = []
    for chart in charts:
        for words, left, top, right, bottom in chart["texts"]:
            if left < -1 or top < -1 or right > chart["width"] + 1 or bottom > chart["height"] + 1:
                found.append(f"{chart['name']}: «{words}» is cut")
        for one, other in combinations(chart["texts"], 2):
            if (
                min(one[3], other[3]) - max(one[1], other[1]) > TOUCH
                and min(one[4], other[4]) - max(one[2], other[2]) > TOUCH
            ):
                found.append(f"{chart['name']}: «{one[0]}» and «{other[0]}» lie over each other")
        drawn = [words for words, *_ in chart["texts"]]
        lost = [words for words in set(chart["asked"]) if drawn.count(words) < chart["asked"].count(words)]
        found += [f"{chart['name']}: «{words}» is lost" for words in lost]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", BRIDGES)
def test_no_label_of_a_bridge_is_over_another_or_lost(visitor: Page, path: str, language: str) -> None:
    """Every year, chosen on the page: what was drawn before is drawn anew."""
    visitor.set_viewport_size({"width": 1366, "height": 768})
    opened(visitor, f"/{path}&sprak={language}&{MOVED}")
    for year in PRESENT.plan_years:
        visitor.get_by_role("radio", name=str(year), exact=True).click()
        expect(visitor.locator("h1")).to_contain_text(str(year))
        for size in SIZES if year == TALLEST else SIZES[:1]:
            found = faults(looked(visitor, size))
            assert not found, (year, size, found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", OTHERS)
def test_no_label_of_a_chart_is_over_another_or_lost(visitor: Page, path: str, language: str) -> None:
    visitor.set_viewport_size({"width": 1366, "height": 768})
    opened(visitor, f"/{path}&aar=2027&sprak={language}&{MOVED}")
    for size in SIZES if language == LANGUAGES[0] else (SIZES[0], SIZES[-1]):
        found = faults(looked(visitor, size))
        assert not found, (size, found)


LENGTHS = """() => [...document.querySelectorAll('.chart')].map(chart => {
  const found = { kind: chart.closest('.figure').dataset.figure.split('_')[0] };
  for (const [at, subplot] of [[0, 'xy'], [4, 'x2y']]) {
    const trace = chart.data[at]; // the reference's bars, of the levels and of the steps alone
    if (trace?.type !== 'bar') continue;
    const amounts = (trace.orientation === 'h' ? trace.x : trace.y).map(Math.abs);
    const longest = amounts.indexOf(Math.max(...amounts));
    const bars = chart.querySelectorAll(`.subplot.${subplot} .barlayer > .trace`)[0].querySelectorAll('.point path');
    const box = bars[longest].getBBox();
    found[subplot] = (trace.orientation === 'h' ? box.width : box.height) / amounts[longest];
  }
  return found; })"""


def assert_one_length_per_million(page: Page, size: tuple[int, int]) -> None:
    """In pixels of the drawn bars, all charts of a kind that stand on the page."""
    looked(page, size)
    found = page.evaluate(LENGTHS)
    for kind in {chart["kind"] for chart in found}:
        for subplot in ("xy", "x2y"):
            lengths = [chart[subplot] for chart in found if chart["kind"] == kind and subplot in chart]
            assert not lengths or max(lengths) / min(lengths) < 1.01, (size, kind, subplot, lengths)


def test_one_amount_is_one_length_in_all_compared_scenarios(visitor: Page) -> None:
    """With four, three and two of them, taken away one by one."""
    beside = ("tallgrunnlaget", "gjeldende", "margin_3", "sikkerhet_15")
    visitor.set_viewport_size({"width": 1366, "height": 768})
    moved = (
        "risk_margin=0.03&underspend_2025_returned=1.0&first_year=2027"  # no range under its years, as the others have
    )
    opened(visitor, f"/sammenlign?aar=2027&{moved}&{'&'.join(f'med={text}' for text in beside)}")
    for count in (4, 3, 2):
        expect(visitor.locator(".key-label")).to_have_count(count)
        expect(visitor.locator(".figure")).to_have_count(2 * count)
        for size in (*SIZES[:3], (1536, 864)):
            assert_one_length_per_million(visitor, size)
            assert visitor.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        if count > 2:
            visitor.locator(".key-remove").last.click()


@pytest.mark.parametrize("path", ["fossefall?forskjell=fjoraaret", "fireaarsplan?risk_margin=0.03"])
def test_one_amount_is_one_length_in_all_charts_of_a_kind(visitor: Page, path: str) -> None:
    visitor.set_viewport_size({"width": 1366, "height": 768})
    opened(visitor, f"/{path}&aar=2027")
    for size in (*SIZES[:3], (1536, 864)):
        assert_one_length_per_million(visitor, size)


def test_one_amount_is_one_length_in_all_charts_of_an_authority(visitor: Page) -> None:
    visitor.set_viewport_size({"width": 1366, "height": 768})
    opened(visitor, "/hvem_betaler?hvem=Helse+Vest&aar=2027&index_rate=0.031")
    for size in SIZES[:3]:
        looked(visitor, size)
        lengths = [chart["xy"] for chart in visitor.evaluate(LENGTHS)]
        assert len(lengths) == 4 and max(lengths) / min(lengths) < 1.01, (size, lengths)
        low, _, _, high = visitor.evaluate("[...document.querySelectorAll('.chart')].map(chart => chart.clientHeight)")
        assert low < high / 2, f"{size}: a low chart has empty height over its columns"


def test_no_number_is_lost_when_a_lever_moves_or_another_difference_is_chosen(visitor: Page) -> None:
    visitor.set_viewport_size({"width": 1366, "height": 768})
    opened(visitor, "/fossefall?aar=2027")
    visitor.get_by_role("radio", name="Mot tallgrunnlaget").click()
    expect(visitor.locator("h1")).to_contain_text("som i tallgrunnlaget")
    visitor.get_by_role("radio", name="Fra året før").click()
    expect(visitor.locator("[data-figure=bridge] .chart")).to_contain_text("Bortfall av fjorårets tilbakeføring")
    assert not faults(looked(visitor, SIZES[0]))
    visitor.locator(MARGIN).press("ArrowLeft")
    expect(visitor.locator("h1")).to_contain_text("1\u202f114,2")
    assert not faults(looked(visitor, SIZES[0]))


@pytest.mark.parametrize("path", ["oversikt?", "hvorfor?"])
def test_the_difference_stands_near_few_rows(visitor: Page, path: str) -> None:
    visitor.set_viewport_size({"width": 1366, "height": 768})
    opened(visitor, f"/{path}&risk_margin=0.03&aar=2028&priser=faste&sprak=nb")
    for size in SIZES[:2]:
        (bridge, *_) = looked(visitor, size)
        tops = {words: top for words, _, top, _, _ in bridge["texts"]}
        rows = tops["1\u202f109,9"] - tops["1\u202f131,5"]
        assert tops["−21,6"] - tops["1\u202f109,9"] < rows, f"{size}: it is further off than all rows are high"
