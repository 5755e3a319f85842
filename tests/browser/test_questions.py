"""What members ask of the need and of the plan, each answered on screen within three clicks from Oversikt.

The clicks are counted by the visitor (``clicking``); the figures are the model's, but for those that a question names.
"""

import pytest
from playwright.sync_api import Page

from model import Scenario, run
from tests.browser.clicking import Visitor, amount, change
from tests.browser.conftest import opened


@pytest.fixture
def member(page: Page) -> Visitor:
    return Visitor(page)


@pytest.fixture
def oslo(tab: Page) -> Visitor:
    """Somebody who has said once that they are Oslo: it stays on every page."""
    opened(tab, "/oversikt?sprak=nb&hvem=0301")
    return Visitor(tab)


def need(year: int, **levers: object) -> float:
    """The financing need of all solutions, MNOK in 2025 kroner."""
    result = run(Scenario.from_mapping(levers))
    return float(result.financing_need[result.years.index(year)].sum())


def test_1_a_margin_of_three_percent(oslo: Visitor) -> None:
    oslo.moves("risk_margin", *["ArrowLeft"] * 4)
    oslo.chooses("2027")
    less = need(2027, risk_margin=0.03) - need(2027)
    assert round(less, 1) == -21.3
    assert f"er {amount(-less)} mill. kr (1,9 %) lavere enn i tallgrunnlaget" in oslo.reads()
    unspent = [
        need(year, risk_margin=0.03, underspend_rate=0.05) - need(year, underspend_rate=0.05)
        for year in (2026, 2027, 2028, 2029)
    ]
    told = " · ".join(change(each) for each in unspent)
    said = oslo.reads_in(".levers")
    assert f"Ingen besparelse: tilbakeføres ubrukt margin, er forskjellen 2026–2029 {told} mill. kr" in said
    oslo.goes_to("Hvem betaler")
    assert "mindre enn i tallgrunnlaget" in oslo.reads_in("h1") and "Oslo" in oslo.reads_in("h1")


def test_2_the_underspend_of_2025_back_in_2027(member: Visitor) -> None:
    back = need(2027, base_year_underspend_returned=1.0)
    assert amount(back) == "1 046,0" and amount(back) in member.reads_in("[data-figure=plan]")
    said = member.uses_ready("mindreforbruk_2025")
    assert "Delingen mellom løsningene er vår forutsetning" in said and "2027 −73,5" in said
    assert f"2027{amount(back)}" in member.reads_in("[data-figure=plan]")
    assert "2025-kroner" in member.reads_in("[data-figure=plan]")


def test_3_back_after_one_year(member: Visitor) -> None:
    member.opens("Mindreforbruk og tilbakeføring")
    said = member.reads_in("[data-group=unspent]")
    assert "kan ikke komme tilbake i 2026, som er fastsatt i forskrift" in said
    assert "Ett år i stedet for to er verdt ett års prisvekst" in said
    member.clicks_on(member.page.locator("[data-lever=start]").get_by_text("vedtatt forskrift 2026"))
    member.clicks_on(member.page.locator("[data-lever=repayment_lag]").get_by_text("1 år"))
    assert "kommer tidligst tilbake i 2027: 2026 er fastsatt i forskrift" in member.reads_in("[data-group=unspent]")


def test_4_the_35_that_have_left_the_regulation(member: Visitor) -> None:
    assert "+14,7 +1,3 % når 35,0 som tas ut av forskriften, legges tilbake" in member.reads()
    said = member.uses_ready("felles_i_forskriften")
    assert "i tallgrunnlaget betales den gjennom tjenesteavtaler" in said
    member.goes_to("Hvem betaler")
    of_all = need(2026, measures={"felles_til_tjenesteavtaler": {"enabled": False}})
    assert amount(of_all) in member.reads_in("[data-figure=payer_groups]")
    assert "mot tallgrunnlaget" in member.reads_in(".figures .keys")


def test_4_per_solution(member: Visitor) -> None:
    member.goes_to("Fossefall")
    assert "Sammenlignbar vekst: +13,6" in member.reads() and "Sammenlignbar vekst: +3,4" in member.reads()


def test_7_intervals_instead_of_five_percent(member: Visitor) -> None:
    member.goes_to("Fireårsplan")
    said = member.reads()
    assert "foreslo også at Norsk helsenett kunne estimere intervaller for fremtidige kostnader" in said
    assert "Intervaller er ikke publisert, og verktøyet regner ikke ut sannsynligheter" in said
    assert "kap. 4 (TBU)" in said


