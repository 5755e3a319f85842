"""Columns over time as a native chart; where scenario and reference differ, both stand in each year."""

from typing import Any

from charts.records.figure import Segment
from charts.records.stack import Column, Stack
from exports.deck.frame import Box, Frame
from exports.deck.native import Layer, add_chart, label, paint
from texts import Texts

SIZE = 12.0  # points of the type
ROOM = 1.12  # of the axis, for the amounts above the columns
GAP = 35  # between columns, percent of one


def add_stack(frame: Frame, slide: Any, figure: Stack, place: Box) -> None:
    """The series on each other, the sum above; light where it is the reference's."""
    from pptx.enum.chart import XL_CHART_TYPE

    columns = _columns(frame, figure)
    layers = _layers(figure, columns, frame.subject.texts)
    names = [name for name, _, _ in columns]
    chart = add_chart(slide, XL_CHART_TYPE.COLUMN_STACKED, place, names, layers, figure.alt)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = GAP, 100
    for series, layer in zip(plot.series, layers, strict=True):
        series.invert_if_negative = False
        paint(frame, series, layer.tone)
        label(frame, series, layer, SIZE)
        for at, (_, _, text) in enumerate(columns):
            if not text and layer.tone:
                paint(frame, series.points[at], layer.tone, light=True)
    _axes(chart, figure)
    _legend(chart, len(figure.series), len(layers))


def _columns(frame: Frame, figure: Stack) -> list[tuple[str, tuple[Segment, ...], str]]:
    """Label, parts and amount: a year's reference, which has no text, before its scenario, where the two differ."""
    texts, columns = frame.subject.texts, []
    for column in figure.columns:
        if column.reference:
            columns.append((f"{column.label}\n{texts('export.reference_short')}", column.reference, ""))
        columns.append((_name(column), column.segments, column.text))
    return columns


def _name(column: Column) -> str:
    return f"{column.label}\n{column.sublabel}" if column.sublabel else column.label


def _layers(figure: Stack, columns: list[tuple[str, tuple[Segment, ...], str]], texts: Texts) -> list[Layer]:
    """The series, and their sums as unseen columns on top that carry the labels."""
    layers = []
    for series, (name, tone) in enumerate(figure.series):
        amounts = [sum(part.span.amount for part in parts if part.series == series) for _, parts, _ in columns]
        layers.append(Layer(name, amounts, tone))
    sums = [sum(part.span.amount for part in parts) for _, parts, _ in columns]
    parts = 0, len(layers) - 1
    above = [max(total, 0.0) for total in sums]
    written = [text or _written(total, figure, texts) for total, (_, _, text) in zip(sums, columns, strict=True)]
    positive = [words if total > 0 else "" for total, words in zip(sums, written, strict=True)]
    layers.append(Layer("Σ", above, labels=positive, sums=parts))
    if min(sums) < 0:
        below = [max(-total, 0.0) for total in sums]
        negative = [words if total < 0 else "" for total, words in zip(sums, written, strict=True)]
        layers.append(Layer("Σ < 0", below, labels=negative, sums=parts, below=True))
    return layers


def _written(total: float, figure: Stack, texts: Texts) -> str:
    """A sum, with its sign where some lie below zero; what rounds to nothing is not written."""
    if abs(total) < 0.5 * 0.1**figure.decimals:
        return ""
    return (texts.change if min(figure.scale) < 0 else texts.amount)(total, figure.decimals)


def _axes(chart: Any, figure: Stack) -> None:
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    chart.font.size = Pt(SIZE)
    low, high = figure.scale
    values, years = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = low * ROOM, high * ROOM
    values.has_major_gridlines, values.visible = False, False
    years.tick_label_position, years.major_tick_mark = XL_TICK_LABEL_POSITION.LOW, XL_TICK_MARK.NONE
    chart.has_title = False


def _legend(chart: Any, named: int, layers: int) -> None:
    """The series' names at the right, without the unseen sums."""
    from lxml import etree
    from pptx.enum.chart import XL_LEGEND_POSITION

    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.RIGHT, False
    element = chart.legend._element
    namespace = etree.QName(element).namespace
    for at in range(layers - 1, named - 1, -1):
        entry = etree.Element(f"{{{namespace}}}legendEntry")
        etree.SubElement(entry, f"{{{namespace}}}idx").set("val", str(at))
        etree.SubElement(entry, f"{{{namespace}}}delete").set("val", "1")
        element.insert(1, entry)
