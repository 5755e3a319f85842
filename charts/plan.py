"""The four-year plan: cost level by solution and year, the financing need as a marker."""

import numpy as np

from charts.context import SAME, Context
from charts.records import Column, Segment, Span, Stack, Table
from model import SOLUTIONS, Result, published

# Tabell 15 prints the two parts of Helsenettet as one row.
SERIES: tuple[tuple[str, ...], ...] = (*((s,) for s in SOLUTIONS[:5]), SOLUTIONS[5:])
SERIES_NAMES = (*SOLUTIONS[:5], "helsenettet")


def plan(result: Result, reference: Result, context: Context) -> Stack:
    """The plan of one scenario against the reference, all years of the result, 2025 (Tabell 1) first."""
    texts = context.texts
    levels, expected = _by_series(result), _by_series(reference)
    needs = result.financing_need[:, :, 0].sum(axis=1)
    expected_needs = reference.financing_need[:, :, 0].sum(axis=1)
    moved = bool(max(np.abs(levels - expected).max(), np.abs(needs - expected_needs).max()) >= SAME)
    names = tuple(texts(f"solution.{name}") for name in SERIES_NAMES)
    columns = [_base_column(names, context)]
    for at, year in enumerate(result.years):
        compared = expected[at] if moved else None
        columns.append(_column(year, levels[at], compared, float(needs[at]), names, context))
    first, last = result.years[0], result.years[-1]
    return Stack(
        name="plan",
        title=(
            texts("plan.title"),
            texts("figure.subtitle", whom=texts("solution.all"), when=f"{first}–{last}", prices=context.prices),
        ),
        alt=texts(
            "plan.alt",
            first=first,
            last=last,
            cost_first=texts.amount(levels[0].sum()),
            cost_last=texts.amount(levels[-1].sum()),
            need_first=texts.amount(needs[0]),
            need_last=texts.amount(needs[-1]),
        ),
        note=texts("plan.note"),
        table=_table(result, (levels, needs), (expected, expected_needs) if moved else None, names, context),
        moved=moved,
        series=names,
        columns=tuple(columns),
        marker=texts("plan.marker"),
    )


def _by_series(result: Result) -> np.ndarray:
    """(year, series) cost level of the first scenario, MNOK, Helsenettet's two parts added."""
    level = result.cost_level[:, :, 0]
    return np.concatenate([level[:, :5], level[:, 5:].sum(axis=1, keepdims=True)], axis=1)


def _segments(amounts: np.ndarray, label: str, names: tuple[str, ...], context: Context) -> tuple[Segment, ...]:
    """The parts of one column, stacked in the order of the series."""
    ends = np.cumsum(amounts)
    return tuple(
        Segment(
            series=i,
            span=Span(float(ends[i] - amounts[i]), float(ends[i])),
            hover=f"{name} {label}: {context.texts.amount(float(amounts[i]))}",
        )
        for i, name in enumerate(names)
    )


def _base_column(names: tuple[str, ...], context: Context) -> Column:
    """2025 as Tabell 1 prints it: the base of the printed change 2025 → 2026."""
    printed = published().figure
    amounts = np.array([sum(printed("Tabell 1", s, "2025") for s in solutions) for solutions in SERIES])
    total = float(amounts.sum())
    return Column(
        label="2025",
        sublabel="",
        total=total,
        text=context.texts.amount(total),
        marker=None,
        published=True,
        segments=_segments(amounts, "2025", names, context),
        reference=(),
    )


def _column(
    year: int, levels: np.ndarray, compared: np.ndarray | None, need: float, names: tuple[str, ...], context: Context
) -> Column:
    """One year: the scenario's parts, the reference's beside them where the two differ."""
    total = float(levels.sum())
    reference = () if compared is None else _segments(compared, f"{year}, {context.reference}", names, context)
    star = "" if year == 2026 else "*"
    return Column(
        label=str(year),
        sublabel=context.texts.amount(need) + star,
        total=total,
        text=context.texts.amount(total),
        marker=need,
        published=year == 2026,
        segments=_segments(levels, str(year), names, context),
        reference=reference,
    )


def _table(
    result: Result,
    scenario: tuple[np.ndarray, np.ndarray],
    reference: tuple[np.ndarray, np.ndarray] | None,
    names: tuple[str, ...],
    context: Context,
) -> Table:
    """Solutions down, years across; sum, financing need, and the differences where there are any."""
    texts = context.texts
    levels, needs = scenario

    def row(label: str, values: np.ndarray, number: str = "amount") -> tuple[str, ...]:
        return (label, *(getattr(texts, number)(float(v)) for v in values))

    rows = [row(name, levels[:, i]) for i, name in enumerate(names)]
    rows.append(row(texts("plan.cost_level"), levels.sum(axis=1)))
    rows.append(row(texts("plan.marker"), needs))
    if reference is not None:
        rows.append(row(texts("plan.cost_difference"), (levels - reference[0]).sum(axis=1), "change"))
        rows.append(row(texts("plan.need_difference"), needs - reference[1], "change"))
    return Table(header=("", *map(str, result.years)), rows=tuple(rows))
