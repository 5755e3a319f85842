"""What each payer group pays: the regulation of 2026 first, then the computed years."""

from dataclasses import replace

import numpy as np

from charts.payers.columns import column, stack
from charts.payers.paid import MNOK, daggered, star_note, starred
from charts.records import Column, Stack, Table
from charts.words.context import Context
from model.baseline.axes import PAYER_GROUPS, Array
from model.baseline.regulation import law_amounts, regulation_2026
from model.payers import group_payments


def groups_figure(context: Context) -> Stack:
    """Payment per group over the years, against the reference where the two differ; the year in words."""
    texts, answer, year = context.texts, context.answer, context.year
    amounts = group_payments(answer.result, answer.keys)[:, :, 0]
    reference = group_payments(answer.reference, answer.reference_keys)[:, :, 0]
    moved = bool(np.abs(amounts - reference).max() >= MNOK.same)
    names = [texts(f"payer_group.{group}") for group in PAYER_GROUPS]
    law = law_by_group()
    columns = [_law_column(law, names, context)]
    for at, column_year in enumerate(answer.result.years):
        reference_of_year = reference[at].tolist() if moved else None
        columns.append(
            column((starred(column_year), ""), amounts[at].tolist(), reference_of_year, names, context, MNOK)
        )
    first, last, chosen = answer.result.years[0], answer.result.years[-1], answer.result.years.index(year)
    approximate = (texts("payers.approximate"),) if answer.keys.approximate_groups else ()
    return stack(
        "payer_groups",
        (
            texts("payers.groups_title"),
            texts("solution.all"),
            " · ".join((f"{first}–{last}", context.prices, *approximate)),
        ),
        (
            texts(
                "payers.groups_alt",
                year=year,
                **{group: texts.amount(amount) for group, amount in zip(PAYER_GROUPS, amounts[chosen], strict=True)},
            ),
            " ".join((texts("payers.groups_note"), texts("payers.implied"), star_note(context))),
        ),
        _table(answer.result.years, law, amounts, reference if moved else None, context),
        moved,
        names,
        columns,
        context,
    )


def law_by_group() -> list[float]:
    """What the regulation has each group pay in 2026, MNOK."""
    return [sum(amounts.get(group, 0.0) for amounts in regulation_2026().values()) for group in PAYER_GROUPS]


def is_implied(group: str) -> bool:
    """Whether any of a group's amounts is not the regulation's own."""
    return any(amount.implied for (_, payer_group), amount in law_amounts().items() if payer_group == group)


def _law_column(law: list[float], names: list[str], context: Context) -> Column:
    marked = [daggered(name, is_implied(group)) for name, group in zip(names, PAYER_GROUPS, strict=True)]
    label = (context.texts("payers.law_column"), "2026")
    made = column(label, law, None, marked, context, MNOK, fact=True)
    return replace(made, text=daggered(made.text, implied=True))


def _table(
    years: tuple[int, ...], law: list[float], amounts: Array, reference: Array | None, context: Context
) -> Table:
    """Groups down, the regulation and the years across, the sum, and the difference where there is one."""
    texts = context.texts
    rows = [
        (
            texts(f"payer_group.{group}"),
            daggered(texts.amount(law[at]), is_implied(group)),
            *(texts.amount(float(v)) for v in amounts[:, at]),
        )
        for at, group in enumerate(PAYER_GROUPS)
    ]
    totals = amounts.sum(axis=1)
    rows.append(
        (texts("solution.sum"), daggered(texts.amount(sum(law)), implied=True), *map(texts.amount, totals.tolist()))
    )
    if reference is not None:
        for at, group in enumerate(PAYER_GROUPS):
            name = texts(f"payer_group.{group}")
            label = texts("payers.against", name=name, reference=context.the_reference)
            rows.append((label, "", *(texts.change(float(v)) for v in (amounts - reference)[:, at])))
    return Table(header=("", texts("payers.law_head"), *map(starred, years)), rows=tuple(rows))
