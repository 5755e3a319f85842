"""Which functions draw each kind of chart: the one place where the renderers are listed.

A kind more is a record in ``charts/records/``, a module in ``plotly/`` and in ``svg/``, and an entry in ``KINDS``;
slides, whose charts are native, list theirs in ``exports/deck/slides.py``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from charts.draw.plotly.bars import bars_height, bars_specification
from charts.draw.plotly.bridge import bridge_height, bridge_specification
from charts.draw.plotly.flow import flow_height, flow_specification
from charts.draw.plotly.plane import plane_height, plane_specification
from charts.draw.plotly.points import points_height, points_specification
from charts.draw.plotly.shared import Room, Spec
from charts.draw.plotly.stack import stack_height, stack_specification
from charts.draw.svg.bars import bars_drawing
from charts.draw.svg.bridge import bridge_drawing
from charts.draw.svg.flow import flow_drawing
from charts.draw.svg.marks import Drawing
from charts.draw.svg.plane import plane_drawing
from charts.draw.svg.points import points_drawing
from charts.draw.svg.stack import TALL, stack_drawing
from charts.records.bars import Bars
from charts.records.bridge import Bridge
from charts.records.figure import Figure
from charts.records.flow import Flow
from charts.records.plane import Plane
from charts.records.points import Points
from charts.records.stack import Stack


@dataclass(frozen=True, slots=True)
class Renderers:
    """What draws one kind of chart.

    specification: figure and room → Plotly's specification. height: figure → pixels that this needs where it stands
    alone. drawing: figure, width in pixels, height of columns over time as a share of it, and pixels more → SVG.
    """

    specification: Callable[[Any, Room], Spec]
    height: Callable[[Any], int]
    drawing: Callable[[Any, float, float, float], Drawing]


def _taller(draw: Callable[[Any, float, float], Drawing]) -> Callable[[Any, float, float, float], Drawing]:
    """What takes a height takes more of it."""
    return lambda figure, width, tall, taller: draw(figure, width, tall + taller / width)


KINDS: Final[Mapping[type[Figure], Renderers]] = MappingProxyType(
    {
        Bridge: Renderers(
            bridge_specification, bridge_height, lambda figure, width, _, taller: bridge_drawing(figure, width, taller)
        ),
        Flow: Renderers(flow_specification, flow_height, lambda figure, width, *_: flow_drawing(figure, width)),
        Stack: Renderers(stack_specification, stack_height, _taller(stack_drawing)),
        Points: Renderers(points_specification, points_height, _taller(points_drawing)),
        Plane: Renderers(plane_specification, plane_height, _taller(plane_drawing)),
        Bars: Renderers(bars_specification, bars_height, lambda figure, width, *_: bars_drawing(figure, width)),
    }
)
"""Kind of chart → what draws it; a test holds it complete."""


def specification(figure: Figure, room: Room = Room.WIDE) -> Spec:
    """``{"data": …, "layout": …}`` of a figure in the room it has. Raises TypeError for a kind that nothing draws."""
    return _renderers(figure).specification(figure, room)


def height(figure: Figure) -> int:
    """How tall that specification is drawn where it stands alone, pixels. Raises TypeError."""
    return _renderers(figure).height(figure)


def drawing(figure: Figure, width: float, tall: float = TALL, taller: float = 0.0) -> Drawing:
    """A figure ``width`` pixels wide as SVG. Raises TypeError.

    tall: height of columns over time, a share of it. taller: pixels more, where a page has room; ``Bars`` and
    ``Flow`` take none.
    """
    return _renderers(figure).drawing(figure, width, tall, taller)


def _renderers(figure: Figure) -> Renderers:
    if type(figure) not in KINDS:
        raise TypeError(f"There is no drawing of {type(figure).__name__}.")
    return KINDS[type(figure)]
