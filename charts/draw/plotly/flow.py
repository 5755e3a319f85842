"""A flow as Plotly bars: wholes at the left, at the right what remains of each on a scale of its own."""

from collections.abc import Sequence

from charts.draw.letters import screen_width
from charts.draw.plotly.row_names import BETWEEN, row_axis, rows_of
from charts.draw.plotly.shared import (
    SIZES,
    Room,
    Spec,
    font,
    frame,
    heading,
    hover,
    middle,
    opening,
    opens_by,
    value_axis,
)
from charts.records.figure import Segment
from charts.records.flow import Flow

WIDTH = 0.72  # of a bar, share of its row
DIVIDE = 0.36  # the wholes' part of the width
BETWEEN_PANELS = 0.03
BESIDE = 5  # pixels between a name and its bar
LABEL_GAP = 8  # pixels between a bar and its amount, and beyond it
ABOVE, BELOW, HEADING = 24, 4, 12  # pixels over and under the rows; the headings' type at least
ROW_HEIGHT, ROWS_ROOM = 27, 40  # pixels where it stands alone
INSIDE, INSIDE_GAP = 12, 4  # pixels of the type inside a part, and what it leaves free there
AXIS = {Room.WIDE: 300, Room.PHONE: 72, Room.SMALL: 72, Room.BARE: 72}  # pixels that the rests' axis has at least


def flow_specification(figure: Flow, room: Room) -> Spec:
    """Rows from top to bottom; an amount stands inside a part of the rest where there is room for it."""
    rows = figure.rows
    names = rows_of([(row.label, row.total) for row in rows], room)
    places, wide = names.places, room is Room.WIDE
    headings = zip(figure.panels if wide else figure.short_panels, ("x", "x2"), strict=True)
    whole_texts = [row.whole_text if wide else row.short_text for row in rows]
    data = [
        _bars([row.whole for row in rows], places, figure, "x"),
        _bars([row.rest for row in rows], places, figure, "x2"),
        _inside(figure, places, room),
        _labels([(row.whole, text, row.total) for row, text in zip(rows, whole_texts, strict=True)], places, "x", room),
        _labels([(row.rest, row.rest_text, row.total) for row in rows], places, "x2", room),
    ]
    layout = {
        **frame(room),
        "barmode": "overlay",
        "margin": {"l": names.room, "r": 8, "t": ABOVE, "b": BELOW},
        "meta": {
            "least": names.least + ABOVE + BELOW,
            "labels": {
                "xaxis": _room(whole_texts, room),
                "xaxis2": _room([r.rest_text for r in rows], room),
            },
            "smallest": SIZES[room],
            "opens": opens_by("y", places, [row.opens or row.rest_opens for row in rows]),
        },
        "xaxis": {**value_axis(*figure.scale.level), "domain": [0, DIVIDE]},
        "xaxis2": {**value_axis(*figure.scale.steps), "domain": [DIVIDE + BETWEEN_PANELS, 1]},
        "yaxis": row_axis((names.height - BETWEEN, -BETWEEN), places, names.names, room, BESIDE),
        "annotations": [
            heading(hover(words), f"{axis} domain", "left", max(HEADING, SIZES[room])) for words, axis in headings
        ],
    }
    return {"data": data, "layout": layout}


def flow_height(figure: Flow) -> int:
    """Pixels of a flow that stands alone."""
    return ROW_HEIGHT * len(figure.rows) + ROWS_ROOM


def _bars(rows: Sequence[tuple[Segment, ...]], places: Sequence[float], figure: Flow, axis: str) -> Spec:
    """Every part of every row, one trace of horizontal bars with a base."""
    parts = [(place, part) for place, row in zip(places, rows, strict=True) for part in row]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [place for place, _ in parts],
        "base": [part.span.start for _, part in parts],
        "x": [part.span.amount for _, part in parts],
        "xaxis": axis,
        "width": WIDTH,
        "marker": {
            "color": [f"@{figure.series[part.series][1]}" for _, part in parts],
            "line": {"width": 1, "color": "@paper"},
        },
        "hovertext": [hover(part.hover) for _, part in parts],
        "hoverinfo": "text",
        "textposition": "none",
        **opening([part.opens for _, part in parts]),
    }


def _inside(figure: Flow, places: Sequence[float], room: Room) -> Spec:
    """What stands in the parts of the rest, or the amount alone, where they are long enough for it."""
    pixels, amount = AXIS[room] / max(figure.scale.steps[1], 1.0), figure.context.texts.amount
    shown = []
    for place, row in zip(places, figure.rows, strict=True):
        for part, words in zip(row.rest, row.inside, strict=True):
            tried = (words, amount(part.span.amount)) if words else ()
            fits = [each for each in tried if screen_width(each, INSIDE) + INSIDE_GAP <= part.span.amount * pixels]
            shown += [(middle(part.span), place, each) for each in fits[:1]]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [place for place, _, _ in shown],
        "y": [place for _, place, _ in shown],
        "text": [hover(words) for _, _, words in shown],
        "textposition": "middle center",
        "textfont": font(room, size=INSIDE, color="@paper"),
        "xaxis": "x2",
        "hoverinfo": "skip",
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
