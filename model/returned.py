"""Money that comes back to the payers, equation 7."""

from collections.abc import Sequence

import numpy as np

from model.axes import BASE_YEAR, PLAN_YEARS, Array
from model.batch import Batch
from model.published import Published

Term = tuple[Array, Array]
"""An amount, (solution, 1 or scenario), and the weight it is returned with, (1 or scenario,)."""


def returnable_share(batch: Batch, unspent: Array, shortfall: Array, index: Array) -> Array:
    """(1 or scenario,): what one krone of a year's level, in 2025 kroner, gives back later.

    unspent, shortfall: shares of the indexed level, equation 6. index: I(t) of that year. Negative where a
    shortfall is charged.
    """
    returned = batch.value("underspend_returned") * unspent
    charged = batch.value("shortfall_recovered") * shortfall
    return (returned - charged) * index


def returned_terms(
    batch: Batch, published: Published, year: int, levels: Sequence[Array], shares: Sequence[Array]
) -> list[Term]:
    """The terms whose sum is returned in a year, equation 7, without those that are zero for the whole batch.

    levels: the level of each year before, from 2026 on. shares: ``returnable_share`` of the same years.
    """
    growth = 1 + batch.value("index_rate")
    lag = batch.value("repayment_lag")
    terms = []
    if year == PLAN_YEARS[0]:
        terms.append((published.returned[:, np.newaxis], growth))
    if "underspend_2025_returned" in batch.columns:
        due = lag == year - BASE_YEAR
        terms.append((published.underspend_2025[:, np.newaxis], growth * batch.value("underspend_2025_returned") * due))
    for years in (1, 2):
        if len(levels) >= years:
            terms.append((levels[-years], growth * shares[-years] * (lag == years)))
    return [term for term in terms if term[1].any()]


def write_sum(terms: Sequence[Term], out: Array, buffer: Array) -> None:
    """Puts the sum of the terms into ``out``, (solution, scenario); ``buffer`` of the same shape is overwritten."""
    if not terms:
        out.fill(0.0)
        return
    np.multiply(*terms[0], out=out)
    for amount, weight in terms[1:]:
        out += np.multiply(amount, weight, out=buffer)
