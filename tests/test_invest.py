"""What projects cost whom: instalments repay what the state did not bear, nobody pays twice, nothing is lost."""

import json
import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import Scenario, ScenarioError, run
from model.baseline.axes import PAYER_GROUPS
from model.investment import PARTS, Burden, invest, schedule
from model.payers import PayerKeys, payers, payments
from model.scenario.project import Project, projects_from_json
from model.scenario.project_fields import FIELDS, YEARS_AHEAD, YEARS_BACK
from tests.baselines import OPEN_SOLUTIONS, PRESENT, spring_2026
from tests.strategies import from_the_law, scenarios
from tests.test_command_line import answer, refusal, table

ADD_UP = 1e-8  # MNOK; what sums of binary fractions may leave
BASE_YEAR = PRESENT.base_year
FIRST, LAST = BASE_YEAR - YEARS_BACK, BASE_YEAR + YEARS_AHEAD
SAMPLE = {"solution": "helsenorge", "investment_mnok": {"2026": 58}, "go_live": 2027}
CONTRIBUTION, INSTALMENT, INTEREST, OPERATION = range(len(PARTS))


def project(**fields: Any) -> Project:
    return Project.of({**SAMPLE, **fields}, PRESENT)


@st.composite
def mappings(draw: st.DrawFn) -> dict[str, Any]:
    """Any project, as a file has it."""
    investment = draw(st.dictionaries(st.integers(FIRST, BASE_YEAR + 8).map(str), st.floats(0, 500), max_size=4))
    go_live = draw(st.integers(max([FIRST, *map(int, investment)]), BASE_YEAR + 12))
    lifetime, task = draw(st.integers(1, 30)), draw(st.sampled_from(["common", "outside", "authority"]))
    fields: dict[str, Any] = {
        "solution": draw(st.sampled_from(OPEN_SOLUTIONS)),
        "investment_mnok": investment,
        "go_live": go_live,
        "lifetime": lifetime,
        "task": task,
        "size": draw(st.sampled_from(["large", "small"])),
        "state_share": draw(st.sampled_from([0.0, 0.3, 1.0])),
        "indexed": draw(st.booleans()),
        "operation_in_plan": draw(st.booleans()),
        "phase_in_years": draw(st.integers(0, 5)),
    }
    if fields["size"] == "large":
        fields |= {"interest_rate": draw(st.sampled_from([0.0, 1e-9, 0.04, 0.15]))}
        fields |= {"repayment": draw(st.sampled_from(["straight", "annuity"]))}
    in_use = st.integers(go_live, go_live + lifetime - 1).map(str)
    by_year = st.dictionaries(in_use, st.floats(0, 100), max_size=3)
    how = draw(st.sampled_from(["share", "amount", "by year", ""]))
    if how == "share":
        fields["operation_share"] = draw(st.floats(0, 1))
    elif how:
        fields["operation_mnok"] = draw(st.floats(0, 100) if how == "amount" else by_year)
    if sum(investment.values()) > 1 and draw(st.booleans()):
        fields["actual_mnok"] = draw(st.floats(0, 1_000))
    if task == "outside":
        fields["users"] = draw(st.lists(st.sampled_from(["rhf", "kommuner"]), unique=True))
    return fields


def projects() -> st.SearchStrategy[Project]:
    return mappings().map(lambda fields: Project.of(fields, PRESENT))


def reference(fields: Mapping[str, Any]) -> dict[tuple[int, str, str], float]:
    """(year, «sector» or «state», part) → MNOK in fixed kroner, one equation at a time, for a project's mapping."""
    found: dict[tuple[int, str, str], float] = {}

    def pay(year: int, part: str, amount: float, share: float = 1.0) -> None:
        for who, of_it in (("sector", share), ("state", 1 - share)):
            found[year, who, part] = found.get((year, who, part), 0.0) + of_it * amount

    investment = {int(year): amount for year, amount in fields["investment_mnok"].items()}
    whole, start, lifetime = sum(investment.values()), fields["go_live"], fields.get("lifetime", 10)
    state_share = 1.0 if fields.get("task") == "authority" else fields.get("state_share", 0.0)
    at_once = fields.get("size") == "small" or fields.get("task") == "authority"
    for year, amount in investment.items():
        pay(year, "contribution", amount * state_share, 0.0)
        if at_once:
            pay(year, "contribution", amount * (1 - state_share))
    debt = left = 0.0 if at_once else (1 - state_share) * whole
    rate = fields.get("interest_rate", 0.0)
    annuity = debt / lifetime if not rate else debt * rate / -math.expm1(-lifetime * math.log1p(rate))
    for k in range(lifetime):
        borne = 0.0 if fields.get("task") == "authority" else min(1.0, (k + 1) / (fields.get("phase_in_years", 0) + 1))
        interest = rate * left
        instalment = annuity - interest if fields.get("repayment") == "annuity" else debt / lifetime
        left -= instalment
        operation = fields.get("operation_mnok", fields.get("operation_share", 0.2) * whole)
        if isinstance(operation, Mapping):
            operation = operation.get(str(start + k), 0.0)
        pay(start + k, "instalment", instalment, borne)
        pay(start + k, "interest", interest, borne)
        actual = fields.get("actual_mnok", whole) / whole * operation if whole and k else operation
        pay(start + k, "operation", actual - operation if fields.get("operation_in_plan") else actual, borne)
    return found


