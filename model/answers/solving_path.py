"""The one value of a lever that keeps a figure as close as can be to a target in each of several years."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from model.answers.own_data import NO_OWN_DATA, OwnData
from model.answers.search import MEETS, meeting, sampled
from model.answers.sought import Sought, checked_target, checked_year
from model.baseline.axes import Array
from model.reading.errors import ScenarioError
from model.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class SolvedPath:
    """What misses a path least.

    lever: its path. value: in the lever's unit, a whole number where the lever is one; the same in all years.
    attained: year → the figure then, MNOK. missed: year → how much that lies over the target, below zero under it.
    scenario: the scenario with that value.
    """

    lever: str
    value: float | int
    attained: Mapping[int, float]
    missed: Mapping[int, float]
    scenario: Scenario


def solve_path(
    lever: str,
    targets: Mapping[int, float],
    quantity: str = "financing_need",
    scenario: Scenario | None = None,
    fixed_prices: bool = False,
    own: OwnData = NO_OWN_DATA,
) -> SolvedPath:
    """The value of a lever whose largest miss of ``targets`` (year → MNOK) in any year is the smallest.

    No lever has a value for each year, so that a path is seldom met: what is missed in each year is part of the answer,
    and no target is out of reach. A year that the lever does not move can be met no better, and does not count; a lever
    that moves none of them stays where it is. The rest is as with ``solve``: the whole range is searched, of several
    answers it is the one nearest to the present value, an amount of a measure is an amount that counts.

    Raises ScenarioError for an unknown lever, quantity or year, for no year, and for a target that is no number.
    """
    scenario = Scenario() if scenario is None else scenario
    sought = Sought.of(lever, quantity, scenario, fixed_prices, own)
    wanted = _checked(targets, scenario)
    years, aimed = tuple(wanted), np.array([*wanted.values()])

    def misses(points: Array) -> Array:
        over: Array = sought.amounts(points, years) - aimed[:, np.newaxis]
        return over

    solved = sought.with_value(_missing_least(sought, misses))
    attained = sought.amounts(np.array([float(solved.value(lever))]), years)[:, 0]
    return SolvedPath(
        lever,
        solved.value(lever),
        dict(zip(years, attained.tolist(), strict=True)),
        dict(zip(years, (attained - aimed).tolist(), strict=True)),
        solved,
    )


def _missing_least(sought: Sought, misses: Callable[[Array], Array]) -> float:
    """The value with the smallest largest miss in the years that the lever moves. misses: (point,) → (year, point)."""
    points = sought.points()
    moved = np.ptp(misses(points), axis=1) > MEETS
    if not moved.any():
        return sought.present

    def largest(points: Array) -> Array:
        worst: Array = np.abs(misses(points)[moved]).max(axis=0)
        return worst

    if sought.is_whole:
        values = largest(points)
        answers = points[values <= values.min() + MEETS]
    else:
        points, values = sampled(largest, points)
        answers = meeting(largest, points, values, float(values.min()))
    return sought.nearest(answers, largest, float(values.min()))


def _checked(targets: Mapping[int, float], scenario: Scenario) -> dict[int, float]:
    """The targets by year, in order. Raises ScenarioError."""
    checked = {checked_year(scenario.figures, year): checked_target(target) for year, target in targets.items()}
    if not checked:
        raise ScenarioError("year", None, "integer", (scenario.figures.first_year, scenario.figures.last_year))
    return dict(sorted(checked.items()))
