"""What one payer group would pay: by solution over the years, as one organisation's payment is shown."""

from dataclasses import replace

import numpy as np

from charts.payers.columns import column, stack
from charts.payers.groups import is_implied
from charts.payers.paid import MNOK, daggered, set_mark, set_note, star_note, year_head
from charts.plans.plan import by_series, plan_series, series_names
from charts.records import Column, Stack, Table
from charts.words.context import Context
from charts.words.names import paid_name
from model import Result
from model.answers.quantities import amounts_of
from model.baseline.axes import Array
from model.payers import PayerKeys


def group_figure(group: str, context: Context) -> Stack:
    """The group's payment by solution, against the reference where the two differ."""
    texts, answer, baseline = context.texts, context.answer, context.baseline
    years, names = answer.result.years, series_names(baseline, texts)
    amounts, reference = (_amounts(group, *charged) for charged in (answer.charged, answer.reference_charged))
    moved = bool(np.abs(amounts - reference).max() >= MNOK.same)
    columns = [
        _column(year, of_year, before if moved else None, group, context)
        for year, of_year, before in zip(years, amounts.tolist(), reference.tolist(), strict=True)
    ]
    totals = [MNOK.with_name(sum(of_year), texts) for of_year in amounts.tolist()]
    ends = {"first": years[0], "amount_first": totals[0], "last": years[-1], "amount_last": totals[-1]}
    name, at = texts(f"payer_group.{group}"), years.index(context.year)
    approximate = (texts("payers.approximate"),) if answer.keys.approximate_groups else ()
    implied = (texts("payers.implied"),) if any(_is_implied(group, year, context) for year in years) else ()
    figure = stack(
        "payer_group",
        (
            texts("payers.own_title", unit=texts(MNOK.name)),
            name,
            " · ".join((f"{years[0]}–{years[-1]}", context.prices, *approximate)),
        ),
        (
            texts(
                f"payers.own_alt{'_set' if context.is_set_by_law else ''}",
                name=name,
                year=context.year,
                amount=totals[at],
                prices=context.prices,
                **ends,
            ),
            " ".join((*set_note(context), *implied, star_note(context))),
        ),
        _table(group, amounts, context),
        moved,
        names,
        columns,
        context,
    )
    return replace(figure, payer=group)


def _is_implied(group: str, year: int, context: Context) -> bool:
    """Whether the amount is that of the regulation's year, and not the regulation's own."""
    law = context.baseline.law
    return law is not None and bool(set_mark(year, context)) and is_implied(group, law)


def _column(year: int, amounts: list[float], reference: list[float] | None, group: str, context: Context) -> Column:
    """A year; the one that a scenario starts from is a fact, marked as the regulation is."""
    names, label = series_names(context.baseline, context.texts), (year_head(year, context), "")
    made = column(label, amounts, reference, names, context, MNOK, fact=bool(set_mark(year, context)))
    return replace(made, text=daggered(made.text, _is_implied(group, year, context)))


def _amounts(group: str, result: Result, keys: PayerKeys) -> Array:
    """(year, series of a plan), MNOK, of the first scenario."""
    return by_series(amounts_of(group, result, keys)[:, :, 0], result.baseline)


def _table(group: str, amounts: Array, context: Context) -> Table:
    """Solutions down, years across, and the sum."""
    texts, baseline = context.texts, context.baseline
    labels = [paid_name(name, baseline, texts) for name in plan_series(baseline)]
    years = context.answer.result.years
    columns = [
        [
            daggered(texts.amount(amount), amount > 0 and _is_implied(group, year, context))
            for amount in (*of_year, sum(of_year))
        ]
        for year, of_year in zip(years, amounts.tolist(), strict=True)
    ]
    rows = tuple((name, *across) for name, *across in zip((*labels, texts("solution.sum")), *columns, strict=True))
    return Table(("", *(year_head(year, context) for year in years)), rows)
