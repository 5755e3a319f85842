"""The marks that drawings are made of: bars, lines, texts, hatching; lengths in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from charts.draw.letters import paper_width
from charts.draw.palette import PALETTE

FONT: Final = "'Hvaom Sans', 'Source Sans 3', 'Source Sans Pro', Arial, sans-serif"
LIST, LIST_ROOM = 7, 30  # pixels between the lines of a list of series, and around a name in it
HATCH: Final = 6  # pixels between the lines of a hatching


@dataclass(frozen=True, slots=True)
class Drawing:
    """SVG marks, and the width and height that they take, pixels."""

    marks: str
    width: float
    height: float


def rectangle(x: float, y: float, width: float, height: float, fill: str, edge: str = "", opacity: float = 1.0) -> str:
    """A bar; a negative width or height reaches back."""
    left, top = min(x, x + width), min(y, y + height)
    line = f' stroke="{edge}" stroke-width="1.3"' if edge else ""
    size = f'x="{left:.2f}" y="{top:.2f}" width="{abs(width):.2f}" height="{abs(height):.2f}"'
    light = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
    return f'<rect {size} fill="{fill}"{light}{line}/>'


def scenario_bar(x: float, y: float, width: float, height: float, tone: str, is_hatched: bool, edge: str = "") -> str:
    """A scenario's bar: solid, or hatched where that is chosen."""
    if is_hatched:
        return hatched(x, y, width, height, tone)
    return rectangle(x, y, width, height, PALETTE[tone], edge)


def line(x1: float, y1: float, x2: float, y2: float, tone: str = "muted", width: float = 1) -> str:
    """A straight line, pixels from the drawing's left and top."""
    places = f'x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}"'
    return f'<line {places} stroke="{PALETTE[tone]}" stroke-width="{width}"/>'


def text(
    x: float, y: float, words: str, size: float = 13, tone: str = "text", bold: bool = False, anchor: str = "start"
) -> str:
    """Words whose baseline is at ``y``; ``anchor``: start, middle or end."""
    weight = ' font-weight="700"' if bold else ""
    place = f'x="{x:.2f}" y="{y:.2f}" font-size="{size:g}" text-anchor="{anchor}"'
    return f'<text {place} fill="{PALETTE[tone]}"{weight}>{escape(words)}</text>'


def hatched(x: float, y: float, width: float, height: float, tone: str) -> str:
    """A scenario's bar where it is not solid: outlined, its lines falling for decreases and rising for everything else.

    Lines of its own, not a pattern: what takes SVG in, such as slides, draws them everywhere, and quickly.
    """
    left, top = min(x, x + width), min(y, y + height)
    wide, tall = abs(width), abs(height)
    strokes = []
    reach = HATCH * 0.7
    while reach < wide + tall:  # the line through (reach, 0) and (0, reach), cut off at the bar's edges
        (x1, y1), (x2, y2) = (min(reach, wide), max(0.0, reach - wide)), (max(0.0, reach - tall), min(reach, tall))
        if tone == "decrease":
            x1, x2 = wide - x1, wide - x2
        strokes.append(f"M{left + x1:.1f},{top + y1:.1f}L{left + x2:.1f},{top + y2:.1f}")
        reach += HATCH * 1.4142
    lines = f'<path d="{"".join(strokes)}" stroke="{PALETTE[tone]}" stroke-width="2.2" fill="none"/>' if strokes else ""
    bar = rectangle(x, y, width, height, PALETTE["paper"])
    return bar + lines + rectangle(x, y, width, height, "none", PALETTE[tone])


def dashed(x1: float, y1: float, x2: float, y2: float, tone: str = "muted") -> str:
    """A thin line of dashes."""
    places = f'x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}"'
    return f'<line {places} stroke="{PALETTE[tone]}" stroke-width="1.2" stroke-dasharray="3 3"/>'


def upright(x: float, y: float, words: str, size: float, tone: str) -> str:
    """Words that are read from below, where they begin."""
    place = f'x="{x:.2f}" y="{y:.2f}" font-size="{size:g}" text-anchor="start"'
    return f'<text {place} fill="{PALETTE[tone]}" transform="rotate(-90 {x:.2f} {y:.2f})">{escape(words)}</text>'


def marker(x: float, y: float, shape: str, tone: str, radius: float, filled: bool) -> str:
    """A point of one of the shapes of ``charts.draw.geometry``; open where it is not filled."""
    fill = PALETTE[tone] if filled else PALETTE["paper"]
    style = f'fill="{fill}" stroke="{PALETTE[tone]}" stroke-width="1.8"'
    if shape == "circle":
        return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:g}" {style}/>'
    return f'<path d="{_outline(shape, x, y, radius)}" {style}/>'


def _outline(shape: str, x: float, y: float, radius: float) -> str:
    corners = {
        "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
        "triangle-up": ((0, -1.2), (1.2, 1), (-1.2, 1)),
        "triangle-down": ((0, 1.2), (1.2, -1), (-1.2, -1)),
    }[shape]
    places = "L".join(f"{x + dx * radius:.2f},{y + dy * radius:.2f}" for dx, dy in corners)
    return f"M{places}Z"


def polyline(places: Sequence[tuple[float, float]], tone: str, width: float = 2, is_dashed: bool = False) -> str:
    """A line through places, pixels from the drawing's left and top."""
    dash = ' stroke-dasharray="6 4"' if is_dashed else ""
    style = f'fill="none" stroke="{PALETTE[tone]}" stroke-width="{width:g}" stroke-linejoin="round"{dash}'
    return f'<path d="M{_joined(places)}" {style}/>' if places else ""


def area(places: Sequence[tuple[float, float]], tone: str, opacity: float) -> str:
    """What a line through places, and back to the first, goes around."""
    return f'<path d="M{_joined(places)}Z" fill="{PALETTE[tone]}" fill-opacity="{opacity:g}"/>' if places else ""


def _joined(places: Sequence[tuple[float, float]]) -> str:
    return "L".join(f"{x:.2f},{y:.2f}" for x, y in places)


def rimmed(x: float, y: float, words: str, size: float, tone: str, anchor: str) -> str:
    """Words with a rim in the ground's colour, so that what passes behind them does not strike them out."""
    place = f'x="{x:.2f}" y="{y:.2f}" font-size="{size:g}" text-anchor="{anchor}"'
    rim = f'stroke="{PALETTE["paper"]}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
    return f'<text {place} fill="{PALETTE[tone]}" {rim}>{escape(words)}</text>'


def series_list(series: Sequence[tuple[str, str]], width: float, size: float) -> tuple[list[str], float]:
    """The names of series with their tones in as many lines as they need, and where they end."""
    marks, x, y = [], 0.0, size
    for name, tone in series:
        room = paper_width(name, size - 1) + LIST_ROOM
        if x and x + room > width:
            x, y = 0.0, y + size + LIST
        marks.append(rectangle(x, y - size + 3, 10, 10, PALETTE[tone]) + text(x + 15, y, name, size - 1))
        x += room
    return marks, y + LIST if series else 0.0
