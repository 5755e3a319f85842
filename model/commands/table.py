"""Rows of a fixed table in bytes: CSV, JSON or Parquet. Numbers are unrounded, and a text may hold anything."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from io import BytesIO, StringIO
from typing import Any

import pyarrow as pa

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class TableRows:
    """The names of the columns, and in each row a text, a number, or true or false for each."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]


def of_records(kind: type[Any], records: Iterable[Any]) -> TableRows:
    """Records of a kind as rows, a column for each of its fields."""
    return TableRows(tuple(each.name for each in fields(kind)), [astuple(record) for record in records])


def encoded_table(table: TableRows, form: str) -> Iterator[bytes]:
    """The rows in one of ``FORMATS``; a negative zero becomes zero."""
    rows = [tuple(value + 0.0 if isinstance(value, float) else value for value in row) for row in table.rows]
    encode = {"csv": _csv, "json": _json, "parquet": _parquet}[form]
    return iter([encode(table.columns, rows)])


def _csv(columns: Sequence[str], rows: Sequence[tuple[Value, ...]]) -> bytes:
    text = StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(columns)
    lines.writerows([json.dumps(value) if isinstance(value, bool) else value for value in row] for row in rows)
    return text.getvalue().encode()


def _json(columns: Sequence[str], rows: Sequence[tuple[Value, ...]]) -> bytes:
    objects = [json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) for row in rows]
    return ("[\n" + ",\n".join(objects) + "\n]\n").encode()


def _parquet(columns: Sequence[str], rows: Sequence[tuple[Value, ...]]) -> bytes:
    from pyarrow import parquet  # here, for it is slow to import and most runs write CSV

    parts = list(zip(*rows, strict=True)) or [()] * len(columns)
    buffer = BytesIO()
    parquet.write_table(pa.table([pa.array(part) for part in parts], names=list(columns)), buffer)
    return buffer.getvalue()
