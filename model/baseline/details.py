"""The lines that each solution's bridge into the first year consists of, as printed. The model uses the sums."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from model.baseline.printed import (
    BRIDGE_COLUMNS,
    SHEET,
    SOLUTION_BRIDGE,
    Printed,
    PrintedTable,
    checked_digits,
    line_tables,
)
from model.reading.sheets import SheetReader

LINE, SUBTOTAL = "line", "subtotal"
KINDS: Final = (LINE, SUBTOTAL)


@dataclass(frozen=True, slots=True)
class DetailLine:
    """A printed line: its name in the document's own words, the solution it is part of, and its cells by column.

    subtotal: whether it sums the lines since the subtotal before it. cells: the columns of ``BRIDGE_COLUMNS`` that
    have something printed.
    """

    name: str
    solution: str
    subtotal: bool
    cells: Mapping[str, Printed]

    @property
    def amounts(self) -> Mapping[str, float]:
        """Column → MNOK in fixed kroner of the base year, of the printed cells only."""
        return {column: cell.value for column, cell in self.cells.items()}


@dataclass(frozen=True, slots=True)
class DetailTable:
    """A table of lines: the bridge it belongs to, the solutions it covers, its lines in order, and its sums.

    group: a solution, or a group of some. sums: row → column → what is printed of it.
    """

    table: str
    group: str
    solutions: tuple[str, ...]
    lines: tuple[DetailLine, ...]
    sums: Mapping[str, Mapping[str, Printed]]


def read_details(
    reader: SheetReader, tables: Sequence[PrintedTable], solutions: Sequence[str], group_of: Mapping[str, str]
) -> tuple[DetailTable, ...]:
    """The tables of lines.

    group_of: what a table is about → the bridge that it is shown under, where that is a wider one.
    """
    printed = {table.label: table for table in tables if table.role == SOLUTION_BRIDGE}
    return tuple(
        _detail_table(reader, name, printed.get(reader.rows(SHEET)[name].get("label", "")), solutions, group_of)
        for name in line_tables(reader)
    )


def _detail_table(
    reader: SheetReader,
    name: str,
    sums: PrintedTable | None,
    solutions: Sequence[str],
    group_of: Mapping[str, str],
) -> DetailTable:
    place = reader.rows(SHEET)[name]
    label, about = place.get("label") or name, place.get("about", "")
    cells = {} if sums is None else sums.cells
    rows = dict.fromkeys(row for row, _ in cells if row != "percent")
    covered = {row["solution"] for row in reader.rows(name).values() if "solution" in row}
    return DetailTable(
        table=label,
        group=group_of.get(about, about),
        solutions=tuple(solution for solution in solutions if solution in covered),
        lines=tuple(_line(reader, name, row, label, place.get("document", ""), solutions) for row in reader.rows(name)),
        sums={row: {column: cell for (of_row, column), cell in cells.items() if of_row == row} for row in rows},
    )


def _line(reader: SheetReader, sheet: str, row: str, label: str, document: str, solutions: Sequence[str]) -> DetailLine:
    name = reader.text(sheet, row, "line")
    digits = {
        column: checked_digits(reader, sheet, row, column)
        for column in BRIDGE_COLUMNS
        if column in reader.rows(sheet)[row]
    }
    cells = {
        column: Printed(document, label, name, column, printed, "mnok") for column, printed in digits.items() if printed
    }
    kind = reader.text(sheet, row, "kind", KINDS)
    return DetailLine(name, reader.text(sheet, row, "solution", solutions), kind == SUBTOTAL, MappingProxyType(cells))
