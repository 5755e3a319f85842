"""What adds up while somebody types: sums, levels and checks in rows and columns whose id begins with «_»."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from model.baseline.axes import PUBLISHED_STEPS as STEPS
from model.template.adding import LEVEL, NEED, ROUNDED, SUM, added, amount, computed, row_label
from model.template.grid import Cell, Column, Grid, Line, Place
from model.template.plan_sums import plan_with_sums
from model.template.words import Words

AVAILABLE, RETURNED = "available", "returned_funds"
CHECKED: Final = ("cost_level", "financing_need")
CHECK: Final = "_check_"
FACTORS: Final = ("mnok", "weight")
UNSUMMED: Final = ("percent", "percent_change")


def with_sums(grids: Mapping[str, Grid], first_year: int, words: Words) -> dict[str, Grid]:
    """The same grids with everything that adds up."""
    found = dict(grids)
    found["bridge"] = _bridge(grids["bridge"], words)
    found["plan"] = plan_with_sums(grids["plan"], found["bridge"], first_year, words)
    for name, grid in grids.items():
        if name not in ("bridge", "plan"):
            found[name] = _with_checked_rows(_with_checked_columns(grid, words), words)
    return found


def _bridge(grid: Grid, words: Words) -> Grid:
    """With each solution's level and need, and the sums of all."""

    def level(row: str) -> Cell:
        value = sum(amount(grid, row, column) for column in (AVAILABLE, *STEPS))
        return computed(f"={added(range(5))}", [Place(row, column) for column in (AVAILABLE, *STEPS)], float(value))

    grid = _with_column(grid, _named(words, "cost_level", LEVEL), STEPS[-1], level)

    def need(row: str) -> Cell:
        value = amount(grid, row, LEVEL) + amount(grid, row, RETURNED)
        return computed("={0}+{1}", [Place(row, LEVEL), Place(row, RETURNED)], value)

    grid = _with_column(grid, _named(words, "financing_need", NEED), RETURNED, need)
    rows = [line.id for line in grid.lines]
    sums = {
        column.id: computed(
            "=SUM({0}:{1})",
            [Place(rows[0], column.id), Place(rows[-1], column.id)],
            sum(amount(grid, row, column.id) for row in rows),
            "total",
        )
        for column in grid.columns
        if column.kind in FACTORS
    }
    return replace(grid, lines=(*grid.lines, Line(SUM, {**row_label(words, "sum"), **sums})))


def _named(words: Words, name: str, column: str) -> Column:
    return Column(column, "mnok", words.text("columns", name), words.word("mnok"))


def _with_column(grid: Grid, column: Column, after: str, cell: Callable[[str], Cell]) -> Grid:
    """With one more column behind another, and its cell in each row."""
    at = [each.id for each in grid.columns].index(after) + 1
    columns = (*grid.columns[:at], column, *grid.columns[at:])
    lines = tuple(replace(line, cells={**line.cells, column.id: cell(line.id)}) for line in grid.lines)
    return replace(grid, columns=columns, lines=lines)


def _with_checked_columns(grid: Grid, words: Words) -> Grid:
    """With what level and need are by their parts less what is printed, where a table has them."""
    for printed, parts in zip(CHECKED, ((AVAILABLE, *STEPS), (CHECKED[0], RETURNED)), strict=True):
        columns = [column.id for column in grid.columns]
        if {printed, *parts} <= set(columns):
            label = {
                language: f"{words.text('columns', printed)[language]}: {text}"
                for language, text in words.text("rows", "check_row").items()
            }
            column = Column(f"{CHECK}{printed}", "mnok", label, words.word("mnok"))
            beside = [name for name in columns if name in CHECKED or name.startswith(CHECK)]
            grid = _with_column(grid, column, beside[-1], _checked_row(grid, printed, parts))
    return grid


def _checked_row(grid: Grid, printed: str, parts: Sequence[str]) -> Callable[[str], Cell]:
    def cell(row: str) -> Cell:
        if row in UNSUMMED:
            return Cell("", "computed", "mnok")
        return _difference(grid, [Place(row, part) for part in parts], Place(row, printed))

    return cell


def _difference(grid: Grid, parts: Sequence[Place], printed: Place, in_a_block: bool = False) -> Cell:
    """What the parts are together less what is printed; nothing where none of them is filled in.

    in_a_block: the parts are one below the other, and more may be put between them.
    """
    adds = f"SUM({{0}}:{{{len(parts) - 1}}})" if in_a_block else added(parts)
    values = [amount(grid, each.row, each.column) for each in parts]
    difference = sum(values) - amount(grid, printed.row, printed.column)
    is_filled = any(_is_filled(grid, each.row, each.column) for each in (*parts, printed))
    count = f"COUNT({','.join(f'{{{number}}}' for number in range(len(parts) + 1))})"
    text = f'=IF({count}=0,"",ROUND({adds}-{{{len(parts)}}},{ROUNDED}))'
    return computed(text, [*parts, printed], difference if is_filled else "", "check")


def _is_filled(grid: Grid, row: str, column: str) -> bool:
    return any(isinstance(line.cells[column].content, float) for line in grid.lines if line.id == row)


def _with_checked_rows(grid: Grid, words: Words) -> Grid:
    """With a row of what the rows above a sum are together less the printed sum, and the same of a plan's changes."""
    rows = [line.id for line in grid.lines]
    years = [column.id for column in grid.columns if column.kind == "mnok" and not column.id.startswith("_")]
    added = []
    if "sum" in rows[1:] and years:
        above = rows[: rows.index("sum")]
        added.append(("_check.sum", "check", above, "sum"))
    steps = [row for row in rows if row in STEPS]
    if steps and "change" in rows:
        added.append(("_check.change", "check_row", steps, "change"))
    if {"cost_level", "change", "next_cost_level"} <= set(rows):
        added.append(("_check.next_cost_level", "check_row", ["cost_level", "change"], "next_cost_level"))
    lines = [
        Line(name, {**row_label(words, label), **{year: _checked(grid, year, parts, total) for year in years}})
        for name, label, parts, total in added
    ]
    return replace(grid, lines=(*grid.lines, *lines))


def _checked(grid: Grid, column: str, rows: Sequence[str], total: str) -> Cell:
    """What some rows are together less the printed total below them."""
    return _difference(grid, [Place(row, column) for row in rows], Place(total, column), in_a_block=total == "sum")
