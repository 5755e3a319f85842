"""What another risk margin means over the years, in words: a margin is not a saving."""

from charts.words.context import TENTH, Context
from model.answers.margin import MarginEffect, margin_effect
from texts import Texts


def margin_in_words(context: Context) -> str:
    """Each year's effect, what comes back, now and later, and what is short; empty where the margin is the same.

    «Risikomarginen betyr −20,9 mill. kr i 2026, −21,3 i 2027, −0,6 i 2028 og −0,5 i 2029: 42,3 mill. kr kommer igjen».
    """
    effect, texts, years = margin_effect(context.answer), context.texts, context.answer.result.years
    if effect is None or all(abs(amount) < TENTH for _, amount in effect.need):
        return ""
    basis = {"first": years[0], "last": years[-1], "prices": context.prices}
    kind, back = _back(effect, context), abs(effect.back or 0.0)
    later, shortfall = "", ""
    if effect.later is not None and effect.later * (effect.back or effect.later) > 0 and abs(effect.later) >= TENTH:
        later = texts(f"reasons.margin_later_{_way(effect.later)}", amount=texts.amount(abs(effect.later)), **basis)
    if effect.shortfall >= TENTH:
        shortfall = texts("reasons.margin_shortfall", amount=texts.amount(effect.shortfall), **basis)
    told = texts(f"reasons.margin_{kind}", amount=texts.amount(back), **basis)
    return texts("reasons.margin", years=_by_year(effect, texts), back=told, later=later, shortfall=shortfall)


def _back(effect: MarginEffect, context: Context) -> str:
    """Which sentence tells what comes back."""
    if effect.back is None or abs(effect.back) < TENTH:
        return "kept"
    if effect.back < 0:
        return "more"
    is_charged = effect.shortfall >= TENTH and context.question.scenario.shortfall_recovered
    return "charged" if is_charged else "less"


def _way(amount: float) -> str:
    return "less" if amount > 0 else "more"


def _by_year(effect: MarginEffect, texts: Texts) -> str:
    """«−20,9 mill. kr i 2026, −21,3 i 2027 og −0,6 i 2028»."""
    told = [
        texts("reasons.margin_year" if at else "reasons.margin_first_year", amount=texts.change(amount), year=year)
        for at, (year, amount) in enumerate(effect.need)
    ]
    return texts("figure.and", first=", ".join(told[:-1]), second=told[-1]) if told[1:] else told[0]
