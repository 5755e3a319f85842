"""What changed and why: laws of the attribution, small cases by hand, and all orders walked one by one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import OwnData, Scenario, ScenarioError, attribute, parameters, run, solve
from model.answers import attribution
from model.answers.attribution import levers_of
from model.answers.mixtures import KEY_FIELDS, KEYS, LEVER_GROUPS, PROJECTS
from model.answers.quantities import BURDEN, QUANTITIES, burden_of, in_all
from model.answers.shapley import shapley_values, shares_of_orders, subsets
from model.baseline.axes import PAYER_GROUPS, Array
from model.investment import invest
from model.payers import PayerKeys, municipal_keys, organisation_payment, organisations, payers, payments
from model.scenario.fields import column_limits, limits
from tests.baselines import PLAN_YEARS, PRESENT, SOLUTIONS
from tests.strategies import scenarios

ADD_UP = 1e-9  # MNOK
UNFOLDED = ("measures", "unspent")

Move = tuple[str, Callable[[dict[str, Any], Mapping[str, Any]], None]]
"""A lever, and what gives a mapping the other scenario's values of it."""


def needs(scenario: Scenario, last_year: int = 2030) -> Array:
    return run(scenario, last_year, bridges=False).financing_need[..., 0]


def by_year(found: attribution.Attribution, lever: str) -> Array:
    """(year,): a lever's part, all solutions together."""
    return found.amounts[..., found.levers.index(lever)].sum(axis=1)


def replace_field(name: str) -> Move:
    """A field and its overrides."""

    def move(mapping: dict[str, Any], own: Mapping[str, Any]) -> None:
        mapping.pop(name, None)
        if name in own:
            mapping[name] = own[name]
        overrides: dict[str, dict[str, float]] = {}
        for taken, of_this_field in ((mapping, False), (own, True)):
            for solution, levers in taken.get("by_solution", {}).items():
                kept = {lever: value for lever, value in levers.items() if (lever == name) is of_this_field}
                overrides.setdefault(solution, {}).update(kept)
        mapping["by_solution"] = overrides

    return name, move


def replace_measure(name: str) -> Move:
    """All settings of a measure."""

    def move(mapping: dict[str, Any], own: Mapping[str, Any]) -> None:
        kept = {other: settings for other, settings in mapping.get("measures", {}).items() if other != name}
        mapping["measures"] = kept | ({name: own["measures"][name]} if name in own.get("measures", {}) else {})

    return f"measures.{name}", move


def moves_of(group: str) -> list[Move]:
    """The members of a group, from the parameters and not from the attribution."""
    if group == "measures":
        return [replace_measure(name) for name in PRESENT.measures]
    return [replace_field(name) for name, field in parameters(PRESENT).items() if field.group == group]


def mean_over_orders(
    scenario: Scenario, against: Scenario, groups: Sequence[str], unfold: str = ""
) -> dict[str, Array]:
    """The mean over all orders of what each lever adds when it is changed: slow and plain.

    groups: the ones that differ. unfold: the group whose members come one by one, in every order, next to each other.
    """
    found: dict[str, list[Array]] = {}
    for order in permutations(groups):
        for steps in orders_within(order, unfold):
            mapping, before = against.to_mapping(), needs(against)
            for lever, moves in steps:
                for _, move in moves:
                    move(mapping, scenario.to_mapping())
                after = needs(Scenario.from_mapping(mapping))
                found.setdefault(lever, []).append(after - before)
                before = after
    return {lever: np.mean(added, axis=0) for lever, added in found.items()}


def orders_within(order: Sequence[str], unfold: str) -> Iterator[list[tuple[str, list[Move]]]]:
    """The order of groups, with the members of the unfolded one in every order of theirs."""
    for members in permutations(moves_of(unfold) if unfold else []):
        steps: list[tuple[str, list[Move]]] = []
        for group in order:
            steps += [(move[0], [move]) for move in members] if group == unfold else [(group, moves_of(group))]
        yield steps


