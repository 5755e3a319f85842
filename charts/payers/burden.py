"""One organisation year by year: per inhabitant, growth and real burden; and what another key would mean for it."""

import math
from collections.abc import Iterator, Sequence

from charts.payers.own_words import percent_change
from charts.payers.paid import Own, in_fixed_kroner, star_note, year_head
from charts.records.figure import Table
from charts.words import addresses
from charts.words.context import Context
from charts.words.names import key_name
from charts.words.settings import label
from model.explaining.asked import address
from model.explaining.burden import DEFLATOR, REAL
from model.explaining.other_answers import WITH
from model.explaining.payments import COMPUTED, PER_INHABITANT, SUM, growth_address, paid_address
from model.payers import KeyAlternative, price_series, vintages
from model.payers.deflators import DEFLATORS
from texts import Texts


def burden_table(own: Own, context: Context) -> Table:
    """The organisation's payment seen in eight ways, a row each, years across; with a real burden two rows more."""
    texts, unit, paid, the = context.texts, own.unit, own.paid, context.the_reference
    change = paid.change_from(own.reference)

    def row(name: str, values: Sequence[str]) -> tuple[str, ...]:
        words = {
            "reference": the,
            "reference_begins": the[0].upper() + the[1:],
            "base_year": context.baseline.base_year,
        }
        return (texts(f"payers.row_{name}", **words), *values)

    amount = [unit.with_name(float(value), texts) for value in paid.total[:, 0]]
    rows = [
        row("payment", amount),
        row("reference", [unit.with_name(float(value), texts) for value in own.reference.total[:, 0]]),
        row("change", [unit.change(float(value), texts) for value in change.amount[:, 0]]),
        row("change_share", [percent_change(float(share), texts) for share in change.share[:, 0]]),
        row("per_inhabitant", [texts.amount(float(nok), 2) for nok in paid.per_inhabitant_nok[:, 0]]),
        row("average", [texts.amount(float(nok), 2) for nok in paid.average_nok[:, 0]]),
        row("growth", ["–", *(percent_change(float(share), texts) for share in paid.growth[:, 0])]),
        row("group_growth", ["–", *(percent_change(float(share), texts) for share in paid.group_growth[:, 0])]),
    ]
    if own.real is not None and own.deflator is not None:
        rows.append(row("real", [unit.with_name(float(value), texts) for value in own.real]))
        rows.append(row("deflator", [texts.percent_in_full(rate) for rate in own.deflator.rates.values()]))
    per_inhabitant = {texts(f"payers.row_{name}") for name in ("per_inhabitant", "average")}
    units = tuple("nok" if name in per_inhabitant else unit.key for name, *_ in rows)
    return Table(
        header=("", *(year_head(year, context) for year in paid.years)),
        rows=tuple(rows),
        row_units=units,
        opens=tuple(_opens(own)),
    )


def _opens(own: Own) -> Iterator[tuple[str, ...]]:
    """The addresses of the rows' amounts: «–» has none."""
    paid, years = own.paid, own.paid.years
    payments = [paid_address(year, paid.payer.id) for year in years]
    of_payer, of_group = ([address(PER_INHABITANT, year, each) for year in years] for each in _both(own))
    yield "", *payments
    yield "", *map(addresses.reference, payments)
    yield "", *map(addresses.difference, payments)
    shares = own.paid.change_from(own.reference).share[:, 0].tolist()
    yield (
        "",
        *(_unless(share, addresses.share_of_reference(each)) for share, each in zip(shares, payments, strict=True)),
    )
    yield "", *of_payer
    yield "", *of_group
    for growth, each in zip((paid.growth, paid.group_growth), _both(own), strict=True):
        grown = zip(growth[:, 0].tolist(), years[1:], strict=True)
        yield "", "", *(_unless(share, growth_address(year, each)) for share, year in grown)
    if own.real is not None and own.deflator is not None:
        yield "", *(address(REAL, year, paid.payer.id) for year in years)
        yield "", *(address(DEFLATOR, paid.payer.group, year) for year in years)


