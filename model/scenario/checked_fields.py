"""The checks of a scenario's fields: each takes what was found and returns the value in its one form."""

import math
from collections.abc import Callable, Mapping
from typing import Any, Final

from model.baseline.axes import PAYER_GROUPS
from model.baseline.baseline import Baseline
from model.baseline.measures import Measure
from model.baseline.parameters import Parameter
from model.reading.errors import ScenarioError
from model.reading.frozen import FrozenMapping
from model.scenario.fields import (
    LEVERS_BY_SOLUTION,
    check_amount_is_known,
    checked_choice,
    checked_mapping,
    checked_number,
    is_number,
    measure_settings,
)
from model.scenario.project import checked_projects

SHARES_ADD_UP_WITHIN: Final = 1e-9


def checked_field(baseline: Baseline, field: Parameter, value: object) -> Any:
    """The value of a scenario's field in its one form, for a scenario of ``baseline``. Raises ScenarioError."""
    if field.kind in ("number", "integer"):
        return checked_number(baseline, field.name, value)
    if field.kind == "text":
        return _checked_text(field, value)
    if field.kind == "choice":
        return checked_choice(field.name, value, field.choices)
    checks: Mapping[str, Callable[[Baseline, object], Any]] = {
        "by_solution": _checked_by_solution,
        "measures": _checked_measures,
        "keys": _checked_keys,
        "projects": checked_projects,
    }
    return checks[field.name](baseline, value)


def _checked_text(field: Parameter, value: object) -> str:
    if isinstance(value, str) and len(value) <= (field.high or 0):
        try:
            value.encode("utf-8")
            return value
        except UnicodeEncodeError:
            pass  # half a surrogate pair is not text that can be stored
    raise ScenarioError(field.name, value, "text", (field.high,))


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
    known = tuple(measure_settings(measure))
    _check_known(path, found, known)
    settings = {name: checked_number(baseline, f"{path}.{name}", found[name]) for name in known if name in found}
    if settings.get("enabled", measure.enabled) and "amount_mnok" not in settings:
        check_amount_is_known(measure)
    return FrozenMapping({name: found for name, found in settings.items() if found != measure.default(name)})


def _checked_keys(baseline: Baseline, value: object) -> str | FrozenMapping[FrozenMapping[float]]:
    if isinstance(value, str):
        return checked_choice("keys", value, tuple(baseline.key_sets))
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
