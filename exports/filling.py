"""Where what a report prints lies on its pages, and how much its charts may grow by where a page has room."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

BOTTOM: Final = 28.0
"""Centimetres from the top of a page where what is printed ends at the latest."""

SPARE: Final = 0.6
"""Centimetres of it that stay empty, for what is measured ends where a last line stands."""

BEGAN: Final = "began"


@dataclass(frozen=True, slots=True)
class Lies:
    """How many pages there are, and the centimetres from the top where each of them, and the last, is filled to.

    charts: place of a chart → its page, and where it begins on that.
    """

    pages: int
    last: float
    filled: Mapping[int, float]
    charts: Mapping[int, tuple[int, float]]

    @classmethod
    def of(cls, extent: Mapping[str, Any]) -> Self:
        """What the template says of itself. What begins on one page and ends on another fills the first."""
        filled: dict[int, float] = defaultdict(float)
        opened = 0
        for mark in extent["marks"]:
            page = mark["page"]
            if mark["what"] == BEGAN:
                opened = page
                continue
            filled |= dict.fromkeys(range(opened or page, page), BOTTOM)
            opened, filled[page] = 0, max(filled[page], mark["y"])
        charts = {each["what"]: (each["page"], round(each["y"], 1)) for each in extent["drawn"]}
        return cls(extent["pages"], extent["last"], filled, charts)

    @property
    def white(self) -> float:
        """The centimetres that a page but the last leaves empty at most."""
        return max((BOTTOM - self.filled.get(page, 0.0) for page in range(1, self.pages)), default=0.0)

    def room(self) -> dict[int, float]:
        """Place of a chart → centimetres that it may grow by: what its page leaves empty, divided among its charts.

        Charts that begin at one height stand beside each other, and grow together. The last page stays as it is.
        """
        rows = defaultdict(set)
        for page, top in self.charts.values():
            rows[page].add(top)
        return {
            place: max(0.0, BOTTOM - SPARE - self.filled.get(page, BOTTOM)) / len(rows[page])
            for place, (page, _) in self.charts.items()
            if page < self.pages
        }
