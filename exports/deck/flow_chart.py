"""A flow as native charts: wholes with names at the left, at the right what remains of each, on a scale of its own."""

from collections.abc import Sequence
from typing import Any

from charts.records.figure import Segment
from charts.records.flow import Flow
from exports.deck.bridge_chart import row_axes
from exports.deck.frame import Box, Frame
from exports.deck.native import Layer, add_chart, inner_place, label, paint

SHOWN = 0.05  # MNOK, what one decimal hides
ROOM = 1.16  # of the axis, for the amounts beyond the bars
NAMES, WHOLES = 0.46, 0.5  # the names' part of the wholes' chart; that chart's part of the width
LEGEND, SIZE = 0.3, 10.0  # inches of the list of parts; points of the type


def add_flow(frame: Frame, slide: Any, figure: Flow, place: Box) -> None:
    """Both charts, and the list of parts above them."""
    left, top, width, height = place
    names = [name for name, _ in figure.series]
    frame.words(slide, " · ".join(names), (left, top, width, LEGEND), SIZE, "muted")
    rows, below, deep = figure.rows[::-1], top + LEGEND, height - LEGEND
    labels = [row.label for row in rows]
    chart = _chart(frame, slide, figure, (left, below, width * WHOLES, deep), labels, [row.whole for row in rows])
    row_axes(chart, 0.0, figure.scale.level[1] * ROOM, SIZE, names=True)
    inner_place(chart, NAMES, 0.02, 1 - NAMES, 0.96)
    beside = left + width * WHOLES, below, width * (1 - WHOLES), deep
    chart = _chart(frame, slide, figure, beside, labels, [row.rest for row in rows])
    row_axes(chart, 0.0, figure.scale.steps[1] * ROOM, SIZE, names=False)
    inner_place(chart, 0.02, 0.02, 0.96, 0.96)


def _chart(
    frame: Frame, slide: Any, figure: Flow, place: Box, labels: Sequence[str], rows: Sequence[tuple[Segment, ...]]
) -> Any:
    """Bars on each other: a series for each part that some row has, and their sums, unseen, with the amounts."""
    from pptx.enum.chart import XL_CHART_TYPE

    layers = [
        Layer(name, [_amount(row, at) for row in rows], tone)
        for at, (name, tone) in enumerate(figure.series)
        if any(_amount(row, at) for row in rows)
    ]
    ends = [row[-1].span.end if row else None for row in rows]
    sums = (0, len(layers) - 1) if layers else None
    texts = frame.subject.texts
    written = ["" if end is None or end < SHOWN else texts.amount(end) for end in ends]
    layers.append(Layer(texts("export.bar_amount"), ends, labels=written, sums=sums))
    chart = add_chart(slide, XL_CHART_TYPE.BAR_STACKED, place, labels, layers, figure.alt)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 30, 100
    for series, layer in zip(plot.series, layers, strict=True):
        series.invert_if_negative = False
        paint(frame, series, layer.tone)
        label(frame, series, layer, SIZE)
    return chart


def _amount(row: tuple[Segment, ...], series: int) -> float | None:
    """What a row has of a series: several parts may be of one."""
    found = [part.span.amount for part in row if part.series == series]
    return sum(found) if found else None
