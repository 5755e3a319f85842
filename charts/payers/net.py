"""What is left to pay: the payment less compensation, and one's own share of what has left the regulation."""

import math
from collections.abc import Iterator, Sequence

import numpy as np

from charts.payers.history_tables import MARKS, own_totals
from charts.payers.paid import MNOK, Own, Unit
from charts.records.figure import Table
from charts.words import addresses
from charts.words.context import Context
from model.baseline.axes import MUNICIPALITIES, RHF, Array
from model.explaining.asked import address
from model.explaining.net import LEFT, LESS_COMPENSATION, NET, OUTSIDE_PART, PAYMENT, TOGETHER
from model.payers import Memo, PaymentHistory, compensations, moved_outside, net_payment
from model.payers.history import COMPUTED
from texts import Texts

COMPENSATED = (RHF, MUNICIPALITIES)
"""The groups that compensation goes to; how it is split between them is not published."""


def net_table(own: Own, context: Context) -> Table:
    """RHF and municipalities together, then the organisation: payment, compensation, share outside, net; years across.

    Each year in its own kroner, the computed ones in the scenario's.
    """
    years, kinds = net_years(context)
    head = ("", *(f"{year}{MARKS.get(kind, '')}" for year, kind in zip(years, kinds, strict=True)))
    together, mine = _together(context), _own(own, context)
    rows = [_row(name, amounts, MNOK, context.texts) for name, amounts in together]
    rows += [_row(name, amounts, own.unit, context.texts) for name, amounts in mine]
    units = (*["mnok"] * len(together), *[own.unit.key] * len(mine))
    return Table(
        head, tuple(rows), row_units=units, opens=addresses.where_shown(rows, _opens(len(together), own, context))
    )


def _opens(together: int, own: Own, context: Context) -> Iterator[tuple[str, ...]]:
    """The addresses of the rows' amounts: of both groups together, and of the organisation."""
    years, (payer, given) = net_years(context)[0], (own.paid.payer.id, context.question.own)
    for part in (PAYMENT, LESS_COMPENSATION, LEFT, OUTSIDE_PART)[:together]:
        yield "", *(address(NET, part, year, TOGETHER) for year in years)
    named = [PAYMENT]
    named += [LESS_COMPENSATION] if payer in given.compensations_mnok else []
    named += [OUTSIDE_PART] if payer in given.service_agreements_mnok and moved_outside(context.baseline) else []
    for part in (*named, *([LEFT] if len(named) > 1 else [])):
        yield "", *(address(NET, part, year, payer) for year in years)


def net_rows(own: Own, context: Context) -> list[tuple[str, Array]]:
    """The same rows unrounded: name, and (year,), MNOK; NaN where it is not known."""
    return [*_together(context), *_own(own, context)]


def net_years(context: Context) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The years of the table, and what is known of each."""
    history, years = context.answer.history, context.answer.nominal.years
    return (years, (COMPUTED,) * len(years)) if history is None else (history.years, history.kinds)


def _together(context: Context) -> list[tuple[str, Array]]:
    """Of the groups that are compensated; nothing where what they paid before is not known."""
    history, texts = context.answer.history, context.texts
    if history is None:
        return []
    paid = _compensated(history)
    returned = np.full(len(history.years), compensation_mnok())
    net = net_payment(paid, returned)
    rows = [("net_together", paid), ("net_compensation", -returned), ("net_left", net)]
    outside = moved_outside(context.baseline)
    if outside is not None:
        rows.append(("net_outside", _outside(outside, outside.amount, context)))
    base_year = context.baseline.base_year
    return [(texts(f"payers.{name}", base_year=base_year), amounts) for name, amounts in rows]


def _compensated(history: PaymentHistory) -> Array:
    """(year,), MNOK: what the groups that are compensated pay together."""
    return sum((history.of_group(group) for group in COMPENSATED), np.zeros(len(history.years)))


def _own(own: Own, context: Context) -> list[tuple[str, Array]]:
    """Of the organisation: what it has typed in for itself, and what is left; the payment alone where it has not.

    What is left is called net only where a compensation of its own has been taken off.
    """
    texts, given, payer, memo = context.texts, context.question.own, own.paid.payer, moved_outside(context.baseline)
    history = context.answer.history
    paid = own.nominal if history is None else own_totals(own, history, context)
    returned, shares = (amounts.get(payer.id) for amounts in (given.compensations_mnok, given.service_agreements_mnok))
    rows = [(texts("payers.net_own", name=payer.name), paid)]
    left = paid
    if returned is not None:
        rows.append((texts("payers.row_compensation"), np.full(len(paid), -returned)))
        left = net_payment(left, returned)
    if shares is not None and memo is not None:
        outside = _outside(memo, shares, context)
        rows.append((texts("payers.row_outside"), outside))
        left = left + outside
    if len(rows) > 1:
        rows.append((texts("payers.row_before" if returned is None else "payers.row_net", name=payer.name), left))
    return rows


def net_of_year(own: Own, context: Context) -> str:
    """What the organisation has left to pay in the year that is looked at, net or before compensation, in words."""
    (years, kinds), year, texts = net_years(context), context.year, context.texts
    at = years.index(year)
    prices = context.nominal_prices if kinds[at] == COMPUTED else texts("view.in_faste", base_year=year)
    amount = own.unit.with_name(float(_own(own, context)[-1][1][at]), texts)
    is_net = own.paid.payer.id in context.question.own.compensations_mnok
    said = "given.net_said" if is_net else "given.before_said"
    return texts(said, name=own.paid.payer.name, year=year, amount=amount, prices=prices)


def _row(name: str, amounts: Array, unit: Unit, texts: Texts) -> tuple[str, ...]:
    return (name, *("–" if math.isnan(amount) else unit.amount(amount, texts) for amount in amounts.tolist()))


def compensation_mnok() -> float:
    """What is published of compensation in all, MNOK a year."""
    return sum(each.amount or 0.0 for each in compensations().values())


def _outside(memo: Memo, amount: float, context: Context) -> Array:
    """(year,), MNOK: ``amount`` of what the memo is in full, in the years that it is outside; it is not indexed."""
    years, baseline = net_years(context)[0], context.baseline
    outside: Sequence[float] = (memo.amounts(context.question.scenario, years) / memo.amount * amount).tolist()
    return np.array([each if year >= baseline.first_year else 0.0 for year, each in zip(years, outside, strict=True)])


def net_sentence(context: Context) -> str:
    """What RHF and municipalities have left to pay by the first regulation found and by the last."""
    history, texts = context.answer.history, context.texts
    if history is None or len(history.law_years) < 2:
        return ""
    first, last = history.by_law(_compensated(history))
    returned = compensation_mnok()
    return texts(
        "payers.net_sentence",
        first=history.law_years[0],
        last=history.law_years[-1],
        net_first=texts.amount(float(first) - returned),
        net_last=texts.amount(float(last) - returned),
        compensation=texts.amount(returned, 0),
    )


def net_note(own: Own, context: Context) -> str:
    """Whose reading the compensation is, that no split is published, and where one's own amounts are typed in."""
    texts = context.texts
    amounts = [texts.amount(each.amount, 0) for each in compensations().values() if each.amount is not None]
    words = {"amounts": texts.listed(amounts)}
    return texts("payers.net_note", name=own.paid.payer.name, **words)