def with_groups_of(scenario: Scenario, other: Scenario, groups: Sequence[str]) -> Scenario:
    """``other`` with these groups as in ``scenario``."""
    mapping = other.to_mapping()
    for group in groups:
        for _, move in moves_of(group):
            move(mapping, scenario.to_mapping())
    return Scenario.from_mapping(mapping)


@given(scenarios(), scenarios(), st.integers(2026, 2030))
def test_the_parts_add_up_to_the_difference(scenario: Scenario, against: Scenario, last_year: int) -> None:
    found = attribute(scenario, against, last_year)
    expected = needs(scenario, last_year) - needs(against, last_year)
    assert found.years == tuple(range(2026, last_year + 1)) and found.levers == found.groups == LEVER_GROUPS
    assert found.amounts.shape == (len(found.years), len(SOLUTIONS), len(LEVER_GROUPS))
    np.testing.assert_allclose(found.difference, expected, rtol=0, atol=ADD_UP)
    np.testing.assert_allclose(found.amounts.sum(axis=-1), expected, rtol=0, atol=ADD_UP)


@given(scenarios())
def test_price_growth_is_no_part_of_a_difference_from_the_published_figures(scenario: Scenario) -> None:
    found = attribute(scenario)
    assert not by_year(found, "index").any()
    expected = needs(scenario, 2029) - needs(Scenario(index_rate=scenario.index_rate, start=scenario.start), 2029)
    np.testing.assert_allclose(found.amounts.sum(axis=-1), expected, rtol=0, atol=ADD_UP)


@given(scenarios(), scenarios(), st.sets(st.sampled_from(LEVER_GROUPS)))
def test_a_group_that_does_not_differ_gets_exactly_nothing(one: Scenario, other: Scenario, same: set[str]) -> None:
    against = with_groups_of(one, other, sorted(same))
    found = attribute(one, against, unfold=UNFOLDED)
    for lever, group in zip(found.levers, found.groups, strict=True):
        assert group not in same or not by_year(found, lever).any(), lever


@given(scenarios(), scenarios())
def test_swapping_the_scenarios_changes_the_sign(one: Scenario, other: Scenario) -> None:
    there, back = attribute(one, other, 2030), attribute(other, one, 2030)
    np.testing.assert_allclose(there.amounts, -back.amounts, rtol=0, atol=ADD_UP)


@settings(max_examples=15)
@given(scenarios(), scenarios(), st.sets(st.sampled_from(LEVER_GROUPS), min_size=1, max_size=4))
def test_the_parts_are_means_over_all_orders(scenario: Scenario, other: Scenario, groups: set[str]) -> None:
    against = with_groups_of(scenario, other, [group for group in LEVER_GROUPS if group not in groups])
    found = attribute(scenario, against, 2030)
    for group, expected in mean_over_orders(scenario, against, sorted(groups)).items():
        amounts = found.amounts[..., LEVER_GROUPS.index(group)]
        np.testing.assert_allclose(amounts, expected, rtol=0, atol=ADD_UP, err_msg=group)


@settings(max_examples=4)
@given(scenarios(), scenarios(), st.sampled_from(["efficiency", "volume"]), st.sampled_from(["margin", "timing"]))
def test_members_are_means_over_the_orders_that_keep_their_group_together(
    scenario: Scenario, other: Scenario, unfold: str, beside: str
) -> None:
    groups = (beside, unfold, "index")
    against = with_groups_of(scenario, other, [group for group in LEVER_GROUPS if group not in groups])
    found = attribute(scenario, against, 2030, [unfold])
    for lever, expected in mean_over_orders(scenario, against, groups, unfold).items():
        amounts = found.amounts[..., found.levers.index(lever)]
        np.testing.assert_allclose(amounts, expected, rtol=0, atol=ADD_UP, err_msg=lever)


