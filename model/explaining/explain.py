"""The calculation behind a figure of ``run`` or ``payers``, as a tree."""

from functools import partial

from model.answers.answer import answer
from model.answers.own_data import NO_OWN_DATA, OwnData
from model.answers.quantities import checked_quantity
from model.answers.question import Question
from model.baseline.axes import PAYER_GROUPS
from model.equations.steps import run
from model.explaining.calculation import calculation
from model.explaining.description import EXPLAINED, OF_WHOLE_YEARS
from model.explaining.node import Node
from model.explaining.payments import COMPUTED
from model.explaining.quantities import SUM, check_year, explained, solutions_of
from model.explaining.tree import Tree
from model.reading.errors import ScenarioError
from model.scenario.scenario import Scenario


def explain(scenario: Scenario, quantity: str, year: int, solution: str = SUM, own: OwnData = NO_OWN_DATA) -> Node:
    """The calculation of a quantity of a year, in the scenario's own kroner.

    quantity: one of ``EXPLAINED`` or of ``OF_WHOLE_YEARS``; or what somebody pays, by a payer group's id, an RHF's name
    or a municipality's number. solution: a solution, a group of them, or «sum». own: what somebody has given to divide
    payments by. Raises ScenarioError for what does not exist.
    """
    baseline = scenario.figures
    check_year(baseline, year, baseline.last_year)
    if quantity in (*EXPLAINED, *OF_WHOLE_YEARS):
        return explained(Tree.of(scenario), quantity, year, solution)
    solutions_of(baseline, solution)
    asked = answer(Question(scenario, own=own), partial(run, last_year=year))
    return calculation(asked, f"{COMPUTED}/{year}/{solution}/{_payer(quantity)}")


def _payer(quantity: str) -> str:
    """Who pays what is asked for. Raises ScenarioError where it is no payment."""
    try:
        return checked_quantity(quantity)
    except ScenarioError as error:
        raise ScenarioError("quantity", quantity, "quantity", (*EXPLAINED, *OF_WHOLE_YEARS, *PAYER_GROUPS)) from error
