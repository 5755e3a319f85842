"""Where a curve over one number reaches a target: sampled over the whole range, then narrowed down."""

from collections.abc import Callable
from typing import Final

import numpy as np

from model.baseline.axes import Array

Curve = Callable[[Array], Array]
"""(point,) → (point,): a continuous function, computed for many points at once."""

MEETS: Final = 1e-10
"""What a value may lie from the target and still meet it; about a thousand times the rounding of a sum in MNOK."""

CELLS: Final = 256
"""Cells that each bracket is divided into at a time."""

ROOT_PASSES, TURN_PASSES = 7, 8
"""Passes until a bracket is one number wide: each leaves one cell of a bracket, or two around a turning point."""

HALVINGS: Final = 0.5 ** np.arange(1, 53)


def sampled(curve: Curve, points: Array) -> tuple[Array, Array]:
    """Points in rising order and the value at each, (point,) both; from one to the next the curve goes one way.

    points: samples so close that no cell holds two turning points. The turning points themselves are found and put
    between them, so that the lowest and highest value are the curve's own. A turning point shows in the samples to
    both sides of it; the first and last cell have only one such side and are therefore halved towards the end.
    """
    points = np.unique(points)
    first, last = points[0] + (points[1] - points[0]) * HALVINGS, points[-1] - (points[-1] - points[-2]) * HALVINGS
    points = np.unique(np.concatenate([points, first, last]))
    values = curve(points)
    rises = np.diff(values)
    sloping = np.flatnonzero(np.abs(rises) > MEETS)
    ways = np.sign(rises[sloping])
    turns = np.flatnonzero(ways[:-1] != ways[1:])
    if not len(turns):
        return points, values
    turning = _turning_points(curve, points[sloping[turns]], points[sloping[turns + 1] + 1], ways[turns])
    order = np.argsort(np.append(points, turning))
    return np.append(points, turning)[order], np.append(values, curve(turning))[order]


def meeting(curve: Curve, points: Array, values: Array, target: float) -> Array:
    """(answer,): where the curve is at the target, in rising order; empty where it nowhere is.

    points, values: from ``sampled``. Of a stretch over which the curve lies at the target, its ends and the samples.
    """
    off = values - target
    meets = np.abs(off) <= MEETS
    crosses = np.flatnonzero((np.sign(off[:-1]) != np.sign(off[1:])) & ~meets[:-1] & ~meets[1:])
    ends = np.flatnonzero(meets[:-1] != meets[1:])
    answers = [points[meets]]
    if len(crosses):
        answers.append(_crossings(lambda x: curve(x) - target, points[crosses], points[crosses + 1]))
    if len(ends):
        answers.append(_crossings(lambda x: np.abs(curve(x) - target) - MEETS, points[ends], points[ends + 1]))
    return np.unique(np.concatenate(answers))


def _turning_points(curve: Curve, low: Array, high: Array, sign: Array) -> Array:
    """(bracket,): where the curve is highest (sign 1) or lowest (sign −1) in each bracket."""
    rows = np.arange(len(low))
    for _ in range(TURN_PASSES):
        grid = np.linspace(low, high, CELLS + 1, axis=1)
        best = np.argmax(sign[:, np.newaxis] * _over(curve, grid), axis=1)
        low, high = grid[rows, np.maximum(best - 1, 0)], grid[rows, np.minimum(best + 1, CELLS)]
    middle: Array = grid[rows, best]
    return middle


def _crossings(curve: Curve, low: Array, high: Array) -> Array:
    """(bracket,): where the curve crosses zero in each bracket, whose ends have different signs."""
    rows = np.arange(len(low))
    for _ in range(ROOT_PASSES):
        grid = np.linspace(low, high, CELLS + 1, axis=1)
        values = _over(curve, grid)
        across = np.maximum(np.argmax(values * values[:, :1] <= 0, axis=1), 1)
        low, high = grid[rows, across - 1], grid[rows, across]
    closer = np.abs(values[rows, across - 1]) < np.abs(values[rows, across])
    return np.where(closer, low, high)


def _over(curve: Curve, grid: Array) -> Array:
    return curve(grid.ravel()).reshape(grid.shape)
