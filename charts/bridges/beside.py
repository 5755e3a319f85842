"""Bridges beside each other: the same rows, on one scale or each on its own."""

from dataclasses import replace

from charts.records.bridge import Bridge, BridgeRow
from charts.records.figure import Scale, Span
from charts.scale import axis
from charts.words.context import Context


def with_common_scale(bridges: tuple[Bridge, ...]) -> tuple[Bridge, ...]:
    """The same bridges with the same rows, on the scale that holds them all."""
    bridges = with_common_rows(bridges)
    level = axis(end for figure in bridges for end in figure.scale.level)
    steps = axis(end for figure in bridges for end in figure.scale.steps)
    return tuple(replace(figure, scale=Scale(level, steps)) for figure in bridges)


def on_own_scales(bridges: tuple[Bridge, ...]) -> tuple[Bridge, ...]:
    """The same bridges with the same rows, each on a scale of its own, which its title says."""
    return tuple(
        replace(figure, title=(what, figure.context.texts("bridge.own_scale", whom=whom), when))
        for figure in with_common_rows(bridges)
        for what, whom, when in [figure.title]
    )


def with_common_rows(bridges: tuple[Bridge, ...]) -> tuple[Bridge, ...]:
    """The same bridges, row beside row: a step that is something in one has a row in all, and all others have none."""
    longest = max((figure.rows for figure in bridges), key=len)
    unfolded = frozenset[str]().union(*(figure.steps for figure in bridges))
    return tuple(replace(_with_rows(figure, longest), unfolded=unfolded) for figure in bridges)


def _with_rows(figure: Bridge, longest: tuple[BridgeRow, ...]) -> Bridge:
    """The figure with a row of nothing for each that it lacks of the ``longest``; where it has others, as it is."""
    first, *steps = figure.rows
    own = {row.component: row for row in steps}
    if not own.keys() <= {row.component for row in longest}:
        return figure
    rows = [first]
    for row in longest[1:]:
        rows.append(own.get(row.component) or _nothing(row, rows[-1], figure.context))
    return replace(figure, rows=tuple(rows))


def _nothing(row: BridgeRow, before: BridgeRow, context: Context) -> BridgeRow:
    """A step of a name that changes nothing, where the row before ended."""
    scenario, reference = (Span(end, end) for end in (before.scenario.end, before.reference.end))
    text = context.texts.change(0.0)
    return BridgeRow(
        row.component, row.label, False, scenario, reference, text, f"{row.label}: {text}", is_nothing=True
    )
