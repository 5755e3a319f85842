"""What levers may be: the record of a ranges file, checked once when it is made."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Self

import numpy as np

from model.baseline.baseline import Baseline
from model.reading.json_text import json_value
from model.scenario.fields import START, Limits, checked_number, column_limits, is_number
from model.scenario.paths import set_value
from model.scenario.scenario import Scenario
from model.scenario.versions import renamed_path
from model.uncertainty.correlations import FIELD as CORRELATIONS
from model.uncertainty.correlations import Correlation, checked_correlations
from model.uncertainty.distributions import Distribution, Normal, Pert, Triangular, Uniform
from model.uncertainty.errors import RangesError

FIXED: Final = "fixed"
NUMBERS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "uniform": ("low", "high"),
        "triangular": ("low", "mode", "high"),
        "pert": ("low", "mode", "high"),
        "normal": ("mean", "sd"),
    }
)
"""The kinds of a range, and the numbers that each is given by."""

WIDEST: Final = 1e6
"""The widest standard deviation, times the lever's own range; so wide a normal is a uniform in all its digits."""

CHOICES: Final = (START, "keys", "municipal_key", "rhf_key")
"""The fields that are no numbers and can be fixed."""


@dataclass(frozen=True, slots=True, eq=False)
class Ranges:
    """What the levers of a scenario of ``baseline`` may be; what is not named keeps the scenario's value.

    levers: path → distribution. fixed: path → value. Both in the order of the scenario record, so that files that say
    the same draw the same. correlations: pairs of ``levers``. given: path → kind and numbers, as a file has them.
    Made by ``of`` and ``from_json``, which check.
    """

    baseline: Baseline
    levers: Mapping[str, Distribution]
    fixed: Mapping[str, Any]
    correlations: tuple[Correlation, ...]
    given: Mapping[str, Mapping[str, Any]]

    @classmethod
    def from_json(cls, text: str | bytes, baseline: Baseline) -> Self:
        """The ranges that a JSON text (UTF-8) describes. Raises RangesError and ScenarioError."""
        return cls.of(json_value(text, "ranges"), baseline)

    @classmethod
    def of(cls, mapping: object, baseline: Baseline) -> Self:
        """The ranges of a mapping such as JSON gives. Raises RangesError, and ScenarioError for a fixed value."""
        if not isinstance(mapping, Mapping):
            raise RangesError("ranges", mapping, "ranges")
        limits = column_limits(baseline)
        order = {path: at for at, path in enumerate(dict.fromkeys((*limits, *CHOICES)))}
        given = _by_path({name: value for name, value in mapping.items() if name != CORRELATIONS}, order)
        levers: dict[str, Distribution] = {}
        fixed: dict[str, Any] = {}
        for path in sorted(given, key=order.__getitem__):
            kind, value = _kind_and_value(path, given[path])
            if kind == FIXED:
                fixed[path] = _checked_fixed(baseline, path, value)
            else:
                levers[path] = _distribution(path, kind, value, limits.get(path))
        pairs = checked_correlations(mapping.get(CORRELATIONS, []), tuple(levers), tuple(fixed))
        return cls(baseline, MappingProxyType(levers), MappingProxyType(fixed), pairs, MappingProxyType(given))

    @property
    def numbers_fixed(self) -> tuple[str, ...]:
        """The paths of numbers and switches that have a fixed value."""
        return tuple(path for path in self.fixed if path in column_limits(self.baseline))

    def base(self, scenario: Scenario) -> Scenario:
        """``scenario`` with the fixed values, from which everything is drawn. Raises ScenarioError.

        An amount that neither the scenario nor the sources give is the median of its range.
        """
        mapping = scenario.to_mapping()
        for path, value in self.fixed.items():
            set_value(mapping, path, value)
        for path, distribution in self.levers.items():
            if scenario.value(path) is None:
                set_value(mapping, path, middle(distribution))
        return Scenario.from_mapping(mapping, scenario.figures)

    def to_mapping(self) -> dict[str, Any]:
        """The ranges as ``of`` takes them."""
        pairs: dict[str, Any] = {CORRELATIONS: [list(pair) for pair in self.correlations]} if self.correlations else {}
        return {**{path: dict(value) for path, value in self.given.items()}, **pairs}


def middle(distribution: Distribution) -> float:
    """The median of a distribution."""
    return at_share(distribution, 0.5)


def at_share(distribution: Distribution, share: float) -> float:
    """The value that a share of all draws lies below."""
    return float(distribution.values(np.array([share]))[0])


def _by_path(mapping: Mapping[str, Any], known: Mapping[str, int]) -> dict[str, Any]:
    """The ranges by the paths that are used now. Raises RangesError."""
    by_path: dict[str, Any] = {}
    for name, value in mapping.items():
        path = renamed_path(name) if isinstance(name, str) else ""
        if path not in known:
            raise RangesError(str(name), value, "unknown", tuple(known))
        if path in by_path:
            raise RangesError(name, value, "twice")
        by_path[path] = value
    return by_path


def _kind_and_value(path: str, given: object) -> tuple[str, object]:
    kinds = (*NUMBERS, FIXED)
    if not isinstance(given, Mapping) or len(given) != 1 or next(iter(given)) not in kinds:
        raise RangesError(path, given, "kind", kinds)
    return next(iter(given.items()))


def _checked_fixed(baseline: Baseline, path: str, value: object) -> Any:
    if path in CHOICES:
        return Scenario(figures=baseline).with_value(path, value).value(path)
    return checked_number(baseline, path, value)


def _distribution(path: str, kind: str, value: object, limit: Limits | None) -> Distribution:
    """A lever's distribution. Raises RangesError for what are no numbers, out of order or outside the lever's own."""
    if limit is None or limit.kind != "number":
        raise RangesError(path, {kind: value}, "only_fixed")
    place, names = f"{path}.{kind}", NUMBERS[kind]
    if not isinstance(value, list | tuple) or len(value) != len(names) or not all(map(_is_of_size, value)):
        raise RangesError(place, value, "numbers", names)
    numbers = [float(number) for number in value]
    for number in numbers[:1] if kind == "normal" else numbers:
        if not limit.low <= number <= limit.high:
            raise RangesError(place, number, "range", (limit.low, limit.high))
    if kind == "normal":
        widest = WIDEST * (limit.high - limit.low)
        if not 0 < numbers[1] <= widest:
            raise RangesError(place, numbers[1], "spread", (widest,))
        return Normal(numbers[0], numbers[1], limit.low, limit.high)
    low, *mode, high = numbers
    if low > high:
        raise RangesError(place, value, "order")
    if mode and not low <= mode[0] <= high:
        raise RangesError(place, mode[0], "mode", (low, high))
    if not mode:
        return Uniform(low, high)
    return Triangular(low, mode[0], high) if kind == "triangular" else Pert(low, mode[0], high)


def _is_of_size(value: object) -> bool:
    """Whether a value is a number that can be computed with; JSON may hold whole numbers of any length."""
    return is_number(value) and abs(value) <= sys.float_info.max
