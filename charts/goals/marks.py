"""The target in a chart: a short line in each of its years, and two rows of the chart's table."""

from dataclasses import replace
from typing import Final

from charts.goals.goal import Goal
from charts.records.figure import Table
from charts.records.stack import Column, Stack
from charts.scale import axis, fine_axis
from model.answers.quantities import is_payment
from model.baseline.axes import NOK_PER_MNOK

LABEL_ROOM: Final = 0.1
"""What the amount over a column takes, share of the axis, where a chart is low."""

MARK_ROOM: Final = 0.02
"""What half of the mark takes, share of the axis."""


def marked(figure: Stack, goal: Goal) -> Stack:
    """A plan with the target as a short line in its years, where it is not so large that nothing else would show."""
    texts, (low, high) = figure.context.texts, figure.scale
    in_unit = goal.target * _factor(figure)
    shown = in_unit if in_unit <= 2 * high else None
    label = texts("solve.mark", year=goal.when(), target=texts.amount(goal.target, goal.decimals))
    columns = tuple(
        _with_mark(column, shown, label, high)
        if column.year in goal.years
        else replace(column, marker=None, marker_hover="")
        for column in figure.columns
    )
    if is_payment(goal.quantity):
        note, axis_of = texts("solve.note_payment", mark=label, note=figure.note), fine_axis
    else:
        note, axis_of = texts(f"solve.note_{goal.quantity}", mark=label), axis
    scale = axis_of((low, high, shown or 0.0))
    return replace(figure, columns=columns, note=note, scale=scale, table=_with_miss(figure, goal))


def _with_mark(column: Column, mark: float | None, label: str, high: float) -> Column:
    """The column with its mark, and its amount clear of that."""
    top = _clear_of(mark, column.top, high)
    return replace(column, marker=mark, marker_published=True, marker_hover=label, marker_opens="", top=top)


def _clear_of(mark: float | None, top: float, high: float) -> float:
    """Where a column's amount stands: above a mark that would else go through it or touch it."""
    room = MARK_ROOM * high
    return mark + room if mark is not None and -room <= mark - top < LABEL_ROOM * high else top


def _with_miss(figure: Stack, goal: Goal) -> Table:
    """The table with how far each of the years lies from the target, which is told as its sum is."""
    table, context, factor = figure.table, figure.context, _factor(figure)
    texts, whole = context.texts, factor != 1
    totals = {column.year: column for column in figure.columns if column.year in goal.years}
    places = [next((year for year in totals if head.startswith(str(year))), None) for head in table.header]
    if not any(places):
        return table
    over = {
        year: sum(part.span.amount for part in column.segments) - goal.target * factor
        for year, column in totals.items()
    }
    count = 0 if whole else goal.fewest
    cells = ["" if year is None else texts.change(over[year], count) for year in places[1:]]
    opens = ["" if year is None else totals[year].opens for year in places]
    row = texts("solve.row_missed", target=texts.amount(goal.target * factor, 0 if whole else goal.decimals))
    return replace(
        table,
        rows=(*table.rows, (row, *cells)),
        opens=(*table.opens, tuple(opens)) if table.opens else (),
        row_units=(*table.row_units, "") if table.row_units else (),
    )


def _factor(figure: Stack) -> float:
    """What an amount in MNOK is multiplied by to stand in a figure."""
    return NOK_PER_MNOK if figure.table.unit == "nok" else 1.0
