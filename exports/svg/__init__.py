"""Drawings as SVG text, without a browser: a chart's record in, marks out, in the notation of docs/design.md."""

from charts.records import Bridge, Figure, Stack
from exports.svg.bridge import bridge_drawing
from exports.svg.marks import Drawing
from exports.svg.stack import stack_drawing

__all__ = ["Drawing", "drawing"]


def drawing(figure: Figure, width: float) -> Drawing:
    """The chart alone, ``width`` pixels wide, without its words; raises TypeError for a kind without a drawing."""
    if isinstance(figure, Bridge):
        return bridge_drawing(figure, width)
    if isinstance(figure, Stack):
        return stack_drawing(figure, width)
    raise TypeError(f"There is no drawing of {type(figure).__name__}.")
