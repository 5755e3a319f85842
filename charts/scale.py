"""Ends of axes: round numbers, so that a scale moves seldom and in whole steps."""

from collections.abc import Iterable

ROUND = (10, 20, 40, 60, 100, 150, 200, 300, 400, 600, 800)
COARSE = 200  # beyond the last round number


def axis(amounts: Iterable[float]) -> tuple[float, float]:
    """The axis that holds ``amounts`` and zero, MNOK."""
    found = [0.0, *amounts]
    return -_round_up(-min(found)), _round_up(max(found))


def _round_up(reach: float) -> float:
    """The round number at or above ``reach``, which is 0 or more."""
    if reach <= 1e-9:
        return 0.0
    return float(next((size for size in ROUND if reach <= size), -(-reach // COARSE) * COARSE))
