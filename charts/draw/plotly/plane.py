"""A plane as Plotly scatter traces: bands at the back, then curves, dots, guides; the guides' words above the plot."""

from functools import partial
from typing import Final

from charts.draw.letters import screen_lines, screen_width
from charts.draw.plane_places import END, MIDDLE, START, Words, dot_size, share, spread, thinned, words_above
from charts.draw.plotly.plane_series import bands, clouds, curves, texts
from charts.draw.plotly.shared import Room, Spec, font, frame, heading, hover
from charts.records.plane import Guide, Plane

HEIGHT: Final = 420  # pixels where it stands alone
TEXT: Final = {Room.WIDE: 13, Room.PHONE: 12, Room.SMALL: 12, Room.BARE: 12}  # type, pixels
ACROSS: Final = {Room.WIDE: 200, Room.PHONE: 250, Room.SMALL: 200, Room.BARE: 200}  # of the plot at least, pixels
ALONE: Final = {Room.WIDE: 440, Room.PHONE: 250, Room.SMALL: 200, Room.BARE: 200}  # where nothing sizes the dots anew
ALONG: Final = {Room.WIDE: 220, Room.PHONE: 240, Room.SMALL: 160, Room.BARE: 160}
LINE: Final = 1.35  # height of a line of type, share of its size
EDGE, GAP = 10, 6  # pixels around the plot; between the axes' texts and the plot
TICKS, TITLE = 1.9, 1.7  # height of the texts under the plot, and of an axis' title, sizes of a letter
ANCHORS: Final = {START: "left", MIDDLE: "center", END: "right"}


def plane_specification(figure: Plane, room: Room) -> Spec:
    """The plot, and above it as many lines as the guides' words need.

    The words stand on lines of the paper and so does the plot's upper edge: larger type, which only a larger chart has,
    keeps them apart.
    """
    size = TEXT[room]
    words = words_above(figure, ACROSS[room], partial(screen_width, size=size), partial(screen_lines, size=size))
    head = max((each.over for each in words), default=0) * LINE * size + GAP
    whole = ALONG[room] + head
    margin = _margin(figure, room)
    plot = (HEIGHT - margin["t"] - margin["b"]) * ALONG[room] / whole
    data = [*bands(figure), *curves(figure), *clouds(figure)]
    meta = {"smallest": size, "least": whole + margin["t"] + margin["b"], "anew": True}
    dots, high = _dots(figure, data, (ALONE[room], plot)) if figure.clouds else ({}, figure.y_range[1])
    shapes, annotations = _guides(figure, words, whole, room)
    diameter = data[-1]["marker"]["size"] if figure.clouds else 0
    annotations += texts(figure, size, ACROSS[room], diameter)
    if figure.y_title:
        annotations.append(heading(hover(figure.y_title), "paper", "left", size))
    layout = {
        **frame(room),
        "margin": margin,
        "meta": {**meta, **dots},
        "xaxis": _x_axis(figure, room),
        "yaxis": {**_y_axis(figure, high, room), "domain": [0, ALONG[room] / whole]},
        "shapes": shapes,
        "annotations": annotations,
    }
    return {"data": data, "layout": layout}


def _dots(figure: Plane, data: list[Spec], plot: tuple[float, float]) -> tuple[Spec, float]:
    """For ``meta`` what the screen sizes dots by, once it knows the plot; until then they are as large as this gives.

    And the y axis' end at which they touch.
    """
    diameter, high = dot_size(figure, *plot)
    traces = [at for at, trace in enumerate(data) if trace.get("mode") == "markers"][-len(figure.clouds) :]
    for at in traces:
        data[at]["marker"]["size"] = diameter
    dot, width = min(cloud.dot for cloud in figure.clouds), min(cloud.width for cloud in figure.clouds)
    return {"dots": {"traces": traces, "dot": dot, "width": width, "top": figure.y_range[1]}}, high


def plane_height(_: Plane) -> int:
    """Pixels of a chart that stands alone."""
    return HEIGHT


