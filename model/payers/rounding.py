"""Payments in whole øre that add up: the largest remainder method, from the total down to each payer."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

from model.baseline.axes import PAYER_GROUPS, Array
from model.payers.payments import Payments

Ore = npt.NDArray[np.int64]
ORE_PER_MNOK: Final = 100_000_000


@dataclass(frozen=True, slots=True, eq=False)
class OrePayments:
    """Payments in whole øre. Arrays are (year, payer, scenario).

    total: (year, scenario), the financing need to the nearest øre. groups: add up to ``total``. members: of the
    groups that have members, adding up to their group.
    """

    total: Ore
    groups: Ore
    members: Mapping[str, Ore]


def in_ore(payments: Payments) -> OrePayments:
    """Payments rounded to the øre: groups add up to the financing need, and members to their group."""
    total = np.rint(payments.groups.sum(axis=1) * ORE_PER_MNOK).astype(np.int64)
    groups = whole_ore(payments.groups, total)
    members = {
        group: whole_ore(amounts, groups[:, PAYER_GROUPS.index(group)]) for group, amounts in payments.members.items()
    }
    return OrePayments(total, groups, MappingProxyType(members))


def whole_ore(amounts: Array, total: npt.ArrayLike | None = None) -> Ore:
    """(…, payer, scenario): amounts in whole øre that add up to ``total``, by the largest remainder.

    amounts: MNOK, of either sign. total: (…, scenario), øre, within float noise of the amounts' own sum; their sum to
    the nearest øre where none is given. Every amount is rounded down, and the øre that are left go to those that lost
    most; of equal ones the first payer's goes first. Who pays exactly nothing gets nothing.
    """
    exact = amounts * ORE_PER_MNOK
    if total is None:
        total = np.rint(reduce(np.add, np.moveaxis(exact, -2, 0)))  # one after the other: alone as in a batch
    rounded = np.floor(exact).astype(np.int64)
    pays = amounts != 0
    left = np.asarray(total, dtype=np.int64) - rounded.sum(axis=-2)
    each, left = np.divmod(left, np.maximum(pays.sum(axis=-2), 1))  # float noise in the total may make it negative
    remainder = np.where(pays, exact - rounded, -1.0)
    rank = np.argsort(np.argsort(-remainder, axis=-2, kind="stable"), axis=-2)
    rounded += each[..., np.newaxis, :] * pays + (rank < left[..., np.newaxis, :])
    return rounded
