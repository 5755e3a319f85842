"""What the charts of uncertainty share: what they are of, the axis of amounts and its marks, the table of quantiles."""

from typing import Final

import numpy as np

from charts.records.figure import Table
from charts.records.plane import Guide
from charts.uncertainty.doubt import HUNDRED, P5, P15, P50, P85, P95, Doubt, round_step, to_step
from charts.words.quantities import quantity_name
from model.answers.quantities import is_payment
from model.explaining.reasons import quantity_address
from model.explaining.simulated import simulated_address

TICKS: Final = 6
"""Round amounts along an axis, about."""

TOLD: Final = (P5, P15, P50, P85, P95)
"""The quantiles that tables have."""

PERCENTS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
"""What an axis of probabilities names."""

ABOVE, BELOW = "increase", "total"
"""Tones of what is more than the amount that is asked about, and what is not."""


def whom(doubt: Doubt) -> str:
    """What the figures are of, and the scenario's name where it has one."""
    context = doubt.context
    named = [context.scenario] if context.scenario != context.texts("figure.scenario") else []
    return " · ".join((quantity_name(doubt.asked.quantity, context.texts), *named))


def when(doubt: Doubt) -> str:
    """The year, and in which prices."""
    return f"{doubt.year} · {doubt.prices}"


def payer_of(doubt: Doubt) -> str:
    """Whose payment it is; empty for cost level and need."""
    return doubt.asked.quantity if is_payment(doubt.asked.quantity) else ""


def amount_ticks(doubt: Doubt, low: float, high: float) -> tuple[tuple[float, str], ...]:
    """Round amounts along an axis, with their names."""
    step = round_step(high - low, TICKS)
    places = np.arange(np.ceil(low / step - 1e-9), np.floor(high / step + 1e-9) + 1).tolist()
    return tuple((to_step(place * step, step), doubt.about(to_step(place * step, step))) for place in places)


def ends(doubt: Doubt, held: list[float], step: float) -> tuple[float, float]:
    """Where the axis of amounts begins and ends: with the amount asked about and the scenario's own, if near."""
    reach = max(held) - min(held)
    marks = [doubt.above, *([] if doubt.own_amount is None else [doubt.own_amount])]
    near = [mark for mark in marks if min(held) - reach <= mark <= max(held) + reach]
    beyond = step if doubt.varies else 1.0
    return min((*held, *near)) - beyond, max((*held, *near)) + beyond


def guides(doubt: Doubt, low: float, high: float) -> tuple[Guide, ...]:
    """The amount that is asked about, and the scenario's own, as far as the axis has them."""
    texts, own = doubt.context.texts, doubt.own_amount
    marks = [Guide(doubt.above, texts("uncertainty.guide_above", amount=doubt.about(doubt.above)), ABOVE)]
    if own is not None:
        marks.append(Guide(own, texts("uncertainty.guide_own", amount=doubt.amount(own)), "muted"))
    return tuple(guide for guide in marks if low <= guide.value <= high)


def quantile_table(doubt: Doubt) -> Table:
    """Years down; what 5, 15, 50, 85 and 95 of a hundred cases are below, and the scenario's own amount."""
    texts = doubt.context.texts
    own = None if doubt.own is None else dict(zip(doubt.context.answer.result.years, doubt.own.tolist(), strict=True))
    header = [texts("view.year"), *(texts("uncertainty.below", count=round(share * HUNDRED)) for share in TOLD)]
    header += [doubt.context.scenario] if own is not None else []
    rows, opens = [], []
    for year in doubt.years:
        of_year = [doubt.amount(amount) for amount in doubt.amounts_at(TOLD, year)]
        paths = [simulated_address(doubt.asked, str(share), year) for share in TOLD]
        if own is not None:
            of_year.append(doubt.amount(own[year]))
            paths.append(quantity_address(doubt.asked.quantity, year))
        rows.append((str(year), *of_year))
        opens.append(("", *paths))
    return Table(tuple(header), tuple(rows), opens=tuple(opens))
