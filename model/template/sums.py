"""What adds up while somebody types: sums, levels and checks in rows and columns whose id begins with «_»."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from model.baseline.axes import PUBLISHED_STEPS
from model.template.grid import CORNER, LABEL, Cell, Column, Content, Formula, Grid, Line, Place
from model.template.words import Words, joined

AVAILABLE, RETURNED = "available", "returned_funds"
STEPS: Final = PUBLISHED_STEPS
LEVEL, NEED, SUM = "_cost_level", "_financing_need", "_sum"
CHECKED: Final = ("cost_level", "financing_need")
FACTORS: Final = ("mnok", "weight")
UNSUMMED: Final = ("percent", "percent_change")
ROUNDED: Final = 6
"""Decimals that sums are rounded to, for binary fractions leave some."""


def with_sums(grids: Mapping[str, Grid], first_year: int, words: Words) -> dict[str, Grid]:
    """The same grids with everything that adds up."""
    found = dict(grids)
    found["bridge"] = _bridge(grids["bridge"], words)
    found["plan"] = _plan(grids["plan"], found["bridge"], first_year, words)
    for name, grid in grids.items():
        if name not in ("bridge", "plan"):
            found[name] = _with_checked_rows(_with_checked_columns(grid, words), words)
    return found


def amount(grid: Grid, row: str, column: str) -> float:
    """What a cell holds now, 0 where that is no number."""
    cell = next((line.cells[column] for line in grid.lines if line.id == row and column in line.cells), None)
    content = cell.content if cell is not None else 0.0
    value = content.value if isinstance(content, Formula) else content
    return value if isinstance(value, float) else 0.0


def _computed(text: str, places: Sequence[Place], value: float | str, look: str = "computed") -> Cell:
    rounded = round(value, ROUNDED) if isinstance(value, float) else value
    return Cell(Formula(text, tuple(places), rounded), look, "mnok", 1)


def _bridge(grid: Grid, words: Words) -> Grid:
    """With each solution's level and need, and the sums of all."""

    def level(row: str) -> Cell:
        value = sum(amount(grid, row, column) for column in (AVAILABLE, *STEPS))
        return _computed(f"={_added(range(5))}", [Place(row, column) for column in (AVAILABLE, *STEPS)], float(value))

    grid = _with_column(grid, _named(words, "cost_level", LEVEL), STEPS[-1], level)

    def need(row: str) -> Cell:
        value = amount(grid, row, LEVEL) + amount(grid, row, RETURNED)
        return _computed("={0}+{1}", [Place(row, LEVEL), Place(row, RETURNED)], value)

    grid = _with_column(grid, _named(words, "financing_need", NEED), RETURNED, need)
    rows = [line.id for line in grid.lines]
    sums = {
        column.id: _computed(
            "=SUM({0}:{1})",
            [Place(rows[0], column.id), Place(rows[-1], column.id)],
            sum(amount(grid, row, column.id) for row in rows),
        )
        for column in grid.columns
        if column.kind in FACTORS
    }
    return replace(grid, lines=(*grid.lines, Line(SUM, {**_label(words, "sum"), **sums})))


def _named(words: Words, name: str, column: str) -> Column:
    return Column(column, "mnok", words.text("columns", name), words.word("mnok"))


def _label(words: Words, name: str) -> dict[str, Cell]:
    return {LABEL: Cell(joined(words.text("rows", name)), "label")}


def _with_column(grid: Grid, column: Column, after: str, cell: Callable[[str], Cell]) -> Grid:
    """With one more column behind another, and its cell in each row."""
    at = [each.id for each in grid.columns].index(after) + 1
    columns = (*grid.columns[:at], column, *grid.columns[at:])
    lines = tuple(replace(line, cells={**line.cells, column.id: cell(line.id)}) for line in grid.lines)
    return replace(grid, columns=columns, lines=lines)


def _plan(grid: Grid, bridge: Grid, first_year: int, words: Words) -> Grid:
    """With the first year beside, each solution's level below its changes, and the sums of all below."""
    years = [column.id for column in grid.columns if column.id.isdecimal()]
    first = f"_{first_year}"
    known = {line.id for line in bridge.lines}
    column = Column(first, "mnok", dict.fromkeys(words.word("mnok"), str(first_year)), words.word("mnok"))
    at = next((n for n, each in enumerate(grid.columns) if each.id == years[0]), 0)
    lines: list[Line] = []
    for number, line in enumerate(grid.lines):
        solution, _, step = line.id.partition(".")
        is_known = solution in known and step in STEPS
        before = {first: _taken(bridge, solution, step)} if is_known else {}
        lines.append(replace(line, cells={**line.cells, **before}))
        follows = grid.lines[number + 1].id if number + 1 < len(grid.lines) else ""
        if is_known and follows.partition(".")[0] != solution:
            lines.append(_level(grid, bridge, solution, first, years, words))
    grid = replace(grid, columns=(*grid.columns[:at], column, *grid.columns[at:]), lines=tuple(lines))
    return replace(grid, lines=(*grid.lines, *_plan_sums(grid, bridge, first, years, words)))


