"""One organisation in words: its numbers, and a sentence."""

import math

from charts.payers.law import law_of
from charts.payers.paid import Own
from charts.payers.us import CENT, change_per_inhabitant
from charts.payers.year_change import with_money_back, year_change_parts
from charts.records.figure import KeyFigure
from charts.words.context import Context
from charts.words.prices import prices_after_law
from model.explaining.asked import address
from model.explaining.burden import REAL
from model.explaining.payments import PER_INHABITANT, growth_address, law_address, paid_address
from texts import Texts


def own_key_figures(own: Own, context: Context) -> tuple[KeyFigure, ...]:
    """The payment, per inhabitant, the real burden, and what the year is held against; all in the same places.

    That is the regulation in the year that it sets, and the year before in others.
    """
    at = own.paid.years.index(context.year)
    paid = _set(own, context) if context.is_set_by_law else _payment(own, at, context)
    law = (_law(own, context),) if context.baseline.is_set(context.year) and not context.is_set_by_law else ()
    last = law if context.is_first_year else (_growth(own, at, context),)
    return (paid, _per_inhabitant(own, at, context), *_real(own, at, context), *last)


def _law(own: Own, context: Context) -> KeyFigure:
    texts = context.texts
    year, approximate = context.baseline.first_year, own.reference.approximate
    note = texts("payers.law_key_note_approximate" if approximate else "payers.law_key_note", year=year)
    value = own.unit.with_name(law_of(own.paid.payer.id, context.answer), texts)
    opens = law_address(own.paid.payer.id)
    return KeyFigure("payer_law", texts("payers.law_key", year=year), value, note, False, opens)


def _set(own: Own, context: Context) -> KeyFigure:
    """What the regulation has the organisation pay in the year that the scenario starts from, in the prices shown."""
    texts, year = context.texts, context.year
    note = _approximate(texts("payers.set_key_note", prices=prices_after_law(context.question, texts)), own, texts)
    value, opens = own.unit.with_name(float(own.paid.total[0, 0]), texts), paid_address(year, own.paid.payer.id)
    return KeyFigure("payer_law", texts("payers.law_key", year=year), value, note, False, opens)


def _payment(own: Own, at: int, context: Context) -> KeyFigure:
    texts, unit, year = context.texts, own.unit, own.paid.years[at]
    change = float((own.paid.total - own.reference.total)[at, 0])
    moved = abs(change) >= unit.same
    is_published = context.is_first_year and context.question.is_published
    note = texts("payers.key_published" if is_published else "payers.key_computed")
    if moved:
        note = texts(
            "payers.key_against",
            difference=unit.change(change, texts),
            percent=_share(change, own, at, texts),
            reference=context.the_reference,
        )
    note = _approximate(note, own, texts)
    note = "; ".join(filter(None, (note, with_money_back(own, context, "need_range.payment"))))
    label = texts("payers.key_payment", year=year)
    value, opens = unit.with_name(float(own.paid.total[at, 0]), texts), paid_address(year, own.paid.payer.id)
    return KeyFigure("payer_payment", label, value, note, moved, opens)


def _per_inhabitant(own: Own, at: int, context: Context) -> KeyFigure:
    texts, paid = context.texts, own.paid
    average = texts.amount(float(paid.average_nok[at, 0]), 2)
    change = change_per_inhabitant(own, at)
    moved = abs(change) >= CENT
    parts = (
        _against(change, float(own.reference.per_inhabitant_nok[at, 0]), context) if moved else "",
        texts(f"payers.average_{paid.payer.group}", amount=average),
    )
    note = _approximate("; ".join(filter(None, parts)), own, texts)
    digits = 0 if own.approximate else 2
    value = texts("payers.nok_amount", amount=texts.amount(float(paid.per_inhabitant_nok[at, 0]), digits))
    label = texts("payers.key_per_inhabitant", year=paid.years[at])
    opens = address(PER_INHABITANT, paid.years[at], paid.payer.id)
    return KeyFigure("payer_per_inhabitant", label, value, note, moved, opens)


def _against(change: float, before: float, context: Context) -> str:
    """«1,84 kr mindre enn i tallgrunnlaget (96,83)», kroner per inhabitant."""
    texts = context.texts
    words = {"change": texts.amount(abs(change), 2), "before": texts.amount(before, 2)}
    return texts(f"payers.each_{'more' if change > 0 else 'less'}", reference=context.the_reference, **words)


