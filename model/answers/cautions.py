"""What to be careful with in a scenario's figures: idle levers, a year that is set by law, a need below zero."""

from dataclasses import dataclass

import numpy as np

from model.baseline.axes import PLAN_YEARS, SOLUTIONS
from model.baseline.published import published
from model.equations.result import Result
from model.scenario.scenario import Scenario

NOT_AMOUNTS = {"name", "index_rate", "keys", "municipal_key", "rhf_key"}
"""Fields that move no cost level or need beside the reference: who pays, and price growth, which both have."""

SAME = 0.0005
"""MNOK: five hundred kroner is no change."""

TENTH = 0.05
"""MNOK: what one printed decimal hides."""


@dataclass(frozen=True, slots=True)
class Caution:
    """A kind of caution: ``changes_nothing``, ``moves_2026``, ``above_frame``, ``below_zero`` or ``counted_twice``.

    amount: MNOK, what the sentence needs (the change of 2026, the need of 2026 in 2025 kroner, the lowest need).
    solution, year: where, for ``below_zero``.
    """

    kind: str
    amount: float = 0.0
    solution: str = ""
    year: int = PLAN_YEARS[0]


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
        cautions_found.append(Caution("moves_2026", change))
    fixed = float(need[0].sum() / result.index[0, 0])
    if fixed > published().figure("Tabell 8", "sum", "financing_need_2026") + TENTH:
        cautions_found.append(Caution("above_frame", fixed))
    if need.min() < -SAME:
        year, solution = np.unravel_index(need.argmin(), need.shape)
        cautions_found.append(Caution("below_zero", float(need.min()), SOLUTIONS[solution], result.years[year]))
    if _counted_twice(scenario):
        cautions_found.append(Caution("counted_twice"))
    return tuple(cautions_found)


def _counted_twice(scenario: Scenario) -> bool:
    """2025's unspent money is returned while the work it was set aside for is added as well (002, sak 14/25)."""
    added = any(scenario.value(f"measures.{name}.enabled") for name in ("sikkerhet", "ehds"))
    return scenario.underspend_2025_returned > 0 and added
