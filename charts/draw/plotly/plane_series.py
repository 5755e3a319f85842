"""The traces of a plane: areas, lines, points and what is written at them."""

from collections.abc import Sequence
from typing import Final

from charts.draw.geometry import BAND_OPACITY
from charts.draw.letters import screen_width
from charts.draw.plane_places import share, stepped
from charts.draw.plotly.shared import LABEL, Spec, hover, opening, points
from charts.records.plane import Plane, PlanePoint

MARKER: Final = 8  # of a curve's point, pixels
NEAR_TOP: Final = 0.9
"""Of the plot: a point farther up has its text below."""


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


def curves(figure: Plane) -> list[Spec]:
    """Each line, and its points, which answer to the mouse also where they are not drawn."""
    drawn: list[Spec] = []
    for curve in figure.curves:
        corners = stepped(curve.points) if curve.is_stepped else [(each.x, each.y) for each in curve.points]
        style = {"color": f"@{curve.tone}", "width": 2, "dash": "dash" if curve.is_dashed else "solid"}
        line = points([x for x, _ in corners], [y for _, y in corners])
        drawn.append({**line, "mode": "lines", "line": style, "hoverinfo": "skip"})
        shown = [1 if curve.is_marked or each.text else 0 for each in curve.points]
        drawn.append(_marks(curve.points, {"size": MARKER, "color": f"@{curve.tone}", "opacity": shown}))
    return drawn


def clouds(figure: Plane) -> list[Spec]:
    """Each cloud's dots, whose size the plot decides."""
    outline = {"width": 1, "color": "@paper"}
    return [_marks(cloud.points, {"color": f"@{cloud.tone}", "line": outline}) for cloud in figure.clouds]


def _marks(found: Sequence[PlanePoint], marker: Spec) -> Spec:
    return {
        **points([each.x for each in found], [each.y for each in found]),
        "mode": "markers",
        "marker": marker,
        "hovertext": [hover(each.hover) for each in found],
        "hoverinfo": "text",
        **opening([each.opens for each in found]),
    }


def texts(figure: Plane, size: int, across: float, diameter: float) -> list[Spec]:
    """What is written over the points, also over guides; under one at the top, and inwards where the plot ends.

    across: pixels of the plot, at least; diameter: of a cloud's dots.
    """
    parts = [(each.points, each.tone, MARKER) for each in figure.curves]
    parts += [(each.points, each.tone, int(diameter)) for each in figure.clouds]
    return [
        {
            **_side(figure, point, screen_width(point.text, size) / 2 / across, reach / 2 + 1),
            "x": point.x,
            "y": point.y,
            "text": hover(point.text),
            "showarrow": False,
            "borderpad": 0,
            "font": {**LABEL, "size": size, "color": f"@{tone}", "shadow": "auto"},
        }
        for found, tone, reach in parts
        for point in found
        if point.text
    ]


def _side(figure: Plane, point: PlanePoint, half: float, reach: float) -> Spec:
    """On which side of a point its text stands, and pixels from its middle."""
    across, is_below = share(point.x, figure.x_range), share(point.y, figure.y_range) > NEAR_TOP
    anchor = "left" if across < half else "right" if across > 1 - half else "center"
    return {"xanchor": anchor, "yanchor": "top" if is_below else "bottom", "yshift": -reach if is_below else reach}
