"""The calculation behind a figure of ``run``, as a tree."""

from collections.abc import Sequence
from typing import Final

from model.baseline.baseline import Baseline
from model.equations.steps import years_to
from model.explaining.description import EXPLAINED, OF_WHOLE_YEARS
from model.explaining.expressions import Reference
from model.explaining.node import SUM_OF, Node
from model.explaining.tree import Tree, made_of
from model.reading.errors import ScenarioError
from model.scenario.scenario import Scenario

SUM: Final = "sum"
"""The name of all solutions together."""


def explain(scenario: Scenario, quantity: str, year: int, solution: str = SUM) -> Node:
    """The calculation of a quantity of a year, in the scenario's own kroner.

    quantity: one of ``EXPLAINED``, or of ``OF_WHOLE_YEARS``. solution: a solution, a group of them, or «sum».
    Raises ScenarioError for what does not exist.
    """
    return explained(Tree.of(scenario), quantity, year, solution)


def explained(tree: Tree, quantity: str, year: int, solution: str = SUM) -> Node:
    """The same of a tree that others have asked for other figures."""
    baseline = tree.scenario.figures
    if quantity not in (*EXPLAINED, *OF_WHOLE_YEARS):
        raise ScenarioError("quantity", quantity, "choice", (*EXPLAINED, *OF_WHOLE_YEARS))
    years_to(baseline, year)
    if quantity in OF_WHOLE_YEARS:
        return tree.node(Reference(quantity, year))
    if solution in baseline.solutions:
        return tree.node(Reference(quantity, year, solution))
    parts = [tree.node(Reference(quantity, year, part)) for part in solutions_of(baseline, solution)]
    return made_of(SUM_OF, quantity, parts, year=year, solution=solution, address=f"{quantity}/{year}/{solution}")


def solutions_of(baseline: Baseline, name: str) -> Sequence[str]:
    """The solutions that a solution, a group or «sum» is of. Raises ScenarioError for another name."""
    known = {
        SUM: baseline.solutions,
        **{solution: (solution,) for solution in baseline.solutions},
        **baseline.bridge_groups,
        **baseline.groups,
    }
    if name not in known:
        raise ScenarioError("solution", name, "choice", tuple(known))
    return known[name]