def _taken(bridge: Grid, row: str, column: str) -> Cell:
    """A cell that shows one of the bridge."""
    return _computed("={0}", [Place(row, column, bridge.name)], amount(bridge, row, column))


def _level(grid: Grid, bridge: Grid, solution: str, first: str, years: Sequence[str], words: Words) -> Line:
    """A solution's level: last year's and what changes it."""
    row = f"_{solution}.cost_level"
    cells = {first: _taken(bridge, solution, LEVEL)}
    level = amount(bridge, solution, LEVEL)
    steps = [line.id for line in grid.lines if line.id.partition(".")[0] == solution]
    for before, year in zip((first, *years), years, strict=False):
        level += sum(amount(grid, step, year) for step in steps)
        places = [Place(row, before), *(Place(step, year) for step in steps)]
        cells[year] = _computed(f"={_added(places)}", places, level)
    return Line(row, {**_label(words, "cost_level"), **cells})


def _plan_sums(grid: Grid, bridge: Grid, first: str, years: Sequence[str], words: Words) -> Iterator[Line]:
    """Each component's sum, the level of all, and how it grows."""
    last = grid.lines[-1].id
    start = grid.lines[0].id
    totals = {step: _step_sum(grid, bridge, step, (start, last), first, years) for step in STEPS}
    for step, cells in totals.items():
        yield Line(f"{SUM}.{step}", {**_label(words, step), **cells})
    level, levels = amount(bridge, SUM, LEVEL), {first: _taken(bridge, SUM, LEVEL)}
    growth: dict[str, Cell] = {}
    row = f"{SUM}.cost_level"
    for before, year in zip((first, *years), years, strict=False):
        earlier = level
        level += sum(float(_value(cells[year].content)) for cells in totals.values())
        places = [Place(row, before), *(Place(f"{SUM}.{step}", year) for step in STEPS)]
        levels[year] = _computed(f"={_added(places)}", places, level)
        share = level / earlier - 1 if earlier else ""
        text = '=IF({0}=0,"",{1}/{0}-1)'
        growth[year] = Cell(Formula(text, (Place(row, before), Place(row, year)), share), "computed", "percent", 1)
    yield Line(row, {**_label(words, "cost_level"), **levels})
    yield Line("_growth", {**_label(words, "growth"), **growth})


def _step_sum(
    grid: Grid, bridge: Grid, step: str, rows: tuple[str, str], first: str, years: Sequence[str]
) -> dict[str, Cell]:
    """A component's sum by year; rows of a solution that is added below are part of it."""
    cells = {first: _taken(bridge, SUM, step)}
    of_step = [line.id for line in grid.lines if line.id.endswith(f".{step}")]
    for year in years:
        places = [Place(rows[0], CORNER), Place(rows[1], CORNER), Place(rows[0], year), Place(rows[1], year)]
        value = sum(amount(grid, row, year) for row in of_step)
        cells[year] = _computed(f'=SUMIF({{0}}:{{1}},"*.{step}",{{2}}:{{3}})', places, value)
    return cells


def _value(content: Content) -> float | str:
    return content.value if isinstance(content, Formula) else content


def _with_checked_columns(grid: Grid, words: Words) -> Grid:
    """With what level and need are by their parts less what is printed, where a table has them."""
    for printed, parts in zip(CHECKED, ((AVAILABLE, *STEPS), (CHECKED[0], RETURNED)), strict=True):
        columns = [column.id for column in grid.columns]
        if {printed, *parts} <= set(columns):
            label = {
                language: f"{words.text('columns', printed)[language]}: {text}"
                for language, text in words.text("rows", "check_row").items()
            }
            column = Column(f"_check_{printed}", "mnok", label, words.word("mnok"))
            last = next((name for name in reversed(columns) if not name.startswith("_")), printed)
            grid = _with_column(grid, column, last, _checked_row(grid, printed, parts))
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
    adds = f"SUM({{0}}:{{{len(parts) - 1}}})" if in_a_block else _added(parts)
    values = [amount(grid, each.row, each.column) for each in parts]
    difference = sum(values) - amount(grid, printed.row, printed.column)
    is_filled = any(_is_filled(grid, each.row, each.column) for each in (*parts, printed))
    count = f"COUNT({','.join(f'{{{number}}}' for number in range(len(parts) + 1))})"
    text = f'=IF({count}=0,"",ROUND({adds}-{{{len(parts)}}},{ROUNDED}))'
    return _computed(text, [*parts, printed], difference if is_filled else "", "check")


def _added(parts: Sequence[object]) -> str:
    """``{0}+{1}+`` … for so many places."""
    return "+".join(f"{{{number}}}" for number in range(len(parts)))


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
        Line(name, {**_label(words, label), **{year: _checked(grid, year, parts, total) for year in years}})
        for name, label, parts, total in added
    ]
    return replace(grid, lines=(*grid.lines, *lines))


def _checked(grid: Grid, column: str, rows: Sequence[str], total: str) -> Cell:
    """What some rows are together less the printed total below them."""
    return _difference(grid, [Place(row, column) for row in rows], Place(total, column), in_a_block=total == "sum")
