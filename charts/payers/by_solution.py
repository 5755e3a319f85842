"""What somebody pays by solution over the years: one figure for an organisation and for a payer group."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from charts.payers.columns import column, stack
from charts.payers.paid import Unit, daggered, set_mark, year_head
from charts.plans.plan import plan_series, series_names
from charts.records.figure import Table
from charts.records.stack import Column, Stack
from charts.words import addresses
from charts.words.context import Context
from model.baseline.axes import Array
from model.explaining.payments import SUM, law_address, paid_address


@dataclass(frozen=True, slots=True, eq=False)
class BySolution:
    """What somebody pays, ready to be shown.

    figure: the figure's id. payer: whose it is, by id. name: what that is called. amounts, reference: (year, series of
    a plan), MNOK, by scenario and reference. labels: what the series are called in the table. law: the regulation's
    amounts where they stand beside the computed ones. under: what stands under each year. implied: whether a year's
    amounts are not the regulation's own. approximate: whether they must be shown as «tilnærmet».
    """

    figure: str
    payer: str
    name: str
    amounts: Array
    reference: Array
    labels: tuple[str, ...]
    unit: Unit
    note: str
    under: tuple[str, ...]
    implied: tuple[bool, ...]
    approximate: bool
    law: list[float] | None = None

    @property
    def moved(self) -> bool:
        """Whether the payment differs from the reference's by as much as its unit shows."""
        return bool(np.abs(self.amounts - self.reference).max() >= self.unit.same)


def by_solution_figure(paid: BySolution, context: Context) -> Stack:
    """The payment by solution: the regulation first where it stands beside, then the years, against the reference."""
    texts, years, names = context.texts, context.answer.result.years, series_names(context.baseline, context.texts)
    label = (texts("payers.law_column"), str(context.baseline.first_year))
    law = () if paid.law is None else (_law_column(paid, paid.law, label, names, context),)
    approximate = (texts("payers.approximate"),) if paid.approximate else ()
    when = " · ".join((f"{years[0]}–{years[-1]}", context.prices, *approximate))
    figure = stack(
        paid.figure,
        (texts("payers.own_title", unit=texts(paid.unit.name)), paid.name, when),
        (_alt(paid, context), paid.note),
        _table(paid, context),
        paid.moved,
        names,
        (*law, *(_column(paid, at, names, context) for at in range(len(years)))),
        context,
    )
    return replace(figure, decimals=paid.unit.decimals, payer=paid.payer)


def _alt(paid: BySolution, context: Context) -> str:
    texts, years = context.texts, context.answer.result.years
    totals = [paid.unit.with_name(total, texts) for total in paid.amounts.sum(axis=1).tolist()]
    return texts(
        f"payers.own_alt{'_set' if context.is_set_by_law else ''}",
        name=paid.name,
        year=context.year,
        amount=totals[years.index(context.year)],
        first=years[0],
        amount_first=totals[0],
        last=years[-1],
        amount_last=totals[-1],
        prices=context.prices,
    )


def _column(paid: BySolution, at: int, names: tuple[str, ...], context: Context) -> Column:
    """A year; the one that a scenario starts from is a fact, marked as the regulation is."""
    year, before = context.answer.result.years[at], paid.reference[at].tolist() if paid.moved else None
    label, is_fact = (year_head(year, context), paid.under[at]), bool(set_mark(year, context))
    opens = _of_year(paid, year, context)
    made = column(label, paid.amounts[at].tolist(), before, names, context, paid.unit, is_fact, opens)
    return replace(made, text=daggered(made.text, paid.implied[at]), year=year)


def _law_column(
    paid: BySolution, law: list[float], label: tuple[str, str], names: tuple[str, ...], context: Context
) -> Column:
    """The regulation's amounts, where they stand beside the computed ones."""
    opens = [*_of_law(paid, context), law_address(paid.payer)]
    return column(label, law, None, names, context, paid.unit, fact=True, opens=opens)


def _of_law(paid: BySolution, context: Context) -> Iterator[str]:
    """The addresses of the regulation's amounts by solution; those that it has nothing for open nothing."""
    for name, amount in zip(context.baseline.law_solutions, paid.law or (), strict=False):
        yield law_address(paid.payer, name) if amount else ""


def _of_year(paid: BySolution, year: int, context: Context) -> tuple[str, ...]:
    """The addresses of a year's amounts by solution, and of their sum."""
    return tuple(paid_address(year, paid.payer, name) for name in (*plan_series(context.baseline), SUM))


def _opens(paid: BySolution, context: Context) -> tuple[tuple[str, ...], ...]:
    """The addresses of a table's cells: solutions down, the regulation and the years across, then sums."""
    years = [_of_year(paid, year, context) for year in context.answer.result.years]
    of_law = [] if paid.law is None else [(*_of_law(paid, context), law_address(paid.payer))]
    rows = [("", *across) for across in zip(*of_law, *years, strict=True)]
    if paid.moved:
        rows.append(("", *[""] * len(of_law), *(addresses.difference(of_year[-1]) for of_year in years)))
    return tuple(rows)


def _table(paid: BySolution, context: Context) -> Table:
    """Solutions down, the regulation and the years across; the sum, and the difference where there is one."""
    texts, unit, totals = context.texts, paid.unit, paid.amounts.sum(axis=1)
    by_law = [] if paid.law is None else [([*paid.law, sum(paid.law)], False)]
    by_year = zip(np.column_stack([paid.amounts, totals]).tolist(), paid.implied, strict=True)
    columns = [
        [daggered(unit.amount(amount, texts), implied and amount > 0) for amount in amounts]
        for amounts, implied in (*by_law, *by_year)
    ]
    rows = [(name, *across) for name, *across in zip((*paid.labels, texts("solution.sum")), *columns, strict=True)]
    if paid.moved:
        changes = (unit.change(change, texts) for change in (totals - paid.reference.sum(axis=1)).tolist())
        rows.append((context.difference_row, *[""] * len(by_law), *changes))
    law_head = [texts("payers.law_head", year=context.baseline.first_year) for _ in by_law]
    head = ("", *law_head, *(year_head(year, context) for year in context.answer.result.years))
    return Table(header=head, rows=tuple(rows), unit=unit.key, opens=_opens(paid, context))
