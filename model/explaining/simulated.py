"""Where figures of draws open: quantiles, shares of draws, importance, what a margin buys, what a lever does alone.

«simulated/<what>/<quantity>/<year>/<draws>/<ranges>»; the ranges are those that depart from the default ones.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from model.explaining.asked import AddressError, address
from model.explaining.node import SIMULATED
from model.explaining.other_answers import BETWEEN_RANGES
from model.reading.errors import ModelError
from model.uncertainty.asked import DRAWS
from model.uncertainty.asked import Asked as AskedOfDraws
from model.uncertainty.written import PART

QUANTILE, MEAN, ABOVE, IMPORTANCE, EFFECT = "quantile", "mean", "above", "importance", "effect"
ENOUGH, ENOUGH_IF_PLANNED = "enough", "enough_if_planned"
NUMBERS: Final[Mapping[str, tuple[bool, ...]]] = {
    QUANTILE: (True,),
    MEAN: (),
    ABOVE: (True,),
    IMPORTANCE: (False,),
    ENOUGH: (True,),
    ENOUGH_IF_PLANNED: (True,),
    EFFECT: (False, True),
}
"""What is asked → of what it is asked, each a number or a lever's path."""

NAMED: Final = tuple(what for what in NUMBERS if what != QUANTILE)
"""What an address names; a share alone is a quantile."""

OF: Final = "~"
"""What stands between what is asked and of which amount, lever or margin it is asked."""

INDEX: Final = "index_rate"
SEED: Final = 0
"""The random numbers of pages."""

DRAWS_WRITTEN: Final = re.compile("[1-9][0-9]{0,8}")
RANGE: Final = re.compile(r"[\w.:+-]+", re.ASCII)


def simulated_address(asked: AskedOfDraws, what: str, year: int | None = None) -> str:
    """The address of a figure of what is asked, of its own year where none is given.

    what: a share, such as «0.85», for the amount that so many draws lie below; «mean»; «above~1155.0»;
    «importance~index_rate»; «enough~0.05», «enough_if_planned~0.05». Raises ModelError for random numbers other than
    those of pages, which no address tells.
    """
    if asked.seed != SEED:
        raise ModelError(f"Draws of the seed {asked.seed} have no address.")
    of_year = asked.question.year if year is None else year
    ranges = BETWEEN_RANGES.join(asked.ranges)
    return address(SIMULATED, what, asked.quantity, of_year, asked.draws, ranges)


def effect_address(asked: AskedOfDraws, lever: str, value: float) -> str:
    """The address of what a lever does to the quantity of the question's year when it alone has another value."""
    return simulated_address(asked, OF.join((EFFECT, lever, repr(float(value)))))


@dataclass(frozen=True, slots=True)
class Place:
    """An address of a figure of draws, taken apart. of: the amount, lever or value that is asked of, as written.

    ranges: those that depart from the default ones, as texts.
    """

    what: str
    of: tuple[str, ...]
    quantity: str
    year: int
    draws: int
    ranges: tuple[str, ...]

    @classmethod
    def at(cls, parts: Sequence[str]) -> Self:
        """The place of an address, also behind what leads to another answer.

        Raises AddressError for one that is not written as pages write it, or of more draws than they ask for.
        """
        own = parts[parts.index(SIMULATED) + 1 :] if SIMULATED in parts else ()
        if len(own) not in (4, 5):
            raise AddressError("/".join(parts))
        first, quantity, year, draws, *joined = own
        what, *of = (QUANTILE, first) if first.partition(OF)[0] not in NAMED else first.split(OF)
        ranges = tuple(text for texts in joined for text in texts.split(BETWEEN_RANGES))
        if not (year.isdecimal() and _is_draws(draws) and _is_asked(what, of) and _are_ranges(ranges)):
            raise AddressError("/".join(parts))
        return cls(what, tuple(of), quantity, int(year), int(draws), ranges)

    @property
    def number(self) -> float:
        """The number that is asked of, the last that the address says."""
        return float(self.of[-1])


def _is_draws(text: str) -> bool:
    return DRAWS_WRITTEN.fullmatch(text) is not None and int(text) <= DRAWS[-1]


def _is_asked(what: str, of: Sequence[str]) -> bool:
    """Whether it is asked of as many amounts, levers and values as it needs, each written the one way there is."""
    kinds = NUMBERS[what]
    return len(of) == len(kinds) and all(_is_number(text) for text, number in zip(of, kinds, strict=True) if number)


def _are_ranges(texts: Sequence[str]) -> bool:
    """Whether there is one text for each lever, without any sign that none has."""
    levers = {text.partition(PART)[0] for text in texts}
    return len(levers) == len(texts) and all(RANGE.fullmatch(text) for text in texts)


def _is_number(text: str) -> bool:
    try:
        number = float(text)
    except ValueError:
        return False
    return math.isfinite(number) and repr(number) == text
