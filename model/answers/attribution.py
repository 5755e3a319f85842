"""What changed and why: the difference between two scenarios divided over the levers that make it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from model.answers.question import published_beside
from model.answers.shapley import shapley_values, shares_of_orders, subsets
from model.baseline.axes import Array
from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.baseline.parameters import parameters
from model.equations.steps import BLOCK, run, years_to
from model.reading.errors import ScenarioError
from model.scenario.batch import Batch
from model.scenario.fields import column_limits, column_value
from model.scenario.scenario import Scenario

LEVER_GROUPS: Final = ("margin", "index", "efficiency", "volume", "investment", "measures", "unspent", "timing")
"""The lever groups in the order they are shown; ``parameters()`` says which group a field belongs to."""

ChangedValues = Mapping[str, tuple[float, float]]
"""Path → the two scenarios' values, for paths that move together."""


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """A difference in financing need and the part of it that each lever makes, MNOK.

    years: the years of the first axis. levers: names of the last axis of ``amounts``: groups of ``LEVER_GROUPS``, and
    in place of an unfolded group its members. groups: the group of each lever.
    amounts: (year, solution, lever), exactly 0 for a lever that does not differ. difference: (year, solution); the
    amounts add up to it. Both are read-only.
    """

    years: tuple[int, ...]
    levers: tuple[str, ...]
    groups: tuple[str, ...]
    amounts: Array
    difference: Array


def attribute(
    scenario: Scenario,
    against: Scenario | None = None,
    last_year: int | None = None,
    unfold: Iterable[str] = (),
    fixed_prices: bool = False,
) -> Attribution:
    """What ``scenario`` needs more than ``against``, from the first year to ``last_year``, by lever group.

    A group's part is its Shapley value: the mean, over all orders in which the groups can be changed one after the
    other, of what the need rises by when it is this one's turn. Only groups that differ count, in one batch of
    2^groups scenarios.

    against: the published figures at the scenario's own price growth and start where it is None.
    unfold: groups that are divided on, measure by measure or field by field. A member's part is its Owen value: the
    other groups come before it or after it as wholes, so the members add up to their group. That takes
    2^(other groups) · 2^members scenarios, 65 536 at most today, in blocks of ``BLOCK``.
    fixed_prices: whether the needs are in fixed kroner of the base year, each mixture over its own price index.
    Raises ScenarioError for a year outside the range and an unknown group.
    """
    unfolded = _known_groups(unfold)
    reference = published_beside(scenario) if against is None else against
    baseline = scenario.figures
    if reference.figures != baseline:
        raise ScenarioError("baseline", reference.baseline, "choice", (baseline.id,))
    fixed, members = _compared(scenario, reference)
    whole = {group: _together(changes) for group, changes in members.items()}
    worth = _mean_worth(baseline, fixed, list(whole.values()), (), last_year, fixed_prices)
    values = dict(zip(whole, np.moveaxis(shapley_values(worth), -1, 0), strict=True))
    for group in unfolded & whole.keys():
        others = [change for other, change in whole.items() if other != group]
        inside = shapley_values(
            _mean_worth(baseline, fixed, list(members[group].values()), others, last_year, fixed_prices)
        )
        values |= dict(zip(members[group], np.moveaxis(inside, -1, 0), strict=True))
    shown = {
        lever: group
        for group in LEVER_GROUPS
        for lever in (levers_of(baseline)[group] if group in unfolded else (group,))
    }
    nothing = np.zeros(worth.shape[:-1])
    return Attribution(
        years=years_to(baseline, last_year),
        levers=tuple(shown),
        groups=tuple(shown.values()),
        amounts=_fixed(np.stack([values.get(lever, nothing) for lever in shown], axis=-1)),
        difference=_fixed(worth[..., -1] - worth[..., 0]),
    )


