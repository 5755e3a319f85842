"""The value of one lever that brings a figure to a target."""

from dataclasses import dataclass

import numpy as np

from model.answers.own_data import NO_OWN_DATA, OwnData
from model.answers.search import MEETS, meeting, sampled
from model.answers.sought import Sought, checked_target, checked_year
from model.baseline.axes import Array
from model.reading.errors import ScenarioError
from model.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Solved:
    """What meets a target.

    lever: its path. value: in the lever's unit, a whole number where the lever is one.
    attained: the figure then, MNOK. scenario: the scenario with that value.
    """

    lever: str
    value: float | int
    attained: float
    scenario: Scenario


def solve(
    lever: str,
    target: float,
    year: int,
    quantity: str = "financing_need",
    scenario: Scenario | None = None,
    fixed_prices: bool = False,
    own: OwnData = NO_OWN_DATA,
) -> Solved:
    """The value of a lever that brings a quantity of a year to ``target`` MNOK, with the rest of ``scenario`` unmoved.

    lever: the path of any number, such as ``by_solution.vkp.extra_volume``. Its whole range is searched, for a figure
    may rise and fall along it; whole numbers are tried one by one. Of several answers it is the one nearest to the
    present value, and the lower of two as near. An ``amount_mnok`` is an amount that counts: its measure is enabled,
    in ``Solved.scenario`` too. Other settings of a measure that is off change nothing.

    quantity: a name of ``QUANTITIES``, an RHF's name or a municipality's number, all solutions together. A payer pays
    by the scenario's keys, and what ``own`` has in their place. year: one of the baseline's. fixed_prices: whether
    ``target`` and what is attained are in fixed kroner of the base year, also while the lever moves price growth
    itself. Raises ScenarioError for an unknown lever, quantity or year, for a target that is no number, and for one out
    of reach; ``allowed`` then has the lowest and highest value that the lever gives, or each value of a whole number.
    """
    scenario = Scenario() if scenario is None else scenario
    sought = Sought.of(lever, quantity, scenario, fixed_prices, own)
    wanted, years = checked_target(target), (checked_year(scenario.figures, year),)

    def curve(points: Array) -> Array:
        of_year: Array = sought.amounts(points, years)[0]
        return of_year

    points, values = (sought.points(), curve(sought.points())) if sought.is_whole else sampled(curve, sought.points())
    answers = points[np.abs(values - wanted) <= MEETS] if sought.is_whole else meeting(curve, points, values, wanted)
    if not len(answers):
        reach = np.unique(values) if sought.is_whole else np.array([values.min(), values.max()])
        raise ScenarioError(f"{quantity} in {year}", target, f"reach_{sought.limit.kind}", reach.tolist())
    value = sought.nearest(answers, curve, wanted)
    solved = sought.with_value(value)
    return Solved(lever, solved.value(lever), float(curve(np.array([value]))[0]), solved)
