"""A bridge as Plotly bars with a base: levels at the left, the steps alone at the right, under both the difference."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from charts.draw.geometry import LEVELS, change_tone, step_runs, tone
from charts.draw.letters import screen_width
from charts.draw.plotly.bridge_bars import Places, bars, connectors, scenario_bars, visible
from charts.draw.plotly.row_names import BETWEEN, row_axis, rows_of
from charts.draw.plotly.shared import SIZES, Room, Spec, font, frame, heading, hover, opens_by, value_axis
from charts.records.bridge import Bridge, BridgeRow
from charts.records.figure import Span

BETWEEN_PANELS: Final = 0.03
LABEL_GAP = 8  # pixels between a bar and its amount, and beyond it
HEADING = 12  # pixels at least; in no room the smallest type
ABOVE, BELOW = 24, 4  # pixels over and under the rows: the panels' headings, and air
ROW_HEIGHT, ROWS_ROOM = 34, 40  # pixels where it stands alone: a row, and what stands around them
HERO: Final = {Room.WIDE: 30, Room.PHONE: 18, Room.SMALL: 16, Room.BARE: 16}
"""Pixels of the whole difference, which stands over what it is of."""
APART: Final = 0.2
"""Lines of type that each of the two keeps from the middle between them."""
HIGHEST: Final = 44
"""Pixels of a row at most, so that the difference stands near few rows."""
MANY: Final = 9
"""Rows from which on each is only as high as a line of type."""
AIR: Final = 0.2
"""What each row less than that adds to the height of all, share of a line."""


def bridge_specification(figure: Bridge, room: Room) -> Spec:
    """Rows from top to bottom: totals and steps from zero at the left, the steps alone at the right."""
    rows, size = figure.drawn, max(HEADING, SIZES[room])
    labels = [*((row.label, row.total) for row in rows), (figure.difference_label, True)]
    air = 1 + AIR * max(0, MANY - len(labels))
    names = rows_of(labels, room, _hero_lines(room) / air)
    places = names.places
    layout = {
        **frame(room),
        "barmode": "overlay",
        "margin": {"l": names.room, "r": 8, "t": ABOVE, "b": BELOW},
        "meta": {
            "least": names.least * air + ABOVE + BELOW,
            "most": names.height * HIGHEST + ABOVE + BELOW,
            "labels": {"xaxis2": _label_room(figure, room)},
            "smallest": SIZES[room],
            "opens": opens_by("y", places, [*(row.opens for row in rows), figure.difference_opens]),
        },
        "xaxis": {**value_axis(*figure.scale.level), "domain": [0, LEVELS]},
        "xaxis2": {**value_axis(*figure.scale.steps), "domain": [LEVELS + BETWEEN_PANELS, 1]},
        "yaxis": row_axis((names.height - BETWEEN, -BETWEEN), places, names.names, room),
        "shapes": [
            *(_line(("x2", "y"), (0, 0), ends) for ends in step_runs(rows, list(pairwise(names.ends)))),
            _line(("paper", "y"), (0, 1), (names.ends[-2], names.ends[-2])),
        ],
        "annotations": [
            heading(figure.panels[0], "x domain", "left", size),
            heading(figure.panels[1], "x2 domain", "left" if room is Room.WIDE else "right", size),
        ],
    }
    return {"data": [*_bars_and_labels(figure, places, room), _hero(figure, places[-1], room)], "layout": layout}


def _bars_and_labels(figure: Bridge, places: Places, room: Room) -> list[Spec]:
    """The bars of both parts, reference first, and the amounts beside them; a total's reaches over to the steps."""
    rows = figure.drawn
    levels = [row.scenario for row in rows], [row.reference for row in rows]
    steps = [
        [None if row.total else Span(0.0, span.amount) for row, span in zip(rows, of, strict=True)] for of in levels
    ]
    return [
        *_bars(figure, levels, places, "x"),
        connectors(levels[0], places),
        _labels([_far(*pair) for pair in zip(*levels, strict=True)], rows, True, places, room),
        *_bars(figure, steps, places, "x2"),
        _labels([_far(*pair) for pair in zip(*steps, strict=True)], rows, False, places, room),
    ]


