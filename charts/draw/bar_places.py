"""How long lying bars may be where what stands at their ends must have room, alike in every renderer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

HALVINGS: Final = 30
LEAST: Final = 0.1
"""The part of the room that the bars have at least, however long the texts are."""


@dataclass(frozen=True, slots=True)
class EndText:
    """A text at the end of a bar: where that is, pixels that the text takes, and whether it lies left of the bar."""

    at: float
    width: float
    is_left: bool


def axis_around(scale: tuple[float, float], texts: Sequence[EndText], room: float) -> tuple[float, float]:
    """The longest bars with which every text is within the room, pixels: where the axis then begins and ends."""
    low, high = scale
    few, many = LEAST * room / (high - low), room / (high - low)
    for _ in range(HALVINGS):
        tried = (few + many) / 2
        if sum(_beyond(scale, texts, tried)) + (high - low) * tried > room:
            many = tried
        else:
            few = tried
    before, after = _beyond(scale, texts, few)
    return low - before / few, high + after / few


def _beyond(scale: tuple[float, float], texts: Sequence[EndText], per_unit: float) -> tuple[float, float]:
    """Pixels that the texts take beyond the scale's two ends."""
    (low, high), left, right = scale, [0.0], [0.0]
    for text in texts:
        inside = text.at - low if text.is_left else high - text.at
        (left if text.is_left else right).append(text.width - inside * per_unit)
    return max(left), max(right)
