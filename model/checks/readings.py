"""What stands in several tables: the same quantity as each of them prints it, pair by pair."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from model.baseline.baseline import Baseline
from model.baseline.printed import (
    AVAILABLE,
    COST_LEVEL,
    FINANCING_NEED,
    HISTORY_COST,
    HISTORY_PAYMENT,
    PERCENT,
    PLAN,
    PLAN_CHANGES,
    SUM,
    PrintedTable,
)
from model.checks.all_figures import of_cell
from model.checks.figure import Figure
from model.checks.relations import Relation, added, plain
from model.checks.table_relations import NEXT, cells_of

LEVEL, PAYMENT = "level", "payment"

Quantity = tuple[str, str, int]
"""What a figure is of: a level, a payment, a step or a step's percentage; a solution, a group or the sum; the year."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity as a table prints it: in one figure, or in those of a group's parts."""

    table: PrintedTable
    figures: tuple[Figure, ...]


def repeated(baseline: Baseline) -> Iterator[Relation]:
    """Every quantity of two tables, or twice in one: the first figure against the second."""
    for (kind, row, _), found in readings(baseline).items():
        base = _available(baseline, row) if kind.startswith(PERCENT) else None
        for first, second in combinations(found, 2):
            whole, parts = (first, second) if len(first.figures) == 1 else (second, first)
            if len(whole.figures) == 1:
                (total,) = whole.figures
                terms = [(1, figure) for figure in parts.figures]
                yield added(f"in_{_name(parts, whole)}", total, terms, base)


def _name(reading: Reading, other: Reading) -> str:
    """The table, and which row of it where the figure stands in the same one."""
    figure = reading.figures[0]
    within = figure.table == other.figures[0].table
    return f"{plain(figure.table)}_{plain(figure.row)}" if within else plain(figure.table)


def readings(baseline: Baseline) -> dict[Quantity, list[Reading]]:
    """Each quantity that is printed, with the tables in their order."""
    found: dict[Quantity, list[Reading]] = {}
    for table in baseline.tables:
        for quantity, figures in _of_table(table, baseline).items():
            found.setdefault(quantity, []).extend(Reading(table, each) for each in figures)
    return found


def _of_table(table: PrintedTable, baseline: Baseline) -> dict[Quantity, list[tuple[Figure, ...]]]:
    """The quantities of a table; of a group that it does not print, its parts."""
    found: dict[Quantity, list[tuple[Figure, ...]]] = {}
    for (row, column), figure in cells_of(table).items():
        quantity = quantity_of(table, row, column, baseline)
        if figure is not None and quantity is not None:
            found.setdefault(quantity, []).append((figure,))
    kinds = dict.fromkeys((kind, year) for kind, _, year in found)
    for group, parts in baseline.groups.items():
        for kind, year in kinds:
            whole = [found.get((kind, part, year), []) for part in parts]
            if (kind, group, year) not in found and all(whole):
                found[kind, group, year] = [tuple(each[0][0] for each in whole)]
    return found


def quantity_of(table: PrintedTable, row: str, column: str, baseline: Baseline) -> Quantity | None:
    """What stands in a cell of a table; None for what no other table has."""
    base, first = baseline.base_year, baseline.first_year
    if table.role == PLAN_CHANGES:
        after = {COST_LEVEL: 0, NEXT: 1}.get(row)
        return None if after is None or not column.isdecimal() else (LEVEL, table.about, int(column) + after)
    if table.role in (HISTORY_COST, HISTORY_PAYMENT, PLAN):
        kind = PAYMENT if table.role == HISTORY_PAYMENT else LEVEL
        return (kind, row, int(column)) if column.isdecimal() else None
    if row == PERCENT:
        return f"{PERCENT} {column}", table.about or SUM, first
    years = {AVAILABLE: (LEVEL, base), COST_LEVEL: (LEVEL, first), FINANCING_NEED: (PAYMENT, first)}
    kind, year = years.get(column, (column, first))
    return kind, row, year


def _available(baseline: Baseline, row: str) -> Figure | None:
    """What a line has available in the base year, which its percentages are of."""
    cells = (table.cells.get((row, AVAILABLE)) for table in baseline.tables)
    return next((of_cell(cell) for cell in cells if cell is not None and cell.digits is not None), None)
