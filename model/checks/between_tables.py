"""What the figures of several tables must give together: levels by their steps, payments, returned and moved money."""

from collections.abc import Iterator

from model.baseline.axes import PUBLISHED_STEPS
from model.baseline.baseline import Baseline
from model.baseline.earlier_funds import EARLIER_FUNDS, RETURNED, FundsCell, earlier_funds
from model.baseline.printed import AVAILABLE, BRIDGE, HISTORY_COST, HISTORY_PAYMENT, PLAN, PLAN_CHANGES, SUM
from model.checks.all_figures import of_funds, of_measure, of_moved
from model.checks.figure import Figure
from model.checks.relations import Relation, Signed, added, plain
from model.checks.table_relations import CHANGE, cells_of
from model.checks.table_relations import RETURNED as RETURNED_COLUMN

BY_STEPS, LESS_RETURNED, BY_CHANGES = "by_steps", "less_returned", "by_changes"
BY_LEVELS, WITH_EARLIER, AS_RETURNED, TAKEN_OVER = "by_levels", "with_earlier_funds", "as_returned", "taken_over"


def between_tables(baseline: Baseline) -> Iterator[Relation]:
    """Everything that holds between two tables or more, where the baseline has them."""
    tables = _Tables(baseline)
    yield from tables.by_steps()
    yield from tables.less_returned()
    yield from tables.by_changes()
    yield from tables.with_earlier_funds()
    yield from tables.taken_over()


class _Tables:
    """A baseline's tables by role, in figures."""

    def __init__(self, baseline: Baseline) -> None:
        self.baseline = baseline
        self.base, self.first = str(baseline.base_year), str(baseline.first_year)
        self.cost, self.payment, self.bridge, self.plan = (
            {} if (table := baseline.table(role)) is None else cells_of(table)
            for role in (HISTORY_COST, HISTORY_PAYMENT, BRIDGE, PLAN)
        )
        changes = [table for table in baseline.tables if table.role == PLAN_CHANGES]
        self.changes = {table.about: cells_of(table) for table in changes}
        self.rows = (*baseline.solutions, SUM)

    def by_steps(self) -> Iterator[Relation]:
        """The level of the first year: that of the base year, with the steps of the bridge."""
        for cells in (self.cost, self.plan):
            for row in self.rows:
                total, before = cells.get((row, self.first)), cells.get((row, self.base))
                steps = [each for step in PUBLISHED_STEPS if (each := self.bridge.get((row, step))) is not None]
                if total is not None and before is not None and self.bridge:
                    yield added(BY_STEPS, total, [(1, before), *((1, step) for step in steps)])

    def less_returned(self) -> Iterator[Relation]:
        """The payment of the first year: its level, less what is returned."""
        for row in self.rows:
            total, level = (cells.get((row, self.first)) for cells in (self.payment, self.cost))
            returned = self.bridge.get((row, RETURNED_COLUMN))
            if total is not None and level is not None and self.bridge:
                yield added(LESS_RETURNED, total, _printed((1, level), (1, returned)))

    def by_changes(self) -> Iterator[Relation]:
        """The plan from year to year: what each solution changes by, and what all of them do."""
        for about, cells in self.changes.items():
            for column in (column for row, column in cells if row == CHANGE and column.isdecimal()):
                change, level, after = cells[CHANGE, column], *self._levels(about, column)
                if change is not None and level is not None and after is not None:
                    yield added(BY_LEVELS, change, [(1, after), (-1, level)])
        if self.changes and set(self.changes) >= set(self.baseline.open_solutions):
            yield from self._sums_by_changes()

    def _sums_by_changes(self) -> Iterator[Relation]:
        for row, column in self.plan:
            level, after = self._levels(SUM, column) if row == SUM and column.isdecimal() else (None, None)
            changes = [cells.get((CHANGE, column)) for cells in self.changes.values()]
            if level is not None and after is not None and all(changes):
                yield added(BY_CHANGES, after, _printed((1, level), *((1, change) for change in changes)))

    def _levels(self, row: str, column: str) -> tuple[Figure | None, Figure | None]:
        """The plan's level of a year and of the year after it."""
        return self.plan.get((row, column)), self.plan.get((row, str(int(column) + 1)))

    def with_earlier_funds(self) -> Iterator[Relation]:
        """What is available in the base year, its payment and earlier years' money; what is returned in the first."""
        money = [cell for cell in earlier_funds(self.baseline).values() if not cell.of]
        used = {cell.solution: cell for cell in money if self._is(cell, EARLIER_FUNDS, self.base)}
        for cells, column in ((self.cost, self.base), (self.bridge, AVAILABLE)):
            for row in self.rows if used else ():
                total, paid = cells.get((row, column)), self.payment.get((row, self.base))
                if total is not None and paid is not None:
                    more = (1, of_funds(used[row])) if row in used else (1, None)
                    yield added(WITH_EARLIER, total, _printed((1, paid), more))
        for cell in (cell for cell in money if not cell.story and self._is(cell, RETURNED, self.first)):
            total = self.bridge.get((cell.solution, RETURNED_COLUMN))
            if total is not None:
                yield added(f"{AS_RETURNED}_{plain(cell.table)}", total, [(-1, of_funds(cell))])

    def _is(self, cell: FundsCell, quantity: str, year: str) -> bool:
        return cell.quantity == quantity and str(cell.year) == year

    def taken_over(self) -> Iterator[Relation]:
        """What leaves the clearing line: what the other solutions take over, and what leaves the regulation."""
        line, baseline = self.baseline.clearing_line, self.baseline
        total = self.bridge.get((line, "changed_financing"))
        if total is not None and baseline.moved:
            moved: list[Signed] = [(-1, of_moved(solution, each)) for solution, each in baseline.moved.items()]
            out = [each for each in baseline.measures.values() if each.moves_out]
            left = [(1, figure) for each in out for figure in of_measure(each, line)]
            yield added(TAKEN_OVER, total, [*moved, *left])


def _printed(*terms: tuple[int, Figure | None]) -> list[Signed]:
    """The terms that are printed."""
    return [(sign, figure) for sign, figure in terms if figure is not None]
