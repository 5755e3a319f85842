"""What stands beside the payment: prices, unit costs, memo, compensation, and the table of 2021."""

import numpy as np
import pytest

from model import ModelError, Scenario, presets, run
from model.checks.invoice_2021 import invoice_cells, invoice_differences
from model.payers import (
    PayerKeys,
    compensations,
    net_payment,
    outside_regulation,
    payments,
    pharmacy_cost,
    pharmacy_share,
    price_categories,
    price_factor,
    published_unit_costs,
    unit_cost,
    volumes,
)
from model.scenario.presets import law_scenario
from tests.baselines import PRESENT

TENTH = 0.05  # Tabell 1 is printed with one decimal


def test_other_members_pay_one_of_seven_prices() -> None:
    yearly = {name: category.nok_per_year for name, category in price_categories().items()}
    assert len(yearly) == 7 and yearly["turnover_0_15"] == 8_976 and yearly["county_authority"] == 158_988
    as_the_law = presets(PRESENT)["forskrift_2026"].scenario
    assert as_the_law == law_scenario(PRESENT)
    factor = price_factor(payments(run(as_the_law), PayerKeys.of(as_the_law)), PRESENT.law)
    assert factor.shape == (4, 1) and factor[0, 0] == pytest.approx(1, abs=1e-3)


def test_pharmacies_per_e_prescription() -> None:
    cost = pharmacy_cost(PRESENT.law)
    assert cost.nok == pytest.approx(11.8 / 35)
    assert (cost.amount_year, cost.volume.year) == (2026, 2024) and "§ 15" in cost.amount_source
    assert pharmacy_share(PRESENT.law) == pytest.approx(11.8 / 174.2)


def test_unit_costs_have_amount_and_volume_of_one_year_or_are_a_lines() -> None:
    found = {(cost.line, cost.volume.id): cost for cost in published_unit_costs(PRESENT)}
    assert all(cost.amount_year == cost.volume.year or cost.part for cost in found.values())
    assert all(cost.amount_source and cost.volume.place for cost in found.values())
    assert found["e_resept", "e_prescriptions"].nok == pytest.approx(133.6 / 35)
    assert found["helsenorge", "helsenorge_users"].nok == pytest.approx(361.9 / 5.4)
    assert not found["e_resept", "e_prescriptions"].part
    per_inhabitant = {line: cost.nok for (line, volume), cost in found.items() if volume == "inhabitants"}
    assert per_inhabitant["sum"] == pytest.approx(1099.3e6 / 5_627_400)
    of_solutions = sum(nok for line, nok in per_inhabitant.items() if line != "sum")
    assert of_solutions == pytest.approx(per_inhabitant["sum"], abs=TENTH)


@pytest.mark.parametrize(
    ("volume", "part", "amount", "year", "nok"),
    [
        ("critical_information_lookups", "Kritisk info", 20.6, 2025, 4.1),
        ("health_personnel_reading", "Pasientens journaldokumenter", 19.1, 2025, 78.0),
        ("answer_reports", "Pasientens prøvesvar", 17.5, 2026, 2.6),
    ],
)
def test_unit_costs_by_line(volume: str, part: str, amount: float, year: int, nok: float) -> None:
    (found,) = (cost for cost in published_unit_costs(PRESENT) if cost.volume.id == volume)
    assert (found.line, found.part, found.amount, found.amount_year) == ("kjernejournal", part, amount, year)
    assert (
        found.nok == pytest.approx(nok, abs=TENTH) and found.volume.year == 2024 and "Tabell 10" in found.amount_source
    )
    assert found.volume.at_least is (volume != "answer_reports")


def test_a_volume_can_be_typed_in() -> None:
    assert unit_cost(31.0, 250) == 124_000
    for volume in (0, -1, float("nan"), float("inf"), "many", True):
        with pytest.raises(ModelError, match="volume is"):
            unit_cost(31.0, volume)  # type: ignore[arg-type]
    assert set(volumes()) > {"inhabitants", "e_prescriptions"}


