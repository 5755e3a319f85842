"""What the drawings share: fonts, frame, value axis, places of points."""

import html
from collections.abc import Sequence
from enum import Enum
from typing import Any

from charts.records.figure import Figure, Span


class Room(Enum):
    """How much room a drawing has, which decides its letters and which names it carries."""

    WIDE = "wide"
    PHONE = "phone"
    """Full width of a phone: names in two lines."""
    SMALL = "small"
    """One of many beside each other."""
    BARE = "bare"
    """As small, without row names: they stand at the first beside it."""


SIZES = {Room.WIDE: 13, Room.PHONE: 12, Room.SMALL: 12, Room.BARE: 12}
"""Of labels, pixels: a little smaller where there is little room, and nothing on the screen smaller than that."""


Spec = dict[str, Any]
LABEL = {"family": "inherit", "size": 13, "color": "@text"}
SMALL = {**LABEL, "size": 12, "color": "@muted"}


def is_named(figure: Figure, room: Room) -> bool:
    """Whether a chart that names what it draws has the room for it."""
    return room is Room.WIDE or (room is not Room.PHONE and figure.names_where_small)


def font(room: Room, **changes: Any) -> Spec:
    """Plotly's font of labels in that room, with ``changes``."""
    return {**LABEL, "size": SIZES[room], **changes}


def frame(room: Room) -> Spec:
    """The part of Plotly's layout that every chart shares."""
    return {
        "showlegend": False,
        "paper_bgcolor": "@paper",
        "plot_bgcolor": "@paper",
        "font": font(room),
        "hoverlabel": {
            "font": {**LABEL, "color": "@paper"},
            "bgcolor": "@text",
            "bordercolor": "@text",
            "align": "left",
        },
        "dragmode": False,
        "hovermode": "closest",
    }


def hatching(colours: Sequence[str], shapes: Sequence[str]) -> Spec:
    """Bars outlined and hatched in their colours; a shape that is «» is a solid bar's."""
    return {
        "color": list(colours),
        "line": {"width": 1.5, "color": list(colours)},
        "pattern": {
            "shape": list(shapes),
            "fillmode": "replace",
            "fgcolor": list(colours),
            "bgcolor": "@paper",
            "size": 6,
            "solidity": 0.45,
        },
    }


def surfaces(solid: Spec, hatched: Spec, is_hatched: bool) -> Spec:
    """The part of a trace that says how a scenario's bars are filled, and how where colours are the reader's own."""
    return {"marker": hatched if is_hatched else solid, "meta": {"hatched": hatched}}


def value_axis(low: float, high: float) -> Spec:
    """A value axis that includes zero: no grid, no ticks; the amounts stand at the bars."""
    return {
        "range": [low, high],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showticklabels": False,
        "autorange": False,
    }


def heading(text: str, over: str, side: str, size: int) -> Spec:
    """Words above an edge, ``side``, of what they are placed by, such as «x2 domain»."""
    return {
        "text": text,
        "align": side,
        "xref": over,
        "yref": "paper",
        "x": 0 if side == "left" else 1,
        "y": 1,
        "xanchor": side,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {**SMALL, "size": size},
    }


def points(x: list[float], y: list[float | None]) -> Spec:
    """A scatter trace at some places, without what is drawn there."""
    return {"type": "scatter", "x": x, "y": y, "cliponaxis": False}


def opens_by(axis: str, places: Sequence[float], paths: Sequence[str]) -> Spec:
    """For the layout's ``meta``: the path that each row or column of a chart opens, along one of its axes."""
    return {"axis": axis, "places": list(places[: len(paths)]), "paths": list(paths)} if any(paths) else {}


def opening(paths: Sequence[str]) -> Spec:
    """The part of a trace that says what each bar or point of it opens; nothing where none does."""
    return {"customdata": list(paths)} if any(paths) else {}


def middle(span: Span) -> float:
    """The amount half way along a bar, MNOK."""
    return (span.start + span.end) / 2


def hover(text: str) -> str:
    """A hover text as Plotly takes it: its lines, and nothing of it as markup."""
    return html.escape(text, quote=False).replace("\n", "<br>")