@settings(max_examples=15)
@given(scenarios(), scenarios(), st.sets(st.sampled_from(LEVER_GROUPS), min_size=1, max_size=3))
def test_members_add_up_to_their_group(scenario: Scenario, against: Scenario, unfold: set[str]) -> None:
    whole, parts = attribute(scenario, against), attribute(scenario, against, unfold=unfold)
    for number, group in enumerate(LEVER_GROUPS):
        members = [at for at, name in enumerate(parts.groups) if name == group]
        names = tuple(parts.levers[at] for at in members)
        assert names == (levers_of(PRESENT)[group] if group in unfold else (group,))
        together = parts.amounts[..., members].sum(axis=-1)
        np.testing.assert_allclose(together, whole.amounts[..., number], rtol=0, atol=ADD_UP, err_msg=group)


def test_two_levers_by_hand() -> None:
    """2026: 1 099.3 less 83.5. A margin of 0 is the level over 1.05; price growth of 5 % lifts both amounts."""
    found = attribute(Scenario(risk_margin=0.0, index_rate=0.05), Scenario())
    neither, margin, index, both = 1099.3 - 83.5, 1099.3 / 1.05 - 83.5, 1.05 * (1099.3 - 83.5), 1099.3 - 1.05 * 83.5
    assert by_year(found, "margin")[0] == pytest.approx((margin - neither + both - index) / 2, abs=ADD_UP)
    assert by_year(found, "index")[0] == pytest.approx((index - neither + both - margin) / 2, abs=ADD_UP)
    assert found.difference.sum(axis=1)[0] == pytest.approx(both - neither, abs=ADD_UP)


def test_a_postponed_lever_and_its_postponement_share_the_difference() -> None:
    """1 % of 1 115.6 less the 35 that moves out, but for the clearing line's 35: nothing happens in 2026 together."""
    found = attribute(Scenario(extra_efficiency=0.01, first_year=2027))
    saved = 0.01 * (1115.6 - 35.0)
    assert by_year(found, "efficiency")[0] == pytest.approx(-saved / 2, abs=0.01)
    assert by_year(found, "timing")[0] == -by_year(found, "efficiency")[0]


def test_measures_one_by_one_are_their_own_amounts() -> None:
    """Measures do not interact: each is its own amount, in its own solutions and from its own year."""
    changed = {"fm_avvikling": {"enabled": False}, "helsekort_gravide": {"scale": 2}, "sikkerhet": {"enabled": True}}
    found = attribute(Scenario(measures=changed), unfold=["measures"])
    expected = {"fm_avvikling": [12.8] * 4, "helsekort_gravide": [0, 8.2, 8.2, 8.2], "sikkerhet": [10, 20, 30, 40]}
    for name in PRESENT.measures:
        np.testing.assert_allclose(
            by_year(found, f"measures.{name}"), expected.get(name, [0] * 4), rtol=0, atol=ADD_UP, err_msg=name
        )
    lever = found.levers.index("measures.fm_avvikling")
    np.testing.assert_allclose(found.amounts[0, :, lever].nonzero()[0], [SOLUTIONS.index("e_resept")])


def test_members_share_what_only_both_of_them_make() -> None:
    """Half of an underspend of 2 % is returned: of 2028's return, the half that is kept is split between the two."""
    found = attribute(Scenario(underspend_rate=0.02, underspend_returned=0.5), unfold=["unspent"])
    returned = 0.02 * 1099.3
    assert by_year(found, "underspend_rate")[2] == pytest.approx(-(returned + returned / 2) / 2, abs=ADD_UP)
    assert by_year(found, "underspend_returned")[2] == pytest.approx(returned / 4, abs=ADD_UP)
    assert not by_year(found, "shortfall_recovered").any()