def with_shares(scenario: Scenario, *asked: Project) -> Scenario:
    """The same, by the regulation's keys where some project has users: a key of its own may leave them no share."""
    return replace(scenario, keys=PRESENT.default_keys) if any(each.users for each in asked) else scenario


def at_rest(scenario: Scenario) -> Scenario:
    """The same without price growth, which the law sets into the first year."""
    return replace(scenario, index_rate=0.0, start="published")


def whole(burden: Burden) -> np.ndarray:
    """(part, year, scenario): what payers and state pay."""
    return burden.sector + burden.state


@given(mappings())
def test_a_project_is_written_as_it_is_read(fields: dict[str, Any]) -> None:
    made = Project.of(fields, PRESENT)
    written = json.loads(json.dumps(made.to_mapping()))
    assert Project.of(written, PRESENT) == made and hash(Project.of(written, PRESENT)) == hash(made)
    assert written.keys() <= fields.keys() | {"solution", "go_live"}


def test_a_tenth_of_the_investment_a_year_and_a_fifth_for_operation() -> None:
    found = invest(project(), Scenario())
    assert found.years == tuple(range(2027, 2037))
    np.testing.assert_allclose(found.sector[:, :, 0], np.tile([[0], [5.8], [0], [11.6]], 10))
    assert not found.state.any()


def test_a_small_project_is_paid_in_the_year_of_spending() -> None:
    found = invest(project(size="small", state_share=0.25, lifetime=2), Scenario())
    assert found.years == (2026, 2027, 2028)
    np.testing.assert_allclose(found.sector[:, :, 0], [[43.5, 0, 0], [0] * 3, [0] * 3, [0, 11.6, 11.6]])
    np.testing.assert_allclose(found.state[:, :, 0], [[14.5, 0, 0], [0] * 3, [0] * 3, [0] * 3])


def test_interest_falls_with_the_debt_and_an_annuity_is_the_same_each_year() -> None:
    straight = invest(project(lifetime=4, interest_rate=0.05, operation_share=0), Scenario())
    np.testing.assert_allclose(straight.sector[INTEREST, :, 0], [2.9, 2.175, 1.45, 0.725])
    annuity = invest(project(lifetime=4, interest_rate=0.05, repayment="annuity", operation_share=0), Scenario())
    np.testing.assert_allclose(annuity.sector.sum(axis=0)[:, 0], 16.356687, atol=1e-6)


def test_the_sector_bears_a_third_two_thirds_and_then_all() -> None:
    found = invest(project(phase_in_years=2), Scenario())
    share = found.sector[INSTALMENT, :, 0] / whole(found)[INSTALMENT, :, 0]
    np.testing.assert_allclose(share, [1 / 3, 2 / 3, *[1] * 8])


def test_instalments_of_a_project_that_is_not_indexed_stand_still_and_operation_does_not() -> None:
    grown = Scenario(index_rate=0.04)
    for indexed in (True, False):
        found = invest(project(indexed=indexed, lifetime=3), grown).sector[:, :, 0]
        index = 1.04 ** np.arange(2, 5)
        np.testing.assert_allclose(found[OPERATION], 11.6 * index)
        np.testing.assert_allclose(found[INSTALMENT], 58 / 3 * (index if indexed else 1))


def test_before_the_base_year_there_is_no_price_growth() -> None:
    found = invest(project(investment_mnok={"2021": 10, "2025": 10}, size="small"), Scenario(index_rate=0.1))
    np.testing.assert_allclose(found.sector[CONTRIBUTION, :5, 0], [10, 0, 0, 0, 10])


def test_the_state_bears_an_authority_s_task_whole() -> None:
    found = invest(project(task="authority", phase_in_years=3), Scenario())
    assert not found.by_payer.any()
    np.testing.assert_allclose(found.state[:, :, 0].sum(axis=1), [58, 0, 0, 116])


