"""An address opens the calculation behind a figure that is shown, in the prices it is shown in."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import Answer, ModelError, Question, Result, Scenario, answer
from model.answers.question import PRICES
from model.explaining import calculation
from model.explaining.description import EXPLAINED, OF_WHOLE_YEARS
from model.explaining.node import CELL, DIFFERENCE, QUOTIENT
from tests.baselines import INVENTED, PLAN_YEARS, PRESENT, SOLUTIONS
from tests.strategies import scenarios
from tests.test_explaining import check_steps, same, steps

MOVED = Scenario(risk_margin=0.03, index_rate=0.03, underspend_rate=0.02, extra_efficiency=0.01)
OTHER = Scenario(index_rate=0.02, extra_volume=0.01)
QUESTIONS = {
    "own kroner": Question(MOVED),
    "fixed kroner": Question(MOVED, prices="faste"),
    "against another": Question(MOVED, against=OTHER),
    "against another, fixed": Question(MOVED, against=OTHER, prices="faste"),
    "from the law, fixed": Question(Scenario(start="law", index_rate=0.03, risk_margin=0.02), prices="faste"),
}


@pytest.fixture(params=QUESTIONS, scope="module")
def asked(request: pytest.FixtureRequest) -> Answer:
    return answer(QUESTIONS[request.param])


def all_solutions(result: Result) -> Mapping[str, np.ndarray]:
    """Quantity → (year,), MNOK."""
    return {quantity: amounts[:, :, 0].sum(axis=1) for quantity, amounts in result.amounts().items()}


def test_each_quantity_is_what_is_shown(asked: Answer) -> None:
    for quantity, amounts in asked.result.amounts().items():
        for at, year in enumerate(PLAN_YEARS):
            node = calculation(asked, f"{quantity}/{year}")
            assert same(node.value, amounts[at, :, 0].sum()), (quantity, year)
            assert (node.name, node.year, node.solution, node.unit) == (quantity, year, "sum", "mnok")
            alone = calculation(asked, f"{quantity}/{year}/{SOLUTIONS[1]}")
            assert same(alone.value, amounts[at, 1, 0]) and alone.address == f"{quantity}/{year}/{SOLUTIONS[1]}"
            check_steps(node, alone)


def test_the_reference_and_the_difference_from_it(asked: Answer) -> None:
    own, other = all_solutions(asked.result), all_solutions(asked.reference)
    for quantity in ("cost_level", "financing_need", "previous_level", "indexation", "returned_funds"):
        for at, year in enumerate(PLAN_YEARS):
            node = calculation(asked, f"difference/{quantity}/{year}")
            assert node.op == DIFFERENCE and same(node.value, own[quantity][at] - other[quantity][at])
            assert [term.address.split("/")[0] for term in node.terms] == [quantity, "reference"]
            assert same(calculation(asked, f"reference/{quantity}/{year}").value, other[quantity][at])
            check_steps(node)


def test_the_change_from_the_year_before(asked: Answer) -> None:
    need = asked.result.financing_need[:, :, 0]
    for at, year in enumerate(PLAN_YEARS[1:], start=1):
        node = calculation(asked, f"change/financing_need/{year}/vkp")
        change = need[at, SOLUTIONS.index("vkp")] - need[at - 1, SOLUTIONS.index("vkp")]
        assert same(node.value, change) and node.address == f"change/financing_need/{year}/vkp"
        assert [term.year for term in node.terms] == [year, year - 1]


def test_what_a_step_shows_is_what_its_address_opens(asked: Answer) -> None:
    """Of the reference, of fixed prices, of differences: a click never leads to another number."""
    for address in ("financing_need/2028", "difference/cost_level/2027/vkp", "reference/returned/2028/e_resept"):
        opened = {node.address: node for node in steps(calculation(asked, address)) if node.address}
        assert len(opened) > 5
        for within, node in opened.items():
            assert same(calculation(asked, within).value, node.value), (address, within)


def test_fixed_prices_are_one_step_more() -> None:
    node = calculation(answer(QUESTIONS["fixed kroner"]), "cost_level/2027/vkp")
    assert node.op == QUOTIENT
    assert [term.address for term in node.terms] == ["nominal/cost_level/2027/vkp", "price_index/2027"]
    level = calculation(answer(QUESTIONS["fixed kroner"]), "level/2027/vkp")
    assert level.op != QUOTIENT  # it is in kroner of the base year in any case


@pytest.mark.parametrize("name", OF_WHOLE_YEARS)
def test_what_holds_for_a_year_has_no_solution(name: str) -> None:
    node = calculation(answer(QUESTIONS["own kroner"]), f"{name}/2028")
    assert (node.address, node.solution, node.unit) == (f"{name}/2028", "", "factor")


def test_a_printed_cell_opens() -> None:
    for (table, row, column), printed in PRESENT.cells.items():
        node = calculation(answer(Question()), f"cell/{table}/{row}/{column}")
        assert node.op == CELL and node.source is not None
        value = node.value * (100 if printed.unit == "percent" else 1)
        assert same(value, printed.value) and node.source.printed == (printed.digits or "")


@given(st.data())
@settings(max_examples=20, deadline=None)
def test_any_question(data: st.DataObject) -> None:
    question = Question(data.draw(scenarios()), data.draw(st.none() | scenarios()), data.draw(st.sampled_from(PRICES)))
    asked = answer(question)
    quantity, at = data.draw(st.sampled_from(EXPLAINED)), data.draw(st.sampled_from(range(len(PLAN_YEARS))))
    node = calculation(asked, f"difference/{quantity}/{PLAN_YEARS[at]}")
    check_steps(node)
    if quantity not in ("level", "state"):
        own, other = all_solutions(asked.result), all_solutions(asked.reference)
        assert same(node.value, own[quantity][at] - other[quantity][at])


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nothing/2027",
        "cost_level",
        "cost_level/soon",
        "cost_level/2025",
        "cost_level/2027/nobody",
        "cost_level/2027/vkp/more",
        "price_index/2027/vkp",
        "difference/",
        "difference/nothing/2027",
        "reference/cost_level/1999",
        "change/cost_level/2026/sum",
        "change/cost_level",
        "change",
        "cell/Tabell 8/vkp",
        "cell/Tabell 8/vkp/available/more",
        "cell/no/such/cell",
        "key/2027/vkp/nobody",
        "payment/2027/vkp/nobody",
        "/" * 500,
    ],
)
def test_an_address_that_leads_nowhere_is_refused(address: str) -> None:
    with pytest.raises(ModelError):
        calculation(answer(Question()), address)


def test_a_solution_that_the_law_has_with_others_under_its_name_opens_alone() -> None:
    """What the law calls by it holds more: the way down ends."""
    invented = INVENTED["one solution more, one less"]()
    shown = answer(Question(Scenario(figures=invented)))
    name = next(name for name, parts in invented.law_solutions.items() if len(parts) > 1 and name in parts)
    alone = calculation(shown, f"payment/{invented.first_year}/{name}/rhf")
    assert alone.value < calculation(shown, f"payment/{invented.first_year}/sum/rhf").value
