"""About how wide words are, and the lines they take, for what must be known before anything has measured them.

Two estimates, for two typefaces: on the screen words are set in Source Sans and by letter; on paper they must fit in
Arial too, where the reader lacks our font, and are taken by their number.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

BOLD: Final = 1.06
"""Bold words over the same words that are not, in either typeface."""

NARROW: Final = frozenset("fijlrtI.,:;'|!()[]/- ")
WIDE: Final = frozenset("mwMW%@æÆ▲▼—")
NARROW_WIDTH, WIDTH, WIDE_WIDTH = 0.29, 0.52, 0.8  # of letters of Source Sans, shares of the size
ANY_WIDTH: Final = 0.53
"""Mean width of a letter, share of the size; wide enough for Arial too."""


def screen_width(words: str, size: float, bold: bool = False) -> float:
    """Pixels, rather too many, of a line in Source Sans of ``size`` pixels."""
    shares = (NARROW_WIDTH if letter in NARROW else WIDE_WIDTH if letter in WIDE else WIDTH for letter in words)
    return sum(shares) * size * (BOLD if bold else 1.0)


def paper_width(words: str, size: float, bold: bool = False) -> float:
    """Pixels, rather too many, of a line of ``size`` pixels in our font or in Arial."""
    return len(words) * size * ANY_WIDTH * (BOLD if bold else 1)


def screen_lines(words: str, room: float, size: float, bold: bool = False) -> list[str]:
    """The words in lines of ``room`` pixels at most on the screen; a longer word has a line of its own."""
    return _lines(words, room, partial(screen_width, size=size, bold=bold))


def paper_lines(words: str, room: float, size: float) -> list[str]:
    """The words in lines of ``room`` pixels at most on paper; a longer word has a line of its own."""
    return _lines(words, room, partial(paper_width, size=size))


def _lines(words: str, room: float, width: Callable[[str], float]) -> list[str]:
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
