"""Fifty dots that one can count, the years as a fan, and how probable more than any amount is."""

import math
from collections import Counter
from typing import Final

import numpy as np

from charts.records.figure import Table
from charts.records.plane import Band, Cloud, Curve, Guide, Plane, PlanePoint
from charts.uncertainty.doubt import HUNDRED, P5, P15, P50, P85, P95, Doubt, round_step, to_step
from charts.uncertainty.words import cases, doubt_headline
from charts.words.quantities import quantity_name
from model.answers.quantities import is_payment
from model.explaining.reasons import quantity_address
from model.explaining.simulated import simulated_address

DOTS: Final = 50
MIDDLES: Final = tuple((at + 0.5) / DOTS for at in range(DOTS))
"""The shares that the dots stand at: the 25th is the last below P50, the 43rd the first above P85 less a hundredth."""

COLUMNS: Final = 11
"""Columns that the dots stand in, about."""

TICKS: Final = 6
CURVE: Final = (0.0, 0.002, *(at / HUNDRED for at in range(1, HUNDRED)), 0.998, 1.0)
TOLD: Final = (P5, P15, P50, P85, P95)
"""The quantiles that tables have."""

PERCENTS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
ABOVE, BELOW = "increase", "total"
"""Tones of what is more than the amount that is asked about, and what is not."""


def dots(doubt: Doubt) -> Plane:
    """Each dot is two of a hundred cases; those over the amount asked about stand out, in columns of their own."""
    amounts = doubt.amounts_at(MIDDLES)
    step = round_step(amounts[-1] - amounts[0], COLUMNS) if doubt.varies else 1.0
    stacked: Counter[float] = Counter()
    points: dict[str, list[PlanePoint]] = {BELOW: [], ABOVE: []}
    for number, (share, amount) in enumerate(zip(MIDDLES, amounts, strict=True), 1):
        column = doubt.above + (math.ceil((amount - doubt.above) / step) - 0.5) * step if doubt.varies else amount
        stacked[column] += 1
        words = doubt.context.texts("uncertainty.dot", number=number, dots=DOTS, amount=doubt.amount(amount))
        opens = simulated_address(doubt.asked, repr(round(share, 2)))
        points[ABOVE if amount > doubt.above else BELOW].append(PlanePoint(column, stacked[column] - 0.5, words, opens))
    texts = doubt.context.texts
    low, high = _ends(doubt, [min(stacked) - step, max(stacked) + step], step)
    return Plane(
        name="dots",
        title=(texts("uncertainty.title_dots"), whom(doubt), when(doubt)),
        alt=doubt_headline(doubt),
        note=texts("uncertainty.note_dots", draws=texts.amount(doubt.simulated.draws, 0)),
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
        guides=_guides(doubt, low, high),
        x_range=(low, high),
        y_range=(0.0, float(max(8, *stacked.values()) + 1)),
        x_ticks=amount_ticks(doubt, low, high),
        y_ticks=(),
        x_title=texts("payers.mnok"),
    )


def fan(doubt: Doubt) -> Plane:
    """The middle of each year, and the bands that seventy and ninety of a hundred cases lie in."""
    texts, years = doubt.context.texts, doubt.years
    found = {year: dict(zip(TOLD, doubt.amounts_at(TOLD, year), strict=True)) for year in years}
    bands = tuple(
        Band(texts(f"uncertainty.band_{name}"), tone, tuple((float(y), found[y][low], found[y][high]) for y in years))
        for name, tone, low, high in (("ninety", "decrease_soft", P5, P95), ("seventy", "decrease", P15, P85))
    )
    curves = [Curve(texts("uncertainty.key_median"), BELOW, tuple(_middle(doubt, y, found[y][P50]) for y in years))]
    if doubt.own is not None:
        own = zip(doubt.context.answer.result.years, doubt.own.tolist(), strict=True)
        points = tuple(_own(doubt, year, amount) for year, amount in own if year in years)
        curves.append(Curve(doubt.context.scenario, "increase", points, is_dashed=True))
    ends = [amount for of_year in found.values() for amount in of_year.values()]
    ends += [point.y for curve in curves for point in curve.points]
    step = round_step(max(ends) - min(ends), TICKS)
    low, high = to_step(min(ends) - step / 2, step), to_step(max(ends) + step / 2, step)
    return Plane(
        name="fan",
        title=(texts("uncertainty.title_fan"), whom(doubt), f"{years[0]}–{years[-1]} · {doubt.prices}"),
        alt=doubt_headline(doubt),
        note=texts("uncertainty.note_fan"),
        table=quantile_table(doubt),
        moved=False,
        context=doubt.context,
        payer=payer_of(doubt),
        bands=bands,
        curves=tuple(curves),
        clouds=(),
        guides=(),
        x_range=(years[0] - 0.3, years[-1] + 0.3),
        y_range=(low, high),
        x_ticks=tuple((float(year), str(year)) for year in years),
        y_ticks=_ticks(doubt, low, high),
    )


