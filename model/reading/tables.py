"""Rows of the CSV files in ``data/``, checked cell by cell; only the loaders of the model open data files."""

import csv
import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.csv as pa_csv

from model.reading.errors import TableError

DATA: Final = Path(__file__).resolve().parents[2] / "data"

PRINTED_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")
"""Plain decimal digits: text, NaN and infinity are not printed figures."""


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """What a column may hold: text, one of ``allowed``, or a printed number; a cell may be empty if ``blank``."""

    allowed: Collection[str] | None = None
    number: bool = False
    blank: bool = False

    def problem(self, text: str) -> str | None:
        """What is wrong with a cell's text, for a TableError; None where it may stand."""
        if not text:
            return None if self.blank else "the cell is empty"
        if self.number and not PRINTED_NUMBER.fullmatch(text):
            return f"found {text[:60]!r}, expected a number such as -18.2"
        if self.allowed is not None and text not in self.allowed:
            return f"found {text[:60]!r}, expected one of {', '.join(self.allowed)}"
        return None


Row = Mapping[str, str]


def table_rows(
    path: Path,
    columns: Mapping[str, ColumnRule],
    key: Sequence[str],
    expected: Collection[tuple[str, ...]] | None = None,
) -> tuple[Row, ...]:
    """The rows of a CSV file as text, in the file's order.

    columns: every column of the file and what it may hold.
    key: the columns that name a row; no two rows share them.
    expected: the keys that must be there, and no others; None where any will do.
    Raises TableError, naming file, row (the header is row 1) and column.
    """
    rows = _read(path, columns)
    row_of: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows, start=2):
        for name, column in columns.items():
            problem = column.problem(row[name])
            if problem:
                raise TableError(path, number, name, problem)
        row_key = tuple(row[name] for name in key)
        if row_key in row_of:
            raise TableError(path, number, key[-1], f"{' '.join(row_key)} stands already in row {row_of[row_key]}")
        row_of[row_key] = number
    if expected is not None:
        _check_complete(path, key, row_of, expected)
    return rows


def rows_as_written(path: Path) -> tuple[Row, ...]:
    """The rows of a CSV file as text; its own loader has checked its cells. Raises TableError where it is not read."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return tuple(csv.DictReader(file, strict=True))
    except (OSError, ValueError, csv.Error) as error:
        raise TableError(path, None, None, f"cannot be read: {error}") from error


def toml_table(path: Path) -> dict[str, Any]:
    """A TOML file as nested dictionaries. Raises TableError if it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TableError(path, None, None, f"cannot be read: {error}") from error


def decimals(printed: str) -> int:
    """How many decimals a figure is printed with."""
    return len(printed.partition(".")[2])


def _read(path: Path, columns: Mapping[str, ColumnRule]) -> tuple[Row, ...]:
    schema = dict.fromkeys(columns, pa.string())
    options = pa_csv.ConvertOptions(column_types=schema, strings_can_be_null=False)
    try:
        table = pa_csv.read_csv(path, pa_csv.ReadOptions(use_threads=False), convert_options=options)
    except (OSError, pa.ArrowException) as error:
        raise TableError(path, None, None, f"cannot be read: {error}") from error
    if len(set(table.column_names)) < len(table.column_names):
        raise TableError(path, 1, None, f"a column stands twice: {', '.join(table.column_names)}")
    for name in columns:
        if name not in table.column_names:
            raise TableError(path, 1, name, f"the column is missing; found {', '.join(table.column_names)}")
    for name in table.column_names:
        if name not in columns:
            raise TableError(path, 1, name, f"the column is not known; expected {', '.join(columns)}")
    return tuple(table.to_pylist())


def _check_complete(
    path: Path, key: Sequence[str], row_of: Mapping[tuple[str, ...], int], expected: Collection[tuple[str, ...]]
) -> None:
    for row_key, number in row_of.items():
        if row_key not in expected:
            raise TableError(path, number, key[-1], f"{' '.join(row_key)} is not a row of this table")
    for row_key in expected:
        if row_key not in row_of:
            raise TableError(path, None, key[-1], f"the row {' '.join(row_key)} is missing")
