"""The checks of a scenario's fields: each takes what was found and returns the value in its one form."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeGuard

import numpy as np

from model.baseline.axes import PAYER_GROUPS
from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.baseline.measures import LONGEST_DELAY, Measure
from model.baseline.parameters import Parameter, parameters
from model.reading.errors import ScenarioError
from model.reading.frozen import FrozenMapping

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

SHARES_ADD_UP_WITHIN: Final = 1e-9


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
        table |= {f"measures.{name}.{setting}": limit for setting, limit in _settings(measure).items()}
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


def checked_field(baseline: Baseline, field: Parameter, value: object) -> Any:
    """The value of a scenario's field in its one form, for a scenario of ``baseline``. Raises ScenarioError."""
    if field.kind in ("number", "integer"):
        return checked_number(baseline, field.name, value)
    if field.kind == "text":
        return _checked_text(field, value)
    if field.kind == "choice":
        return _checked_choice(field.name, value, field.choices)
    check = {"by_solution": _checked_by_solution, "measures": _checked_measures, "keys": _checked_keys}[field.name]
    return check(baseline, value)


def checked_number(baseline: Baseline, path: str, value: object) -> float | int | bool:
    """A number, whole number or boolean within the limits of its path. 2.0 is a whole number, True is no number."""
    limit = limits(baseline)[path]
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


def checked_mapping(path: str, value: object) -> Mapping[str, object]:
    """A mapping whose names are text. Raises ScenarioError."""
    if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value):
        raise ScenarioError(path, value, "mapping")
    return value


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a value is a number: no boolean, no text, no NaN and no infinity; a whole number of any size is."""
    if isinstance(value, int | np.integer):
        return not isinstance(value, bool)
    return isinstance(value, float | np.floating) and math.isfinite(value)


def _settings(measure: Measure) -> dict[str, Limits]:
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


def _checked_text(field: Parameter, value: object) -> str:
    if isinstance(value, str) and len(value) <= (field.high or 0):
        try:
            value.encode("utf-8")
            return value
        except UnicodeEncodeError:
            pass  # half a surrogate pair is not text that can be stored
    raise ScenarioError(field.name, value, "text", (field.high,))


def _checked_choice(path: str, value: object, choices: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in choices:
        raise ScenarioError(path, value, "choice", choices)
    return value


def _check_known(path: str, names: Mapping[str, object], known: tuple[str, ...]) -> None:
    for name in names:
        if name not in known:
            raise ScenarioError(f"{path}.{name}", names[name], "unknown", known)


def _checked_by_solution(baseline: Baseline, value: object) -> FrozenMapping[FrozenMapping[float]]:
    levers_of = checked_mapping("by_solution", value)
    _check_known("by_solution", levers_of, baseline.open_solutions)
    checked: dict[str, FrozenMapping[float]] = {}
    for solution in baseline.open_solutions:
        path = f"by_solution.{solution}"
        levers = checked_mapping(path, levers_of.get(solution, {}))
        _check_known(path, levers, LEVERS_BY_SOLUTION)
        if levers:
            ordered = (lever for lever in LEVERS_BY_SOLUTION if lever in levers)
            checked[solution] = FrozenMapping(
                {lever: checked_number(baseline, f"{path}.{lever}", levers[lever]) for lever in ordered}
            )
    return FrozenMapping(checked)


def _checked_measures(baseline: Baseline, value: object) -> FrozenMapping[FrozenMapping[Any]]:
    settings_of = checked_mapping("measures", value)
    _check_known("measures", settings_of, tuple(baseline.measures))
    checked = {
        name: _checked_measure(baseline, measure, settings_of[name])
        for name, measure in baseline.measures.items()
        if name in settings_of
    }
    return FrozenMapping({name: settings for name, settings in checked.items() if settings})


def _checked_measure(baseline: Baseline, measure: Measure, value: object) -> FrozenMapping[Any]:
    """The settings that differ from the measure's own: one scenario has one form."""
    path = f"measures.{measure.name}"
    found = checked_mapping(path, value)
    if "amount_mnok" in found and not measure.takes_amount:
        raise ScenarioError(f"{path}.amount_mnok", found["amount_mnok"], "published")
    if "state_share" in found and measure.published:
        raise ScenarioError(f"{path}.state_share", found["state_share"], "planned")
    known = tuple(_settings(measure))
    _check_known(path, found, known)
    settings = {name: checked_number(baseline, f"{path}.{name}", found[name]) for name in known if name in found}
    if settings.get("enabled", measure.enabled) and "amount_mnok" not in settings:
        check_amount_is_known(measure)
    return FrozenMapping({name: found for name, found in settings.items() if found != measure.default(name)})


def check_amount_is_known(measure: Measure) -> None:
    """Refuses a measure that is enabled while neither the scenario nor the sources give its amount."""
    if measure.takes_amount and measure.amount_mnok is None:
        allowed = (0, measure.amount_high)
        raise ScenarioError(f"measures.{measure.name}.amount_mnok", None, "required", allowed)


def _checked_keys(baseline: Baseline, value: object) -> str | FrozenMapping[FrozenMapping[float]]:
    if isinstance(value, str):
        return _checked_choice("keys", value, tuple(baseline.key_sets))
    shares_of = checked_mapping("keys", value)
    _check_known("keys", shares_of, tuple(baseline.key_solutions))
    checked: dict[str, FrozenMapping[float]] = {}
    for name, solutions in baseline.key_solutions.items():
        if name in shares_of:
            for solution in solutions:
                if solution in checked:
                    raise ScenarioError(f"keys.{name}", shares_of[name], "repeated")
                checked[solution] = _checked_shares(f"keys.{name}", shares_of[name])
    names = [solution for solution in baseline.solutions if solution in checked]
    return FrozenMapping({name: checked[name] for name in names}) if names else baseline.default_keys


def _checked_shares(path: str, value: object) -> FrozenMapping[float]:
    share_of = checked_mapping(path, value)
    _check_known(path, share_of, PAYER_GROUPS)
    shares = {group: _checked_share(f"{path}.{group}", share_of[group]) for group in PAYER_GROUPS if group in share_of}
    total = math.fsum(shares.values())
    if abs(total - 1) > SHARES_ADD_UP_WITHIN:
        raise ScenarioError(path, total, "sum")
    return FrozenMapping({group: share for group, share in shares.items() if share})


def _checked_share(path: str, value: object) -> float:
    if not is_number(value):
        raise ScenarioError(path, value, "number", (0, 1))
    if not 0 <= value <= 1:
        raise ScenarioError(path, value, "range", (0, 1))
    return float(value)
