"""The value of one lever that brings a figure to a target."""

import sys
from dataclasses import dataclass
from typing import Final

import numpy as np

from model.answers.own_data import NO_OWN_DATA, OwnData
from model.answers.quantities import checked_quantity, in_all
from model.answers.search import MEETS, Curve, meeting, sampled
from model.baseline.axes import Array
from model.baseline.baseline import Baseline
from model.equations.steps import run
from model.reading.errors import ScenarioError
from model.scenario.batch import Batch
from model.scenario.fields import Limits, is_number, limits
from model.scenario.scenario import Scenario

SAMPLES: Final = 1025
"""Evenly spaced over the lever's range. Between kinks a figure is a polynomial of the lever, of degree five at most."""

MOST_DECIMALS: Final = 17
SAME_VALUE: Final = 1e-9
"""As a share of the lever's range: values so close are the same answer."""


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
    limit = _checked_lever(scenario.figures, lever)
    wanted = _checked_target(target)
    start = _with_measure_enabled(lever, scenario)
    curve = _curve(lever, start, _checked_year(scenario.figures, year), checked_quantity(quantity), fixed_prices, own)
    present = float(start.value(lever))
    if limit.kind == "integer":
        points = np.arange(limit.low, limit.high + 1)
        values = curve(points)
        answers = points[np.abs(values - wanted) <= MEETS]
    else:
        points, values = sampled(curve, np.append(np.linspace(limit.low, limit.high, SAMPLES), present))
        answers = meeting(curve, points, values, wanted)
    if not len(answers):
        reach = np.unique(values) if limit.kind == "integer" else np.array([values.min(), values.max()])
        raise ScenarioError(f"{quantity} in {year}", target, f"reach_{limit.kind}", reach.tolist())
    nearest = float(answers[np.argmin(np.abs(answers - present))])
    value = nearest if nearest == present else _in_few_digits(curve, nearest, wanted, limit)
    solved = start if value == present else start.with_value(lever, value)
    return Solved(lever, solved.value(lever), float(curve(np.array([value]))[0]), solved)


def _curve(lever: str, scenario: Scenario, year: int, quantity: str, fixed_prices: bool, own: OwnData) -> Curve:
    """Values of the lever, (point,) → the quantity of ``year``, (point,), MNOK; of ``scenario`` all else stands."""
    columns = Batch.of([scenario]).columns

    def values(points: Array) -> Array:
        result = run(Batch({**columns, lever: points}, len(points), scenario.figures), year, bridges=False)
        of_year: Array = in_all(quantity, result, scenario, own)[-1]
        return of_year / result.index[-1] if fixed_prices else of_year

    return values


def _in_few_digits(curve: Curve, value: float, target: float, limit: Limits) -> float:
    """The value with as few decimals as still meet the target: 23.5 for 23.499999999999915."""
    rounded = np.array([round(value, decimals) for decimals in range(MOST_DECIMALS)])
    close = np.abs(rounded - value) <= SAME_VALUE * (limit.high - limit.low)
    points = np.append(rounded[close & (rounded >= limit.low) & (rounded <= limit.high)], value)
    meets = np.abs(curve(points) - target) <= MEETS
    return float(points[np.argmax(meets)]) if meets.any() else value


def _with_measure_enabled(lever: str, scenario: Scenario) -> Scenario:
    """The scenario itself, or with the measure whose amount the lever is; without an amount yet, it has none."""
    first, *rest = lever.split(".")
    if first != "measures" or rest[1] != "amount_mnok":
        return scenario
    with_amount = scenario.with_value(lever, scenario.value(lever) or 0.0)
    return with_amount.with_value(f"measures.{rest[0]}.enabled", True)


def _checked_lever(baseline: Baseline, lever: object) -> Limits:
    limit = limits(baseline).get(lever) if isinstance(lever, str) else None
    if limit is None or limit.kind == "boolean":
        raise ScenarioError("lever", lever, "lever", _examples(baseline))
    return limit


def _examples(baseline: Baseline) -> tuple[str, ...]:
    """Some levers: a general one, one of a solution, and the first amount of a measure that takes one."""
    amounts = [path for path in limits(baseline) if path.endswith(".amount_mnok")]
    return ("risk_margin", f"by_solution.{baseline.open_solutions[0]}.extra_volume", *amounts[:1])


def _checked_target(target: object) -> float:
    if not is_number(target) or abs(target) > sys.float_info.max:
        raise ScenarioError("target", target, "amount")
    return float(target)


def _checked_year(baseline: Baseline, year: object) -> int:
    allowed = (baseline.first_year, baseline.last_year)
    if type(year) is not int:
        raise ScenarioError("year", year, "integer", allowed)
    if not allowed[0] <= year <= allowed[1]:
        raise ScenarioError("year", year, "range", allowed)
    return year
