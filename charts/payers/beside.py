"""What stands beside the payment and is never added to it: prices of other members, memos, compensation."""

from charts.payers.paid import MNOK
from charts.records import Table
from charts.words.context import Context
from model.baseline.axes import PAYER_GROUPS, PHARMACIES
from model.baseline.documents import documents
from model.payers import (
    Memo,
    compensations,
    group_payments,
    outside_regulation,
    payments,
    pharmacy_cost,
    pharmacy_share,
    price_categories,
    price_factor,
)
from texts import Texts


def members_table(context: Context) -> Table:
    """The price categories: kroner a month and a year by the regulation, and a year at the scenario's payment.

    The regulation's are in kroner of 2026, the scenario's in the prices that are shown.
    """
    texts, answer, year = context.texts, context.answer, context.year
    factor = float(price_factor(payments(answer.result, answer.keys))[answer.result.years.index(year), 0])
    rows = [
        (
            texts(f"price_category.{name}"),
            texts.amount(category.nok_per_month, 0),
            texts.amount(category.nok_per_year, 0),
            texts.amount(category.nok_per_year * factor, 0),
        )
        for name, category in price_categories().items()
    ]
    head = [texts(f"payers.members_{column}") for column in ("category", "month", "year")]
    scaled = texts("payers.members_scaled", year=year, prices=context.prices)
    return Table(header=(*head, scaled), rows=tuple(rows), unit="nok")


def pharmacies_table(context: Context) -> Table:
    """What pharmacies and bandagists pay: the regulation's amount and share of E-resept, and the computed years."""
    texts, cost, answer = context.texts, pharmacy_cost(), context.answer
    place = PAYER_GROUPS.index(PHARMACIES)
    amounts = group_payments(answer.result, answer.keys)[:, place, 0]
    rows = [
        (texts("payers.pharmacies_law"), MNOK.with_name(cost.amount, texts)),
        (texts("payers.pharmacies_share"), texts.percent(pharmacy_share())),
        (
            texts("payers.pharmacies_each", year=cost.volume.year),
            texts("payers.nok_amount", amount=texts.amount(cost.nok, 2)),
        ),
        *(
            (texts("payers.pharmacies_year", year=year, prices=context.prices), MNOK.with_name(float(amount), texts))
            for year, amount in zip(answer.result.years, amounts, strict=True)
        ),
    ]
    return Table(header=("", texts("solution.e_resept")), rows=tuple(rows))


def memo_table(context: Context) -> Table:
    """The amounts outside the regulation in every year of the scenario, MNOK; they are not indexed."""
    texts, years = context.texts, context.answer.result.years
    rows = [
        (
            texts(f"memo.{memo.id}"),
            texts(f"memo.{memo.id}_payers"),
            *_memo_cells(memo, context),
            source(memo.document, memo.place, texts),
        )
        for memo in outside_regulation().values()
    ]
    head = ("", texts("payers.memo_payers"), *map(str, years), texts("payers.source"))
    return Table(header=head, rows=tuple(rows))


def _memo_cells(memo: Memo, context: Context) -> list[str]:
    """An amount for each year that it is stated for, starred where the source gives no year."""
    years, star = context.answer.result.years, "" if memo.year else "*"
    amounts = zip(years, memo.amounts(context.question.scenario, years).tolist(), strict=True)
    return [f"{context.texts.amount(amount)}{star}" if memo.is_of(year) else "–" for year, amount in amounts]


def compensation_table(texts: Texts) -> Table:
    """What is published of compensation: who is to receive it, the year, and the amount where one is printed."""
    rows = [
        (
            texts(f"compensation.{name}"),
            ", ".join(texts(f"payer_group.{group}") for group in compensation.payer_groups)
            or texts("payers.not_stated"),
            str(compensation.year),
            "–" if compensation.amount is None else texts.amount(compensation.amount, 0),
            source(compensation.document, compensation.place, texts),
        )
        for name, compensation in compensations().items()
    ]
    head = ("", *(texts(f"payers.compensation_{column}") for column in ("payers", "year", "amount")))
    units = ("", "", "year", "", "")
    return Table(header=(*head, texts("payers.source")), rows=tuple(rows), column_units=units)


def source(document: str, place: str, texts: Texts) -> str:
    """A document's title in the reader's language and the place in it: «Tallgrunnlag …, Tabell 8»."""
    return f"{documents(texts.language)[document].title}, {place}"
