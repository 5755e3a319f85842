"""One organisation's part of the money that is returned and held, by the keys."""

from charts.money.settled_words import held_in_parts
from charts.payers.paid import MNOK, NOK, Unit, in_three_digits
from charts.records.figure import KeyFigure, Table
from charts.words import addresses
from charts.words.context import SAME, Context
from model.answers.own_money import OwnMoney
from model.baseline.axes import MUNICIPALITIES
from model.explaining.own_money import PAID_MORE, RETURNED, own_money_address
from model.explaining.settled import HELD, KEPT, TO_RETURN

OPENED = (PAID_MORE, RETURNED, TO_RETURN, KEPT)
"""What the rows of the table are, by the names of their calculations."""


def own_key_figure(context: Context) -> tuple[KeyFigure, ...]:
    """What the organisation's part of the money at the end of the last year is; nothing where nobody is looked at."""
    if not context.question.us:
        return ()
    own, texts, last = OwnMoney.of(context.question.us, context.answer), context.texts, context.answer.settled.years[-1]
    unit = own_unit(own)
    to_return, kept = float(own.to_return[-1]), float(own.kept[-1])
    parts = held_in_parts(to_return, kept, lambda amount: unit.amount(amount, texts), texts)
    value = unit.with_name(to_return + kept, texts)
    label = texts("money.key_own", name=own.payer.name, last=last)
    note = ", ".join(filter(None, (parts, _paid_more(own, context), *_approximately(own, context))))
    opens = own_money_address(HELD, last, own.payer.id)
    return (KeyFigure("whole_own", label, value, note, bool(abs(own.paid_more).max() >= SAME), opens),)


def _paid_more(own: OwnMoney, context: Context) -> str:
    """«betaler −50,8 mot tallgrunnlaget …»: over all the years; empty where it is as much."""
    years, unit = context.answer.settled.years, own_unit(own)
    if abs(own.paid_more).max() < SAME:
        return ""
    amount = unit.change(float(own.paid_more.sum()), context.texts)
    words = {"first": years[0], "last": years[-1], "reference": context.the_reference}
    return context.texts("money.own_paid", amount=amount, **words)


def own_title(context: Context) -> str:
    """«Helse Vest: andel av pengene, mill. kr, løpende kroner …, tilnærmet»."""
    own, texts = OwnMoney.of(context.question.us, context.answer), context.texts
    unit = texts(own_unit(own).name)
    title = texts("money.own_title", name=own.payer.name, unit=unit, prices=context.nominal_prices)
    return ", ".join((title, *_approximately(own, context)))


def own_table(context: Context) -> Table:
    """Returned in the year, and at its end what will be returned and what is kept: years across."""
    settled, texts = context.answer.settled, context.texts
    own = OwnMoney.of(context.question.us, context.answer)
    unit = own_unit(own)
    amounts = {
        "own_paid_more": [None, *own.paid_more.tolist()],
        "own_returned": [None, *own.returned.tolist()],
        "own_to_return": own.to_return.tolist(),
        "own_kept": own.kept.tolist(),
    }
    rows = [
        (texts(f"money.{name}"), *("" if amount is None else unit.amount(amount + 0.0, texts) for amount in by_year))
        for name, by_year in amounts.items()
    ]
    opens = [("", *(own_money_address(each, year, own.payer.id) for year in settled.held_years)) for each in OPENED]
    return Table(
        ("", *map(str, settled.held_years)), tuple(rows), unit=unit.key, opens=addresses.where_shown(rows, opens)
    )


def own_unit(own: OwnMoney) -> Unit:
    """The unit of an organisation's amounts, as those of its payment."""
    if own.payer.group != MUNICIPALITIES:
        return MNOK
    largest = max(abs(amounts).max() for amounts in (own.returned, own.to_return, own.kept))
    return in_three_digits(float(largest)) if own.approximate else NOK


def _approximately(own: OwnMoney, context: Context) -> tuple[str, ...]:
    return (context.texts("payers.approximate"),) if own.approximate else ()
