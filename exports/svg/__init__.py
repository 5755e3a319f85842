"""Drawings as SVG text, without a browser: a chart's record in, marks out, in the notation of docs/design.md."""

from charts.records import Bridge, Figure, Stack
from exports.svg.bridge import bridge_drawing
from exports.svg.marks import Drawing
from exports.svg.stack import TALL, stack_drawing

__all__ = ["Drawing", "drawing"]


def drawing(figure: Figure, width: float, tall: float = TALL) -> Drawing:
    """The chart alone, without its words; raises TypeError for a kind without a drawing.

    width: pixels. tall: height of columns over time, a share of the width.
    """
    if isinstance(figure, Bridge):
        return bridge_drawing(figure, width)
    if isinstance(figure, Stack):
        return stack_drawing(figure, width, tall)
    raise TypeError(f"There is no drawing of {type(figure).__name__}.")
