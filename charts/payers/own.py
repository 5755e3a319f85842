"""One organisation: its payment by solution over the years, four numbers, and a sentence."""

import math

import numpy as np

from charts.payers.columns import column, stack
from charts.payers.law import law_by_series, law_of
from charts.payers.paid import Own, lapse, solution_label, star_note, starred, vkp_on_all, without_price_growth
from charts.plans.plan import SERIES_NAMES
from charts.records import KeyFigure, Stack, Table
from charts.words.context import Context
from charts.words.foreign import short
from model.baseline.axes import MUNICIPALITIES, PLAN_YEARS, Array
from model.payers import OrganisationPayment
from texts import Texts

TOGETHER = 5  # from here on the solutions are Helsenettet


def by_series(paid: OrganisationPayment) -> Array:
    """(year, series), MNOK, Helsenettet's two parts added."""
    amounts = paid.by_solution[:, :, 0]
    return np.concatenate([amounts[:, :TOGETHER], amounts[:, TOGETHER:].sum(axis=1, keepdims=True)], axis=1)


def own_figure(own: Own, context: Context) -> Stack:
    """The organisation's payment by solution: the regulation of 2026 first, then the computed years."""
    texts, law = context.texts, law_by_series(own.paid.payer.id, context.answer)
    unit, years, name, year = own.unit, own.paid.years, own.paid.payer.name, context.year
    amounts, reference = by_series(own.paid), by_series(own.reference)
    names = [texts(f"solution.{series}") for series in SERIES_NAMES]
    columns = [column((texts("payers.law_column"), "2026"), law, None, names, context, unit, fact=True)]
    for at, column_year in enumerate(years):
        per_inhabitant = texts("payers.nok_amount", amount=texts.amount(float(own.paid.per_inhabitant_nok[at, 0]), 2))
        label = (starred(column_year), per_inhabitant)
        reference_of_year = reference[at].tolist() if own.moved else None
        columns.append(column(label, amounts[at].tolist(), reference_of_year, names, context, unit))
    approximate = (texts("payers.approximate"),) if own.approximate else ()
    totals = [unit.with_name(float(amount), texts) for amount in own.paid.total[:, 0]]
    return stack(
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
            ),
            _note(own, context),
        ),
        _table(own, amounts, law, context),
        own.moved,
        names,
        columns,
        context,
    )


def _note(own: Own, context: Context) -> str:
    """What the amounts rest on: the file that was given, where VKP falls, what the star means."""
    texts, notes, key = context.texts, [context.texts("payers.own_note")], context.question.own.municipal_key
    if own.paid.payer.group == MUNICIPALITIES:
        notes += [texts("payers.key_file_note", name=short(key.name))] if key else []
        notes += [texts("payers.vkp_note")] if vkp_on_all(context.answer) else []
    return " ".join([*notes, star_note(context)])


def _table(own: Own, amounts: Array, law: list[float], context: Context) -> Table:
    """Solutions down, the regulation and the years across; the sum, and the difference where there is one."""
    texts, unit = context.texts, own.unit
    rows = [
        (
            solution_label(name, own.paid.payer, context),
            unit.amount(law[at], texts),
            *(unit.amount(float(value), texts) for value in amounts[:, at]),
        )
        for at, name in enumerate(SERIES_NAMES)
    ]
    totals = own.paid.total[:, 0]
    rows.append((texts("solution.sum"), unit.amount(sum(law), texts), *(unit.amount(float(v), texts) for v in totals)))
    if own.moved:
        differences = totals - own.reference.total[:, 0]
        rows.append(
            (
                context.difference_row,
                "",
                *(unit.change(float(v), texts) for v in differences),
            )
        )
    head = ("", texts("payers.law_head"), *map(starred, own.paid.years))
    return Table(header=head, rows=tuple(rows), unit=unit.key)


