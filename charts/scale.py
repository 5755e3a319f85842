"""Ends of axes: round numbers, so that a scale moves seldom and in whole steps."""

import math
from collections.abc import Iterable

ROUND = (10, 20, 40, 60, 100, 150, 200, 300, 400, 600, 800)
COARSE = 200  # beyond the last round number


def axis(amounts: Iterable[float]) -> tuple[float, float]:
    """The axis that holds ``amounts`` and zero, MNOK."""
    held = [0.0, *amounts]
    return -_round_up(-min(held)), _round_up(max(held))


def fine_axis(amounts: Iterable[float]) -> tuple[float, float]:
    """The same for amounts of any size, such as one municipality's kroner."""
    held = list(amounts)
    reach = max((abs(amount) for amount in held), default=0.0)
    size = 10.0 ** (math.floor(math.log10(reach)) - 2) if reach > 0 else 1.0
    low, high = axis(amount / size for amount in held)
    return low * size, high * size


def _round_up(reach: float) -> float:
    """The round number at or above ``reach``, which is 0 or more."""
    if reach <= 1e-9:
        return 0.0
    return float(next((size for size in ROUND if reach <= size), -(-reach // COARSE) * COARSE))
