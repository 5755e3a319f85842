"""Which levers the uncertainty comes from: the variance of a figure divided by the Shapley value."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from model.baseline.axes import Array
from model.equations.steps import BLOCK, run_years, years_to
from model.scenario.scenario import Scenario
from model.uncertainty.correlations import matrix, root
from model.uncertainty.drawing import Drawing, chunks_of, generator_of
from model.uncertainty.quantity_rows import Figure
from model.uncertainty.ranges import Ranges
from model.uncertainty.sensitivity import NEED, checked_year
from model.uncertainty.simulating import check_draws, nothing

RUNS: Final = 8 * BLOCK
"""Runs of a chunk at most; a draw takes one run more than there are levers."""

SMALLEST_VARIANCE: Final = 1e-12
"""MNOK², of a krone's deviation: less than that is rounding, and nothing varies."""

Amounts = Callable[[Array], Array]
"""(lever, draw) shares → (draw,) amounts."""


@dataclass(frozen=True, slots=True)
class LeverShare:
    """The part of a figure's variance that a lever brings; the shares of all add up to 1, or are 0."""

    lever: str
    share: float


def importance(
    ranges: Ranges,
    draws: int,
    seed: int = 0,
    year: int | None = None,
    scenario: Scenario | None = None,
    figure: Figure = NEED,
    follow: Callable[[int], object] = nothing,
) -> tuple[LeverShare, ...]:
    """The Shapley effect of each lever that the ranges name on a year's figure, the largest first.

    It is the mean, over the orders in which levers can become known, of what knowing this one takes away of the
    variance; an estimate from ``draws`` draws. A lever that moves nothing, and is correlated with none, has exactly 0.
    Arguments as in ``simulate`` and ``sensitivity``. Raises RangesError and ScenarioError.
    """
    check_draws(draws, seed)
    base = ranges.base(Scenario(figures=ranges.baseline) if scenario is None else scenario)
    year = checked_year(base, year)
    years = years_to(base.figures, year)
    row, drawing = figure.row(base, years), Drawing.of(ranges, base)

    def amounts(shares: Array) -> Array:
        return figure.amounts(row, run_years(drawing.batch(drawing.values(shares)), years, bridges=False))

    correlation = matrix(drawing.paths, ranges.correlations) if ranges.correlations else None
    effects = shapley_effects(amounts, len(drawing.paths), int(draws), int(seed), correlation, follow)
    whole = effects.sum()
    shares = (effects / whole if whole > SMALLEST_VARIANCE else np.zeros_like(effects)).tolist()
    of_all = {**dict(zip(drawing.paths, shares, strict=True)), **dict.fromkeys(ranges.numbers_fixed, 0.0)}
    return tuple(sorted((LeverShare(*each) for each in of_all.items()), key=lambda lever: -lever.share))


def shapley_effects(
    amounts: Amounts,
    levers: int,
    draws: int,
    seed: int,
    correlation: Array | None = None,
    follow: Callable[[int], object] = nothing,
) -> Array:
    """(lever,): the parts of a figure's variance by the Shapley value, by Goda's walk (docs/decisions/0192).

    amounts: of shares from 0 to 1. correlation: (lever, lever), of the normals behind the shares; None where they are
    independent. A draw goes from one random point to another, one lever at a time in a random order.
    """
    effects, done = np.zeros(levers), 0
    for number, chunk in enumerate(chunks_of(draws, max(1, RUNS // (levers + 1)))) if levers else ():
        generator, size = generator_of(seed, number), len(chunk)
        order = generator.permuted(np.tile(np.arange(levers), (size, 1)), axis=1)
        points = _walk(generator, order, correlation)
        found = amounts(points.reshape(levers, -1)).reshape(levers + 1, size)
        parts = np.diff(found, axis=0) * _beside(found, is_symmetric=correlation is None)
        effects += np.bincount(order.T.ravel(), parts.ravel(), minlength=levers)
        done += size
        follow(done)
    return effects / draws


def _beside(found: Array, *, is_symmetric: bool) -> Array:
    """What each step of a walk is multiplied by, (step, draw): Goda's estimator, from the walk's end.

    Where levers are independent the walk back is as good, and what the mean of both comes to takes half the draws.
    """
    factor: Array = (found[-1:] - found[:1]) / 2 if is_symmetric else found[-1:] - (found[1:] + found[:-1]) / 2
    return factor


def _walk(generator: np.random.Generator, order: npt.NDArray[np.intp], correlation: Array | None) -> Array:
    """(lever, point, draw): shares, from 0 to 1, at the start of a walk, after each of its steps, and so at its end.

    order: (draw, place), the lever that each step moves.
    """
    if correlation is not None:
        return _correlated_walk(generator, order, correlation)
    size, levers = order.shape
    moved = np.arange(levers + 1)[:, np.newaxis] > np.argsort(order, axis=1).T[:, np.newaxis, :]
    start, end = generator.random((2, levers, 1, size))
    points: Array = np.where(moved, end, start)
    return points


def _correlated_walk(generator: np.random.Generator, order: npt.NDArray[np.intp], correlation: Array) -> Array:
    """The same where levers are correlated: those not yet moved are drawn anew, given those that are as at the end.

    In a walk's own order each lever is a mixture of normals of those before it and its own, so that moving these one by
    one does just that.
    """
    from scipy.special import ndtr

    size, levers = order.shape
    start, end = generator.standard_normal((2, size, levers))
    roots = root(correlation[order[:, :, np.newaxis], order[:, np.newaxis, :]])
    points, draws = np.empty((levers, levers + 1, size)), np.arange(size)[:, np.newaxis]
    for moved in range(levers + 1):
        normals = np.concatenate([end[:, :moved], start[:, moved:]], axis=1)
        points[order, moved, draws] = (roots * normals[:, np.newaxis, :]).sum(axis=2)
    shares: Array = ndtr(points)
    return shares
