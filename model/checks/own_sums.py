"""The print held against itself: every printed sum recomputed from the printed figures that it is of."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from model.baseline.axes import PUBLISHED_STEPS
from model.baseline.baseline import Baseline
from model.baseline.details import DetailLine, DetailTable
from model.baseline.kept import kept_with_baseline
from model.baseline.printed import AVAILABLE, COST_LEVEL, FINANCING_NEED, PERCENT, SUM, Printed, PrintedTable
from model.checks.funds_checks import checked_ties
from model.checks.printed_cells import FLOAT_NOISE, checked_cells, known_differences
from model.equations.steps import run
from model.scenario.scenario import Scenario

LEVEL_PARTS: Final = (AVAILABLE, *PUBLISHED_STEPS)
NEED_PARTS: Final = (COST_LEVEL, "returned_funds")
CHANGE, NEXT = "change", "next_cost_level"
PARTS, ROWS, LINES, PLACES, MODEL = "parts", "rows", "lines", "places", "model"
"""What a figure is recomputed from: a few parts by name, many rows, lines, figures of several tables, or the model."""

HALF: Final = 0.5
MOST_NAMED: Final = 5
LAST_DECIMAL: Final = 9

Cells = Mapping[tuple[str, str], Printed]


@dataclass(frozen=True, slots=True)
class CheckedSum:
    """A printed figure and what others give for it, both in its unit.

    source, table, row, column: where it is printed. of: what it is recomputed from, ``PARTS`` and so on; parts: their
    ids, rows or columns. difference: recomputed less printed. explained_by_rounding: whether the rounding of all
    figures can make it. cause: the id of the known cause, or empty.
    """

    source: str
    table: str
    row: str
    column: str
    of: str
    parts: tuple[str, ...]
    printed: float
    recomputed: float
    difference: float
    explained_by_rounding: bool
    cause: str

    @property
    def cell(self) -> str:
        """Row, column and what it is recomputed from, in a line."""
        lines = "1 line" if len(self.parts) == 1 else f"{len(self.parts)} lines"
        of = {PARTS: " + ".join(self.parts), ROWS: f"{len(self.parts)} rows", LINES: lines}
        of |= {PLACES: ", ".join(self.parts), MODEL: "the model"}
        return f"{self.row} {self.column}: {of[self.of]}"


@kept_with_baseline
def check(baseline: Baseline) -> tuple[CheckedSum, ...]:
    """Every printed sum beside the sum of its parts, then every printed cell beside what the model gives."""
    known = known_differences(baseline).values()
    causes = {cell: each.id for each in known for cell in (*each.cells, *each.lines, *each.sums)}
    sums = [each for table in baseline.tables for each in _table(table, baseline)]
    sums += [each for details in baseline.details for each in _lines(details)]
    return (*(each.checked(causes) for each in sums), *_of_earlier_funds(baseline), *_of_the_model(baseline))


@dataclass(frozen=True, slots=True)
class _Sum:
    """A printed figure and the printed ones that make it."""

    total: Printed
    parts: Sequence[Printed]
    of: str
    names: tuple[str, ...]

    def checked(self, causes: Mapping[tuple[str, str, str], str]) -> CheckedSum:
        """Beside what the parts give; decimals add up to decimals, so that what binary fractions leave is taken off."""
        total = self.total
        recomputed = round(math.fsum(part.value for part in self.parts), LAST_DECIMAL)
        difference = round(recomputed - total.value, LAST_DECIMAL)
        rounding = sum(HALF * 10**-cell.decimals for cell in (total, *self.parts) if cell.digits is not None)
        explained = abs(difference) <= rounding + FLOAT_NOISE
        cause = causes.get((total.table, total.row, total.column), "")
        place = (total.document, total.table, total.row, total.column, self.of, self.names)
        return CheckedSum(*place, total.value, recomputed, difference, explained, cause)


def _of_earlier_funds(baseline: Baseline) -> Iterator[CheckedSum]:
    """What the figures of earlier years' money give for each other."""
    for each in checked_ties(baseline):
        tie = each.tie
        cell = (tie.total.table, tie.total.solution, tie.total.column)
        values = (tie.total.amount, tie.recomputed, -tie.remainder + 0.0)
        yield CheckedSum(tie.total.document, *cell, PLACES, tie.tables, *values, each.explained_by_rounding, each.cause)


