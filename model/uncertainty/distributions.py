"""What a lever may be: a distribution, as its value below which a share of all draws lies (the inverse of its CDF).

Everything is drawn by its share, uniform from 0 to 1, so that correlated levers and single quantiles take one way.
"""

from dataclasses import dataclass, field
from typing import Final, Protocol

import numpy as np

from model.baseline.axes import Array

PERT_WEIGHT: Final = 4.0
"""λ: how much the mode of a PERT distribution weighs beside its ends."""

PERT_NODES: Final = 4097
"""Where the CDF of a PERT distribution is computed; between them it is taken to be straight, which moves no share by
more than a millionth."""


class Distribution(Protocol):
    """A distribution of a lever, in the lever's own unit."""

    @property
    def low(self) -> float:
        """No value lies below."""

    @property
    def high(self) -> float:
        """No value lies above."""

    def values(self, shares: Array) -> Array:
        """The values that these shares of all draws lie below; shares from 0 to 1, any shape."""


@dataclass(frozen=True, slots=True)
class Uniform:
    """Every value from low to high alike."""

    low: float
    high: float

    def values(self, shares: Array) -> Array:
        """See ``Distribution``."""
        return _within(self, self.low + shares * (self.high - self.low))


@dataclass(frozen=True, slots=True)
class Triangular:
    """Most likely the mode, and straight down from it to nothing at low and at high."""

    low: float
    mode: float
    high: float

    def values(self, shares: Array) -> Array:
        """See ``Distribution``."""
        rising, falling, span = self.mode - self.low, self.high - self.mode, self.high - self.low
        below = self.low + np.sqrt(shares * (span * rising))
        above = self.high - np.sqrt((1 - shares) * (span * falling))
        return _within(self, np.where(shares * span < rising, below, above))


@dataclass(frozen=True, slots=True)
class Pert:
    """A beta distribution from low to high whose mean is (low + 4 · mode + high)/6.

    nodes: values, and the shares of draws below them. They lie closer towards the ends, where the CDF may be steep.
    """

    low: float
    mode: float
    high: float
    nodes: tuple[Array, Array] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        from scipy.special import betainc  # here, for it is slow to import and most runs draw nothing

        span, places = self.high - self.low, (1 - np.cos(np.linspace(0, np.pi, PERT_NODES))) / 2
        rise, fall = (1 + PERT_WEIGHT * part / (span or 1.0) for part in (self.mode - self.low, self.high - self.mode))
        object.__setattr__(self, "nodes", (self.low + span * places, betainc(rise, fall, places)))

    def values(self, shares: Array) -> Array:
        """See ``Distribution``."""
        places, below = self.nodes
        return _within(self, np.interp(shares, below, places))


@dataclass(frozen=True, slots=True)
class Normal:
    """A normal distribution of which only what lies from low to high, the lever's own limits, is drawn."""

    mean: float
    sd: float
    low: float
    high: float

    def values(self, shares: Array) -> Array:
        """See ``Distribution``."""
        from scipy.special import ndtr, ndtri

        first, last = (ndtr((end - self.mean) / self.sd) for end in (self.low, self.high))
        return _within(self, self.mean + self.sd * ndtri(first + shares * (last - first)))


def _within(distribution: Distribution, values: Array) -> Array:
    """The values without what rounding in the last digit takes past an end."""
    return np.clip(values, distribution.low, distribution.high)
