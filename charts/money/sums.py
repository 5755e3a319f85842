"""Sums of a settlement that pictures, sentences and numbers share."""

from typing import Final

import numpy as np

from charts.words.context import SAME
from model.answers.settling import Settlement
from model.baseline.axes import Array

OURS, THEIRS = 0, 1
"""The scenario and the published one, spent alike, in an answer's settlement."""

STATE: Final = "state"
"""What the state pays, which few scenarios have."""

PARTS: Final = ("spent", "held", "index_supplement", STATE)
"""What a difference in payment is: more or less used, held, borne as price growth, or paid by the state."""

BORNE: Final = PARTS.index("index_supplement")
"""From here on they are parts that few scenarios have."""


def in_all(amounts: Array, whose: int = OURS) -> Array:
    """(year,), MNOK: all solutions, of the scenario or of the published one."""
    total: Array = amounts[:, :, whose].sum(axis=1) + 0.0
    return total


def difference(amounts: Array) -> Array:
    """(year,), MNOK: how much more than by the published rules."""
    return in_all(amounts) - in_all(amounts, THEIRS)


def is_moved(settled: Settlement) -> bool:
    """Whether the scenario moves or saves anything against the published rules."""
    parts = (settled.payment, settled.held, settled.spent)
    return bool(max(np.abs(difference(amounts)).max() for amounts in parts) >= SAME)


def difference_parts(settled: Settlement) -> Array:
    """(year, part), MNOK: what has been paid more than by the published rules until a year's end, as ``PARTS``.

    Exactly: what is paid is used or held, but for what price growth on returned money and the state add to it.
    """
    flows = {"spent": settled.spent, "index_supplement": -settled.index_supplement, STATE: -settled.state}
    added = {name: np.cumsum(difference(each)) for name, each in flows.items()}
    added["held"] = difference(settled.held)[1:]
    return np.stack([added[part] for part in PARTS], axis=1) + 0.0
