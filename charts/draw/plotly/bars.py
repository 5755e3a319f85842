"""Lying bars as Plotly bars with a base: out from the origin's line, or each from where the one above ended."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from charts.draw.bar_places import EndText, axis_around
from charts.draw.letters import screen_lines, screen_width
from charts.draw.plotly.bridge_bars import WIDE
from charts.draw.plotly.row_names import BETWEEN, LINE, row_axis, rows_of
from charts.draw.plotly.shared import (
    SIZES,
    Room,
    Spec,
    font,
    frame,
    heading,
    hover,
    opening,
    opens_by,
    value_axis,
)
from charts.records.bars import Bars

ACROSS: Final = {Room.WIDE: 330, Room.PHONE: 220, Room.SMALL: 150, Room.BARE: 150}  # of the plot at least, pixels
ALONE: Final = {Room.WIDE: 440, Room.PHONE: 220, Room.SMALL: 150, Room.BARE: 150}  # where nothing measures it
LABEL_GAP: Final = 8  # pixels between a bar and its text, and beyond it
BESIDE: Final = 5  # pixels between a name and the plot
ABOVE, BELOW, HEADING = 6, 4, 12  # pixels over and under the rows; the type of the words over the sides at least
ROW_HEIGHT, ROWS_ROOM, LEAST = 34, 40, 240  # pixels where it stands alone


def bars_specification(figure: Bars, room: Room) -> Spec:
    """Rows from top to bottom, with what stands at the bars' outer ends."""
    names = rows_of([(row.label, False) for row in figure.rows], room)
    size, lines = max(HEADING, SIZES[room]), _ends(figure, room)
    above = ABOVE + max(map(len, lines)) * LINE * size
    top, bottom = -BETWEEN, names.height - BETWEEN
    origin = _pieces([((figure.origin, top), (figure.origin, bottom))])
    data = [_bars(figure, names.places), *_connectors(figure, names.places), origin, _texts(figure, names.places, room)]
    opens, texts = opens_by("y", names.places, [row.opens for row in figure.rows]), _end_texts(figure, room)
    layout = {
        **frame(room),
        "barmode": "overlay",
        "margin": {"l": names.room, "r": 8, "t": above, "b": BELOW},
        "meta": {
            "least": names.least + above + BELOW,
            "smallest": SIZES[room],
            "around": _around(figure, texts),
            **({"opens": opens} if opens else {}),
        },
        "xaxis": value_axis(*axis_around(figure.scale, texts, ALONE[room])),
        "yaxis": row_axis((bottom, top), names.places, names.names, room, BESIDE),
        "annotations": [
            heading("<br>".join(map(hover, words)), "x domain", side, size)
            for words, side in zip(lines, ("left", "right"), strict=True)
        ],
    }
    return {"data": data, "layout": layout}


def bars_height(figure: Bars) -> int:
    """Pixels of bars that stand alone."""
    return max(LEAST, ROW_HEIGHT * len(figure.rows) + ROWS_ROOM)


def _ends(figure: Bars, room: Room) -> list[list[str]]:
    """The words over the sides, in lines of half the plot; none where there are none."""
    size, half = max(HEADING, SIZES[room]), ACROSS[room] / 2 - LABEL_GAP
    return [screen_lines(words, half, size) if words else [] for words in figure.ends]


def _bars(figure: Bars, places: Sequence[float]) -> Spec:
    """Every bar of every row, one trace."""
    parts = [(place, row, bar) for place, row in zip(places, figure.rows, strict=True) for bar in row.spans]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [place for place, _, _ in parts],
        "base": [bar.span.start for _, _, bar in parts],
        "x": [bar.span.amount for _, _, bar in parts],
        "width": WIDE,
        "marker": {"color": [f"@{bar.tone}" for _, _, bar in parts], "line": {"width": 0}},
        "hovertext": [hover(bar.hover or row.hover) for _, row, bar in parts],
        "hoverinfo": "text",
        "textposition": "none",
        **opening([bar.opens for _, _, bar in parts]),
    }


def _connectors(figure: Bars, places: Sequence[float]) -> list[Spec]:
    """Thin lines from the end of each row's last bar to the row below."""
    if not figure.connected:
        return []
    ends = [row.spans[-1].span.end if row.spans else figure.origin for row in figure.rows[:-1]]
    return [_pieces([((end, one), (end, other)) for end, (one, other) in zip(ends, pairwise(places), strict=True)])]


def _pieces(pairs: Sequence[tuple[tuple[float, float], tuple[float, float]]]) -> Spec:
    """Thin straight lines, each followed by nothing."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [value for (x1, _), (x2, _) in pairs for value in (x1, x2, None)],
        "y": [value for (_, y1), (_, y2) in pairs for value in (y1, y2, None)],
        "line": {"width": 1, "color": "@muted"},
        "hoverinfo": "skip",
    }


def _texts(figure: Bars, places: Sequence[float], room: Room) -> Spec:
    """What stands at the outer ends."""
    shown = [
        (at, place, f"<b>{hover(words)}</b>" if row.is_heading else hover(words), is_left)
        for place, row in zip(places, figure.rows, strict=True)
        for at, words, is_left in figure.texts(row)
    ]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [at for at, _, _, _ in shown],
        "y": [place for _, place, _, _ in shown],
        "text": [f"{words} " if is_left else f" {words}" for _, _, words, is_left in shown],
        "textposition": ["middle left" if is_left else "middle right" for _, _, _, is_left in shown],
        "textfont": font(room),
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _end_texts(figure: Bars, room: Room) -> list[EndText]:
    """What the texts beyond the bars take; a heading has a row without bars to itself."""
    return [
        EndText(at, screen_width(f" {words}", SIZES[room]) + LABEL_GAP, is_left)
        for row in figure.rows
        if not row.is_heading
        for at, words, is_left in figure.texts(row)
    ]


def _around(figure: Bars, texts: Sequence[EndText]) -> Spec:
    """For ``meta`` what the screen makes the axis of, as ``axis_around`` does, once it knows the plot."""
    return {"scale": list(figure.scale), "texts": [[each.at, each.width, each.is_left] for each in texts]}
