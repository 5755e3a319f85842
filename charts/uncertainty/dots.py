"""Fifty dots that one can count."""

import math
from collections import Counter
from typing import Final

from charts.records.plane import Cloud, Plane, PlanePoint
from charts.uncertainty.doubt import Doubt, round_step
from charts.uncertainty.frame import (
    ABOVE,
    BELOW,
    amount_ticks,
    ends,
    guides,
    payer_of,
    quantile_table,
    when,
    whom,
)
from charts.uncertainty.words import doubt_headline
from model.explaining.simulated import simulated_address

DOTS: Final = 50
MIDDLES: Final = tuple((at + 0.5) / DOTS for at in range(DOTS))
"""The shares that the dots stand at: the 25th is the last below P50, the 43rd stands at P85."""

COLUMNS: Final = 11
"""Columns that the dots stand in, about."""

LEAST_TALL: Final = 8
"""Dots that a column has room for at least."""


def dots(doubt: Doubt) -> Plane:
    """Each dot is two of a hundred cases; those over the amount asked about stand out.

    Columns begin at the usual amount, and stand still while another is asked about.
    """
    amounts = doubt.amounts_at(MIDDLES)
    step = round_step(amounts[-1] - amounts[0], COLUMNS) if doubt.varies else 1.0
    stacked: Counter[float] = Counter()
    points: dict[str, list[PlanePoint]] = {BELOW: [], ABOVE: []}
    for number, (share, amount) in enumerate(zip(MIDDLES, amounts, strict=True), 1):
        column = doubt.usual + (math.ceil((amount - doubt.usual) / step) - 0.5) * step if doubt.varies else amount
        stacked[column] += 1
        words = doubt.context.texts("uncertainty.dot", number=number, dots=DOTS, amount=doubt.amount(amount))
        opens = simulated_address(doubt.asked, repr(round(share, 2)))
        points[ABOVE if amount > doubt.above else BELOW].append(PlanePoint(column, stacked[column] - 0.5, words, opens))
    texts, certain = doubt.context.texts, "" if doubt.varies else "_certain"
    low, high = ends(doubt, [min(stacked) - step, max(stacked) + step], step)
    return Plane(
        name="dots",
        title=(texts(f"uncertainty.title_dots{certain}"), whom(doubt), when(doubt)),
        alt=doubt_headline(doubt),
        note=texts(f"uncertainty.note_dots{certain}", draws=texts.amount(doubt.simulated.draws, 0)),
        table=quantile_table(doubt),
        moved=False,
        context=doubt.context,
        payer=payer_of(doubt),
        clouds=tuple(
            Cloud(_cloud_name(doubt, tone), tone, tuple(found), dot=1.0, width=step)
            for tone, found in points.items()
            if found
        ),
        bands=(),
        curves=(),
        guides=guides(doubt, low, high),
        x_range=(low, high),
        y_range=(0.0, float(max(LEAST_TALL, *stacked.values()) + 1)),
        x_ticks=amount_ticks(doubt, low, high),
        y_ticks=(),
        x_title=texts("payers.mnok"),
    )


def _cloud_name(doubt: Doubt, tone: str) -> str:
    place = "above" if tone == ABOVE else "below"
    return doubt.context.texts(f"uncertainty.dots_{place}", amount=doubt.about(doubt.above))