def _of_the_model(baseline: Baseline) -> Iterator[CheckedSum]:
    """What the model gives for the printed cells, up to the last year that is published."""
    for cell in checked_cells(run(Scenario(figures=baseline), baseline.last_year)):
        place = (cell.document, cell.table, cell.row, cell.column, MODEL, ())
        yield CheckedSum(*place, cell.printed, cell.computed, cell.difference, cell.agrees, cell.cause or "")


def _table(table: PrintedTable, baseline: Baseline) -> Iterator[_Sum]:
    """The sums of a printed table, across and down."""
    rows = dict.fromkeys(row for row, _ in table.cells)
    columns = tuple(dict.fromkeys(column for _, column in table.cells))
    for row in (row for row in rows if row != PERCENT):
        yield from _sums(table.cells, [(row, part) for part in LEVEL_PARTS], (row, COST_LEVEL))
        yield from _sums(table.cells, [(row, part) for part in NEED_PARTS], (row, FINANCING_NEED))
    wholes = {SUM: _covering(rows, baseline), **baseline.groups}
    for column in columns:
        for whole, parts in wholes.items():
            yield from _sums(table.cells, [(part, column) for part in parts], (whole, column))
        steps = [(step, column) for step in PUBLISHED_STEPS if step in rows]
        yield from _sums(table.cells, steps, (CHANGE, column))
        yield from _sums(table.cells, [(COST_LEVEL, column), (CHANGE, column)], (NEXT, column))


def _covering(rows: Mapping[str, object], baseline: Baseline) -> list[str]:
    """The rows that are all solutions together, groups before their parts; none where some solution is left out."""
    missing, found = list(baseline.solutions), []
    for name, parts in ({**baseline.groups} | {each: (each,) for each in baseline.solutions}).items():
        if name in rows and set(parts) <= set(missing):
            missing = [each for each in missing if each not in parts]
            found.append(name)
    return [] if missing else found


def _sums(cells: Cells, parts: Sequence[tuple[str, str]], total: tuple[str, str]) -> Iterator[_Sum]:
    """The sum at ``total``, where it is printed and its parts have their places in the table."""
    printed = [cells[part] for part in parts if part in cells]
    is_whole = len(printed) == len(parts) and any(cell.digits is not None for cell in printed)
    if is_whole and total in cells and cells[total].digits is not None:
        names = tuple(row if column == total[1] else column for row, column in parts)
        yield _Sum(cells[total], printed, PARTS if len(names) <= MOST_NAMED else ROWS, names)


def _lines(table: DetailTable) -> Iterator[_Sum]:
    """The subtotals of the lines of a table, and each solution's sum of its lines."""
    for solution in table.solutions:
        lines = [line for line in table.lines if line.solution == solution]
        for total, parts in _subtotals(lines):
            yield from _of_lines(total.cells, parts)
        whole = {column: cell for column, cell in table.sums.get(solution, {}).items() if cell.digits is not None}
        yield from _of_lines(whole, [line for line in lines if not line.subtotal])


def _subtotals(lines: Sequence[DetailLine]) -> Iterator[tuple[DetailLine, Sequence[DetailLine]]]:
    """Each subtotal with the lines since the one before it."""
    since: list[DetailLine] = []
    for line in lines:
        if line.subtotal:
            yield line, since
            since = []
        else:
            since.append(line)


def _of_lines(totals: Mapping[str, Printed], lines: Sequence[DetailLine]) -> Iterator[_Sum]:
    for column, total in totals.items():
        parts = [line.cells[column] for line in lines if column in line.cells]
        if parts:
            yield _Sum(total, parts, LINES, tuple(line.name for line in lines if column in line.cells))
