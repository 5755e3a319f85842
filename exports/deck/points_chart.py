"""Points over columns as a native line chart; no line is drawn into a point that nothing joins to the one before."""

from collections.abc import Iterator
from typing import Any

from charts.draw.geometry import shape
from charts.records.points import Point, Points, PointSeries
from exports.deck.frame import Box, Frame
from exports.deck.native import Layer, Values, add_chart

SIZE = 8  # of a point


def add_points(frame: Frame, slide: Any, figure: Points, place: Box) -> None:
    """Each series with its points, and the reference's, where the two differ, in the light tone before it."""
    from pptx.enum.chart import XL_CHART_TYPE

    drawn = list(_layers(frame, figure))
    rows = [" ".join(filter(None, column)) for column in figure.columns]
    chart = add_chart(slide, XL_CHART_TYPE.LINE_MARKERS, place, rows, [layer for layer, _, _, _ in drawn], figure.alt)
    for series, (layer, kind, points, joined) in zip(chart.plots[0].series, drawn, strict=True):
        _style(frame, series, layer, kind, points, joined)
    _axes(chart, figure)


Drawn = tuple[Layer, str, dict[int, Point], set[int]]
"""A series as a native chart has it: values, shape, column → point, and the columns that a line comes to."""


def _layers(frame: Frame, figure: Points) -> Iterator[Drawn]:
    """One layer for each series, more where it has several points over a column; the reference's first."""
    reference = frame.subject.context.reference
    for at, series in enumerate(figure.series):
        name = series.name[2:]
        if series.reference:
            points = {point.column: point for point in series.reference}
            yield _layer(f"{name}, {reference}", points, "total_soft", figure), shape(at), points, {*points}
        for number, points in enumerate(_one_a_column(series)):
            joined = {series.points[last].column for _, last in series.joined}
            own = f"{name} ({number + 1})" if number else name
            yield _layer(own, points, series.tone, figure), shape(at), points, joined


def _one_a_column(series: PointSeries) -> list[dict[int, Point]]:
    """The points in layers of one a column at most."""
    layers: list[dict[int, Point]] = [{}]
    for point in series.points:
        free = next((layer for layer in layers if point.column not in layer), None)
        if free is None:
            free = {}
            layers.append(free)
        free[point.column] = point
    return layers


def _layer(name: str, points: dict[int, Point], tone: str, figure: Points) -> Layer:
    values: Values = [points[at].value if at in points else None for at in range(len(figure.columns))]
    return Layer(name, values, tone)


def _style(frame: Frame, series: Any, layer: Layer, kind: str, points: dict[int, Point], joined: set[int]) -> None:
    """Colour and shape, open where a point is computed, and no line where nothing is joined."""
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_MARKER_STYLE

    styles = {"circle": "CIRCLE", "square": "SQUARE", "diamond": "DIAMOND"}
    colour = RGBColor.from_string(frame.theme.colour(layer.tone))
    series.smooth = False
    series.format.line.color.rgb = colour
    for at, found in points.items():
        point = series.points[at]
        point.marker.style, point.marker.size = XL_MARKER_STYLE[styles.get(kind, "TRIANGLE")], SIZE
        point.marker.format.fill.solid()
        point.marker.format.fill.fore_color.rgb = colour if found.printed else RGBColor(255, 255, 255)
        point.marker.format.line.color.rgb = colour
        if at in joined:
            point.format.line.color.rgb = colour
        else:
            point.format.line.fill.background()


def _axes(chart: Any, figure: Points) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    chart.font.size = Pt(12)
    low, high = figure.scale
    values, columns = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = low, high
    values.has_major_gridlines, values.tick_labels.font.size = False, Pt(10)
    values.tick_labels.number_format_is_linked, values.tick_labels.number_format = False, "#,##0"
    columns.tick_label_position, columns.major_tick_mark = XL_TICK_LABEL_POSITION.LOW, XL_TICK_MARK.NONE
    chart.has_title, chart.has_legend = False, True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
