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

    def of_members(part: Result, own: PayerKeys, group: str, years: slice) -> Array:
        return _member_payments(part, own, groups[years, PAYER_GROUPS.index(group)], group)

    members = {
        group: _joined([of_members(part, own, group, years) for part, own, years in by_keys(result, keys)])
        for group in keys.members
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
    groups = range(len(PAYER_GROUPS))
    return _joined(
        [np.stack([_sum(part, own, group) for group in groups], axis=1) for part, own, _ in by_keys(result, keys)]
    )


def by_keys(result: Result, keys: PayerKeys) -> list[tuple[Result, PayerKeys, slice]]:
    """The years of a result that are paid by the same keys, with these and their places.

    All years are, unless the law has set the first.
    """
    if keys.first is None:
        return [(result, keys, slice(None))]
    parts = [(result.of_years(0, 1), keys.first, slice(0, 1)), (result.of_years(1, None), keys, slice(1, None))]
    return [part for part in parts if part[0].years]


def _joined(parts: list[Array]) -> Array:
    """Parts one after the other along the years."""
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


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
