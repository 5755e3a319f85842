"""One organisation's payment by solution over the years."""

from dataclasses import replace

from charts.payers.columns import column, stack
from charts.payers.law import law_by_series
from charts.payers.paid import (
    Own,
    law_beside,
    set_mark,
    set_note,
    solution_label,
    star_note,
    vkp_on_all,
    year_head,
)
from charts.plans.plan import by_series, plan_series, series_names
from charts.records import Stack, Table
from charts.words.context import Context
from charts.words.foreign import short
from model import Baseline
from model.baseline.axes import MUNICIPALITIES, Array
from model.payers import OrganisationPayment, volumes


def paid_by_series(paid: OrganisationPayment, baseline: Baseline) -> Array:
    """(year, series of a plan), MNOK, of the first scenario."""
    return by_series(paid.by_solution[:, :, 0], baseline)


def own_figure(own: Own, context: Context) -> Stack:
    """The organisation's payment by solution: the regulation first where there is one, then the computed years."""
    texts, baseline = context.texts, context.baseline
    law = None if law_beside(context) is None else law_by_series(own.paid.payer.id, context.answer)
    unit, years, name, year = own.unit, own.paid.years, own.paid.payer.name, context.year
    amounts, reference = (paid_by_series(paid, baseline) for paid in (own.paid, own.reference))
    names = series_names(baseline, texts)
    label = (texts("payers.law_column"), str(baseline.first_year))
    columns = [] if law is None else [column(label, law, None, names, context, unit, fact=True)]
    for at, column_year in enumerate(years):
        per_inhabitant = texts("payers.nok_amount", amount=texts.amount(float(own.paid.per_inhabitant_nok[at, 0]), 2))
        before, is_set = reference[at].tolist() if own.moved else None, bool(set_mark(column_year, context))
        label = (year_head(column_year, context), per_inhabitant)
        columns.append(column(label, amounts[at].tolist(), before, names, context, unit, fact=is_set))
    approximate = (texts("payers.approximate"),) if own.approximate else ()
    totals = [unit.with_name(float(amount), texts) for amount in own.paid.total[:, 0]]
    figure = stack(
        "payer_own",
        (
            texts("payers.own_title", unit=texts(unit.name)),
            name,
            " · ".join((f"{years[0]}–{years[-1]}", context.prices, *approximate)),
        ),
        (
            texts(
                f"payers.own_alt{'_set' if context.is_set_by_law else ''}",
                name=name,
                year=year,
                amount=totals[years.index(year)],
                first=years[0],
                amount_first=totals[0],
                last=years[-1],
                amount_last=totals[-1],
                prices=context.prices,
            ),
            _note(own, context),
        ),
        _table(own, amounts, law, context),
        own.moved,
        names,
        columns,
        context,
    )
    return replace(figure, decimals=unit.decimals, payer=own.paid.payer.id)


def _note(own: Own, context: Context) -> str:
    """What the amounts rest on: the file that was given, where VKP falls, what the star means."""
    texts, law, key = context.texts, law_beside(context), context.question.own.municipal_key
    notes = [*set_note(context)] if law is None else [texts("payers.groups_note", year=law.year)]
    notes.append(texts("payers.own_note", year=volumes()["inhabitants"].year))
    if own.paid.payer.group == MUNICIPALITIES:
        notes += [texts("payers.key_file_note", name=short(key.name))] if key else []
        notes += [texts("payers.vkp_note")] if vkp_on_all(context.answer) else []
    return " ".join([*notes, star_note(context)])


def _table(own: Own, amounts: Array, law: list[float] | None, context: Context) -> Table:
    """Solutions down, the regulation and the years across; the sum, and the difference where there is one."""
    texts, unit = context.texts, own.unit
    labels = [solution_label(name, own.paid.payer, context) for name in plan_series(context.baseline)]
    by_law = [] if law is None else [[*law, sum(law)]]
    totals = own.paid.total[:, 0]
    computed = [[*of_year, total] for of_year, total in zip(amounts.tolist(), totals.tolist(), strict=True)]
    columns = [[unit.amount(amount, texts) for amount in each] for each in (*by_law, *computed)]
    rows = [(name, *across) for name, *across in zip((*labels, texts("solution.sum")), *columns, strict=True)]
    if own.moved:
        differences = (totals - own.reference.total[:, 0]).tolist()
        changes = (unit.change(amount, texts) for amount in differences)
        rows.append((context.difference_row, *[""] * len(by_law), *changes))
    law_head = [] if law is None else [texts("payers.law_head", year=context.baseline.first_year)]
    head = ("", *law_head, *(year_head(year, context) for year in own.paid.years))
    return Table(header=head, rows=tuple(rows), unit=unit.key)