@kept_with_baseline
def levers_of(baseline: Baseline) -> Mapping[str, tuple[str, ...]]:
    """Group → its members: fields in the order of the scenario record, and measures one by one."""
    members: dict[str, dict[str, None]] = {group: {} for group in LEVER_GROUPS}
    for path in column_limits(baseline):
        members[_group(baseline, _lever(path))][_lever(path)] = None
    return {group: tuple(levers) for group, levers in members.items()}


def _lever(path: str) -> str:
    """The member that a path belongs to: a measure's settings move together, an override with its lever."""
    first, *rest = path.split(".")
    if first == "by_solution":
        return rest[1]
    return f"{first}.{rest[0]}" if rest else first


def _group(baseline: Baseline, lever: str) -> str:
    return parameters(baseline)[lever.split(".", maxsplit=1)[0]].group


def _known_groups(groups: Iterable[str]) -> frozenset[str]:
    asked_groups = tuple(groups)
    for group in asked_groups:
        if group not in LEVER_GROUPS:
            raise ScenarioError("unfold", group, "choice", LEVER_GROUPS)
    return frozenset(asked_groups)


def _compared(scenario: Scenario, reference: Scenario) -> tuple[dict[str, Array], dict[str, dict[str, ChangedValues]]]:
    """The columns that both have, and what differs: group → lever → path → both values, groups in their order."""
    departing = scenario.departures().keys() | reference.departures().keys()
    fixed: dict[str, Array] = {}
    changes: dict[str, dict[str, dict[str, tuple[float, float]]]] = {group: {} for group in LEVER_GROUPS}
    for path in (path for path in column_limits(scenario.figures) if path in departing):
        value, reference_value = (column_value(side.value(path)) for side in (scenario, reference))
        if value == reference_value:
            fixed[path] = np.array([value])
        else:
            lever = _lever(path)
            changes[_group(scenario.figures, lever)].setdefault(lever, {})[path] = value, reference_value
    return fixed, {group: dict(levers) for group, levers in changes.items() if levers}


def _together(changes: Mapping[str, ChangedValues]) -> ChangedValues:
    """The paths of several changes as one change: they move together."""
    return {path: values for change in changes.values() for path, values in change.items()}


def _mean_worth(
    baseline: Baseline,
    fixed: Mapping[str, Array],
    members: Sequence[ChangedValues],
    others: Sequence[ChangedValues],
    last_year: int | None,
    fixed_prices: bool,
) -> Array:
    """(year, solution, subset of ``members``): the need with these changed, MNOK, in the order of ``subsets``.

    It is the mean over the orders of the others and the members' group: of the others, any subset may have been
    changed before the group, with the share of orders that puts just it there.
    """
    inside, outside = subsets(len(members)), subsets(len(others))
    shares = shares_of_orders(len(others) + 1)[outside.sum(axis=1), np.newaxis]
    at_a_time = max(1, BLOCK // len(outside))
    blocks = []
    for start in range(0, len(inside), at_a_time):
        chosen = inside[start : start + at_a_time]
        both = np.hstack([np.tile(chosen, (len(outside), 1)), np.repeat(outside, len(chosen), axis=0)])
        result = run(_mixed(baseline, fixed, (*members, *others), both), last_year, bridges=False)
        need = result.financing_need / result.index[:, np.newaxis] if fixed_prices else result.financing_need
        blocks.append((need.reshape(*need.shape[:2], len(outside), len(chosen)) * shares).sum(axis=2))
    return np.concatenate(blocks, axis=-1)


def _mixed(
    baseline: Baseline, fixed: Mapping[str, Array], changes: Sequence[ChangedValues], chosen: npt.NDArray[np.bool_]
) -> Batch:
    """Mixtures of two scenarios; chosen: (scenario, change), whether it has the first one's values or the second's.

    A mixture is a valid scenario, for values that need one another stand in one change; so nothing is checked.
    """
    columns = dict(fixed)
    for change, has_value in zip(changes, chosen.T, strict=True):
        columns |= {
            path: np.where(has_value, value, reference_value) for path, (value, reference_value) in change.items()
        }
    return Batch(columns, len(chosen), baseline)


def _fixed(array: Array) -> Array:
    array.flags.writeable = False
    return array
