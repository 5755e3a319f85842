"""Money that comes back to the payers, equation 7, and the financing need, equation 8."""

from collections.abc import Mapping, Sequence

import numpy as np

from model.baseline.axes import Array
from model.scenario.batch import Batch

Term = tuple[Array, Array]
"""An amount, (solution, 1 or scenario), and the weight it is returned with, (1 or scenario,)."""


def returned_terms(
    batch: Batch,
    year: int,
    growth: Array,
    levels: Sequence[Array],
    shares: Sequence[Array | None],
) -> list[Term]:
    """The terms whose sum is returned in a year, equation 7, without those that no scenario has.

    growth: 1 + g. levels: the level of each year before, from the first on. shares: what of each level comes back later,
    with that year's index; None where nothing does.
    """
    baseline, terms = batch.baseline, []
    if year == baseline.first_year:
        terms.append((baseline.returned[:, np.newaxis], growth * batch.value("earlier_funds_returned")))
    lag = batch.value("repayment_lag")
    if "base_year_underspend_returned" in batch.columns:
        share = batch.value("base_year_underspend_returned") * (lag == year - baseline.base_year)
        terms.append((baseline.base_year_underspend[:, np.newaxis], growth * share))
    for years in (1, 2):
        due = lag == years
        share_then = shares[-years] if len(shares) >= years else None
        if share_then is not None and due.any():
            terms.append((levels[-years], share_then * growth * due))
    return terms


def write_need(terms: Sequence[Term], out: Mapping[str, Array], returned: Array, buffer: Array) -> None:
    """Puts the need into ``out``, equation 8, and what is returned where that is asked for: (solution, scenario).

    terms: their sum is returned. out: has the cost level. returned, buffer: of the same shape, overwritten.
    """
    if terms:
        np.multiply(*terms[0], out=returned)
        for amount, weight in terms[1:]:
            returned += np.multiply(amount, weight, out=buffer)
        np.subtract(out["cost_level"], returned, out=out["financing_need"])
    else:
        out["financing_need"][...] = out["cost_level"]
    if "returned" in out:
        out["returned"][...] = returned if terms else 0.0
        np.subtract(0.0, out["returned"], out=out["returned_funds"])