def own_key_figures(own: Own, context: Context) -> tuple[KeyFigure, ...]:
    """The payment, for 2026 the regulation's first; per inhabitant, growth, and the real burden."""
    at, year = own.paid.years.index(context.year), context.year
    first = (_law(own, context),) if year == PLAN_YEARS[0] else ()
    growth = () if year == PLAN_YEARS[0] else (_growth(own, at, context),)
    return (
        *first,
        _payment(own, at, context),
        _per_inhabitant(own, at, context),
        *growth,
        _real(own, at, context),
    )


def _law(own: Own, context: Context) -> KeyFigure:
    texts = context.texts
    note = texts("payers.law_key_note_approximate" if own.reference.approximate else "payers.law_key_note")
    value = own.unit.with_name(law_of(own.paid.payer.id, context.answer), texts)
    return KeyFigure("payer_law", texts("payers.law_key"), value, note, False)


def _payment(own: Own, at: int, context: Context) -> KeyFigure:
    texts, unit, year = context.texts, own.unit, own.paid.years[at]
    change = float((own.paid.total - own.reference.total)[at, 0])
    moved = abs(change) >= unit.same
    is_published = year == PLAN_YEARS[0] and context.question.is_published
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
    label = texts("payers.key_growth", previous=paid.years[at] - 1)
    of_group = percent_change(float(paid.group_growth[at - 1, 0]), texts)
    fallen = lapse(context) if paid.years[at] == PLAN_YEARS[1] else ""
    notes = (texts(f"payers.growth_{paid.payer.group}", percent=of_group), fallen)
    note = "; ".join(part for part in notes if part)
    return KeyFigure("payer_growth", label, percent_change(float(paid.growth[at - 1, 0]), texts), note, False)


def _real(own: Own, at: int, context: Context) -> KeyFigure:
    texts, year, deflator = context.texts, own.paid.years[at], context.answer.deflator
    note = texts(f"payers.real_{deflator.sources[year]}", rate=texts.percent_in_full(deflator.rates[year]))
    note = f"{note}, {texts('payers.real_at_zero')}" if without_price_growth(context.answer) else note
    note = _approximate(note, own, texts)
    label = texts("payers.key_real", year=year)
    return KeyFigure("payer_real", label, own.unit.with_name(float(own.real[at]), texts), note, False)


def _approximate(note: str, own: Own, texts: Texts) -> str:
    return f"{note}, {texts('payers.approximate')}" if own.paid.approximate else note


def own_headline(own: Own, context: Context) -> str:
    """What the organisation pays in the year, for 2026 by the regulation first, against the reference."""
    texts, year = context.texts, context.year
    at, unit, by_law = own.paid.years.index(year), own.unit, year == PLAN_YEARS[0]
    change = float((own.paid.total - own.reference.total)[at, 0])
    direction = "same" if abs(change) < unit.same else "up" if change > 0 else "down"
    law_mark, mark = _marks(own, by_law, texts)
    return texts(
        f"payers.headline_{'law_' if by_law else ''}{direction}",
        name=own.paid.payer.name,
        year=year,
        law=unit.with_name(law_of(own.paid.payer.id, context.answer), texts),
        amount=unit.with_name(float(own.paid.total[at, 0]), texts),
        change=unit.with_name(abs(change), texts),
        percent=_share(change, own, at, texts),
        law_mark=law_mark,
        mark=mark,
        reference=context.the_reference,
        alike=texts("payers.alike") if context.indexed else "",
    )


def _marks(own: Own, by_law: bool, texts: Texts) -> tuple[str, str]:
    """What stands after the regulation's amount and the computed one; once where both are approximate."""
    if by_law and own.reference.approximate and own.paid.approximate:
        return "", f" ({texts('payers.both_approximate')})"
    mark = f" ({texts('payers.approximate')})"
    return mark if own.reference.approximate else "", mark if own.paid.approximate else ""


def percent_change(share: float, texts: Texts) -> str:
    """A relative change; a dash where there is nothing to relate it to."""
    return "–" if math.isnan(share) else texts.percent_change(share)


def _share(change: float, own: Own, at: int, texts: Texts) -> str:
    base = float(own.reference.total[at, 0])
    return percent_change(change / base if base > 0 else math.nan, texts)
