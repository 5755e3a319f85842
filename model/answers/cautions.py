"""What to be careful with in a scenario's figures: idle levers, a year that is set by law, a need below zero."""

from dataclasses import dataclass

import numpy as np

from model.baseline.printed import BRIDGE, FINANCING_NEED, SUM
from model.equations.result import Result
from model.scenario.scenario import Scenario

NOT_AMOUNTS = {"name", "index_rate", "start", "keys", "municipal_key", "rhf_key", "projects"}
"""Fields that move no cost level or need beside the reference: name, who pays, projects, and what both have."""

SAME = 0.0005
"""MNOK: five hundred kroner is no change."""

TENTH = 0.05
"""MNOK: what one printed decimal hides."""


@dataclass(frozen=True, slots=True)
class Caution:
    """A caution of a kind.

    kind: ``changes_nothing``, ``moves_first``, ``above_frame``, ``below_zero``, ``counted_twice``, ``base_year_stays``.
    amount: MNOK, what the sentence needs (the change of the first year, its need in kroner of the base year, the lowest
    need, what is unspent of the base year). solution, year: where, for ``below_zero``.
    """

    kind: str
    amount: float = 0.0
    solution: str = ""
    year: int = 0


def cautions(scenario: Scenario, result: Result, reference: Result) -> tuple[Caution, ...]:
    """The cautions about ``scenario``; both results hold one scenario, ``reference`` at the same index."""
    need, reference_need = result.financing_need[:, :, 0], reference.financing_need[:, :, 0]
    cost, reference_cost = result.cost_level[:, :, 0], reference.cost_level[:, :, 0]
    cautions_found = []
    departs = {path.split(".")[0] for path in scenario.departures()} - NOT_AMOUNTS
    if departs and max(np.abs(need - reference_need).max(), np.abs(cost - reference_cost).max()) < SAME:
        cautions_found.append(Caution("changes_nothing"))
    change = float((need[0] - reference_need[0]).sum())
    if np.abs(need[0] - reference_need[0]).max() >= SAME:
        cautions_found.append(Caution("moves_first", change))
    fixed = float(need[0].sum() / result.index[0, 0])
    frame = result.baseline.figure(BRIDGE, SUM, FINANCING_NEED)
    if frame is not None and fixed > frame + TENTH:
        cautions_found.append(Caution("above_frame", fixed))
    if need.min() < -SAME:
        year, solution = np.unravel_index(need.argmin(), need.shape)
        cautions_found.append(
            Caution("below_zero", float(need.min()), result.baseline.solutions[solution], result.years[year])
        )
    if _counted_twice(scenario):
        cautions_found.append(Caution("counted_twice"))
    if scenario.underspend_rate > 0 and _stays(scenario):
        cautions_found.append(Caution("base_year_stays", float(scenario.figures.base_year_underspend.sum())))
    return tuple(cautions_found)


def _stays(scenario: Scenario) -> bool:
    """Whether none of what is forecast unspent of the base year is returned, where anything is."""
    return scenario.base_year_underspend_returned == 0 and float(scenario.figures.base_year_underspend.sum()) > 0


def _counted_twice(scenario: Scenario) -> bool:
    """The base year's unspent money is returned while the work it was set aside for is added as well."""
    measures = scenario.figures.measures
    added = any(scenario.value(f"measures.{name}.enabled") for name, measure in measures.items() if measure.set_aside)
    return scenario.base_year_underspend_returned > 0 and added