def test_an_override_counts_with_its_lever() -> None:
    """A general lever with an override against none: the group is both, and the only one that differs."""
    own = {"extra_volume": 0.05, "efficiency_realisation": 0.0}
    scenario = Scenario(extra_volume=0.02, by_solution={"helsenorge": own})
    found = attribute(scenario)
    assert {lever for lever in found.levers if by_year(found, lever).any()} == {"volume", "efficiency"}
    split = attribute(scenario, unfold=["volume"])
    np.testing.assert_allclose(by_year(split, "extra_volume"), by_year(found, "volume"), rtol=0, atol=ADD_UP)
    same = Scenario(extra_volume=0.02, by_solution={"vkp": {"extra_volume": 0.02}})
    assert not attribute(same, Scenario(extra_volume=0.02)).amounts.any()


def test_ehds_comes_with_its_amount() -> None:
    """No mixture has it enabled without an amount, however the two scenarios are mixed."""
    scenario = Scenario(risk_margin=0.0, measures={"ehds": {"enabled": True, "amount_mnok": 60, "delay": 1}})
    for unfold in ((), ("measures",)):
        found = attribute(scenario, Scenario(measures={"ehds": {"enabled": True, "amount_mnok": 20}}), unfold=unfold)
        measure = by_year(found, "measures.ehds" if unfold else "measures")
        kappa = (1 + 1 / 1.05) / 2  # the mean of with and without the margin
        np.testing.assert_allclose(measure, [0, -20 * kappa, 40 * kappa, 40 * kappa], rtol=0, atol=ADD_UP)


def test_a_difference_in_every_setting_is_divided_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """All groups, every measure and every field of «unspent» differ; smaller blocks give the same."""
    low, high = (furthest(end) for end in ("low", "high"))
    whole = attribute(high, low, 2030, UNFOLDED)
    np.testing.assert_allclose(whole.amounts.sum(axis=-1), whole.difference, rtol=0, atol=ADD_UP)
    assert all(by_year(whole, lever).any() for lever in whole.levers if lever != KEYS)
    fewer = high.without("measures"), low.without("measures")
    expected = attribute(*fewer, unfold=UNFOLDED)
    monkeypatch.setattr(attribution, "BLOCK", 100)
    np.testing.assert_allclose(attribute(*fewer, unfold=UNFOLDED).amounts, expected.amounts, rtol=0, atol=ADD_UP)


def furthest(end: str) -> Scenario:
    """The scenario with every setting at an end of its range, but that every measure comes, not all from the state."""
    values = {path: getattr(limit, end) for path, limit in limits(PRESENT).items()}
    most = {"delay": 1, "state_share": 0.5}
    values = {path: min(value, most.get(path.rpartition(".")[2], value)) for path, value in values.items()}
    mapping: dict[str, Any] = {}
    for path, value in values.items():
        *outer, last = path.split(".")
        inner = mapping
        for name in outer:
            inner = inner.setdefault(name, {})
        inner[last] = bool(value) if limits(PRESENT)[path].kind == "boolean" else value
    return Scenario.from_mapping(mapping)


def test_every_numeric_field_and_measure_belongs_to_one_group() -> None:
    members = [lever for levers in levers_of(PRESENT).values() for lever in levers]
    numeric = [name for name in column_limits(PRESENT) if "." not in name]
    assert sorted(members) == sorted([*numeric, *KEY_FIELDS, *(f"measures.{name}" for name in PRESENT.measures)])
    assert all(
        parameters(PRESENT)[lever].group == group for group in UNFOLDED[1:] for lever in levers_of(PRESENT)[group]
    )


def test_equal_scenarios_have_nothing_to_divide() -> None:
    found = attribute(Scenario(name="same", keys="proposal_2021"), Scenario())
    assert not found.amounts.any() and not found.difference.any()
    assert found.years == PLAN_YEARS and not found.amounts.flags.writeable and not found.difference.flags.writeable


@given(scenarios(), scenarios())
def test_keys_move_neither_need_nor_cost_level(scenario: Scenario, against: Scenario) -> None:
    for quantity in ("cost_level", "financing_need"):
        found = attribute(scenario, against, unfold=[KEYS], quantity=quantity)
        assert not found.amounts[..., [group == KEYS for group in found.groups]].any()


