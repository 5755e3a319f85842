"""Where the words of a plane stand in every renderer: no guide's over another's, none cut, and no tick's into the next.

Lengths are pixels from the left of the plot; in a wider one the same words still fit.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations
from typing import Final

from charts.records.plane import Guide, Plane, PlanePoint

SHARES: Final = (0.62, 0.45, 0.36)
"""The part of the plot that a guide's words take at most before they go on a new line: from any place they fit.

Narrower ones are for where a guide would else go through another's words.
"""

GAP: Final = 10.0
"""Between two words on one line, pixels."""

NEAR: Final = 3.0
"""Of a guide to words that it does not belong to, pixels."""

FEW: Final = 5
"""Of so many guides every order is tried in which they may take their places."""

START, MIDDLE, END = "start", "middle", "end"
"""Which part of the words stands at the place: they go on to the right, around it, or end there."""

Width = Callable[[str], float]
Breaks = Callable[[str, float], list[str]]


@dataclass(frozen=True, slots=True)
class Words:
    """A standing guide's words: their lines, which of the lines above the plot is their lowest, and how they lie.

    at: where the guide is; left, right: where its words begin and end. is_crossed: a guide goes through some words.
    """

    guide: Guide
    lines: tuple[str, ...]
    lowest: int
    anchor: str
    at: float
    left: float
    right: float
    is_crossed: bool = False

    @property
    def over(self) -> int:
        """The first line above the plot that is free over them."""
        return self.lowest + len(self.lines)


def words_above(figure: Plane, room: float, width: Width, breaks: Breaks) -> tuple[Words, ...]:
    """The words of the guides that stand, from left to right. room: pixels of the plot, at least."""
    guides = sorted((each for each in figure.guides if each.is_vertical), key=lambda each: each.value)
    tried = list(permutations(guides)) if len(guides) <= FEW else [guides]
    found = [_all(order, figure, room, part, width, breaks) for part in SHARES for order in tried]
    best = min(found, key=_cost)
    return tuple(sorted(best, key=lambda each: each.guide.value))


def _all(order: Sequence[Guide], figure: Plane, room: float, part: float, width: Width, breaks: Breaks) -> list[Words]:
    """Every guide's words in lines of a part of the room, placed in an order."""
    placed: list[Words] = []
    for guide in order:
        lines = tuple(breaks(guide.text, room * part))
        at = share(guide.value, figure.x_range) * room
        placed.append(_placed(guide, lines, at, max(map(width, lines)), room, placed))
    return placed


def _cost(placed: list[Words]) -> tuple[int, int, int]:
    """How many words a guide goes through, then how many lines they take, then how high they stand together."""
    heights = [each.lowest for each in placed]
    return sum(each.is_crossed for each in placed), max((each.over for each in placed), default=0), sum(heights)


def _placed(
    guide: Guide, lines: tuple[str, ...], at: float, reach: float, room: float, others: Sequence[Words]
) -> Words:
    """On the lowest line where the words fit beside those of others, and no guide goes through any of them."""
    top = max((other.over for other in others), default=0)
    lefts = {START: at, END: at - reach, MIDDLE: at - reach / 2}
    order = (END, START, MIDDLE) if at < room / 2 else (START, END, MIDDLE)  # outwards: others stand farther in
    fits = [anchor for anchor in order if lefts[anchor] >= 0 and lefts[anchor] + reach <= room]
    for lowest in range(top + 1):
        for anchor in fits:
            found = Words(guide, lines, lowest, anchor, at, lefts[anchor], lefts[anchor] + reach)
            if all(_is_free(found, other) for other in others):
                return found
    anchor = fits[0] if fits else MIDDLE
    return Words(guide, lines, top, anchor, at, lefts[anchor], lefts[anchor] + reach, is_crossed=True)


def _is_free(found: Words, other: Words) -> bool:
    """Whether neither words stand over the other's, nor a guide goes up through them to its own."""
    if found.lowest < other.over and other.lowest < found.over:
        return found.right + GAP <= other.left or other.right + GAP <= found.left
    low, high = sorted((found, other), key=lambda each: each.lowest)
    return not low.left - NEAR < high.at < low.right + NEAR


def spread(places: Sequence[float], least: float, most: float) -> list[float]:
    """The same places, from low to high and at least ``least`` apart, from 0 to ``most`` as far as they all fit."""
    moved: list[float] = []
    for place in sorted(places):
        moved.append(max(place, moved[-1] + least) if moved else max(place, 0.0))
    ceiling = most
    for at in range(len(moved) - 1, -1, -1):
        moved[at] = min(moved[at], ceiling)
        ceiling = moved[at] - least
    return moved


def thinned(ticks: Sequence[tuple[float, str]], per_unit: float, width: Width) -> list[tuple[float, str]]:
    """Every tick, or every second, third … from the first, so that each one's text stands free of the next."""
    for step in range(1, len(ticks)):
        kept = list(ticks[::step])
        if all((b - a) * per_unit >= (width(one) + width(other)) / 2 + GAP for (a, one), (b, other) in pairwise(kept)):
            return kept
    return list(ticks[:1])


def share(value: float, ends: tuple[float, float]) -> float:
    """How far from the one end towards the other, 0 to 1 within."""
    low, high = ends
    return (value - low) / (high - low)


def stepped(points: Sequence[PlanePoint]) -> list[tuple[float, float]]:
    """The corners of a line that is level from each point to the x of the next."""
    corners = [(points[0].x, points[0].y)] if points else []
    for before, after in pairwise(points):
        corners += [(after.x, before.y), (after.x, after.y)]
    return corners


def dot_size(figure: Plane, across: float, along: float) -> tuple[float, float]:
    """The diameter of a cloud's dots in a plot of that many pixels, and the y axis' end at which they touch."""
    (left, right), (low, high) = figure.x_range, figure.y_range
    dot, width = min(cloud.dot for cloud in figure.clouds), min(cloud.width for cloud in figure.clouds)
    per_y = along / (high - low)
    size = min(width * across / (right - left), dot * per_y)
    return size, low + (high - low) * dot * per_y / size
