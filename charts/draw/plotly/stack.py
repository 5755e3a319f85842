"""Columns over time as Plotly bars with a base."""

from itertools import accumulate
from math import ceil, inf

from charts.draw.geometry import COLUMN_PLACE, COLUMN_WIDTH, LABEL_PLACE, LIGHT, REFERENCE_PLACE, REFERENCE_WIDTH
from charts.draw.letters import screen_lines, screen_width
from charts.draw.plotly.shared import (
    LABEL,
    Room,
    Spec,
    font,
    frame,
    hatching,
    hover,
    is_named,
    middle,
    opening,
    opens_by,
    points,
    surfaces,
    value_axis,
)
from charts.draw.plotly.stack_amounts import amounts, nets
from charts.draw.plotly.stack_lying import lying
from charts.records.figure import Segment
from charts.records.stack import Stack

HEIGHT = 420  # pixels where it stands alone
ABOVE, ONE_LINE, TWO_LINES = 14, 34, 52  # pixels over and under the columns
NAME_SIZE, NAME_LINE = 12, 1.37  # pixels, of the names of series; height of the box of one, share of that
BESIDE, MOST_BESIDE = 128, 224  # pixels right of the columns for the names of series: as a rule, and at most
EDGE = 0.45  # from the last column's place to the plot's edge, shares of a year
SMALL_BESIDE = 86  # pixels of a line of a name where the chart is small
NAME_GAP = 4  # pixels between a name and the edge
INDENT = "\u00a0\u00a0"  # before a name that stands close to the last column's amount
NAME_ROOM = 0.1  # between the names of series, share of the axis: a line of type in a chart as low as it may be
LABEL_ROOM = 0.08  # above the highest column and below one that hangs, share of the axis


PlacedSegment = tuple[float, Segment, bool]
"""Where a segment's column stands, the segment, and whether it is a fact (solid in any case)."""


def stack_specification(figure: Stack, room: Room) -> Spec:
    """Columns over time, lying on a phone; where the scenario differs, the reference's stands light before its own."""
    columns, (low, high) = figure.columns, (end * figure.share for end in figure.scale)
    places = [i + COLUMN_PLACE for i in range(len(columns))]
    tones = [tone for _, tone in figure.series]
    scenario_parts = [(x, s, c.fact) for x, c in zip(places, columns, strict=True) for s in c.segments]
    reference_parts = [(i + REFERENCE_PLACE, s, True) for i, c in enumerate(columns) for s in c.reference]
    data = [
        _scenario(scenario_parts, figure, tones),
        _reference(reference_parts, tones),
        amounts(figure, places),
        _markers(figure, places, room),
        *nets(figure, places),
    ]
    if room is Room.PHONE:
        return lying(figure, data, places)
    below = _space_below(figure)
    named = figure.named and is_named(figure, room)
    if named:
        data.append(_names(figure, room))
    years = {
        "range": [-0.55, len(columns) - EDGE],
        "tickvals": [i + LABEL_PLACE for i in range(len(columns))],
        "ticktext": [f"<b>{hover(c.label)}</b><br>{hover(c.sublabel)}" for c in columns],
        "tickfont": font(room),
        "tickangle": 0,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
    }
    layout = {
        **frame(room),
        "barmode": "overlay",
        "margin": {
            "l": 8,
            "r": _space_beside(figure, room) if named else 8,
            "t": ABOVE,
            "b": below,
        },
        "meta": {
            "smallest": NAME_SIZE,
            "share": figure.share,
            "opens": opens_by("x", places, [column.opens for column in columns]),
            "least": NAME_LINE * NAME_SIZE * (1 + LABEL_ROOM) / NAME_ROOM + ABOVE + below if named else 0,
        },
        "xaxis": years,
        "yaxis": {
            **value_axis(
                low * 1.08 - LABEL_ROOM * (high - low) * any(c.hangs for c in columns),
                high + LABEL_ROOM * max(high, high - low),
            ),
            "zeroline": low < 0,
            "zerolinecolor": "@muted",
        },
    }
    return {"data": data, "layout": layout}


def stack_height(_: Stack) -> int:
    """Pixels of columns that stand alone."""
    return HEIGHT


def _space_below(figure: Stack) -> int:
    """Pixels for what stands under the columns: a line, and those of its second text."""
    return ONE_LINE + figure.lines_under * (TWO_LINES - ONE_LINE)


