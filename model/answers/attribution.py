"""What changed and why: the difference between two scenarios divided over the levers that make it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model.answers.mixtures import (
    KEY_FIELDS,
    LEVER_GROUPS,
    Asked,
    ChangedValues,
    Compared,
    group_of,
    groups_of,
    lever_of,
)
from model.answers.own_data import NO_OWN_DATA, OwnData
from model.answers.quantities import ATTRIBUTED, FINANCING_NEED, checked_quantity
from model.answers.question import published_beside
from model.answers.shapley import shapley_values, shares_of_orders, subsets
from model.baseline.axes import Array
from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.equations.steps import BLOCK, years_to
from model.reading.errors import ScenarioError
from model.scenario.fields import column_limits
from model.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """A difference in a quantity and the part of it that each lever makes, MNOK.

    quantity: what is divided, see ``attribute``. years: the years of the first axis. levers: names of the last axis of
    ``amounts``: the quantity's (``groups_of``), and in place of an unfolded group its members. groups: the group of
    each. amounts: (year, solution, lever), exactly 0 for a lever that does not differ. reference: (year, solution),
    what the quantity is by the other scenario; difference: (year, solution), what it is more by this one. The amounts
    add up to it. All are read-only.
    """

    quantity: str
    years: tuple[int, ...]
    levers: tuple[str, ...]
    groups: tuple[str, ...]
    amounts: Array
    reference: Array
    difference: Array


def attribute(
    scenario: Scenario,
    against: Scenario | None = None,
    last_year: int | None = None,
    unfold: Iterable[str] = (),
    fixed_prices: bool = False,
    quantity: str = FINANCING_NEED,
    own: OwnData = NO_OWN_DATA,
) -> Attribution:
    """What ``scenario`` has more of a quantity than ``against``, from the first year to ``last_year``, by lever group.

    A group's part is its Shapley value: the mean, over all orders in which the groups can be changed one after the
    other, of what the quantity rises by when it is this one's turn. Only groups that differ count, in one batch of
    2^groups scenarios.

    against: the published figures at the scenario's own price growth and start where it is None.
    unfold: groups that are divided on, measure by measure or field by field. A member's part is its Owen value: the
    other groups come before it or after it as wholes, so the members add up to their group. That takes
    2^(other groups) · 2^members scenarios, in blocks of ``BLOCK``.
    fixed_prices: whether the amounts are in fixed kroner of the base year, each mixture over its own price index.
    quantity: a name of ``ATTRIBUTED``, an RHF's name or a municipality's number, or «burden.» and one of these. Keys
    move what somebody pays, and nothing else; projects move a burden, and nothing else. own: what takes the place of
    both scenarios' keys.
    Raises ScenarioError for a year outside the range, an unknown group and an unknown quantity.
    """
    unfolded, asked = _known_groups(unfold), Asked(checked_quantity(quantity, ATTRIBUTED), last_year, fixed_prices, own)
    reference = published_beside(scenario) if against is None else against
    baseline = scenario.figures
    if reference.figures != baseline:
        raise ScenarioError("baseline", reference.baseline, "choice", (baseline.id,))
    compared = Compared.of(scenario, reference, quantity)
    members = compared.changes
    whole = {group: _together(changes) for group, changes in members.items()}
    worth = _mean_worth(compared, asked, list(whole.values()), ())
    values = dict(zip(whole, np.moveaxis(shapley_values(worth), -1, 0), strict=True))
    for group in unfolded & whole.keys():
        others = [change for other, change in whole.items() if other != group]
        inside = shapley_values(_mean_worth(compared, asked, list(members[group].values()), others))
        del values[group]  # a member may be called like its group
        values |= dict(zip(members[group], np.moveaxis(inside, -1, 0), strict=True))
    shown = {
        lever: group
        for group in groups_of(quantity)
        for lever in (levers_of(baseline)[group] if group in unfolded else (group,))
    }
    nothing = np.zeros(worth.shape[:-1])
    return Attribution(
        quantity=quantity,
        years=years_to(baseline, last_year),
        levers=tuple(shown),
        groups=tuple(shown.values()),
        amounts=_fixed(np.stack([values.get(lever, nothing) for lever in shown], axis=-1)),
        reference=_fixed(worth[..., 0].copy()),
        difference=_fixed(worth[..., -1] - worth[..., 0]),
    )


@kept_with_baseline
def levers_of(baseline: Baseline) -> Mapping[str, tuple[str, ...]]:
    """Group → its members: fields in the order of the scenario record, and measures one by one."""
    members: dict[str, dict[str, None]] = {group: {} for group in LEVER_GROUPS}
    for path in (*column_limits(baseline), *KEY_FIELDS):
        members[group_of(baseline, lever_of(path))][lever_of(path)] = None
    return {group: tuple(levers) for group, levers in members.items()}


def _known_groups(groups: Iterable[str]) -> frozenset[str]:
    asked_groups = tuple(groups)
    for group in asked_groups:
        if group not in LEVER_GROUPS:
            raise ScenarioError("unfold", group, "choice", LEVER_GROUPS)
    return frozenset(asked_groups)


def _together(changes: Mapping[str, ChangedValues]) -> ChangedValues:
    """The paths of several changes as one change: they move together."""
    return {path: values for change in changes.values() for path, values in change.items()}


def _mean_worth(
    compared: Compared, asked: Asked, members: Sequence[ChangedValues], others: Sequence[ChangedValues]
) -> Array:
    """(year, solution, subset of ``members``): the quantity with these changed, MNOK, in the order of ``subsets``.

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
        amounts = compared.amounts(asked, (*members, *others), both)
        blocks.append((amounts.reshape(*amounts.shape[:2], len(outside), len(chosen)) * shares).sum(axis=2))
    return np.concatenate(blocks, axis=-1)


def _fixed(array: Array) -> Array:
    array.flags.writeable = False
    return array
