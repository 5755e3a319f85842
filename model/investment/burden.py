"""What projects cost whom: their schedules in each year's kroner, divided among those that pay."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from model.baseline.axes import PAYER_GROUPS, Array
from model.baseline.baseline import Baseline
from model.equations.formulas import price_index
from model.equations.timing import Timing
from model.investment.schedule import PARTS, REPAYING, Schedule, Years, schedule
from model.payers import PayerKeys, payers
from model.reading.errors import ScenarioError
from model.scenario.batch import Batch
from model.scenario.project import Project
from model.scenario.scenario import Scenario

STATE: Final = "stat"
"""The payer that is no payer of the regulation, as its own group."""


@dataclass(frozen=True, slots=True, eq=False)
class Burden:
    """What is paid of some projects, added up. Arrays are MNOK in each year's kroner, read-only.

    years: from the first payment to the last; none where nothing is paid. parts: ``PARTS``. by_payer: (part, year,
    payer, scenario), in the order of ``payers()``. state: (part, year, scenario). index: (year, scenario), I(t), which
    amounts hold.
    """

    years: Years
    by_payer: Array
    state: Array
    index: Array

    @classmethod
    def made(cls, years: Years, by_payer: Array, state: Array, index: Array) -> Self:
        """A record whose arrays cannot be changed."""
        for amounts in (by_payer, state, index):
            amounts.flags.writeable = False
        return cls(years, by_payer, state, index)

    def in_fixed_prices(self) -> Self:
        """The same in fixed kroner of the base year."""
        by_payer, state = self.by_payer / self.index[:, np.newaxis], self.state / self.index
        return self.made(self.years, by_payer, state, np.ones_like(self.index))

    @property
    def sector(self) -> Array:
        """(part, year, scenario): what the payers pay together."""
        total: Array = self.by_payer.sum(axis=2)
        return total


def invest(
    projects: Project | Iterable[Project],
    scenarios: Scenario | Iterable[Scenario],
    keys: PayerKeys | None = None,
) -> Burden:
    """What a project, or several together, cost whom, by the prices and keys of one scenario or several.

    A project changes no cost level and no financing need: the whole burden is both. keys: those of the scenarios where
    none are given; a year that the law has set is divided by them too, for its amounts hold no project. Raises
    ScenarioError for users that there are not or that have no share, and for scenarios of several baselines.
    """
    listed = (projects,) if isinstance(projects, Project) else tuple(projects)
    asked = (scenarios,) if isinstance(scenarios, Scenario) else tuple(scenarios)
    batch, divided_by = Batch.of(asked), PayerKeys.of(asked) if keys is None else keys
    places = ["project"] if len(listed) == 1 else [f"projects.{at}" for at in range(len(listed))]
    shares = [_shares(f"{place}.users", each, divided_by, batch) for place, each in zip(places, listed, strict=True)]
    schedules = [schedule(each) for each in listed]
    years = _years(schedules)
    index = _index(batch, years)
    by_payer = np.zeros((len(PARTS), len(years), len(payers()), batch.size))
    state = np.zeros((len(PARTS), len(years), batch.size))
    for project, found, share in zip(listed, schedules, shares, strict=True):
        grown = _growth(project, index)
        by_payer += (_placed(found.sector, found.years, years) * grown)[:, :, np.newaxis] * share
        state += _placed(found.state, found.years, years) * grown
    return Burden.made(years, by_payer, state, index)


def divided(scenario: Scenario, keys: PayerKeys) -> tuple[Mapping[int, Project], tuple[ScenarioError, ...]]:
    """The scenario's projects that can be divided, by their place; and why the others cannot be."""
    batch, found, refused = Batch.of((scenario,)), dict[int, Project](), []
    for place, project in enumerate(scenario.projects):
        try:
            _shares(f"projects.{place}.users", project, keys, batch)
        except ScenarioError as error:
            refused.append(error)
        else:
            found[place] = project
    return found, tuple(refused)


def paid_by_sector(projects: Sequence[Project], years: Years, index: Array, baseline: Baseline) -> Array:
    """(project, year, solution, scenario): what the sector pays of each in some years, each in its own kroner, MNOK.

    index: (year, scenario), I(t) of these years. Nobody in particular pays, so that no key is needed.
    """
    paid = np.zeros((len(projects), len(years), len(baseline.solutions), index.shape[-1]))
    for at, project in enumerate(projects):
        found = schedule(project)
        amounts = _placed(found.sector, found.years, years) * _growth(project, index)
        paid[at, :, baseline.at(project.solution)] = amounts.sum(axis=0)
    return paid


def share_of(payer: str, project: Project, keys: PayerKeys, baseline: Baseline) -> Array:
    """(1 or scenario,): an organisation's share of what the sector pays of a project; 0 where no buyer has one."""
    of_users, whole = _of_users("project.users", project, keys, baseline)
    own = of_users[[each.id for each in payers()].index(payer)]
    shares: Array = np.divide(own, whole, out=np.zeros_like(own), where=whole > 0)
    return shares


