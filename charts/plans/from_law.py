"""How the payment grows from the regulation into the year after, and what that rests on."""

from charts.records.figure import Table
from charts.words import addresses
from charts.words.context import Context
from charts.words.from_law import growth_case, measures_in_words
from model.answers.law_payment import growths_from_law
from model.answers.quantities import FINANCING_NEED
from model.baseline.law import Law
from model.explaining.asked import address
from model.explaining.compared import OWN_KRONER
from model.explaining.other_answers import FROM_LAW
from model.explaining.payments import SUM, law_address


def growth_table(law: Law, context: Context) -> Table:
    """A row for each price growth of the published plan, and the scenario's own: payment, MNOK, and growth."""
    texts, baseline = context.texts, context.baseline
    paid = law.total_mnok
    rows = [
        (growth_case(each.index_rate, each.without, baseline, texts), each.need) for each in growths_from_law(baseline)
    ]
    own = growth_case(context.question.scenario.index_rate, (), baseline, texts)
    need = float(context.answer.nominal.financing_need[1, :, 0].sum())
    rows.append((texts("from_law.growth_scenario", case=own), need))
    header = (
        texts("from_law.growth_case"),
        texts("from_law.growth_need", next=law.year + 1),
        texts("from_law.growth_share", total=texts.amount(paid), year=law.year),
    )
    cells = ((name, texts.amount(amount), texts.percent_change(amount / paid - 1)) for name, amount in rows)
    needs = [address(FROM_LAW, place, FINANCING_NEED, law.year + 1, SUM) for place in range(len(rows) - 1)]
    needs.append(address(OWN_KRONER, FINANCING_NEED, law.year + 1, SUM))
    opens = tuple(("", need, addresses.growth(need, law_address(SUM))) for need in needs)
    body = tuple((name[:1].upper() + name[1:], *rest) for name, *rest in cells)
    return Table(header=header, rows=body, opens=opens)


def growth_note(law: Law, context: Context) -> str:
    """What of it is assumed."""
    texts, baseline = context.texts, context.baseline
    note = texts("from_law.growth_note", year=law.year, next=law.year + 1, rate=texts.percent_in_full(law.index_rate))
    if not law.left_out:
        return note
    names = measures_in_words(law.left_out, baseline, texts)
    return f"{note} {texts('from_law.growth_measures', measures=names, next=law.year + 1)}"
