"""The calculation behind a figure: each step is its operation over its terms, down to leaves with a source."""

import math
import time
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import Baseline, Scenario, ScenarioError, run
from model.answers.quantities import in_all
from model.baseline.axes import PAYER_GROUPS, STATE_FUNDING
from model.explaining.description import EXPLAINED
from model.explaining.explain import explain
from model.explaining.node import CELL, DIFFERENCE, LEAVES, LEVER, MAXIMUM, PRODUCT, QUOTIENT, SIMULATED, SUM_OF, Node
from model.explaining.quantities import explained, solutions_of
from model.explaining.tree import Tree
from model.scenario.fields import limits
from tests.baselines import INVENTED, PLAN_YEARS, PRESENT, SOLUTIONS
from tests.strategies import from_the_law, scenarios

SAME = 1e-9
BASELINES: dict[str, Baseline] = {"the present one": PRESENT, **{name: made() for name, made in INVENTED.items()}}
MOVED = Scenario(
    risk_margin=0.02,
    index_rate=0.03,
    lasting_saving=0.01,
    efficiency_realisation=0.7,
    underspend_rate=0.04,
    repayment_lag=1,
    base_year_underspend_returned=0.5,
    by_solution={"vkp": {"extra_volume": 0.02}},
    measures={
        "sikkerhet": {"enabled": True, "state_share": 0.25, "amount_mnok": 12.0},
        "fm_avvikling": {"delay": 1, "scale": 0.5},
    },
)


def same(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=SAME, abs_tol=SAME)


def worked_out(node: Node) -> float:
    """What an operation gives, written once more."""
    first, *others = (term.value for term in node.terms)
    match node.op:
        case "sum":
            return math.fsum((first, *others))
        case "difference":
            return math.fsum((first, *(-value for value in others)))
        case "product":
            return math.prod(others, start=first)
        case "quotient":
            (divisor,) = others
            return first / divisor
        case "maximum":
            return max(first, *others)
    raise AssertionError(node.op)


def steps(*roots: Node) -> Iterator[Node]:
    """Every node once, however often it is used."""
    seen, rest = set[int](), list(roots)
    while rest:
        node = rest.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            rest += node.terms


def leaves(*roots: Node) -> list[Node]:
    return [node for node in steps(*roots) if node.op in LEAVES]


def check_steps(*roots: Node) -> None:
    """Each node is its operation over its terms; each leaf says where it stands."""
    for node in steps(*roots):
        if node.op in LEAVES:
            at = node.source
            assert not node.terms and at is not None, node
            assert any((at.document, at.table, at.place, at.record)), node
            assert not (node.op == CELL and at.printed and float(at.printed) != node.value), node
        else:
            assert node.terms and node.source is None, node
            assert node.op in (SUM_OF, DIFFERENCE, PRODUCT, QUOTIENT, MAXIMUM, SIMULATED), node
            assert node.op == SIMULATED or same(node.value, worked_out(node)), node


def check_whole(scenario: Scenario, last_year: int | None = None) -> Tree:
    """Every quantity of ``run``, of every year and solution, is what its calculation gives."""
    tree, result = Tree.of(scenario), run(scenario, last_year)
    roots = []
    for quantity, amounts in result.amounts().items():
        for at, year in enumerate(result.years):
            for place, solution in enumerate(result.baseline.solutions):
                node = explained(tree, quantity, year, solution)
                assert same(node.value, amounts[at, place, 0]), (quantity, year, solution)
                assert (node.name, node.year, node.solution) == (quantity, year, solution)
                assert node.address == f"{quantity}/{year}/{solution}"
                roots.append(node)
            assert same(explained(tree, quantity, year).value, amounts[at, :, 0].sum())
    check_steps(*roots)
    return tree


@pytest.mark.parametrize("name", BASELINES)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_every_step_is_its_operation_and_every_root_what_run_gives(name: str, data: st.DataObject) -> None:
    scenario = data.draw(scenarios(BASELINES[name]))
    check_whole(scenario, data.draw(st.sampled_from((None, BASELINES[name].last_year))))


@given(scenario=from_the_law())
@settings(max_examples=40, deadline=None)
def test_from_the_law_too(scenario: Scenario) -> None:
    check_whole(scenario)


@given(
    scenario=scenarios(),
    payer=st.sampled_from((*PAYER_GROUPS, "Helse Nord", "0301")),
    year=st.sampled_from(PRESENT.years),
)
@settings(max_examples=20, deadline=None)
def test_what_somebody_pays_is_explained_too(scenario: Scenario, payer: str, year: int) -> None:
    amounts = in_all(payer, run(scenario, year), scenario)
    whole = explain(scenario, payer, year)
    parts = [explain(scenario, payer, year, solution) for solution in SOLUTIONS]
    check_steps(whole, *parts)
    assert same(whole.value, amounts[-1, 0])
    assert same(whole.value, sum(part.value for part in parts))


@pytest.mark.parametrize("year", PLAN_YEARS)
def test_the_published_figures_lead_to_nothing_but_cells_levers_and_what_an_equation_is_made_of(year: int) -> None:
    found = leaves(explain(Scenario(), "financing_need", year))
    assert {leaf.name for leaf in found if leaf.op == "constant"} <= {"one", "opposite", "nothing", "embedded_margin"}
    cells = [leaf for leaf in found if leaf.op == CELL]
    for leaf in (leaf for leaf in cells if leaf.address):
        at = leaf.source
        assert at is not None and PRESENT.cells[at.table, at.row, at.column].digits == (at.printed or None)
    assert len(cells) > len(SOLUTIONS)