def paid_for_projects(
    scenario: Scenario, years: Years, in_fixed: bool = False, payer: str = "", keys: PayerKeys | None = None
) -> Array:
    """(year,): what the sector, or an organisation, pays for a scenario's projects in some years, MNOK.

    in_fixed: in fixed kroner of the base year. keys: the scenario's where none are given. Projects that cannot be
    divided are left out.
    """
    index, divided_by = _index(Batch.of((scenario,)), years), PayerKeys.of(scenario) if keys is None else keys
    projects = tuple(divided(scenario, divided_by)[0].values())
    paid = paid_by_sector(projects, years, index, scenario.figures)[..., 0].sum(axis=2)
    for at, each in enumerate(projects if payer else ()):
        paid[at] *= share_of(payer, each, divided_by, scenario.figures)
    total: Array = paid.sum(axis=0) / (index[:, 0] if in_fixed else 1)
    return total


def _growth(project: Project, index: Array) -> Array:
    """(part, year, scenario): what fixed kroner are multiplied by."""
    nominal = REPAYING[:, np.newaxis, np.newaxis] & (not project.indexed)
    return np.where(nominal, 1.0, index)


def _years(schedules: Sequence[Schedule]) -> Years:
    """The years from the first in which something is paid to the last, over all schedules."""
    paid = [
        year
        for each in schedules
        for year, amounts in zip(each.years, (each.sector + each.state).T, strict=True)
        if amounts.any()
    ]
    return tuple(range(min(paid), max(paid) + 1)) if paid else ()


def _placed(amounts: Array, own: Years, years: Years) -> Array:
    """(part, year, 1): a schedule's amounts in the years of all; nothing is paid in those that are left out."""
    placed = np.zeros((len(PARTS), len(years), 1))
    for at, year in enumerate(own):
        if year in years:
            placed[:, years.index(year), 0] = amounts[:, at]
    return placed


def _index(batch: Batch, years: Years) -> Array:
    """(year, scenario): I(t), 1 up to the base year."""
    timing, base_year = Timing.of(batch), batch.baseline.base_year
    later = max(max(years, default=base_year) - base_year, 1)
    grown = np.broadcast_to(price_index(timing.index_rate, timing.first_index_rate, later), (later, batch.size))
    at_first = np.ones((1, batch.size))
    index: Array = np.concatenate([at_first, grown])[[max(year - base_year, 0) for year in years]]
    return index


def _shares(path: str, project: Project, keys: PayerKeys, batch: Batch) -> Array:
    """(payer, 1 or scenario): who pays which share of what the sector pays. path: of the project's users."""
    used, whole = _of_users(path, project, keys, batch.baseline)
    if not whole.all():
        of_groups = keys.groups[batch.baseline.at(project.solution)]
        having = [group for group, share in zip(PAYER_GROUPS, of_groups, strict=True) if share.all()]
        raise ScenarioError(path, ", ".join(project.users), "no_share", having)
    of_users: Array = used / whole
    return of_users


def _of_users(path: str, project: Project, keys: PayerKeys, baseline: Baseline) -> tuple[Array, Array]:
    """(payer, 1 or scenario): the key's shares of those that buy it, and (1 or scenario,) their sum."""
    shares = _key_shares(project.solution, keys, baseline)
    if not project.users:
        return shares, np.ones(shares.shape[1])
    used = shares * _is_user(path, project)[:, np.newaxis]
    return used, used.sum(axis=0)


def _is_user(path: str, project: Project) -> npt.NDArray[np.bool_]:
    """(payer,): who buys it, as payers or as their groups. Raises ScenarioError for who is no payer or named twice."""
    group_of = {payer.id: payer.group for payer in payers()}
    for place, user in enumerate(project.users):
        if user not in group_of and user not in PAYER_GROUPS:
            raise ScenarioError(f"{path}.{place}", user, "user", PAYER_GROUPS)
        if user not in PAYER_GROUPS and group_of[user] in project.users:
            raise ScenarioError(f"{path}.{place}", user, "users_twice", (group_of[user],))
    return np.array([payer.id in project.users or payer.group in project.users for payer in payers()])


def _key_shares(solution: str, keys: PayerKeys, baseline: Baseline) -> Array:
    """(payer, 1 or scenario): each payer's share of a solution's payment."""
    of_groups = keys.groups[baseline.at(solution)]
    alone = np.ones((1, 1))
    inside = [keys.members[group].of_members(solution) if group in keys.members else alone for group in PAYER_GROUPS]
    parts = [of_group * shares for of_group, shares in zip(of_groups, inside, strict=True)]
    size = max(part.shape[1] for part in parts)
    return np.concatenate([np.broadcast_to(part, (len(part), size)) for part in parts])
