"""Tables as files: CSV for Excel in Norway, plain CSV, Parquet; and the scenario as JSON."""

import csv
import json
import re
from collections.abc import Iterable
from io import BytesIO, StringIO
from typing import Final

from charts.records import Table
from exports.contents import sections
from exports.subject import Subject
from exports.tables import DataTable, Value
from texts.numbers import MINUS, THIN_SPACE

FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula."""

LOOKS: Final = str.maketrans({THIN_SPACE: None, MINUS: "-"})
NUMBER: Final = re.compile(r"[+-]?\d+([.,]\d+)?")
SCENARIO_FILE: Final = "scenario.json"


def tables(of: Subject) -> tuple[DataTable, ...]:
    """Every table with unrounded figures, in the order of the contents."""
    return tuple(table for section in sections(of) for table in section.data)


def data_files(of: Subject) -> dict[str, bytes]:
    """File name → content: the scenario, and each table in every format, a folder per format."""
    files = {SCENARIO_FILE: scenario_json(of)}
    for table in tables(of):
        files[f"csv/{table.name}.csv"] = excel_csv(table, of)
        files[f"csv_plain/{table.name}.csv"] = plain_csv(table, of)
        files[f"parquet/{table.name}.parquet"] = parquet(table, of)
    return files


def scenario_json(of: Subject) -> bytes:
    """The scenario as the tool and the command line read it."""
    return (json.dumps(of.question.scenario.to_mapping(), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def excel_csv(table: DataTable, of: Subject) -> bytes:
    """Semicolon, decimal comma and byte order mark: opens in Norwegian Excel by a double click, unrounded."""
    rows = ([_excel(value) for value in row] for row in _stamped(table, of))
    heads = [_excel(head) for head in _heads(table, of, labels=True)]
    return _written([heads, *rows], ";", "utf-8-sig")


def shown_csv(table: Table, of: Subject) -> bytes:
    """The table beside a chart, rounded as it stands there, for a spreadsheet in the reader's language."""
    rows = [[*map(_shown, row), *map(_excel, of.stamps.values())] for row in table.rows]
    return _written([[*map(_shown, table.header), *of.stamps], *rows], ";", "utf-8-sig")


def _shown(cell: str) -> str:
    """A cell as a spreadsheet reads it: a number without what is only there to look at."""
    plain = cell.translate(LOOKS)
    return plain.removeprefix("+") if NUMBER.fullmatch(plain) else _excel(cell)


def plain_csv(table: DataTable, of: Subject) -> bytes:
    """Comma, decimal point, the names of ``Field.name``: for programs."""
    rows = (["" if value is None else str(value) for value in row] for row in _stamped(table, of))
    return _written([_heads(table, of, labels=False), *rows], ",", "utf-8")


def parquet(table: DataTable, of: Subject) -> bytes:
    """Typed columns; units in each column's metadata, the stamps and the title in the file's."""
    import pyarrow as pa  # here, for it is slow to import and the pages do without
    from pyarrow.parquet import write_table

    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.fields)
    kinds = {"text": pa.string(), "year": pa.int32(), "persons": pa.int32()}
    arrays = [
        pa.array(column, type=kinds.get(field.unit, pa.float64()))
        for field, column in zip(table.fields, columns, strict=True)
    ]
    schema = pa.schema(
        [
            pa.field(
                field.name, array.type, metadata={"unit": field.unit.removesuffix("_change"), "label": field.label}
            )
            for field, array in zip(table.fields, arrays, strict=True)
        ],
        metadata={"title": table.title, "source": of.provenance, **of.stamps},
    )
    buffer = BytesIO()
    write_table(pa.Table.from_arrays(arrays, schema=schema), buffer)
    return buffer.getvalue()


def _heads(table: DataTable, of: Subject, labels: bool) -> list[str]:
    return [*((field.label if labels else field.name) for field in table.fields), *of.stamps]


def _stamped(table: DataTable, of: Subject) -> Iterable[tuple[Value, ...]]:
    """The rows, each with what every file carries: rows of several files can then be told apart."""
    stamps = tuple(of.stamps.values())
    return ((*row, *stamps) for row in table.rows)


def _excel(value: Value) -> str:
    """A cell of a Norwegian spreadsheet; a text that would be a formula gets an apostrophe."""
    if isinstance(value, float):
        return repr(value).replace(".", ",")
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA_SIGNS) else text


def _written(rows: Iterable[Iterable[str]], separator: str, encoding: str) -> bytes:
    buffer = StringIO()
    csv.writer(buffer, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().encode(encoding)