def test_a_figure_that_another_place_prints_more_exactly_has_that_place() -> None:
    found = leaves(explain(Scenario(), "investment", 2027, "helsenorge"))
    (cell,) = (leaf.source for leaf in found if leaf.op == CELL)
    assert cell is not None and (cell.printed, cell.document) == ("16.1", "000_86ee8779025f0197.txt")
    assert "kap. 2.1" in cell.place


def test_the_margin_inside_the_estimates_is_an_assumption_with_its_record() -> None:
    (margin,) = (
        leaf for leaf in leaves(explain(Scenario(), "cost_level", 2026, "vkp")) if leaf.name == "embedded_margin"
    )
    assert margin.source is not None and (margin.source.record, margin.source.document) == ("0102", "")


@pytest.mark.parametrize("solution", PRESENT.open_solutions)
@pytest.mark.parametrize("year", PLAN_YEARS[1:])
def test_last_years_level_stands_once_in_a_level(year: int, solution: str) -> None:
    level = explain(MOVED, "level", year, solution)
    assert level.op == SUM_OF
    product = level.terms[0]
    assert product.op == PRODUCT and product.terms[0].address == f"level/{year - 1}/{solution}"
    assert used(level)[f"level/{year - 1}/{solution}"] == 1


def used(node: Node) -> Counter[str]:
    """How often each address is used in a tree that is written out, the root's own left out."""
    count = Counter(term.address for term in node.terms)
    for term in node.terms:
        count += used(term)
    return count


def test_a_figure_used_twice_is_one_node() -> None:
    need = explain(MOVED, "financing_need", 2029, "helsenorge")
    by_address: dict[str, set[int]] = {}
    for node in steps(need):
        by_address.setdefault(node.address, set()).add(id(node))
    assert all(len(ids) == 1 for address, ids in by_address.items() if address and not address.startswith("cell/"))


def test_a_group_and_all_are_the_sum_of_their_solutions() -> None:
    for name, parts in {**PRESENT.groups, "sum": SOLUTIONS}.items():
        node = explain(MOVED, "financing_need", 2028, name)
        assert node.op == SUM_OF and [term.solution for term in node.terms] == list(parts)
        assert node.address == f"financing_need/2028/{name}"
        assert node.value == pytest.approx(sum(explain(MOVED, "financing_need", 2028, part).value for part in parts))


def test_a_lever_of_a_solution_is_named_by_its_own_path() -> None:
    def levers(solution: str) -> set[str]:
        return {leaf.name for leaf in leaves(explain(MOVED, "cost_level", 2027, solution)) if leaf.op == LEVER}

    assert "by_solution.vkp.extra_volume" in levers("vkp") and "extra_volume" not in levers("vkp")
    assert "extra_volume" in levers("helsenorge")
    assert "lasting_saving" in levers("helsenorge")
    assert "measures.fm_avvikling.scale" in levers("e_resept")


@given(scenario=scenarios())
@settings(max_examples=40, deadline=None)
def test_what_moves_a_figure_by_its_size_stands_in_the_tree(scenario: Scenario) -> None:
    """A lever that decides when something happens is no term, but chooses between terms."""
    whens = ("delay", "first_year", "repayment_lag", "start")
    roots = [explain(scenario, "financing_need", year) for year in PLAN_YEARS]
    named, need = {leaf.name for leaf in leaves(*roots) if leaf.op == LEVER}, run(scenario).financing_need
    for path in scenario.departures().keys() & limits(PRESENT).keys():
        if path.rsplit(".", maxsplit=1)[-1] not in whens and path not in named:
            try:
                without = scenario.without(path)
            except ScenarioError:  # an amount that must be given
                continue
            assert run(without).financing_need == pytest.approx(need, abs=1e-6), path


def test_what_the_state_pays_is_made_of_its_share() -> None:
    node = explain(MOVED, STATE_FUNDING, 2028, "helsenettet_eksterne")
    assert node.value < 0
    assert "measures.sikkerhet.state_share" in {leaf.name for leaf in leaves(node)}


def test_the_law_is_named_where_a_scenario_starts_from_it() -> None:
    found = leaves(explain(Scenario(start="law"), "financing_need", 2026))
    rate = next(leaf for leaf in found if leaf.name == "law_index_rate")
    assert PRESENT.law is not None and rate.value == PRESENT.law.index_rate
    assert rate.source is not None and rate.source.document == PRESENT.law.document and rate.source.record == "0128"


@pytest.mark.parametrize(
    ("quantity", "year", "solution", "field"),
    [
        ("nothing", 2026, "sum", "quantity"),
        ("cost_level", 2025, "sum", "year"),
        ("cost_level", 2031, "sum", "year"),
        ("cost_level", 2026, "nobody", "solution"),
    ],
)
def test_what_does_not_exist_is_refused(quantity: str, year: int, solution: str, field: str) -> None:
    with pytest.raises(ScenarioError) as refused:
        explain(Scenario(), quantity, year, solution)
    assert refused.value.field == field


def test_every_quantity_has_a_calculation_in_every_year() -> None:
    for quantity in EXPLAINED:
        for year in PRESENT.years:
            assert explain(MOVED, quantity, year).address == f"{quantity}/{year}/sum"


def test_the_names_of_solutions_are_those_of_the_baseline() -> None:
    assert solutions_of(PRESENT, "vkp") == ("vkp",)
    assert solutions_of(PRESENT, "sum") == SOLUTIONS
    assert solutions_of(PRESENT, "helsenettet_inkl_vkp") == PRESENT.groups["helsenettet_inkl_vkp"]


def test_one_solution_takes_less_than_fifty_milliseconds() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        explain(MOVED, "financing_need", PLAN_YEARS[-1], "helsenorge")
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.05