def test_amounts_outside_the_regulation_follow_the_measure_that_moved_them() -> None:
    years = (2026, 2027, 2028, 2029)
    amounts = {name: memo.amount for name, memo in outside_regulation(PRESENT).items()}
    assert amounts == {
        "service_agreements": 35.0,
        "e_resept_direct": 3.9,
        "helsenorge_registers": 5.6,
        "helsenorge_helfo": 14.5,
    }
    memo = outside_regulation(PRESENT)["service_agreements"]
    measure = "measures.felles_til_tjenesteavtaler"
    assert memo.amounts(Scenario(), years).tolist() == [35.0] * 4
    assert memo.amounts(Scenario().with_value(f"{measure}.enabled", False), years).tolist() == [0.0] * 4
    assert memo.amounts(Scenario().with_value(f"{measure}.delay", 2), years).tolist() == [0.0, 0.0, 35.0, 35.0]
    assert memo.amounts(Scenario().with_value(f"{measure}.scale", 0.4), years).tolist() == pytest.approx([14.0] * 4)


def test_what_is_billed_directly_for_e_resept_follows_the_scenario() -> None:
    """3 % of E-resept outside the prescription modules: 129.5 of Tabell 11, printed as 3.9 for 2026."""
    years, memo = (2026, 2027, 2028, 2029), outside_regulation(PRESENT)["e_resept_direct"]
    at_rest = memo.amounts(Scenario(), years)
    np.testing.assert_allclose(at_rest, 0.03 * 129.5)
    assert at_rest[0] == pytest.approx(memo.amount, abs=TENTH)
    np.testing.assert_allclose(memo.amounts(Scenario(risk_margin=0), years), at_rest / 1.05)
    np.testing.assert_allclose(memo.amounts(Scenario(index_rate=0.031), years), at_rest)
    saved = memo.amounts(Scenario(extra_efficiency=0.02, first_year=2027), years)
    np.testing.assert_allclose(saved, at_rest * [1, 0.98, 0.98**2, 0.98**3])
    kept = Scenario(measures={"fm_avvikling": {"enabled": False}})
    np.testing.assert_allclose(memo.amounts(kept, years), at_rest)


def test_what_leaves_the_regulation_is_what_the_memo_says() -> None:
    inside = Scenario().with_value("measures.felles_til_tjenesteavtaler.enabled", False)
    need = run([inside, Scenario()]).financing_need.sum(axis=1)
    memo = outside_regulation(PRESENT)["service_agreements"].amounts(Scenario(), (2026, 2027, 2028, 2029))
    np.testing.assert_allclose(need[:, 0] - need[:, 1], memo)


def test_compensation_is_as_published() -> None:
    amounts = {name: found.amount for name, found in compensations().items()}
    assert amounts == {"national_solutions": 490.0, "membership_fee": 71.0, "unchanged": None}
    np.testing.assert_array_equal(net_payment(np.array([9.3, 10.7]), 4.0), [9.3 - 4.0, 10.7 - 4.0])


def test_the_keys_say_how_sure_they_are() -> None:
    sources = PRESENT.key_sources
    assert sources["regulation_2026", "helsenorge", "rhf"].quality == "official"
    assert sources["regulation_2026", "helsenettet", "ovrige_medlemmer"].quality == "stated"
    assert sources["proposal_2021", "grunndata_helseid", "rhf"].quality == "assumption"
    assert all(source.note and source.place for source in sources.values())


def test_the_table_of_2021_follows_from_its_keys() -> None:
    cells = {(cell.row, cell.column): cell for cell in invoice_cells()}
    assert len(cells) == 31
    expected = {cell[1:] for difference in invoice_differences().values() for cell in difference.cells}
    assert {place for place, cell in cells.items() if not cell.agrees} == expected
    assert {place for place, cell in cells.items() if cell.cause} == expected
    assert all(cell.document == "001_0877ef81549c901f.txt" for cell in cells.values())


def test_the_invoice_of_the_rhf_of_2021_counts_2_8_twice() -> None:
    cells = {(cell.row, cell.column): cell for cell in invoice_cells()}
    total = cells["totalfaktura", "rhf"]
    assert total.printed - total.computed == pytest.approx(cells["totalfaktura", "andre"].printed, abs=TENTH)
    invoices = [cells["totalfaktura", payer].computed for payer in ("rhf", "kommuner", "apotek_bandasjister", "andre")]
    assert sum(invoices) == pytest.approx(573.9)
