"""The four-year plan: cost level or financing need by solution and year."""

import numpy as np

from charts.records import Column, Stack, Table
from charts.scale import axis
from charts.segments import segments
from charts.words.context import SAME, Context
from model import SOLUTIONS, Result, published

# Tabell 15 prints the two parts of Helsenettet as one row.
SERIES: tuple[tuple[str, ...], ...] = (*((s,) for s in SOLUTIONS[:5]), SOLUTIONS[5:])
SERIES_NAMES = (*SOLUTIONS[:5], "helsenettet")
BASES = {"cost_level": "Tabell 1", "financing_need": "Tabell 2"}
"""Where 2025 is printed: the cost level, and the payment by regulation."""


def plan(context: Context, quantity: str = "cost_level") -> Stack:
    """The plan of the scenario against the reference, all years of the result, 2025 as printed first.

    ``quantity``: ``cost_level``, with the financing need as marker, or ``financing_need``.
    """
    result, reference = context.answer.result, context.answer.reference
    texts, name = context.texts, "plan" if quantity == "cost_level" else "need"
    amounts, reference_amounts = _by_series(result, quantity), _by_series(reference, quantity)
    moved = bool(np.abs(amounts - reference_amounts).max() >= SAME or _need_moved(result, reference))
    names = tuple(texts(f"solution.{series}") for series in SERIES_NAMES)
    columns = [_base_column(quantity, names, context)]
    for at, year in enumerate(result.years):
        reference_of_year = reference_amounts[at] if moved else None
        columns.append(_column(quantity, year, amounts[at], reference_of_year, names, context))
    first, last = result.years[0], result.years[-1]
    when = f"{BASES[quantity]} 2025, {first}–{last}"
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
        note=texts(f"plan.note_{quantity}", lapsed=texts.amount(float(result.amounts()["returned"][0, :, 0].sum()))),
        table=_table(result.years, amounts, reference_amounts if moved else None, names, quantity, context),
        moved=moved,
        context=context,
        series=tuple((series, f"series{at}") for at, series in enumerate(names)),
        columns=tuple(columns),
        scale=axis(end for c in columns for s in (*c.segments, *c.reference) for end in (s.span.start, s.span.end)),
        named=True,
    )


def _need_moved(result: Result, reference: Result) -> bool:
    return bool(np.abs(result.financing_need - reference.financing_need).max() >= SAME)


def _by_series(result: Result, quantity: str) -> np.ndarray:
    """(year, series) amounts of the first scenario, MNOK, Helsenettet's two parts added."""
    amount = getattr(result, quantity)[:, :, 0]
    return np.concatenate([amount[:, :5], amount[:, 5:].sum(axis=1, keepdims=True)], axis=1)


def _base_column(quantity: str, names: tuple[str, ...], context: Context) -> Column:
    """2025 as printed: the base of the printed change 2025 → 2026."""
    printed, table = published().figure, BASES[quantity]
    amounts = [sum(printed(table, s, "2025") for s in solutions) for solutions in SERIES]
    total = sum(amounts)
    label = f"2025 ({table})"
    return Column("2025", "", total, context.texts.amount(total), True, segments(amounts, label, names, context))


def _column(
    quantity: str,
    year: int,
    amounts: np.ndarray,
    reference: np.ndarray | None,
    names: tuple[str, ...],
    context: Context,
) -> Column:
    """One year: the scenario's parts, the reference's beside them where the two differ."""
    texts, total, result = context.texts, float(amounts.sum()), context.answer.result
    star = context.star(year)
    reference_parts = (
        () if reference is None else segments(reference.tolist(), f"{year}, {context.reference}", names, context)
    )
    parts = segments(amounts.tolist(), str(year), names, context)
    if quantity == "financing_need":
        return Column(str(year), "", total, texts.amount(total) + star, False, parts, reference_parts)
    need = float(result.financing_need[result.years.index(year), :, 0].sum())
    shown = texts.amount(need) + star
    hover = f"{texts('plan.marker')} {year}: {shown}"
    return Column(str(year), shown, total, texts.amount(total), False, parts, reference_parts, need, not star, hover)


def _table(
    years: tuple[int, ...],
    amounts: np.ndarray,
    reference: np.ndarray | None,
    names: tuple[str, ...],
    quantity: str,
    context: Context,
) -> Table:
    """Solutions down, years across, 2025 as printed first; sum, and the difference where there is one."""
    texts, printed, table = context.texts, published().figure, BASES[quantity]
    base = [sum(printed(table, s, "2025") for s in solutions) for solutions in SERIES]
    rows = [
        (name, texts.amount(base[i]), *(texts.amount(float(v)) for v in amounts[:, i])) for i, name in enumerate(names)
    ]
    totals = amounts.sum(axis=1)
    rows.append((texts("solution.sum"), texts.amount(sum(base)), *(texts.amount(float(v)) for v in totals)))
    if reference is not None:
        differences = (amounts - reference).sum(axis=1)
        rows.append((context.difference_row, "", *(texts.change(float(v)) for v in differences)))
    marks = ["" if quantity == "cost_level" else context.star(year) for year in years]
    header = ("", f"2025 ({table})", *(f"{year}{mark}" for year, mark in zip(years, marks, strict=True)))
    return Table(header=header, rows=tuple(rows))
