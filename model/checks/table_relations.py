"""What the figures of one printed table must give for each other: sums across and down, changes and percentages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from model.baseline.axes import PUBLISHED_STEPS
from model.baseline.baseline import Baseline
from model.baseline.printed import (
    AVAILABLE,
    COST_LEVEL,
    FINANCING_NEED,
    PERCENT,
    PERCENT_CHANGE,
    PLAN_CHANGES,
    SUM,
    PrintedTable,
)
from model.checks.all_figures import of_cell
from model.checks.figure import Figure
from model.checks.relations import PERCENT_OF, Relation, Signed, added, relation_id

RETURNED: Final = "returned_funds"
LEVEL_PARTS: Final = (AVAILABLE, *PUBLISHED_STEPS)
NEED_PARTS: Final = (COST_LEVEL, RETURNED)
CHANGE, NEXT = "change", "next_cost_level"
ACROSS, DOWN, OF_CHANGES, OF_LEVELS = "across", "down", "of_changes", "of_levels"

Place = tuple[str, str]
Cells = Mapping[Place, Figure | None]
"""Row and column → what is printed there; None where the place is blank, which counts as nothing."""


def cells_of(table: PrintedTable) -> dict[Place, Figure | None]:
    """The figures of a printed table."""
    return {place: None if cell.digits is None else of_cell(cell) for place, cell in table.cells.items()}


def table_relations(table: PrintedTable, baseline: Baseline) -> Iterator[Relation]:
    """Everything that one table's own figures must give for each other."""
    cells = cells_of(table)
    rows = dict.fromkeys(row for row, _ in cells)
    columns = dict.fromkeys(column for _, column in cells)
    if table.role == PLAN_CHANGES:
        for column in columns:
            yield from _of_changes(cells, column)
        return
    for row in (row for row in rows if row != PERCENT):
        yield from _across(cells, row)
    for whole, parts in {SUM: covering(rows, baseline), **baseline.groups}.items():
        for column in columns:
            yield from _sum(cells, [(part, column) for part in parts], (whole, column), DOWN)
    yield from _percentages(cells, table.about or SUM)


def covering(rows: Mapping[str, object], baseline: Baseline) -> list[str]:
    """The rows that are all solutions together, groups before their parts; none where some solution is left out."""
    missing, found = list(baseline.solutions), []
    for name, parts in ({**baseline.groups} | {each: (each,) for each in baseline.solutions}).items():
        if name in rows and set(parts) <= set(missing):
            missing = [each for each in missing if each not in parts]
            found.append(name)
    return [] if missing else found


def across_line(cells: Mapping[str, Figure]) -> Iterator[Relation]:
    """The level and the need of a line of a bridge, whose columns are there where something is printed."""
    for parts, whole in ((LEVEL_PARTS, COST_LEVEL), (NEED_PARTS, FINANCING_NEED)):
        printed = [(1, cells[part]) for part in parts if part in cells]
        if whole in cells and printed:
            yield added(ACROSS, cells[whole], printed)


def _across(cells: Cells, row: str) -> Iterator[Relation]:
    """The level from what is available and the steps, the need from the level and what is returned."""
    yield from _sum(cells, [(row, part) for part in LEVEL_PARTS], (row, COST_LEVEL), ACROSS)
    yield from _sum(cells, [(row, part) for part in NEED_PARTS], (row, FINANCING_NEED), ACROSS)


def _of_changes(cells: Cells, column: str) -> Iterator[Relation]:
    """The plan of one solution: the change of a column, the level after it, and its percentage."""
    steps = [(step, column) for step in PUBLISHED_STEPS if (step, column) in cells]
    yield from _sum(cells, steps, (CHANGE, column), DOWN)
    yield from _sum(cells, [(COST_LEVEL, column), (CHANGE, column)], (NEXT, column), DOWN)
    percent, level, change, after = (cells.get((row, column)) for row in (PERCENT_CHANGE, COST_LEVEL, CHANGE, NEXT))
    if percent is not None and level is not None and is_base(level):
        if change is not None:
            yield percentage(OF_CHANGES, percent, [(1, change)], level)
        if after is not None:
            yield percentage(OF_LEVELS, percent, [(1, after), (-1, level)], level)


def _percentages(cells: Cells, line: str) -> Iterator[Relation]:
    """The row of percentages: of what the line has available, and what its own columns come to."""
    base = cells.get((line, AVAILABLE))
    if base is None or not is_base(base):
        return
    for (row, column), percent in cells.items():
        amount = cells.get((line, column))
        if row != PERCENT or percent is None or amount is None:
            continue
        is_level = column in (COST_LEVEL, FINANCING_NEED)
        yield percentage(f"of_{AVAILABLE}", percent, [(1, amount), *([(-1, base)] if is_level else [])], base)
    for parts, whole in ((PUBLISHED_STEPS, COST_LEVEL), (NEED_PARTS, FINANCING_NEED)):
        yield from _sum(cells, [(PERCENT, part) for part in parts], (PERCENT, whole), ACROSS, base)


def is_base(figure: Figure) -> bool:
    """Whether anything can be a percentage of it: its rounding does not reach down to nothing."""
    return abs(figure.value) > figure.half


def percentage(name: str, percent: Figure, part: Sequence[Signed], base: Figure) -> Relation:
    """A percentage that a part is of a base."""
    return Relation(relation_id(percent, name), PERCENT_OF, percent, (*part, (1, base)))


def _sum(
    cells: Cells, parts: Sequence[Place], whole: Place, name: str, base: Figure | None = None
) -> Iterator[Relation]:
    """The sum at ``whole``, where it is printed and its parts have their places in the table."""
    total, printed = cells.get(whole), [each for part in parts if (each := cells.get(part)) is not None]
    if total is not None and printed and all(part in cells for part in parts):
        yield added(name, total, [(1, each) for each in printed], base)
