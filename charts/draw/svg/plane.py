"""A plane as SVG: areas at the back, then curves and dots, guides up to their words above the plot."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from charts.draw.geometry import BAND_OPACITY
from charts.draw.letters import paper_lines, paper_width
from charts.draw.palette import PALETTE
from charts.draw.plane_places import END, MIDDLE, START, Words, dot_size, share, spread, stepped, thinned, words_above
from charts.draw.svg.marks import Drawing, area, dashed, line, marker, polyline, rimmed, series_list, text
from charts.records.plane import Guide, Plane, PlanePoint

NARROW = 620  # pixels: below this letters are small
TALL = 0.34  # height of the plot, share of the width
LINE: Final = 1.3  # height of a line of type, share of its size
EDGE, GAP = 8.0, 5.0  # pixels around the plot; between the axes' texts and the plot
RADIUS, OUTLINE = 4.0, 1.8  # of a curve's point, and its outline, pixels
NEAR_TOP: Final = 0.9  # of the plot: a point farther up has its text below


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the plot lies, pixels from the drawing's left and top, and which values its edges have."""

    left: float
    top: float
    width: float
    height: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    size: float

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.top + self.height

    def x(self, value: float) -> float:
        """Pixels from the left."""
        return self.left + share(value, self.x_range) * self.width

    def y(self, value: float) -> float:
        """Pixels from the top."""
        return self.bottom - share(value, self.y_range) * self.height

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Pixels from the left and from the top."""
        return self.x(x), self.y(y)


def plane_drawing(figure: Plane, width: float, tall: float = TALL) -> Drawing:
    """The whole chart with its list of series above."""
    size = 12.0 if width >= NARROW else 10.5
    listed, top = series_list(figure.legend(wide=width >= NARROW), width, size + 1)
    names = max((paper_width(words, size) for _, words in figure.y_ticks), default=0.0)
    ends = [paper_width(words, size) / 2 for _, words in figure.x_ticks]
    left = max(EDGE, names + GAP if figure.y_ticks else 0.0, *ends[:1])
    room = width - left - max(EDGE, *ends[-1:])
    words = words_above(figure, room, partial(paper_width, size=size), partial(paper_lines, size=size))
    head = max((each.over for each in words), default=0) * LINE * size + GAP
    title = LINE * size if figure.y_title else 0.0
    diameter, high = dot_size(figure, room, width * tall) if figure.clouds else (0.0, figure.y_range[1])
    y_range = figure.y_range[0], high
    plot = Plot(left, top + title + head, room, width * tall, figure.x_range, y_range, size)
    axes, below = _axes(figure, plot)
    marks = [
        *listed,
        *([text(0, top + size, figure.y_title, size, "muted")] if title else []),
        *axes,
        *_bands(figure, plot),
        *_curves(figure, plot),
        *_clouds(figure, plot, diameter / 2),
        *_guides(figure, words, plot),
        *_texts(figure, plot, diameter / 2),
    ]
    return Drawing("".join(marks), width, plot.bottom + below)


def _axes(figure: Plane, plot: Plot) -> tuple[list[str], float]:
    """Texts left of the plot with light lines, texts and title under it; and the height of what stands under it."""
    size, right = plot.size, plot.left + plot.width
    marks = []
    for value, words in figure.y_ticks:
        y = plot.y(value)
        marks.append(line(plot.left, y, right, y, "line"))
        marks.append(text(plot.left - GAP, y + size * 0.35, words, size, "muted", anchor="end"))
    marks.append(line(plot.left, plot.bottom, right, plot.bottom))
    low, high = figure.x_range
    below = GAP
    for value, words in thinned(figure.x_ticks, plot.width / (high - low), partial(paper_width, size=size)):
        x = plot.x(value)
        marks.append(line(x, plot.bottom, x, plot.bottom + 4))
        marks.append(text(x, plot.bottom + GAP + size, words, size, "muted", anchor="middle"))
        below = GAP + size * LINE
    if figure.x_title:
        middle = plot.left + plot.width / 2
        marks.append(text(middle, plot.bottom + below + size, figure.x_title, size, "muted", anchor="middle"))
        below += size * LINE
    return marks, below + GAP


def _bands(figure: Plane, plot: Plot) -> list[str]:
    """Each area along its upper edge and back along its lower one."""
    return [
        area(
            [
                *(plot.place(x, high) for x, _, high in band.points),
                *(plot.place(x, low) for x, low, _ in reversed(band.points)),
            ],
            band.tone,
            1.0 if band.tone.endswith("_soft") else BAND_OPACITY,
        )
        for band in figure.bands
    ]


def _curves(figure: Plane, plot: Plot) -> list[str]:
    """Each line, and its points where they are drawn."""
    marks = []
    for curve in figure.curves:
        corners = stepped(curve.points) if curve.is_stepped else [(each.x, each.y) for each in curve.points]
        marks.append(polyline([plot.place(*corner) for corner in corners], curve.tone, 2, curve.is_dashed))
        shown = [plot.place(point.x, point.y) for point in curve.points if curve.is_marked or point.text]
        marks += [marker(*place, "circle", curve.tone, RADIUS - 1, filled=True) for place in shown]
    return marks


def _clouds(figure: Plane, plot: Plot, radius: float) -> list[str]:
    """Each dot with its outline in the ground's colour, so that those that touch are told apart."""
    marks = []
    for cloud in figure.clouds:
        style = f'r="{radius:.2f}" fill="{PALETTE[cloud.tone]}" stroke="{PALETTE["paper"]}" stroke-width="1"'
        for point in cloud.points:
            x, y = plot.place(point.x, point.y)
            marks.append(f'<circle cx="{x:.2f}" cy="{y:.2f}" {style}/>')
    return marks


