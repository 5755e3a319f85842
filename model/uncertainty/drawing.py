"""Draws: a batch of scenarios whose levers lie within their ranges, by a Gaussian copula where they are correlated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from model.baseline.axes import Array
from model.baseline.baseline import Baseline
from model.scenario.batch import Batch
from model.scenario.scenario import Scenario
from model.uncertainty.correlations import matrix, root
from model.uncertainty.distributions import Distribution
from model.uncertainty.ranges import Ranges


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """What draws are made from; it holds nothing that another process could not be sent.

    columns: path → (1,), what every draw has of the scenario. paths, distributions: of the levers that are drawn.
    correlated: the places among them of those that some correlation names. correlation: (lever, lever) of these.
    """

    baseline: Baseline
    columns: Mapping[str, Array]
    paths: tuple[str, ...]
    distributions: tuple[Distribution, ...]
    correlated: tuple[int, ...]
    correlation: Array

    @classmethod
    def of(cls, ranges: Ranges, base: Scenario) -> Self:
        """The draws from ``base``, which is the ranges' own (``Ranges.base``)."""
        paths = tuple(ranges.levers)
        named = {path for one, other, _ in ranges.correlations for path in (one, other)}
        correlated = tuple(at for at, path in enumerate(paths) if path in named)
        return cls(
            baseline=base.figures,
            columns=dict(Batch.of([base]).columns),
            paths=paths,
            distributions=tuple(ranges.levers.values()),
            correlated=correlated,
            correlation=matrix([paths[at] for at in correlated], ranges.correlations),
        )

    def shares(self, generator: np.random.Generator, size: int) -> Array:
        """(lever, draw): for each draw, the share of all draws that a lever's value is to lie above; correlated."""
        shares = generator.random((len(self.paths), size))
        if self.correlated:
            from scipy.special import ndtr

            normals = generator.standard_normal((len(self.correlated), size))
            shares[list(self.correlated)] = ndtr(mixed(root(self.correlation), normals))
        return shares

    def values(self, shares: Array) -> Array:
        """(lever, draw): the levers' values at shares of the same shape."""
        values = np.empty_like(shares)
        for row, distribution, of_lever in zip(values, self.distributions, shares, strict=True):
            row[:] = distribution.values(of_lever)
        return values

    def batch(self, values: Array) -> Batch:
        """The scenarios of (lever, draw) values. They are within the levers' limits and are not checked again."""
        return Batch({**self.columns, **dict(zip(self.paths, values, strict=True))}, values.shape[1], self.baseline)


def mixed(by: Array, normals: Array) -> Array:
    """(lever, draw): L·normals, added up lever by lever, so that a draw is the same in any batch and on any machine.

    by: L, (lever, lever), lower triangular. normals: (lever, draw), independent.
    """
    out = np.zeros_like(normals)
    for at, row in enumerate(by):
        for before in range(at + 1):
            if row[before]:
                out[at] += row[before] * normals[before]
    return out


def generator_of(seed: int, chunk: int) -> np.random.Generator:
    """The random numbers of a chunk: the chunk's own child of the seed, as ``SeedSequence(seed).spawn`` gives it."""
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(chunk,)))


def chunks_of(draws: int, size: int) -> Sequence[range]:
    """The numbers of the draws of each chunk, ``size`` at a time."""
    return [range(start, min(start + size, draws)) for start in range(0, draws, size)]
