"""One organisation: its payment by solution over the years, four numbers, and a sentence."""

import math
from dataclasses import replace

from charts.payers.columns import column, stack
from charts.payers.law import law_by_series, law_of
from charts.payers.paid import (
    Own,
    is_set,
    lapse,
    solution_label,
    star_note,
    starred,
    vkp_on_all,
)
from charts.plans.plan import by_series, plan_series, series_names
from charts.records import KeyFigure, Stack, Table
from charts.words.context import Context
from charts.words.foreign import short
from model import Baseline
from model.baseline.axes import MUNICIPALITIES, Array
from model.payers import OrganisationPayment, volumes
from texts import Texts


def paid_by_series(paid: OrganisationPayment, baseline: Baseline) -> Array:
    """(year, series of a plan), MNOK, of the first scenario."""
    return by_series(paid.by_solution[:, :, 0], baseline)


def own_figure(own: Own, context: Context) -> Stack:
    """The organisation's payment by solution: the regulation first where there is one, then the computed years."""
    texts, baseline = context.texts, context.baseline
    law = None if baseline.law is None else law_by_series(own.paid.payer.id, context.answer)
    unit, years, name, year = own.unit, own.paid.years, own.paid.payer.name, context.year
    amounts, reference = (paid_by_series(paid, baseline) for paid in (own.paid, own.reference))
    names = series_names(baseline, texts)
    label = (texts("payers.law_column"), str(baseline.first_year))
    columns = [] if law is None else [column(label, law, None, names, context, unit, fact=True)]
    for at, column_year in enumerate(years):
        per_inhabitant = texts("payers.nok_amount", amount=texts.amount(float(own.paid.per_inhabitant_nok[at, 0]), 2))
        label = (starred(column_year, baseline), per_inhabitant)
        reference_of_year = reference[at].tolist() if own.moved else None
        columns.append(column(label, amounts[at].tolist(), reference_of_year, names, context, unit))
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
                "payers.own_alt",
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
    return replace(figure, decimals=unit.decimals)


def _note(own: Own, context: Context) -> str:
    """What the amounts rest on: the file that was given, where VKP falls, what the star means."""
    texts, law, key = context.texts, context.baseline.law, context.question.own.municipal_key
    notes = [] if law is None else [texts("payers.groups_note", year=law.year)]
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
    head = ("", *law_head, *(starred(year, context.baseline) for year in own.paid.years))
    return Table(header=head, rows=tuple(rows), unit=unit.key)


def own_key_figures(own: Own, context: Context) -> tuple[KeyFigure, ...]:
    """The payment, the regulation's first where it sets the year; per inhabitant, growth, and the real burden."""
    at, year = own.paid.years.index(context.year), context.year
    first = (_law(own, context),) if is_set(year, context.baseline) else ()
    growth = () if context.is_first_year else (_growth(own, at, context),)
    return (
        *first,
        _payment(own, at, context),
        _per_inhabitant(own, at, context),
        *growth,
        *_real(own, at, context),
    )


def _law(own: Own, context: Context) -> KeyFigure:
    texts = context.texts
    year, approximate = context.baseline.first_year, own.reference.approximate
    note = texts("payers.law_key_note_approximate" if approximate else "payers.law_key_note", year=year)
    value = own.unit.with_name(law_of(own.paid.payer.id, context.answer), texts)
    return KeyFigure("payer_law", texts("payers.law_key", year=year), value, note, False)


def _payment(own: Own, at: int, context: Context) -> KeyFigure:
    texts, unit, year = context.texts, own.unit, own.paid.years[at]
    change = float((own.paid.total - own.reference.total)[at, 0])
    moved = abs(change) >= unit.same
    is_published = context.is_first_year and context.question.is_published
    note = texts("payers.key_published" if is_published else "payers.key_computed")
    if moved:
        note = texts(
            "payers.key_against",
            difference=unit.change(change, texts),
            percent=_share(change, own, at, texts),
            reference=context.the_reference,
        )
    note = _approximate(note, own, texts)
    label = texts("payers.key_payment", year=year)
    return KeyFigure("payer_payment", label, unit.with_name(float(own.paid.total[at, 0]), texts), note, moved)


def _per_inhabitant(own: Own, at: int, context: Context) -> KeyFigure:
    texts, paid = context.texts, own.paid
    average = texts.amount(float(paid.average_nok[at, 0]), 2)
    note = _approximate(texts(f"payers.average_{paid.payer.group}", amount=average), own, texts)
    value = texts("payers.nok_amount", amount=texts.amount(float(paid.per_inhabitant_nok[at, 0]), 2))
    label = texts("payers.key_per_inhabitant", year=paid.years[at])
    return KeyFigure("payer_per_inhabitant", label, value, note, False)


def _growth(own: Own, at: int, context: Context) -> KeyFigure:
    texts, paid = context.texts, own.paid
    label = texts("payers.key_growth", previous=paid.years[at] - 1, year=paid.years[at])
    of_group = percent_change(float(paid.group_growth[at - 1, 0]), texts)
    fallen = lapse(context) if paid.years[at] == context.baseline.plan_years[1] else ""
    notes = (texts(f"payers.growth_{paid.payer.group}", percent=of_group), fallen)
    note = "; ".join(part for part in notes if part)
    return KeyFigure("payer_growth", label, percent_change(float(paid.growth[at - 1, 0]), texts), note, False)


def _real(own: Own, at: int, context: Context) -> tuple[KeyFigure, ...]:
    """The real burden; nothing while amounts stand in fixed kroner, or where there is no deflator of its own."""
    texts, year, deflator = context.texts, own.paid.years[at], own.deflator
    if deflator is None or own.real is None:
        return ()
    rate, base_year = texts.percent_in_full(deflator.rates[year]), context.baseline.base_year
    note = _approximate(texts(f"payers.real_{deflator.sources[year]}", rate=rate, base_year=base_year), own, texts)
    value = own.unit.with_name(float(own.real[at]), texts)
    return (KeyFigure("payer_real", texts("payers.key_real", year=year), value, note, False),)


def _approximate(note: str, own: Own, texts: Texts) -> str:
    return f"{note}, {texts('payers.approximate')}" if own.paid.approximate else note


def own_headline(own: Own, context: Context) -> str:
    """What the organisation pays in the year, by the regulation first where that sets it, against the reference."""
    texts, year = context.texts, context.year
    at, unit, by_law = own.paid.years.index(year), own.unit, is_set(year, context.baseline)
    change = float((own.paid.total - own.reference.total)[at, 0])
    direction = "same" if abs(change) < unit.same else "up" if change > 0 else "down"
    mark = f", {texts('payers.approximate')}"
    return texts(
        f"payers.headline_{'law_' if by_law else ''}{direction}",
        name=own.paid.payer.name,
        year=year,
        law=unit.with_name(law_of(own.paid.payer.id, context.answer), texts) if by_law else "",
        amount=unit.with_name(float(own.paid.total[at, 0]), texts),
        change=unit.with_name(abs(change), texts),
        percent=_share(change, own, at, texts),
        prices=context.prices,
        law_mark=mark if own.reference.approximate else "",
        mark=mark if own.paid.approximate else "",
        reference=context.the_reference,
        alike=texts("payers.alike") if context.indexed else "",
    )


def percent_change(share: float, texts: Texts) -> str:
    """A relative change; a dash where there is nothing to relate it to."""
    return "–" if math.isnan(share) else texts.percent_change(share)


def _share(change: float, own: Own, at: int, texts: Texts) -> str:
    base = float(own.reference.total[at, 0])
    return percent_change(change / base if base > 0 else math.nan, texts)
