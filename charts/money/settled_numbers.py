"""The page's sentence and numbers: what is paid, used, held and lost by waiting, and one organisation's part of it."""

from charts.money.own_part import own_key_figure
from charts.money.settled_words import all_held_in_parts, difference_sentence, held_sentence
from charts.money.sums import difference, in_all, is_moved
from charts.records.figure import KeyFigure
from charts.words.context import TENTH, Context
from model.baseline.axes import Array
from model.explaining.beside import YEAR, over_years
from model.explaining.settled import DELAY, HELD, settled_address


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
            settled_address(HELD, settled.years[-1]),
        ),
        _delay(context),
        *own_key_figure(context),
    )


def _paid(context: Context) -> KeyFigure:
    """What is paid over all years, and what is used."""
    settled, texts = context.answer.settled, context.texts
    paid, spent = (_in_all_years(amounts) for amounts in (settled.payment, settled.spent))
    changed = float(difference(settled.payment).sum())
    label = texts("money.key_paid", first=settled.years[0], last=settled.years[-1])
    notes = (texts("money.paid_note", spent=texts.amount(spent)), _against(changed, context))
    note = "; ".join(filter(None, notes))
    opens = over_years(settled.years[0], settled.years[-1], settled_address("payment", YEAR))
    return KeyFigure("whole_paid", label, texts.amount(paid), note, abs(changed) >= TENTH, opens)


def _against(changed: float, context: Context) -> str:
    """«−44,0 mot tallgrunnlaget …», also where it is nothing, once something differs."""
    if not is_moved(context.answer.settled):
        return ""
    return context.texts("key.against", difference=context.texts.change(changed), reference=context.the_reference)


def _delay(context: Context) -> KeyFigure:
    """The price growth that returned money misses by waiting two years, and what is added to it."""
    texts, years = context.texts, context.answer.settled.years
    note = "; ".join(texts(f"money.delay_{part}", **words, first=years[0]) for part, words in delay_parts(context))
    label = texts("money.key_delay", first=years[0], last=years[-1])
    opens, value = over_years(years[0], years[-1], settled_address(DELAY, YEAR)), context.answer.settled.delay
    return KeyFigure("whole_delay", label, texts.amount(_in_all_years(value)), note, False, opens)


def delay_parts(context: Context) -> tuple[tuple[str, dict[str, str]], ...]:
    """How the wait is told, and who adds the last year's growth to what is returned or charged: the ends of texts.

    Without price growth it costs nothing; where nothing has waited it is idle.
    """
    settled, texts = context.answer.settled, context.texts
    lost, added = _in_all_years(settled.delay), _in_all_years(settled.index_supplement)
    if max(abs(lost), abs(added)) < TENTH:
        return (("none", {}),)
    at_once = context.question.scenario.repayment_lag == 1
    way = ("lost" if lost > 0 else "won") if abs(lost) >= TENTH else "at_once" if at_once else "idle"
    wait = (way, {"lost": texts.amount(abs(lost))})
    if abs(added) < TENTH:
        return (wait,)
    return wait, ("added" if added > 0 else "added_by_payers", {"added": texts.amount(abs(added))})


def _in_all_years(amounts: Array) -> float:
    """MNOK: of the scenario, all solutions and years."""
    return float(in_all(amounts).sum())