def _bars(figure: Bridge, spans: Sequence[Sequence[Span | None]], places: Places, axis: str) -> list[Spec]:
    """The reference's bars, and the scenario's over them; spans: those of the scenario, and of the reference."""
    rows, (scenario, reference) = figure.drawn, spans
    hovers, facts = [hover(row.hover) for row in rows], [row.fact and axis == "x" for row in rows]
    behind = [tone(row.reference, row.total) for row in rows]
    over = [None if fact else visible(span) for span, fact in zip(scenario, facts, strict=True)]
    return [
        bars(list(reference), places, behind, hovers, [figure.moved] * len(rows), axis),
        scenario_bars(over, places, [tone(row.scenario, row.total) for row in rows], hovers, figure, axis),
    ]


def _far(*spans: Span | None) -> float:
    """The right end of the longest of some bars."""
    return max([0.0, *(end for span in spans if span for end in (span.start, span.end))])


def _hero_lines(room: Room) -> float:
    """The height of the last row, in lines of type: the whole difference over what it is of."""
    return HERO[room] / SIZES[room] + 1.2 + 2 * APART


def _hero(figure: Bridge, place: float, room: Room) -> Spec:
    """The whole difference, large at the right, and under it what it is of."""
    colour = f"@{change_tone(figure.rows[-1].scenario.end - figure.rows[0].scenario.end)}"
    texts = [f"<b>{figure.difference}</b>", *([figure.difference_of] if figure.difference_of else [])]
    count, over = len(texts), (HERO[room] / SIZES[room] - 1) / 2  # the larger line takes more of the row
    return {
        "type": "scatter",
        "mode": "text",
        "x": [figure.scale.steps[1]] * count,
        "y": [place + over - APART, place + over + APART] if figure.difference_of else [place],
        "text": texts,
        "textposition": ["top left", "bottom left"] if figure.difference_of else "middle left",
        "textfont": {**font(room), "size": [HERO[room], SIZES[room]][:count], "color": [colour, "@text"][:count]},
        "xaxis": "x2",
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def bridge_height(figure: Bridge) -> int:
    """Pixels of a bridge that stands alone: its rows, and the difference under them."""
    return round(ROW_HEIGHT * (len(figure.drawn) + _hero_lines(Room.WIDE) / 2)) + ROWS_ROOM


def _label_room(figure: Bridge, room: Room) -> float:
    """Pixels that amounts take beyond the longest step; they stand still while the axis does."""
    longest = f"▲ + {max(map(abs, figure.scale.steps)):,.1f}"
    return screen_width(longest, SIZES[room]) + LABEL_GAP


def _labels(ends: Sequence[float], rows: Sequence[BridgeRow], totals: bool, places: Places, room: Room) -> Spec:
    """Amounts right of the bars, of the totals or of the steps.

    Only rows that have one are points of the drawing: Plotly drops a point's text for good once it was empty.
    """
    shown = [
        (end, place, row.text)
        for end, place, row in zip(ends, places, rows, strict=False)
        if row.text and row.total == totals
    ]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [end for end, _, _ in shown],
        "y": [place for _, place, _ in shown],
        "text": [f" {text}" for _, _, text in shown],
        "textposition": "middle right",
        "textfont": font(room),
        "xaxis": "x" if totals else "x2",
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _line(axes: tuple[str, str], x: tuple[float, float], y: tuple[float, float]) -> Spec:
    """A thin straight line."""
    return {
        "type": "line",
        "xref": axes[0],
        "yref": axes[1],
        "x0": x[0],
        "x1": x[1],
        "y0": y[0],
        "y1": y[1],
        "line": {"width": 1, "color": "@muted"},
    }
