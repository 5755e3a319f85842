"""The published figures: the cells the model starts from, and the tables as printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np

from model.baseline.axes import LAST_POSSIBLE_YEAR, PLAN_YEARS, PUBLISHED_STEPS, SOLUTIONS, Array
from model.baseline.printed import PLAN_ROWS, PLAN_TABLES, TABLE_FILES, Printed, read_printed
from model.reading.entries import Entry
from model.reading.tables import DATA, ColumnRule, Row, table_rows, toml_table

BASELINE_ID: Final = "tallgrunnlag-2025-var"
PUBLISHED_YEARS: Final = tuple(range(PLAN_YEARS[0], LAST_POSSIBLE_YEAR + 1))


@dataclass(frozen=True, slots=True, eq=False)
class Published:
    """The published baseline. All amounts are MNOK in fixed 2025 kroner.

    available: (solution,), at disposal in 2025 (Tabell 8).
    changes: (year 2026–2030, step, solution), the steps of ``PUBLISHED_STEPS`` (Tabell 8, Tabell 16–21, chapter 2.1).
    returned: (solution,), earlier years' money that lowers the payment of 2026 (Tabell 8), 0 or more.
    underspend_2025: (solution,), the forecast underspend of 2025, shared (document 002; an assumption).
    embedded_margin: the risk margin that the estimates contain, a share of best estimate (an assumption).
    tables: the printed cells by (table, row, column).
    """

    id: str
    title: Mapping[str, str]
    available: Array
    changes: Array
    returned: Array
    underspend_2025: Array
    embedded_margin: float
    tables: Mapping[tuple[str, str, str], Printed]

    def figure(self, table: str, row: str, column: str) -> float:
        """A printed figure, such as ``figure("Tabell 2", "sum", "2025")``; raises KeyError where there is none."""
        return self.tables[table, row, column].value


@cache
def published() -> Published:
    """The published baseline, read once."""
    return read_published(DATA / "baselines" / BASELINE_ID)


def read_published(folder: Path) -> Published:
    """The baseline in a folder. Raises TableError where a file is damaged."""
    facts = Entry(folder / "baseline.toml", "", toml_table(folder / "baseline.toml"))
    tables = {
        (cell.table, cell.row, cell.column): cell
        for name in TABLE_FILES
        for cell in read_printed(folder / f"{name}.csv")
    }
    available = _column(tables, "available_2025")
    return Published(
        id=folder.name,
        title=facts.texts("title"),
        available=_fixed(available),
        changes=_fixed(_changes(folder, tables)),
        returned=_fixed(0.0 - _column(tables, "returned_funds")),
        underspend_2025=_fixed(facts.entry("underspend_2025").number("value") * _shares(folder, available)),
        embedded_margin=facts.entry("embedded_margin").number("value"),
        tables=MappingProxyType(tables),
    )


def _column(tables: Mapping[tuple[str, str, str], Printed], column: str) -> Array:
    return np.array([tables["Tabell 8", solution, column].value for solution in SOLUTIONS])


def _changes(folder: Path, tables: Mapping[tuple[str, str, str], Printed]) -> Array:
    """The steps (year, step, solution). A column of Tabell 16–21 takes effect the year after."""
    changes = np.zeros((len(PUBLISHED_YEARS), len(PUBLISHED_STEPS), len(SOLUTIONS)))
    changes[0] = [_column(tables, step) for step in PUBLISHED_STEPS]
    for table, solution in PLAN_TABLES.items():
        for year, step in product(PUBLISHED_YEARS[1:], PUBLISHED_STEPS):
            if step in PLAN_ROWS:
                printed = tables[table, step, str(year - 1)]
                changes[_place(str(year), step, solution)] = printed.value
    for row in _decimals_of_2027(folder):
        changes[_place(row["year"], row["component"], row["solution"])] = float(row["printed"])
    return changes


def _place(year: str, step: str, solution: str) -> tuple[int, int, int]:
    return PUBLISHED_YEARS.index(int(year)), PUBLISHED_STEPS.index(step), SOLUTIONS.index(solution)


def _decimals_of_2027(folder: Path) -> tuple[Row, ...]:
    """Chapter 2.1 prints with a decimal what Tabell 16 and 17 round to whole millions."""
    columns = {
        "document": ColumnRule(),
        "table": ColumnRule(),
        "solution": ColumnRule(allowed=SOLUTIONS),
        "component": ColumnRule(allowed=PUBLISHED_STEPS),
        "year": ColumnRule(allowed=tuple(map(str, PUBLISHED_YEARS))),
        "printed": ColumnRule(number=True),
        "unit": ColumnRule(allowed=("mnok",)),
    }
    return table_rows(folder / "chapter_2_1.csv", columns, ("solution", "component", "year"))


def _shares(folder: Path, available: Array) -> Array:
    """Each solution's share of the underspend of 2025, by what stands under ``available_in`` in Tabell 8."""
    columns = {
        "document": ColumnRule(),
        "table": ColumnRule(),
        "solution": ColumnRule(allowed=SOLUTIONS),
        "available_in": ColumnRule(allowed=SOLUTIONS),
        "decision": ColumnRule(),
    }
    weights = np.zeros(len(SOLUTIONS))
    for row in table_rows(folder / "underspend_2025_shares.csv", columns, ("available_in",)):
        weights[SOLUTIONS.index(row["solution"])] += available[SOLUTIONS.index(row["available_in"])]
    shares: Array = weights / weights.sum()
    return shares


def _fixed(array: Array) -> Array:
    array.flags.writeable = False
    return array
