"""The way of the money in pictures: what is held, what other rules save or move, and what is paid and used."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from charts.money.settled_words import difference_sentence, held_sentence, note, paid_sentence
from charts.money.sums import BORNE, OURS, PARTS, STATE, THEIRS, difference_parts, in_all
from charts.payers.columns import column, on_one_scale, stack
from charts.payers.paid import MNOK
from charts.records.figure import Segment, Table
from charts.records.stack import Stack
from charts.words.addresses import EACH_YEAR, more, over_years
from charts.words.context import SAME, Context
from model.baseline.axes import Array
from model.explaining.settled import HELD, less_than_theirs, more_than_theirs, settled_address

LARGE: Final = 1000  # MNOK

HOLDINGS, DIFFERENCES, PAYMENTS = "settled_held", "settled_difference", "settled_flows"
"""The pictures by their ids."""

LOWERING: Final = {"shortfall": "less_shortfall", "returned": "less_returned", STATE: "less_state"}
"""Part of a payment that lowers it → its calculation, with its sign."""

BORNE_BY_OTHERS: Final = ("index_supplement", STATE)
"""What counts with the opposite sign in a difference."""

TONES: Final = {
    "to_return": "decrease",
    "kept": "hue5",
    "spent": "total_soft",
    "unspent": "total",
    "shortfall": "increase",
    "returned": "decrease",
    "held": "total",
    "index_supplement": "hue2",
    STATE: "hue1",
}
"""What a part is drawn in: one colour has one meaning in all the pictures of money."""


def settled_figures(context: Context) -> tuple[Stack, ...]:
    """What is held, and what that is against the published rules, on one scale; then what is paid and used."""
    held, difference = on_one_scale((held_figure(context), difference_figure(context)))
    return held, difference, flows_figure(context)


def held_figure(context: Context) -> Stack:
    """What Norsk helsenett holds at the end of each year: what the rules will return, and what is kept."""
    settled = context.answer.settled
    parts = {"to_return": settled.to_return, "kept": settled.kept}
    ours, theirs = (_by_year(list(parts.values()), whose) for whose in (OURS, THEIRS))
    figure = _figure(HOLDINGS, ours, theirs, tuple(parts), settled.held_years, held_sentence(context), context)
    return _beside_each_other(figure, ours, context.texts.amount)


def flows_figure(context: Context) -> Stack:
    """What each year's payment is made of: used and left over, less what is short, returned and paid by the state."""
    settled = context.answer.settled
    parts = {
        "spent": settled.spent,
        "unspent": settled.unspent,
        "shortfall": -settled.shortfall,
        "returned": -settled.returned,
        STATE: -settled.state,
    }
    some = {name: amounts for name, amounts in parts.items() if name != STATE or amounts.any()}
    ours, theirs = (_by_year(list(some.values()), whose) for whose in (OURS, THEIRS))
    figure = _figure(PAYMENTS, ours, theirs, tuple(some), settled.years, paid_sentence(context), context)
    return replace(figure, across=True)


def difference_figure(context: Context) -> Stack:
    """What has been paid more or less than by the published rules: what of it is saved, and what is moved in time."""
    settled, texts = context.answer.settled, context.texts
    ours = difference_parts(settled)
    some = [at for at in range(len(PARTS)) if at < BORNE or np.abs(ours[:, at]).max() >= SAME]
    parts, sentence = tuple(PARTS[at] for at in some), difference_sentence(context)
    figure = _figure(DIFFERENCES, ours[:, some], None, parts, settled.years, sentence, context)
    what, _, when = figure.title
    return _beside_each_other(replace(figure, title=(what, context.difference_row, when)), ours, texts.change)


