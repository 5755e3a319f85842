"""Our organisation in a line under the headline: what it would pay, and per inhabitant against the reference."""

from collections.abc import Sequence
from typing import Final

from charts.payers.paid import Own
from charts.words.context import Context
from texts import Texts

CENT: Final = 0.005
"""Kroner: a difference per inhabitant that rounds to nothing."""


def us_in_words(context: Context) -> str:
    """«Modum i 2028: om lag 1,40 mill. kr, 95 kr per innbygger; 1,84 kr mindre enn i tallgrunnlaget.», or nothing.

    There is nothing as long as nobody has said who they are.
    """
    if not context.question.us:
        return ""
    return own_in_words(Own.of(context.question.us, context.answer), context)


def own_in_words(own: Own, context: Context) -> str:
    """The same of any organisation."""
    texts = context.texts
    at = own.paid.years.index(context.year)
    change = change_per_inhabitant(own, at)
    direction = "same" if abs(change) < CENT else "more" if change > 0 else "less"
    return texts(
        f"payers.us_{direction}",
        name=own.paid.payer.name,
        year=context.year,
        amount=_amount(own, at, texts),
        each=texts.amount(float(own.paid.per_inhabitant_nok[at, 0]), 0),
        change=texts.amount(abs(change), 2),
        reference=context.the_reference,
        alike=texts("payers.alike") if context.indexed and context.law_payment is None else "",
    )


def us_compared(contexts: Sequence[Context]) -> str:
    """«Modum per innbygger i 2028: Tallgrunnlaget våren 2025 96,83 kr · Risikomargin 3 % 94,98 kr», or nothing."""
    first, texts = contexts[0], contexts[0].texts
    if not first.question.us:
        return ""
    owns = [Own.of(context.question.us, context.answer) for context in contexts]
    each = [
        texts("payers.us_side", scenario=context.scenario, amount=texts.amount(per_inhabitant(own, context.year), 2))
        for own, context in zip(owns, contexts, strict=True)
    ]
    return texts("payers.us_compared", name=owns[0].paid.payer.name, year=first.year, each=" · ".join(each))


def per_inhabitant(own: Own, year: int) -> float:
    """Kroner per inhabitant in a year, by the scenario."""
    return float(own.paid.per_inhabitant_nok[own.paid.years.index(year), 0])


def change_per_inhabitant(own: Own, at: int) -> float:
    """Kroner per inhabitant more than by the reference, in the year at that place."""
    return float(own.paid.per_inhabitant_nok[at, 0] - own.reference.per_inhabitant_nok[at, 0])


def _amount(own: Own, at: int, texts: Texts) -> str:
    """«om lag 1,40 mill. kr», «49 582 311 kr»."""
    amount = own.unit.with_name(float(own.paid.total[at, 0]), texts)
    return texts("payers.about", amount=amount) if own.approximate else amount
