"""How long it takes to say what changed and why, and to meet a target.

python -m benchmarks.attribution [--rounds 5]
"""

from collections.abc import Callable, Mapping
from itertools import product
from statistics import median
from typing import Any

import numpy as np

from benchmarks.model_speed import seconds
from benchmarks.rounds import arguments, interleaved, spread, table
from model import Scenario, attribute, run, solve
from model.answers.mixtures import KEYS, LEVER_GROUPS
from model.answers.shapley import shapley_values
from model.baseline.axes import Array

MOVED: Mapping[str, Mapping[str, Any]] = {
    "margin": {"risk_margin": 0.03},
    "index": {"index_rate": 0.03},
    "efficiency": {"extra_efficiency": 0.01},
    "volume": {"extra_volume": 0.02},
    "investment": {"investment_realisation": 0.8},
    "measures": {"measures": {"fm_avvikling": {"enabled": False}, "ehds": {"enabled": True, "amount_mnok": 60}}},
    "unspent": {"underspend_rate": 0.03, "underspend_returned": 0.9},
}
"""Every group that moves a need but ``timing``, which differs by working from the plan's second year."""

TARGETS = {  # a lever with a value that it is to be found at, in the plan's last year
    "risk_margin": 0.06,
    "extra_efficiency": 0.03,
    "index_rate": 0.02,
    "underspend_rate": 0.07,
    "measures.ehds.amount_mnok": 90.0,
    "by_solution.helsenorge.extra_volume": 0.04,
}
REPEATS = 20


def moved() -> Mapping[str, Mapping[str, Any]]:
    """Group → the fields in which it differs from the published figures."""
    return {**MOVED, "timing": {"first_year": Scenario().figures.plan_years[1]}}


def everything() -> Scenario:
    """The scenario in which every group differs."""
    return Scenario(**{field: value for fields in moved().values() for field, value in fields.items()})


def one_by_one() -> Array:
    """(year, solution, group): the same attribution from a run for each of the 2^8 mixtures."""
    needs, of_group = [], moved()
    groups = tuple(reversed([group for group in LEVER_GROUPS if group != KEYS]))
    for chosen in product((False, True), repeat=len(groups)):
        fields = [of_group[group] for group, is_chosen in zip(groups, chosen, strict=True) if is_chosen]
        mixture = Scenario(**{field: value for own in fields for field, value in own.items()})
        needs.append(run(mixture, bridges=False).financing_need[..., 0])
    parts = shapley_values(np.stack(needs, axis=-1))
    return np.concatenate([parts, np.zeros((*parts.shape[:2], 1))], axis=-1)  # keys move no need


def milliseconds(action: Callable[[], object]) -> float:
    """One of many."""
    return 1000 * seconds(lambda: [action() for _ in range(REPEATS)]) / REPEATS


def attributions(rounds: int) -> str:
    """The table of an attribution over eight groups, in one batch and scenario by scenario."""
    scenario, published = everything(), Scenario()
    np.testing.assert_allclose(attribute(scenario, published).amounts, one_by_one(), rtol=0, atol=1e-9)
    turns = {
        "ours, one batch": lambda: milliseconds(lambda: attribute(scenario, published)),
        "a run for each of 256 mixtures": lambda: 1000 * seconds(one_by_one),
    }
    return table("attribution over 8 groups, all years", interleaved(turns, rounds), base=next(iter(turns)))


def unfolded(rounds: int) -> str:
    """A sentence: the same with measures and unspent money one by one."""
    scenario, published = everything(), Scenario()
    groups = ("measures", "unspent")
    measured = interleaved(
        {"ours": lambda: milliseconds(lambda: attribute(scenario, published, unfold=groups))}, rounds
    )
    return f"With measures and unspent money one by one: {spread(measured['ours'])} ms."


def targets(rounds: int) -> str:
    """A sentence: the slowest of some levers, by its median."""
    start = everything()
    year = start.figures.plan_years[-1]
    wanted = {
        lever: float(run(start.with_value(lever, value)).financing_need[-1].sum()) for lever, value in TARGETS.items()
    }
    turns = {
        lever: lambda lever=lever: milliseconds(lambda: solve(lever, wanted[lever], year, scenario=start))  # type: ignore[misc]
        for lever in TARGETS
    }
    measured = interleaved(turns, rounds)
    slowest = max(measured, key=lambda lever: median(measured[lever]))
    return f"A target met by one of {len(TARGETS)} levers, the slowest ({slowest}): {spread(measured[slowest])} ms."


def measure(rounds: int) -> str:
    """The table and two sentences."""
    return "\n\n".join([attributions(rounds), unfolded(rounds), targets(rounds)])


if __name__ == "__main__":
    print(measure(arguments(__doc__).rounds))
