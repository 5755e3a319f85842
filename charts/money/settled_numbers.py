"""The page's sentence and numbers: what is paid, used, held and lost by waiting, and one organisation's part of it."""

from charts.money.own_part import own_key_figure
from charts.money.settled_words import difference_sentence, held_in_parts, held_sentence
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
            f"{held_in_parts(context)}{_against(held, context)}",
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
    note = f"{texts('money.paid_note', spent=texts.amount(spent))}{_against(changed, context)}"
    return KeyFigure("whole_paid", label, texts.amount(paid), note, abs(changed) >= TENTH)


def _against(changed: float, context: Context) -> str:
    """«; −44,0 mot tallgrunnlaget …», also where it is nothing, once something differs."""
    if not is_moved(context.answer.settled):
        return ""
    return context.texts("money.against", difference=context.texts.change(changed), reference=context.the_reference)


def _delay(context: Context) -> KeyFigure:
    """The price growth that returned money misses by waiting two years, and what Norsk helsenett adds to it."""
    settled, texts = context.answer.settled, context.texts
    lost, added = (float(in_all(amounts).sum()) for amounts in (settled.delay, settled.index_supplement))
    scenario = context.question.scenario
    way = "none" if abs(added) < TENTH else "lost" if scenario.repayment_lag > 1 else "at_once"
    return KeyFigure(
        "whole_delay",
        texts("money.key_delay", first=settled.years[0], last=settled.years[-1]),
        texts.amount(lost),
        texts(f"money.delay_{way}", added=texts.amount(added)),
        False,
    )
