"""The equations of the cost level and the financing need, one small function each.

Shapes are (solution, scenario) for amounts and (scenario,) for levers, where an axis of length 1 stands for the same
value throughout. Amounts are MNOK; ``level`` is in fixed kroner of the base year and contains the embedded risk margin.
No function changes its arguments, except one called ``out``. The numbers are those of docs/model.md.
"""

import numpy as np

from model.baseline.axes import Array

Place = int | None
"""The row that the levers leave alone: the clearing line's place, None where there is none."""


def price_index(index_rate: Array, first_index_rate: Array, years: int) -> Array:
    """I(t) for the ``years`` years after the base year: (year, scenario), (1 + g)^(t − base year).

    first_index_rate: the growth into the first of them, which the law may have set.
    Multiplied year by year, for a power may differ in its last bit between one scenario and many.
    """
    growth, first = 1 + index_rate, 1 + first_index_rate
    index = np.empty((years, max(len(growth), len(first))))
    index[0] = first
    for year in range(1, years):
        np.multiply(index[year - 1], growth, out=index[year])
    return index


def realised(planned: Array, firm: Array | None, share: Array | None, clearing: Place) -> Array:
    """The part of a planned step that is counted on, equation 3; all of it where there is no share.

    firm: what of it is counted on whatever the share, such as decommissioning; None where there is nothing.
    """
    if share is None:
        return planned
    if firm is not None:  # all of it is what is planned to the bit, whatever other scenarios count on
        return np.where(share == 1, planned, realised(planned - firm, None, share, clearing) + firm)
    counted = planned * share
    if clearing is not None:
        counted[clearing] = planned[clearing]
    return counted


def share_of_base(base: Array, share: Array, clearing: Place) -> Array:
    """What an extra lever takes of the base, equation 3: nothing on the clearing line."""
    amount = base * share
    if clearing is not None:
        amount[clearing] = 0.0
    return amount


def growth_factor(extra_volume: Array | None, extra_efficiency: Array | None) -> Array | None:
    """1 plus what the extra levers add to each krone of the base, equation 3; None where no scenario has any."""
    if extra_volume is None:
        return None if extra_efficiency is None else 1 - extra_efficiency
    return 1 + (extra_volume if extra_efficiency is None else extra_volume - extra_efficiency)


def new_level(previous: Array, change: Array, moved: Array, growth: Array | None, clearing: Place, out: Array) -> Array:
    """This year's level, equations 2 to 4, put into ``out``, (solution, scenario), and returned.

    previous: last year's level. change: the sum of the planned steps, without what the extra levers add.
    moved: changed financing, which with ``previous`` is the base of the extra levers. growth: ``growth_factor``.
    Written as previous·growth + change + (growth − 1)·moved, for ``moved`` is zero in most years: that spares a
    pass over the scenarios.
    """
    if growth is None:
        return np.add(previous, change, out=out)
    np.multiply(previous, growth, out=out)
    if clearing is not None:
        out[clearing] = previous[clearing]
    out += change
    if moved.any():
        out += share_of_base(moved, growth - 1, clearing)
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


def in_all(before: Array | None, of_year: Array | None) -> Array | None:
    """What the state pays of the level: of the measures of the years before and of this one; None where of none."""
    return of_year if before is None or of_year is None else before + of_year


def returnable_share(unspent: Array, shortfall: Array, returned: Array, recovered: Array) -> Array:
    """What comes back later of one krone of the indexed level, equation 7; negative where a shortfall is charged.

    unspent, shortfall: shares of the level, equation 6. returned, recovered: shares of these.
    """
    return returned * unspent - recovered * shortfall
