"""One organisation year by year: nominal, per inhabitant, growth and real; and what another key would mean for it."""

from collections.abc import Sequence

from charts.payers.own import percent_change
from charts.payers.paid import Own, compensation_shown, star_note, starred, without_price_growth
from charts.records import Table
from charts.words.context import Context
from charts.words.names import key_name
from charts.words.settings import label
from model.payers import KeyAlternative, net_payment, price_series


def burden_table(own: Own, context: Context) -> Table:
    """The organisation's payment seen in ten ways, a row each, years across; with compensation two rows more."""
    texts, unit, paid = context.texts, own.unit, own.paid
    compensation = compensation_shown(context.answer)
    change = paid.change_from(own.reference)

    def row(name: str, values: Sequence[str]) -> tuple[str, ...]:
        words = {"reference": context.the_reference, "base_year": context.baseline.base_year}
        return (texts(f"payers.row_{name}", **words), *values)

    real = "real_at_zero" if without_price_growth(context.answer) else "real"
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
        row(real, [unit.with_name(float(value), texts) for value in own.real]),
        row("deflator", [texts.percent_in_full(rate) for rate in context.answer.deflator.rates.values()]),
    ]
    if compensation is not None:
        net = net_payment(paid.total[:, 0], compensation)
        rows.append(row("compensation", [unit.with_name(float(value), texts) for value in compensation]))
        rows.append(row("net", [unit.with_name(float(value), texts) for value in net]))
    per_inhabitant = {texts(f"payers.row_{name}") for name in ("per_inhabitant", "average")}
    units = tuple("nok" if name in per_inhabitant else unit.key for name, *_ in rows)
    return Table(
        header=("", *(starred(year, context.baseline) for year in paid.years)), rows=tuple(rows), row_units=units
    )


def burden_note(context: Context) -> str:
    """What the real burden is divided by, what the star means, and how amounts are rounded."""
    texts, is_given = context.texts, "given" in context.answer.deflator.sources.values()
    words = {"base_year": context.baseline.base_year, "rate_year": max(price_series()["municipal"])}
    notes = [texts("payers.burden_note_given" if is_given else "payers.burden_note", **words)]
    notes += [texts("payers.burden_at_zero")] if without_price_growth(context.answer) else []
    return " ".join((*notes, star_note(context), texts("payers.rounded")))


def alternatives_table(alternatives: Sequence[KeyAlternative], own: Own, context: Context) -> Table:
    """A row per key that could stand there; its payment in every year and what that is more than now in the year."""
    texts, unit, years = context.texts, own.unit, own.paid.years
    at, rows = years.index(context.year), []
    for alternative in alternatives:
        name = key_name(alternative.key, texts)
        named = texts("payers.key_of", field=label(alternative.field, context.baseline, texts), name=name)
        marks = [texts("payers.key_now")] if alternative.chosen else []
        marks += [texts("payers.approximate")] if alternative.approximate else []
        amounts = (unit.amount(float(value), texts) for value in alternative.total)
        rows.append((named, ", ".join(marks), *amounts, unit.change(float(alternative.change[at]), texts)))
    marked = (starred(year, context.baseline) for year in years)
    head = ("", texts("payers.key_status"), *marked, texts("payers.key_difference", year=context.year))
    return Table(header=head, rows=tuple(rows), unit=unit.key)
