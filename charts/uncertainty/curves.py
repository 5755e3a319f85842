"""The years as a fan, and how probable more than any amount is."""

from typing import Final

from charts.records.figure import Table
from charts.records.plane import Band, Curve, Plane, PlanePoint
from charts.uncertainty.doubt import HUNDRED, P5, P15, P50, P85, P95, Doubt, round_step, to_step
from charts.uncertainty.frame import (
    BELOW,
    PERCENTS,
    TICKS,
    TOLD,
    amount_ticks,
    ends,
    guides,
    payer_of,
    quantile_table,
    when,
    whom,
)
from charts.uncertainty.words import cases, doubt_headline
from model.explaining.reasons import quantity_address
from model.explaining.simulated import simulated_address

CURVE: Final = (0.0, 0.002, *(at / HUNDRED for at in range(1, HUNDRED)), 0.998, 1.0)
"""The shares of the draws that points of the curve stand at."""


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
    held = [amount for of_year in found.values() for amount in of_year.values()]
    held += [point.y for curve in curves for point in curve.points]
    step = round_step(max(held) - min(held), TICKS)
    low, high = to_step(min(held) - step / 2, step), to_step(max(held) + step / 2, step)
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
        y_ticks=amount_ticks(doubt, low, high),
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
    low, high = ends(doubt, [amounts[0], amounts[-1]], doubt.step)
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
        guides=guides(doubt, low, high),
        x_range=(low, high),
        y_range=(0.0, 1.0),
        x_ticks=amount_ticks(doubt, low, high),
        y_ticks=tuple((share, texts.percent(share, 0)) for share in PERCENTS),
        x_title=texts("payers.mnok"),
    )


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
