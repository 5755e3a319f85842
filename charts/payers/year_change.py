"""Why an organisation's payment differs from the year before, and what it is where unspent money comes back."""

from charts.payers.paid import Own
from charts.words.context import Context
from charts.words.need_range import is_open, range_note
from model.answers.payer_change import PayerChange, payer_change, payer_open_return


def year_change_sentence(own: Own, context: Context) -> str:
    """«Fra 2026 til 2027 endres betalingen for Helse Vest med +8,3 mill. kr: +1,9 kostnad og +6,4 …»; or nothing.

    Where the need is a range, what is paid at its low end follows. There is nothing for the plan's first year: how
    the payment of the year before was divided is not all known.
    """
    if context.is_first_year:
        return ""
    texts, year = context.texts, context.year
    parts = year_change_parts(own, context)
    if not parts:
        return ""
    told = texts.listed(parts)
    sentence = texts(
        "payers.change_sentence",
        name=own.paid.payer.name,
        previous=year - 1,
        year=year,
        change=texts(f"{own.unit.name}_amount", amount=own.unit.change(_change(own, context).whole, texts)),
        parts=told,
        prices=context.prices,
        mark=f", {texts('payers.approximate')}" if own.approximate else "",
    )
    return " ".join(filter(None, (sentence, with_money_back(own, context, "need_range.payment_said"))))


def year_change_parts(own: Own, context: Context) -> tuple[str, ...]:
    """«+1,9 kostnad», «+6,4 bortfall …»: each part of the change from the year before that its unit shows."""
    change = _change(own, context)
    amounts = {
        "key.need_cost": change.cost,
        "payers.change_prices": change.prices,
        "key.need_lapsed": change.lapsed,
        "key.need_returned": change.returned,
        "key.need_state": change.state,
        "key.need_rounding": change.rounding,
        "payers.change_keys": change.keys,
    }
    hidden = 0.5 * 10.0**-own.unit.decimals / own.unit.factor
    texts = context.texts
    return tuple(
        texts(key, amount=own.unit.change(amount, texts)) for key, amount in amounts.items() if abs(amount) >= hidden
    )


def with_money_back(own: Own, context: Context, key: str) -> str:
    """«86,1 mill. kr hvis 73,5 mill. kr fra 2025, for alle, kommer tilbake»; empty where the need is no range."""
    year = context.year
    if not is_open(context, year):
        return ""
    total = float(own.paid.total[own.paid.years.index(year), 0])
    low = total - payer_open_return(own.paid.payer.id, context.answer, year)
    return range_note(key, year, context, low=own.unit.with_name(low, context.texts))


def _change(own: Own, context: Context) -> PayerChange:
    return payer_change(own.paid.payer.id, context.answer, context.year)