def test_10_is_the_growth_of_helsenorge_ehds(member: Visitor) -> None:
    member.goes_to("Fossefall")
    six = member.reads_in("[data-figure=bridge_helsenorge]")
    for part in ("+13,1", "+8,3", "+11,5", "−11,0", "+21,9", "+5,9 % av 370,2"):
        assert part in six
    member.clicks_on(member.page.locator(".st-key-view_figure [role=combobox]"))
    member.clicks_on(member.page.get_by_role("option", name="Helsenorge"))
    said = member.reads()
    assert "uten 8,3 i fellestjenester som er flyttet hit" in said and "+30,5 mill. kr" in said and "361,6" in said
    assert "«økningen på Helsenorge ikke gjelder EHDS" in said and "sak 14/25" in said


def test_11_a_lasting_saving(member: Visitor) -> None:
    member.opens("Hvor mye av planen som realiseres")
    member.moves("lasting_saving", "ArrowRight")
    shown = member.page.locator("[data-lever=lasting_saving]").get_attribute("aria-valuetext") or ""
    saving = float(shown.replace(",", ".").rstrip("% \u00a0")) / 100
    assert saving > 0
    assert amount(need(2026, lasting_saving=saving)) in member.reads_in("[data-figure=financing_need]")
    member.opens("Per løsning")
    assert "Varig besparelse, % av kostnadsnivået, én gang" in member.reads_in("[data-group=solutions]")


def test_11_a_lasting_saving_of_one_solution(member: Visitor) -> None:
    member.opens("Per løsning")
    member.moves("by_solution.helsenorge.lasting_saving", "ArrowRight")
    assert "lavere enn i tallgrunnlaget" in member.reads()


@pytest.mark.parametrize(
    ("measure", "reading", "millions"), [("sikkerhet", "«én gang»", 20), ("sikkerhet_once", "«hvert år»", 10)]
)
def test_12_security_by_both_readings(member: Visitor, measure: str, reading: str, millions: int) -> None:
    member.opens("Tiltak")
    member.clicks_on(member.page.locator(f"[data-lever='measures.{measure}.enabled']"))
    said = member.reads_in("[data-group=measures]")
    assert "Noe vil tas ut i effektiviseringsgevinst" in said and f"den andre lesningen er {reading}" in said
    member.chooses("2027")
    more = need(2027, measures={measure: {"enabled": True}}) - need(2027)
    assert round(more) == millions and f"er {amount(more)} mill. kr" in member.reads_in("h1")


@pytest.mark.parametrize("millions", [5, 15])
def test_12_security_of_5_or_15(member: Visitor, millions: int) -> None:
    said = member.uses_ready(f"sikkerhet_{millions}")
    assert "Lest som økning på økning; det er vår forutsetning" in said
    member.chooses("2027")
    assert f"er {amount(2 * millions)} mill. kr" in member.reads_in("h1")


def test_13_fm_later(member: Visitor) -> None:
    member.opens("Tiltak")
    member.clicks_on(member.page.locator("[data-lever='measures.fm_avvikling.delay']").get_by_text("1 år"))
    later = need(2026, measures={"fm_avvikling": {"delay": 1}})
    assert amount(later) == "1 028,6" and amount(later) in member.reads_in("[data-figure=financing_need]")
    said = member.reads_in("[data-group=measures]")
    assert "«SFM for kommunene er ikke ferdig»" in said and "«SFM kan brukes av kommunene allerede»" in said


@pytest.mark.parametrize(("name", "setting"), [("aldri", {"enabled": False}), ("senere", {"delay": 1})])
def test_14_provesvar_later_or_never(member: Visitor, name: str, setting: dict[str, object]) -> None:
    member.uses_ready(f"provesvar_{name}")
    without = amount(need(2026, measures={"pasientens_provesvar": setting}))
    assert without in member.reads_in("[data-figure=financing_need]")


def test_17_why_2027_jumps(member: Visitor) -> None:
    member.chooses("2027")
    assert "+20,2 kostnad, +83,5 bortfall av fjorårets tilbakeføring" in member.reads()
    assert round(need(2027) - need(2026), 1) == 103.7 and "+103,7" in member.reads()
