"""What is computed from a baseline once, and kept as long as the baseline is."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from model.baseline.baseline import Baseline

Made = TypeVar("Made")


def kept_with_baseline(make: Callable[[Baseline], Made]) -> Callable[[Baseline], Made]:
    """``make``, called once for a baseline; what it gave is in the baseline's ``kept`` and goes with it."""

    @wraps(make)
    def once(baseline: Baseline) -> Made:
        kept = baseline.kept
        if make not in kept:
            kept[make] = make(baseline)
        made: Made = kept[make]
        return made

    return once
