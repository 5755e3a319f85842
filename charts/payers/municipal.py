"""Every municipality's payment: rows of plain numbers to sort."""

from dataclasses import dataclass

from charts.payers.paid import MNOK, NOK, Unit
from charts.words import addresses
from charts.words.context import Context
from charts.words.quantities import divides_approximately
from model import Answer
from model.baseline.axes import MUNICIPALITIES, NOK_PER_MNOK, Array
from model.explaining.asked import address
from model.explaining.payments import PER_INHABITANT, law_address, paid_address
from model.explaining.shares import INHABITANTS
from model.payers import PayerKeys, Payments, member_law_amounts, municipalities, payments
from texts import Texts

ROW = "{row}"
"""What stands in a column's address for the id of a row."""


@dataclass(frozen=True, slots=True)
class SortColumn:
    """A column that can be sorted by; ``decimals`` is None for words.

    opens: the address of an amount's calculation, with «{row}» for the row's id; empty where the column has none.
    """

    label: str
    decimals: int | None = None
    signed: bool = False
    opens: str = ""


@dataclass(frozen=True, slots=True)
class SortTable:
    """Rows of words and unrounded numbers; the first cell of a row is its id."""

    columns: tuple[SortColumn, ...]
    rows: tuple[tuple[str | float, ...], ...]


def municipal_table(context: Context) -> SortTable:
    """The municipalities in one year; the regulation's amount first where it sets the year.

    In kroner; in million kroner where the key makes them approximate, with a decimal more for the difference.
    """
    texts, answer, year = context.texts, context.answer, context.year
    unit, factor = (MNOK, 1 / NOK_PER_MNOK) if divides_approximately(MUNICIPALITIES, answer) else (NOK, 1.0)
    decimals = 2 if unit is MNOK else 0
    at, law_first = answer.result.years.index(year), context.baseline.is_set(year)
    amounts = _nok(payments(*answer.charged), at)
    reference = _nok(payments(*answer.reference_charged), at)
    law = _law_nok(answer) if law_first else ()
    rows = []
    for place, municipality in enumerate(municipalities().values()):
        amount = float(amounts[place])
        money = (*((float(law[place]) * factor,) if law_first else ()), amount * factor)
        per_inhabitant = amount / municipality.population
        words = (municipality.number, municipality.label, municipality.county, municipality.rhf)
        change = (amount - float(reference[place])) * factor
        rows.append((*words, float(municipality.population), *money, per_inhabitant, change))
    paid = paid_address(year, ROW)
    names = [texts(f"payers.column_{name}") for name in ("number", "name", "county", "rhf")]
    columns = [
        *(SortColumn(name) for name in names),
        SortColumn(texts("payers.column_population"), 0, opens=address(INHABITANTS, ROW)),
        *(
            [SortColumn(law_head("payers.column_law", context, unit), decimals, opens=law_address(ROW))]
            if law_first
            else []
        ),
        SortColumn(texts("payers.column_payment", year=year, unit=texts(unit.name)), decimals, opens=paid),
        SortColumn(texts("payers.column_each"), 2, opens=address(PER_INHABITANT, year, ROW)),
        SortColumn(
            texts("payers.column_change", reference=context.the_reference, unit=texts(unit.name)),
            decimals and decimals + 1,
            signed=True,
            opens=addresses.difference(paid),
        ),
    ]
    return SortTable(tuple(columns), tuple(rows))


def key_said(keys: PayerKeys, texts: Texts, at: int | None = None) -> str:
    """What the municipalities' amounts rest on: «tilnærmet», «folketall» or «fra fil»; and whether the groups' do.

    at: the place of the year that they are of; None where they are of all.
    """
    of_year = keys.first or keys if at == 0 else keys
    inside = of_year.members[MUNICIPALITIES].keys[0]
    if inside.approximate:
        return texts("payers.approximate")
    source = texts("payers.from_file" if "given" in inside.qualities else "payers.by_population")
    return f"{source}, {texts('payers.approximate')}" if keys.is_approximate(MUNICIPALITIES, at) else source


def law_head(name: str, context: Context, unit: Unit = NOK) -> str:
    """The regulation's column: its key is the regulation's, whatever the scenario's is."""
    texts = context.texts
    head = texts(name, year=context.baseline.first_year, unit=texts(unit.name))
    return f"{head}, {key_said(context.answer.law_keys, texts)}"


def _law_nok(answer: Answer) -> Array:
    """(municipality,): what the regulation has each pay, kroner."""
    return member_law_amounts(answer.baseline, MUNICIPALITIES, answer.law_keys) * NOK_PER_MNOK


def _nok(paid: Payments, at: int) -> Array:
    """(municipality,): what each pays in the year at that place, kroner."""
    amounts: Array = paid.members[MUNICIPALITIES][at, :, 0] * NOK_PER_MNOK
    return amounts