def _both(own: Own) -> tuple[str, str]:
    """The organisation and its group, by id."""
    return own.paid.payer.id, own.paid.payer.group


def _unless(share: float, opens: str) -> str:
    """The address of a share; none where there is nothing to relate it to."""
    return "" if math.isnan(share) else opens


def burden_note(own: Own, context: Context) -> str:
    """What the real burden is divided by, or why there is none; what the star means, and how amounts are rounded."""
    return " ".join((*_about_deflator(own, context), star_note(context), context.texts("payers.rounded")))


def _about_deflator(own: Own, context: Context) -> tuple[str, ...]:
    texts, group, deflator = context.texts, own.paid.payer.group, own.deflator
    if in_fixed_kroner(context.answer):
        return (texts("payers.burden_fixed"),)
    if deflator is None:
        return (texts("payers.burden_none"),)
    if "given" in deflator.sources.values():
        return (texts("payers.burden_note_given", base_year=context.baseline.base_year),)
    rate_year = max(price_series()[DEFLATORS[group]])
    words = {"base_year": context.baseline.base_year, "rate_year": rate_year}
    years = (_vintages(group, year, texts) for year in (context.baseline.base_year, rate_year))
    return texts("payers.burden_note", **words), *filter(None, years)


def _vintages(group: str, year: int, texts: Texts) -> str:
    """«Deflatoren for 2025: 4,1 % i nasjonalbudsjettet, 3,9 % i revidert, 4,7 % senere»; empty where none is known."""
    rates = [
        texts(f"payers.vintage_{rate.vintage or 'not_stated'}", rate=texts.percent_in_full(rate.rate))
        for rate in vintages(group, year)
    ]
    return texts("payers.vintages", year=year, rates=", ".join(rates)) if rates else ""


def alternatives_table(alternatives: Sequence[KeyAlternative], own: Own, context: Context) -> Table:
    """A row per key that could stand there; its payment in every year and what that is more than now in the year."""
    texts, unit, years = context.texts, own.unit, own.paid.years
    at, rows = years.index(context.year), []
    for alternative in alternatives:
        name = key_name(alternative.key, texts)
        named = texts("payers.key_of", field=label(alternative.field, context.baseline, texts), name=name)
        marks = [texts("payers.key_now")] if alternative.chosen else []
        marks += [texts("payers.approximate")] if alternative.approximate else []
        by_year = alternative.total.tolist()
        if context.law_payment is not None:  # no key moves what the regulation has set
            by_year[0] = float(own.paid.total[0, 0])
        amounts = (unit.amount(value, texts) for value in by_year)
        rows.append((named, ", ".join(marks), *amounts, unit.change(float(alternative.change[at]), texts)))
    heads = (year_head(year, context) for year in years)
    head = ("", texts("payers.key_status"), *heads, texts("payers.key_difference", year=context.year))
    return Table(header=head, rows=tuple(rows), unit=unit.key, opens=tuple(_of_keys(alternatives, own, context)))


def _of_keys(alternatives: Sequence[KeyAlternative], own: Own, context: Context) -> Iterator[tuple[str, ...]]:
    """The addresses of the payments by other keys; no key moves what the regulation has set."""
    payer, is_set = own.paid.payer.id, context.law_payment is not None
    for each in alternatives:
        by_key = [address(WITH, each.field, each.key, _computed(year, payer)) for year in own.paid.years]
        difference = addresses.more(by_key[own.paid.years.index(context.year)], _computed(context.year, payer))
        first = [paid_address(own.paid.years[0], payer)] if is_set else by_key[:1]
        yield "", "", *first, *by_key[1:], difference


def _computed(year: int, payer: str) -> str:
    """The address of a payment as it is computed."""
    return address(COMPUTED, year, SUM, payer)
