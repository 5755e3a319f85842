"""What each payer pays: financing needs × keys between the groups × keys inside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import numpy as np

from model.baseline.axes import MUNICIPALITIES, PAYER_GROUPS, RHF, Array
from model.equations.result import Result
from model.payers.keys import VKP, MemberKeys, PayerKeys
from model.payers.member_keys import rhf_population
from model.payers.municipalities import municipalities
from model.payers.vkp import VkpUsers
from model.reading.errors import ModelError


@dataclass(frozen=True, slots=True)
class Payer:
    """One that pays.

    group: its payer group. id: the RHF's name, the municipality's number, or the group's id where the group has no
    members. name: as shown. population: inhabitants, None for a group.
    """

    group: str
    id: str
    name: str
    population: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Payments:
    """What everyone pays. Arrays are (year, payer, scenario), MNOK, unrounded and read-only.

    groups: in the order of ``PAYER_GROUPS``; they add up to the financing need. members: of the groups that have
    members, in the order of ``payers()``; they add up to their group. keys: what the amounts are divided by.
    """

    years: tuple[int, ...]
    groups: Array
    members: Mapping[str, Array]
    keys: PayerKeys

    def by_payer(self) -> Array:
        """(year, payer, scenario): every payer once, in the order of ``payers()``."""
        rows = [self.members.get(group, self.groups[:, [place]]) for place, group in enumerate(PAYER_GROUPS)]
        return np.concatenate(rows, axis=1)


@cache
def payers() -> tuple[Payer, ...]:
    """Everyone that pays: the RHF, the municipalities by number, and the two groups that are not divided."""
    rhf = [Payer(RHF, name, name, inhabitants) for name, inhabitants in rhf_population().items()]
    municipal = [Payer(MUNICIPALITIES, one.number, one.label, one.population) for one in municipalities().values()]
    members = {RHF: rhf, MUNICIPALITIES: municipal}
    return tuple(payer for group in PAYER_GROUPS for payer in members.get(group) or [Payer(group, group, group, None)])


@cache
def organisations() -> tuple[str, ...]:
    """The ids of those that have inhabitants: names of the RHF, numbers of the municipalities."""
    return tuple(payer.id for payer in payers() if payer.population)


def payments(result: Result, keys: PayerKeys) -> Payments:
    """What every payer pays of a result's financing need. Raises ModelError where the keys are of other scenarios."""
    groups = group_payments(result, keys)
    members = {
        group: _member_payments(result, keys, groups[:, PAYER_GROUPS.index(group)], group) for group in keys.members
    }
    for amounts in (groups, *members.values()):
        amounts.flags.writeable = False
    return Payments(result.years, groups, MappingProxyType(members), keys)


def group_payments(result: Result, keys: PayerKeys) -> Array:
    """(year, group, scenario): the financing need of the solutions × the group's share, summed up, MNOK.

    For a large batch of which only the groups are asked. Raises ModelError where the keys are of other scenarios.
    """
    size = result.financing_need.shape[-1]
    if keys.size not in (1, size):
        raise ModelError(f"The keys are those of {keys.size} scenarios; the result holds {size}.")
    return np.stack([_sum(result, keys, group) for group in range(len(PAYER_GROUPS))], axis=1)


def shared(amounts: Array, shares: Array) -> Array:
    """(…, solution, group, scenario): amounts, (…, solution, scenario), × shares, (solution, group, scenario)."""
    return amounts[..., :, np.newaxis, :] * shares


def _sum(result: Result, keys: PayerKeys, group: int, without: int | None = None) -> Array:
    """(year, scenario): what a group pays for all solutions, or for all but one."""
    need = result.financing_need
    total = np.zeros((need.shape[0], need.shape[2]))
    for solution, shares in enumerate(keys.groups[:, group]):
        if solution != without and shares.any():
            total += need[:, solution] * shares
    return total


def _member_payments(result: Result, keys: PayerKeys, total: Array, group: str) -> Array:
    """(year, member, scenario): what a group's members pay of its ``total``, (year, scenario)."""
    inside = keys.members[group]
    vkp = inside.vkp if VKP in result.baseline.solutions else None
    bases = total[:, np.newaxis] if vkp is None else _bases(result, keys, inside, vkp)
    base_of = [0] * inside.shares.shape[1] if vkp is None else vkp.uses.tolist()
    amounts = np.empty((total.shape[0], len(base_of), total.shape[1]))
    for member, (base, shares) in enumerate(zip(base_of, inside.shares.T, strict=True)):
        of_scenarios = shares.take(inside.chosen, mode="clip")  # the fastest mode; no place is outside
        np.multiply(bases[:, base], of_scenarios, out=amounts[:, member])
    return amounts


def _bases(result: Result, keys: PayerKeys, inside: MemberKeys, vkp: VkpUsers) -> Array:
    """(year, 2, scenario): what the share is taken of, where a municipality does not use VKP and where it does."""
    place = PAYER_GROUPS.index(MUNICIPALITIES)
    at = result.baseline.at(VKP)
    rest = _sum(result, keys, place, without=at)
    of_vkp = result.financing_need[:, at] * keys.groups[at, place]
    bases: Array = rest[:, np.newaxis] + of_vkp[:, np.newaxis] * vkp.factors[:, inside.chosen]
    return bases
