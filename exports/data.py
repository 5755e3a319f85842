"""Tables as files: CSV for spreadsheets, plain CSV and Parquet for programs; and the scenario as JSON."""

import csv
import json
from collections.abc import Iterable
from io import BytesIO, StringIO
from typing import Final

from charts.records.figure import Table
from exports.contents import sections
from exports.spreadsheet import Stamp, shown_file, table_file
from exports.subject import Subject
from exports.tables import TEXTS, DataTable, Value
from model.payers import organisation_payment, organisations

SCENARIO_FILE: Final = "scenario.json"


def tables(subject: Subject) -> tuple[DataTable, ...]:
    """Every table with unrounded figures, in the order of the contents."""
    return tuple(table for section in sections(subject) for table in section.data)


def data_files(subject: Subject) -> dict[str, bytes]:
    """File name → content: the scenario, and each table in every format, a folder per format."""
    files = {SCENARIO_FILE: scenario_json(subject)}
    for table in tables(subject):
        files[f"csv/{table.name}.csv"] = excel_csv(table, subject)
        files[f"csv_plain/{table.name}.csv"] = plain_csv(table, subject)
        files[f"parquet/{table.name}.parquet"] = parquet(table, subject)
    return files


def scenario_json(subject: Subject) -> bytes:
    """The scenario as the tool and the command line read it."""
    return (json.dumps(subject.question.scenario.to_mapping(), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def excel_csv(table: DataTable, subject: Subject) -> bytes:
    """For a spreadsheet in Norwegian or English: opens by a double click, amounts in whole kroner."""
    return table_file(table, subject.stamps_in(table.prices), subject.texts)


def shown_csv(
    table: Table, subject: Subject, title: str = "", note: str = "", payer: str = "", sources: str = ""
) -> bytes:
    """A table of the screen for the same spreadsheets, rounded as there, with what is said above and below it.

    payer: whose amounts they are, by id, where they are one's. sources: the documents, where the baseline's is not all.
    """
    words = {name: words for name, words in (("title", title), ("note", note)) if words}
    words |= {**_whose(payer, subject), "source": sources or subject.source}
    stamps: dict[str, Stamp] = {**words, **subject.stamps}
    if table.row_prices is not None:
        stamps["price_basis"] = table.row_prices
    if table.row_links:
        stamps["link"] = [subject.link_with(name, value) for name, value in table.row_links]
    return shown_file(table, stamps, subject.texts)


def _whose(payer: str, subject: Subject) -> dict[str, str]:
    """Who pays, by name and id, and «tilnærmet» where its part of the key is; empty where the amounts are nobody's."""
    if payer not in organisations():
        return {}
    paid = organisation_payment(payer, *subject.answer.charged)
    quality = subject.texts("payers.approximate") if paid.approximate else ""
    return {"payer": paid.payer.name, "payer_id": payer, "key_quality": quality}


def plain_csv(table: DataTable, subject: Subject) -> bytes:
    """Comma, decimal point, the names of ``DataColumn.name``, unrounded: for programs."""
    rows = (["" if value is None else str(value) for value in row] for row in _stamped(table, subject))
    buffer = StringIO()
    lines = csv.writer(buffer, lineterminator="\r\n")
    lines.writerows([[*(column.name for column in table.columns), *subject.stamps], *rows])
    return buffer.getvalue().encode("utf-8")


def parquet(table: DataTable, subject: Subject) -> bytes:
    """Typed columns; units in each column's metadata, the stamps and the title in the file's."""
    import pyarrow as pa  # here, for it is slow to import and the pages do without
    from pyarrow.parquet import write_table

    values = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    kinds = dict.fromkeys(TEXTS, pa.string()) | {"year": pa.int32(), "persons": pa.int32()}
    arrays = [
        pa.array(cells, type=kinds.get(column.unit, pa.float64()))
        for column, cells in zip(table.columns, values, strict=True)
    ]
    source = subject.provenance_in(table.prices or subject.context.prices)
    schema = pa.schema(
        [
            pa.field(
                column.name, array.type, metadata={"unit": column.unit.removesuffix("_change"), "label": column.label}
            )
            for column, array in zip(table.columns, arrays, strict=True)
        ],
        metadata={"title": table.title, "source": source, **subject.stamps_in(table.prices)},
    )
    buffer = BytesIO()
    write_table(pa.Table.from_arrays(arrays, schema=schema), buffer)
    return buffer.getvalue()


def _stamped(table: DataTable, subject: Subject) -> Iterable[tuple[Value, ...]]:
    """The rows, each with what every file carries: rows of several files can then be told apart."""
    stamps = tuple(subject.stamps_in(table.prices).values())
    return ((*row, *stamps) for row in table.rows)
