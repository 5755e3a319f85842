"""The traces of a plane: areas, lines, points and what is written at them."""

from collections.abc import Sequence
from typing import Final

from charts.draw.geometry import BAND_OPACITY
from charts.draw.plane_places import share, stepped
from charts.draw.plotly.shared import LABEL, Spec, hover, opening, points
from charts.records.plane import Plane, PlanePoint

MARKER: Final = 8  # of a curve's point, pixels
NEAR_EDGE: Final = 0.15
"""Of the plot: a text nearer to an edge stands on the point's other side."""


def bands(figure: Plane) -> list[Spec]:
    """Each area along its upper edge and back along its lower one."""
    return [
        {
            **points(
                [*(x for x, _, _ in band.points), *(x for x, _, _ in reversed(band.points))],
                [*(high for _, _, high in band.points), *(low for _, low, _ in reversed(band.points))],
            ),
            "mode": "lines",
            "line": {"width": 0, "color": f"@{band.tone}"},
            "fill": "toself",
            "fillcolor": f"@{band.tone}",
            "opacity": 1 if band.tone.endswith("_soft") else BAND_OPACITY,
            "hoverinfo": "skip",
        }
        for band in figure.bands
    ]


def curves(figure: Plane, size: int) -> list[Spec]:
    """Each line, its points, which answer to the mouse also where they are not drawn, and their texts."""
    drawn: list[Spec] = []
    for curve in figure.curves:
        corners = stepped(curve.points) if curve.is_stepped else [(each.x, each.y) for each in curve.points]
        style = {"color": f"@{curve.tone}", "width": 2, "dash": "dash" if curve.is_dashed else "solid"}
        line = points([x for x, _ in corners], [y for _, y in corners])
        drawn.append({**line, "mode": "lines", "line": style, "hoverinfo": "skip"})
        shown = [1 if curve.is_marked or each.text else 0 for each in curve.points]
        drawn.append(_marks(curve.points, {"size": MARKER, "color": f"@{curve.tone}", "opacity": shown}))
        drawn += _texts(figure, curve.points, curve.tone, size)
    return drawn


def clouds(figure: Plane, size: int) -> list[Spec]:
    """Each cloud's dots, whose size the plot decides, and their texts."""
    drawn: list[Spec] = []
    for cloud in figure.clouds:
        outline = {"width": 1, "color": "@paper"}
        drawn.append(_marks(cloud.points, {"color": f"@{cloud.tone}", "line": outline}))
        drawn += _texts(figure, cloud.points, cloud.tone, size)
    return drawn


def _marks(found: Sequence[PlanePoint], marker: Spec) -> Spec:
    return {
        **points([each.x for each in found], [each.y for each in found]),
        "mode": "markers",
        "marker": marker,
        "hovertext": [hover(each.hover) for each in found],
        "hoverinfo": "text",
        **opening([each.opens for each in found]),
    }


def _texts(figure: Plane, found: Sequence[PlanePoint], tone: str, size: int) -> list[Spec]:
    """What is written over the points; under one at the top, and inwards from the sides."""
    written = [each for each in found if each.text]
    if not written:
        return []
    return [
        {
            **points([each.x for each in written], [each.y for each in written]),
            "mode": "text",
            "text": [hover(each.text) for each in written],
            "textposition": [_side(figure, each) for each in written],
            "textfont": {**LABEL, "size": size, "color": f"@{tone}"},
            "hoverinfo": "skip",
        }
    ]


def _side(figure: Plane, point: PlanePoint) -> str:
    across, along = share(point.x, figure.x_range), share(point.y, figure.y_range)
    beside = "right" if across < NEAR_EDGE else "left" if across > 1 - NEAR_EDGE else "center"
    return f"{'bottom' if along > 1 - NEAR_EDGE else 'top'} {beside}"
