"""What a margin buys: how probable it is that the money is enough, for any margin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from model.baseline.axes import Array
from model.baseline.parameters import parameters
from model.equations.steps import run, run_years, years_to
from model.scenario.batch import Batch
from model.scenario.scenario import Scenario
from model.uncertainty.drawing import Drawing, chunks_of, generator_of
from model.uncertainty.plan import CHUNK
from model.uncertainty.ranges import Ranges
from model.uncertainty.sensitivity import checked_year
from model.uncertainty.simulating import check_draws, nothing

MARGIN: Final = "risk_margin"
SAME: Final = 1e-9
"""A share: money that is short of so little is enough, for it is rounding."""


@dataclass(frozen=True, slots=True, eq=False)
class MarginCurve:
    """How probable it is that the money of a year is enough. Arrays are (margin,), and rise with the margin.

    margins: shares of best estimate. frames_mnok: the plan's cost level at each, fixed kroner of the base year.
    enough: the share of draws that spend no more than that, everything drawn. enough_if_planned: the same where costs
    come as planned and only what is left over of them is uncertain; always 1 where more than planned is never spent.
    """

    year: int
    margins: Array
    frames_mnok: Array
    enough: Array
    enough_if_planned: Array


def margin_curve(
    ranges: Ranges,
    draws: int,
    seed: int = 0,
    year: int | None = None,
    scenario: Scenario | None = None,
    margins: npt.ArrayLike = (),
    follow: Callable[[int], object] = nothing,
) -> MarginCurve:
    """The probability that each margin is enough, given ``ranges``; the same draws for every margin.

    What is spent is (1 − underspend_rate) · level, whatever the margin; it is held against the cost level that the
    scenario, with the ranges' fixed values, has at that margin. Prices are left out on both sides, for the payment is
    adjusted for them. margins: every step of the lever where none is given. Raises RangesError and ScenarioError.
    """
    check_draws(draws, seed)
    base = ranges.base(Scenario(figures=ranges.baseline) if scenario is None else scenario)
    year = checked_year(base, year)
    asked = np.sort(np.asarray(margins, dtype=np.float64)) if np.size(margins) else _every_step(base)
    embedded, *frames = _frames(base, [base.figures.embedded_margin, *asked.tolist()], year).tolist()
    money, drawing, years = np.array(frames) * (1 + SAME), Drawing.of(ranges, base), years_to(base.figures, year)
    enough, enough_if_planned, done = np.zeros(len(asked)), np.zeros(len(asked)), 0
    for number, chunk in enumerate(chunks_of(int(draws), CHUNK)):
        planned, spent = _spending(drawing, years, drawing.shares(generator_of(int(seed), number), len(chunk)))
        enough += np.searchsorted(np.sort(spent), money, side="right")
        enough_if_planned += np.searchsorted(np.sort(spent / planned), money / embedded, side="right")
        done += len(chunk)
        follow(done)
    return MarginCurve(year, asked, np.array(frames), enough / done, enough_if_planned / done)


def _every_step(base: Scenario) -> Array:
    """The margins that the lever can be set to."""
    lever = parameters(base.figures)[MARGIN]
    low, high, step = (float(value or 0) for value in (lever.low, lever.high, lever.step))
    return np.linspace(low, high, 1 + round((high - low) / step))


def _frames(base: Scenario, margins: Sequence[float], year: int) -> Array:
    """(margin,): the scenario's cost level of a year at other margins, MNOK in fixed kroner of the base year."""
    checked = Batch.from_columns({MARGIN: margins}, len(margins), base.figures)
    batch = Batch({**Batch.of([base]).columns, **checked.columns}, len(margins), base.figures)
    result = run(batch, year, bridges=False)
    frames: Array = result.cost_level[-1].sum(axis=0) / result.index[-1]
    return frames


def _spending(drawing: Drawing, years: tuple[int, ...], shares: Array) -> tuple[Array, Array]:
    """The level of the last year at the embedded margin, and what of it is spent: (draw,), MNOK in fixed kroner."""
    batch = drawing.batch(drawing.values(shares))
    embedded = {MARGIN: np.array([drawing.baseline.embedded_margin])}
    result = run_years(Batch({**batch.columns, **embedded}, batch.size, batch.baseline), years)
    amounts = result.amounts()
    level, unspent, shortfall = (amounts[name][-1].sum(axis=0) for name in ("cost_level", "unspent", "shortfall"))
    index = result.index[-1]
    return level / index, (level - unspent + shortfall) / index
