"""The figures of ``run`` that have a calculation, of a solution, a group of them, or all."""

from collections.abc import Sequence
from typing import Final

from model.answers.settling import LONGEST
from model.baseline.baseline import Baseline
from model.explaining.description import EXPLAINED, OF_WHOLE_YEARS
from model.explaining.expressions import Reference
from model.explaining.node import SUM_OF, Node
from model.explaining.tree import Tree, made_of
from model.reading.errors import ScenarioError

SUM: Final = "sum"
"""The name of all solutions together."""


def explained(tree: Tree, quantity: str, year: int, solution: str = SUM) -> Node:
    """The calculation of a quantity of a year, in the scenario's own kroner, also of years after the baseline's last.

    quantity: one of ``EXPLAINED``, or of ``OF_WHOLE_YEARS``. solution: a solution, a group of them, or «sum».
    Raises ScenarioError for what does not exist.
    """
    baseline = tree.scenario.figures
    if quantity not in (*EXPLAINED, *OF_WHOLE_YEARS):
        raise ScenarioError("quantity", quantity, "choice", (*EXPLAINED, *OF_WHOLE_YEARS))
    check_year(baseline, year, baseline.first_year + LONGEST)
    if quantity in OF_WHOLE_YEARS:
        return tree.node(Reference(quantity, year))
    if solution in baseline.solutions:
        return tree.node(Reference(quantity, year, solution))
    parts = [tree.node(Reference(quantity, year, part)) for part in solutions_of(baseline, solution)]
    return made_of(SUM_OF, quantity, parts, year=year, solution=solution, address=f"{quantity}/{year}/{solution}")


def check_year(baseline: Baseline, year: int, latest: int) -> None:
    """Refuses a year before the plan's first or after ``latest``. Raises ScenarioError."""
    if not baseline.first_year <= year <= latest:
        raise ScenarioError("year", year, "range", (baseline.first_year, latest))


def solutions_of(baseline: Baseline, name: str) -> Sequence[str]:
    """The solutions that a solution, a group or «sum» is of. Raises ScenarioError for another name."""
    known = {
        SUM: baseline.solutions,
        **baseline.law_solutions,
        **{solution: (solution,) for solution in baseline.solutions},
        **baseline.bridge_groups,
        **baseline.groups,
    }
    if name not in known:
        raise ScenarioError("solution", name, "choice", tuple(known))
    return known[name]
