"""What one organisation pays, and what it is held against."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import ModelError, Scenario, ScenarioError, presets, run
from model.baseline.axes import PAYER_GROUPS
from model.payers import (
    MemberKey,
    PayerKeys,
    deflator,
    found_municipalities,
    key_alternatives,
    municipalities,
    organisation,
    organisation_payment,
    organisation_regulation_cells,
    payers,
    payments,
    price_series,
    regulation_cells,
    users_without,
    vintages,
)
from tests.baselines import PRESENT
from tests.strategies import scenarios

ADD_UP = 1e-9  # MNOK; what sums of binary fractions may leave
REGULATION = 0.1  # MNOK; the regulation's total of a solution is met within 0.2, and at least two groups share it
ORGANISATIONS = [payer.id for payer in payers() if payer.population]


@given(scenarios(), st.sampled_from(ORGANISATIONS), st.booleans())
def test_an_organisation_pays_what_the_table_of_payers_says(scenario: Scenario, payer_id: str, listed: bool) -> None:
    result = run(scenario)
    keys = PayerKeys.of(scenario, vkp_users=users_without("0301") if listed else None)
    found = organisation_payment(payer_id, result, keys)
    everyone = payments(result, keys)
    place = [payer.id for payer in payers()].index(payer_id)
    np.testing.assert_allclose(found.total, everyone.by_payer()[:, place], rtol=0, atol=ADD_UP)
    np.testing.assert_array_equal(found.group_total, everyone.groups[:, PAYER_GROUPS.index(found.payer.group)])
    np.testing.assert_allclose(found.by_solution.sum(axis=1), found.total, rtol=0, atol=ADD_UP)


def test_an_organisation_in_a_batch_is_the_same_as_alone() -> None:
    batch = [Scenario(index_rate=0.03), Scenario(municipal_key="population", keys="proposal_2021")]
    together = organisation_payment("5601", run(batch), PayerKeys.of(batch))
    for number, scenario in enumerate(batch):
        alone = organisation_payment("5601", run(scenario), PayerKeys.of(scenario))
        np.testing.assert_array_equal(together.total[:, number], alone.total[:, 0])
    assert together.qualities == ("second_hand", "official") and together.approximate


def test_kroner_per_inhabitant() -> None:
    result, keys = run(Scenario()), PayerKeys.of(Scenario(municipal_key="population"))
    oslo = organisation_payment("0301", result, keys)
    np.testing.assert_allclose(oslo.per_inhabitant_nok, oslo.total * 1e6 / 728_714, rtol=1e-12)
    np.testing.assert_allclose(oslo.per_inhabitant_nok, oslo.average_nok, rtol=1e-12)
    np.testing.assert_allclose(oslo.growth, oslo.group_growth, rtol=0, atol=1e-12)
    assert oslo.growth[0, 0] == pytest.approx(oslo.total[1, 0] / oslo.total[0, 0] - 1)
    assert not oslo.approximate and oslo.qualities == ("official",)


def test_change_from_a_reference() -> None:
    moved, reference = Scenario(risk_margin=0.03), Scenario()
    keys = PayerKeys.of(reference)
    paid, tallgrunnlag = (organisation_payment("Helse Vest", run(each), keys) for each in (moved, reference))
    change = paid.change_from(tallgrunnlag)
    np.testing.assert_allclose(change.amount, paid.total - tallgrunnlag.total)
    np.testing.assert_allclose(change.by_solution.sum(axis=1), change.amount, rtol=0, atol=ADD_UP)
    np.testing.assert_allclose(change.share, paid.total / tallgrunnlag.total - 1, rtol=0, atol=1e-12)
    assert (change.amount < 0).all() and (change.per_inhabitant_nok < 0).all()
    assert not tallgrunnlag.change_from(tallgrunnlag).amount.any()


def test_a_share_of_nothing_is_no_number() -> None:
    municipal_only = Scenario(keys={name: {"kommuner": 1} for name in ("helsenorge", "kjernejournal", "e_resept")})
    nothing = municipal_only.with_value("keys.grunndata_helseid", {"kommuner": 1})
    nothing = nothing.with_value("keys.vkp", {"kommuner": 1}).with_value("keys.helsenettet", {"kommuner": 1})
    paid = organisation_payment("Helse Nord", run(nothing), PayerKeys.of(nothing))
    assert not paid.total.any() and np.isnan(paid.growth).all()


def test_what_another_key_would_mean() -> None:
    scenario = Scenario(keys="proposal_2021")
    result = run(scenario)
    found = {(one.field, one.key): one for one in key_alternatives("4204", result, scenario)}
    assert [place for place, one in found.items() if one.chosen] == [
        ("keys", "proposal_2021"),
        ("municipal_key", "kommunehelse"),
    ]
    assert not any(one.change.any() for one in found.values() if one.chosen)
    by_people = organisation_payment("4204", result, PayerKeys.of(scenario.with_value("municipal_key", "population")))
    np.testing.assert_array_equal(found["municipal_key", "population"].total, by_people.total[:, 0])
    assert found["municipal_key", "population"].approximate and found["keys", "proposal_2021"].approximate
    of_law = key_alternatives("4204", run(Scenario()), Scenario(municipal_key="population"))
    assert {(one.field, one.key) for one in of_law if one.approximate} == {
        ("keys", "proposal_2021"),
        ("municipal_key", "kommunehelse"),
    }
    assert {one.field for one in key_alternatives("Helse Nord", result, scenario)} == {"keys", "rhf_key"}


def test_a_given_key_is_held_against_the_models_own() -> None:
    even = MemberKey.of("even", [1.0] * len(municipalities()), ["given"] * len(municipalities()))
    found = key_alternatives("4204", run(Scenario()), Scenario(), municipal_key=even)
    assert [one.key for one in found if one.chosen] == ["regulation_2026"]
    now = organisation_payment("4204", run(Scenario()), PayerKeys.of(Scenario(), municipal_key=even))
    assert not now.approximate
    assumed = PayerKeys.of(Scenario(keys="proposal_2021"), municipal_key=even)
    assert organisation_payment("4204", run(Scenario()), assumed).approximate
    for one in found:
        np.testing.assert_allclose(one.total - one.change, now.total[:, 0], rtol=0, atol=ADD_UP)


@pytest.mark.parametrize("payer_id", ["kommuner", "apotek_bandasjister", "9999", "301", ""])
def test_an_unknown_organisation_is_refused(payer_id: str) -> None:
    with pytest.raises(ModelError, match="neither an RHF nor"):
        organisation(payer_id)


def test_the_computed_payment_of_2026_is_the_regulations() -> None:
    scenario = presets(PRESENT)["forskrift_2026"].scenario
    cells = regulation_cells(run(scenario), PayerKeys.of(scenario))
    assert len(cells) == 15 + 6 + 4 + 1
    for cell in cells:
        if "sum" not in (cell.solution, cell.payer):
            assert abs(cell.difference) <= REGULATION, cell
    by_place = {(cell.solution, cell.payer): cell for cell in cells}
    assert by_place["sum", "sum"].law == pytest.approx(1029.5)
    implied = {place for place, cell in by_place.items() if cell.implied}
    of_members = {(solution, "ovrige_medlemmer") for solution in ("helsenettet", "grunndata_helseid", "sum")}
    assert implied == of_members | {(solution, "sum") for solution, _ in of_members}


def test_cells_that_only_one_of_the_two_has_are_there() -> None:
    scenario = Scenario(keys={"vkp": {"ovrige_medlemmer": 1}})
    cells = {(cell.solution, cell.payer): cell for cell in regulation_cells(run(scenario), PayerKeys.of(scenario))}
    assert cells["vkp", "ovrige_medlemmer"].law == 0 < cells["vkp", "ovrige_medlemmer"].computed
    assert cells["vkp", "kommuner"].computed == 0 < cells["vkp", "kommuner"].law


@given(scenarios(), st.sampled_from(ORGANISATIONS), st.booleans())
def test_the_regulations_cells_of_an_organisation(scenario: Scenario, payer_id: str, listed: bool) -> None:
    result, users = run(scenario), users_without("0301") if listed else None
    keys, law_keys = PayerKeys.of(scenario, vkp_users=users), PayerKeys.of(Scenario(), vkp_users=users)
    cells = organisation_regulation_cells(payer_id, result, keys, law_keys)
    total = organisation_payment(payer_id, result, keys).total[0, 0]
    assert cells[-1].solution == "sum" and cells[-1].computed == pytest.approx(total, rel=0, abs=ADD_UP)
    assert sum(cell.law for cell in cells[:-1]) == pytest.approx(cells[-1].law, rel=0, abs=ADD_UP)
    of_default = organisation_regulation_cells(payer_id, run(Scenario()), law_keys, law_keys)
    assert of_default[-1].law == pytest.approx(cells[-1].law, rel=0, abs=ADD_UP)


@pytest.mark.parametrize("group", ["rhf", "kommuner"])
def test_the_regulations_amounts_of_the_members_add_up_to_the_groups(group: str) -> None:
    result, keys = run(Scenario()), PayerKeys.of(Scenario(), vkp_users=users_without("0301", "4204"))
    of_group = {cell.solution: cell.law for cell in regulation_cells(result, keys) if cell.payer == group}
    found = dict.fromkeys(of_group, 0.0)
    for payer in (one for one in payers() if one.group == group):
        for cell in organisation_regulation_cells(payer.id, result, keys, keys):
            found[cell.solution] += cell.law
    assert found == pytest.approx(of_group, rel=0, abs=ADD_UP)


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [
        ("herøy", ["Herøy (Møre og Romsdal)", "Herøy (Nordland)"], 2),
        ("HEROY nordland", ["Herøy (Nordland)"], 1),
        ("våler", ["Våler (Østfold)", "Våler (Innlandet)", "Hvaler"], 3),
        ("0301", ["Oslo"], 1),
        ("oslo", ["Oslo"], 1),
        ("os", ["Os", "Oslo"], None),
        (" sør  aurdal ", ["Sør-Aurdal"], 1),
        ("56", ["Alta"], 18),
        ("finnmark", ["Alta"], 18),
        ("atlantis", [], 0),
        ("", ["Oslo"], 357),
    ],
)
def test_a_municipality_is_found_by_name_or_number(text: str, first: list[str], count: int | None) -> None:
    found = found_municipalities(text)
    assert count in (None, len(found))
    if text in ("56", "finnmark"):
        assert {one.county for one in found} == {"Finnmark"}
    else:
        assert [one.label for one in found[: len(first)]] == first


def test_only_shared_names_carry_their_county() -> None:
    labels = [one.label for one in municipalities().values()]
    assert len(set(labels)) == 357
    assert sorted(label for label in labels if "(" in label) == [
        "Herøy (Møre og Romsdal)",
        "Herøy (Nordland)",
        "Våler (Innlandet)",
        "Våler (Østfold)",
    ]


def test_the_deflator_is_published_then_assumed() -> None:
    found = deflator(PRESENT, (2026, 2027, 2028), "kommuner")
    assert list(found.sources.values()) == ["second_hand", "assumption", "assumption"]
    np.testing.assert_allclose(found.index, [1.041, 1.041**2, 1.041**3])
    nominal = np.array([[[1.041]], [[1.041**2]], [[1.041**3]]])
    np.testing.assert_allclose(found.real(nominal), 1)
    assert price_series()["municipal"][2022] == pytest.approx(0.067)
    assert set(price_series()) == {"cpi", "municipal", "section_17", "state_expenditure", "tallgrunnlag", "wages"}


def test_a_deflator_has_a_vintage_and_rhf_have_none_of_their_own() -> None:
    rates = {rate.vintage: rate.rate for rate in vintages("kommuner", 2025)}
    assert rates == pytest.approx({"national_budget": 0.041, "revised_budget": 0.039, "later": 0.047})
    assert price_series()["municipal"][2025] == rates["later"]
    assert deflator(PRESENT, (2026, 2027), "rhf") is None and vintages("rhf", 2025) == ()
    assert deflator(PRESENT, (2026, 2027), "rhf", rate=0.03).rates == {2026: 0.03, 2027: 0.03}


def test_a_given_rate_takes_the_place_of_the_deflator() -> None:
    found = deflator(PRESENT, (2026, 2027), "kommuner", rate=0.02)
    np.testing.assert_allclose(found.index, [1.02, 1.02**2])
    assert set(found.sources.values()) == {"given"}
    for rate in (-0.01, 0.11, float("nan"), "2", True):
        with pytest.raises(ScenarioError, match="deflator is"):
            deflator(PRESENT, (2026,), "kommuner", rate=rate)  # type: ignore[arg-type]
