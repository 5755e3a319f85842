"""The order of the model's steps: from published figures and scenarios to a result. No other module knows it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from model.baseline.axes import COMPONENTS, STATE_FUNDING, Array
from model.baseline.baseline import Baseline
from model.equations.bridges import Multipliers, Planned, write_bridge
from model.equations.cells import cells_after_measures, changed_measures
from model.equations.formulas import in_all, new_level, price_index
from model.equations.levers import Levers
from model.equations.result import Result
from model.equations.returned import returned_terms, write_need
from model.equations.timing import Timing
from model.reading.errors import ScenarioError
from model.scenario.batch import Batch
from model.scenario.scenario import Scenario

BLOCK: Final = 8192
"""Scenarios per block: its arrays stay in the processor's cache, and NumPy copies no operand below its buffer size."""

TOTALS: Final = ("cost_level", "financing_need")
AMOUNTS: Final = (*(each for each in COMPONENTS if each != STATE_FUNDING), "returned", "unspent", "shortfall")
"""What is written for every scenario; what the state pays is zero until some scenario has it pay."""


def run(scenarios: Scenario | Iterable[Scenario] | Batch, last_year: int | None = None, bridges: bool = True) -> Result:
    """Cost level and financing need of one scenario, several, or a batch, from the plan's first year to ``last_year``.

    All are of one baseline, which is the scenarios' own. last_year: the plan's last where it is None; the baseline's
    last at most. bridges: whether to give the bridges too, and unspent and returned money with them; a large batch is
    several times faster and smaller without. Raises ScenarioError for a year outside the range and for scenarios of
    several baselines.
    """
    batch = batch_of(scenarios)
    return run_years(batch, years_to(batch.baseline, last_year), bridges)


def run_years(batch: Batch, years: tuple[int, ...], bridges: bool = True) -> Result:
    """``run`` over any years from the plan's first on; after the baseline's last nothing published changes."""
    names = AMOUNTS if bridges else TOTALS
    amounts = np.empty((len(names), len(years), len(batch.baseline.solutions), batch.size))
    by_name = dict(zip(names, amounts, strict=True))
    if bridges:
        by_name[STATE_FUNDING] = np.zeros(amounts.shape[1:])
    scratch = np.empty((len(years) + 2, len(batch.baseline.solutions), min(BLOCK, batch.size)))
    for start in range(0, batch.size, BLOCK):
        stop = min(start + BLOCK, batch.size)
        out = {name: array[..., start:stop] for name, array in by_name.items()}
        _write_block(batch.block(start, stop), years, out, scratch[..., : stop - start])
    for array in by_name.values():
        array.flags.writeable = False
    return _result(batch, years, by_name)


def _write_block(batch: Batch, years: tuple[int, ...], out: Mapping[str, Array], scratch: Array) -> None:
    """Puts the amounts of a block of scenarios into ``out``: name → (year, solution, scenario), year by year."""
    baseline = batch.baseline
    clearing = baseline.solutions.index(baseline.clearing_line) if baseline.clearing_line else None
    timing = Timing.of(batch)
    index = price_index(timing.index_rate, timing.first_index_rate, len(years))
    levers = Levers.of(batch)
    changed = changed_measures(batch, timing.start)
    *levels, returned, buffer = scratch
    shares: list[Array | None] = []
    previous, state_funded = baseline.available[:, np.newaxis], None
    for t, year in enumerate(years):
        of_year = {name: array[t] for name, array in out.items()}
        years_working = year - timing.first_year
        working = levers.when(years_working)
        if t == 0 and timing.start is not None:
            working = working.spending_of_law(batch, timing.start.counts_spending)
        planned = Planned.of(cells_after_measures(batch, changed, year, timing), working, clearing)  # equations 1 and 3
        level = new_level(previous, planned.change(), planned.changed_financing, working.growth, clearing, levels[t])
        np.multiply(level, working.factor * index[t], out=of_year["cost_level"])  # equation 5
        terms = returned_terms(batch, year, timing, levels[:t], shares)  # equation 7
        state_funded = in_all(state_funded, planned.state_funded)
        state = None if state_funded is None else (state_funded, working.factor * index[t])
        write_need(terms, state, of_year, returned, buffer)  # equation 8
        if "unspent" in out:
            np.multiply(level, working.spending.unspent * index[t], out=of_year["unspent"])
            np.multiply(level, working.spending.shortfall * index[t], out=of_year["shortfall"])
            rate = timing.index_rate if t else timing.first_index_rate
            multipliers = Multipliers.of(rate, index[t], working.factor, years_working)
            previous_cost = out["cost_level"][t - 1] if t else previous
            base = previous + planned.changed_financing  # equation 2
            write_bridge(of_year, previous_cost, level, planned, working, base, clearing, multipliers)
        returnable = working.spending.returnable
        shares.append(None if returnable is None else returnable * index[t])
        previous = level


def _result(batch: Batch, years: tuple[int, ...], amounts: Mapping[str, Array]) -> Result:
    bridge = MappingProxyType({name: amounts[name] for name in COMPONENTS}) if "unspent" in amounts else None
    timing = Timing.of(batch)
    index_rate = np.broadcast_to(timing.index_rate, (batch.size,))
    is_set = timing.start is not None
    return Result(
        baseline=batch.baseline,
        years=years,
        index_rate=index_rate,
        first_index_rate=np.broadcast_to(timing.first_index_rate, (batch.size,)) if is_set else index_rate,
        cost_level=amounts["cost_level"],
        financing_need=amounts["financing_need"],
        returned=amounts.get("returned"),
        unspent=amounts.get("unspent"),
        shortfall=amounts.get("shortfall"),
        bridge=bridge,
    )


def batch_of(scenarios: Scenario | Iterable[Scenario] | Batch) -> Batch:
    """The batch of one scenario or several. Raises ScenarioError where they are of several baselines."""
    if isinstance(scenarios, Batch):
        return scenarios
    return Batch.of((scenarios,) if isinstance(scenarios, Scenario) else scenarios)


def years_to(baseline: Baseline, last_year: int | None) -> tuple[int, ...]:
    """The years from the plan's first to ``last_year``, the plan's last where it is None. Raises ScenarioError."""
    return baseline.plan_years if last_year is None else checked_years(baseline, last_year, baseline.last_year)


def checked_years(baseline: Baseline, last_year: int, latest: int) -> tuple[int, ...]:
    """The years from the plan's first to ``last_year``, which is ``latest`` at most. Raises ScenarioError."""
    allowed = (baseline.first_year, latest)
    if type(last_year) is not int:
        raise ScenarioError("last_year", last_year, "integer", allowed)
    if not allowed[0] <= last_year <= allowed[1]:
        raise ScenarioError("last_year", last_year, "range", allowed)
    return tuple(range(allowed[0], last_year + 1))
