"""Many scenarios as one record of arrays, so that the equations run over all of them at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from model.baseline.axes import Array
from model.baseline.baseline import Baseline
from model.baseline.installed import baseline as installed_baseline
from model.baseline.installed import newest
from model.baseline.kept import kept_with_baseline
from model.baseline.parameters import parameters
from model.reading.errors import ScenarioError
from model.scenario.fields import START, Limits, check_amount_is_known, column_limits, column_value, limits
from model.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """The levers of ``size`` scenarios of one baseline.

    columns: path → (1,) or (scenario,), float64; a boolean is 0 or 1, and so is the start, 1 being the law. A path
    that is not there has its default in every scenario. Who pays (``keys``, ``municipal_key``, ``rhf_key``) and
    ``name`` do not change what the equations give and are not held here. Made by ``of`` and ``from_columns``, which
    check.
    """

    columns: Mapping[str, Array]
    size: int
    baseline: Baseline

    @classmethod
    def of(cls, scenarios: Iterable[Scenario]) -> Self:
        """The batch of some scenarios, in their order. Raises ScenarioError where they are of several baselines."""
        listed = tuple(scenarios)
        baseline = listed[0].figures if listed else installed_baseline(newest())
        for scenario in listed:
            check_one_baseline(scenario, listed[0])
        known = column_limits(baseline).keys()
        departing = [scenario.departures().keys() & known for scenario in listed]
        paths: set[str] = set().union(*departing)
        columns = {path: _column(listed, path) for path in sorted(paths)}
        return cls(columns, len(listed), baseline)

    @classmethod
    def from_columns(cls, columns: Mapping[str, npt.ArrayLike], size: int, baseline: Baseline | None = None) -> Self:
        """The batch of ``size`` scenarios with a value, or one value each, at some paths. Raises ScenarioError.

        baseline: the newest that is installed where none is given.
        """
        of = installed_baseline(newest()) if baseline is None else baseline
        checked = {path: _checked_column(of, path, column, size) for path, column in columns.items()}
        for name, measure in of.measures.items():
            enabled = checked.get(f"measures.{name}.enabled")
            if enabled is not None and enabled.any() and f"measures.{name}.amount_mnok" not in checked:
                check_amount_is_known(measure)
        return cls(checked, size, of)

    def block(self, start: int, stop: int) -> "Batch":
        """The scenarios from ``start`` up to ``stop``, as views."""
        columns = {path: column[start:stop] if len(column) > 1 else column for path, column in self.columns.items()}
        return Batch(columns, stop - start, self.baseline)

    def value(self, path: str) -> Array:
        """(1,) or (scenario,): what stands at a path, its default where no scenario departs from it."""
        column = self.columns.get(path)
        return _default_columns(self.baseline)[path] if column is None else column

    @property
    def has_overrides(self) -> bool:
        """Whether a solution has a lever of its own in some scenario."""
        return any(path.startswith("by_solution.") for path in self.columns)

    @property
    def is_funded(self) -> bool:
        """Whether the state pays a share of some measure in some scenario."""
        return any(path.endswith(".state_share") for path in self.columns)

    def measures(self) -> Sequence[str]:
        """The measures that some scenario changes, in the order of the baseline."""
        changed = {path.split(".")[1] for path in self.columns if path.startswith("measures.")}
        return [name for name in self.baseline.measures if name in changed]


def check_one_baseline(scenario: Scenario, first: Scenario) -> None:
    """Refuses a scenario of another baseline than the first of its batch. Raises ScenarioError."""
    if scenario.figures != first.figures:
        raise ScenarioError("baseline", scenario.baseline, "choice", (first.baseline,))


@kept_with_baseline
def _default_columns(baseline: Baseline) -> Mapping[str, Array]:
    """Path → (1,): the default of everything that has a column, but for a solution's own."""
    own = {path: parameters(baseline)[path].default for path in column_limits(baseline) if "." not in path}
    settings = (path for path in limits(baseline) if path.startswith("measures."))
    for path in settings:
        _, name, setting = path.split(".")
        own[path] = baseline.measures[name].default(setting)
    return {path: _fixed([column_value(value)]) for path, value in own.items()}


def _column(scenarios: Sequence[Scenario], path: str) -> Array:
    if path == START:
        return _fixed([column_value(scenario.start) for scenario in scenarios])
    return _fixed([scenario.value(path) or 0 for scenario in scenarios])


def _fixed(values: npt.ArrayLike) -> Array:
    column = np.array(values, dtype=np.float64)
    column.flags.writeable = False
    return column


def _checked_column(baseline: Baseline, path: str, values: npt.ArrayLike, size: int) -> Array:
    limit = column_limits(baseline).get(path)
    if limit is None:
        raise ScenarioError(path, values, "unknown", tuple(parameters(baseline)))
    try:
        column = np.atleast_1d(np.asarray(values))
    except ValueError as error:  # rows of different lengths
        raise ScenarioError(path, values, "size", (size,)) from error
    if column.dtype.kind not in ("b" if limit.kind == "boolean" else "iuf"):
        raise ScenarioError(path, values, limit.kind, (limit.low, limit.high))
    if column.shape not in ((1,), (size,)):
        raise ScenarioError(path, f"an array of shape {column.shape}", "size", (size,))
    _check_range(path, column, limit)
    return _fixed(column)


def _check_range(path: str, column: npt.NDArray[Any], limit: Limits) -> None:
    within = (column >= limit.low) & (column <= limit.high)
    if limit.kind == "integer":
        within &= column == np.floor(column)
    if not within.all():
        first = column[np.argmin(within)].item()
        problem = "range" if limit.low > first or first > limit.high else limit.kind
        raise ScenarioError(path, first, problem, (limit.low, limit.high))
