"""What is searched when a lever is solved for: the lever alone, and the quantity that it moves."""

import sys
from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from model.answers.own_data import OwnData
from model.answers.quantities import checked_quantity, in_all
from model.answers.search import MEETS, Curve
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
class Sought:
    """A lever that is moved alone, in ``scenario``, and a quantity whose amounts are looked at meanwhile.

    limit: the lever's. scenario: with the measure enabled whose amount the lever is. fixed_prices: whether amounts are
    in kroner of the base year.
    """

    lever: str
    limit: Limits
    quantity: str
    scenario: Scenario
    fixed_prices: bool
    own: OwnData

    @classmethod
    def of(cls, lever: object, quantity: object, scenario: Scenario, fixed_prices: bool, own: OwnData) -> Self:
        """What is asked for, checked. Raises ScenarioError for an unknown lever or quantity."""
        path, limit = checked_lever(scenario.figures, lever)
        start = _with_measure_enabled(path, scenario)
        return cls(path, limit, checked_quantity(quantity), start, fixed_prices, own)

    @property
    def present(self) -> float:
        """Where the lever stands."""
        return float(self.scenario.value(self.lever))

    @property
    def is_whole(self) -> bool:
        """Whether the lever is a whole number, whose values are tried one by one."""
        return self.limit.kind == "integer"

    def points(self) -> Array:
        """(point,): every whole number of the range, or samples over it with the present value among them."""
        if self.is_whole:
            return np.arange(self.limit.low, self.limit.high + 1)
        return np.append(np.linspace(self.limit.low, self.limit.high, SAMPLES), self.present)

    def amounts(self, points: Array, years: tuple[int, ...]) -> Array:
        """(year, point): the quantity of some years at values of the lever, MNOK; all else of the scenario stands."""
        columns = {**Batch.of([self.scenario]).columns, self.lever: points}
        result = run(Batch(columns, len(points), self.scenario.figures), max(years), bridges=False)
        amounts = in_all(self.quantity, result, self.scenario, self.own)
        if self.fixed_prices:
            amounts = amounts / result.index
        found: Array = amounts[[result.years.index(year) for year in years]]
        return found

    def nearest(self, answers: Array, curve: Curve, target: float) -> float:
        """Of several answers the one nearest to the present value, in as few decimals as still meet ``target``."""
        nearest = float(answers[np.argmin(np.abs(answers - self.present))])
        return nearest if nearest == self.present else _in_few_digits(curve, nearest, target, self.limit)

    def with_value(self, value: float) -> Scenario:
        """The scenario with the lever at a value."""
        return self.scenario if value == self.present else self.scenario.with_value(self.lever, value)


def checked_lever(baseline: Baseline, lever: object) -> tuple[str, Limits]:
    """The path of a number, and its limits. Raises ScenarioError."""
    limit = limits(baseline).get(lever) if isinstance(lever, str) else None
    if limit is None or limit.kind == "boolean":
        raise ScenarioError("lever", lever, "lever", _examples(baseline))
    return str(lever), limit


def checked_target(target: object) -> float:
    """An amount, MNOK. Raises ScenarioError."""
    if not is_number(target) or abs(target) > sys.float_info.max:
        raise ScenarioError("target", target, "amount")
    return float(target)


def checked_year(baseline: Baseline, year: object) -> int:
    """One of the baseline's years. Raises ScenarioError."""
    allowed = (baseline.first_year, baseline.last_year)
    if type(year) is not int:
        raise ScenarioError("year", year, "integer", allowed)
    if not allowed[0] <= year <= allowed[1]:
        raise ScenarioError("year", year, "range", allowed)
    return year


def _examples(baseline: Baseline) -> tuple[str, ...]:
    """Some levers: a general one, one of a solution, and the first amount of a measure that takes one."""
    amounts = [path for path in limits(baseline) if path.endswith(".amount_mnok")]
    return ("risk_margin", f"by_solution.{baseline.open_solutions[0]}.extra_volume", *amounts[:1])


def _with_measure_enabled(lever: str, scenario: Scenario) -> Scenario:
    """The scenario itself, or with the measure whose amount the lever is; without an amount yet, it has none."""
    first, *rest = lever.split(".")
    if first != "measures" or rest[1] != "amount_mnok":
        return scenario
    with_amount = scenario.with_value(lever, scenario.value(lever) or 0.0)
    return with_amount.with_value(f"measures.{rest[0]}.enabled", True)


def _in_few_digits(curve: Curve, value: float, target: float, limit: Limits) -> float:
    """The value with as few decimals as still meet the target: 23.5 for 23.499999999999915."""
    rounded = np.array([round(value, decimals) for decimals in range(MOST_DECIMALS)])
    close = np.abs(rounded - value) <= SAME_VALUE * (limit.high - limit.low)
    points = np.append(rounded[close & (rounded >= limit.low) & (rounded <= limit.high)], value)
    meets = np.abs(curve(points) - target) <= MEETS
    return float(points[np.argmax(meets)]) if meets.any() else value