def _space_beside(figure: Stack, room: Room) -> int:
    """Pixels for the names of series: more than as a rule where one is long, and what they take where it is small."""
    lines = [line for name in _named(figure) for line in _beside(name, room)]
    longest = max((screen_width(line, NAME_SIZE) for line in lines), default=0)
    return max(BESIDE if room is Room.WIDE else 0, ceil(longest) + NAME_GAP)


def _named(figure: Stack) -> list[str]:
    """The names that stand beside the last column."""
    return [figure.series[part.series][0] for part in figure.last_parts]


def _beside(name: str, room: Room) -> list[str]:
    """A name as it stands beside the columns: in lines where the chart is small, else without too long an end."""
    if room is not Room.WIDE:
        return [f"{INDENT}{line}" for line in screen_lines(name, SMALL_BESIDE, NAME_SIZE)]
    if screen_width(name, NAME_SIZE) <= MOST_BESIDE - NAME_GAP:
        return [name]
    fits = [part for part in accumulate(name) if screen_width(part + "…", NAME_SIZE) <= MOST_BESIDE - NAME_GAP]
    return [fits[-1].rstrip() + "…"]


def _scenario(parts: list[PlacedSegment], figure: Stack, tones: list[str]) -> Spec:
    """The scenario's parts, solid; hatched where that is chosen, but for what is a fact."""
    colours = [f"@{tones[part.series]}" for _, part, _ in parts]
    solid: Spec = {"color": colours, "line": {"width": 1, "color": "@paper"}}
    columns = _columns(parts, COLUMN_WIDTH)
    if not figure.moved:
        return {**columns, "marker": solid}
    hatched = hatching(colours, ["" if fact else "/" for _, _, fact in parts])
    return {**columns, **surfaces(solid, hatched, figure.hatched)}


def _reference(parts: list[PlacedSegment], tones: list[str]) -> Spec:
    """The reference's parts beside them, light."""
    marker = {
        "color": [f"@{tones[part.series]}" for _, part, _ in parts],
        "opacity": LIGHT,
        "line": {"width": 1, "color": "@paper"},
    }
    return {**_columns(parts, REFERENCE_WIDTH), "marker": marker}


def _columns(parts: list[PlacedSegment], width: float) -> Spec:
    """Every part of every column as one trace of bars with a base."""
    return {
        "type": "bar",
        "x": [x for x, _, _ in parts],
        "base": [part.span.start for _, part, _ in parts],
        "y": [part.span.amount for _, part, _ in parts],
        "width": width,
        "hovertext": [hover(part.hover) for _, part, _ in parts],
        "hoverinfo": "text",
        "textposition": "none",
        **opening([part.opens for _, part, _ in parts]),
    }


def _markers(figure: Stack, places: list[float], room: Room) -> Spec:
    """A short line across each column: the second quantity, dark where it is published."""
    return {
        **points(list(places), [c.marker for c in figure.columns]),
        "mode": "markers",
        "marker": {
            "symbol": "line-ew",
            "size": 16 if room is Room.WIDE else 11,
            "line": {"width": 3, "color": ["@need" if c.marker_published else "@muted" for c in figure.columns]},
        },
        "hovertext": [hover(c.marker_hover) for c in figure.columns],
        "hoverinfo": "text",
        **opening([c.marker_opens for c in figure.columns]),
    }


def _apart(places: list[float], heights: list[float]) -> list[float | None]:
    """Rising places of what is so high, each moved up as far as it takes to stand clear of the one before."""
    apart: list[float | None] = []
    free = -inf
    for place, height in zip(places, heights, strict=True):
        apart.append(max(place, free + height / 2))
        free = max(place, free + height / 2) + height / 2
    return apart


def _names(figure: Stack, room: Room) -> Spec:
    """The series' names beside the last column, moved apart where their parts are thin."""
    last = figure.last_parts
    names, line = [_beside(name, room) for name in _named(figure)], NAME_ROOM * (figure.scale[1] - figure.scale[0])
    places = _apart([middle(s.span) for s in last], [line * len(name) for name in names])
    return {
        **points([len(figure.columns) - (0.56 if room is Room.WIDE else EDGE)] * len(last), places),
        "mode": "text",
        "text": ["<br>".join(map(hover, name)) for name in names],
        "textposition": "middle right",
        "textfont": {**LABEL, "size": NAME_SIZE},
        "hoverinfo": "skip",
    }
