"""Every municipality's payment as a file: all years, in øre that add up to what the group pays."""

import numpy as np

from charts.payers.municipal import key_said, law_head
from exports.spreadsheet import table_file
from exports.subject import Subject
from exports.tables import DataColumn, DataTable, Value
from model import Answer
from model.baseline.axes import MUNICIPALITIES
from model.payers import in_ore, member_law_amounts, municipalities, payments, whole_ore

ORE = 100


def municipal_file(subject: Subject) -> bytes:
    """A row for each municipality, as CSV. The price basis is that of what is computed; the law's are its year's."""
    texts, years = subject.texts, subject.answer.result.years
    columns = (
        *(DataColumn(name, texts(f"payers.column_{name}")) for name in ("number", "name", "county", "rhf")),
        DataColumn("population", texts("payers.column_population"), "persons"),
        *([DataColumn("law", law_head("payers.file_law", subject.context), "nok")] if subject.baseline.law else []),
        *(DataColumn(f"payment_{year}", texts("payers.file_payment", year=year), "nok") for year in years),
        *(DataColumn(f"each_{year}", texts("payers.file_each", year=year), "nok") for year in years),
        *(DataColumn(name, texts(f"payers.column_{name}")) for name in ("prices", "key")),
    )
    return table_file(
        DataTable("municipal", texts("payers.list_title"), columns, _rows(subject)), subject.stamps, texts
    )


def _rows(subject: Subject) -> tuple[tuple[Value, ...], ...]:
    answer = subject.answer
    ore = in_ore(payments(*answer.charged)).members[MUNICIPALITIES][:, :, 0]
    law, key, rows = _law(answer), key_said(answer.keys, subject.texts), []
    for place, municipality in enumerate(municipalities().values()):
        nok = (ore[:, place] / ORE).tolist()
        per_inhabitant = (amount / municipality.population for amount in nok)
        words = (municipality.number, municipality.label, municipality.county, municipality.rhf)
        rows.append(
            (
                *words,
                municipality.population,
                *([] if law is None else [law[place]]),
                *nok,
                *per_inhabitant,
                subject.context.prices,
                key,
            )
        )
    return tuple(rows)


def _law(answer: Answer) -> list[float] | None:
    """What the regulation of the first year sets for each municipality, NOK; None where there is none yet."""
    if answer.baseline.law is None:
        return None
    amounts = member_law_amounts(answer.baseline, MUNICIPALITIES, answer.law_keys)
    return [ore / ORE for ore in whole_ore(amounts[:, np.newaxis])[:, 0].tolist()]
