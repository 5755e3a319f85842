"""The order of the model's steps: from published figures and scenarios to a result. No other module knows it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from model.axes import COMPONENTS, LAST_POSSIBLE_YEAR, PLAN_YEARS, SOLUTIONS, Array
from model.batch import Batch
from model.bridges import Planned, write_steps
from model.cells import cells_after_measures
from model.equations import new_level, price_index, shortfall_share, unspent_share
from model.errors import ScenarioError
from model.levers import Levers
from model.published import published
from model.result import Result
from model.returned import returnable_share, returned_terms, write_sum
from model.scenario import Scenario

BLOCK: Final = 2048
"""Scenarios per block: a block's arrays stay in the processor's cache, whatever the size of the batch."""

TOTALS: Final = ("cost_level", "financing_need")
AMOUNTS: Final = (*COMPONENTS, "returned", "unspent", "shortfall")


def run(
    scenarios: Scenario | Iterable[Scenario] | Batch, last_year: int = PLAN_YEARS[-1], bridges: bool = True
) -> Result:
    """Cost level and financing need of one scenario, several, or a batch, from 2026 to ``last_year`` (2030 at most).

    bridges: whether to give the bridges too, and unspent and returned money with them; a large batch is several
    times faster and smaller without. Raises ScenarioError for a year outside the range.
    """
    batch = _batch(scenarios)
    years = _years(last_year)
    names = AMOUNTS if bridges else TOTALS
    index = price_index(batch.value("index_rate"), len(years))
    amounts = np.empty((len(names), len(years), len(SOLUTIONS), batch.size))
    scratch = np.empty((len(years) + 2, len(SOLUTIONS), min(BLOCK, batch.size)))
    for start in range(0, batch.size, BLOCK):
        stop = min(start + BLOCK, batch.size)
        out = dict(zip(names, amounts[..., start:stop], strict=True))
        block_index = index[:, start:stop] if index.shape[1] > 1 else index
        _write_block(batch.block(start, stop), years, block_index, out, scratch[..., : stop - start])
    amounts.flags.writeable = False
    return _result(years, np.broadcast_to(index, (len(years), batch.size)), dict(zip(names, amounts, strict=True)))


def _write_block(
    batch: Batch, years: tuple[int, ...], index: Array, out: Mapping[str, Array], scratch: Array
) -> None:
    """Puts the amounts of a block of scenarios into ``out``, year by year: name → (year, solution, scenario)."""
    baseline = published()
    levers = Levers.of(batch, baseline.embedded_margin)
    first_year = batch.value("first_year")
    changed = batch.measures()
    *levels, returned, buffer = scratch
    shares: list[Array] = []
    previous = baseline.available[:, np.newaxis]
    for t, year in enumerate(years):
        this_year = levers.when(year >= first_year)
        cells = cells_after_measures(batch, changed, year)  # equation 1
        planned = Planned.of(cells, this_year)  # equation 3, without the extra levers
        base = previous + planned.changed_financing if planned.changed_financing.any() else previous  # equation 2
        level = new_level(previous, planned.change(), base, this_year.growth(), out=levels[t])  # equation 4
        cost_level = np.multiply(level, this_year.factor * index[t], out=out["cost_level"][t])  # equation 5
        unspent = unspent_share(this_year.factor, this_year.underspend_rate)  # equation 6
        shortfall = shortfall_share(this_year.factor, this_year.underspend_rate)
        terms = returned_terms(batch, baseline, year, levels[:t], shares)  # equation 7
        write_sum(terms, returned, buffer)
        np.subtract(cost_level, returned, out=out["financing_need"][t])  # equation 8
        shares.append(returnable_share(batch, unspent, shortfall, index[t]))
        if "unspent" in out:
            after = np.where(year > first_year, this_year.factor, 1.0)
            amounts = {name: array[t] for name, array in out.items()}
            write_steps(amounts, planned, this_year, base, after * index[t])
            first = np.where(year == first_year, this_year.factor - 1, 0.0)
            np.multiply(level, first * index[t], out=amounts["risk_margin"])
            np.multiply(level, unspent * index[t], out=amounts["unspent"])
            np.multiply(level, shortfall * index[t], out=amounts["shortfall"])
            amounts["previous_level"][...] = out["cost_level"][t - 1] if t else previous
            np.multiply(amounts["previous_level"], batch.value("index_rate"), out=amounts["indexation"])
            amounts["returned"][...] = returned
            np.subtract(0.0, returned, out=amounts["returned_funds"])
        previous = level


def _result(years: tuple[int, ...], index: Array, amounts: Mapping[str, Array]) -> Result:
    bridge = MappingProxyType({name: amounts[name] for name in COMPONENTS}) if "unspent" in amounts else None
    return Result(
        baseline=published().id,
        years=years,
        index=index,
        cost_level=amounts["cost_level"],
        financing_need=amounts["financing_need"],
        returned=amounts.get("returned"),
        unspent=amounts.get("unspent"),
        shortfall=amounts.get("shortfall"),
        bridge=bridge,
    )


def _batch(scenarios: Scenario | Iterable[Scenario] | Batch) -> Batch:
    if isinstance(scenarios, Batch):
        return scenarios
    return Batch.of((scenarios,) if isinstance(scenarios, Scenario) else scenarios)


def _years(last_year: int) -> tuple[int, ...]:
    allowed = (PLAN_YEARS[0], LAST_POSSIBLE_YEAR)
    if type(last_year) is not int:
        raise ScenarioError("last_year", last_year, "integer", allowed)
    if not allowed[0] <= last_year <= allowed[1]:
        raise ScenarioError("last_year", last_year, "range", allowed)
    return tuple(range(allowed[0], last_year + 1))