@settings(max_examples=60)
@given(scenarios(), scenarios(), st.sampled_from([*QUANTITIES, *organisations()]), st.booleans())
def test_any_quantity_is_divided_exactly(scenario: Scenario, against: Scenario, quantity: str, fixed: bool) -> None:
    """The parts add up to what a payer pays more, by both scenarios' own keys and starts."""
    found = attribute(scenario, against, 2030, [KEYS], fixed, quantity)
    sides = []
    for side in (scenario, against):
        result = run(side, 2030, bridges=False)
        sides.append((in_all(quantity, result, side) / (result.index if fixed else 1))[:, 0])
    np.testing.assert_allclose(found.reference.sum(axis=1), sides[1], rtol=0, atol=ADD_UP)
    np.testing.assert_allclose(found.amounts.sum(axis=(1, 2)), sides[0] - sides[1], rtol=0, atol=ADD_UP)
    np.testing.assert_allclose(found.amounts.sum(axis=-1), found.difference, rtol=0, atol=ADD_UP)


@given(scenarios(), scenarios())
def test_parts_of_the_groups_add_up_to_the_parts_of_the_need_and_keys_to_nothing(
    scenario: Scenario, against: Scenario
) -> None:
    of_groups = sum(attribute(scenario, against, quantity=group).amounts for group in PAYER_GROUPS)
    need = attribute(scenario, against).amounts
    np.testing.assert_allclose(of_groups, need, rtol=0, atol=ADD_UP)
    assert not need[..., LEVER_GROUPS.index(KEYS)].any()


@pytest.mark.parametrize("payer", ["Helse Vest", "4601", "apotek_bandasjister"])
def test_a_payers_parts_are_means_over_all_orders(payer: str) -> None:
    """Margin, keys and start differ: six orders, walked one by one with what the payments themselves give."""
    against = Scenario(start="law", municipal_key="population", rhf_key="population")
    moves = {"margin": {"risk_margin": 0.03}, "timing": {"start": "published"}, KEYS: {"keys": "proposal_2021"}}
    moves[KEYS] |= {"municipal_key": "kommunehelse", "rhf_key": "basic_grant"}
    added: dict[str, list[Array]] = {lever: [] for lever in moves}
    for order in permutations(moves):
        fields: dict[str, Any] = {"start": "law", "municipal_key": "population", "rhf_key": "population"}
        before = paid_by(payer, Scenario(**fields))
        for lever in order:
            fields |= moves[lever]
            after = paid_by(payer, Scenario(**fields))
            added[lever].append(after - before)
            before = after
    found = attribute(Scenario(risk_margin=0.03, keys="proposal_2021"), against, quantity=payer)
    for lever, steps in added.items():
        np.testing.assert_allclose(by_year(found, lever), np.mean(steps, axis=0), rtol=0, atol=ADD_UP, err_msg=lever)


def paid_by(payer: str, scenario: Scenario) -> Array:
    """(year,): what a payer pays, from the list of all payments."""
    paid = payments(run(scenario), PayerKeys.of(scenario)).by_payer()[:, :, 0]
    return paid[:, [each.id for each in payers()].index(payer)]


def test_half_and_half_by_hand() -> None:
    """Half of all to the municipalities in place of the law's part: need and keys change, and share what both make."""
    half = {"rhf": 0.5, "kommuner": 0.5}
    names = ("helsenorge", "kjernejournal", "e_resept", "grunndata_helseid", "vkp", "helsenettet")
    scenario = Scenario.from_mapping({"keys": dict.fromkeys(names, half), "risk_margin": 0.0})
    found = attribute(scenario, quantity="kommuner")
    needs_of = {margin: 1099.3 * (1 + margin) / 1.05 - 83.5 for margin in (0.0, 0.05)}
    before, after = paid_by_group("kommuner", Scenario()), needs_of[0.0] / 2
    kept = paid_by_group("kommuner", Scenario(risk_margin=0.0))
    expected = ((needs_of[0.05] / 2 - before) + (after - kept)) / 2
    assert by_year(found, KEYS)[0] == pytest.approx(expected, abs=1e-6)
    assert by_year(found, "margin")[0] == pytest.approx(after - before - expected, abs=1e-6)


