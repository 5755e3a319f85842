"""Every municipality's payment: rows of plain numbers to sort."""

from dataclasses import dataclass

from charts.payers.paid import NOK_PER_MNOK, Paid
from model.axes import PLAN_YEARS, Array
from model.payers import PayerKeys, Payments, member_law_amounts, municipalities, payments
from texts import Texts

GROUP = "kommuner"


@dataclass(frozen=True, slots=True)
class SortColumn:
    """A column that can be sorted by; ``decimals`` is None for words."""

    label: str
    decimals: int | None = None
    signed: bool = False


@dataclass(frozen=True, slots=True)
class SortTable:
    """Rows of words and unrounded numbers; the first cell of a row is its id."""

    columns: tuple[SortColumn, ...]
    rows: tuple[tuple[str | float, ...], ...]


def municipal_table(paid: Paid, year: int, texts: Texts) -> SortTable:
    """The municipalities in one year, kroner; for 2026 with the regulation's amount before the computed one."""
    at, law_first = paid.result.years.index(year), year == PLAN_YEARS[0]
    amounts, expected = _nok(payments(paid.result, paid.keys), at), _nok(payments(paid.reference, paid.law_keys), at)
    law = member_law_amounts(GROUP, paid.law_keys) * NOK_PER_MNOK
    rows = []
    for place, one in enumerate(municipalities().values()):
        amount = float(amounts[place])
        money = (*((float(law[place]),) if law_first else ()), amount)
        each = amount / one.population
        words = (one.number, one.label, one.county, one.rhf)
        rows.append((*words, float(one.population), *money, each, amount - float(expected[place])))
    names = [texts(f"payers.column_{name}") for name in ("number", "name", "county", "rhf")]
    columns = [
        *(SortColumn(name) for name in names),
        SortColumn(texts("payers.column_population"), 0),
        *([SortColumn(law_head("payers.column_law", paid, texts), 0)] if law_first else []),
        SortColumn(texts("payers.column_payment", year=year), 0),
        SortColumn(texts("payers.column_each"), 2),
        SortColumn(texts("payers.column_change"), 0, signed=True),
    ]
    return SortTable(tuple(columns), tuple(rows))


def key_said(keys: PayerKeys, texts: Texts) -> str:
    """What the municipalities' amounts rest on: «tilnærmet», «folketall» or «fra fil»; and whether the groups' do."""
    inside = keys.members[GROUP].keys[0]
    if inside.approximate:
        return texts("payers.approximate")
    source = texts("payers.from_file" if "given" in inside.qualities else "payers.by_population")
    return f"{source}, {texts('payers.approximate')}" if keys.approximate_groups else source


def law_head(name: str, paid: Paid, texts: Texts) -> str:
    """The regulation's column: its key is the regulation's, whatever the scenario's is."""
    return f"{texts(name)}, {key_said(paid.law_keys, texts)}"


def _nok(found: Payments, at: int) -> Array:
    """(municipality,), kroner in one year."""
    amounts: Array = found.members[GROUP][at, :, 0] * NOK_PER_MNOK
    return amounts
