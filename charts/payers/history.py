"""What a payer group paid by the regulations of the years before, and what it would pay in the plan's: a chart."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from charts.payers.columns import column, stack
from charts.payers.history_tables import (
    MARKS,
    by_key,
    group_table,
    missing_years,
    own_totals,
    per_inhabitant,
    solution_names,
)
from charts.payers.paid import MNOK, Own, star_note
from charts.records.figure import KeyFigure
from charts.records.stack import Column, Stack
from charts.words.context import Context
from charts.words.names import paid_name
from model.baseline.axes import MUNICIPALITIES, RHF, Array
from model.explaining.past_payments import SUM, history_address, history_growth_address
from model.payers import PaymentHistory
from model.payers.history import COMPUTED, LAW


def history_figure(group: str, context: Context) -> tuple[Stack, ...]:
    """What a group pays by solution, year by year; nothing where no regulation before is known."""
    history = context.answer.history
    if history is None:
        return ()
    texts, names = context.texts, solution_names(history, context)
    amounts, reference = history.of(group), _reference(group, context)
    moved = bool(np.nanmax(np.abs(amounts - reference), initial=0.0) >= MNOK.same)
    columns = [
        _column(history, at, amounts[at], reference[at] if moved else None, group, names, context)
        for at in range(len(history.years))
    ]
    first, last = history.years[0], history.years[-1]
    figure = stack(
        "payer_history",
        (
            texts("payers.history_figure"),
            texts(f"payer_group.{group}"),
            f"{first}–{last} · {texts('payers.history_prices', prices=context.nominal_prices)}",
        ),
        (growth_sentence(history, group, context), _figure_note(history, group, context)),
        group_table(history, group, context),
        moved,
        names,
        columns,
        context,
    )
    nominal = replace(context, prices=context.nominal_prices)  # whichever prices are asked for
    return (replace(figure, payer=group, context=nominal),)


def _reference(group: str, context: Context) -> Array:
    """(year, solution): the reference's; of a comparison it has its own history."""
    history, reference = context.answer.history, context.answer.reference_history
    shown = history if reference is None or history is None or reference.years != history.years else reference
    return np.empty((0, 0)) if shown is None else shown.of(group)


def _column(
    history: PaymentHistory,
    at: int,
    amounts: Array,
    reference: Array | None,
    group: str,
    names: Sequence[str],
    context: Context,
) -> Column:
    """A year: its amounts and kroner per inhabitant; one that was not found stands empty and says so."""
    texts, kind, year = context.texts, history.kinds[at], history.years[at]
    label = f"{year}{MARKS.get(kind, '')}"
    total = float(history.of_group(group)[at])
    if math.isnan(total):
        return Column(label, "–", 0.0, "", True, ())
    each = texts("payers.nok_amount", amount=texts.amount(per_inhabitant(total, group), 0))
    of_year = None if reference is None or kind != COMPUTED else np.nan_to_num(reference).tolist()
    opens, shown_amounts = _opens(history, year, group), np.nan_to_num(amounts).tolist()
    return column((label, each), shown_amounts, of_year, names, context, MNOK, fact=kind == LAW, opens=opens)


def _opens(history: PaymentHistory, year: int, group: str) -> tuple[str, ...]:
    """The addresses of what a group paid in a year by solution, and in all."""
    return tuple(history_address(year, group, name) for name in (*history.solutions, SUM))


def growth_sentence(history: PaymentHistory, group: str, context: Context) -> str:
    """«RHF: +23,4 % fra 2022 til 2026 etter forskriftene (…); uten VKP … +23,0 %.»; empty without a growth."""
    words = _growth_words(history, group, context)
    return context.texts("payers.history_growth", **words) if words else ""


def growth_sentences(context: Context) -> tuple[str, ...]:
    """The same of RHF and of the municipalities."""
    history = context.answer.history
    sentences = [] if history is None else [growth_sentence(history, group, context) for group in (RHF, MUNICIPALITIES)]
    return tuple(filter(None, sentences))


def growth_key_figure(own: Own, context: Context) -> tuple[KeyFigure, ...]:
    """What the group's payment has grown by from the first regulation found to the last; nothing without two."""
    history, group, texts = context.answer.history, own.paid.payer.group, context.texts
    words = {} if history is None else _growth_words(history, group, context)
    if not words:
        return ()
    label, note = texts("payers.history_key", **words), texts(f"payers.history_key_note_{group}", **words)
    opens = "" if history is None else history_growth_address(history, group)
    return (KeyFigure("payer_history", label, words["percent"], note, False, opens),)


def own_by_law(own: Own, context: Context) -> str:
    """What an organisation's part of each regulation is about, which have its group's amount only; or nothing.

    «Etter forskriftene … Helse Vest om lag 69,0 mill. kr i 2022, 76,8 mill. kr i 2023 og 85,1 mill. kr i 2026 (…).»
    """
    history, texts = context.answer.history, context.texts
    if history is None or len(history.law_years) < 2:
        return ""
    totals = dict(zip(history.years, own_totals(own, history, context).tolist(), strict=True))
    told = [
        texts("payers.history_in_year", amount=own.unit.with_name(totals[year], texts), year=year)
        for year in history.law_years
    ]
    amounts = texts.listed(told)
    return texts("payers.history_own_brief", name=own.paid.payer.name, amounts=amounts)


def _growth_words(history: PaymentHistory, group: str, context: Context) -> dict[str, str]:
    """What is said of a group's growth by regulations: years, amounts, percent, and percent without newcomers."""
    texts, years, growth = context.texts, history.law_years, history.growth(group)
    if math.isnan(growth):
        return {}
    new, (first, last) = history.newcomers(group), history.by_law(history.of_group(group))
    newcomers = ", ".join(paid_name(solution, context.baseline, texts) for solution in new)
    without = {"names": newcomers, "first": years[0], "percent": texts.percent_change(history.growth(group, new))}
    return {
        "group": texts(f"payer_group.{group}"),
        "percent": texts.percent_change(growth),
        "first": str(years[0]),
        "last": str(years[-1]),
        "amount_first": texts.amount(float(first)),
        "amount_last": texts.amount(float(last)),
        "a_year": texts.percent_change(history.growth_a_year(group)),
        "without": texts("payers.history_without", **without) if new else "",
    }


def _figure_note(history: PaymentHistory, group: str, context: Context) -> str:
    """What the other group's payment has grown by, what § means, what was not found, and what the star means."""
    texts, missing = context.texts, missing_years(history)
    other = growth_sentence(history, MUNICIPALITIES if group == RHF else RHF, context)
    not_found = texts("payers.history_not_found", years=missing) if missing else ""
    told = (other, texts("payers.history_law"), by_key(history, context), not_found)
    return " ".join(filter(None, (*told, star_note(context, in_nominal=True))))
