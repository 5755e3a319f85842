"""One organisation year by year: per inhabitant, growth and real burden; and what another key would mean for it."""

from collections.abc import Sequence

from charts.payers.own_words import percent_change
from charts.payers.paid import Own, in_fixed_kroner, star_note, year_head
from charts.records.figure import Table
from charts.words.context import Context
from charts.words.names import key_name
from charts.words.settings import label
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
    )


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
    return Table(header=head, rows=tuple(rows), unit=unit.key)
