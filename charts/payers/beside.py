"""What stands beside the payment and is never added to it: prices of other members, memos, compensation."""

from charts.payers.paid import MNOK
from charts.records.figure import Table
from charts.words import addresses
from charts.words.context import Context
from charts.words.names import solution_name, source
from model.baseline.axes import OTHER_MEMBERS, PAYER_GROUPS, PHARMACIES
from model.explaining.asked import address
from model.explaining.outside import A_MONTH, A_YEAR, COMPENSATION, MEMBER_PRICE, OUTSIDE, PHARMACY_SHARE
from model.explaining.payments import law_address, paid_address
from model.explaining.unit_costs import unit_address
from model.payers import (
    Memo,
    compensations,
    group_payments,
    moved_outside,
    outside_regulation,
    past_prices,
    payments,
    pharmacy_cost,
    pharmacy_share,
    price_categories,
    price_factor,
)
from model.payers.figures import dated_file
from texts import Texts


def members_table(context: Context) -> Table:
    """The price categories: kroner a month and a year by the regulation, and a year at the scenario's payment.

    The regulation's are in kroner of its year, the scenario's in the prices that are shown; that column stands only
    where there is a regulation to hold the payment against.
    """
    texts, year, listed = context.texts, context.year, members_year()
    factor = _members_factor(context)
    rows = [
        (
            texts(f"price_category.{name}"),
            texts.amount(category.nok_per_month, 0),
            texts.amount(category.nok_per_year, 0),
            *([] if factor is None else [texts.amount(category.nok_per_year * factor, 0)]),
        )
        for name, category in price_categories().items()
    ]
    head = [texts(f"payers.members_{column}", year=listed) for column in ("category", "month", "year")]
    scaled = [] if factor is None else [texts("payers.members_scaled", year=year, prices=context.prices)]
    when = (A_MONTH, A_YEAR, *([] if factor is None else [str(year)]))
    opens = tuple(("", *(address(MEMBER_PRICE, name, each) for each in when)) for name in price_categories())
    return Table(header=(*head, *scaled), rows=tuple(rows), unit="nok", opens=opens)


def members_year() -> int:
    """The year of the price list."""
    return dated_file("other_members_price")[1]


def members_note(context: Context) -> str:
    """What the scenario's price rests on, where there is one; what prices were before, and what is said of them."""
    law, texts = context.baseline.law, context.texts
    rests_on = [] if law is None else [texts("payers.members_note", year=law.year)]
    return " ".join((*rests_on, *past_member_prices(texts), texts("payers.members_fee")))


def past_member_prices(texts: Texts) -> tuple[str, ...]:
    """A sentence for each price of earlier regulations that was found."""
    return tuple(
        texts(
            "payers.history_member_price",
            year=price.year,
            amount=texts.amount(price.nok_per_month, 0),
            category=texts(f"payers.old_price_{price.category}"),
        )
        for price in past_prices()
    )


def _members_factor(context: Context) -> float | None:
    answer, law = context.answer, context.baseline.law
    if law is None or not any(groups.get(OTHER_MEMBERS) for groups in law.by_group().values()):
        return None
    factors = price_factor(payments(*answer.charged), law)
    return float(factors[answer.result.years.index(context.year), 0])


def pharmacies_table(context: Context) -> Table:
    """What pharmacies and bandasjister pay: the regulation's amount and share of E-resept, and the computed years."""
    texts, answer = context.texts, context.answer
    place = PAYER_GROUPS.index(PHARMACIES)
    amounts = group_payments(*answer.charged)[:, place, 0]
    years = [year for year in answer.result.years if not context.starts_from(year)]
    by_law = _pharmacies_by_law(context)
    rows = [
        *by_law,
        *(
            (texts("payers.pharmacies_year", year=year, prices=context.prices), MNOK.with_name(float(amount), texts))
            for year, amount in zip(answer.result.years, amounts, strict=True)
            if not context.starts_from(year)
        ),
    ]
    baseline = context.baseline
    shares = baseline.key_sets[baseline.default_keys]
    paid = [name for name in baseline.solutions if shares[name].get(PHARMACIES)]
    opens = [*(_pharmacies_opens(context) if by_law else []), *(paid_address(year, PHARMACIES) for year in years)]
    header = ("", ", ".join(solution_name(name, baseline, texts) for name in paid))
    return Table(header=header, rows=tuple(rows), opens=tuple(("", each) for each in opens))


