"""What adds up in the plan: each solution's level below its changes, and the sums of all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from model.baseline.axes import PUBLISHED_STEPS as STEPS
from model.template.adding import LEVEL, SUM, added, amount, computed, row_label
from model.template.grid import CORNER, Cell, Column, Content, Formula, Grid, Line, Place
from model.template.words import Words


def plan_with_sums(grid: Grid, bridge: Grid, first_year: int, words: Words) -> Grid:
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


def _taken(bridge: Grid, row: str, column: str, look: str = "computed") -> Cell:
    """A cell that shows one of the bridge."""
    return computed("={0}", [Place(row, column, bridge.name)], amount(bridge, row, column), look)


def _level(grid: Grid, bridge: Grid, solution: str, first: str, years: Sequence[str], words: Words) -> Line:
    """A solution's level: last year's and what changes it."""
    row = f"_{solution}.cost_level"
    cells = {first: _taken(bridge, solution, LEVEL, "total")}
    level = amount(bridge, solution, LEVEL)
    steps = [line.id for line in grid.lines if line.id.partition(".")[0] == solution]
    for before, year in zip((first, *years), years, strict=False):
        level += sum(amount(grid, step, year) for step in steps)
        places = [Place(row, before), *(Place(step, year) for step in steps)]
        cells[year] = computed(f"={added(places)}", places, level, "total")
    return Line(row, {**row_label(words, "cost_level"), **cells})


def _plan_sums(grid: Grid, bridge: Grid, first: str, years: Sequence[str], words: Words) -> Iterator[Line]:
    """Each component's sum, the level of all, and how it grows."""
    last = grid.lines[-1].id
    start = grid.lines[0].id
    totals = {step: _step_sum(grid, bridge, step, (start, last), first, years) for step in STEPS}
    for step, cells in totals.items():
        yield Line(f"{SUM}.{step}", {**row_label(words, step), **cells})
    level, levels = amount(bridge, SUM, LEVEL), {first: _taken(bridge, SUM, LEVEL, "total")}
    growth: dict[str, Cell] = {}
    row = f"{SUM}.cost_level"
    for before, year in zip((first, *years), years, strict=False):
        earlier = level
        level += sum(float(_value(cells[year].content)) for cells in totals.values())
        places = [Place(row, before), *(Place(f"{SUM}.{step}", year) for step in STEPS)]
        levels[year] = computed(f"={added(places)}", places, level, "total")
        share = level / earlier - 1 if earlier else ""
        text = '=IF({0}=0,"",{1}/{0}-1)'
        growth[year] = Cell(Formula(text, (Place(row, before), Place(row, year)), share), "computed", "percent", 1)
    yield Line(row, {**row_label(words, "cost_level"), **levels})
    yield Line("_growth", {**row_label(words, "growth"), **growth})


def _step_sum(
    grid: Grid, bridge: Grid, step: str, rows: tuple[str, str], first: str, years: Sequence[str]
) -> dict[str, Cell]:
    """A component's sum by year; rows of a solution that is added below are part of it."""
    cells = {first: _taken(bridge, SUM, step)}
    of_step = [line.id for line in grid.lines if line.id.endswith(f".{step}")]
    for year in years:
        places = [Place(rows[0], CORNER), Place(rows[1], CORNER), Place(rows[0], year), Place(rows[1], year)]
        value = sum(amount(grid, row, year) for row in of_step)
        cells[year] = computed(f'=SUMIF({{0}}:{{1}},"*.{step}",{{2}}:{{3}})', places, value)
    return cells


def _value(content: Content) -> float | str:
    return content.value if isinstance(content, Formula) else content
