"""The printed tables of a baseline: which there are, what each is about, and what stands in their cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from model.baseline.axes import PUBLISHED_STEPS
from model.reading.sheets import LARGEST_NUMBER, SheetReader
from model.reading.tables import PRINTED_NUMBER, decimals

SHEET: Final = "tables"
HISTORY_COST, HISTORY_PAYMENT, BRIDGE, PLAN = "history_cost", "history_payment", "bridge", "plan"
SOLUTION_BRIDGE, LINES, PLAN_CHANGES, FIGURE = "solution_bridge", "lines", "plan_changes", "figure"
ROLES: Final = (HISTORY_COST, HISTORY_PAYMENT, BRIDGE, PLAN, SOLUTION_BRIDGE, LINES, PLAN_CHANGES, FIGURE)
"""What a printed table can be: cost levels or payments by year; the bridge into the first year, all solutions or one,
or the lines that it consists of; the plan by year, all solutions or the changes of one; a figure of a bridge."""

AVAILABLE, COST_LEVEL, FINANCING_NEED = "available", "cost_level", "financing_need"
BRIDGE_COLUMNS: Final = (AVAILABLE, *PUBLISHED_STEPS, COST_LEVEL, "returned_funds", FINANCING_NEED)
SUM, PERCENT = "sum", "percent"
PERCENT_CHANGE: Final = "percent_change"
PERCENT_ROWS: Final = (PERCENT, PERCENT_CHANGE)


@dataclass(frozen=True, slots=True)
class Printed:
    """One cell as printed: where it stands, the digits (None where the cell is blank) and the unit."""

    document: str
    table: str
    row: str
    column: str
    digits: str | None
    unit: str

    @property
    def value(self) -> float:
        """The figure, in ``unit``; a blank cell is 0."""
        return float(self.digits or 0)

    @property
    def decimals(self) -> int:
        """How many decimals the figure is printed with."""
        return decimals(self.digits or "")


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A printed table.

    id: its sheet. role: one of ``ROLES``. label: what the document calls it, «Tabell 8». about: the solution or group
    that it is about, and whose line its percentages are of; empty where it is about all. cells: (row, column) → cell.
    """

    id: str
    role: str
    label: str
    about: str
    document: str
    cells: Mapping[tuple[str, str], Printed]


def read_tables(reader: SheetReader) -> tuple[PrintedTable, ...]:
    """The printed tables in the order of the sheet ``tables``, those of lines left out."""
    return tuple(_table(reader, row) for row in reader.rows(SHEET) if _is_there(reader, row, lines=False))


def line_tables(reader: SheetReader) -> Iterator[str]:
    """The sheets that hold lines, in the order of the sheet ``tables``."""
    return (row for row in reader.rows(SHEET) if _is_there(reader, row, lines=True))


def _is_there(reader: SheetReader, row: str, lines: bool) -> bool:
    if row not in reader.sheets:
        if not lines:
            reader.refuse(row, None, None, "no_table", names=SHEET)
        return False
    return (reader.rows(SHEET)[row].get("role") == LINES) == lines


def _table(reader: SheetReader, name: str) -> PrintedTable:
    place = reader.rows(SHEET)[name]
    role, label, document = (
        reader.text(SHEET, name, "role", ROLES),
        place.get("label") or name,
        place.get("document", ""),
    )
    cells = {
        (row, column): Printed(document, label, row, column, checked_digits(reader, name, row, column), _unit(row))
        for row, columns in reader.rows(name).items()
        for column in columns
    }
    return PrintedTable(name, role, label, place.get("about", ""), document, cells)


def checked_digits(reader: SheetReader, sheet: str, row: str, column: str) -> str | None:
    """The digits of a cell, None where it is blank."""
    digits = reader.rows(sheet)[row][column]
    if digits and not PRINTED_NUMBER.fullmatch(digits):
        reader.refuse(sheet, row, column, "printed", digits)
        return None
    if digits and abs(float(digits)) >= LARGEST_NUMBER:
        reader.refuse(sheet, row, column, "large", number=f"{float(digits):g}", high=f"{LARGEST_NUMBER:.0f}")
        return None
    return digits or None


def _unit(row: str) -> str:
    return "percent" if row in PERCENT_ROWS else "mnok"
