"""A flow as Plotly bars: wholes at the left, at the right what remains of each on a scale of its own."""

from collections.abc import Sequence

from charts.draw.letters import screen_width
from charts.draw.plotly.row_names import BETWEEN, rows_of
from charts.draw.plotly.shared import SIZES, SMALL, Room, Spec, font, frame, hover, value_axis
from charts.records import Flow, Segment

WIDTH = 0.72  # of a bar, share of its row
DIVIDE = {Room.WIDE: 0.36, Room.PHONE: 0.42, Room.SMALL: 0.4, Room.BARE: 0.4}  # the wholes' part of the width
BETWEEN_PANELS = 0.03
LABEL_GAP = 8  # pixels between a bar and its amount, and beyond it
ABOVE, BELOW, HEADING = 24, 4, 12  # pixels over and under the rows; the headings' type at least
ROW_HEIGHT, ROWS_ROOM = 27, 40  # pixels where it stands alone
SMALLEST = 11  # pixels of an amount inside its bar


def flow_specification(figure: Flow, room: Room) -> Spec:
    """Rows from top to bottom; an amount stands inside a part of the rest where there is room for it."""
    rows = figure.rows
    names = rows_of([(row.label, row.total) for row in rows], room)
    places, divide = names.places, DIVIDE[room]
    data = [
        _bars([(row.whole, ("",) * len(row.whole)) for row in rows], places, figure, "x"),
        _bars([(row.rest, row.inside) for row in rows], places, figure, "x2"),
        _labels([(row.whole, row.whole_text, row.total) for row in rows], places, "x", room),
        _labels([(row.rest, row.rest_text, row.total) for row in rows], places, "x2", room),
    ]
    layout = {
        **frame(room),
        "barmode": "overlay",
        "uniformtext": {"mode": "hide", "minsize": SMALLEST},
        "margin": {"l": names.room, "r": 8, "t": ABOVE, "b": BELOW},
        "meta": {
            "least": names.least + ABOVE + BELOW,
            "labels": {
                "xaxis": _room([r.whole_text for r in rows], room),
                "xaxis2": _room([r.rest_text for r in rows], room),
            },
            "smallest": SIZES[room],
        },
        "xaxis": {**value_axis(*figure.scale.level), "domain": [0, divide]},
        "xaxis2": {**value_axis(*figure.scale.steps), "domain": [divide + BETWEEN_PANELS, 1]},
        "yaxis": {
            "range": [names.height - BETWEEN, -BETWEEN],
            "tickvals": list(places),
            "ticktext": list(names.names),
            "tickfont": font(room),
            "fixedrange": True,
            "zeroline": False,
            "showgrid": False,
        },
        "annotations": [_heading(words, axis, room) for words, axis in zip(figure.panels, ("x", "x2"), strict=True)],
    }
    return {"data": data, "layout": layout}


def flow_height(figure: Flow) -> int:
    """Pixels of a flow that stands alone."""
    return ROW_HEIGHT * len(figure.rows) + ROWS_ROOM


def _bars(
    rows: Sequence[tuple[tuple[Segment, ...], tuple[str, ...]]], places: Sequence[float], figure: Flow, axis: str
) -> Spec:
    """Every part of every row, one trace of horizontal bars with a base, each with what stands in it."""
    parts = [
        (place, part, words)
        for place, (row, inside) in zip(places, rows, strict=True)
        for part, words in zip(row, inside, strict=True)
    ]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [place for place, _, _ in parts],
        "base": [part.span.start for _, part, _ in parts],
        "x": [part.span.amount for _, part, _ in parts],
        "xaxis": axis,
        "width": WIDTH,
        "marker": {
            "color": [f"@{figure.series[part.series][1]}" for _, part, _ in parts],
            "line": {"width": 1, "color": "@paper"},
        },
        "hovertext": [hover(part.hover) for _, part, _ in parts],
        "hoverinfo": "text",
        "text": [hover(words) for _, _, words in parts],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "insidetextfont": {"family": "inherit", "size": SMALLEST + 1, "color": "@paper"},
    }


def _labels(
    rows: Sequence[tuple[tuple[Segment, ...], str, bool]],
    places: Sequence[float],
    axis: str,
    room: Room,
) -> Spec:
    """What stands beside the bars, bold in rows of several together."""
    shown = [
        (_end(parts), place, text, total) for (parts, text, total), place in zip(rows, places, strict=True) if text
    ]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [end for end, _, _, _ in shown],
        "y": [place for _, place, _, _ in shown],
        "text": [f" <b>{hover(text)}</b>" if total else f" {hover(text)}" for _, _, text, total in shown],
        "textposition": "middle right",
        "textfont": font(room),
        "xaxis": axis,
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _end(parts: Sequence[Segment]) -> float:
    return max((part.span.end for part in parts), default=0.0)


def _room(texts: Sequence[str], room: Room) -> float:
    """Pixels that the longest text takes beyond its bar."""
    return max((screen_width(f" {text}", SIZES[room], bold=True) for text in texts), default=0.0) + LABEL_GAP


def _heading(text: str, axis: str, room: Room) -> Spec:
    """A panel's heading above its left edge."""
    return {
        "text": hover(text),
        "xref": f"{axis} domain",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {**SMALL, "size": max(HEADING, SIZES[room])},
    }
