"""The model held against the print: every printed cell it can compute, with the difference and its cause."""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.axes import PUBLISHED_STEPS
from model.baseline.baseline import Baseline
from model.baseline.earlier_funds import earlier_funds
from model.baseline.printed import HISTORY_PAYMENT, PERCENT, PLAN, PLAN_CHANGES, SUM, Printed, PrintedTable
from model.equations.result import Result
from model.reading.entries import Entry, entries

FLOAT_NOISE: Final = 1e-9
"""What binary fractions may add to half a unit of the last printed digit."""

FILE: Final = Path("beside") / "causes.toml"

BRIDGE_COMPONENTS: Final = {
    "available": "previous_level",
    **{step: step for step in PUBLISHED_STEPS},
    "cost_level": "cost_level",
    "returned_funds": "returned_funds",
    "financing_need": "financing_need",
}
"""The component of the bridge into the first year that a column of a printed bridge has."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed cell and what the model gives for it, both in ``unit`` (mnok or percent).

    difference: computed less printed. agrees: whether rounding explains it. cause: id of the known cause where the
    print disagrees with itself, a key of ``known_differences``.
    """

    document: str
    table: str
    row: str
    column: str
    unit: str
    printed: float
    decimals: int
    computed: float
    difference: float
    agrees: bool
    cause: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """Why some cells cannot be matched, and the reason by language.

    cells: (table, row, column) of what the model gives otherwise. lines: the same of lines that bridges consist of,
    which the model does not give, that do not add up in the print. sums: printed figures that their own parts do not
    give.
    """

    id: str
    cells: tuple[tuple[str, str, str], ...]
    lines: tuple[tuple[str, str, str], ...]
    sums: tuple[tuple[str, str, str], ...]
    text: Mapping[str, str]


def checked_cells(result: Result) -> tuple[Cell, ...]:
    """Every printed cell that the first scenario of a result gives, in the order of the tables.

    Cells about years after the plan are there if the result has them. Raises ModelError for a result without bridges.
    """
    baseline, model = result.baseline, _Model(result)
    known = known_differences(baseline).values()
    causes = {cell: difference.id for difference in known for cell in difference.cells}
    cells = []
    for table in baseline.tables:
        for printed in table.cells.values():
            computed = model.cell(table, printed)
            if printed.digits is not None and computed is not None:
                cause = causes.get((printed.table, printed.row, printed.column))
                cells.append(checked_cell(printed, computed, cause))
    return tuple(cells)


def known_differences(baseline: Baseline) -> Mapping[str, Difference]:
    """The known disagreements of the print with itself, by id; none where nothing says so beside the baseline."""
    path = baseline.beside(FILE)
    if path is None:
        return MappingProxyType({})
    details, printed = baseline.details, set(baseline.cells)
    printed |= {(cell.table, cell.solution, cell.column) for cell in earlier_funds(baseline).values()}
    lines = {(table.table, line.name, column) for table in details for line in table.lines for column in line.cells}
    return MappingProxyType(read_differences(path, printed, lines))


def read_differences(
    path: Path, printed: Collection[tuple[str, str, str]], lines: Collection[tuple[str, str, str]] = ()
) -> dict[str, Difference]:
    """The differences of a TOML file. Raises TableError where a cell is none of ``printed``, or of ``lines``."""
    return {
        name: Difference(
            name,
            cells=tuple(_places(entry, "cells", printed)) if entry.has("cells") else (),
            lines=tuple(_places(entry, "lines", lines)) if entry.has("lines") else (),
            sums=tuple(_places(entry, "sums", printed)) if entry.has("sums") else (),
            text=entry.texts("text"),
        )
        for name, entry in entries(path).items()
    }


def _places(entry: Entry, field: str, known: Collection[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    for place in map(tuple, entry.rows(field)):
        if place not in known:
            entry.refuse(field, f"there is no printed cell {place}")
        yield place


def checked_cell(printed: Printed, computed: float, cause: str | None) -> Cell:
    """A printed cell beside what is computed for it, in its unit; cause: why it cannot be matched."""
    difference = computed - printed.value
    return Cell(
        document=printed.document,
        table=printed.table,
        row=printed.row,
        column=printed.column,
        unit=printed.unit,
        printed=printed.value,
        decimals=printed.decimals,
        computed=computed,
        difference=difference,
        agrees=abs(difference) <= 0.5 * 10**-printed.decimals + FLOAT_NOISE,
        cause=cause,
    )


class _Model:
    """What the model gives for the cells of the print, for the first scenario of a result."""

    def __init__(self, result: Result) -> None:
        self.amounts, self.years, self.baseline = result.amounts(), result.years, result.baseline
        parts = {solution: (solution,) for solution in self.baseline.solutions} | dict(self.baseline.groups)
        parts[SUM] = self.baseline.solutions
        self.places = {name: [self.baseline.at(part) for part in of_name] for name, of_name in parts.items()}

    def cell(self, table: PrintedTable, printed: Printed) -> float | None:
        """What the model gives for a cell, in its unit; None for a year or a line that it does not give."""
        first = self.baseline.first_year
        if table.role == PLAN_CHANGES:
            return self.change(table.about, printed.row, int(printed.column))
        if table.role == PLAN and printed.column == str(self.baseline.base_year):
            return self.total("previous_level", printed.row, first)
        if printed.column.isdecimal():
            component = "financing_need" if table.role == HISTORY_PAYMENT else "cost_level"
            return self.total(component, printed.row, int(printed.column))
        if printed.row == PERCENT:
            return self.percent(table.about, printed.column)
        return self.total(BRIDGE_COMPONENTS[printed.column], printed.row, first)

    def total(self, component: str, line: str, year: int) -> float | None:
        """A component of a line in a year, MNOK."""
        if year not in self.years or line not in self.places:
            return None
        return math.fsum(self.amounts[component][self.years.index(year), self.places[line], 0])

    def percent(self, line: str, column: str) -> float | None:
        """A step as percent of what was available in the base year; for level and need the change from there."""
        first = self.baseline.first_year
        amount, base = (self.total(part, line, first) for part in (BRIDGE_COMPONENTS[column], "previous_level"))
        if amount is None or not base:
            return None
        return 100 * (amount - base if column in ("cost_level", "financing_need") else amount) / base

    def change(self, line: str, row: str, column: int) -> float | None:
        """A cell of the plan of one solution: the changes of a column take effect the year after."""
        level, following = self.total("cost_level", line, column), self.total("cost_level", line, column + 1)
        if row == "cost_level" or level is None or following is None:
            return level if row == "cost_level" else None
        if row in PUBLISHED_STEPS:
            return self.total(row, line, column + 1)
        change = following - level
        return {"change": change, "next_cost_level": following, "percent_change": 100 * change / level}[row]