def _texts(figure: Plane, plot: Plot, radius: float) -> list[str]:
    """What is written over the points, over all lines; under one at the top, and inwards where the plot ends."""
    parts = [(each.points, each.tone, RADIUS) for each in figure.curves]
    parts += [(each.points, each.tone, radius) for each in figure.clouds]
    return [_text(point, tone, plot, reach) for points, tone, reach in parts for point in points if point.text]


def _text(point: PlanePoint, tone: str, plot: Plot, reach: float) -> str:
    """What is written at a point that reaches so far, pixels."""
    across, half = share(point.x, plot.x_range), paper_width(point.text, plot.size) / 2 / plot.width
    anchor = START if across < half else END if across > 1 - half else MIDDLE
    x, y = plot.place(point.x, point.y)
    y += reach + plot.size if share(point.y, plot.y_range) > NEAR_TOP else -reach - 3
    return rimmed(x, y, point.text, plot.size, tone, anchor)


def _guides(figure: Plane, words: Sequence[Words], plot: Plot) -> list[str]:
    """The lines, each up to its words, and over them all the words."""
    size, lines, said = plot.size, [], []
    for each in words:
        x, y = plot.x(each.guide.value), plot.top - GAP / 2 - each.lowest * LINE * size
        lines.append(dashed(x, plot.bottom, x, y, each.guide.tone))
        for at, row in enumerate(reversed(each.lines)):
            said.append(_words(each.guide, row, x, y - at * LINE * size, size, each.anchor))
    lying = sorted((guide for guide in figure.guides if not guide.is_vertical), key=lambda guide: guide.value)
    right = plot.left + plot.width
    places = spread([share(guide.value, plot.y_range) for guide in lying], LINE * size / plot.height, 1.0)
    for guide, place in zip(lying, places, strict=True):
        y = plot.y(guide.value)
        lines.append(dashed(plot.left, y, right, y, guide.tone))
        said.append(_words(guide, guide.text, right, plot.bottom - place * plot.height - 2, size, END))
    return [*lines, *said]


def _words(guide: Guide, words: str, x: float, y: float, size: float, anchor: str) -> str:
    """A guide's words; ``y``: their lower end."""
    return rimmed(x, y - size * 0.3, words, size, guide.tone, anchor)
