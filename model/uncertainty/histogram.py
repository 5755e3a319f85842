"""Counts of figures in bins whose edges are settled before anything is drawn, so that parts can be counted anywhere."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from model.baseline.axes import Array

BINS: Final = 32_768
"""Bins of one width between the outermost edges; one more on each side holds what lies beyond."""

SMALLEST_SPAN: Final = 1e-6
"""MNOK, a krone: the least that the edges span, where the figure hardly varies."""

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """The bins of several figures. low: (figure,), the lowest edge, MNOK. width: (figure,), of a bin, MNOK."""

    low: Array
    width: Array

    @classmethod
    def around(cls, lowest: Array, highest: Array) -> Self:
        """Edges that reach half as far again on both sides as from lowest to highest, (figure,), MNOK."""
        span = np.maximum(highest - lowest, SMALLEST_SPAN)
        return cls(lowest - span / 2, 2 * span / BINS)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """The figures of some draws, counted. All is (figure,) but the counts, (figure, bin).

    total: what the draws exceed the lowest edge by, added up. exceeding: how many are above the asked amount.
    """

    draws: int
    counts: npt.NDArray[np.uint32]
    total: Array
    lowest: Array
    highest: Array
    exceeding: Counts


def counted(figures: Array, edges: Edges, exceeds: float | None) -> Part:
    """The figures of a chunk, (figure, draw), MNOK, counted. exceeds: the asked amount, MNOK."""
    count, draws = figures.shape
    counts, above = np.zeros((count, BINS + 2), dtype=np.uint32), np.empty(draws)
    total, lowest, highest = np.empty((3, count))
    exceeding = np.zeros(count, np.int64)
    for at, figure in enumerate(figures):  # one after the other, for one of them fits in the processor's cache
        lowest[at], highest[at] = figure.min(), figure.max()
        if exceeds is not None:
            exceeding[at] = np.count_nonzero(figure > exceeds)
        np.subtract(figure, edges.low[at], out=above)
        total[at] = above.sum()
        above *= 1 / edges.width[at]
        counts[at] = _in_bins(above)
    return Part(draws, counts, total, lowest, highest, exceeding)


def _in_bins(places: Array) -> Counts:
    """(bin,): how many places, in bins from the lowest edge, lie in each; the first and the last are those beyond."""
    if places.min() >= 0 and places.max() < BINS:
        return np.pad(np.bincount(places.astype(np.intp), minlength=BINS), 1)
    return np.bincount(np.clip(places + 1, 0, BINS + 1).astype(np.intp), minlength=BINS + 2)


class Tally:
    """Parts, added up without rounding, so that the sum is the same in any order."""

    def __init__(self, figures: int) -> None:
        self.draws = 0
        self.counts: Counts = np.zeros((figures, BINS + 2), np.int64)
        self.totals = [Fraction(0)] * figures
        self.lowest, self.highest = np.full(figures, np.inf), np.full(figures, -np.inf)
        self.exceeding: Counts = np.zeros(figures, np.int64)

    def add(self, part: Part) -> None:
        """Adds a part; memory stays what it is."""
        self.draws += part.draws
        self.counts += part.counts
        self.totals = [total + Fraction(more) for total, more in zip(self.totals, part.total.tolist(), strict=True)]
        np.minimum(self.lowest, part.lowest, out=self.lowest)
        np.maximum(self.highest, part.highest, out=self.highest)
        self.exceeding += part.exceeding

    def means(self, edges: Edges) -> Array:
        """(figure,): the means, MNOK; rounding takes none past the lowest or highest draw."""
        above = np.array([float(total / self.draws) for total in self.totals])
        means: Array = np.clip(edges.low + above, self.lowest, self.highest)
        return means


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """One figure's draws. below: (bin,), how many lie in a bin or under it. low, width: of the bins, MNOK.

    lowest, highest: the outermost draws, where the bins that hold all the draws beyond the edges end.
    """

    below: Counts
    low: float
    width: float
    lowest: float
    highest: float

    def amounts_at(self, shares: Array) -> Array:
        """(share,): the amounts that shares of the draws lie below, MNOK; in a bin draws count as spread evenly.

        None is further than a bin's width from the draw of its rank, for those between the outermost edges.
        """
        ranks = np.maximum(shares * self.below[-1], np.finfo(np.float64).tiny)
        bins = np.searchsorted(self.below, ranks)
        before = np.where(bins, self.below[bins - 1], 0)
        start, end = self._ends(bins)
        found: Array = start + (end - start) * (ranks - before) / (self.below[bins] - before)
        return found

    def shares_above(self, amounts: Array) -> Array:
        """(amount,): how large a share of the draws lies above amounts, MNOK; the bin of an amount counts in part."""
        bins = (np.clip((amounts - self.low) / self.width, -1.0, BINS) + 1).astype(np.intp)
        before = np.where(bins, self.below[bins - 1], 0)
        start, end = self._ends(bins)
        length = np.where(end > start, end - start, 1.0)
        part = np.where(end > start, np.clip((amounts - start) / length, 0, 1), amounts >= end)
        above: Array = 1 - (before + part * (self.below[bins] - before)) / self.below[-1]
        return above

    def _ends(self, bins: npt.NDArray[np.intp]) -> tuple[Array, Array]:
        """Both ends of bins, MNOK, none beyond the outermost draws."""
        start = np.where(bins, self.low + self.width * (bins - 1), self.lowest)
        end = np.where(bins <= BINS, self.low + self.width * bins, self.highest)
        return np.clip(start, self.lowest, self.highest), np.clip(end, self.lowest, self.highest)
