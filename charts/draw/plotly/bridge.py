"""A bridge as Plotly bars with a base: levels at the left, the steps alone at the right."""

from charts.draw.geometry import tone
from charts.draw.letters import screen_width
from charts.draw.plotly.bridge_bars import Places, bars, connectors, scenario_bars, visible
from charts.draw.plotly.row_names import BETWEEN, row_axis, rows_of
from charts.draw.plotly.shared import SIZES, Room, Spec, font, frame, heading, hover, opens_by, value_axis
from charts.records.bridge import Bridge
from charts.records.figure import Span

DIVIDE = 0.52  # where the steps' panel begins, share of the width
LABEL_GAP = 8  # pixels between a bar and its amount, and beyond it
BESIDE_ARROW = "\u00a0" * 3  # the head of a short arrow reaches beyond its end
HEADING = 12  # pixels at least; in no room the smallest type
ABOVE, BELOW = 24, 4  # pixels over and under the rows: the panels' headings, and air
ROW_HEIGHT, ROWS_ROOM = 38, 40  # pixels where it stands alone: a row, and what stands around them


def bridge_specification(figure: Bridge, room: Room) -> Spec:
    """Rows from top to bottom: totals and steps from zero at the left, the steps alone at the right."""
    rows, count = figure.rows, len(figure.rows)
    names = rows_of([*((row.label, row.total) for row in rows), (figure.difference_label, False)], room)
    places = names.places
    spans = [row.scenario for row in rows]
    alone = [None if row.total else Span(0.0, row.scenario.amount) for row in rows]
    alone_reference = [None if row.total else Span(0.0, row.reference.amount) for row in rows]
    tones = [tone(row.scenario, row.total) for row in rows]
    reference_tones = [tone(row.reference, row.total) for row in rows]
    hovers = [hover(row.hover) for row in rows]
    data = [
        bars(
            [row.reference for row in rows],
            places,
            reference_tones,
            hovers,
            [figure.moved and not r.fact for r in rows],
            "x",
        ),
        scenario_bars(
            [None if r.fact else visible(r.scenario) for r in rows], places, tones, hovers, figure.moved, "x"
        ),
        connectors(spans, places),
        _labels(
            [*(max(s.start, s.end) for s in spans), max(spans[0].end, spans[-1].end)],
            [*(row.text if row.total else "" for row in rows), f"{BESIDE_ARROW}{figure.difference}"],
            places,
            "x",
            room,
        ),
        bars(alone_reference, places, reference_tones, hovers, [figure.moved] * count, "x2"),
        scenario_bars([visible(s) for s in alone], places, tones, hovers, figure.moved, "x2"),
        _labels(
            [None if s is None else max(0.0, s.amount) for s in alone],
            [row.text if not row.total else "" for row in rows],
            places,
            "x2",
            room,
        ),
    ]
    size = max(HEADING, SIZES[room])
    layout = {
        **frame(room),
        "barmode": "overlay",
        "margin": {"l": names.room, "r": 8, "t": ABOVE, "b": BELOW},
        "meta": {
            "least": names.least + ABOVE + BELOW,
            "labels": _label_room(figure, room),
            "smallest": SIZES[room],
            "opens": opens_by("y", places, [*(row.opens for row in rows), figure.difference_opens]),
        },
        "xaxis": {**value_axis(*figure.scale.level), "domain": [0, DIVIDE]},
        "xaxis2": {**value_axis(*figure.scale.steps), "domain": [DIVIDE + 0.03, 1]},
        "yaxis": row_axis((names.height - BETWEEN, -BETWEEN), names.places, names.names, room),
        "shapes": [_line("x2", 0, -BETWEEN, places[-1] - 0.5)],
        "annotations": [
            heading(figure.panels[0], "x domain", "left", size),
            heading(figure.panels[1], "x2 domain", "left" if room is Room.WIDE else "right", size),
            _arrow(spans[0].end, spans[-1].end, places[-1]),
        ],
    }
    return {"data": data, "layout": layout}


def bridge_height(figure: Bridge) -> int:
    """Pixels of a bridge that stands alone: its rows, and the difference under them."""
    return ROW_HEIGHT * (len(figure.rows) + 1) + ROWS_ROOM


def _label_room(figure: Bridge, room: Room) -> Spec:
    """Pixels that amounts take beyond the longest bar, by axis; they stand still while the axes do."""
    level, step = (f" {max(map(abs, ends)):,.1f}" for ends in (figure.scale.level, figure.scale.steps))
    size = SIZES[room]
    return {"xaxis": screen_width(level, size) + LABEL_GAP, "xaxis2": screen_width(f"▲ +{step}", size) + LABEL_GAP}


def _arrow(first: float, last: float, row: float) -> Spec:
    """From the first total to the last, on a row of its own."""
    return {
        "x": last,
        "y": row,
        "ax": first,
        "ay": row,
        "xref": "x",
        "yref": "y",
        "axref": "x",
        "ayref": "y",
        "text": "",
        "showarrow": True,
        "arrowhead": 2,
        "arrowwidth": 2,
        "arrowcolor": "@text",
    }


def _labels(ends: list[float | None], texts: list[str], places: Places, axis: str, room: Room) -> Spec:
    """Amounts right of the bars.

    Only rows that have one are points of the drawing: Plotly drops a point's text for good once it was empty.
    """
    shown = [(end, place, text) for end, place, text in zip(ends, places, texts, strict=False) if text]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [end for end, _, _ in shown],
        "y": [place for _, place, _ in shown],
        "text": [f" {text}" for _, _, text in shown],
        "textposition": "middle right",
        "textfont": font(room),
        "xaxis": axis,
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _line(axis: str, x: float, y0: float, y1: float) -> Spec:
    """A thin vertical line at ``x``."""
    return {
        "type": "line",
        "xref": axis,
        "yref": "y",
        "x0": x,
        "x1": x,
        "y0": y0,
        "y1": y1,
        "line": {"width": 1, "color": "@muted"},
    }
