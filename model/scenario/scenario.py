"""The scenario: one frozen record of every lever, checked once when it is made."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, Self, cast

from model.baseline.baseline import Baseline
from model.baseline.installed import baseline as installed_baseline
from model.baseline.installed import newest
from model.baseline.parameters import parameters
from model.reading.errors import ScenarioError
from model.reading.frozen import FrozenMapping
from model.reading.json_text import json_value
from model.scenario.checked_fields import checked_field
from model.scenario.fields import LAW, PUBLISHED, checked_mapping, limits
from model.scenario.paths import flattened, remove, set_value
from model.scenario.project import Project
from model.scenario.project_fields import FIELDS
from model.scenario.versions import VERSION, VERSIONS, as_now

NOTHING: Final[FrozenMapping[Any]] = FrozenMapping({})
DEFAULT: Final[Any] = object()
"""What a field is where it is not given: the default of the scenario's baseline."""

Overrides = Mapping[str, Mapping[str, float]]
Settings = Mapping[str, Mapping[str, bool | int | float]]


@dataclass(frozen=True, slots=True)
class Scenario:
    """Departures from the published figures of a baseline. ``Scenario()`` is the newest baseline that is installed.

    The fields, their units, ranges and sources stand in ``data/parameters.toml``; shares and rates are fractions.
    Mappings are given as any mapping and kept unchangeable, in one order and without what equals the default, so
    that scenarios with the same meaning compare equal. Raises ScenarioError.

    baseline: the id. figures: the baseline itself, looked up among the installed ones where it is not given.
    """

    name: str = DEFAULT
    baseline: str = DEFAULT
    start: str = DEFAULT
    risk_margin: float = DEFAULT
    index_rate: float = DEFAULT
    extra_efficiency: float = DEFAULT
    extra_volume: float = DEFAULT
    lasting_saving: float = DEFAULT
    efficiency_realisation: float = DEFAULT
    volume_realisation: float = DEFAULT
    investment_realisation: float = DEFAULT
    underspend_rate: float = DEFAULT
    underspend_returned: float = DEFAULT
    shortfall_recovered: float = DEFAULT
    repayment_lag: int = DEFAULT
    base_year_underspend_returned: float = DEFAULT
    earlier_funds_returned: float = DEFAULT
    first_year: int = DEFAULT
    by_solution: Overrides = NOTHING
    measures: Settings = NOTHING
    keys: str | Overrides = DEFAULT
    municipal_key: str = DEFAULT
    rhf_key: str = DEFAULT
    projects: tuple[Project, ...] = ()
    figures: Baseline = field(default=DEFAULT, repr=False, kw_only=True)
    _departures: Mapping[str, Any] | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.figures is DEFAULT:
            named = newest() if self.baseline is DEFAULT else self.baseline
            object.__setattr__(self, "figures", installed_baseline(named))
        for name, of_field in parameters(self.figures).items():
            given = getattr(self, name)
            value = _default(self.figures, name) if given is DEFAULT else given
            object.__setattr__(self, name, checked_field(self.figures, of_field, value))
        if self.baseline != self.figures.id:
            raise ScenarioError("baseline", self.baseline, "choice", (self.figures.id,))
        if self.start == LAW and self.figures.law is None:
            raise ScenarioError("start", self.start, "choice", (PUBLISHED,))

    @property
    def levers_from(self) -> int:
        """The first year in which the levers work: from the law the second of the plan at the earliest."""
        return max(self.first_year, self.figures.plan_years[1]) if self.start == LAW else self.first_year

    @classmethod
    def from_json(cls, text: str | bytes, figures: Baseline | None = None) -> Self:
        """The scenario that a JSON text (UTF-8) describes, see ``from_mapping``. Raises ScenarioError."""
        return cls.from_mapping(json_value(text), figures)

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any], figures: Baseline | None = None) -> Self:
        """The scenario of a mapping such as JSON gives; what is left out keeps its default. Raises ScenarioError.

        figures: the baseline where the mapping names none; one that it names must be this. Without it an installed one
        is looked up. Names of earlier versions are read; version 1 always means its own baseline.
        """
        values: dict[str, Any] = as_now(checked_mapping("scenario", mapping))
        version = values.pop("version", VERSION)
        if type(version) is not int or version not in VERSIONS:
            raise ScenarioError("version", version, "version", VERSIONS)
        if figures is None:
            figures = installed_baseline(values.get("baseline", newest()))
        known = tuple(parameters(figures))
        for name, value in values.items():
            if name not in known:
                raise ScenarioError(name, value, "unknown", ("version", *known))
        return cls(**values, figures=figures)

    def to_mapping(self) -> dict[str, Any]:
        """What differs from the default, as nested dictionaries, with the version, the baseline and the start."""
        return {"version": VERSION, "baseline": self.baseline, "start": self.start, **self._changed()}

    def _changed(self) -> dict[str, Any]:
        return {
            name: _thawed(getattr(self, name))
            for name in parameters(self.figures)
            if getattr(self, name) != _default(self.figures, name)
        }

    def to_json(self) -> str:
        """The mapping as one line of JSON that ``from_json`` reads back unchanged."""
        return json.dumps(self.to_mapping(), ensure_ascii=False, allow_nan=False)

    def departures(self) -> Mapping[str, Any]:
        """Path → value of everything that differs from the default, in the order of the fields."""
        if self._departures is None:  # asked for many times, and always the same
            object.__setattr__(self, "_departures", MappingProxyType(flattened("", self._changed())))
        return cast(Mapping[str, Any], self._departures)

    def value(self, path: str) -> Any:
        """What stands at a path. A lever without a value of its own for a solution has the lever's general value."""
        first, *rest = path.split(".")
        if first == "projects":
            return self._of_projects(path, rest)
        if first not in parameters(self.figures) or len(rest) > 2:
            raise ScenarioError(path, path, "unknown", tuple(parameters(self.figures)))
        own = getattr(self, first)
        for name in rest:
            own = own.get(name) if isinstance(own, Mapping) else None
        return self._inherited(path, first, rest) if own is None else own

    def _of_projects(self, path: str, rest: list[str]) -> Any:
        """What stands at a path of the projects, all of them where none is named; None where there is nothing."""
        found: Any = list(self.projects)
        for name in rest:
            if isinstance(found, list | tuple):
                found = found[int(name)] if name.isdecimal() and int(name) < len(found) else None
            elif isinstance(found, Mapping):
                found = found.get(name)
            elif isinstance(found, Project) and name in FIELDS:
                found = getattr(found, name)
            else:
                raise ScenarioError(path, path, "unknown", FIELDS)
        return tuple(found) if isinstance(found, list) else found

    def _inherited(self, path: str, first: str, rest: list[str]) -> Any:
        figures = self.figures
        if path in limits(figures):
            return getattr(self, rest[1]) if first == "by_solution" else figures.measures[rest[0]].default(rest[1])
        groups = {"by_solution": figures.open_solutions, "measures": tuple(figures.measures), "keys": figures.solutions}
        if len(rest) == 1 and rest[0] in groups.get(first, ()):
            return NOTHING
        raise ScenarioError(path, path, "unknown", tuple(parameters(figures)))

    def with_value(self, path: str, value: object) -> "Scenario":
        """The same scenario with another value at a path, nested or not. Raises ScenarioError."""
        mapping = self.to_mapping()
        set_value(mapping, path, value)
        return Scenario.from_mapping(mapping, self.figures)

    def without(self, *paths: str) -> "Scenario":
        """The same scenario with the default at each path, and below it."""
        mapping = self.to_mapping()
        for path in paths:
            remove(mapping, path.split("."))
        return Scenario.from_mapping(mapping, self.figures)


def _default(figures: Baseline, name: str) -> Any:
    """The default of a field: the parameter's, or an empty mapping or list."""
    field = parameters(figures)[name]
    nothing = () if field.kind == "list" else NOTHING
    return nothing if field.default is None else field.default


def _thawed(value: Any) -> Any:
    if isinstance(value, tuple):
        return [each.to_mapping() for each in value]
    return {name: _thawed(inner) for name, inner in value.items()} if isinstance(value, Mapping) else value
