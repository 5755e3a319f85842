"""The scenario: one frozen record of every lever, checked once when it is made."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final, Self

from model.baseline.axes import SOLUTIONS
from model.baseline.measures import measures
from model.baseline.parameters import parameters
from model.reading.errors import ScenarioError
from model.reading.frozen import FrozenMapping
from model.reading.json_text import json_value
from model.scenario.fields import OPEN_SOLUTIONS, checked_field, checked_mapping, limits

VERSION: Final = 1
NOTHING: Final[FrozenMapping[Any]] = FrozenMapping({})
DEFAULT_KEYS: Final = str(parameters()["keys"].default)

Overrides = Mapping[str, Mapping[str, float]]
Settings = Mapping[str, Mapping[str, bool | int | float]]


def _default(name: str) -> Any:
    """The default of a field: the parameter's, or an empty mapping."""
    default = parameters()[name].default
    return NOTHING if default is None else default


@dataclass(frozen=True, slots=True)
class Scenario:
    """Departures from the published figures. ``Scenario()`` is the published baseline.

    The fields, their units, ranges and sources stand in ``data/parameters.toml``; shares and rates are fractions.
    Mappings are given as any mapping and kept unchangeable, in one order and without what equals the default, so
    that scenarios with the same meaning compare equal. Raises ScenarioError.
    """

    name: str = _default("name")
    risk_margin: float = _default("risk_margin")
    index_rate: float = _default("index_rate")
    extra_efficiency: float = _default("extra_efficiency")
    extra_volume: float = _default("extra_volume")
    efficiency_realisation: float = _default("efficiency_realisation")
    volume_realisation: float = _default("volume_realisation")
    investment_realisation: float = _default("investment_realisation")
    underspend_rate: float = _default("underspend_rate")
    underspend_returned: float = _default("underspend_returned")
    shortfall_recovered: float = _default("shortfall_recovered")
    repayment_lag: int = _default("repayment_lag")
    underspend_2025_returned: float = _default("underspend_2025_returned")
    earlier_funds_returned: float = _default("earlier_funds_returned")
    first_year: int = _default("first_year")
    by_solution: Overrides = NOTHING
    measures: Settings = NOTHING
    keys: str | Overrides = DEFAULT_KEYS
    municipal_key: str = _default("municipal_key")
    rhf_key: str = _default("rhf_key")

    def __post_init__(self) -> None:
        for name, field in parameters().items():
            object.__setattr__(self, name, checked_field(field, getattr(self, name)))

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """The scenario that a JSON text (UTF-8) describes. Raises ScenarioError."""
        return cls.from_mapping(json_value(text))

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> Self:
        """The scenario of a mapping such as JSON gives; what is left out keeps its default. Raises ScenarioError."""
        values: dict[str, Any] = dict(checked_mapping("scenario", mapping))
        version = values.pop("version", VERSION)
        if type(version) is not int or version != VERSION:
            raise ScenarioError("version", version, "version", (VERSION,))
        known = tuple(parameters())
        for name, value in values.items():
            if name not in known:
                raise ScenarioError(name, value, "unknown", ("version", *known))
        return cls(**values)

    def to_mapping(self) -> dict[str, Any]:
        """What differs from the default, as nested dictionaries, with the version."""
        changed = {
            field.name: _thawed(getattr(self, field.name))
            for field in fields(self)
            if getattr(self, field.name) != _default(field.name)
        }
        return {"version": VERSION, **changed}

    def to_json(self) -> str:
        """What differs from the default, as one line of JSON that ``from_json`` reads back unchanged."""
        return json.dumps(self.to_mapping(), ensure_ascii=False, allow_nan=False)

    def departures(self) -> dict[str, Any]:
        """Path → value of everything that differs from the default, in the order of the fields."""
        mapping = self.to_mapping()
        del mapping["version"]
        return _flattened("", mapping)

    def value(self, path: str) -> Any:
        """What stands at a path. A lever without a value of its own for a solution has the lever's general value."""
        first, *rest = path.split(".")
        if first not in parameters() or len(rest) > 2:
            raise ScenarioError(path, path, "unknown", tuple(parameters()))
        own = getattr(self, first)
        for name in rest:
            own = own.get(name) if isinstance(own, Mapping) else None
        return self._inherited(path, first, rest) if own is None else own

    def _inherited(self, path: str, first: str, rest: list[str]) -> Any:
        if path in limits():
            return getattr(self, rest[1]) if first == "by_solution" else measures()[rest[0]].default(rest[1])
        groups = {"by_solution": OPEN_SOLUTIONS, "measures": tuple(measures()), "keys": SOLUTIONS}
        if len(rest) == 1 and rest[0] in groups.get(first, ()):
            return NOTHING
        raise ScenarioError(path, path, "unknown", tuple(parameters()))

    def with_value(self, path: str, value: object) -> "Scenario":
        """The same scenario with another value at a path, nested or not. Raises ScenarioError."""
        mapping = self.to_mapping()
        set_value(mapping, path, value)
        return Scenario.from_mapping(mapping)

    def without(self, *paths: str) -> "Scenario":
        """The same scenario with the default at each path, and below it."""
        mapping = self.to_mapping()
        for path in paths:
            _remove(mapping, path.split("."))
        return Scenario.from_mapping(mapping)


def set_value(mapping: dict[str, Any], path: str, value: object) -> None:
    """Puts a value at a path of nested dictionaries. Raises ScenarioError where the path runs through a value."""
    *outer, last = path.split(".")
    for name in outer:
        inner = mapping.setdefault(name, {})
        if not isinstance(inner, dict):
            raise ScenarioError(path, value, "unknown", tuple(parameters()))
        mapping = inner
    mapping[last] = value


def _remove(mapping: dict[str, Any], path: list[str]) -> None:
    """Takes away what stands at a path, and the dictionaries that it leaves empty."""
    first, *rest = path
    inner = mapping.get(first)
    if rest and isinstance(inner, dict):
        _remove(inner, rest)
    if not rest or inner == {}:
        mapping.pop(first, None)


def _thawed(value: Any) -> Any:
    return {name: _thawed(inner) for name, inner in value.items()} if isinstance(value, Mapping) else value


def _flattened(prefix: str, mapping: Mapping[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in mapping.items():
        flat |= _flattened(f"{prefix}{name}.", value) if isinstance(value, Mapping) else {prefix + name: value}
    return flat
