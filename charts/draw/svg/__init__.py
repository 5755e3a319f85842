"""Drawings as SVG text, without a browser: a chart's record in, marks out, in the notation of docs/design.md."""

from charts.draw.svg.bridge import bridge_drawing
from charts.draw.svg.marks import Drawing
from charts.draw.svg.stack import TALL, stack_drawing
from charts.records import Bridge, Figure, Stack

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
