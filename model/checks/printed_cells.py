"""The model held against the print: every printed cell it can compute, with the difference and its cause."""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.axes import BASE_YEAR, PLAN_YEARS, PUBLISHED_STEPS, SOLUTIONS, Array
from model.baseline.details import details
from model.baseline.printed import DETAILS, PLAN_TABLES, Printed
from model.baseline.published import BASELINE_ID, published
from model.equations.result import Result
from model.reading.entries import Entry, entries
from model.reading.tables import DATA

FLOAT_NOISE: Final = 1e-9
"""What binary fractions may add to half a unit of the last printed digit."""

LINES: Final = {solution: (number,) for number, solution in enumerate(SOLUTIONS)} | {
    "sum": tuple(range(7)),
    "helsenettet_eksterne_og_felles": (5, 6),
    "helsenettet_inkl_vkp": (4, 5, 6),
}
"""Which solutions a printed line sums up, as places in ``SOLUTIONS``."""

PERCENT_OF: Final = {"Tabell 8": "sum", "Figur 1": "sum", "Figur 5": "grunndata_helseid"} | {
    table: lines[-1] for table, lines in DETAILS.items()
}
"""The line of the same table that the printed percentages are about; its 2025 amount is their base."""


BRIDGE_COMPONENTS: Final = {
    "available_2025": "previous_level",
    **{step: step for step in PUBLISHED_STEPS},
    "cost_level_2026": "cost_level",
    "returned_funds": "returned_funds",
    "financing_need_2026": "financing_need",
}
"""The component of the bridge of 2026 that a column of Tabell 8–14 prints."""

BridgeAmounts = Mapping[str, Array]


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed cell and what the model gives for it, both in ``unit`` (mnok or percent).

    difference: computed less printed. agrees: whether rounding explains it. cause: id of the known cause where the
    print disagrees with itself, a key of ``known_differences()``.
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

    cells: (table, row, column) of what the model gives otherwise. lines: the same of lines of Tabell 9–14, which the
    model does not give, that do not add up in the print.
    """

    id: str
    cells: tuple[tuple[str, str, str], ...]
    lines: tuple[tuple[str, str, str], ...]
    text: Mapping[str, str]


def checked_cells(result: Result) -> tuple[Cell, ...]:
    """Every printed cell that the first scenario of a result gives, in the order of the tables.

    Tabell 1, 2, 8, 9–14 (their sums), 15, 16–21 and Figur 1, 4 and 5. Cells about 2030 are there if the result is.
    Raises ModelError for a result without bridges.
    """
    bridge = result.amounts()
    causes = {cell: difference.id for difference in known_differences().values() for cell in difference.cells}
    cells = []
    for place, printed in published().tables.items():
        computed = _computed(bridge, result.years, printed)
        if printed.digits is not None and computed is not None:
            cells.append(checked_cell(printed, computed, causes.get(place)))
    return tuple(cells)


@cache
def known_differences() -> Mapping[str, Difference]:
    """The known disagreements of the print with itself, by id."""
    return MappingProxyType(read_differences(DATA / "baselines" / BASELINE_ID / "differences.toml"))


def read_differences(path: Path, cells: Collection[tuple[str, str, str]] | None = None) -> dict[str, Difference]:
    """The differences of a TOML file. Raises TableError where a cell is not one of the printed ones.

    cells: the printed cells, (table, row, column); those of the baseline where none are given.
    """
    printed = published().tables if cells is None else cells
    lines = {(table.table, line.name, column) for table in details() for line in table.lines for column in line.cells}
    return {
        name: Difference(
            name,
            cells=tuple(_places(entry, "cells", printed)) if not entry.has("lines") else (),
            lines=tuple(_places(entry, "lines", lines)) if entry.has("lines") else (),
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


def _computed(bridge: BridgeAmounts, years: tuple[int, ...], printed: Printed) -> float | None:
    """What the model gives for a cell, in its unit; None for a year that it does not give."""
    if printed.table in PLAN_TABLES:
        return _plan_cell(bridge, years, PLAN_TABLES[printed.table], printed.row, int(printed.column))
    if printed.table == "Tabell 15" and printed.column == str(BASE_YEAR):
        return _total(bridge, years, "previous_level", printed.row, PLAN_YEARS[0])
    if printed.column.isdecimal():
        component = "financing_need" if printed.table == "Tabell 2" else "cost_level"
        return _total(bridge, years, component, printed.row, int(printed.column))
    if printed.row == "percent":
        return _percent(bridge, years, PERCENT_OF[printed.table], printed.column)
    return _total(bridge, years, BRIDGE_COMPONENTS[printed.column], printed.row, PLAN_YEARS[0])


def _total(bridge: BridgeAmounts, years: tuple[int, ...], component: str, line: str, year: int) -> float | None:
    if year not in years:
        return None
    return math.fsum(bridge[component][years.index(year), LINES[line], 0])


def _percent(bridge: BridgeAmounts, years: tuple[int, ...], line: str, column: str) -> float:
    """A step as percent of what was available in 2025; for the level and the need the change from there."""
    amount = _total(bridge, years, BRIDGE_COMPONENTS[column], line, PLAN_YEARS[0]) or 0.0
    base = _total(bridge, years, "previous_level", line, PLAN_YEARS[0]) or 0.0
    return 100 * (amount - base if column in ("cost_level_2026", "financing_need_2026") else amount) / base


def _plan_cell(bridge: BridgeAmounts, years: tuple[int, ...], line: str, row: str, column: int) -> float | None:
    """A cell of Tabell 16–21: the changes of a column take effect the year after."""
    level = _total(bridge, years, "cost_level", line, column)
    following = _total(bridge, years, "cost_level", line, column + 1)
    if row == "cost_level" or level is None or following is None:
        return level if row == "cost_level" else None
    if row in PUBLISHED_STEPS:
        return _total(bridge, years, row, line, column + 1)
    change = following - level
    return {"change": change, "next_cost_level": following, "percent_change": 100 * change / level}[row]
