"""A municipality beside those nearest to it, in size, in its county and in what they pay: kroner per inhabitant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import numpy as np

from charts.payers.paid import Own, year_head
from charts.records.bars import BarRow, Bars, BarSpan
from charts.records.figure import Span, Table
from charts.scale import fine_axis
from charts.words.context import Context
from model.baseline.axes import MUNICIPALITIES, NOK_PER_MNOK, Array
from model.explaining.asked import address
from model.explaining.payments import PER_INHABITANT
from model.payers import Municipality, Payments, municipalities, payments

EACH: Final = 3
"""How many stand beside it for each likeness."""
OURS, OTHERS = "total", "total_soft"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A municipality, in what it is near (``us``, ``size``, ``county`` or ``paid``), and kroner per inhabitant."""

    municipality: Municipality
    near: str
    each: float


def neighbours(own: Own, context: Context) -> tuple[Neighbour, ...]:
    """The municipality and its neighbours in the year, none twice: in size, in its county, in what it pays in all.

    Within each likeness the one that pays most per inhabitant stands first.
    """
    answer, known = context.answer, list(municipalities().values())
    at = answer.result.years.index(context.year)
    paid = _nok(payments(*answer.charged), at)
    us = next(place for place, each in enumerate(known) if each.number == own.paid.payer.id)
    size = np.array([float(municipality.population) for municipality in known])
    is_near = np.array([municipality.county == known[us].county for municipality in known])
    each, chosen = paid / size, {us: "us"}
    for near, distance in (
        ("size", np.abs(np.log(size / size[us]))),
        ("county", np.where(is_near, np.abs(np.log(size / size[us])), np.inf)),
        ("paid", np.abs(paid - paid[us])),
    ):
        order = (place for place in np.argsort(distance, kind="stable").tolist() if np.isfinite(distance[place]))
        free = [place for place in order if place not in chosen]
        chosen |= dict.fromkeys(sorted(free[:EACH], key=lambda place: -each[place]), near)
    return tuple(Neighbour(known[place], near, float(each[place])) for place, near in chosen.items())


def neighbours_figure(own: Own, context: Context) -> Bars:
    """What each would pay per inhabitant in the year, as bars that stand beside the other charts."""
    texts, near = context.texts, neighbours(own, context)
    approximate = (texts("payers.approximate"),) if own.approximate else ()
    highest = max(near, key=lambda each: each.each)
    return Bars(
        name="payer_neighbours",
        title=(
            texts("payers.near_title"),
            own.paid.payer.name,
            " · ".join((year_head(context.year, context), context.prices, *approximate)),
        ),
        alt=texts(
            "payers.near_alt",
            name=own.paid.payer.name,
            year=context.year,
            each=texts.amount(near[0].each, 2),
            highest=highest.municipality.label,
            most=texts.amount(highest.each, 2),
        ),
        note=texts("payers.near_note"),
        table=Table(
            ("", texts("payers.near_in"), texts("payers.column_population"), texts("payers.per_inhabitant")),
            tuple(_cells(near, context)),
            unit="nok",
            column_units=("", "", "persons", ""),
            opens=tuple(("", "", "", _opens(each, context)) for each in near),
        ),
        moved=False,
        context=context,
        payer=own.paid.payer.id,
        rows=tuple(_rows(near, context)),
        scale=fine_axis((0.0, *(each.each for each in near))),
        origin=0.0,
        is_wide=False,
    )


def _rows(near: Sequence[Neighbour], context: Context) -> Iterator[BarRow]:
    """We, and under what they are near in the others."""
    for which, alike in groupby(near, key=lambda each: each.near):
        if which != "us":
            yield BarRow("", (), context.texts(f"payers.near_{which}"))
        yield from (_row(each, context) for each in alike)


def _row(each: Neighbour, context: Context) -> BarRow:
    texts, name, opens = context.texts, each.municipality.label, _opens(each, context)
    amount, said = texts("payers.nok_amount", amount=texts.amount(each.each, 2)), texts(f"payers.near_{each.near}")
    hover = f"{name} · {said}: {amount}"
    bar = BarSpan(Span(0.0, each.each), OURS if each.near == "us" else OTHERS, amount, hover, opens)
    return BarRow(name, (bar,), opens=opens, hover=hover)


def _cells(near: Sequence[Neighbour], context: Context) -> Iterator[tuple[str, ...]]:
    texts = context.texts
    for each in near:
        population = texts.amount(each.municipality.population, 0)
        said = texts(f"payers.near_{each.near}")
        yield each.municipality.label, said, population, texts.amount(each.each, 2)


def _opens(each: Neighbour, context: Context) -> str:
    return address(PER_INHABITANT, context.year, each.municipality.number)


def _nok(paid: Payments, at: int) -> Array:
    """(municipality,): what each pays in the year at that place, kroner."""
    amounts: Array = paid.members[MUNICIPALITIES][at, :, 0] * NOK_PER_MNOK
    return amounts
