"""Simulation: what the figures may be, given ranges of the levers, as counts of draws, quantiles and means."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from model.baseline.axes import Array
from model.scenario.fields import is_number
from model.scenario.scenario import Scenario
from model.uncertainty.drawing import chunks_of
from model.uncertainty.errors import RangesError
from model.uncertainty.histogram import Counts, Edges, Histogram, Part, Tally
from model.uncertainty.plan import CHUNK, Plan
from model.uncertainty.quantity_rows import Wanted
from model.uncertainty.ranges import Ranges

QUANTILES: Final = (0.05, 0.15, 0.5, 0.85, 0.95)
"""The quantiles that are told, as shares of the draws."""

MOST_DRAWS: Final = 10**9
LARGEST_SEED: Final = 2**63 - 1

DEFAULT: Final = Wanted()
"""Cost level, need and payer groups in the years of the plan."""

Engine = Callable[[Plan, list[range]], Iterator[Part]]
"""What counts the chunks of a plan, in their order: the numbers of each chunk's draws → its part."""


@dataclass(frozen=True, slots=True, eq=False)
class Simulated:
    """What figures may be. Arrays are (quantity, year), MNOK, and read-only.

    base: the scenario that was drawn from, with the fixed values. years, quantities: of the axes. draws, seed: how many
    and of which random numbers. lowest, highest: exact; mean: to rounding. exceeding: the share of draws above the
    asked amount, exact; None where none was asked for. error_bound: how far a quantile can be from the draw of its
    rank, a bin's width.
    counts: (quantity, year, bin), draws in each bin; edges: of the bins, figure after figure.
    """

    base: Scenario
    years: tuple[int, ...]
    quantities: tuple[str, ...]
    draws: int
    seed: int
    lowest: Array
    highest: Array
    mean: Array
    exceeding: Array | None
    error_bound: Array
    counts: Counts
    edges: Edges

    def quantiles(self, shares: npt.ArrayLike = QUANTILES) -> Array:
        """(quantity, year, share): the amounts that shares of the draws lie below, MNOK; rising with the share."""
        asked = np.asarray(shares, dtype=np.float64)
        figures = [(quantity, year) for quantity in self.quantities for year in self.years]
        found = [self.histogram(*figure).amounts_at(asked) for figure in figures]
        return np.array(found).reshape(*self.mean.shape, len(asked))

    def histogram(self, quantity: str, year: int) -> Histogram:
        """The draws of one quantity in one year: its quantiles, and shares above any amount."""
        at = self.quantities.index(quantity), self.years.index(year)
        figure = at[0] * len(self.years) + at[1]
        return Histogram(
            below=np.cumsum(self.counts[at]),
            low=float(self.edges.low[figure]),
            width=float(self.edges.width[figure]),
            lowest=float(self.lowest[at]),
            highest=float(self.highest[at]),
        )


def in_turn(plan: Plan, chunks: list[range]) -> Iterator[Part]:
    """The chunks one after the other, here."""
    for number, draws in enumerate(chunks):
        yield plan.part(number, len(draws))


def nothing(_: int) -> None:
    """What is done with the number of draws so far where nobody follows them."""


def simulate(
    ranges: Ranges,
    draws: int,
    seed: int = 0,
    scenario: Scenario | None = None,
    wanted: Wanted = DEFAULT,
    engine: Engine = in_turn,
    follow: Callable[[int], object] = nothing,
) -> Simulated:
    """What the figures of ``scenario`` may be, given ``ranges``, from ``draws`` draws.

    Drawn and counted ``CHUNK`` at a time in any number of places: the same seed gives the same answer, and memory does
    not grow with the draws. scenario: the published figures where it is None. engine: who counts the chunks.
    follow: called after each chunk with the draws so far; what it raises ends the simulation. Raises RangesError and
    ScenarioError.
    """
    check_draws(draws, seed)
    base = ranges.base(Scenario(figures=ranges.baseline) if scenario is None else scenario)
    plan = Plan.of(ranges, base, wanted, int(seed))
    tally = Tally(len(plan.edges.low))
    for part in engine(plan, list(chunks_of(int(draws), CHUNK))):
        tally.add(part)
        follow(tally.draws)
    return _simulated(base, plan, tally)


def check_draws(draws: object, seed: object) -> None:
    """Refuses what is no number of draws or no seed. Raises RangesError."""
    for field, found, allowed in (("draws", draws, (1, MOST_DRAWS)), ("seed", seed, (0, LARGEST_SEED))):
        if not is_number(found) or found != int(found) or not allowed[0] <= found <= allowed[1]:
            raise RangesError(field, found, "draws", allowed)


def _simulated(base: Scenario, plan: Plan, tally: Tally) -> Simulated:
    shape = len(plan.rows), len(plan.years)
    arrays = {
        "lowest": tally.lowest,
        "highest": tally.highest,
        "mean": tally.means(plan.edges),
        "error_bound": plan.edges.width,
    }
    shaped = {name: array.reshape(shape) for name, array in arrays.items()}
    counts, exceeding = tally.counts.reshape(*shape, -1), (tally.exceeding / tally.draws).reshape(shape)
    for array in (*shaped.values(), counts, exceeding):
        array.flags.writeable = False
    return Simulated(
        base=base,
        years=plan.years,
        quantities=tuple(row.name for row in plan.rows),
        draws=tally.draws,
        seed=plan.seed,
        exceeding=None if plan.exceeds is None else exceeding,
        counts=counts,
        edges=plan.edges,
        **shaped,
    )
