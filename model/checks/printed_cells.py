"""The model held against the print: every printed cell it can compute, with the difference and its cause."""

import math
from dataclasses import dataclass
from typing import Final

from model.baseline.axes import PUBLISHED_STEPS
from model.baseline.printed import HISTORY_PAYMENT, PERCENT, PLAN, PLAN_CHANGES, SUM, Printed, PrintedTable
from model.checks.causes import known_differences
from model.equations.result import Result

FLOAT_NOISE: Final = 1e-9
"""What binary fractions may add to half a unit of the last printed digit."""

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

    difference: computed less printed. agrees: whether rounding explains it. cause: id of the known cause where it does
    not, a key of ``known_differences``.
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


def checked_cells(result: Result) -> tuple[Cell, ...]:
    """Every printed cell that the first scenario of a result gives, in the order of the tables.

    Cells about years after the plan are there if the result has them. Raises ModelError for a result without bridges.
    """
    baseline, model = result.baseline, _Model(result)
    causes = {cell: difference.id for difference in known_differences(baseline).values() for cell in difference.cells}
    cells = []
    for table in baseline.tables:
        for printed in table.cells.values():
            computed = model.cell(table, printed)
            if printed.digits is not None and computed is not None:
                cause = causes.get((printed.table, printed.row, printed.column))
                cells.append(checked_cell(printed, computed, cause))
    return tuple(cells)


def checked_cell(printed: Printed, computed: float, cause: str | None) -> Cell:
    """A printed cell beside what is computed for it, in its unit; cause: why it cannot be matched."""
    difference = computed - printed.value
    agrees = abs(difference) <= 0.5 * 10**-printed.decimals + FLOAT_NOISE
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
        agrees=agrees,
        cause=None if agrees else cause,
    )


class _Model:
    """What the model gives for the cells of the print, for the first scenario of a result."""

    def __init__(self, result: Result) -> None:
        self.amounts, self.years, self.baseline = result.amounts(), result.years, result.baseline
        parts = {solution: (solution,) for solution in self.baseline.solutions} | dict(self.baseline.groups)
        parts[SUM] = self.baseline.solutions
        self.places = {name: [self.baseline.at(part) for part in of_name] for name, of_name in parts.items()}

    def cell(self, table: PrintedTable, printed: Printed) -> float | None:
        """What the model gives for a cell, in its unit; None for a year, a column or a line that it does not give."""
        first = self.baseline.first_year
        if table.role == PLAN_CHANGES:
            is_year = printed.column.isdecimal()
            return self.change(table.about, printed.row, int(printed.column)) if is_year else None
        if table.role == PLAN and printed.column == str(self.baseline.base_year):
            return self.total("previous_level", printed.row, first)
        if printed.column.isdecimal():
            component = "financing_need" if table.role == HISTORY_PAYMENT else "cost_level"
            return self.total(component, printed.row, int(printed.column))
        if printed.column not in BRIDGE_COMPONENTS:
            return None
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
        percent = 100 * change / level if level else None
        return {"change": change, "next_cost_level": following, "percent_change": percent}.get(row)
