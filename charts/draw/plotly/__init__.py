"""Draws a figure's record as a Plotly specification: plain dicts, no Plotly import.

Colours are named («@increase»); the screen replaces the names with the theme's colours. Sizes are in CSS pixels.
"""

from charts.draw.plotly.bridge import bridge_specification
from charts.draw.plotly.shared import Room, Spec
from charts.draw.plotly.stack import stack_specification
from charts.records import Bridge, Figure, Stack

__all__ = ["Room", "Spec", "specification"]


def specification(figure: Figure, room: Room = Room.WIDE) -> Spec:
    """``{"data": …, "layout": …}`` of a figure in the room it has."""
    if isinstance(figure, Bridge):
        return bridge_specification(figure, room)
    if isinstance(figure, Stack):
        return stack_specification(figure, room)
    raise TypeError(f"There is no drawing of {type(figure).__name__}.")
