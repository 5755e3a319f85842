"""Why an organisation's payment differs from the year before, in a sentence."""

from charts.payers.paid import Own
from charts.words.context import Context
from model.answers.payer_change import PayerChange, payer_change


def year_change_sentence(own: Own, context: Context) -> str:
    """«Fra 2026 til 2027 endres betalingen for Helse Vest med +8,3 mill. kr: +1,9 kostnad og +6,4 …»; or nothing.

    There is nothing for the plan's first year: how the payment of the year before was divided is not all known.
    """
    if context.is_first_year:
        return ""
    texts, year = context.texts, context.year
    change = payer_change(own.paid.payer.id, context.answer, year)
    parts = _parts(change, own, context)
    if not parts:
        return ""
    told = texts("figure.and", first=", ".join(parts[:-1]), second=parts[-1]) if parts[1:] else parts[0]
    return texts(
        "payers.change_sentence",
        name=own.paid.payer.name,
        previous=year - 1,
        year=year,
        change=texts(f"{own.unit.name}_amount", amount=own.unit.change(change.whole, texts)),
        parts=told,
        prices=context.prices,
        mark=f", {texts('payers.approximate')}" if own.approximate else "",
    )


def _parts(change: PayerChange, own: Own, context: Context) -> list[str]:
    """Each part that its unit shows, with what it is."""
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
    return [
        texts(key, amount=own.unit.change(amount, texts)) for key, amount in amounts.items() if abs(amount) >= hidden
    ]
