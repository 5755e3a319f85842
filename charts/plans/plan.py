"""The four-year plan: cost level or financing need by solution and year."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from charts.bridges.bridge import CHARGED
from charts.records.figure import Table
from charts.records.stack import Column, Stack
from charts.scale import axis
from charts.segments import segments, series_tone
from charts.words import addresses
from charts.words.context import SAME, Context
from charts.words.from_law import law_note
from charts.words.names import paid_name
from charts.words.need_range import is_open, need_in_words, open_return, open_years, range_note
from model import Baseline, Result
from model.answers.quantities import by_solution
from model.baseline.axes import Array
from model.baseline.printed import HISTORY_COST, HISTORY_PAYMENT
from texts import Texts

HISTORY: Final = {"cost_level": HISTORY_COST, "financing_need": HISTORY_PAYMENT}
"""Where the base year is printed: the cost level, and the payment by regulation."""


def plan_series(baseline: Baseline) -> Mapping[str, tuple[str, ...]]:
    """The series of a plan: name → its solutions; those that the regulation has as one are one, as Helsenettet."""
    return baseline.law_solutions


def series_names(baseline: Baseline, texts: Texts) -> tuple[str, ...]:
    """What the series of a plan are called, in order."""
    return tuple(paid_name(series, baseline, texts) for series in plan_series(baseline))


def by_series(amounts: Array, baseline: Baseline) -> Array:
    """(…, series): amounts, (…, solution), added within each series of a plan."""
    places = [[baseline.at(solution) for solution in solutions] for solutions in plan_series(baseline).values()]
    added: Array = np.stack([amounts[..., at].sum(axis=-1) for at in places], axis=-1)
    return added


def base_year_amounts(quantity: str, baseline: Baseline) -> list[float] | None:
    """The base year as printed, MNOK, of each series; None where the baseline does not print all of it."""
    printed = [
        [baseline.figure(HISTORY[quantity], solution, str(baseline.base_year)) for solution in solutions]
        for solutions in plan_series(baseline).values()
    ]
    found = [[amount for amount in of_series if amount is not None] for of_series in printed]
    return None if list(map(len, found)) != list(map(len, printed)) else [sum(of_series) for of_series in found]


def plan(context: Context, quantity: str = "cost_level") -> Stack:
    """The plan of the scenario against the reference, all years of the result, the base year as printed first.

    ``quantity``: ``cost_level``, with the financing need as marker, or ``financing_need``.
    """
    result, reference = context.answer.charged[0], context.answer.reference_charged[0]
    texts, name = context.texts, "plan" if quantity == "cost_level" else "need"
    amounts, reference_amounts = (by_series(by_solution(quantity, r)[..., 0], r.baseline) for r in (result, reference))
    moved = bool(np.abs(amounts - reference_amounts).max() >= SAME or _need_moved(result, reference))
    names, base = series_names(context.baseline, texts), base_year_amounts(quantity, context.baseline)
    columns = [] if base is None else [_base_column(base, quantity, names, context)]
    for at, year in enumerate(result.years):
        reference_of_year = reference_amounts[at] if moved else None
        columns.append(_column(quantity, year, amounts[at], reference_of_year, names, context))
    first, last = result.years[0], result.years[-1]
    when = f"{first}–{last}" if base is None else f"{_base_name(quantity, context)}, {first}–{last}"
    return Stack(
        name=name,
        title=(
            texts(f"plan.title_{quantity}"),
            texts("solution.all"),
            f"{when} · {context.prices}",
        ),
        alt=texts(
            f"plan.alt_{quantity}",
            first=first,
            last=last,
            amount_first=texts.amount(amounts[0].sum()),
            amount_last=texts.amount(amounts[-1].sum()),
        ),
        note=_note(quantity, base is not None, context),
        table=_table(result.years, amounts, reference_amounts if moved else None, base, quantity, context),
        moved=moved,
        context=context,
        series=tuple((series, series_tone(at)) for at, series in enumerate(names)),
        columns=tuple(columns),
        scale=axis(end for c in columns for s in (*c.segments, *c.reference) for end in (s.span.start, s.span.end)),
        named=True,
    )


def _ranges(quantity: str, context: Context) -> tuple[int, ...]:
    """The years in which the quantity is a range."""
    return open_years(context) if quantity == "financing_need" else ()


def _need_moved(result: Result, reference: Result) -> bool:
    return bool(np.abs(result.financing_need - reference.financing_need).max() >= SAME)


def _note(quantity: str, has_base: bool, context: Context) -> str:
    """What is computed; for payments also what the base year is and what falls away after the first."""
    texts, baseline = context.texts, context.baseline
    first_year, second_year = baseline.plan_years[:2]
    note = texts(f"plan.note_{quantity}", first_year=first_year)
    if context.law_payment is not None:
        note = f"{law_note(context.law_payment, texts, 'plan')} {note}"
    if quantity == "cost_level":
        ranges = [range_note("need_range.plan", year, context) for year in open_years(context)]
        return " ".join((note, *ranges))
    ranges = [range_note("need_range.note", year, context) for year in open_years(context)]
    base = [texts("plan.note_base", base_year=baseline.base_year)] if has_base else []
    lapsed = texts.amount(float(context.answer.result.amounts()["returned"][0, :, 0].sum()))
    lapse = texts("plan.note_lapsed", second_year=second_year, lapsed=lapsed)
    return " ".join((*ranges, note, *base, lapse))


def _base_name(quantity: str, context: Context) -> str:
    """«Tabell 1 2025»: where the base year is printed."""
    return f"{context.baseline.table_name(HISTORY[quantity])} {context.baseline.base_year}"


def _base_label(quantity: str, context: Context) -> str:
    """«2025 (Tabell 1)»: the base year, and where it is printed."""
    return f"{context.baseline.base_year} ({context.baseline.table_name(HISTORY[quantity])})"


def _base_column(amounts: list[float], quantity: str, names: tuple[str, ...], context: Context) -> Column:
    """The base year as printed: what the printed change into the first year starts from."""
    total = sum(amounts)
    opens = [addresses.base_year(quantity, series) for series in plan_series(context.baseline)]
    parts = segments(amounts, _base_label(quantity, context), names, context, opens=opens)
    text, whole = context.texts.amount(total), addresses.base_year(quantity)
    return Column(str(context.baseline.base_year), "", total, text, True, parts, opens=whole)


def _column(
    quantity: str,
    year: int,
    amounts: Array,
    reference: Array | None,
    names: tuple[str, ...],
    context: Context,
) -> Column:
    """One year: the scenario's parts, the reference's beside them where the two differ."""
    texts, total = context.texts, float(amounts.sum())
    star, whole = context.star(year), addresses.of(_opened(quantity), year)
    opens = [addresses.of(_opened(quantity), year, series) for series in plan_series(context.baseline)]
    of_reference = [*map(addresses.reference, opens)]
    reference_parts = (
        ()
        if reference is None
        else segments(reference.tolist(), f"{year}, {context.reference}", names, context, opens=of_reference)
    )
    parts = segments(amounts.tolist(), str(year), names, context, opens=opens)
    if quantity == "financing_need":
        shown, low, hover = _lower(total, year, context)
        text = texts.amount(total) + star
        drawn = Column(str(year), shown, total, text, False, parts, reference_parts, low, False, hover, year)
        return replace(drawn, opens=whole, marker_opens="" if low is None else addresses.lower_end(year))
    need, level = context.answer.charged[0].need(year), texts.amount(total)
    shown = need_in_words(need, year, context).replace("–", "–\n") + star
    hover = f"{texts('plan.marker')} {year}: {need_in_words(need, year, context)}{star}"
    drawn = Column(str(year), shown, total, level, False, parts, reference_parts, need, not star, hover, year)
    return replace(drawn, opens=whole, marker_opens=addresses.of(CHARGED, year))


def _opened(quantity: str) -> str:
    """What an address calls the quantity: the need is the one that is paid."""
    return CHARGED if quantity == "financing_need" else quantity


def _lower(need: float, year: int, context: Context) -> tuple[str, float | None, str]:
    """Where the need is a range: its ends under the year, and where its lower one is marked, with what that is."""
    if not is_open(context, year):
        return "", None, ""
    low = need - open_return(context, year)
    hover = range_note("need_range.hover", year, context, need=context.texts.amount(low))
    return need_in_words(need, year, context).replace("–", "–\n") + context.star(year), low, hover


def _table(
    years: tuple[int, ...],
    amounts: Array,
    reference: Array | None,
    base: list[float] | None,
    quantity: str,
    context: Context,
) -> Table:
    """Solutions down, years across, the base year as printed first; sum, and the difference where there is one."""
    texts, printed = context.texts, [] if base is None else [[*base, sum(base)]]
    columns = [*printed, *([*of_year, sum(of_year)] for of_year in amounts.tolist())]
    names = (*series_names(context.baseline, texts), texts("solution.sum"))
    rows = [(name, *map(texts.amount, across)) for name, *across in zip(names, *columns, strict=True)]
    opens = _addresses(years, quantity, bool(printed), context)
    if reference is not None:
        differences = (amounts - reference).sum(axis=1).tolist()
        rows.append((context.difference_row, *[""] * len(printed), *map(texts.change, differences)))
        opens.append(("", *[""] * len(printed), *map(addresses.difference, opens[-1][1 + len(printed) :])))
    rows += [_lower_row(each, len(printed), years, amounts, context) for each in _ranges(quantity, context)]
    for each in _ranges(quantity, context):
        lower = (addresses.lower_end(year) if year == each else "" for year in years)
        opens.append(("", *[""] * len(printed), *lower))
    marks = ["" if quantity == "cost_level" else context.star(year) for year in years]
    before = [] if base is None else [_base_label(quantity, context)]
    header = ("", *before, *(f"{year}{mark}" for year, mark in zip(years, marks, strict=True)))
    return Table(header=header, rows=tuple(rows), opens=tuple(opens))


def _addresses(years: tuple[int, ...], quantity: str, has_base: bool, context: Context) -> list[tuple[str, ...]]:
    """The address of each amount: a row for each series and one for their sum."""
    return [
        (
            "",
            *([addresses.base_year(quantity, series)] if has_base else []),
            *(addresses.of(_opened(quantity), year, series) for year in years),
        )
        for series in (*plan_series(context.baseline), addresses.SUM)
    ]


def _lower_row(year: int, before: int, years: tuple[int, ...], amounts: Array, context: Context) -> tuple[str, ...]:
    """The lower end of a year's range, under the sums: the need where the base year's unspent money comes back."""
    need = float(amounts[years.index(year)].sum()) - open_return(context, year)
    cells = [context.texts.amount(need) if each == year else "" for each in years]
    return range_note("need_range.row", year, context), *[""] * before, *cells
