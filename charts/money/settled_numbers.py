"""The page's sentence and numbers: what is paid, used, held and lost by waiting, and one organisation's part of it."""

from charts.money.own_part import own_key_figure
from charts.money.settled_words import all_held_in_parts, difference_sentence, held_sentence
from charts.money.sums import difference, in_all, is_moved
from charts.records import KeyFigure
from charts.words.context import TENTH, Context


def money_headline(context: Context) -> str:
    """What the scenario saves and what it moves; at rest what is held."""
    moved = is_moved(context.answer.settled)
    return difference_sentence(context) if moved else held_sentence(context)


def money_key_figures(context: Context) -> tuple[KeyFigure, ...]:
    """Paid and held, each against the published rules; what the wait costs; and one's own part."""
    settled, texts = context.answer.settled, context.texts
    held = float(difference(settled.held)[-1])
    return (
        _paid(context),
        KeyFigure(
            "whole_held",
            texts("money.key_held", last=settled.years[-1]),
            texts.amount(float(in_all(settled.held)[-1])),
            "; ".join(filter(None, (all_held_in_parts(context), _against(held, context)))),
            abs(held) >= TENTH,
        ),
        _delay(context),
        *own_key_figure(context),
    )


def _paid(context: Context) -> KeyFigure:
    """What is paid over all years, and what is used."""
    settled, texts = context.answer.settled, context.texts
    paid, spent = (float(in_all(amounts).sum()) for amounts in (settled.payment, settled.spent))
    changed = float(difference(settled.payment).sum())
    label = texts("money.key_paid", first=settled.years[0], last=settled.years[-1])
    notes = (texts("money.paid_note", spent=texts.amount(spent)), _against(changed, context))
    note = "; ".join(filter(None, notes))
    return KeyFigure("whole_paid", label, texts.amount(paid), note, abs(changed) >= TENTH)


def _against(changed: float, context: Context) -> str:
    """«−44,0 mot tallgrunnlaget …», also where it is nothing, once something differs."""
    if not is_moved(context.answer.settled):
        return ""
    return context.texts("key.against", difference=context.texts.change(changed), reference=context.the_reference)


def _delay(context: Context) -> KeyFigure:
    """The price growth that returned money misses by waiting two years, and what Norsk helsenett adds to it."""
    settled, texts = context.answer.settled, context.texts
    lost, added = (float(in_all(amounts).sum()) for amounts in (settled.delay, settled.index_supplement))
    return KeyFigure(
        "whole_delay",
        texts("money.key_delay", first=settled.years[0], last=settled.years[-1]),
        texts.amount(lost),
        texts(f"money.delay_{delay_way(lost, added, context)}", added=texts.amount(added), first=settled.years[0]),
        False,
    )


def delay_way(lost: float, added: float, context: Context) -> str:
    """How the wait is told: that prices do not grow, that growth is lost or won by it, or that nothing waits. MNOK."""
    if max(abs(lost), abs(added)) < TENTH:
        return "none"
    if abs(lost) >= TENTH:
        return "lost" if lost > 0 else "won"
    return "idle" if context.question.scenario.repayment_lag > 1 else "at_once"
