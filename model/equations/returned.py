"""Money that comes back to the payers, equation 7, what the state pays, and the financing need, equation 8."""

from collections.abc import Mapping, Sequence

import numpy as np

from model.baseline.axes import STATE_FUNDING, Array
from model.equations.timing import Timing
from model.scenario.batch import Batch

Term = tuple[Array, Array]
"""An amount, (solution, 1 or scenario), and the weight it is returned with, (1 or scenario,)."""


def returned_terms(
    batch: Batch,
    year: int,
    timing: Timing,
    levels: Sequence[Array],
    shares: Sequence[Array | None],
) -> list[Term]:
    """The terms whose sum is returned in a year, equation 7, without those that no scenario has.

    levels: the level of each year before, from the first on. shares: what of each level comes back later, with that
    year's index; None where nothing does. From the law, earlier money is returned as published, and the base year's
    in the second year at the earliest.
    """
    baseline, start, terms = batch.baseline, timing.start, list[Term]()
    growth = timing.growth
    if year == baseline.first_year:
        growth = timing.first_growth
        earlier = batch.value("earlier_funds_returned")
        earlier = earlier if start is None else np.where(start.chosen, 1.0, earlier)
        terms.append((baseline.returned[:, np.newaxis], growth * earlier))
    lag = batch.value("repayment_lag")
    if "base_year_underspend_returned" in batch.columns:
        due_year = lag + baseline.base_year
        due_year = (
            due_year if start is None else np.where(start.chosen, np.maximum(due_year, start.second_year), due_year)
        )
        share = batch.value("base_year_underspend_returned") * (due_year == year)
        terms.append((baseline.base_year_underspend[:, np.newaxis], growth * share))
    for years in (1, 2):
        due = lag == years
        share_then = shares[-years] if len(shares) >= years else None
        if share_then is not None and due.any():
            terms.append((levels[-years], share_then * growth * due))
    return terms


def write_need(
    terms: Sequence[Term], state: Term | None, out: Mapping[str, Array], returned: Array, buffer: Array
) -> None:
    """Puts the need into ``out``, equation 8, and what is returned where that is asked for: (solution, scenario).

    terms: their sum is returned. state: what the state pays; without it, its component is left as it is.
    out: has the cost level. returned, buffer: of the same shape, overwritten.
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
    if state is not None:
        amount, weight = state
        paid = amount * weight
        out["financing_need"] -= paid
        if STATE_FUNDING in out:
            np.subtract(0.0, paid, out=out[STATE_FUNDING])