def paid_by_group(group: str, scenario: Scenario) -> float:
    """What a payer group pays in the first year."""
    return float(in_all(group, run(scenario), scenario)[0, 0])


def test_own_keys_take_the_place_of_both_scenarios_keys() -> None:
    """With a municipal key of one's own the scenarios' do not matter; users of VKP change what one of them pays."""
    key = municipal_keys()["population"]
    scenario, users = Scenario(municipal_key="population"), frozenset({"4601"})
    assert attribute(scenario, quantity="4601").difference.any()
    assert not attribute(scenario, quantity="4601", own=OwnData(municipal_key=key)).difference.any()
    found = attribute(Scenario(risk_margin=0.03), quantity="4601", own=OwnData(vkp_users=users))
    paid = [
        organisation_payment("4601", run(side), PayerKeys.of(side, None, users)).by_solution[..., 0]
        for side in (Scenario(risk_margin=0.03), Scenario())
    ]
    np.testing.assert_allclose(found.amounts.sum(axis=-1), paid[0] - paid[1], rtol=0, atol=ADD_UP)


@pytest.mark.parametrize("quantity", ["profit", "", "Helse Øst", "9999", None, 4601, ["rhf"], "burden.", "burden.rhf"])
def test_a_quantity_that_is_none_is_refused(quantity: Any) -> None:
    for asked in (
        lambda: attribute(Scenario(), quantity=quantity),
        lambda: solve("risk_margin", 100, PLAN_YEARS[0], quantity),
    ):
        with pytest.raises(ScenarioError, match=r"it must be one of cost_level, .* or the number of a municipality"):
            asked()


def test_an_unknown_group_and_year_are_refused() -> None:
    with pytest.raises(ScenarioError, match="unfold is 'wages'; it must be one of margin"):
        attribute(Scenario(), unfold=["wages"])
    with pytest.raises(ScenarioError, match="last_year is 2031"):
        attribute(Scenario(), last_year=2031)


def games() -> st.SearchStrategy[list[float]]:
    """The worth of every subset of up to five players."""
    sizes = st.integers(0, 5).map(lambda players: 2**players)
    return sizes.flatmap(lambda size: st.lists(st.floats(-1e3, 1e3), min_size=size, max_size=size))


@given(games())
def test_shapley_values_are_means_over_all_orders(worth: list[float]) -> None:
    players = len(worth).bit_length() - 1
    numbers = {tuple(row): number for number, row in enumerate(subsets(players).tolist())}
    added = np.zeros((players, 0))
    for order in permutations(range(players)):
        inside, turn = [False] * players, np.zeros((players, 1))
        for player in order:
            before = worth[numbers[tuple(inside)]]
            inside[player] = True
            turn[player] = worth[numbers[tuple(inside)]] - before
        added = np.hstack([added, turn])
    np.testing.assert_allclose(shapley_values(np.array(worth)), added.mean(axis=1), rtol=0, atol=ADD_UP)


@pytest.mark.parametrize("players", range(1, 10))
def test_the_shares_of_orders_are_all_orders(players: int) -> None:
    sizes = subsets(players - 1).sum(axis=1)
    assert shares_of_orders(players)[sizes].sum() == pytest.approx(1)


SHOP: dict[str, Any] = {"solution": "helsenorge", "investment_mnok": {"2026": 30}, "go_live": 2027}
LISTS: tuple[list[dict[str, Any]], ...] = (
    [SHOP, SHOP | {"solution": "vkp", "indexed": False, "task": "outside", "users": ["kommuner"], "size": "large"}],
    [SHOP | {"size": "small", "state_share": 0.5}],
    [],
)


