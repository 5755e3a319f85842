"""Correlations between levers: r of the normals of a Gaussian copula."""

from collections.abc import Collection, Sequence
from typing import Final

import numpy as np

from model.baseline.axes import Array
from model.scenario.fields import is_number
from model.scenario.versions import renamed_path
from model.uncertainty.errors import RangesError

FIELD: Final = "correlations"
NOTHING: Final = 1e-10
"""What rounding leaves of a variance, or of an eigenvalue, that is zero."""

Correlation = tuple[str, str, float]


def checked_correlations(value: object, varied: Collection[str], fixed: Collection[str]) -> tuple[Correlation, ...]:
    """The correlations of a ranges file. Raises RangesError.

    varied, fixed: the paths of the file that have a range, and a fixed value.
    """
    if not isinstance(value, list):
        raise RangesError(FIELD, value, "pair")
    pairs = tuple(_checked_pair(f"{FIELD}[{at}]", pair, varied, fixed) for at, pair in enumerate(value))
    seen: set[frozenset[str]] = set()
    for at, (one, other, _) in enumerate(pairs):
        if frozenset((one, other)) in seen:
            raise RangesError(f"{FIELD}[{at}]", value[at], "pair_twice")
        seen.add(frozenset((one, other)))
    smallest = float(np.linalg.eigvalsh(matrix(tuple(varied), pairs))[0]) if pairs else 1.0
    if smallest < -NOTHING:
        raise RangesError(FIELD, value, "matrix", (smallest,))
    return pairs


def _checked_pair(place: str, pair: object, varied: Collection[str], fixed: Collection[str]) -> Correlation:
    if not isinstance(pair, list) or len(pair) != len(("path", "path", "r")):
        raise RangesError(place, pair, "pair")
    *paths, r = pair
    names = []
    for path in paths:
        name = renamed_path(path) if isinstance(path, str) else ""
        if name not in varied:
            raise RangesError(place, path, "pair_fixed" if name in fixed else "pair_unknown", tuple(varied))
        names.append(name)
    if names[0] == names[1]:
        raise RangesError(place, paths[0], "pair_same")
    if not is_number(r) or not -1 <= r <= 1:
        raise RangesError(place, r, "correlation")
    return names[0], names[1], float(r)


def matrix(paths: Sequence[str], correlations: Sequence[Correlation]) -> Array:
    """(lever, lever): the correlation of each pair, 1 with itself and 0 where nothing is said."""
    place = {path: at for at, path in enumerate(paths)}
    whole = np.eye(len(paths))
    for one, other, r in correlations:
        whole[place[one], place[other]] = whole[place[other], place[one]] = r
    return whole


def root(correlation: Array) -> Array:
    """(…, lever, lever): L, lower triangular, with L·Lᵀ the correlation, (…, lever, lever).

    Independent normals times L have the correlation. What the levers before it settle wholly gets nothing of its own,
    so that an r of 1 or −1 is no harm.
    """
    found = np.zeros_like(correlation)
    size = correlation.shape[-1]
    for at in range(size):
        before = found[..., at, :at]
        own = np.sqrt(np.maximum(correlation[..., at, at] - (before**2).sum(axis=-1), 0.0))
        found[..., at, at] = np.where(own < np.sqrt(NOTHING), 0.0, own)
        rest = correlation[..., at + 1 :, at] - (found[..., at + 1 :, :at] * before[..., np.newaxis, :]).sum(axis=-1)
        divisor = np.where(found[..., at, at] > 0, found[..., at, at], np.inf)
        found[..., at + 1 :, at] = rest / divisor[..., np.newaxis]
    return found