def _beside_each_other(figure: Stack, amounts: Array, written: Callable[[float, int], str]) -> Stack:
    """The figure, its sums over the columns without a decimal where one has four digits: they would not have room."""
    totals = amounts.sum(axis=1)
    decimals = 0 if np.abs(totals).max() >= LARGE else 1
    texts = [written(total, decimals) for total in totals.tolist()]
    columns = tuple(replace(each, text=text) for each, text in zip(figure.columns, texts, strict=True))
    return replace(figure, columns=columns, decimals=decimals)


def _by_year(parts: Sequence[Array], whose: int) -> Array:
    """(year, part)."""
    return np.stack([in_all(part, whose) for part in parts], axis=1)


def _figure(
    name: str,
    ours: Array,
    theirs: Array | None,
    parts: tuple[str, ...],
    years: tuple[int, ...],
    sentence: str,
    context: Context,
) -> Stack:
    """A column for each year; that of the published rules beside it where the two differ."""
    texts, names = context.texts, [context.texts(f"money.{part}") for part in parts]
    beside = theirs if theirs is not None and np.abs(ours - theirs).max() >= SAME else None
    opens = {year: opened(name, parts, year, years[0]) for year in years}
    columns = [
        column(
            (str(year), ""),
            amounts,
            None if beside is None else beside[at].tolist(),
            names,
            context,
            MNOK,
            opens=opens[year],
        )
        for at, (year, amounts) in enumerate(zip(years, ours.tolist(), strict=True))
    ]
    columns = [replace(each, reference=tuple(map(_alike, each.reference))) for each in columns]
    when = f"{years[0]}–{years[-1]} · {context.nominal_prices}"
    title = (texts(f"money.{name}", first=years[0]), texts("solution.all"), when)
    words, table = (sentence, note(name, context)), _table(ours, beside, names, opens, context)
    figure = stack(name, title, words, table, beside is not None, names, columns, context)
    return replace(figure, series=tuple((texts(f"money.{part}"), TONES[part]) for part in parts))


def opened(figure: str, parts: Sequence[str], year: int, first: int) -> tuple[str, ...]:
    """The addresses of a year's parts and, last, of their sum: of what is held, of what is paid, or of a difference."""
    if figure == DIFFERENCES:
        return (
            *(_more(part, year, first) for part in parts),
            _over(first, year, more_than_theirs("payment", EACH_YEAR)),
        )
    names = (LOWERING.get(part, part) for part in parts)
    whole = HELD if figure == HOLDINGS else "payment"
    return (*(settled_address(name, year) for name in names), settled_address(whole, year))


def _more(part: str, year: int, first: int) -> str:
    """What of the difference has been used or borne until a year's end, or is held at it."""
    if part == HELD:
        return more_than_theirs(HELD, year)
    if part in BORNE_BY_OTHERS:
        return _over(first, year, less_than_theirs(part, EACH_YEAR))
    return _over(first, year, more_than_theirs(part, EACH_YEAR))


def _over(first: int, year: int, each: str) -> str:
    return over_years((first, year), each)


def _alike(part: Segment) -> Segment:
    """The published rules' part: as much of the money is spent by them, which the reference of a page does not."""
    return replace(part, opens=part.opens.replace("reference/", "spent_alike/", 1))


def _table(
    ours: Array, theirs: Array | None, names: Sequence[str], opens: Mapping[int, tuple[str, ...]], context: Context
) -> Table:
    """Parts down, years across, their sum, and the difference where there is one; each cell opens its calculation."""
    texts = context.texts
    rows = [(name, *map(texts.amount, part)) for name, part in zip(names, ours.T.tolist(), strict=True)]
    rows.append((texts("solution.sum"), *map(texts.amount, ours.sum(axis=1).tolist())))
    across = [("", *row) for row in zip(*opens.values(), strict=True)]
    if theirs is not None:
        rows.append((context.difference_row, *map(texts.change, (ours - theirs).sum(axis=1).tolist())))
        across.append(("", *(more(each, f"spent_alike/{each}") for each in across[-1][1:])))
    return Table(("", *map(str, opens)), tuple(rows), opens=tuple(across))