def over(doubt: Doubt) -> Plane:
    """How probable it is that the quantity of the year is more than any amount."""
    texts, amounts = doubt.context.texts, doubt.amounts_at(CURVE)
    points = tuple(
        PlanePoint(
            amount,
            1 - share,
            texts("uncertainty.over_hover", amount=doubt.amount(amount), cases=cases(1 - share, texts)),
            simulated_address(doubt.asked, f"above~{round(amount, 6)!r}"),
        )
        for share, amount in zip(CURVE, amounts, strict=True)
    )
    low, high = _ends(doubt, [amounts[0], amounts[-1]], round_step(amounts[-1] - amounts[0], COLUMNS))
    return Plane(
        name="over",
        title=(texts("uncertainty.title_over"), whom(doubt), when(doubt)),
        alt=doubt_headline(doubt),
        note=texts("uncertainty.note_over_curve"),
        table=_over_table(doubt, low, high),
        moved=False,
        context=doubt.context,
        payer=payer_of(doubt),
        bands=(),
        curves=(Curve(texts("uncertainty.probability"), BELOW, points),),
        clouds=(),
        guides=_guides(doubt, low, high),
        x_range=(low, high),
        y_range=(0.0, 1.0),
        x_ticks=amount_ticks(doubt, low, high),
        y_ticks=tuple((share, texts.percent(share, 0)) for share in PERCENTS),
        x_title=texts("payers.mnok"),
    )


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


def amount_ticks(doubt: Doubt, low: float, high: float) -> tuple[tuple[float, str], ...]:
    """Round amounts along an axis, with their names."""
    return _ticks(doubt, low, high)


def _ticks(doubt: Doubt, low: float, high: float) -> tuple[tuple[float, str], ...]:
    step = round_step(high - low, TICKS)
    places = np.arange(np.ceil(low / step - 1e-9), np.floor(high / step + 1e-9) + 1).tolist()
    return tuple((to_step(place * step, step), doubt.about(to_step(place * step, step))) for place in places)


def _ends(doubt: Doubt, held: list[float], step: float) -> tuple[float, float]:
    """Where the axis of amounts begins and ends: with the amount asked about and the scenario's own, if near."""
    reach = max(held) - min(held)
    marks = [doubt.above, *([] if doubt.own_amount is None else [doubt.own_amount])]
    near = [mark for mark in marks if min(held) - reach <= mark <= max(held) + reach]
    margin = step if doubt.varies else 1.0
    return min((*held, *near)) - margin, max((*held, *near)) + margin


def _guides(doubt: Doubt, low: float, high: float) -> tuple[Guide, ...]:
    """The amount that is asked about, and the scenario's own, as far as the axis has them."""
    texts, own = doubt.context.texts, doubt.own_amount
    guides = [Guide(doubt.above, texts("uncertainty.guide_above", amount=doubt.about(doubt.above)), ABOVE)]
    if own is not None:
        guides.append(Guide(own, texts("uncertainty.guide_own", amount=doubt.amount(own)), "muted"))
    return tuple(guide for guide in guides if low <= guide.value <= high)


def _over_table(doubt: Doubt, low: float, high: float) -> Table:
    """Round amounts down, how many of a hundred cases are over each."""
    texts = doubt.context.texts
    amounts = sorted({*(value for value, _ in amount_ticks(doubt, low, high)), doubt.above})
    rows = tuple((doubt.about(amount), cases(doubt.share_above(amount), texts)) for amount in amounts)
    opens = tuple(("", simulated_address(doubt.asked, f"above~{amount!r}")) for amount in amounts)
    return Table((texts("uncertainty.amount"), texts("uncertainty.probability")), rows, opens=opens)


def _middle(doubt: Doubt, year: int, amount: float) -> PlanePoint:
    words = f"{year}: {doubt.amount(amount)}"
    return PlanePoint(float(year), amount, words, simulated_address(doubt.asked, str(P50), year))


def _own(doubt: Doubt, year: int, amount: float) -> PlanePoint:
    words = f"{year}, {doubt.context.scenario}: {doubt.amount(amount)}"
    return PlanePoint(float(year), amount, words, quantity_address(doubt.asked.quantity, year))


def _cloud_name(doubt: Doubt, tone: str) -> str:
    place = "above" if tone == ABOVE else "below"
    return doubt.context.texts(f"uncertainty.dots_{place}", amount=doubt.about(doubt.above))


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
