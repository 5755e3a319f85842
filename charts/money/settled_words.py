"""The way of the money in words: a sentence for each picture, and what stands under it."""

from dataclasses import replace

from charts.money.sums import difference, difference_parts, in_all, is_moved
from charts.payers.paid import set_gap_note
from charts.words.context import TENTH, Context, context
from model.baseline.printed import BRIDGE


def spent_alike(shown: Context) -> Context:
    """The context with its reference called what this room holds a scenario against: the published rules.

    As large a part of the money is spent by them: how much is left over is no rule. Kroner are each year's own.
    """
    shown = replace(shown, prices=shown.nominal_prices)
    question, texts = shown.question, shown.texts
    published = context(replace(shown.answer, question=replace(question, against=None)), texts)
    rate = question.scenario.underspend_rate
    if not rate:
        return replace(shown, reference=published.reference, the_reference=published.the_reference)
    words = {"rate": texts.percent_in_full(rate)}
    return replace(
        shown,
        reference=texts("money.reference", title=published.reference, **words),
        the_reference=texts("money.the_reference", reference=published.the_reference, **words),
    )


def held_sentence(context: Context) -> str:
    """«Ved utgangen av 2035 sitter Norsk helsenett med 265,3 mill. kr: 191,8 tilbakeføres …»."""
    settled, texts = context.answer.settled, context.texts
    held = float(in_all(settled.held)[-1])
    way = "advanced" if held <= -TENTH else "held"
    said = texts(f"money.{way}_sentence", year=settled.years[-1], amount=texts.amount(abs(held)))
    parts = held_in_parts(context)
    return f"{said}: {parts}." if parts else f"{said}."


def held_in_parts(context: Context) -> str:
    """«191,8 tilbakeføres etter reglene og 73,5 beholdes», at the end of the last year; «alt beholdes» of one part."""
    settled, texts = context.answer.settled, context.texts
    last = {name: float(in_all(getattr(settled, name))[-1]) for name in ("to_return", "kept")}
    parts = {name: amount for name, amount in last.items() if abs(amount) >= TENTH}
    told = [
        texts(
            f"money.part_{'' if len(parts) > 1 else 'only_'}{name}_{'less' if amount < 0 else 'more'}",
            amount=texts.amount(abs(amount)),
        )
        for name, amount in parts.items()
    ]
    return texts("figure.and", first=told[0], second=told[1]) if told[1:] else "".join(told)


def paid_sentence(context: Context) -> str:
    """What is paid, used, left over and returned in all the years."""
    settled, texts = context.answer.settled, context.texts
    names = ("payment", "spent", "unspent", "returned", "shortfall")
    sums = {name: float(in_all(getattr(settled, name)).sum()) for name in names}
    words = {name: texts.amount(amount) for name, amount in sums.items()}
    sentence = texts("money.paid_sentence", first=settled.years[0], last=settled.years[-1], **words)
    return f"{sentence} {texts('money.short_sentence', **words)}" if sums["shortfall"] >= TENTH else sentence


def difference_sentence(context: Context) -> str:
    """How much less or more is paid than by the published rules, and what of it is saved and what is moved."""
    settled, texts = context.answer.settled, context.texts
    last, reference = settled.years[-1], context.the_reference
    if not is_moved(settled):
        return texts("money.alike", reference=reference)
    paid = float(difference(settled.payment).sum())
    if abs(paid) < TENTH:
        return texts("money.paid_alike", last=last, reference=reference)
    return texts(
        "money.paid_less" if paid < 0 else "money.paid_more",
        last=last,
        amount=texts.amount(abs(paid)),
        reference=reference,
        verdict=_verdict(paid, context),
    )


def _verdict(paid: float, context: Context) -> str:
    """Whether it is saved, moved, or both: «Ingenting er spart: …», «Alt er spart …»."""
    settled, texts = context.answer.settled, context.texts
    spent, held, *_ = difference_parts(settled)[-1].tolist()
    way = "less" if paid < 0 else "more"
    if abs(spent) < TENTH:
        own, amount = float(in_all(settled.held)[-1]), texts.amount(abs(held))
        if way == "less" and own <= -TENTH:
            return texts("money.moved_less_advanced", amount=amount, advanced=texts.amount(-own))
        return texts(f"money.moved_{way}", amount=amount)
    if abs(held) < TENTH:
        return texts(f"money.saved_{way}", amount=texts.amount(abs(spent)))
    return texts("money.both", spent=texts.change(spent), held=texts.change(held))


def note(name: str, context: Context) -> str:
    """What stands under a picture: where it starts, what its amounts are, and what the years after the plan are."""
    texts, baseline = context.texts, context.baseline
    if name == "settled_difference":
        return texts("money.note_difference", first=baseline.first_year)
    if name == "settled_flows":
        return " ".join((texts("money.note_flows"), *set_gap_note(context)))
    earlier, underspend = (float(amounts.sum()) for amounts in (baseline.returned, baseline.base_year_underspend))
    start = texts(
        "money.note_start" if underspend else "money.note_start_earlier",
        base_year=baseline.base_year,
        table=baseline.table_name(BRIDGE) or baseline.title[texts.language],
        earlier=texts.amount(earlier),
        underspend=texts.amount(underspend),
    )
    after = texts("money.note_below"), texts("money.note_after", last=baseline.last_year)
    is_open = underspend and not context.question.scenario.base_year_underspend_returned
    undecided = [texts("money.note_open", underspend=texts.amount(underspend))] if is_open else []
    return " ".join((start, *undecided, *after))
