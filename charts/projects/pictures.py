"""Projects in pictures: payments until the last instalment, the plan with and without, and large against small."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from charts.payers.columns import column, on_one_scale, stack
from charts.payers.paid import MNOK
from charts.projects.sums import Sums
from charts.projects.words import payments_sentence, sizes_sentence, with_sentence
from charts.records.figure import Table
from charts.records.stack import Column, Stack
from charts.words import addresses
from charts.words.context import Context
from model.baseline.axes import Array
from model.explaining.other_answers import AS_SIZE
from model.explaining.payments import CHARGED
from model.explaining.projects import (
    ALL,
    EVERYBODY,
    INVESTMENT,
    OPERATION,
    SECTOR,
    WITH_NEED,
    project_address,
)
from model.investment import STATE, invest
from model.scenario.project_fields import EQUITY, LARGE, SMALL

PAYMENTS, PLAN = "project_payments", "project_plan"
LARGE_PAID, SMALL_PAID, EQUITY_PAID = "project_large", "project_small", "project_equity"
"""The pictures by their ids."""

OPENED: Final = {
    "sector_investment": (INVESTMENT, SECTOR),
    "sector_operation": (OPERATION, SECTOR),
    "state_investment": (INVESTMENT, STATE),
    "state_operation": (OPERATION, STATE),
}
"""Part → what its calculation is of, and who pays it."""

PARTS: Final = ("sector_investment", "sector_operation", "state_investment", "state_operation")
MOST_LABELS, FEWER_LABELS = 12, 4
"""Columns that have room for their year and amount, across the page and where pictures stand beside each other."""

OWN_MONEY: Final = (EQUITY_PAID, "state_investment")
"""The picture and the part in which the money is Norsk helsenett's own."""

TONES: Final = {
    "sector_investment": "hue2",
    "sector_operation": "hue0",
    "state_investment": "hue1",
    "state_operation": "hue5",
    "need": "total_soft",
    "projects": "hue2",
}
"""What a part is drawn in: one colour has one meaning in all the pictures of projects."""


def project_figures(context: Context) -> tuple[Stack, ...]:
    """All pictures of the scenario's projects; none where it has none that costs anything."""
    sums = Sums.of(context.answer.burden)
    if not sums.years:
        return ()
    return payments_figure(sums, context), plan_figure(sums, context), *sizes_figures(context)


def payments_alone(context: Context) -> tuple[Stack, ...]:
    """The first picture; none where the scenario has no projects that cost anything."""
    sums = Sums.of(context.answer.burden)
    return (payments_figure(sums, context),) if sums.years else ()


def payments_figure(sums: Sums, context: Context) -> Stack:
    """A column for each year until the last payment: investment and operation, the sector's and the state's."""
    return _stack(PAYMENTS, sums, payments_sentence(sums, context), context)


def plan_figure(sums: Sums, context: Context) -> Stack:
    """The financing need of each plan year, and on it what the sector pays for projects."""
    texts, years = context.texts, context.answer.result.years
    need = context.answer.charged[0].financing_need[:, :, 0].sum(axis=1)
    paid = sums.within(years)
    parts, names = np.stack([need, paid], axis=1), [texts(f"projects.{name}") for name in ("need", "projects")]
    opens = [
        (addresses.of(CHARGED, year), project_address(ALL, year), project_address(WITH_NEED, year)) for year in years
    ]
    words = with_sentence(need, paid, context)
    return _drawn(PLAN, years, parts, names, ("need", "projects"), words, opens, context)


def sizes_figures(context: Context) -> tuple[Stack, ...]:
    """The same projects repaid by instalments, paid in the years of spending, and borne by equity.

    On one scale, over the same years.
    """
    names = {LARGE: LARGE_PAID, SMALL: SMALL_PAID, EQUITY: EQUITY_PAID}
    found = {size: _as_if(context, size) for size in names}
    first, last = min(each.years[0] for each in found.values()), max(each.years[-1] for each in found.values())
    return on_one_scale(
        [
            _stack(names[size], sums.spanning(first, last), sizes_sentence(size, sums, context), context, size)
            for size, sums in found.items()
        ]
    )


def _as_if(context: Context, size: str) -> Sums:
    """What is paid where all projects are of one size, or borne by equity."""
    answer, baseline, scenario = context.answer, context.baseline, context.question.scenario
    found = invest([each.of_size(size, baseline) for each in answer.divided.values()], scenario, answer.keys)
    return Sums.of(found.in_fixed_prices() if answer.is_fixed else found)


def _stack(name: str, sums: Sums, sentence: str, context: Context, size: str = "") -> Stack:
    """The parts that somebody pays, year by year; of all projects as they are, or as if they were of a ``size``."""
    side = f"{AS_SIZE}/{size}/" if size else ""
    some = [at for at in range(len(PARTS)) if sums.parts[:, at].any()] or [0]
    parts = [PARTS[at] for at in some]
    names = [context.texts(f"projects.{EQUITY if (name, part) == OWN_MONEY else part}") for part in parts]
    opens = [
        (*(side + project_address(OPENED[part][0], year, OPENED[part][1]) for part in parts),
         side + project_address(EVERYBODY, year))
        for year in sums.years
    ]  # fmt: skip
    return _drawn(name, sums.years, sums.parts[:, some], names, parts, sentence, opens, context)


def _drawn(
    name: str,
    years: Sequence[int],
    amounts: Array,
    names: Sequence[str],
    parts: Sequence[str],
    sentence: str,
    opens: Sequence[tuple[str, ...]],
    context: Context,
) -> Stack:
    """A column for each year; opens: of each the addresses of its parts and, last, of their sum."""
    texts = context.texts
    columns = [
        column((str(year), ""), of_year, None, names, context, MNOK, opens=of_parts)
        for year, of_year, of_parts in zip(years, amounts.tolist(), opens, strict=True)
    ]
    across = name in (PAYMENTS, PLAN)
    span = f"{years[0]}–{years[-1]}" if years else ""
    title = texts(f"projects.title_{name}"), texts("projects.all"), f"{span} · {context.prices}"
    words, table = (sentence, texts(f"projects.note_{name}")), _table(years, amounts, names, opens, context)
    drawn = _thinned(columns, MOST_LABELS if across else FEWER_LABELS)
    figure = stack(name, title, words, table, False, names, drawn, context)
    return replace(figure, series=tuple(zip(names, (TONES[part] for part in parts), strict=True)), across=across)


def _thinned(columns: Sequence[Column], most: int) -> list[Column]:
    """Columns of which no more than ``most`` have year and amount; the highest always has its amount.

    The others say theirs when they are pointed at, and in the table.
    """
    apart = -(-len(columns) // most)
    highest = max(range(len(columns)), key=lambda at: columns[at].top, default=0)
    return [
        replace(
            each,
            label="" if at % apart else each.label,
            text=each.text if at == highest or (at % apart == 0 and abs(at - highest) >= apart) else "",
        )
        for at, each in enumerate(columns)
    ]


def _table(
    years: Sequence[int], amounts: Array, names: Sequence[str], opens: Sequence[tuple[str, ...]], context: Context
) -> Table:
    """Parts down, years across, and their sum; each cell opens its calculation."""
    texts = context.texts
    rows = [(name, *map(texts.amount, part)) for name, part in zip(names, amounts.T.tolist(), strict=True)]
    rows.append((texts("solution.sum"), *map(texts.amount, amounts.sum(axis=1).tolist())))
    across = tuple(("", *row) for row in zip(*opens, strict=True))
    return Table(("", *map(str, years)), tuple(rows), opens=across)