def burden_by(payer: str, scenario: Scenario, last_year: int = 2029) -> Array:
    """(year,): the need, or what somebody pays of it, and what is paid for the projects as ``invest`` has it."""
    result, cost = run(scenario, last_year), invest(scenario.projects, scenario)
    ids = [each.id for each in payers()]
    paid = (cost.by_payer[:, :, ids.index(payer), 0] if payer else cost.sector[..., 0]).sum(axis=0)
    of_year = dict(zip(cost.years, paid.tolist(), strict=True))
    need = in_all(payer or "financing_need", result, scenario)[:, 0]
    added: Array = need + [of_year.get(year, 0.0) for year in result.years]
    return added


@settings(max_examples=60)
@given(
    scenarios(),
    scenarios(),
    st.sampled_from(LISTS),
    st.sampled_from(LISTS),
    st.sampled_from(["", "Helse Vest", "4601"]),
    st.booleans(),
)
def test_the_whole_burden_is_divided_exactly(
    of: Scenario, other: Scenario, new: list[Any], old: list[Any], payer: str, fixed: bool
) -> None:
    """Need and projects together, by both scenarios' own price growth and keys; nothing of it is lost."""
    scenario, against = of.with_value("projects", new), other.with_value("projects", old)
    prices = [run(side, 2030).index[:, 0] if fixed else np.ones(1) for side in (scenario, against)]
    try:
        ends = [burden_by(payer, side, 2030) / each for side, each in zip((scenario, against), prices, strict=True)]
    except ScenarioError as error:  # the keys of one of them give the buyers nothing
        assert error.problem == "no_share"
        return
    found = attribute(scenario, against, 2030, [KEYS], fixed, burden_of(payer) if payer else BURDEN)
    assert set(found.groups) == {*LEVER_GROUPS, PROJECTS}
    np.testing.assert_allclose(found.reference.sum(axis=1), ends[1], rtol=0, atol=ADD_UP)
    np.testing.assert_allclose(found.amounts.sum(axis=(1, 2)), ends[0] - ends[1], rtol=0, atol=ADD_UP)
    if new == old:
        assert not by_year(found, PROJECTS).any()


@pytest.mark.parametrize("payer", ["", "Helse Vest"])
def test_the_parts_of_a_burden_are_means_over_all_orders(payer: str) -> None:
    """Prices, keys and projects differ, and each makes a part of what the others do: six orders, one by one."""
    moves = {"index": {"index_rate": 0.04}, KEYS: {"keys": "proposal_2021"}, PROJECTS: {"projects": LISTS[0]}}
    added: dict[str, list[Array]] = {lever: [] for lever in moves}
    for order in permutations(moves):
        fields: dict[str, Any] = {"projects": LISTS[1]}
        before = burden_by(payer, Scenario.from_mapping(fields))
        for lever in order:
            fields |= moves[lever]
            after = burden_by(payer, Scenario.from_mapping(fields))
            added[lever].append(after - before)
            before = after
    against = Scenario.from_mapping({"projects": LISTS[1]})
    scenario = Scenario.from_mapping({name: value for move in moves.values() for name, value in move.items()})
    found = attribute(scenario, against, quantity=burden_of(payer) if payer else BURDEN)
    for lever, steps in added.items():
        np.testing.assert_allclose(by_year(found, lever), np.mean(steps, axis=0), rtol=0, atol=ADD_UP, err_msg=lever)


def test_projects_are_in_no_other_quantity() -> None:
    scenario = Scenario.from_mapping({"projects": LISTS[0]})
    for quantity in (*QUANTITIES, "Helse Vest"):
        found = attribute(scenario, quantity=quantity)
        assert found.levers == LEVER_GROUPS and not found.difference.any()
    with pytest.raises(ScenarioError, match="unfold is 'projects'"):
        attribute(scenario, unfold=[PROJECTS], quantity=BURDEN)
    with pytest.raises(ScenarioError, match="or the number of a municipality"):
        solve("risk_margin", 100, PLAN_YEARS[0], quantity=BURDEN)
