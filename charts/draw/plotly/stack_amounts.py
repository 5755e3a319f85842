"""What columns come to: an amount at each, and a point where its parts lie on both sides of zero."""

from math import ceil
from typing import Final

from charts.draw.letters import screen_width
from charts.draw.plotly.shared import Room, Spec, font, points
from charts.records.stack import Column, Stack

SIZE, GAP = 12, 4  # pixels of the type, and between two amounts
LABEL_GAP: Final = 0.012  # between a column and its amount, share of the axis
NET_GAP: Final = 2.5  # the same at the point of a net, times that
ON_A_PHONE: Final = 320  # pixels for all columns, at least


def amounts(figure: Stack, places: list[float], room: Room) -> Spec:
    """The amounts, each over its column, or under one that hangs."""
    low, high = figure.scale
    gap, every = LABEL_GAP * (high - low), _every(figure, room)
    return {
        **points(list(places), [_text_at(column, gap) for column in figure.columns]),
        "mode": "text",
        "text": [f"<b>{c.text}</b>" if c.text and not at % every else "" for at, c in enumerate(figure.columns)],
        "textposition": ["bottom center" if _is_under(column) else "top center" for column in figure.columns],
        "textfont": font(room, size=SIZE),
        "hoverinfo": "skip",
    }


def nets(figure: Stack, places: list[float]) -> list[Spec]:
    """A point at the net height of each column that has parts on both sides of zero."""
    nets = [(place, column.net) for place, column in zip(places, figure.columns, strict=True) if column.net is not None]
    if not nets:
        return []
    marker = {"symbol": "circle", "size": 8, "color": "@text", "line": {"width": 1.5, "color": "@paper"}}
    at = points([place for place, _ in nets], [net for _, net in nets])
    return [{**at, "mode": "markers", "marker": marker, "hoverinfo": "skip"}]


def _every(figure: Stack, room: Room) -> int:
    """Which columns say their amount: each, or on a phone every so many that the amounts do not meet."""
    if room is not Room.PHONE:
        return 1
    widest = max(screen_width(column.text, SIZE, bold=True) for column in figure.columns)
    return max(1, ceil((widest + GAP) * len(figure.columns) / ON_A_PHONE))


def _is_under(column: Column) -> bool:
    """Whether a column's amount stands under its place, and not over it."""
    return column.hangs if column.net is None else column.net < 0


def _text_at(column: Column, gap: float) -> float:
    """Where its amount stands: a ``gap`` from the column's end, or at the net that a point marks."""
    at, gap = (column.top, gap) if column.net is None else (column.net, NET_GAP * gap)
    return at - gap if _is_under(column) else at + gap
