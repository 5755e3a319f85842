"""Points over columns as SVG: breaks and guides at the back, the reference light, each series with lines and texts."""

from dataclasses import dataclass
from itertools import pairwise

from charts.draw.geometry import BESIDE_SHIFT, shape
from charts.draw.letters import paper_lines, paper_width
from charts.draw.svg.marks import Drawing, dashed, line, marker, text, upright
from charts.records.points import Point, Points, PointSeries

NARROW = 620  # pixels: below this letters are small
TALL = 0.34  # height of the columns, share of the width
HEAD = 12  # room above the highest point
HEADROOM = 1.08  # of the axis
RADIUS = 4.5  # of a point, pixels
TICK_ROOM = 3.2  # of the levels' names at the left, sizes of a letter


@dataclass(frozen=True, slots=True)
class Area:
    """Where the points lie: pixels of the first column from the left, per column, of zero from the top, per unit."""

    left: float

    column: float
    zero: float
    per_unit: float
    size: float

    def x(self, point: Point) -> float:
        """Pixels from the left of a point."""
        return self.left + (point.column + 0.5 + (BESIDE_SHIFT if point.beside else 0.0)) * self.column

    def y(self, value: float) -> float:
        """Pixels from the top of a value."""
        return self.zero - value * self.per_unit


def points_drawing(figure: Points, width: float, tall: float = TALL) -> Drawing:
    """The whole chart with its list of series above."""
    size = 13.0 if width >= NARROW else 10.5
    legend, rows = _legend(figure, width, size)
    top, (low, high) = HEAD + rows * (size + 7), figure.scale
    per_unit = width * tall / max((high - low) * HEADROOM, 1e-9)
    left = TICK_ROOM * size if figure.ticks else 0.0
    area = Area(left, (width - left) / len(figure.columns), top + high * HEADROOM * per_unit, per_unit, size)
    bottom = top + width * tall
    marks = [
        *legend,
        *_levels(figure, width, area),
        line(left, area.zero, width, area.zero, "muted" if low < 0 else "line"),
    ]
    for at, words in figure.breaks:
        x = left + at * area.column
        marks += [dashed(x, top, x, bottom), upright(x - 4, bottom - 4, words, size - 2, "muted")]
    marks += [dashed(left, area.y(value), width, area.y(value)) for value in figure.guides]
    for place, series in enumerate(figure.series):
        marks += _series(series, place, area)
    names, below = _names(figure, area, bottom)
    return Drawing("".join((*marks, *names)), width, bottom + below)


def _levels(figure: Points, width: float, area: Area) -> list[str]:
    """The levels that are named at the left, each with a light line."""
    marks = []
    for level, words in figure.ticks:
        y = area.y(level)
        marks.append(line(area.left, y, width, y, "line"))
        marks.append(text(area.left - 4, y + area.size * 0.3, words, area.size - 2, "muted", anchor="end"))
    return marks


def _series(series: PointSeries, place: int, area: Area) -> list[str]:
    """The reference behind, then lines, points and texts of one series."""
    marks = []
    for before, after in pairwise(series.reference):
        marks.append(line(area.x(before), area.y(before.value), area.x(after), area.y(after.value), "total_soft", 2))
    marks += [
        marker(area.x(point), area.y(point.value), shape(place), "total_soft", RADIUS, filled=True)
        for point in series.reference
    ]
    for first, last in series.joined:
        ends = series.points[first], series.points[last]
        (x1, y1), (x2, y2) = ((area.x(point), area.y(point.value)) for point in ends)
        marks.append(line(x1, y1, x2, y2, series.tone, 2))
    for point in series.points:
        marks.append(marker(area.x(point), area.y(point.value), shape(place), series.tone, RADIUS, point.printed))
        y = area.y(point.text_at) + area.size * 0.3
        x, anchor = (area.x(point) + 8, "start") if point.beside else (area.x(point), "middle")
        marks.append(text(x, y, point.text, area.size - 2, series.tone, anchor=anchor))
    return marks


def _names(figure: Points, area: Area, bottom: float) -> tuple[list[str], float]:
    """The columns' names in the lines they take, and the height of the longest."""
    size, marks, most = area.size - 1, [], 0
    for at, (label, second) in enumerate(figure.columns):
        lines = [*paper_lines(label, area.column - 4, size), *([second] if second else [])]
        most = max(most, len(lines))
        for row, words in enumerate(lines):
            y = bottom + (row + 1) * (size + 3) + 2
            marks.append(
                text(area.left + (at + 0.5) * area.column, y, words, size, bold=words != second, anchor="middle")
            )
    return marks, most * (size + 3) + 10


def _legend(figure: Points, width: float, size: float) -> tuple[list[str], int]:
    """The series with their shapes in as many rows as they need, and how many rows these are."""
    marks, x, row = [], 0.0, 1
    for place, series in enumerate(figure.series):
        words = series.name[2:]
        room = paper_width(words, size - 1) + 30
        if x and x + room > width:
            x, row = 0.0, row + 1
        y = row * (size + 7) - 4
        marks.append(marker(x + 6, y - size * 0.35, shape(place), series.tone, RADIUS, filled=True))
        marks.append(text(x + 16, y, words, size - 1))
        x += room
    return marks, row
