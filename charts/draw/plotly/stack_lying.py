"""Columns over time as a phone shows them, lying: a row for each from the top, its amount at the end of it."""

from collections.abc import Mapping
from typing import Final

from charts.draw.geometry import LABEL_PLACE
from charts.draw.letters import screen_lines, screen_width
from charts.draw.plotly.row_names import GAP, LINE, WIDEST
from charts.draw.plotly.shared import SIZES, Room, Spec, font, frame, hover, opens_by, value_axis
from charts.draw.plotly.stack_amounts import is_under
from charts.records.stack import Column, Stack

SIZE: Final = SIZES[Room.PHONE]
ACROSS: Final = 200  # pixels of the plot at least, on the narrowest screen
BESIDE: Final = 12  # pixels between a row and its amount, and beyond it
MARGIN: Final = 8  # pixels around the rows
LINES: Final = 2.2  # of type that a row is high at least: its bar and, over it, the reference's
TURNED: Final[Mapping[str, str]] = {"top center": "middle right", "bottom center": "middle left", "line-ew": "line-ns"}
"""Where a text or which way a sign stands at a column → the same at a row."""
SIGNS: Final = str.maketrans("▬", "|")
"""The sign of a mark across a column, in what is written under it → that of one across a row."""


def lying(figure: Stack, data: list[Spec], places: list[float]) -> Spec:
    """The specification of rows from that of columns' ``data``, which stand at ``places``."""
    columns, (low, high) = figure.columns, figure.scale
    names = [_name(column) for column in columns]
    beyond = max(screen_width(column.text, SIZE, bold=True) for column in columns) + BESIDE
    share = (high - low) / (ACROSS - beyond * (1 + any(map(is_under, columns))))
    return {
        "data": [_turned(trace) for trace in data],
        "layout": {
            **frame(Room.PHONE),
            "barmode": "overlay",
            "margin": {"l": max(map(_width, names)) + GAP, "r": MARGIN, "t": MARGIN, "b": MARGIN},
            "meta": {
                "smallest": SIZE,
                "opens": opens_by("y", places, [column.opens for column in columns]),
                "least": len(names) * max(LINES, *map(len, names)) * LINE * SIZE + 2 * MARGIN,
            },
            "xaxis": {
                **value_axis(low - beyond * share * any(map(is_under, columns)), high + beyond * share),
                "zeroline": low < 0,
                "zerolinecolor": "@muted",
            },
            "yaxis": {
                "range": [len(columns) - 0.45, -0.55],
                "tickvals": [at + LABEL_PLACE for at in range(len(columns))],
                "ticktext": [_shown(lines, column) for lines, column in zip(names, columns, strict=True)],
                "tickfont": font(Room.PHONE),
                "fixedrange": True,
                "showgrid": False,
                "zeroline": False,
            },
        },
    }


def _turned(trace: Spec) -> Spec:
    """The same bars, points and texts with their two axes in each other's place."""
    turned = {**trace, "x": trace["y"], "y": trace["x"]}
    if trace["type"] == "bar":
        return {**turned, "orientation": "h"}
    if "textposition" in trace:
        turned["textposition"] = [TURNED[place] for place in trace["textposition"]]
    if "marker" in trace:
        sign = trace["marker"]["symbol"]
        turned["marker"] = {**trace["marker"], "symbol": TURNED.get(sign, sign)}
    return turned


def _name(column: Column) -> list[str]:
    """What stands beside a row, in lines: its name, and what is under it."""
    return [*screen_lines(column.label, WIDEST[Room.PHONE], SIZE, bold=True), *column.sublabel.splitlines()]


def _width(lines: list[str]) -> float:
    return max(screen_width(line, SIZE, bold=True) for line in lines)


def _shown(lines: list[str], column: Column) -> str:
    """The name in bold, over the rest."""
    under = column.sublabel.splitlines()
    bold = [f"<b>{hover(line)}</b>" for line in lines[: len(lines) - len(under)]]
    return "<br>".join([*bold, *map(hover, under)])
