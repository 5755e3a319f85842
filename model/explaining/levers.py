"""A lever as the leaf of a calculation: by which path, what it is, and where its default comes from."""

from typing import Final

from model.baseline.parameters import parameters
from model.explaining.expressions import FACTOR, MNOK, SHARE, YEAR
from model.explaining.node import LEVER, Node, Source
from model.explaining.origins import source_of
from model.scenario.fields import column_value
from model.scenario.scenario import Scenario

SWITCH, COUNT = "switch", "count"
UNITS: Final = {
    "enabled": SWITCH,
    "delay": COUNT,
    "scale": FACTOR,
    "amount_mnok": MNOK,
    "first_year": YEAR,
    "repayment_lag": COUNT,
}
"""Last name of a path → unit; every other lever is a share."""


def lever(scenario: Scenario, path: str) -> Node:
    """What a scenario has at a path: a solution's own value by its own path, the general one by the lever's name."""
    first, *rest = path.split(".")
    named = path
    if first == "by_solution" and rest[1] not in scenario.by_solution.get(rest[0], {}):
        named = rest[1]
    name = path.rsplit(".", maxsplit=1)[-1]
    value = column_value(scenario.value(named)) + 0.0
    return Node(named, value, UNITS.get(name, SHARE), LEVER, source=_source(scenario, first, rest))


def _source(scenario: Scenario, first: str, rest: list[str]) -> Source:
    if first == "measures":
        measure = scenario.figures.measures[rest[0]]
        return source_of(measure.source, measure.where)
    parameter = parameters(scenario.figures)[rest[-1] if rest else first]
    return source_of(parameter.source, parameter.where)
