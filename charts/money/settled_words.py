"""The way of the money in words: a sentence for each picture, and what stands under it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from charts.money.sums import PARTS, difference, difference_parts, in_all, is_moved
from charts.payers.paid import set_gap_note
from charts.words.context import TENTH, Context, context
from charts.words.names import source
from model.baseline.earlier_funds import SET_ASIDE, earlier_funds
from model.baseline.printed import BRIDGE, SUM
from texts import Texts


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
    way, words = "under" if rate > 0 else "over", {"rate": texts.percent_in_full(abs(rate))}
    return replace(
        shown,
        reference=texts(f"money.reference_{way}", title=published.reference, **words),
        the_reference=texts(f"money.the_reference_{way}", reference=published.the_reference, **words),
    )


def held_sentence(context: Context) -> str:
    """«Ved utgangen av 2035 sitter Norsk helsenett med 265,3 mill. kr: 191,8 tilbakeføres …»."""
    settled, texts = context.answer.settled, context.texts
    held = float(in_all(settled.held)[-1])
    way = "advanced" if held <= -TENTH else "held"
    said = texts(f"money.{way}_sentence", year=settled.years[-1], amount=texts.amount(abs(held)))
    parts = all_held_in_parts(context)
    return f"{said}: {parts}." if parts else f"{said}."


def all_held_in_parts(context: Context) -> str:
    """What all solutions' money at the end of the last year is made of."""
    settled = context.answer.settled
    to_return, kept = (float(in_all(amounts)[-1]) for amounts in (settled.to_return, settled.kept))
    return held_in_parts(to_return, kept, context.texts.amount, context.texts)


def held_in_parts(to_return: float, kept: float, written: Callable[[float], str], texts: Texts) -> str:
    """«191,8 tilbakeføres etter reglene og 73,5 beholdes»; «alt beholdes» of one part, empty of none. MNOK.

    written: an amount as it is shown; what is shown as nothing is not told.
    """
    amounts = {"to_return": to_return, "kept": kept}
    parts = {name: amount for name, amount in amounts.items() if written(abs(amount)) != written(0.0)}
    told = [
        texts(
            f"money.part_{'' if len(parts) > 1 else 'only_'}{name}_{'less' if amount < 0 else 'more'}",
            amount=written(abs(amount)),
        )
        for name, amount in parts.items()
    ]
    return texts.listed(told)


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
    if not is_moved(settled):
        return texts("money.alike", reference=context.the_reference)
    paid = float(difference(settled.payment).sum())
    way = "alike" if abs(paid) < TENTH else "less" if paid < 0 else "more"
    words = {"last": settled.years[-1], "amount": texts.amount(abs(paid)), "reference": context.the_reference}
    return " ".join(filter(None, (texts(f"money.paid_{way}", **words), _verdict(way, context))))


def _verdict(way: str, context: Context) -> str:
    """«Ingenting er spart …» where as much is used, «Alt er spart …» where nothing else differs; else each part."""
    texts, last = context.texts, dict(zip(PARTS, difference_parts(context.answer.settled)[-1].tolist(), strict=True))
    some = {name: amount for name, amount in last.items() if abs(amount) >= TENTH}
    if way != "alike" and [*some] == ["spent"]:
        return texts(f"money.saved_{way}", amount=texts.amount(abs(some["spent"])))
    if way != "alike" and [*some][:1] == ["held"]:
        moved = _moved(way, some.pop("held"), context)
        return moved if not some else f"{moved} {texts('money.besides', parts=_listed(some, texts))}"
    return texts("money.behind", parts=_listed(some, texts)) if some else ""


def _listed(some: Mapping[str, float], texts: Texts) -> str:
    """«−3,0 endret forbruk og −1,0 som staten betaler»: what a difference is made of, MNOK."""
    return texts.listed([texts(f"money.part_{name}", amount=texts.change(amount)) for name, amount in some.items()])


def _moved(way: str, held: float, context: Context) -> str:
    """What Norsk helsenett holds less or more of, MNOK, and what it has advanced."""
    own, texts, amount = float(in_all(context.answer.settled.held)[-1]), context.texts, context.texts.amount(abs(held))
    if way == "less" and own <= -TENTH:
        return texts("money.moved_less_advanced", amount=amount, advanced=texts.amount(-own))
    return texts(f"money.moved_{way}", amount=amount)


def note(name: str, context: Context) -> str:
    """What stands under a picture: where it starts, what its amounts are, and what the years after the plan are."""
    texts, baseline = context.texts, context.baseline
    if name == "settled_difference":
        told = texts("money.note_difference", first=baseline.first_year)
        moved = is_moved(context.answer.settled)
        return told if moved else f"{texts('money.note_at_rest', reference=context.the_reference)} {told}"
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
    if not earlier and not underspend:
        start = ""
    after = texts("money.note_below"), texts("money.note_after", last=baseline.last_year)
    is_open = underspend and not context.question.scenario.base_year_underspend_returned
    undecided = [texts("money.note_open", underspend=texts.amount(underspend)), *_wished(context)] if is_open else []
    return " ".join(filter(None, (start, *undecided, *after)))


def _wished(context: Context) -> Iterator[str]:
    """Where it is written that what the base year leaves over is wished to be set aside."""
    for cell in earlier_funds(context.baseline).values():
        if (cell.quantity, cell.year, cell.solution) == (SET_ASIDE, context.baseline.base_year, SUM):
            yield context.texts("money.note_wished", place=source(cell.document, cell.place, context.texts))
