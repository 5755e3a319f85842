"""How fast a simulation is: draws, runs and quantiles, against the run of the same batch, and a pandas loop.

python -m benchmarks.simulation [--rounds 5] [--thousands 1000]
"""

import subprocess
import sys
from collections.abc import Callable
from statistics import median

import numpy as np
import pandas as pd

from benchmarks.model_speed import seconds
from benchmarks.plain_model import PlainModel
from benchmarks.rounds import arguments, interleaved, spread, table
from model import Scenario, run
from model.baseline.axes import Array
from model.uncertainty import QUANTILES, Ranges, Wanted, importance, simulate
from model.uncertainty.drawing import Drawing, generator_of
from tests.browser.serving import ROOT

FEW, LOOPED, SEED = 10_000, 400, 1
MEGABYTE = 1e6
MAIN = {
    "risk_margin": {"uniform": [0.0, 0.1]},
    "index_rate": {"triangular": [0.02, 0.03, 0.05]},
    "extra_efficiency": {"pert": [0.0, 0.01, 0.03]},
    "extra_volume": {"normal": [0.01, 0.005]},
}
"""The main levers, one of each kind: what the pandas loop knows."""

TWELVE = {
    **MAIN,
    "lasting_saving": {"uniform": [0.0, 0.02]},
    "efficiency_realisation": {"triangular": [0.5, 1.0, 1.5]},
    "volume_realisation": {"pert": [0.5, 1.0, 1.5]},
    "investment_realisation": {"triangular": [0.5, 1.0, 1.5]},
    "underspend_rate": {"triangular": [-0.039, 0.066, 0.083]},
    "underspend_returned": {"uniform": [0.8, 1.0]},
    "shortfall_recovered": {"uniform": [0.0, 1.0]},
    "measures.sikkerhet.amount_mnok": {"uniform": [5.0, 15.0]},
    "measures.sikkerhet.enabled": {"fixed": True},
}
"""Twelve levers, and the measure that one of them is the amount of."""

EVERYTHING = Wanted()


def ranges(mapping: dict[str, dict[str, object]]) -> Ranges:
    """The ranges, of the newest baseline."""
    return Ranges.of(mapping, Scenario().figures)


def simulated(mapping: dict[str, dict[str, object]], draws: int, wanted: Wanted = EVERYTHING) -> Array:
    """All the quantiles of a simulation."""
    return simulate(ranges(mapping), draws, SEED, wanted=wanted).quantiles()


def batch_run(mapping: dict[str, dict[str, object]], draws: int) -> None:
    """The same draws, all at once, and the run of them; no figure is looked at."""
    read = ranges(mapping)
    drawing = Drawing.of(read, read.base(Scenario()))
    run(drawing.batch(drawing.values(drawing.shares(generator_of(SEED, 0), draws))), bridges=False)


def few() -> float:
    """Milliseconds for ten thousand draws with every quantile."""
    return 1000 * seconds(lambda: simulated(TWELVE, FEW))


def shares() -> float:
    """Milliseconds for the shares of twelve levers, which take 130 000 runs."""
    return 1000 * seconds(lambda: importance(ranges(TWELVE), FEW, SEED))


def many(draws: int, rounds: int) -> str:
    """The tables of a million draws: ours with every quantile, and the drawing and the run alone."""
    tables = []
    for title, mapping in (("twelve levers", TWELVE), ("the four main levers", MAIN)):
        turns: dict[str, Callable[[], float]] = {
            "ours, with quantiles": lambda mapping=mapping: 1000 * seconds(lambda: simulated(mapping, draws)),  # type: ignore[misc]
            "drawing and run": lambda mapping=mapping: 1000 * seconds(lambda: batch_run(mapping, draws)),  # type: ignore[misc]
        }
        years, solutions, _ = run(Scenario()).cost_level.shape
        heading = f"{draws:,} draws × {years} years × {solutions} solutions, {title}"
        tables.append(table(heading, interleaved(turns, rounds), base=list(turns)[1]))
    return "\n\n".join(tables)


def looped(frame: pd.DataFrame) -> pd.DataFrame:
    """The quantiles of cost level and need by year, from a loop over the rows of the draws."""
    plain = PlainModel.of(Scenario().figures)
    amounts = np.array(list(frame.apply(lambda row: plain.totals(**row), axis=1))).sum(axis=-1)
    return pd.DataFrame(amounts.reshape(len(frame), -1)).quantile(list(QUANTILES))


def one_by_one(draws: int, rounds: int) -> str:
    """The table of time per draw: ours, and draw by draw in pandas; both give the same quantiles of the same draws."""
    wanted = Wanted(("cost_level", "financing_need"))
    drawing = Drawing.of(ranges(MAIN), Scenario())
    frame = pd.DataFrame(drawing.values(drawing.shares(generator_of(SEED, 0), LOOPED)).T, columns=list(drawing.paths))
    found = simulate(ranges(MAIN), LOOPED, SEED, wanted=wanted)
    apart = np.abs(looped(frame).to_numpy().T.reshape(2, -1, len(QUANTILES)) - found.quantiles())
    ranked = 2 * np.diff(found.quantiles(np.linspace(0, 1, LOOPED)), axis=-1).max()
    np.testing.assert_array_less(apart, ranked, "the pandas loop has other quantiles")
    turns = {
        "ours": lambda: 1e6 * seconds(lambda: simulated(MAIN, draws, wanted)) / draws,
        "pandas, row by row": lambda: 1e6 * seconds(lambda: looped(frame)) / LOOPED,
    }
    return table("one draw among many", interleaved(turns, rounds), base="ours", unit="µs")


def megabytes(draws: int) -> float:
    """What a simulation of so many draws takes of memory at the highest; from a process of its own."""
    command = [sys.executable, "-m", "benchmarks.simulation_memory", str(draws)]
    return float(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout) / MEGABYTE


def measure(rounds: int, thousands: int) -> str:
    """The tables and three sentences."""
    draws = 1000 * thousands
    quick = interleaved({"draws": few, "shares": shares}, rounds)
    memory = {size: median(megabytes(size) for _ in range(rounds)) for size in (draws, 10 * draws)}
    told = ", ".join(f"{size:,} draws {amount:.0f} MB" for size, amount in memory.items())
    return "\n\n".join(
        [
            f"{FEW:,} draws of twelve levers with every quantile: {spread(quick['draws'])} ms.",
            f"Which of twelve levers it comes from, 130,000 runs: {spread(quick['shares'])} ms.",
            many(draws, rounds),
            f"Memory of the whole process at the highest: {told}.",
            one_by_one(draws, rounds),
        ]
    )


if __name__ == "__main__":
    asked = arguments(__doc__, thousands=1000)
    print(measure(asked.rounds, asked.thousands))