def _growth(own: Own, at: int, context: Context) -> KeyFigure:
    """How much more than the year before: of what amount, what it consists of, and the same for its group."""
    texts, paid = context.texts, own.paid
    label = texts("payers.key_growth", previous=paid.years[at] - 1, year=paid.years[at])
    of_group = percent_change(float(paid.group_growth[at - 1, 0]), texts)
    parts = ", ".join(year_change_parts(own, context))
    before = own.unit.with_name(float(paid.total[at - 1, 0]), texts)
    why = texts("payers.growth_why", before=before, parts=parts) if parts else ""
    note = "; ".join(filter(None, (why, texts(f"payers.growth_{paid.payer.group}", percent=of_group))))
    growth = float(paid.growth[at - 1, 0])
    opens = "" if math.isnan(growth) else growth_address(paid.years[at], paid.payer.id)
    return KeyFigure("payer_growth", label, percent_change(growth, texts), note, False, opens)


def _real(own: Own, at: int, context: Context) -> tuple[KeyFigure, ...]:
    """The real burden; nothing while amounts stand in fixed kroner, or where there is no deflator of its own."""
    texts, year, deflator = context.texts, own.paid.years[at], own.deflator
    if deflator is None or own.real is None:
        return ()
    rate, base_year = texts.percent_in_full(deflator.rates[year]), context.baseline.base_year
    note = _approximate(texts(f"payers.real_{deflator.sources[year]}", rate=rate, base_year=base_year), own, texts)
    value, opens = own.unit.with_name(float(own.real[at]), texts), address(REAL, year, own.paid.payer.id)
    return (KeyFigure("payer_real", texts("payers.key_real", year=year), value, note, False, opens),)


def _approximate(note: str, own: Own, texts: Texts) -> str:
    return f"{note}, {texts('payers.approximate')}" if own.paid.approximate else note


def own_headline(own: Own, context: Context) -> str:
    """What the organisation pays in the year, by the regulation first where that sets it, against the reference."""
    texts, year = context.texts, context.year
    at, unit, by_law = own.paid.years.index(year), own.unit, context.baseline.is_set(year)
    change = float((own.paid.total - own.reference.total)[at, 0])
    direction = "same" if abs(change) < unit.same else "up" if change > 0 else "down"
    mark = f", {texts('payers.approximate')}"
    if context.law_payment is not None:
        return _from_law(own, at, direction, context)
    return texts(
        f"payers.headline_{'law_' if by_law else ''}{direction}",
        name=own.paid.payer.name,
        year=year,
        law=unit.with_name(law_of(own.paid.payer.id, context.answer), texts) if by_law else "",
        amount=unit.with_name(float(own.paid.total[at, 0]), texts),
        change=unit.with_name(abs(change), texts),
        percent=_share(change, own, at, texts),
        prices=context.prices,
        law_mark=mark if own.reference.approximate else "",
        mark=mark if own.paid.approximate else "",
        reference=context.the_reference,
        alike=texts("payers.alike") if context.indexed else "",
    )


def _from_law(own: Own, at: int, direction: str, context: Context) -> str:
    """What the regulation sets for the first year, or growth from that; in one price basis, and what moves it.

    direction: ``same``, ``up`` or ``down``, against the reference.
    """
    texts, unit, total = context.texts, own.unit, own.paid.total[:, 0]
    change, first = float(total[at] - own.reference.total[at, 0]), float(total[0])
    growth = float(total[at]) / first - 1 if first > 0 else math.nan
    words = {
        "name": own.paid.payer.name,
        "year": own.paid.years[at],
        "amount": unit.with_name(float(total[at]), texts),
        "law": unit.with_name(first, texts),
        "law_year": own.paid.years[0],
        "growth": percent_change(growth, texts),
        "prices": prices_after_law(context.question, texts),
        "mark": f", {texts('payers.approximate')}" if own.approximate else "",
    }
    said = texts("payers.headline_set" if context.is_set_by_law else "payers.headline_from_law", **words)
    if direction == "same":
        return said
    against = {"change": unit.with_name(abs(change), texts), "percent": _share(change, own, at, texts)}
    return f"{said} {texts(f'payers.headline_than_{direction}', reference=context.the_reference, **against)}"


def percent_change(share: float, texts: Texts) -> str:
    """A relative change; a dash where there is nothing to relate it to."""
    return "–" if math.isnan(share) else texts.percent_change(share)


def _share(change: float, own: Own, at: int, texts: Texts) -> str:
    base = float(own.reference.total[at, 0])
    return percent_change(change / base if base > 0 else math.nan, texts)
