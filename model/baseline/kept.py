"""What is computed from a baseline once, and kept as long as the baseline is."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from model.baseline.baseline import Baseline

Made = TypeVar("Made")


def kept_with_baseline(make: Callable[[Baseline], Made]) -> Callable[[Baseline], Made]:
    """``make``, called once for each content of a baseline; what it gave goes with the baseline.

    Two baselines of the same content share it. ``make`` must not give anything that holds the baseline.
    """
    kept: WeakKeyDictionary[Baseline, Made] = WeakKeyDictionary()

    @wraps(make)
    def once(baseline: Baseline) -> Made:
        if baseline not in kept:
            kept[baseline] = make(baseline)
        return kept[baseline]

    return once
