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
    """The figures of a chunk, (figure, draw), MNOK, counted; overwrites them. exceeds: the asked amount, MNOK."""
    count = len(figures)
    counts, total = np.empty((count, BINS + 2), dtype=np.uint32), np.empty(count)
    lowest, highest = figures.min(axis=1), figures.max(axis=1)
    exceeding = np.zeros(count, np.int64) if exceeds is None else (figures > exceeds).sum(axis=1)
    for at, figure in enumerate(figures):
        figure -= edges.low[at]
        total[at] = figure.sum()
        figure /= edges.width[at]
        figure += 1.0
        np.clip(figure, 0.0, BINS + 1.0, out=figure)
        counts[at] = np.bincount(figure.astype(np.intp), minlength=BINS + 2)
    return Part(figures.shape[1], counts, total, lowest, highest, exceeding)


class Tally:
    """Parts, added up in their order. Everything in it is exact, so that the sum is the same however it is divided."""

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
        return np.clip(edges.low + above, self.lowest, self.highest)


def bin_places(edges: Edges, at: int, lowest: float, highest: float) -> Array:
    """(edge,): both edges of a figure's bins, from the lowest to the highest draw, MNOK."""
    inner = edges.low[at] + edges.width[at] * np.arange(BINS + 1)
    outer = min(lowest, inner[0]), max(highest, inner[-1])
    return np.clip(np.concatenate([outer[:1], inner, outer[1:]]), lowest, highest)


def amounts_at(counts: Counts, places: Array, shares: Array) -> Array:
    """(share,): the amounts that shares of a figure's draws lie below, MNOK.

    Inside a bin the draws count as spread evenly; empty bins are left out, so that no amount is said where no draw is.
    None is further than a bin's width from the draw of its rank, for those between the outermost edges.
    """
    filled = np.flatnonzero(counts)
    below = np.cumsum(counts[filled]).astype(np.float64)
    ranks = np.column_stack([below - counts[filled], below]).ravel()
    amounts = np.column_stack([places[filled], places[filled + 1]]).ravel()
    return np.interp(shares * below[-1], ranks, amounts)


def shares_above(counts: Counts, places: Array, amounts: Array) -> Array:
    """(amount,): how large a share of a figure's draws lies above amounts, MNOK; the bin of an amount counts in part.

    Exact at the edges of bins, and where all the draws are above or none is.
    """
    below = np.concatenate([[0], np.cumsum(counts)])
    return 1 - np.interp(amounts, places, below / below[-1])
