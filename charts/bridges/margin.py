"""What another risk margin means over the years, in words: a margin is not a saving."""

from charts.words.context import TENTH, Context
from model.answers.margin import MarginEffect, margin_effect
from texts import Texts


def margin_in_words(context: Context) -> str:
    """Each year's effect, what comes back, now and later, and what is short; empty where the margin is the same.

    «Risikomarginen betyr −20,9 mill. kr i 2026, −21,3 i 2027, −0,6 i 2028 og −0,5 i 2029: 42,3 mill. kr kommer igjen».
    """
    effect, texts = _effect(context), context.texts
    if effect is None:
        return ""
    years, back = _by_year(effect, texts), _back(effect, context)
    told = texts("reasons.margin", years=f"{years}: {back}" if back else f"{years} ({context.prices})")
    return " ".join(filter(None, (told, _later(effect, context), _shortfall(effect, context))))


def margin_briefly(context: Context, is_payment: bool = False) -> str:
    """What comes back and what is short, without the years; of all where what one payer pays is looked at."""
    effect = _effect(context)
    if effect is None:
        return ""
    back = _back(effect, context)
    told = context.texts("reasons.margin_brief", told=back) if back else ""
    told = " ".join(filter(None, (told, _shortfall(effect, context))))
    return of_all(told, context) if told and is_payment else told


def of_all(told: str, context: Context) -> str:
    """What is told of the margin, where it stands beside what one payer pays."""
    return context.texts("reasons.margin_all", told=told[0].lower() + told[1:])


def _effect(context: Context) -> MarginEffect | None:
    """What the margin makes, where it is as much as is shown."""
    effect = margin_effect(context.answer)
    return effect if effect and any(abs(amount) >= TENTH for _, amount in effect.need) else None


def _back(effect: MarginEffect, context: Context) -> str:
    """«42,3 mill. kr kommer igjen som mindre tilbakeføring (sum 2026–2029, 2025-kroner)», without an end mark."""
    if effect.back is None or abs(effect.back) < TENTH:
        return ""
    is_charged = effect.shortfall >= TENTH and context.question.scenario.shortfall_recovered
    kind = "more" if effect.back < 0 else "charged" if is_charged else "less"
    return context.texts(f"reasons.margin_{kind}", amount=context.texts.amount(abs(effect.back)), **_basis(context))


def _later(effect: MarginEffect, context: Context) -> str:
    """What the margin takes from what is returned after the last year, or adds to it."""
    if effect.later is None or abs(effect.later) < TENTH or effect.later * (effect.back or effect.later) < 0:
        return ""
    way = "less" if effect.later > 0 else "more"
    return context.texts(
        f"reasons.margin_later_{way}", amount=context.texts.amount(abs(effect.later)), **_basis(context)
    )


def _shortfall(effect: MarginEffect, context: Context) -> str:
    if effect.shortfall < TENTH:
        return ""
    return context.texts("reasons.margin_shortfall", amount=context.texts.amount(effect.shortfall), **_basis(context))


def _basis(context: Context) -> dict[str, object]:
    """Over which years amounts are added, and in which prices."""
    years = context.answer.result.years
    return {"first": years[0], "last": years[-1], "prices": context.prices}


def _by_year(effect: MarginEffect, texts: Texts) -> str:
    """«−20,9 mill. kr i 2026, −21,3 i 2027 og −0,6 i 2028»."""
    told = [
        texts("reasons.margin_year" if at else "reasons.margin_first_year", amount=texts.change(amount), year=year)
        for at, (year, amount) in enumerate(effect.need)
    ]
    return texts.listed(told)
