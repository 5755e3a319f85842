"""Where figures of draws open: the addresses of quantiles, shares of draws, importance, margins and effects."""

from typing import Final

from model.explaining.asked import address
from model.explaining.node import SLASH
from model.reading.errors import ModelError
from model.uncertainty.asked import Asked as AskedOfDraws

SIMULATED: Final = "simulated"
MEAN, ABOVE, IMPORTANCE, EFFECT = "mean", "above", "importance", "effect"
ENOUGH, ENOUGH_IF_PLANNED = "enough", "enough_if_planned"
SEED: Final = 0
"""The random numbers of pages."""

OF: Final = "~"
"""What stands between what is asked and of which amount, lever or margin it is asked."""

BETWEEN_RANGES: Final = ";"


def simulated_address(asked: AskedOfDraws, what: str, year: int | None = None) -> str:
    """The address of a figure of what is asked, of its own year where none is given.

    what: a share, such as «0.85», for the amount that so many draws lie below; «mean»; «above~1155.0»;
    «importance~index_rate»; «enough~0.05», «enough_if_planned~0.05». Raises ModelError for random numbers other than
    those that pages use, which no address tells.
    """
    if asked.seed != SEED:
        raise ModelError(f"Draws of the seed {asked.seed} have no address.")
    quantity = asked.quantity.replace("/", SLASH)
    of_year = asked.question.year if year is None else year
    return address(SIMULATED, what, quantity, of_year, asked.draws, BETWEEN_RANGES.join(asked.ranges))


def effect_address(asked: AskedOfDraws, lever: str, value: float) -> str:
    """The address of what a lever does to the quantity of the question's year when it alone has another value."""
    return simulated_address(asked, OF.join((EFFECT, lever, repr(float(value)))))