def _margin(figure: Plane, room: Room) -> dict[str, float]:
    """Pixels around the plot and the guides' words: the axes' texts and titles."""
    size = TEXT[room]
    names = max((screen_width(words, size) for _, words in figure.y_ticks), default=0.0)
    ends = [screen_width(words, size) / 2 for _, words in figure.x_ticks]
    below = (TICKS if figure.x_ticks else 0.5) + (TITLE if figure.x_title else 0)
    return {
        "l": max(EDGE, names + GAP + 4 if figure.y_ticks else 0, *ends[:1]),
        "r": max(EDGE, *ends[-1:]),
        "t": TITLE * size if figure.y_title else GAP,
        "b": below * size + GAP,
    }


def _x_axis(figure: Plane, room: Room) -> Spec:
    """Texts under the plot, as many as have room, and a line that they stand at."""
    size = TEXT[room]
    low, high = figure.x_range
    ticks = thinned(figure.x_ticks, ACROSS[room] / (high - low), partial(screen_width, size=size))
    axis = {
        "range": [low, high],
        "autorange": False,
        "fixedrange": True,
        "zeroline": False,
        "showgrid": False,
        "showline": True,
        "linecolor": "@muted",
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": "@muted",
        "tickvals": [value for value, _ in ticks],
        "ticktext": [hover(words) for _, words in ticks],
        "tickfont": font(room, size=size, color="@muted"),
        "tickangle": 0,
    }
    title = {"text": hover(figure.x_title), "font": font(room, size=size, color="@muted"), "standoff": 4}
    return {**axis, "title": title} if figure.x_title else axis


def _y_axis(figure: Plane, high: float, room: Room) -> Spec:
    """Texts left of the plot, each with a light line across."""
    return {
        "range": [figure.y_range[0], high],
        "autorange": False,
        "fixedrange": True,
        "zeroline": False,
        "showgrid": True,
        "gridcolor": "@line",
        "ticks": "outside",
        "ticklen": GAP,
        "tickcolor": "@paper",
        "tickvals": [value for value, _ in figure.y_ticks],
        "ticktext": [hover(words) for _, words in figure.y_ticks],
        "tickfont": font(room, size=TEXT[room], color="@muted"),
    }


def _guides(figure: Plane, words: tuple[Words, ...], whole: float, room: Room) -> tuple[list[Spec], list[Spec]]:
    """The lines, each up to its words, and the words."""
    size, shapes, annotations = TEXT[room], [], []
    for each in words:
        y = (ALONG[room] + GAP / 2 + each.lowest * LINE * size) / whole
        at, side = each.guide.value, ANCHORS[each.anchor]
        shapes.append(_line(each.guide, {"xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": y}))
        place = {"x": at, "y": y, "xref": "x", "yref": "paper", "xanchor": side, "yanchor": "bottom"}
        annotations.append(_words(each.guide, each.lines, size, place, side))
    lying = sorted((guide for guide in figure.guides if not guide.is_vertical), key=lambda guide: guide.value)
    places = spread([share(each.value, figure.y_range) for each in lying], LINE * size / ALONG[room], 1.0)
    for guide, along in zip(lying, places, strict=True):
        ends = {"x0": 0, "x1": 1, "y0": guide.value, "y1": guide.value}
        shapes.append(_line(guide, {"xref": "paper", "yref": "y", **ends}))
        beside = {"x": 1, "y": along * ALONG[room] / whole, "xref": "paper", "yref": "paper"}
        annotations.append(
            _words(guide, (guide.text,), size, {**beside, "xanchor": "right", "yanchor": "bottom"}, "right")
        )
    return shapes, annotations


def _line(guide: Guide, place: Spec) -> Spec:
    return {"type": "line", "line": {"width": 1.6, "color": f"@{guide.tone}", "dash": "dot"}, **place}


def _words(guide: Guide, lines: tuple[str, ...], size: int, place: Spec, align: str) -> Spec:
    """Words with a rim in the ground's colour, so that what passes behind them does not strike them out."""
    return {
        "text": "<br>".join(map(hover, lines)),
        "align": align,
        "showarrow": False,
        "borderpad": 0,
        "font": {"family": "inherit", "size": size, "color": f"@{guide.tone}", "shadow": "auto"},
        **place,
    }
