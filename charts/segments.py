"""Parts of a column: growth above zero, reductions below."""

from collections.abc import Sequence
from typing import Final

from charts.records.figure import Segment, Span
from charts.words.context import Context

SERIES_TONES: Final = 6
"""How many colours there are for the series of a stack."""

DRIVER_TONES: Final = 7
"""How many there are for what drives a difference."""


def series_tone(place: int) -> str:
    """The colour's name of a series by its place; where there are more series than colours they begin again."""
    return f"series{place % SERIES_TONES}"


def segments(
    amounts: list[float],
    label: str,
    names: tuple[str, ...],
    context: Context,
    decimals: int = 1,
    opens: Sequence[str] = (),
) -> tuple[Segment, ...]:
    """One part per series, stacked in the order of the series; negative parts hang below zero.

    amounts: MNOK; a figure of one small payer may be in kroner, with other ``decimals``. opens: the address of each
    part's calculation, where they have one.
    """
    parts, above, below = [], 0.0, 0.0
    for series, (name, amount) in enumerate(zip(names, amounts, strict=True)):
        start = above if amount >= 0 else below
        above, below = (above + amount, below) if amount >= 0 else (above, below + amount)
        hover = f"{name} {label}: {context.texts.amount(amount, decimals)}"
        parts.append(Segment(series, Span(start, start + amount), hover, opens[series] if opens else ""))
    return tuple(parts)
