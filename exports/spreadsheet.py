"""The one form of a CSV file that is opened by people; why it is so: docs/decisions/0011.

UTF-16 with its mark and tabs, which Excel and LibreOffice take apart alike in every country. No number has a decimal
sign, for no sign is read alike: amounts stand in kroner or øre, percent in hundredths. After a column of figures comes
one with their unit, and one with the notes where there are any.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from typing import Final

from charts.records.figure import Table
from exports.tables import DataTable
from texts import Texts
from texts.numbers import read_back

MARK: Final = "\ufeff"
NO_TEXT: Final = re.compile(r"[=+\-@\t\r].*|\d+([-/.,: ]+\d+)+|\d+([.,]\d+)?\s?%|\d{1,2}\.? [^\W\d]+ \d{4}", re.DOTALL)
"""What a spreadsheet takes for a formula, or, in some countries, for a date or a number."""

TEXT: Final = "text"
"""The unit of a column of words."""

UNITS: Final[dict[str, tuple[tuple[int, str], ...]]] = {
    "mnok": ((6, "nok"), (8, "ore")),
    "nok": ((0, "nok"), (2, "ore")),
    "points": ((2, "points"), (3, "points_thousandths")),
    "percent": ((2, "hundredths"), (3, "thousandths"), (6, "millionths")),
    "years": ((0, "years"),),
    "year": ((0, ""),),
    "persons": ((0, "persons"),),
    "count": ((0, ""), (1, "tenths")),
}
"""Unit → the units that its numbers may be written in: how many decimals each takes away, and what it is called."""

DECIMALS: Final = {"mnok": 6, "nok": 2, "percent": 3}
"""To how many decimals an unrounded number is written: whole kroner, or øre."""

NOTED: Final = re.compile(r"(?P<inner>[^()]+?)\s?(?P<mark>[†‡*]?)( \((?P<bracket>[^()]+)\))?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A whole number, its unit in words, and a note; where a cell says something else, all of it is the note."""

    number: int | None
    unit: str = ""
    note: str = ""


Cell = str | Quantity
Stamp = str | Sequence[str]
"""What every row carries, or what each does."""

FileColumn = list[str | int | None]


def table_file(table: DataTable, stamps: dict[str, str], texts: Texts) -> bytes:
    """A table of unrounded figures, rounded to what the form can hold; ``stamps`` are columns of every row."""
    rows = [
        [_cell(value, column.unit, texts) for value, column in zip(row, table.columns, strict=True)]
        for row in table.rows
    ]
    return _file([column.label for column in table.columns], rows, stamps, texts)


def shown_file(table: Table, stamps: Mapping[str, Stamp], texts: Texts) -> bytes:
    """A table as it stands on the screen, rounded as there; a stamp is of the whole file, or one for each row."""
    rows: list[list[Cell]] = [
        [row[0], *(_shown(text, table, at, column, texts) for column, text in enumerate(row[1:], 1))]
        for at, row in enumerate(table.rows)
    ]
    return _file(table.header, rows, stamps, texts)


def _shown(text: str, table: Table, row: int, column: int, texts: Texts) -> Cell:
    """What a cell of the screen says; words stay as they are."""
    of_column = table.column_units[column] if table.column_units else ""
    return text if of_column == TEXT else quantity_of(text, table.unit_at(row, column), texts)


def quantity(value: Decimal, unit: str, texts: Texts, note: str = "") -> Quantity:
    """The number in the first of its unit's units that leaves no decimals. Raises ValueError where none does."""
    decimals = max(0, -int(value.as_tuple().exponent))
    for places, name in UNITS[unit]:
        if decimals <= places:
            return Quantity(int(value.scaleb(places)), texts(f"sheet.unit_{name}") if name else "", note)
    raise ValueError(f"{value} has more decimals than a CSV file can hold in {unit}.")


def quantity_of(text: str, unit: str, texts: Texts) -> Quantity:
    """What a ready text says; ``unit``: that of a number without one."""
    before, after = _around("unit_costs.at_most", "amount", texts)
    at_most = text.startswith(before) and text.endswith(after)
    noted = NOTED.fullmatch(text.removeprefix(before).removesuffix(after) if at_most else text)
    if noted:
        notes = (before.strip() if at_most else "", noted["mark"], noted["bracket"])
        for known, left, right in _written_units(unit, texts):
            inner = noted["inner"]
            if inner.startswith(left) and inner.endswith(right):
                number = read_back(inner.removeprefix(left).removesuffix(right), texts.language)
                if number is not None:
                    return quantity(number, known, texts, ", ".join(filter(None, notes)))
    return Quantity(None, note=text)


def _written_units(unit: str, texts: Texts) -> list[tuple[str, str, str]]:
    """A unit, and what stands before and after a number of it; first a number with nothing around it."""
    return [
        (unit, "", ""),
        ("percent", "", texts.percent(0, 0).removeprefix("0")),
        ("points", *_around("reconciliation.in_points", "number", texts)),
        ("mnok", *_around("payers.mnok_amount", "amount", texts)),
        ("mnok", *_around("setting.mnok", "amount", texts)),
        ("nok", *_around("payers.nok_amount", "amount", texts)),
        ("years", *_around("setting.years", "count", texts)),
    ]


def _around(key: str, name: str, texts: Texts) -> tuple[str, str]:
    """What a text has before and after its placeholder."""
    before, after = texts(key, **{name: "\n"}).split("\n")
    return before, after


def _cell(value: str | float | None, unit: str, texts: Texts) -> Cell:
    """A value as a CSV cell: a whole number with a unit for figures, the text itself for words."""
    if value is None:
        return Quantity(None)
    if isinstance(value, str):
        return quantity_of(value, "count", texts) if unit == "setting" else value
    plain = unit.removesuffix("_change")
    written = f"{value:.{DECIMALS.get(plain, 0)}f}"
    return quantity(Decimal(str(value)).normalize() if plain == "count" else Decimal(written), plain, texts)


def _file(header: Sequence[str], rows: Sequence[Sequence[Cell]], stamps: Mapping[str, Stamp], texts: Texts) -> bytes:
    columns = [column for at, head in enumerate(header) for column in _columns(head, [row[at] for row in rows], texts)]
    columns += [[name, *([value] * len(rows) if isinstance(value, str) else value)] for name, value in stamps.items()]
    buffer = StringIO()
    lines = csv.writer(buffer, delimiter="\t", lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    lines.writerows([_safe(value) for value in line] for line in zip(*columns, strict=True))
    return (MARK + buffer.getvalue()).encode("utf-16-le")


def _columns(head: str, cells: Sequence[Cell], texts: Texts) -> list[FileColumn]:
    """Words in one column; figures in up to three: number, unit and note."""
    figures = [cell if isinstance(cell, Quantity) else Quantity(None, note=cell) for cell in cells]
    if all(figure.number is None for figure in figures):
        return [[head, *(figure.note for figure in figures)]]
    head = head.removesuffix(f", {texts('payers.mnok')}")  # the amounts stand in kroner
    columns: list[FileColumn] = [[head, *(figure.number for figure in figures)]]
    for name in ("unit", "note"):
        words = [getattr(figure, name) for figure in figures]
        if any(words):
            columns.append([texts(f"sheet.{name}", column=head).strip(), *words])
    return columns


def _safe(value: str | int | None) -> str | int | None:
    """A text that would become something else gets an apostrophe."""
    return f"'{value}" if isinstance(value, str) and NO_TEXT.fullmatch(value) else value
