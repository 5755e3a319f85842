"""VKP between the municipalities: half falls on all of them, half only on its users (the regulation, § 13)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from model.baseline.axes import Array
from model.payers.figures import rule
from model.payers.member_keys import MemberKey
from model.payers.municipalities import municipalities
from model.reading.errors import ModelError


@dataclass(frozen=True, slots=True, eq=False)
class VkpUsers:
    """The municipalities that use VKP, and what that does to their share.

    uses: (municipality,), 1 where it uses VKP, else 0. factors: (2, key); a municipality's share of VKP is its share
    of the rest × the factor of its ``uses``. These shares add up to 1.
    """

    uses: npt.NDArray[np.intp]
    factors: Array

    @classmethod
    def of(cls, numbers: Collection[str], keys: Sequence[MemberKey]) -> Self:
        """The users by number, under some keys. Raises ModelError for an unknown number and users without a share."""
        _check_known(numbers)
        if not numbers:
            raise ModelError("The list of VKP users is empty; it must name at least one municipality, or be left out.")
        named = set(numbers)
        uses = np.array([number in named for number in municipalities()], dtype=np.intp)
        on_all, used = rule("vkp_on_all"), [key.shares[uses == 1].sum() for key in keys]
        if not all(used):
            raise ModelError("The VKP users have no share of the municipal key; they cannot bear the users' half.")
        of_users = [on_all + (1 - on_all) / share for share in used]
        return cls(uses, np.array([[on_all] * len(keys), of_users]))


def users_without(*numbers: str) -> frozenset[str]:
    """The VKP users where some municipalities are marked «bruker ikke VKP» and every other uses it."""
    _check_known(numbers)
    return frozenset(municipalities()) - set(numbers)


def _check_known(numbers: Collection[str]) -> None:
    for number in numbers:
        if number not in municipalities():
            raise ModelError(f"{str(number)[:20]!r} is not the number of a municipality of today.")
