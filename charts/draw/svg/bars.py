"""Lying bars as SVG: names at the left, bars, and what stands at their outer ends."""

from itertools import accumulate, pairwise

from charts.draw.bar_places import EndText, axis_around
from charts.draw.geometry import is_seen
from charts.draw.letters import paper_lines, paper_width
from charts.draw.palette import PALETTE
from charts.draw.svg.bridge import LINE, Panel
from charts.draw.svg.marks import Drawing, line, rectangle, series_list, text
from charts.records.bars import BarRow, Bars

NARROW = 620  # pixels: below this letters and rows are small
WIDTH = 0.72  # of a bar, share of its row
GAP = 5.0  # pixels between a bar and its text


def bars_drawing(figure: Bars, width: float) -> Drawing:
    """The list of series, the words over the sides, and a row for each name."""
    is_wide = width >= NARROW
    size, row_height = (13.0, 26.0) if is_wide else (11.0, 19.0)
    names = min((0.34 if is_wide else 0.42) * width, 8 + max(paper_width(row.label, size) for row in figure.rows))
    lines = [paper_lines(row.label, names - 8, size) for row in figure.rows]
    heights = [max(row_height, (len(name) + 0.25) * LINE * size) for name in lines]
    marks, top = series_list(figure.series, width, size)
    ends, top = _ends(figure, names, width, top, size - 1)
    tops = list(accumulate(heights, initial=top))
    middles = [(start + end) / 2 for start, end in pairwise(tops)]
    panel, bar = _panel(figure, names, width - names, size), row_height * WIDTH
    marks += ends
    for row, name, middle in zip(figure.rows, lines, middles, strict=True):
        marks += [*_name(name, names - 8, middle, size), *_row(figure, row, middle, bar, panel, size)]
    if figure.connected:
        for row, (one, other) in zip(figure.rows, pairwise(middles), strict=False):
            x = panel.at(row.spans[-1].span.end if row.spans else figure.origin)
            marks.append(line(x, one + bar / 2, x, other - bar / 2))
    origin = panel.at(figure.origin)
    marks.append(line(origin, tops[0], origin, tops[-1]))
    return Drawing("".join(marks), width, tops[-1] + 6)


def _ends(figure: Bars, left: float, right: float, top: float, size: float) -> tuple[list[str], float]:
    """The words over the sides, each in half the room, and where the rows begin below them."""
    ends = [paper_lines(words, (right - left) / 2 - GAP, size) if words else [] for words in figure.ends]
    marks = []
    for x, anchor, words in zip((left, right), ("start", "end"), ends, strict=True):
        marks += [
            text(x, top + (at + 1) * size * LINE, each, size, "muted", anchor=anchor) for at, each in enumerate(words)
        ]
    return marks, top + max(map(len, ends)) * size * LINE + GAP


def _name(lines: list[str], right: float, middle: float, size: float) -> list[str]:
    """A row's name left of its bars, in as many lines as it takes."""
    first = middle + size * 0.35 - (len(lines) - 1) * size * LINE / 2
    return [text(right, first + at * size * LINE, words, size, anchor="end") for at, words in enumerate(lines)]


def _row(figure: Bars, row: BarRow, middle: float, bar: float, panel: Panel, size: float) -> list[str]:
    """A row's bars and what stands at their outer ends."""
    marks = []
    for each in filter(lambda each: is_seen(each.span), row.spans):
        x = panel.at(each.low)
        marks.append(rectangle(x, middle - bar / 2, panel.at(each.high) - x, bar, PALETTE[each.tone]))
    for place, words, is_left in figure.texts(row):
        x = panel.at(place) + (-GAP if is_left else GAP)
        anchor = "end" if is_left else "start"
        marks.append(text(x, middle + size * 0.35, words, size, bold=row.is_heading, anchor=anchor))
    return marks


def _panel(figure: Bars, left: float, room: float, size: float) -> Panel:
    """A scale on which every bar has room, and the texts beyond it."""
    texts = [
        EndText(at, paper_width(words, size) + GAP + 1, is_left)
        for row in figure.rows
        if not row.is_heading
        for at, words, is_left in figure.texts(row)
    ]
    low, high = axis_around(figure.scale, texts, room)
    return Panel(left, low, room / (high - low))
