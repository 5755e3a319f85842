"""Stacks of payments: one column, and the figure around the columns."""

from collections.abc import Sequence
from dataclasses import replace

from charts.payers.paid import Unit
from charts.records.figure import Segment, Table
from charts.records.stack import Column, Stack
from charts.scale import fine_axis
from charts.segments import segments, series_tone
from charts.words import addresses
from charts.words.context import Context

Series = tuple[tuple[str, str], ...]


def series(names: Sequence[str]) -> Series:
    """The series of a stack: names with their tones, which follow the order of the names."""
    return tuple((name, series_tone(place)) for place, name in enumerate(names))


def column(
    label: tuple[str, str],
    amounts: Sequence[float],
    reference: Sequence[float] | None,
    names: Sequence[str],
    context: Context,
    unit: Unit,
    fact: bool = False,
    opens: Sequence[str] = (),
) -> Column:
    """A column of amounts, MNOK, shown in ``unit``; those of ``reference`` stand beside it where they are given.

    label: the name under the column, and what stands below that. fact: set by law, drawn solid. opens: the addresses of
    the amounts' calculations and, last, of their sum's, where they have them.
    """

    def parts(mnok: Sequence[float], whose: str, where: Sequence[str]) -> tuple[Segment, ...]:
        in_unit = [amount * unit.factor for amount in mnok]
        return segments(in_unit, whose, tuple(names), context, unit.decimals, where)

    rising = [amount for amount in amounts if amount > 0]
    top = sum(rising or amounts) * unit.factor
    each, whole = opens[: len(amounts)], "".join(opens[len(amounts) :])
    return Column(
        label=label[0],
        sublabel=label[1],
        top=top,
        text=unit.amount(sum(amounts), context.texts),
        fact=fact,
        segments=parts(amounts, label[0], each),
        reference=()
        if reference is None
        else parts(reference, f"{label[0]}, {context.reference}", [*map(addresses.reference, each)]),
        opens=whole,
    )


def on_one_scale(figures: Sequence[Stack]) -> tuple[Stack, ...]:
    """The same figures with one axis that holds them all, and one foot: side by side an amount has one length."""
    scale = fine_axis(end for figure in figures for end in figure.scale)
    under = max(figure.lines_under for figure in figures)
    return tuple(replace(figure, scale=scale, under=under) for figure in figures)


def in_rows(figures: Sequence[Stack], across: int = 2) -> tuple[Stack, ...]:
    """The same where ``across`` stand beside each other: a row is no higher than its columns, on the scale of all."""
    alike = on_one_scale(figures)
    low, high = alike[0].scale
    found: list[Stack] = []
    for place in range(0, len(alike), across):
        ends = fine_axis(end for figure in figures[place : place + across] for end in figure.scale)
        share = (ends[1] - ends[0]) / (high - low)
        found += (replace(figure, share=share) for figure in alike[place : place + across])
    return tuple(found)


def stack(
    name: str,
    title: tuple[str, str, str],
    words: tuple[str, str],
    table: Table,
    moved: bool,
    names: Sequence[str],
    columns: Sequence[Column],
    context: Context,
) -> Stack:
    """The figure; ``words`` are its text alternative and its note."""
    ends = [
        end
        for column in columns
        for part in (*column.segments, *column.reference)
        for end in (part.span.start, part.span.end)
    ]
    return Stack(
        name=name,
        title=title,
        alt=words[0],
        note=words[1],
        table=table,
        moved=moved,
        context=context,
        series=series(names),
        columns=tuple(columns),
        scale=fine_axis(ends),
        named=False,
    )
