"""How fast the model is: one scenario with its bridge, and a million scenarios against one multiplication by NumPy.

python -m benchmarks.model_speed [--rounds 5] [--thousands 1000]
"""

import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np
import pandas as pd

from benchmarks.plain_model import PlainModel
from benchmarks.rounds import arguments, interleaved, spread, table
from model import Batch, Result, Scenario, parameters, run
from model.baseline.axes import Array
from pages.levers.lever_rows import MAIN
from tests.browser.serving import ROOT

ONE_BY_ONE = 400  # scenarios for what takes them one by one
REPEATS = 50
TIMES = 3  # a turn is the median of so many
RESULT_ARRAYS = 2  # cost level and financing need
SEED = 1
CLOSE = {"rtol": 1e-12, "atol": 1e-9}


def columns(size: int) -> dict[str, Array]:
    """The four main levers, each spread over its range."""
    draw, known = np.random.default_rng(SEED), parameters(Scenario().figures)
    limits = {name: (float(known[name].low or 0), float(known[name].high or 0)) for name in MAIN}
    return {name: draw.uniform(*ends, size) for name, ends in limits.items()}


def totals(levers: dict[str, Array]) -> Result:
    """Cost level and financing need of a batch."""
    size = len(levers[MAIN[0]])
    return run(Batch.from_columns(levers, size), bridges=False)


def seconds(action: Callable[[], object]) -> float:
    """How long an action takes, the median of a few times."""
    measured = []
    for _ in range(TIMES):
        start = perf_counter()
        action()
        measured.append(perf_counter() - start)
    return median(measured)


def one_scenario() -> float:
    """Milliseconds for one scenario with its bridge."""
    scenario = Scenario(risk_margin=0.04, extra_efficiency=0.01)
    run(scenario)
    return 1000 * seconds(lambda: [run(scenario) for _ in range(REPEATS)]) / REPEATS


def many(size: int, rounds: int) -> str:
    """The table of a million scenarios: ours, and a multiplication over as many numbers as the result has."""
    levers = columns(size)
    years, solutions, _ = run(Scenario()).cost_level.shape
    x, y = (np.ones((RESULT_ARRAYS, years, solutions, size)) for _ in range(2))
    turns = {
        "ours": lambda: 1000 * seconds(lambda: totals(levers)),
        "np.multiply(X, c, out=Y)": lambda: 1000 * seconds(lambda: np.multiply(x, 1.05, out=y)),
    }
    return table(
        f"{size:,} scenarios × {years} years × {solutions} solutions", interleaved(turns, rounds), base=list(turns)[1]
    )


def one_by_one(size: int, rounds: int) -> str:
    """The table of time per scenario: ours in a batch, and scenario by scenario in Python and pandas."""
    levers, few = columns(size), columns(ONE_BY_ONE)
    frame = pd.DataFrame(few)
    rows = [tuple(map(float, row)) for row in zip(*few.values(), strict=True)]
    plain = PlainModel.of(Scenario().figures)
    alone = {
        "a Python loop": lambda: [plain.totals(*row) for row in rows],
        "pandas, row by row": lambda: list(frame.apply(lambda row: plain.totals(**row), axis=1)),
    }
    for result in alone.values():
        _check(totals(few), np.array(result()))
    turns: dict[str, Callable[[], float]] = {"ours": lambda: 1e6 * seconds(lambda: totals(levers)) / size}
    for name, action in alone.items():
        turns[name] = lambda action=action: 1e6 * seconds(action) / ONE_BY_ONE  # type: ignore[misc]
    return table("one scenario among many", interleaved(turns, rounds), base="ours", unit="µs")


def _check(ours: Result, others: Array) -> None:
    """Raises AssertionError where the figures differ; others: (scenario, quantity, year, solution)."""
    both = np.stack([ours.cost_level, ours.financing_need])
    np.testing.assert_allclose(np.moveaxis(others, 0, -1), both, **CLOSE)  # type: ignore[arg-type]


def memory_share(size: int) -> float:
    """Memory beyond levers and result at the highest, as a share of the result's size; from a process of its own."""
    command = [sys.executable, "-m", "benchmarks.model_memory", str(size)]
    return float(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def measure(rounds: int, thousands: int) -> str:
    """The tables and two sentences."""
    size = 1000 * thousands
    one = interleaved({"ours": one_scenario}, rounds)["ours"]
    memory = interleaved({"ours": lambda: memory_share(size)}, rounds)["ours"]
    return "\n\n".join(
        [
            f"One scenario with its bridge: {spread(one)} ms.",
            many(size, rounds),
            f"Memory beyond levers and result: {spread(memory)} of the result's size.",
            one_by_one(size, rounds),
        ]
    )


if __name__ == "__main__":
    asked = arguments(__doc__, thousands=1000)
    print(measure(asked.rounds, asked.thousands))
