"""Every municipality's payment as a file: all years, in øre that add up to what the group pays."""

import numpy as np

from charts.payers.municipal import GROUP, key_said, law_head
from charts.payers.paid import Paid
from exports.spreadsheet import table_file
from exports.tables import DataTable, Field, Value
from model.payers import in_ore, member_law_amounts, municipalities, payments, whole_ore
from texts import Texts

ORE = 100


def municipal_file(paid: Paid, prices: str, texts: Texts) -> bytes:
    """A row for each municipality, as CSV. ``prices``: of what is computed; the regulation's are in kroner of 2026."""
    years = paid.result.years
    fields = (
        *(Field(name, texts(f"payers.column_{name}")) for name in ("number", "name", "county", "rhf")),
        Field("population", texts("payers.column_population"), "persons"),
        Field("law", law_head("payers.file_law", paid, texts), "nok"),
        *(Field(f"payment_{year}", texts("payers.file_payment", year=year), "nok") for year in years),
        *(Field(f"each_{year}", texts("payers.file_each", year=year), "nok") for year in years),
        *(Field(name, texts(f"payers.column_{name}")) for name in ("prices", "key")),
    )
    return table_file(DataTable("municipal", texts("payers.list_title"), fields, _rows(paid, prices, texts)), {}, texts)


def _rows(paid: Paid, prices: str, texts: Texts) -> tuple[tuple[Value, ...], ...]:
    ore = in_ore(payments(paid.result, paid.keys)).members[GROUP][:, :, 0]
    law = whole_ore(member_law_amounts(GROUP, paid.law_keys)[:, np.newaxis])[:, 0]
    key, rows = key_said(paid.keys, texts), []
    for place, one in enumerate(municipalities().values()):
        nok = (ore[:, place] / ORE).tolist()
        each = (amount / one.population for amount in nok)
        words = (one.number, one.label, one.county, one.rhf)
        rows.append((*words, one.population, float(law[place]) / ORE, *nok, *each, prices, key))
    return tuple(rows)
