"""What each payer group pays: the regulation first where there is one, then the computed years."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from charts.payers.columns import column, stack
from charts.payers.paid import MNOK, daggered, law_beside, set_gap_note, set_mark, star_note, starred, year_head
from charts.records.figure import Table
from charts.records.stack import Column, Stack
from charts.words import addresses
from charts.words.context import Context
from charts.words.quantities import groups_are_approximate
from model.baseline.axes import PAYER_GROUPS, Array
from model.baseline.law import Law
from model.explaining.payments import CHARGED, SUM, law_address, paid_address
from model.payers import group_payments


def groups_figure(context: Context) -> Stack:
    """Payment per group over the years, against the reference where the two differ; the year in words."""
    texts, answer, year = context.texts, context.answer, context.year
    amounts = group_payments(*answer.charged)[:, :, 0]
    reference = group_payments(*answer.reference_charged)[:, :, 0]
    moved = bool(np.abs(amounts - reference).max() >= MNOK.same)
    names = [texts(f"payer_group.{group}") for group in PAYER_GROUPS]
    law = law_beside(context)
    columns = [] if law is None else [_law_column(law, names, context)]
    for at, column_year in enumerate(answer.result.years):
        columns.append(_column(column_year, amounts[at], reference[at] if moved else None, names, context))
    first, last, chosen = answer.result.years[0], answer.result.years[-1], answer.result.years.index(year)
    approximate = (texts("payers.approximate"),) if groups_are_approximate(answer) else ()
    figure = stack(
        "payer_groups",
        (
            texts("payers.groups_title"),
            texts("solution.all"),
            " · ".join((f"{first}–{last}", context.prices, *approximate)),
        ),
        (
            texts(
                f"payers.groups_alt{'_set' if context.is_set_by_law else ''}",
                year=year,
                prices=context.prices,
                **{group: texts.amount(amount) for group, amount in zip(PAYER_GROUPS, amounts[chosen], strict=True)},
            ),
            " ".join((*_law_notes(context), *set_gap_note(context), star_note(context))),
        ),
        _table(answer.result.years, law, amounts, reference if moved else None, context),
        moved,
        names,
        columns,
        context,
    )
    tones = tuple((name, f"payer{place}") for place, name in enumerate(names))
    return replace(figure, series=tones, named=True, named_small=True)


def law_by_group(law: Law) -> list[float]:
    """What the regulation has each group pay, MNOK."""
    return [sum(amounts.get(group, 0.0) for amounts in law.by_group().values()) for group in PAYER_GROUPS]


def is_implied(group: str, law: Law) -> bool:
    """Whether any of a group's amounts is not the regulation's own."""
    return any(amount.implied for (_, payer_group), amount in law.amounts.items() if payer_group == group)


def _law_notes(context: Context) -> tuple[str, ...]:
    """In which kroner the regulation is, and which of its amounts are not its own."""
    law, texts = context.baseline.law, context.texts
    if law is None:
        return ()
    beside = () if context.law_payment else (texts("payers.groups_note", year=law.year),)
    return (*beside, *((texts("payers.implied"),) if _has_implied(law) else ()))


def _has_implied(law: Law) -> bool:
    return any(is_implied(group, law) for group in PAYER_GROUPS)


def _law_column(law: Law, names: list[str], context: Context) -> Column:
    """The regulation's amounts beside the computed ones of its year."""
    label = (context.texts("payers.law_column"), str(law.year))
    opens = [*(law_address(group) for group in PAYER_GROUPS), law_address(SUM)]
    made = column(label, law_by_group(law), None, _marked(names, law), context, MNOK, fact=True, opens=opens)
    return replace(made, text=daggered(made.text, _has_implied(law)))


def _marked(names: list[str], law: Law) -> list[str]:
    return [daggered(name, is_implied(group, law)) for name, group in zip(names, PAYER_GROUPS, strict=True)]


def _column(year: int, amounts: Array, reference: Array | None, names: list[str], context: Context) -> Column:
    """A year of the plan; the one that a scenario starts from is a fact, marked as the regulation is."""
    before = None if reference is None else reference.tolist()
    mark, law = set_mark(year, context), context.baseline.law
    opens = _of_year(year)
    if not mark or law is None:
        label = (starred(year, context.baseline), "")
        return column(label, amounts.tolist(), before, names, context, MNOK, opens=opens)
    label = (f"{year}{mark}", "")
    made = column(label, amounts.tolist(), before, _marked(names, law), context, MNOK, fact=True, opens=opens)
    return replace(made, text=daggered(made.text, _has_implied(law)))


def _of_year(year: int) -> tuple[str, ...]:
    """The addresses of what the groups pay in a year, and of all together."""
    return (*(paid_address(year, group) for group in PAYER_GROUPS), addresses.of(CHARGED, year))


def _opens(years: tuple[int, ...], law: Law | None, moved: bool) -> tuple[tuple[str, ...], ...]:
    """The addresses of a table's cells: groups down, the regulation and the years across, the sum, the differences."""
    of_law = [] if law is None else [(*(law_address(group) for group in PAYER_GROUPS), law_address(SUM))]
    rows = [("", *across) for across in zip(*of_law, *map(_of_year, years), strict=True)]
    if moved:
        rows += [("", *[""] * len(of_law), *map(addresses.difference, row[-len(years) :])) for row in rows[:-1]]
    return tuple(rows)


def _table(years: tuple[int, ...], law: Law | None, amounts: Array, reference: Array | None, context: Context) -> Table:
    """Groups down, the regulation and the years across, the sum, and the difference where there is one."""
    texts, of_law = context.texts, [] if law is None else [_law_cells(law, law_by_group(law), context)]
    names = (*(texts(f"payer_group.{group}") for group in PAYER_GROUPS), texts("solution.sum"))
    computed = [[*of_year, sum(of_year)] for of_year in amounts.tolist()]
    cells = [[texts.amount(amount) for amount in of_year] for of_year in computed]
    if context.law_payment is not None and context.baseline.law is not None:
        cells[0] = _law_cells(context.baseline.law, amounts[0].tolist(), context)
    rows = [(name, *across) for name, *across in zip(names, *of_law, *cells, strict=True)]
    if reference is not None:
        for at, group in enumerate(PAYER_GROUPS):
            name = texts(f"payer_group.{group}")
            label = texts("payers.against", name=name, reference=context.the_reference)
            rows.append((label, *[""] * len(of_law), *(texts.change(float(v)) for v in (amounts - reference)[:, at])))
    head = () if law is None else (texts("payers.law_head", year=law.year),)
    opens = _opens(years, law, reference is not None)
    return Table(header=("", *head, *(year_head(year, context) for year in years)), rows=tuple(rows), opens=opens)


def _law_cells(law: Law, amounts: Sequence[float], context: Context) -> list[str]:
    """The column of the regulation: its amounts of the groups, and the sum."""
    marks = [is_implied(group, law) for group in PAYER_GROUPS]
    pairs = zip((*amounts, sum(amounts)), (*marks, any(marks)), strict=True)
    return [daggered(context.texts.amount(amount), implied) for amount, implied in pairs]