@given(mappings())
def test_the_schedule_is_what_the_equations_say(fields: dict[str, Any]) -> None:
    found, expected = schedule(Project.of(fields, PRESENT)), reference(fields)
    for who, amounts in (("sector", found.sector), ("state", found.state)):
        wanted = [[expected.get((year, who, part), 0.0) for year in found.years] for part in PARTS]
        np.testing.assert_allclose(amounts, wanted, rtol=1e-7, atol=1e-6)
    assert {year for (year, _, _), amount in expected.items() if amount} <= set(found.years)


@given(projects(), scenarios() | from_the_law())
def test_instalments_repay_what_the_state_did_not_bear_and_nobody_pays_below_zero(
    asked: Project, scenario: Scenario
) -> None:
    scenario = with_shares(scenario, asked)
    fixed = invest(asked, at_rest(scenario))
    found, spent = whole(fixed).sum(axis=(1, 2)), sum(asked.investment_mnok.values())
    assert found[CONTRIBUTION] + found[INSTALMENT] == pytest.approx(spent, abs=ADD_UP)
    if asked.is_repaid:
        assert found[INSTALMENT] == pytest.approx((1 - asked.state_share) * spent, abs=ADD_UP)
    grown = invest(asked, scenario)
    takes_back = asked.operation_in_plan and asked.actual_mnok is not None  # what was not invested
    assert takes_back or ((grown.by_payer >= -ADD_UP).all() and (grown.state >= -ADD_UP).all())


@given(projects(), scenarios() | from_the_law())
def test_payers_pay_what_the_sector_pays(asked: Project, scenario: Scenario) -> None:
    scenario = with_shares(scenario, asked)
    found, own = invest(asked, scenario), schedule(asked)
    first_rate = PRESENT.law.index_rate if scenario.start == "law" and PRESENT.law else scenario.index_rate
    for at, year in enumerate(found.years):
        growth = (1 + first_rate) * (1 + scenario.index_rate) ** (year - BASE_YEAR - 1) if year > BASE_YEAR else 1.0
        grown = np.array([growth, *[growth if asked.indexed else 1.0] * 2, growth])
        expected = own.sector[:, own.years.index(year)] * grown
        np.testing.assert_allclose(found.sector[:, at, 0], expected, rtol=1e-9, atol=ADD_UP)
    paid = found.by_payer.any(axis=(0, 1, 3))
    if asked.users:
        assert all(payer.group in asked.users for payer, pays in zip(payers(), paid, strict=True) if pays)


@given(scenarios(), st.sampled_from(["helsenorge", "vkp"]))
def test_switching_the_model_moves_payments_in_time_and_not_their_sum(scenario: Scenario, solution: str) -> None:
    large, small = (invest(project(solution=solution, size=size), at_rest(scenario)) for size in ("large", "small"))
    np.testing.assert_allclose(large.by_payer.sum(axis=(0, 1)), small.by_payer.sum(axis=(0, 1)), rtol=1e-9, atol=ADD_UP)
    assert small.years[0] < large.years[0]


@given(scenarios())
def test_a_project_is_divided_as_payments_are(scenario: Scenario) -> None:
    """A project in each solution of as much as its need, paid at once, is what everybody pays in that year."""
    users = ["0301", "1103"]
    scenario = at_rest(scenario)
    result, keys = run(scenario, BASE_YEAR + 1), PayerKeys.of(scenario, None, users)
    clearing = PRESENT.clearing_line
    need = {name: result.financing_need[0, PRESENT.at(name), 0] for name in PRESENT.solutions if name != clearing}
    listed = [project(solution=name, operation_share=0, go_live=BASE_YEAR + 1, size="small") for name in need]
    found = invest(listed, scenario, keys).by_payer[CONTRIBUTION, 0, :, 0]
    one = np.array([[1.0 if name == clearing else 0.0 for name in PRESENT.solutions]])[..., np.newaxis]
    alone = replace(result, financing_need=np.where(one, 0.0, 58.0 + 0.0 * result.financing_need))
    np.testing.assert_allclose(found, payments(alone, keys).by_payer()[0, :, 0], rtol=1e-9, atol=ADD_UP)


@given(st.lists(projects(), max_size=3), st.lists(scenarios(), min_size=1, max_size=3))
def test_several_are_their_sum_and_a_batch_is_each_alone(asked: list[Project], of: list[Scenario]) -> None:
    of = [with_shares(each, *asked) for each in of]
    found = invest(asked, of)
    for at, scenario in enumerate(of):
        total = dict.fromkeys(found.years, 0.0)
        for each in asked:
            alone = invest(each, scenario)
            for place, year in enumerate(alone.years):
                total[year] = total[year] + np.append(alone.by_payer[:, place, :, 0], alone.state[:, place], axis=1)
        for place, year in enumerate(found.years):
            together = np.append(found.by_payer[:, place, :, at], found.state[:, place, [at]], axis=1)
            np.testing.assert_allclose(together, total[year] + 0 * together, rtol=1e-9, atol=ADD_UP)