def _pharmacies_opens(context: Context) -> tuple[str, ...]:
    """The addresses of the regulation's amount, of its share, and of kroner for each e-prescription."""
    law = context.baseline.law
    cost = None if law is None else pharmacy_cost(law)
    if cost is None:
        return ()
    return law_address(PHARMACIES, cost.line), address(PHARMACY_SHARE, cost.line, PHARMACIES), unit_address(cost, True)


def _pharmacies_by_law(context: Context) -> list[tuple[str, str]]:
    """What the regulation has pharmacies pay, its share of the solution, and kroner for each e-prescription."""
    texts, law = context.texts, context.baseline.law
    cost = None if law is None else pharmacy_cost(law)
    if law is None or cost is None:
        return []
    each = texts("payers.pharmacies_each", year=cost.volume.year, law_year=law.year)
    return [
        (texts("payers.pharmacies_law", year=law.year), MNOK.with_name(cost.amount, texts)),
        (texts("payers.pharmacies_share"), texts.percent(pharmacy_share(law))),
        (each, texts("payers.nok_amount", amount=texts.amount(cost.nok, 2))),
    ]


def pharmacies_note(context: Context) -> str:
    """That the share is an outcome and not a rule; nothing where no regulation has pharmacies pay."""
    law = context.baseline.law
    cost = None if law is None else pharmacy_cost(law)
    if law is None or cost is None:
        return ""
    share = context.texts.percent(pharmacy_share(law))
    return context.texts("payers.pharmacies_note", share=share, law_year=law.year, year=cost.volume.year)


def memo_table(context: Context) -> Table:
    """The amounts outside the regulation in every year, MNOK, not indexed; no rows where none are known."""
    texts, years = context.texts, context.answer.result.years
    rows = [
        (
            texts(f"memo.{memo.id}"),
            texts(f"memo.{memo.id}_payers"),
            *_memo_cells(memo, context),
            source(memo.document, memo.place, texts),
        )
        for memo in outside_regulation(context.baseline).values()
    ]
    head = ("", texts("payers.memo_payers"), *map(str, years), texts("payers.source"))
    memos = outside_regulation(context.baseline)
    across = (("", "", *(address(OUTSIDE, name, year) for year in years), "") for name in memos)
    opens = addresses.where_shown(rows, across)
    return Table(header=head, rows=tuple(rows), opens=opens)


def memo_note(context: Context) -> str:
    """Which amounts follow a measure or the scenario's cost level, and what the marks mean."""
    texts, baseline = context.texts, context.baseline
    moved = moved_outside(baseline)
    if moved is None:
        return ""
    measure = baseline.measures[moved.measure].label[texts.language]
    followed = [_followed(memo, context) for memo in outside_regulation(baseline).values() if memo.follows(baseline)]
    return " ".join((texts("payers.memo_note", amount=texts.amount(moved.amount), measure=measure), *followed))


def _followed(memo: Memo, context: Context) -> str:
    """Of which line an amount is a share, and that it moves with its solution."""
    return context.texts(
        "payers.memo_follows",
        name=context.texts(f"memo.{memo.id}"),
        share=context.texts.percent_in_full(memo.share or 0.0),
        line=memo.line,
        solution=solution_name(memo.solution, context.baseline, context.texts),
    )


def _memo_cells(memo: Memo, context: Context) -> list[str]:
    """An amount for each year that it is stated for, starred where the source gives no year."""
    years, star = context.answer.result.years, "" if memo.year else "*"
    amounts = zip(years, memo.amounts(context.question.scenario, years).tolist(), strict=True)
    baseline, texts = context.baseline, context.texts
    return [f"{texts.amount(amount)}{star}" if memo.is_of(year, baseline) else "–" for year, amount in amounts]


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
    opens = addresses.where_shown(rows, (("", "", "", address(COMPENSATION, name), "") for name in compensations()))
    return Table(header=(*head, texts("payers.source")), rows=tuple(rows), column_units=units, opens=opens)
