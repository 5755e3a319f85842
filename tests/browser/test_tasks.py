"""The eighteen tasks of our three users, each with the actions that it takes at most: docs/tasks.md lists them.

An action is what ``clicking`` counts. Each test begins where its user is, and ends at the answer, which is the model's.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pptx import Presentation

from charts.payers.paid import Own
from model import Question, Scenario, answer, run, solve_path
from model.payers import key_alternatives
from tests.browser.clicking import Visitor, amount
from tests.browser.conftest import opened
from tests.browser.looking import arrived

MODUM, KAUTOKEINO = "3316", "5612"
SEARCH = ".payer-search input"
MEETING = "/mote?risk_margin=0.03&aar=2026&med=tallgrunnlaget&med=gjeldende&med=sikkerhet_15"
SEEN = """() => { window.seen = new Set(); document.addEventListener('figures:drawn', () =>
  window.seen.add(document.querySelector('h1').textContent)); }"""


def visitor(page: Page, address: str, most: int) -> Visitor:
    """Somebody who is there, and does so much at most."""
    opened(page, address)
    return Visitor(page, most)


def need(year: int, **levers: object) -> float:
    """The financing need of all solutions, MNOK in 2025 kroner."""
    result = run(Scenario.from_mapping(levers))
    return float(result.financing_need[result.years.index(year)].sum())


def per_inhabitant(payer: str, year: int, **levers: object) -> tuple[float, float]:
    """What it pays per inhabitant, and how much less that is than in the tallgrunnlag, kroner."""
    own = Own.of(payer, answer(Question(Scenario.from_mapping(levers), year=year, us=payer)))
    at = own.paid.years.index(year)
    now, before = (float(each.per_inhabitant_nok[at, 0]) for each in (own.paid, own.reference))
    return now, before - now


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        base_url=address,
        permissions=["clipboard-read", "clipboard-write"],
    )
    yield context.new_page()
    context.close()


def three_percent_for_modum_on_a_slide(page: Page, most: int) -> None:
    page.goto("/")
    page.locator(SEARCH).wait_for()
    member = Visitor(page, most)
    member.types(SEARCH, "Modum")
    member.clicks_on(page.get_by_role("button", name="Risikomargin 3"))
    arrived(page, "oversikt")
    member.chooses("2028")
    now, less = per_inhabitant(MODUM, 2028, risk_margin=0.03)
    told = f"{amount(now).split(',')[0]} kr per innbygger; {less:.2f} kr mindre enn i tallgrunnlaget".replace(".", ",")
    assert told in member.reads_in(".us")
    slide = Presentation(member.takes(page.locator(".us-slide"))).slides[0]
    words = " ".join(" ".join(shape.text_frame.text.split()) for shape in slide.shapes if shape.has_text_frame)
    assert told in words and "Modum i 2028" in words


def test_m1_three_percent_for_us_per_inhabitant_on_a_slide_from_a_phone(phone: Page) -> None:
    three_percent_for_modum_on_a_slide(phone, most=6)


def test_m1b_the_same_on_a_laptop(tab: Page) -> None:
    three_percent_for_modum_on_a_slide(tab, most=4)


def test_m2_why_2027_rises(tab: Page) -> None:
    member = visitor(tab, f"/oversikt?hvem={MODUM}", most=1)
    member.chooses("2027")
    assert "+83,5 bortfall av fjorårets tilbakeføring" in member.reads()
    assert "+83,5" in member.reads_in("[data-figure=bridge] .chart")


def test_m3_our_neighbours(tab: Page) -> None:
    member = visitor(tab, f"/oversikt?hvem={MODUM}", most=2)
    member.goes_to("Hvem betaler")
    said = member.reads_in("[data-figure=payer_neighbours]")
    for words in ("Modum", "Nærmest i folketall", "Nærmest i folketall i fylket", "Nærmest i samlet betaling"):
        assert words in said


def test_m4_the_population_key_for_kautokeino(tab: Page) -> None:
    member = visitor(tab, f"/hvem_betaler?hvem={KAUTOKEINO}&aar=2026", most=2)
    member.opens("Hva en annen nøkkel ville bety for Kautokeino")
    asked = answer(Question(us=KAUTOKEINO))
    others = key_alternatives(KAUTOKEINO, asked.result, asked.question.scenario)
    (by_population,) = (each for each in others if each.key == "population")
    less = f"{-float(by_population.change[0]):.3f}".replace(".", ",")
    assert f"−{less}" in member.reads()


def test_m5_a_link_to_a_colleague_from_a_phone(phone: Page) -> None:
    member = visitor(phone, f"/hvem_betaler?hvem={MODUM}&aar=2028&risk_margin=0.03", most=1)
    member.clicks_on(phone.locator(".phone-share"))
    said = phone.locator(".scenario-said")
    expect(said).to_have_text("Lenken er kopiert.")
    box = said.bounding_box()
    assert box and box["y"] > 50 and box["y"] + box["height"] < 844
    copied = phone.evaluate("navigator.clipboard.readText()")
    assert all(part in copied for part in ("/hvem_betaler?", f"hvem={MODUM}", "aar=2028", "risk_margin=0.03"))


def test_m6_where_1115_6_comes_from(tab: Page) -> None:
    analyst = visitor(tab, "/fossefall?figur=all&aar=2026", most=3)
    analyst.clicks_on(tab.locator("[data-figure=bridge] .show"))
    analyst.clicks_on(tab.locator(".calculation-figures .opens", has_text="1\u202f115,6").first)
    assert "Forskrift 2025 samt midler fra tidligere år, alle løsninger 1 115,6" in analyst.reads()
    analyst.clicks_on(tab.locator(".calculation-step > .calculation-terms button").first)
    said = analyst.reads_in(".calculation:popover-open")
    assert "Tabell 8" in said and "370,2" in said


def test_l1_three_percent_in_2027_on_the_shared_screen(tab: Page) -> None:
    leader = visitor(tab, MEETING, most=1)
    leader.presses("7")
    less = need(2027) - need(2027, risk_margin=0.03)
    assert f"er {amount(less)} mill. kr (1,9 %) lavere enn i tallgrunnlaget" in leader.reads_in("h1")
    assert f"−{amount(less)}" in leader.reads_in("[data-figure=bridge] .chart")


def test_l2_step_through_the_proposals(tab: Page) -> None:
    leader = visitor(tab, MEETING.replace("aar=2026", "aar=2027"), most=1)
    leader.presses("3")
    more = need(2027, measures={"sikkerhet": {"enabled": True, "amount_mnok": 15.0}}) - need(2027)
    assert f"er {amount(more)} mill. kr" in leader.reads_in("h1") and "høyere" in leader.reads_in("h1")


def test_l3_the_change_plays_again(tab: Page) -> None:
    opened(tab, MEETING.replace("aar=2026", "aar=2027"))
    Visitor(tab).moves("risk_margin", "ArrowLeft")
    leader, before = Visitor(tab, most=1), tab.locator("h1").inner_text()
    tab.evaluate(SEEN)
    tab.keyboard.press("r")
    tab.wait_for_function("seen.size > 1")
    expect(tab.locator("h1")).to_have_text(before)
    assert leader.clicks == 0  # and the key


def test_l4_flat_to_2029_by_efficiency(tab: Page) -> None:
    leader = visitor(tab, "/oversikt", most=2)
    leader.goes_to("Hva skal til?")
    leader.clicks_on(tab.locator(".answers-reached tr", has_text="Ekstra effektivisering").locator("[data-use]"))
    held = Scenario(first_year=2027)  # 2026 is set by regulation
    found = solve_path("extra_efficiency", {year: need(2026) for year in (2027, 2028, 2029)}, scenario=held)
    said = leader.reads_in(".figures .keys")
    for year in (2027, 2028, 2029):
        assert amount(need(year, extra_efficiency=found.value, first_year=2027)) in said
    assert amount(need(2026)) in leader.reads_in(".figures .charts")


def test_l5_and_who_pays(tab: Page) -> None:
    leader = visitor(tab, f"{MEETING.replace('aar=2026', 'aar=2027')}&hvem={MODUM}", most=1)
    leader.clicks_on(tab.locator(".meeting-line button", has_text="Hvem betaler"))
    assert "RHF betalt" in leader.reads_in("h1") and "Modum i 2027" in leader.reads_in(".because")
    assert "Kommuner" in leader.reads_in("[data-figure=payer_groups]")


def test_l6_a_typed_mistake_is_undone(tab: Page) -> None:
    opened(tab, "/oversikt")
    Visitor(tab).types("[data-exact=risk_margin], .lever-exact input >> nth=0", "3")
    assert "lavere" in Visitor(tab).reads_in("h1")
    leader = Visitor(tab, most=1)
    leader.presses("Control+z")
    assert amount(need(2026)) in leader.reads_in("h1")


def test_a1_a_chart_into_a_document_in_nynorsk(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, permissions=["clipboard-read", "clipboard-write"])
    analyst = visitor(context.new_page(), "/oversikt?sprak=nn&risk_margin=0.03", most=1)
    copier = analyst.page.locator("[data-figure=plan] .copy-picture")
    analyst.clicks_on(copier)
    expect(copier).to_have_text("Biletet er kopiert")
    kinds = analyst.page.evaluate("navigator.clipboard.read().then(([item]) => item.types)")
    assert kinds == ["image/png"]
    context.close()


def test_a2_a_municipalitys_table_with_its_source(tab: Page) -> None:
    analyst = visitor(tab, f"/hvem_betaler?hvem={MODUM}&aar=2028&risk_margin=0.03", most=1)
    own = tab.locator("[data-testid=stExpander]", has_text="Modum år for år")
    content = analyst.takes(own.get_by_role("button", name="Last ned tabellen (CSV)")).read_text("utf-16")
    now, _ = per_inhabitant(MODUM, 2028, risk_margin=0.03)
    assert '"2028*"\t"2028*, enhet"' in content and f'{100 * now:.0f}\t"øre"' in content
    words = ("Modum", MODUM, "tilnærmet", "Teknisk beregningsutvalgs vurderinger våren 2025", f"hvem={MODUM}")
    assert all(each in content for each in words)


def test_a3_the_regulation_is_met(tab: Page) -> None:
    analyst = visitor(tab, "/oversikt?aar=2026", most=2)
    said = analyst.uses_ready("forskrift_2026")
    assert "Prøvesvar" in said or "prøvesvar" in said
    assert "1 029,2" in analyst.reads()


def test_a4_a_proposal_like_that_of_ks_beside_the_tallgrunnlag(tab: Page) -> None:
    analyst = visitor(tab, "/oversikt?aar=2027", most=4)
    analyst.uses_ready("mindreforbruk_2025")
    analyst.types(".lever:has([data-lever=risk_margin]) .lever-exact input", "3")
    analyst.goes_to("Sammenlign")
    asked = need(2027, risk_margin=0.03, base_year_underspend_returned=1.0)
    assert amount(asked) in analyst.reads_in(".figures") and amount(need(2027)) in analyst.reads_in(".figures")


def test_a5_the_slides_in_nynorsk(tab: Page) -> None:
    analyst = visitor(tab, "/eksport?sprak=nn", most=1)
    slides = Presentation(analyst.takes(tab.locator(".take-list [data-kind=deck]"))).slides
    titles = [slide.shapes.title.text for slide in slides]
    assert len(set(titles)) == len(titles) and all(re.search(r"\w+ .*\w", title) for title in titles)


def test_a6_a_printed_table_and_its_errors(tab: Page) -> None:
    analyst = visitor(tab, "/oversikt", most=1)
    analyst.clicks_on(tab.locator(".st-key-check button"))
    arrived(tab, "avstemming")
    said = analyst.reads()
    assert "33 ting" in said and "Tabell 8" in said