def test_a_project_of_nothing_costs_nobody_anything() -> None:
    for nothing in ({}, {"2026": 0}):
        assert invest(project(investment_mnok=nothing), Scenario()).years == ()
    assert invest([], Scenario()).years == ()
    operated = invest(project(investment_mnok={}, operation_mnok={"2028": 5}), Scenario())
    assert operated.years == (2028,) and operated.sector.sum() == pytest.approx(5)


def test_those_outside_pay_by_their_key_shares_over_their_sum() -> None:
    found = invest(project(task="outside", users=["Helse Nord", "0301"]), Scenario())
    common = invest(project(), Scenario())
    ids = [payer.id for payer in payers()]
    two = [ids.index("Helse Nord"), ids.index("0301")]
    paid, shares = found.by_payer.sum(axis=(0, 1))[:, 0], common.by_payer.sum(axis=(0, 1))[two, 0]
    assert np.flatnonzero(paid).tolist() == sorted(two)
    np.testing.assert_allclose(paid[two], paid.sum() * shares / shares.sum())
    by_group = invest(project(task="outside", users=["kommuner"]), Scenario()).sector.sum()
    assert by_group == pytest.approx(common.sector.sum())


def test_another_baseline_has_its_own_years() -> None:
    later = spring_2026()
    fields = {**SAMPLE, "investment_mnok": {"2056": 10}, "go_live": 2056}
    assert Project.of(fields, later).go_live == 2056
    with pytest.raises(ScenarioError, match="2020 to 2055"):
        Project.of(fields, PRESENT)


REFUSED: tuple[tuple[dict[str, Any], str], ...] = (
    ({"go_live": 2025}, "project.go_live is 2025; it must be a year from 2026, the last of the investment, to 2055."),
    ({"go_live": None}, "project.go_live is None; it must be a year from 2026,"),
    ({"go_live": "2027"}, "project.go_live is '2027'; it must be a year from 2026,"),
    ({"lifetime": 0}, "project.lifetime is 0; it must lie between 1 and 30."),
    ({"lifetime": 2.5}, "project.lifetime is 2.5; it must be a whole number from 1 to 30."),
    ({"investment_mnok": {"2026": -1}}, "project.investment_mnok.2026 is -1; it must lie between 0 and 100000."),
    ({"investment_mnok": {"2019": 1}}, "project.investment_mnok.2019 is '2019'; it must be a year from 2020 to 2055."),
    ({"investment_mnok": {"26": 1}}, "project.investment_mnok.26 is '26'; it must be a year from 2020 to 2055."),
    ({"investment_mnok": {2026: 1}}, "project.investment_mnok is {2026: 1}; it must be an object of names"),
    ({"investment_mnok": 58}, "project.investment_mnok is 58; it must be an object of names and values."),
    ({"operation_mnok": {"2026": 1}}, "project.operation_mnok.2026 is '2026'; it must be a year from 2027 to 2036."),
    ({"operation_mnok": None}, "project.operation_mnok is None; it must be a number between 0 and 100000."),
    ({"operation_mnok": True}, "project.operation_mnok is True; it must be a number between 0 and 100000."),
    ({"operation_mnok": 1, "operation_share": 0.2}, "it must be left out, or operation_share: one of them says"),
    ({"solution": "x"}, "project.solution is 'x'; it must be one of helsenorge,"),
    ({"solution": "helsenettet_felles"}, "project.solution is 'helsenettet_felles'; it must be one of helsenorge,"),
    ({"state_share": 1.1}, "project.state_share is 1.1; it must lie between 0 and 1."),
    ({"interest_rate": math.nan}, "project.interest_rate is nan; it must be a number between 0 and 0.15."),
    ({"size": "small", "interest_rate": 0.03}, "project.interest_rate is 0.03; it must be left out or 0,"),
    ({"size": "small", "repayment": "annuity"}, "project.repayment is 'annuity'; it must be left out or straight,"),
    ({"size": "medium"}, "project.size is 'medium'; it must be one of large, small."),
    ({"indexed": 1}, "project.indexed is 1; it must be true or false."),
    ({"phase_in_years": 6}, "project.phase_in_years is 6; it must lie between 0 and 5."),
    ({"name": "x" * 81}, "it must be text of at most 80 characters."),
    ({"users": ["rhf"]}, "project.users is ['rhf']; it must be left out, for only a project whose task is outside"),
    ({"task": "outside", "users": "rhf"}, "project.users is 'rhf'; it must be a list of payer groups"),
    ({"task": "outside", "users": ["rhf", "rhf"]}, "project.users.1 is 'rhf' and stands twice"),
    ({"task": "outside", "users": ["9999"]}, "project.users.0 is '9999'; it must be one of rhf, kommuner,"),
    ({"task": "outside", "users": ["0301", "kommuner"]}, "whose payer group kommuner stands there too"),
    (
        {"task": "outside", "users": ["apotek_bandasjister"]},
        "who have no share of the solution's costs; the key gives one to rhf, kommuner.",
    ),
    ({"cost": 3}, "project.cost is 3, but there is no such field; allowed are name, solution,"),
)


