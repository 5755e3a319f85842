"""The fields of a scenario that are numbers: what each may be, and the check of one."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeGuard

import numpy as np

from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.baseline.measures import LONGEST_DELAY, Measure
from model.baseline.parameters import parameters
from model.reading.errors import ScenarioError

OF_OPTIONAL_MEASURES: Final = ("amount_mnok", "state_share")
"""Settings that a published measure does not have, and that are refused there in words of their own."""

START: Final = "start"
PUBLISHED, LAW = "published", "law"
"""The field that says what the first year is: as it is printed, or as the regulation has set it."""

LEVERS_BY_SOLUTION: Final = (
    "extra_efficiency",
    "extra_volume",
    "lasting_saving",
    "efficiency_realisation",
    "volume_realisation",
    "investment_realisation",
)
"""The levers that a solution may have a value of its own for, the clearing line excepted."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a numeric field may be: ``number``, ``integer`` or ``boolean``, from ``low`` to ``high``."""

    kind: str
    low: float
    high: float


@kept_with_baseline
def limits(baseline: Baseline) -> Mapping[str, Limits]:
    """The limits of every numeric field of a scenario of ``baseline``, nested ones too, by path."""
    table = {
        name: Limits(field.kind, field.low, field.high)
        for name, field in parameters(baseline).items()
        if field.low is not None and field.high is not None
    }
    for solution in baseline.open_solutions:
        table |= {f"by_solution.{solution}.{lever}": table[lever] for lever in LEVERS_BY_SOLUTION}
    for name, measure in baseline.measures.items():
        table |= {f"measures.{name}.{setting}": limit for setting, limit in measure_settings(measure).items()}
    return table


@kept_with_baseline
def column_limits(baseline: Baseline) -> Mapping[str, Limits]:
    """The limits of everything that a batch holds columns of: the numeric fields, and the start as a number.

    A start of 1 is the law, where the baseline has one; 0 is the print.
    """
    return {START: Limits("boolean", 0, 0 if baseline.law is None else 1), **limits(baseline)}


def column_value(value: Any) -> float:
    """What a scenario's value is in a column: a switch is 0 or 1, a start too, and an amount that is not given is 0."""
    return float(value == LAW) if isinstance(value, str) else float(value or 0)


def checked_number(baseline: Baseline, path: str, value: object) -> float | int | bool:
    """What stands at the path of a number, whole number or boolean, within its limits. Raises ScenarioError."""
    return checked_within(path, value, limits(baseline)[path])


def checked_within(path: str, value: object, limit: Limits) -> float | int | bool:
    """A number, whole number or boolean within limits; 2.0 is a whole number, True no number. Raises ScenarioError."""
    if limit.kind == "boolean":
        if not isinstance(value, bool):
            raise ScenarioError(path, value, "boolean")
        return value
    allowed = (limit.low, limit.high)
    if not is_number(value):
        raise ScenarioError(path, value, limit.kind, allowed)
    if not limit.low <= value <= limit.high:
        raise ScenarioError(path, value, "range", allowed)
    if limit.kind == "integer":
        if value != int(value):
            raise ScenarioError(path, value, "integer", allowed)
        return int(value)
    return float(value) + 0.0  # a negative zero becomes zero


def checked_choice(path: str, value: object, choices: tuple[str, ...]) -> str:
    """One of some names. Raises ScenarioError."""
    if not isinstance(value, str) or value not in choices:
        raise ScenarioError(path, value, "choice", choices)
    return value


def checked_mapping(path: str, value: object) -> Mapping[str, object]:
    """A mapping whose names are text. Raises ScenarioError."""
    if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value):
        raise ScenarioError(path, value, "mapping")
    return value


def checked_list(path: str, value: object, problem: str = "list") -> list[object]:
    """A list, or its items by their places («0», «1», …) as links and paths have them. Raises ScenarioError."""
    if isinstance(value, list | tuple):
        return list(value)
    if not isinstance(value, Mapping) or not all(isinstance(place, str) and place.isdecimal() for place in value):
        raise ScenarioError(path, value, problem)
    return [value[place] for place in sorted(value, key=int)]


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a value is a number: no boolean, no text, no NaN and no infinity; a whole number of any size is."""
    if isinstance(value, int | np.integer):
        return not isinstance(value, bool)
    return isinstance(value, float | np.floating) and math.isfinite(value)


def measure_settings(measure: Measure) -> dict[str, Limits]:
    """The settings of a measure, and what each may be."""
    settings = {
        "enabled": Limits("boolean", 0, 1),
        "delay": Limits("integer", 0, LONGEST_DELAY),
        "scale": Limits("number", 0, measure.scale_high),
    }
    if not measure.published:
        settings["state_share"] = Limits("number", 0, 1)
    if measure.amount_high is not None:
        settings["amount_mnok"] = Limits("number", 0, measure.amount_high)
    return settings


def check_amount_is_known(measure: Measure) -> None:
    """Refuses a measure that is enabled while neither the scenario nor the sources give its amount."""
    if measure.takes_amount and measure.amount_mnok is None:
        allowed = (0, measure.amount_high)
        raise ScenarioError(f"measures.{measure.name}.amount_mnok", None, "required", allowed)
