"""The way of the money: what is paid, spent, left over, returned and held by Norsk helsenett, also after the plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from model.baseline.axes import STATE_FUNDING, Array
from model.baseline.baseline import Baseline
from model.equations.result import Result
from model.equations.steps import batch_of, checked_years, run_years
from model.equations.timing import Timing
from model.scenario.batch import Batch
from model.scenario.scenario import Scenario

LONGEST: Final = 9
"""Years after the plan's first that the money can be followed."""

QUANTITIES: Final = (
    "payment",
    "state",
    "spent",
    "unspent",
    "shortfall",
    "returned",
    "index_supplement",
    "held",
)
"""What a settlement gives of each year, by the names of commands and files."""


@dataclass(frozen=True, slots=True, eq=False)
class Settlement:
    """The way of the money of some scenarios. Arrays are (year, solution, scenario), MNOK, read-only.

    years: the plan's first and on. Amounts are in each year's own kroner: only there money is conserved.
    payment: equation 8. state: what the state pays, below zero of a saving. unspent, shortfall: equation 6.
    returned: equation 7. spent: what is used of the cost level, or beyond it. index_supplement: what returned money
    grows by; that Norsk helsenett bears it is inferred. delay: the price growth that the payers' returned money misses
    where it waits more than one year.
    held, to_return: at the end of a year, that of the base year first; negative is what Norsk helsenett advances.
    to_return: the part of what is held that the rules will still return, below zero where they charge it; without what
    it will grow by.
    """

    baseline: Baseline
    years: tuple[int, ...]
    payment: Array
    state: Array
    spent: Array
    unspent: Array
    shortfall: Array
    returned: Array
    index_supplement: Array
    delay: Array
    held: Array
    to_return: Array

    @property
    def kept(self) -> Array:
        """(base year and year, solution, scenario): what is held that no rule returns, below zero what is short."""
        kept: Array = self.held - self.to_return
        return kept

    @property
    def held_years(self) -> tuple[int, ...]:
        """The years at whose end something is held: the base year, and the others."""
        return (self.baseline.base_year, *self.years)


def settle(scenarios: Scenario | Iterable[Scenario] | Batch, last_year: int) -> Settlement:
    """The way of the money of one scenario, several, or a batch, from the plan's first year to ``last_year``.

    After the last published change nothing published changes; levers and optional measures go on. Raises ScenarioError
    for a year before the plan's first or more than ``LONGEST`` after it, and for scenarios of several baselines.
    """
    batch = batch_of(scenarios)
    baseline = batch.baseline
    result = run_years(batch, checked_years(baseline, last_year, baseline.first_year + LONGEST))
    timing, found = Timing.of(batch), result.amounts()
    growth = _growth(result)
    unspent, shortfall, returned = found["unspent"], found["shortfall"], found["returned"]
    spent = result.cost_level - unspent + shortfall
    supplement = returned * growth / (1 + growth)
    state = 0.0 - found[STATE_FUNDING]
    at_first = (baseline.returned + baseline.base_year_underspend)[np.newaxis, :, np.newaxis]
    moves = np.concatenate([np.broadcast_to(at_first, (1, *spent.shape[1:])), -spent])
    moves[1:] += result.financing_need + state + supplement
    return Settlement(
        baseline=baseline,
        years=result.years,
        payment=result.financing_need,
        state=_fixed(state),
        spent=_fixed(spent),
        unspent=unspent,
        shortfall=shortfall,
        returned=returned,
        index_supplement=_fixed(supplement),
        delay=_fixed(_delay(batch, timing, returned, growth)),
        held=_fixed(np.cumsum(moves, axis=0)),
        to_return=_fixed(_to_return(batch, timing, found, result.years)),
    )


def _growth(result: Result) -> Array:
    """(year, 1, scenario): the price growth into each year."""
    first = result.first_index_rate[np.newaxis]
    later = np.broadcast_to(result.index_rate, (len(result.years) - 1, len(result.index_rate)))
    return np.concatenate([first, later])[:, np.newaxis]


def _delay(batch: Batch, timing: Timing, returned: Array, growth: Array) -> Array:
    """(year, solution, scenario): the price growth that money returned after two years has missed, that of the first.

    Of the first year's nothing: what is returned in it is older than the price growth that is known. Where the law has
    set the first year, the base year's money waits two years whatever the lag.
    """
    missed, waits = np.zeros_like(returned), batch.value("repayment_lag") > 1
    missed[1:] = returned[1:] * growth[:-1] * waits
    if timing.start is not None:
        late = batch.value("base_year_underspend_returned") * (timing.start.chosen & ~waits)
        of_base_year = batch.baseline.base_year_underspend[:, np.newaxis] * late
        missed[1:2] += of_base_year * (1 + growth[1:2]) * growth[:1]
    return missed


def _to_return(batch: Batch, timing: Timing, found: Mapping[str, Array], years: tuple[int, ...]) -> Array:
    """(base year and year, solution, scenario): what the rules will still return at each year's end, as equation 7."""
    baseline, start, lag = batch.baseline, timing.start, batch.value("repayment_lag")
    due = np.zeros((len(years) + 1, *found["unspent"].shape[1:]))
    earlier, due_year = batch.value("earlier_funds_returned"), baseline.base_year + lag
    if start is not None:
        earlier = np.where(start.chosen, 1.0, earlier)
        due_year = np.where(start.chosen, np.maximum(due_year, start.second_year), due_year)
    due[0] += baseline.returned[:, np.newaxis] * earlier
    for at, year in enumerate((baseline.base_year, *years)):
        share = batch.value("base_year_underspend_returned") * (year < due_year)
        due[at] += baseline.base_year_underspend[:, np.newaxis] * share
    of_year = batch.value("underspend_returned") * found["unspent"]
    of_year -= batch.value("shortfall_recovered") * found["shortfall"]
    due[1:] += of_year
    due[2:] += of_year[:-1] * (lag > 1)
    return due


def _fixed(array: Array) -> Array:
    array.flags.writeable = False
    return array
