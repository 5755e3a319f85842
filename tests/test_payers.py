"""Who pays: laws that hold for every scenario."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model import ModelError, Scenario, run
from model.baseline.axes import PAYER_GROUPS
from model.payers import (
    MemberKey,
    PayerKeys,
    Payments,
    group_payments,
    in_ore,
    municipal_keys,
    municipalities,
    payers,
    payments,
    rhf_keys,
    users_without,
    whole_ore,
)
from tests.baselines import SOLUTIONS
from tests.payer_reference import GRANTS, PEOPLE, payment
from tests.strategies import scenarios

ADD_UP = 1e-9  # MNOK; what sums of binary fractions may leave
ORE = 1e-8  # MNOK
NUMBERS = sorted(PEOPLE)
PLACES = {payer.id: place for place, payer in enumerate(payers())}


def users() -> st.SearchStrategy[frozenset[str] | None]:
    """Any list of VKP users, or none."""
    return st.none() | st.frozensets(st.sampled_from(NUMBERS), min_size=1) | st.just(users_without("0301"))


def paid(scenario: Scenario, vkp_users: frozenset[str] | None = None) -> Payments:
    return payments(run(scenario, 2030), PayerKeys.of(scenario, vkp_users=vkp_users))


def assert_same_payments(one: Payments, other: Payments, scenario: int) -> None:
    """``one`` equals a scenario of ``other``, to the last bit."""
    np.testing.assert_array_equal(one.groups[..., 0], other.groups[..., scenario])
    for group, amounts in one.members.items():
        np.testing.assert_array_equal(amounts[..., 0], other.members[group][..., scenario])


def test_the_payers_are_four_rhf_357_municipalities_and_two_groups() -> None:
    groups = [payer.group for payer in payers()]
    assert [groups.count(group) for group in PAYER_GROUPS] == [4, 357, 1, 1]
    assert list(dict.fromkeys(groups)) == list(PAYER_GROUPS) and len(PLACES) == 363
    assert [payer.id for payer in payers() if payer.group == "kommuner"] == NUMBERS
    of_rhf = {payer.name: payer.population for payer in payers() if payer.group == "rhf"}
    assert of_rhf == {
        "Helse Sør-Øst": 3_208_023,
        "Helse Vest": 1_167_264,
        "Helse Midt-Norge": 762_335,
        "Helse Nord": 489_778,
    }
    assert sum(of_rhf.values()) == sum(PEOPLE.values()) == 5_627_400


@pytest.mark.parametrize("key", [*municipal_keys().values(), *rhf_keys().values()], ids=lambda key: key.name)
def test_shares_in_a_group_add_up(key: MemberKey) -> None:
    assert key.shares.sum() == pytest.approx(1, abs=1e-12) and (key.shares > 0).all()
    assert len(key.qualities) == len(key.shares) and not key.shares.flags.writeable


def test_every_key_but_population_is_approximate() -> None:
    approximate = {key.name: key.approximate for key in (*municipal_keys().values(), *rhf_keys().values())}
    assert approximate == {"kommunehelse": True, "basic_grant": True, "population": False}
    assert municipal_keys()["kommunehelse"].qualities.count("estimated") == 5
    assert set(rhf_keys()["basic_grant"].qualities) == {"proxy"}


@given(scenarios(), users())
def test_payers_add_up_to_the_financing_need(scenario: Scenario, vkp_users: frozenset[str] | None) -> None:
    need = run(scenario, 2030).financing_need.sum(axis=1)
    found = paid(scenario, vkp_users)
    np.testing.assert_allclose(found.groups.sum(axis=1), need, rtol=0, atol=ADD_UP)
    np.testing.assert_allclose(found.by_payer().sum(axis=1), need, rtol=0, atol=ADD_UP)
    for group, amounts in found.members.items():
        of_group = found.groups[:, PAYER_GROUPS.index(group)]
        np.testing.assert_allclose(amounts.sum(axis=1), of_group, rtol=0, atol=ADD_UP)


@given(scenarios(), users())
def test_payers_add_up_to_the_ore(scenario: Scenario, vkp_users: frozenset[str] | None) -> None:
    found = paid(scenario, vkp_users)
    rounded = in_ore(found)
    need = run(scenario, 2030).financing_need.sum(axis=1)
    assert (np.abs(rounded.total * ORE - need) <= ORE / 2 + ADD_UP).all()
    np.testing.assert_array_equal(rounded.groups.sum(axis=1), rounded.total)
    assert (np.abs(rounded.groups * ORE - found.groups) < ORE + ADD_UP).all()
    for group, amounts in rounded.members.items():
        np.testing.assert_array_equal(amounts.sum(axis=1), rounded.groups[:, PAYER_GROUPS.index(group)])
        assert (np.abs(amounts * ORE - found.members[group]) < 2 * ORE).all()


@given(scenarios(), st.sampled_from(NUMBERS), st.sampled_from(sorted(GRANTS)), st.integers(2026, 2030), users())
def test_the_plain_reference_agrees(
    scenario: Scenario, number: str, rhf: str, year: int, vkp_users: frozenset[str] | None
) -> None:
    found = paid(scenario, vkp_users).by_payer()[year - 2026, :, 0]
    expected = payment(scenario, "kommuner", number, year, vkp_users)
    assert found[PLACES[number]] == pytest.approx(expected, rel=0, abs=ADD_UP)
    assert found[PLACES[rhf]] == pytest.approx(payment(scenario, "rhf", rhf, year), rel=0, abs=ADD_UP)


@given(st.lists(scenarios(), min_size=1, max_size=5), users())
def test_a_scenario_in_a_batch_pays_what_it_pays_alone(batch: list[Scenario], vkp_users: frozenset[str] | None) -> None:
    together = payments(run(batch, 2030), PayerKeys.of(batch, vkp_users=vkp_users))
    rounded = in_ore(together)
    for number, scenario in enumerate(batch):
        alone = paid(scenario, vkp_users)
        assert_same_payments(alone, together, number)
        np.testing.assert_array_equal(in_ore(alone).groups[..., 0], rounded.groups[..., number])


def test_one_scenarios_keys_serve_a_batch() -> None:
    batch = [Scenario(risk_margin=margin) for margin in (0.0, 0.05, 0.1)]
    one, each = PayerKeys.of(Scenario()), PayerKeys.of(batch)
    np.testing.assert_array_equal(payments(run(batch), one).by_payer(), payments(run(batch), each).by_payer())
    np.testing.assert_array_equal(group_payments(run(batch), one), payments(run(batch), one).groups)
    with pytest.raises(ModelError, match=r"3 scenarios; the result holds 2"):
        payments(run(batch[:2]), PayerKeys.of([Scenario(municipal_key="population"), *batch[:2]]))


def test_payments_are_read_only_and_say_what_they_are_of() -> None:
    keys = PayerKeys.of(Scenario())
    found = payments(run(Scenario(), 2030), keys)
    assert found.years == (2026, 2027, 2028, 2029, 2030) and found.keys is keys
    assert not any(amounts.flags.writeable for amounts in (found.groups, *found.members.values()))


def test_no_scenarios_have_no_keys() -> None:
    with pytest.raises(ModelError, match="at least one"):
        PayerKeys.of(())


def test_a_given_key_takes_the_place_of_the_scenarios() -> None:
    batch = [Scenario(), Scenario(municipal_key="population")]
    given_key = municipal_keys()["population"]
    found = payments(run(batch), PayerKeys.of(batch, municipal_key=given_key)).members["kommuner"]
    np.testing.assert_array_equal(found[..., 0], found[..., 1])


@given(scenarios())
def test_when_every_municipality_uses_vkp_the_list_changes_nothing(scenario: Scenario) -> None:
    everyone, no_list = paid(scenario, frozenset(NUMBERS)), paid(scenario)
    np.testing.assert_allclose(everyone.by_payer(), no_list.by_payer(), rtol=0, atol=ADD_UP)


def test_one_that_does_not_use_vkp_pays_half_its_share_of_it() -> None:
    need = run(Scenario()).financing_need[0, SOLUTIONS.index("vkp"), 0] * 30.4 / 32.0
    share = municipal_keys()["kommunehelse"].shares[NUMBERS.index("4204")]
    saved = paid(Scenario()).by_payer() - paid(Scenario(), users_without("4204")).by_payer()
    assert saved[0, PLACES["4204"], 0] == pytest.approx(need * share / 2, abs=ADD_UP)
    assert (np.delete(saved[0, 4:361, 0], NUMBERS.index("4204")) < 0).all()
    np.testing.assert_array_equal(saved[:, :4], 0)


@pytest.mark.parametrize(
    ("numbers", "says"), [({"9999"}, "'9999' is not"), (set(), "is empty"), ({"Oslo"}, "'Oslo' is not")]
)
def test_vkp_users_are_checked(numbers: set[str], says: str) -> None:
    with pytest.raises(ModelError, match=says):
        PayerKeys.of(Scenario(), vkp_users=numbers)


def test_vkp_users_without_a_share_are_refused() -> None:
    key = MemberKey.of("own", [0.0] + [1.0] * (len(municipalities()) - 1), ["given"] * len(municipalities()))
    with pytest.raises(ModelError, match="no share"):
        PayerKeys.of(Scenario(), municipal_key=key, vkp_users={NUMBERS[0]})
    with pytest.raises(ModelError, match="'0000' is not"):
        users_without("0000")


AMOUNTS = st.lists(
    st.just(0.0) | st.floats(-500, 500, allow_nan=False) | st.integers(-9, 9).map(lambda ore: (ore + 0.5) * ORE),
    min_size=1,
    max_size=8,
)


@given(AMOUNTS)
@example([0.0, 0.0, 0.0, 5e-09, *[1.5000000000000002e-08] * 4])
def test_whole_ore_add_up_whatever_the_amounts(amounts: list[float]) -> None:
    column = np.array(amounts)[:, np.newaxis]
    rounded = whole_ore(column)[:, 0]
    assert abs(rounded.sum() - (column / ORE).sum()) <= 0.5 + 1e-4  # a tie may fall either way
    assert (np.abs(rounded - column[:, 0] / ORE) < 1 + 1e-4).all()
    assert not rounded[column[:, 0] == 0].any()
    np.testing.assert_array_equal(whole_ore(np.repeat(column, 3, axis=1)), rounded[:, np.newaxis].repeat(3, axis=1))


def test_the_first_of_equal_payers_gets_the_ore_that_is_left() -> None:
    thirds = np.full((3, 1), ORE * 4 / 3)
    assert whole_ore(thirds)[:, 0].tolist() == [2, 1, 1]
    assert whole_ore(-thirds)[:, 0].tolist() == [-1, -1, -2]
    assert whole_ore(thirds, total=[3])[:, 0].tolist() == [1, 1, 1]


def test_the_ore_that_is_left_goes_to_the_one_that_lost_most() -> None:
    """Not to the one that pays most."""
    assert whole_ore(np.array([[5.4], [1.6]]) * ORE)[:, 0].tolist() == [5, 2]
    assert whole_ore(np.array([[-5.4], [-1.6]]) * ORE)[:, 0].tolist() == [-5, -2]


def test_the_first_of_many_equal_payers_get_the_ore_that_are_left() -> None:
    """Every other payer loses half an øre, the others a quarter: 15 øre are left for the 20 that lose most."""
    found = whole_ore(np.tile([[1.5], [1.25]], (20, 1)) * ORE)
    assert found[::2, 0].tolist() == [2] * 15 + [1] * 5 and found[1::2, 0].tolist() == [1] * 20


@pytest.mark.parametrize("noise", [-1, 0, 1])
def test_what_float_noise_adds_to_a_total_falls_on_those_that_pay(noise: int) -> None:
    """One pays in the first scenario, two in the second; nobody loses anything by rounding."""
    total = np.array([1, 3]) + noise
    nobody, first, second = whole_ore(np.array([[0.0, 0.0], [1.0, 1.0], [0.0, 2.0]]) * ORE, total).tolist()
    assert nobody == [0, 0] and first[0] == total[0] and second[0] == 0 and first[1] + second[1] == total[1]


def test_groups_add_up_to_a_total_on_half_an_ore_and_are_whole_numbers() -> None:
    """Which way float noise takes the half is the total's matter: the groups follow."""
    halves = (np.arange(1000) + 0.5) * ORE
    groups = np.multiply.outer([0.1, 0.2, 0.3, 0.4], halves)[np.newaxis]
    rounded = in_ore(Payments((2026,), groups, {}, PayerKeys.of(Scenario())))
    np.testing.assert_array_equal(rounded.groups.sum(axis=1), rounded.total)
    assert rounded.total.dtype == rounded.groups.dtype == np.int64