@pytest.mark.parametrize(("fields", "says"), REFUSED, ids=[str(each[0])[:40] for each in REFUSED])
def test_a_project_that_cannot_be_is_refused_with_field_and_range(fields: dict[str, Any], says: str) -> None:
    with pytest.raises(ScenarioError) as refused:
        invest(project(**fields), Scenario())
    assert says in str(refused.value)


@given(
    st.dictionaries(
        st.sampled_from(FIELDS), st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists)
    )
)
def test_nonsense_is_refused_or_computed(fields: dict[str, Any]) -> None:
    try:
        invest(project(**fields), Scenario())
    except ScenarioError as error:
        assert error.field.startswith("project.")


def test_the_command_gives_every_payer_and_part(tmp_path: Path) -> None:
    file = tmp_path / "project.json"
    file.write_text(json.dumps({**SAMPLE, "state_share": 0.5}), encoding="utf-8")
    rows = table(answer("invest", "--project", str(file), "--set", "index_rate=0.03"))
    assert list(rows[0]) == ["year", "payer_group", "payer", "part", "amount_mnok"]
    assert len(rows) == 11 * (len(payers()) + 1) * len(PARTS)
    found = invest(project(state_share=0.5), Scenario(index_rate=0.03))
    of_state = [row for row in rows if row["payer"] == row["payer_group"] == "stat"]
    assert float(of_state[0]["amount_mnok"]) == found.state[CONTRIBUTION, 0, 0] == pytest.approx(29 * 1.03)
    nord = [float(row["amount_mnok"]) for row in rows if (row["payer"], row["part"]) == ("Helse Nord", "operation")]
    place = [payer.id for payer in payers()].index("Helse Nord")
    assert nord == found.by_payer[OPERATION, :, place, 0].tolist()
    assert {row["payer_group"] for row in rows} == {*PAYER_GROUPS, "stat"}


def test_the_command_takes_a_list_and_a_batch(tmp_path: Path) -> None:
    listed, batch = tmp_path / "projects.json", tmp_path / "scenarios.jsonl"
    listed.write_text(json.dumps([SAMPLE, {**SAMPLE, "solution": "vkp", "size": "small"}]), encoding="utf-8")
    batch.write_text('{"index_rate": 0.03}\n{"keys": "proposal_2021"}\n', encoding="utf-8")
    rows = table(answer("invest", "--project", str(listed), "--scenario", str(batch)))
    both = invest(projects_from_json(listed.read_bytes(), PRESENT), Scenario(keys="proposal_2021"))
    second = [float(row["amount_mnok"]) for row in rows if row["scenario"] == "1" and row["payer"] != "stat"]
    assert second == both.by_payer[..., 0].transpose(1, 2, 0).ravel().tolist()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[", "it must be JSON in UTF-8."),
        ("3", "project is 3; it must be an object of names and values."),
        (json.dumps([SAMPLE, {**SAMPLE, "lifetime": 0}]), "projects.1.lifetime is 0; it must lie between 1 and 30."),
        (
            json.dumps([SAMPLE, {**SAMPLE, "task": "outside", "users": ["x"]}]),
            "projects.1.users.0 is 'x'; it must be",
        ),
        ('{"go_live": 2027, "go_live": 2028}', "go_live is 2028 and stands twice"),
    ],
)
def test_the_command_refuses_in_one_line_with_the_file(tmp_path: Path, content: str, says: str) -> None:
    file = tmp_path / "project.json"
    file.write_text(content, encoding="utf-8")
    line = refusal("invest", "--project", str(file))
    assert line.startswith(f"{file}: ") and says in line


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert "cannot be read" in refusal("invest", "--project", str(tmp_path / "nothing.json"))
