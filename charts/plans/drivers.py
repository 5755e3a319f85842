"""What drives the cost level from year to year: the steps of each year's bridge as columns."""

from charts.bridges.bridge import ALL, solution_groups
from charts.records.figure import Table
from charts.records.stack import Column, Stack
from charts.scale import axis
from charts.segments import segments
from charts.words import addresses
from charts.words.context import SAME, Context
from charts.words.growth import growth_in, growth_of_all
from charts.words.names import solution_name
from model import STEPS, Result
from model.baseline.printed import BRIDGE

DRIVERS = ("indexation", *STEPS)
TONES = {name: f"driver{at}" for at, name in enumerate(DRIVERS)}


def drivers(context: Context, group: str = ALL) -> Stack:
    """Each year's change in cost level by driver, the solutions of ``group`` together, against the reference."""
    texts, result = context.texts, context.answer.result
    changes, reference = _changes(result, group), _changes(context.answer.reference, group)
    moved = max(abs(a - b) for year in changes for a, b in zip(changes[year], reference[year], strict=True)) >= SAME
    names = tuple(texts(f"component.{name}") for name in DRIVERS)
    columns = tuple(
        _column(year, group, changes[year], reference[year] if moved else None, names, context) for year in result.years
    )
    nets = {year: sum(amounts) for year, amounts in changes.items()}
    largest = max(nets, key=lambda year: abs(nets[year]))
    return Stack(
        name="drivers",
        title=(
            texts("drivers.title"),
            solution_name(group, context.baseline, texts),
            f"{result.years[0]}–{result.years[-1]} · {context.prices}",
        ),
        alt=texts("drivers.alt", year=largest, amount=texts.change(nets[largest])),
        note=_note(group, context),
        table=_table(changes, reference if moved else None, group, names, context),
        moved=moved,
        context=context,
        series=tuple((name, TONES[driver]) for name, driver in zip(names, DRIVERS, strict=True)),
        columns=columns,
        scale=axis(end for c in columns for s in (*c.segments, *c.reference) for end in (s.span.start, s.span.end)),
        named=True,
    )


def _note(group: str, context: Context) -> str:
    """How the columns are read, what the first year is counted from, and what of its growth is comparable."""
    baseline, texts = context.baseline, context.texts
    table = baseline.table_name(BRIDGE) or baseline.title[texts.language]
    read = texts("drivers.note", table=table, base_year=baseline.base_year, first_year=baseline.first_year)
    growth = growth_of_all(context) if group == ALL else growth_in(group, context)
    return f"{read} {growth}".strip()


def _changes(result: Result, group: str) -> dict[int, list[float]]:
    """Year → MNOK per driver, the group's solutions added, of the first scenario."""
    amounts, places = result.amounts(), list(solution_groups(result.baseline)[group])
    return {
        year: [float(amounts[name][at, places, 0].sum()) for name in DRIVERS] for at, year in enumerate(result.years)
    }


def _column(
    year: int,
    group: str,
    amounts: list[float],
    reference: list[float] | None,
    names: tuple[str, ...],
    context: Context,
) -> Column:
    """One year: growth above zero, reductions below; under the year the level that it ends at."""
    texts = context.texts
    result = context.answer.result
    level = float(result.cost_level[result.years.index(year), list(solution_groups(result.baseline)[group]), 0].sum())
    opens = [addresses.of(name, year, group) for name in DRIVERS]
    parts = segments(amounts, str(year), names, context, opens=opens)
    of_reference = [*map(addresses.reference, opens)]
    reference_parts = (
        ()
        if reference is None
        else segments(reference, f"{year}, {context.reference}", names, context, opens=of_reference)
    )
    top = max(s.span.end for s in (*parts, *reference_parts))
    return Column(
        str(year),
        texts.amount(level),
        max(top, 0.0),
        texts.change(sum(amounts)),
        False,
        parts,
        reference_parts,
        opens=_change(year, group),
    )


def _change(year: int, group: str) -> str:
    """The address of a year's whole change in cost level."""
    return addresses.more(addresses.of("cost_level", year, group), addresses.of("previous_level", year, group))


def _table(
    changes: dict[int, list[float]],
    reference: dict[int, list[float]] | None,
    group: str,
    names: tuple[str, ...],
    context: Context,
) -> Table:
    """Drivers down, years across; the sum, and the difference where there is one."""
    texts = context.texts
    rows = [(name, *(texts.change(changes[year][at]) for year in changes)) for at, name in enumerate(names)]
    rows.append((texts("solution.sum"), *(texts.change(sum(amounts)) for amounts in changes.values())))
    opens = [("", *(addresses.of(name, year, group) for year in changes)) for name in DRIVERS]
    opens.append(("", *(_change(year, group) for year in changes)))
    if reference is not None:
        differences = (sum(changes[year]) - sum(reference[year]) for year in changes)
        rows.append((context.difference_row, *(texts.change(d) for d in differences)))
        opens.append(("", *map(addresses.difference, opens[-1][1:])))
    return Table(header=("", *map(str, changes)), rows=tuple(rows), opens=tuple(opens))
