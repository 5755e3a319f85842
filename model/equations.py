"""The equations of the cost level and the financing need, one small function each.

Shapes are (solution, scenario) for amounts and (scenario,) for levers, where an axis of length 1 stands for the same
value throughout. Amounts are MNOK; ``level`` is in fixed 2025 kroner and contains the embedded risk margin. No
function changes its arguments, except one called ``out``. The numbers are those of docs/model.md.
"""

from typing import Final

import numpy as np

from model.axes import Array

ZERO: Final = np.zeros(1)
ONE: Final = np.ones(1)


def price_index(index_rate: Array, years: int) -> Array:
    """I(t) = (1 + g)^(t − 2025), for the ``years`` years after 2025: (year, scenario).

    Multiplied year by year, for a power may differ in its last bit between one scenario and many.
    """
    growth = 1 + index_rate
    index = np.empty((years, len(index_rate)))
    index[0] = growth
    for year in range(1, years):
        np.multiply(index[year - 1], growth, out=index[year])
    return index


def realised(planned: Array, share: Array | None) -> Array:
    """The part of a planned step that is counted on, equation 3; all of it where there is no share."""
    return planned if share is None else planned * share


def realised_efficiency(planned: Array, decommissioning: Array, share: Array | None) -> Array:
    """Planned efficiency that is counted on, equation 3: decommissioning comes whatever the share."""
    return planned if share is None else (planned - decommissioning) * share + decommissioning


def new_level(previous: Array, change: Array, base: Array, growth: Array | None, out: Array) -> Array:
    """This year's level, equations 3 and 4: last year's, its planned change, and ``growth`` of the base.

    previous: level of last year. change: all steps, without what the extra levers add.
    base: last year's level with changed financing, equation 2. growth: extra volume less extra efficiency, a share
    of the base, None where no scenario has any. out: where the level is put, (solution, scenario).
    """
    if growth is None:
        return np.add(previous, change, out=out)
    np.multiply(base, growth, out=out)
    out += previous
    out += change
    return out


def margin_factor(risk_margin: Array, embedded: float) -> Array:
    """κ of equation 5: what a level that contains the margin ``embedded`` is multiplied by for another margin."""
    return (1 + risk_margin) / (1 + embedded)


def unspent_share(factor: Array, underspend_rate: Array) -> Array:
    """Unspent money as a share of the indexed level, equation 6; factor: κ."""
    return np.maximum(0.0, factor - 1 + underspend_rate)


def shortfall_share(factor: Array, underspend_rate: Array) -> Array:
    """Shortfall as a share of the indexed level, equation 6; factor: κ."""
    return np.maximum(0.0, 1 - underspend_rate - factor)
