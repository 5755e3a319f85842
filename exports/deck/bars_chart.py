"""Lying bars as a native chart: stacked to both sides of the origin, on unseen steps where a bar begins farther out.

The chart counts from the origin, which is zero in its sheet: what a bar stands for is its length. What stands at the
outer ends are ready words, such as a lever's value, and no number of the chart's: labels of an unseen bar there.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any, Final

from charts.records.bars import BarRow, Bars
from charts.words.context import SAME
from exports.deck.bridge_chart import row_axes
from exports.deck.frame import Box, Frame
from exports.deck.native import Layer, add_chart, inner_place, paint, write

ROOM: Final = 0.3  # of the bars' part of the axis, for the words beyond them on either side
NAMES: Final = 0.36  # the names' part of the chart
LINE, SIZE = 0.3, 12.0  # inches of a line of words over the bars; points of the type
LEFT, RIGHT = -1, 1
Piece = tuple[float, str]
"""A length outwards from where the one before ended, and its tone: empty where it is unseen."""


def add_bars(frame: Frame, slide: Any, figure: Bars, place: Box) -> None:
    """The series' names and the words over the sides, and below them the chart."""
    left, top, width, height = place
    for at, (name, tone) in enumerate(figure.series):
        part = width / len(figure.series)
        frame.words(slide, f"■ {name}", (left + at * part, top, part, LINE), SIZE, tone)
    below = top + LINE * bool(figure.series)
    plot, half = left + NAMES * width, (1 - NAMES) * width / 2
    if any(figure.ends):
        frame.words(slide, figure.ends[0], (plot, below, half, LINE), SIZE, "muted")
        frame.words(slide, figure.ends[1], (plot + half, below, half, LINE), SIZE, "muted", right=True)
        below += LINE
    _add(frame, slide, figure, (left, below, width, top + height - below))


def _add(frame: Frame, slide: Any, figure: Bars, place: Box) -> None:
    """The chart: what lies left, what lies right, and beyond each the words at its ends."""
    from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION

    rows = figure.rows[::-1]  # as bar charts count
    words = {side: [_words(figure, row, side) for row in rows] for side in (LEFT, RIGHT)}
    low, high = (max(0.0, side * (end - figure.origin)) for side, end in zip((LEFT, RIGHT), figure.scale, strict=True))
    room = (low + high) * ROOM
    layers, written = [], {}
    for side in (LEFT, RIGHT):
        layers += _layers(frame, figure, rows, side)
        if any(words[side]):
            written[len(layers)] = words[side]
            layers.append(Layer(frame.subject.texts("export.bar_amount"), [side * room] * len(rows)))
    chart = add_chart(slide, XL_CHART_TYPE.BAR_STACKED, place, [row.label or " " for row in rows], layers, figure.alt)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 40, 100
    row_axes(chart, -low - room * any(words[LEFT]), high + room * any(words[RIGHT]), SIZE, names=True)
    inner_place(chart, NAMES, 0.02, 1 - NAMES, 0.96)
    for at, (series, layer) in enumerate(zip(plot.series, layers, strict=True)):
        series.invert_if_negative = False
        paint(frame, series, layer.tone)
        for point, words_at in enumerate(written.get(at, [])):
            if words_at:
                heading = rows[point].is_heading
                write(frame, series.points[point], words_at, XL_LABEL_POSITION.INSIDE_BASE, SIZE, bold=heading)


def _layers(frame: Frame, figure: Bars, rows: Sequence[BarRow], side: int) -> list[Layer]:
    """A layer for each tone at each step outwards."""
    texts, layers = frame.subject.texts, []
    names = {"": texts("export.bar_base"), **{tone: name for name, tone in figure.series}}
    for column in zip_longest(*(_pieces(figure, row, side) for row in rows), fillvalue=(0.0, "")):
        for tone in sorted({tone for length, tone in column if length > SAME}):
            values = [side * length if mine == tone else 0.0 for length, mine in column]
            layers.append(Layer(names.get(tone, texts("export.bar_amount")), values, tone))
    return layers


def _pieces(figure: Bars, row: BarRow, side: int) -> list[Piece]:
    """A row's bars on one side of the origin, from it outwards; what lies over another counts from that one's end."""
    ends = [sorted(side * (end - figure.origin) for end in (bar.span.start, bar.span.end)) for bar in row.spans]
    reached, pieces = 0.0, []
    for (near, far), tone in sorted(zip(ends, (bar.tone for bar in row.spans), strict=True)):
        if far <= reached + SAME:
            continue
        pieces += [(max(near - reached, 0.0), ""), (far - max(near, reached), tone)]
        reached = far
    return pieces


def _words(figure: Bars, row: BarRow, side: int) -> str:
    """What stands at the outer end on one side; empty for nothing."""
    return next((words for _, words, is_left in figure.texts(row) if is_left == (side == LEFT)), "")
