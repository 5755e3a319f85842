"""One organisation's part, by keys, of the money that is returned and held."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from model.answers.answer import Answer
from model.baseline.axes import Array
from model.payers import Payer, organisation, payer_shares


@dataclass(frozen=True, slots=True, eq=False)
class OwnMoney:
    """An organisation's part of what is paid and returned, (year,), and held at the end of a year, the base year first.

    MNOK in each year's own kroner. What is held is shared by the keys of the year after, in which the first of it can
    come back. paid_more: than by the published rules and their keys, spent alike. to_return, kept: the parts of what is
    held. approximate: whether its share must be shown as «tilnærmet».
    """

    payer: Payer
    paid_more: Array
    returned: Array
    to_return: Array
    kept: Array
    approximate: bool

    @classmethod
    def of(cls, payer_id: str, answer: Answer) -> Self:
        """The part of the scenario's settlement. Raises ModelError for an unknown organisation."""
        settled, keys = answer.settled, answer.charged[1]
        payer, _ = organisation(payer_id)
        shares, theirs = (
            payer_shares(payer_id, each, answer.baseline, len(settled.years))[:, :, 0]
            for each in (keys, answer.reference_charged[1])
        )
        next_year = np.concatenate([shares, shares[-1:]])
        return cls(
            payer=payer,
            paid_more=(settled.payment[:, :, 0] * shares - settled.payment[:, :, 1] * theirs).sum(axis=1),
            returned=(settled.returned[:, :, 0] * shares).sum(axis=1),
            to_return=(settled.to_return[:, :, 0] * next_year).sum(axis=1),
            kept=(settled.kept[:, :, 0] * next_year).sum(axis=1),
            approximate=keys.approximate_groups or keys.members[payer.group].approximate,
        )
