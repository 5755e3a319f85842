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


def texts(figure: Plane, size: int, across: float) -> list[Spec]:
    """What is written over the points, over all lines; under one at the top, and inwards where the plot ends."""
    drawn: list[Spec] = []
    of_curves = [(each.points, each.tone) for each in figure.curves]
    for found, tone in (*of_curves, *((each.points, each.tone) for each in figure.clouds)):
        written = [each for each in found if each.text]
        if not written:
            continue
        drawn.append(
            {
                **points([each.x for each in written], [each.y for each in written]),
                "mode": "text",
                "text": [hover(each.text) for each in written],
                "textposition": [_side(figure, each, screen_width(each.text, size) / 2 / across) for each in written],
                "textfont": {**LABEL, "size": size, "color": f"@{tone}", "shadow": "auto"},
                "hoverinfo": "skip",
            }
        )
    return drawn


def _side(figure: Plane, point: PlanePoint, half: float) -> str:
    across, along = share(point.x, figure.x_range), share(point.y, figure.y_range)
    beside = "right" if across < half else "left" if across > 1 - half else "center"
    return f"{'bottom' if along > NEAR_TOP else 'top'} {beside}"
