"""The payer groups in words, where nobody has said who they are: a sentence, and what each would pay."""

import math

from charts.payers.own_words import percent_change
from charts.payers.paid import MNOK
from charts.records.figure import KeyFigure
from charts.words.context import Context
from model.baseline.axes import PAYER_GROUPS, Array
from model.explaining.payments import paid_address
from model.payers import group_payments


def groups_headline(context: Context) -> str:
    """What RHF and municipalities would pay in the year, in a sentence."""
    texts, (amounts, _) = context.texts, _of_year(context)
    told = {group: texts.amount(amount) for group, amount in zip(PAYER_GROUPS, amounts.tolist(), strict=True)}
    return texts(
        f"payers.groups_alt{'_set' if context.is_set_by_law else ''}",
        year=context.year,
        prices=context.prices,
        **told,
    )


def groups_key_figures(context: Context) -> tuple[KeyFigure, ...]:
    """What each group would pay in the year, of how much of all, and against the reference where the two differ."""
    amounts, reference = _of_year(context)
    return tuple(
        _key_figure(group, float(amount), float(before), float(amounts.sum()), context)
        for group, amount, before in zip(PAYER_GROUPS, amounts, reference, strict=True)
    )


def _key_figure(group: str, amount: float, before: float, whole: float, context: Context) -> KeyFigure:
    texts, change = context.texts, amount - before
    moved = abs(change) >= MNOK.same
    note = texts("payers.groups_share", percent=texts.percent(amount / whole if whole else math.nan))
    if moved:
        percent = percent_change(change / before if before > 0 else math.nan, texts)
        words = {"difference": MNOK.change(change, texts), "percent": percent, "reference": context.the_reference}
        note = texts("payers.key_against", **words)
    label = texts("payers.groups_key", group=texts(f"payer_group.{group}"), year=context.year)
    opens = paid_address(context.year, group)
    return KeyFigure(f"payer_group_{group}", label, MNOK.with_name(amount, texts), note, moved, opens)


def _of_year(context: Context) -> tuple[Array, Array]:
    """(payer group,): what each would pay in the year by the scenario and by the reference, MNOK."""
    answer = context.answer
    at = answer.result.years.index(context.year)
    return (
        group_payments(*answer.charged)[at, :, 0],
        group_payments(*answer.reference_charged)[at, :, 0],
    )
