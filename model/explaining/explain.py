"""The calculation behind a figure of ``run``, as a tree."""

from model.equations.steps import years_to
from model.explaining.node import Node
from model.explaining.quantities import SUM, explained
from model.explaining.tree import Tree
from model.scenario.scenario import Scenario


def explain(scenario: Scenario, quantity: str, year: int, solution: str = SUM) -> Node:
    """The calculation of a quantity of a year, in the scenario's own kroner.

    quantity: one of ``EXPLAINED``, or of ``OF_WHOLE_YEARS``. solution: a solution, a group of them, or «sum».
    Raises ScenarioError for what does not exist.
    """
    years_to(scenario.figures, year)
    return explained(Tree.of(scenario), quantity, year, solution)
