"""Points over columns as Plotly scatter traces; every piece of a line is apart, so that it can be pushed alone."""

from collections.abc import Sequence
from itertools import pairwise

from charts.draw.geometry import shape
from charts.draw.letters import screen_lines
from charts.draw.plotly.shared import LABEL, Room, Spec, font, frame, hover, opening, points, value_axis
from charts.records.points import Point, Points, PointSeries

HEIGHT = 420  # pixels where it stands alone
LONG = 10  # letters: where a name has a longer word, every other name stands a line lower
NAME_ROOM, NAME_LINE = 78, 16  # pixels of a line of a column's name, and its height
ABOVE, BELOW, EDGE = 14, 20, 8  # pixels around the points
MARKER = {Room.WIDE: 10, Room.PHONE: 8, Room.SMALL: 8, Room.BARE: 8}
TEXT = 12  # pixels, in every room
APART = 0.14  # between the points of series that stand side by side, share of a column
TICK_ROOM = 36  # pixels of the levels' names at the left
NAME_OVER = 16  # pixels that the last column's name reaches over the narrower columns that leaves
HEADROOM = 0.08  # above the highest point, share of the axis


def points_specification(figure: Points, room: Room) -> Spec:
    """Breaks and guides at the back, then the reference light, then each series with its lines and texts."""
    low, high = figure.scale
    data = [_across(figure), _guides(figure)]
    for place, series in enumerate(figure.series):
        data += [*_reference(series, place, room), *_series(series, place, room, len(figure.series))]
    stepped = max(len(word) for label, _ in figure.columns for word in label.split()) > LONG
    names = [screen_lines(label, NAME_ROOM, TEXT, True) for label, _ in figure.columns]
    lines = max(len(name) + bool(second) for name, (_, second) in zip(names, figure.columns, strict=True))
    layout = {
        **frame(room),
        "margin": {
            "l": EDGE + (TICK_ROOM if figure.ticks else 0),
            "r": EDGE + (NAME_OVER if figure.ticks else 0),
            "t": ABOVE,
            "b": BELOW + (lines + stepped) * NAME_LINE,
        },
        "meta": {"smallest": TEXT, "least": 0},
        "xaxis": {
            "range": [-0.55, len(figure.columns) - 0.45],
            "tickvals": list(range(len(figure.columns))),
            "ticktext": [
                "<br>" * (stepped and at % 2) + _tick(name, second)
                for at, (name, (_, second)) in enumerate(zip(names, figure.columns, strict=True))
            ],
            "tickfont": font(room, size=TEXT),
            "tickangle": 0,
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
        },
        "yaxis": {
            **value_axis(low * (1 + HEADROOM), high * (1 + HEADROOM)),
            "zeroline": True,
            "zerolinecolor": "@muted" if low < 0 else "@line",
            **(_levels(figure, room) if figure.ticks else {}),
        },
        "annotations": [_break_name(at, words) for at, words in figure.breaks],
    }
    return {"data": data, "layout": layout}


def _levels(figure: Points, room: Room) -> Spec:
    """The levels that are named at the left, each with a light line."""
    return {
        "showticklabels": True,
        "tickvals": [level for level, _ in figure.ticks],
        "ticktext": [hover(words) for _, words in figure.ticks],
        "tickfont": font(room, size=TEXT, color="@muted"),
        "showgrid": True,
        "gridcolor": "@line",
    }


def points_height(_: Points) -> int:
    """Pixels of a chart that stands alone."""
    return HEIGHT


def _tick(lines: Sequence[str], second: str) -> str:
    return f"<b>{'<br>'.join(map(hover, lines))}</b>" + (f"<br>{hover(second)}" if second else "")


def _x(point: Point, place: int = 0, count: int = 1) -> float:
    """Over its column's middle; points whose texts would stand beside them have none here, and stand side by side."""
    return point.column + (APART * (place - (count - 1) / 2) if point.beside else 0.0)


def _pieces(pairs: Sequence[tuple[tuple[float, float], tuple[float, float]]], **style: object) -> Spec:
    """Straight pieces as one trace, each followed by nothing; ``style``: of the lines."""
    x = [value for (x1, _), (x2, _) in pairs for value in (x1, x2, None)]
    y = [value for (_, y1), (_, y2) in pairs for value in (y1, y2, None)]
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "cliponaxis": False,
        "mode": "lines",
        "line": style,
        "connectgaps": False,
        "hoverinfo": "skip",
    }


def _across(figure: Points) -> Spec:
    """A dashed line from below to above before the column that a break begins with."""
    low, high = figure.scale
    pairs = [((at - 0.5, low), (at - 0.5, high * (1 + HEADROOM))) for at, _ in figure.breaks]
    return _pieces(pairs, color="@muted", width=1.2, dash="dot")


def _guides(figure: Points) -> Spec:
    ends = -0.5, len(figure.columns) - 0.5
    return _pieces([((ends[0], at), (ends[1], at)) for at in figure.guides], color="@muted", width=1.4, dash="dash")


def _break_name(at: int, words: str) -> Spec:
    """What broke, written along its line from below on the side of what follows, where an axis from zero has room."""
    return {
        "x": at - 0.5,
        "y": 0,
        "yref": "paper",
        "text": hover(words),
        "textangle": -90,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "bottom",
        "font": {**LABEL, "size": TEXT, "color": "@muted"},
    }


def _reference(series: PointSeries, place: int, room: Room) -> list[Spec]:
    """The reference's points and the line through them, light."""
    if not series.reference:
        return []
    places = [(_x(point), point.value) for point in series.reference]
    marker = {"symbol": shape(place), "size": MARKER[room] - 1, "color": "@total_soft"}
    return [
        _pieces(list(pairwise(places)), color="@total_soft", width=2),
        {
            **points([x for x, _ in places], [y for _, y in places]),
            "mode": "markers",
            "marker": marker,
            "hovertext": [hover(point.hover) for point in series.reference],
            "hoverinfo": "text",
            **opening([point.opens for point in series.reference]),
        },
    ]


def _series(series: PointSeries, place: int, room: Room, count: int) -> list[Spec]:
    """Lines, points and texts: what is printed filled, what is computed open."""
    tone, found = f"@{series.tone}", series.points
    places = [_x(point, place, count) for point in found]
    pairs = [((places[a], found[a].value), (places[b], found[b].value)) for a, b in series.joined]
    marker = {
        "symbol": [shape(place) if point.printed else f"{shape(place)}-open" for point in found],
        "size": MARKER[room],
        "color": tone,
        "line": {"width": 2, "color": tone},
    }
    drawn: list[Spec] = [
        _pieces(pairs, color=tone, width=2),
        {
            **points(places, [point.value for point in found]),
            "mode": "markers",
            "marker": marker,
            "hovertext": [hover(point.hover) for point in found],
            "hoverinfo": "text",
            **opening([point.opens for point in found]),
        },
    ]
    if any(point.text and not point.beside for point in found):
        drawn.append(_texts(found, places, tone, room))
    return drawn


def _texts(found: Sequence[Point], places: list[float], tone: str, room: Room) -> Spec:
    """What is written over and under the points."""
    return {
        **points(places, [point.text_at for point in found]),
        "mode": "text",
        "text": [hover(point.text) for point in found],
        "textposition": "middle center",
        "textfont": font(room, size=TEXT, color=tone),
        "hoverinfo": "skip",
    }
