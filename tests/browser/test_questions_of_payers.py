"""What members ask of their own payment, each answered on screen within three clicks from Oversikt."""

import pytest
from playwright.sync_api import Page

from charts.payers.law import law_of
from charts.payers.paid import Own
from model import Question, Scenario, answer, run
from model.baseline.axes import PAYER_GROUPS
from model.payers import PayerKeys, group_payments
from tests.browser.clicking import Visitor, amount, change
from tests.browser.conftest import opened
from texts import Texts


@pytest.fixture
def member(tab: Page) -> Visitor:
    """Somebody who has said once that they are Oslo: it stays on every page."""
    opened(tab, "/oversikt?sprak=nb&hvem=0301")
    return Visitor(tab)


def paid(group: str, **levers: object) -> float:
    """What a group would pay in the first year, MNOK in 2025 kroner."""
    scenario = Scenario.from_mapping(levers)
    amounts = group_payments(run(scenario), PayerKeys.of(scenario))
    return float(amounts[0, PAYER_GROUPS.index(group), 0])


def own_by_law(more: float) -> str:
    """What Oslo pays by the regulation, and ``more`` MNOK, as the screen writes an approximate amount."""
    asked = answer(Question(us="0301"))
    return " ".join(Own.of("0301", asked).unit.with_name(law_of("0301", asked) + more, Texts("nb")).split())


def test_4_ones_own_share_of_the_35_is_typed_in(member: Visitor) -> None:
    member.goes_to("Hvem betaler")
    member.opens("Egne opplysninger")
    member.types("[data-field=service_agreements] input", "3 000 000")
    said = member.reads_in("[data-field=service_agreements]")
    assert "Fordelingen er ikke publisert" in said
    assert f"Betaling og egen del for Oslo i 2026, før kompensasjon: {own_by_law(3.0)} (2026-kroner)" in said


def test_5_vkp_80_20(member: Visitor) -> None:
    said = member.uses_ready("vkp_80_20")
    keys = {"vkp": {"rhf": 0.2, "kommuner": 0.8}}
    moved = change(paid("rhf", keys=keys) - paid("rhf"))
    assert f"RHF {moved}" in said and "ingen har foreslått dem" in said
    member.goes_to("Hvem betaler")
    assert "mindre enn i tallgrunnlaget" in member.reads_in("h1")


def test_6_unit_costs_per_line(member: Visitor) -> None:
    member.goes_to("Enhetskostnader")
    said = member.reads()
    for line in ("E-resept: per e-resept", "Kjernejournal, Kritisk info: per oppslag", "Helsenorge: per bruker"):
        assert line in said
    assert "4,12 kr" in said and "77,96 kr" in said
    assert "en utvikling over år kan ikke vises" in said and "Timer og timepriser er ikke publisert" in said


def test_8_investment_and_operation_together(member: Visitor) -> None:
    member.goes_to("Hvem betaler")
    member.opens("Det dokumentene lar stå åpent")
    said = member.reads()
    assert "«Når man beslutter et tiltak er det den totale belastningen på sektor som er interessant»" in said
    assert "selve investeringene regner ikke verktøyet med" in said


def test_9_the_membership_fee(member: Visitor) -> None:
    member.goes_to("Hvem betaler")
    member.opens("Øvrige medlemmer og apotek")
    said = member.reads()
    assert "«medlemsavgiften ikke øker i 2026»" in said and "Prisene i 2025 ble ikke funnet" in said
    assert "I 2022 var prisen 1 247 kr per måned" in said
    assert "I 2022 var prisen 10 086 kr per måned for fylkeskommuner" in said
    assert "Per måned 2026, 2026-kroner" in said


def test_15_paid_in_2025_against_2026(member: Visitor) -> None:
    member.goes_to("Hvem betaler")
    assert "Beløp per betalergruppe for 2024, 2025 ble ikke funnet" in member.reads_in(
        ".figure[data-figure=payer_history]"
    )
    assert own_by_law(0.0) in member.reads_in("[data-figure=payer_law]")
    member.opens("Betalt og å betale")
    said = member.reads()
    assert "Kommuner Kjernejournal 52,1 56,9 – 42,9 ‡ 56,4" in said
    assert "Gruppens beløp × virksomhetens andel i dag (forutsetning): Oslo" in said


def test_16_net_of_compensation(member: Visitor) -> None:
    member.goes_to("Hvem betaler")
    member.opens("Egne opplysninger")
    member.types("[data-field=compensation] input", "20 000 000")
    said = member.reads_in("[data-field=compensation]")
    assert (
        f"Netto for Oslo i 2026: {own_by_law(-20.0)} (2026-kroner)" in said and "Fordelingen er ikke publisert" in said
    )


def test_16_what_the_documents_say_of_compensation(member: Visitor) -> None:
    member.goes_to("Hvem betaler")
    member.opens("Netto etter kompensasjon")
    said = member.reads()
    assert "490 og 71 mill. kr" in said and "At de to er samme kompensasjon, er vår lesning" in said
    law = Scenario().figures.law
    assert law is not None
    of_groups = sum(amounts[group] for amounts in law.by_group().values() for group in ("rhf", "kommuner"))
    assert f"har {amount(of_groups - 490 - 71)} i 2026" in said


def test_18_interest_and_what_the_margin_has_gone_to(member: Visitor) -> None:
    member.goes_to("Hvem betaler")
    member.opens("Det dokumentene lar stå åpent")
    said = member.reads()
    assert "renteinntekt er ett tall for alle foretakets penger" in said and "48 743 003 kr" in said
    assert "Verktøyet regner ikke renter" in said
    assert "av 86,1 mill. kr er 8,1 planlagt brukt i 2025 og 78,0 tilbakeføres i 2026" in said
