"""What columns come to: an amount at each, and a point where its parts lie on both sides of zero."""

from typing import Final

from charts.draw.plotly.shared import LABEL, Spec, points
from charts.records.stack import Column, Stack

SIZE: Final = 12  # pixels of the type
LABEL_GAP: Final = 0.012  # between a column and its amount, share of the axis
NET_GAP: Final = 2.5  # the same at the point of a net, times that


def amounts(figure: Stack, places: list[float]) -> Spec:
    """The amounts, each over its column, or under one that hangs."""
    low, high = figure.scale
    gap = LABEL_GAP * (high - low)
    return {
        **points(list(places), [_text_at(column, gap) for column in figure.columns]),
        "mode": "text",
        "text": [f"<b>{c.text}</b>" if c.text else "" for c in figure.columns],
        "textposition": ["bottom center" if is_under(column) else "top center" for column in figure.columns],
        "textfont": {**LABEL, "size": SIZE},
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


def is_under(column: Column) -> bool:
    """Whether a column's amount stands under its place, and not over it."""
    return column.hangs if column.net is None else column.net < 0


def _text_at(column: Column, gap: float) -> float:
    """Where its amount stands: a ``gap`` from the column's end, or at the net that a point marks."""
    at, gap = (column.top, gap) if column.net is None else (column.net, NET_GAP * gap)
    return at - gap if is_under(column) else at + gap
