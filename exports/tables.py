"""Figures as numbers with units, for data files and the workbook; and the same as ready texts."""

from dataclasses import dataclass

from charts.records.figure import Table
from texts import Texts

Value = str | int | float | None
TEXTS = ("text", "setting")
"""Units of columns that hold texts."""


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column: its name in data files, its heading, and its unit.

    unit: ``text``, ``setting`` (its value in words), ``year``, ``persons``, ``mnok``, ``mnok_change`` (with its sign),
    ``nok``, ``percent`` (in per cent) or ``count``.
    """

    name: str
    label: str
    unit: str = "text"


@dataclass(frozen=True, slots=True)
class DataTable:
    """Unrounded figures by row; ``name`` is that of its file, ``title`` its heading.

    prices: the price basis in words, where it is not the file's.
    """

    name: str
    title: str
    columns: tuple[DataColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    prices: str = ""


def as_texts(table: DataTable, texts: Texts, leave_out: int = 0) -> Table:
    """The table as ready texts, without its first ``leave_out`` columns."""
    columns = table.columns[leave_out:]
    rows = tuple(
        tuple(shown(value, column.unit, texts) for value, column in zip(row[leave_out:], columns, strict=True))
        for row in table.rows
    )
    return Table(tuple(column.label for column in columns), rows)


def shown(value: Value, unit: str, texts: Texts) -> str:
    """A value as its unit is written; nothing where there is none."""
    if value is None or isinstance(value, str):
        return value or ""
    if unit == "year":
        return str(value)
    if unit == "mnok_change":
        return texts.change(value)
    if unit == "percent":
        return texts.percent(value / 100)
    return texts.amount(value, 1 if unit == "mnok" else 0)
