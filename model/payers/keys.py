"""Who pays which share: the keys of one scenario, or of many, as arrays."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, NamedTuple, Self, TypeVar

import numpy as np
import numpy.typing as npt

from model.baseline.axes import MUNICIPALITIES, PAYER_GROUPS, Array
from model.baseline.baseline import Baseline
from model.baseline.parameters import parameters
from model.payers.member_keys import DIVIDED_GROUPS, DividedGroup, MemberKey
from model.payers.vkp import VkpUsers
from model.reading.errors import ModelError
from model.scenario.fields import LAW
from model.scenario.scenario import Scenario

Value = TypeVar("Value")
Choice = npt.NDArray[np.intp]
VKP: Final = "vkp"
"""The solution that is divided half over all municipalities and half over its users, where the baseline has it."""

SAME_FOR_ALL: Final[Choice] = np.zeros(1, dtype=np.intp)


@dataclass(frozen=True, slots=True, eq=False)
class MemberKeys:
    """The keys inside one group, and which of them each scenario uses.

    keys: those that some scenario uses. shares: (key, member), each row adding up to 1. chosen: (1 or scenario,), the
    row of each scenario. vkp: its users, None where VKP is divided like the rest.
    """

    keys: tuple[MemberKey, ...]
    shares: Array
    chosen: Choice
    vkp: VkpUsers | None = None

    @classmethod
    def of(cls, keys: Sequence[MemberKey], chosen: Choice, vkp_users: Collection[str] | None = None) -> Self:
        """The record of some keys. Raises ModelError for unknown users of VKP."""
        vkp = None if vkp_users is None else VkpUsers.of(vkp_users, keys)
        return cls(tuple(keys), np.stack([key.shares for key in keys]), chosen, vkp)

    @property
    def approximate(self) -> bool:
        """Whether shares inside the group must be shown as «tilnærmet»."""
        return any(key.approximate for key in self.keys)

    def of_members(self, solution: str) -> Array:
        """(member, 1 or scenario): what each member pays of its group's payment for a solution."""
        shares = self.shares[self.chosen].T
        if self.vkp is not None and solution == VKP:
            shares = shares * self.vkp.factors[self.vkp.uses][:, self.chosen]
        return shares

    def of_member(self, place: int, baseline: Baseline) -> Array:
        """(solution, 1 or scenario): what one member pays of its group's payment for each solution."""
        shares = np.tile(self.shares[self.chosen, place], (len(baseline.solutions), 1))
        if self.vkp is not None and VKP in baseline.solutions:
            shares[baseline.at(VKP)] *= self.vkp.factors[self.vkp.uses[place], self.chosen]
        return shares


@dataclass(frozen=True, slots=True, eq=False)
class PayerKeys:
    """The keys of a call.

    groups: (solution, group, 1 or scenario), shares of the financing need that add up to 1 over the groups.
    members: the keys inside the groups that have members, by group. size: 1, or the number of scenarios.
    approximate_groups: whether the shares of some scenario rest on our reading and are «tilnærmet».
    first: the keys of the plan's first year, where some scenario starts from the law and has other keys than it.
    """

    groups: Array
    members: Mapping[str, MemberKeys]
    size: int
    approximate_groups: bool
    first: "PayerKeys | None" = None

    def is_approximate(self, group: str = "", at: int | None = None) -> bool:
        """Whether what groups pay, or each member of ``group``, is «tilnærmet»: in some year, or in the ``at``-th."""
        first = self.first or self
        asked = (first, self) if at is None else (self if at else first,)
        return any(
            keys.approximate_groups or (group in keys.members and keys.members[group].approximate) for keys in asked
        )

    @classmethod
    def of(
        cls,
        scenarios: Scenario | Iterable[Scenario],
        municipal_key: MemberKey | None = None,
        vkp_users: Collection[str] | None = None,
    ) -> Self:
        """The keys that scenarios ask for; one scenario's keys serve a batch of any size.

        From the law, the first year is paid by its keys and those of the scenario are for the years after it.
        municipal_key: takes the place of the scenarios' own in every scenario, such as one from a file. vkp_users:
        the municipalities that use VKP; without them VKP falls on all. Raises ModelError for unknown users, and for no
        scenarios.
        """
        listed = (scenarios,) if isinstance(scenarios, Scenario) else tuple(scenarios)
        if not listed:
            raise ModelError("There are no scenarios whose keys could be used; at least one is needed.")
        own = cls._of([_Keys.of(scenario) for scenario in listed], listed[0].figures, municipal_key, vkp_users)
        if not any(scenario.start == LAW and _Keys.of(scenario) != _Keys.of_law(scenario) for scenario in listed):
            return own
        first = [_Keys.of_law(each) if each.start == LAW else _Keys.of(each) for each in listed]
        return replace(own, first=cls._of(first, listed[0].figures, municipal_key, vkp_users))

    @classmethod
    def _of(
        cls,
        wanted: Sequence["_Keys"],
        baseline: Baseline,
        municipal_key: MemberKey | None,
        vkp_users: Collection[str] | None,
    ) -> Self:
        keys = {group: _chosen_keys(divided, wanted) for group, divided in DIVIDED_GROUPS.items()}
        if municipal_key is not None:
            keys[MUNICIPALITIES] = [municipal_key], SAME_FOR_ALL
        users = {MUNICIPALITIES: vkp_users}
        members = {group: MemberKeys.of(*chosen, users.get(group)) for group, chosen in keys.items()}
        different, chosen = _distinct([each.keys for each in wanted])
        shares = np.stack([_shares(baseline, each) for each in different], axis=-1)
        groups = shares if len(different) == 1 else shares[..., chosen]
        assumed = any(_is_assumed(baseline, each) for each in different)
        return cls(groups, MappingProxyType(members), len(wanted), assumed)


class _Keys(NamedTuple):
    """What a scenario's payments are divided by."""

    keys: str | Mapping[str, Mapping[str, float]]
    municipal_key: str
    rhf_key: str

    @classmethod
    def of(cls, scenario: Scenario) -> Self:
        return cls(scenario.keys, scenario.municipal_key, scenario.rhf_key)

    @classmethod
    def of_law(cls, scenario: Scenario) -> Self:
        """The regulation's, which are what a scenario has where it names none."""
        fields = parameters(scenario.figures)
        return cls(*(str(fields[name].default) for name in ("keys", "municipal_key", "rhf_key")))


def _chosen_keys(divided: DividedGroup, wanted: Sequence[_Keys]) -> tuple[list[MemberKey], Choice]:
    """The keys of a group that some scenario chooses, and the place among them of each scenario's own."""
    names, chosen = _distinct([getattr(each, divided.field) for each in wanted])
    return [divided.keys()[name] for name in names], chosen


def _is_assumed(baseline: Baseline, keys: str | Mapping[str, Mapping[str, float]]) -> bool:
    """Whether some weight of a key set is our reading, so that what it gives is «tilnærmet»."""
    sources = baseline.key_sources.items()
    return any(key_set == keys and source.quality == "assumption" for (key_set, _, _), source in sources)


def _shares(baseline: Baseline, keys: str | Mapping[str, Mapping[str, float]]) -> Array:
    """(solution, group): each solution's shares over their sum, which a scenario's own may miss by 1e-9."""
    own = baseline.key_sets[keys] if isinstance(keys, str) else keys
    left_out = baseline.key_sets[baseline.default_keys]
    rows = [own.get(solution, left_out[solution]) for solution in baseline.solutions]
    shares = np.array([[row.get(group, 0.0) for group in PAYER_GROUPS] for row in rows])
    shares /= shares.sum(axis=1, keepdims=True)
    return shares


def _distinct(values: Sequence[Value]) -> tuple[list[Value], Choice]:
    """The different values, and for each its place among them; one place for all where there is one value."""
    places = {value: place for place, value in enumerate(dict.fromkeys(values))}
    if len(places) == 1:
        return list(places), SAME_FOR_ALL
    return list(places), np.array([places[value] for value in values], dtype=np.intp)
