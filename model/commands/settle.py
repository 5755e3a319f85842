"""``settle``: the way of the money, what is paid, spent, returned and held, to years after the plan."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

import numpy as np

from model.answers.settling import LONGEST, QUANTITIES, Settlement, settle
from model.baseline.axes import Array
from model.commands.arguments import add_last_year, baseline_of
from model.commands.rows import Chunk, TidyRows, in_chunks
from model.scenario.scenario import Scenario
from model.scenario.scenario_files import scenarios_of

HELP: Final = "the way of the money: paid, spent, unspent, returned and held, by year and solution"
HELD: Final = QUANTITIES[-1]


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes beside scenarios and output."""
    add_last_year(command, f"default, and at most: {LONGEST} years after the plan's first")


def rows(options: Namespace) -> TidyRows:
    """Year, solution, quantity and amount; the base year, at whose end something is held, comes first.

    Raises ModelError.
    """
    scenarios, is_batch = scenarios_of(options.scenario, options.set, baseline_of(options))
    baseline, last_year = scenarios[0].figures, options.last_year
    last_year = baseline.first_year + LONGEST if last_year is None else last_year
    years = settle(scenarios[:1], last_year).years
    labels = [(baseline.base_year, solution, HELD) for solution in baseline.solutions]
    labels += list(product(years, baseline.solutions, QUANTITIES))
    columns = ("year", "solution", "quantity", "amount_mnok")
    return TidyRows(columns, labels, _chunks(scenarios, last_year), is_batch, scenarios[0].baseline)


def row_amounts(settled: Settlement) -> Array:
    """(scenario, row): the amounts of a settlement in the order of its rows, MNOK."""
    flows = np.stack([*(getattr(settled, name) for name in QUANTITIES[:-1]), settled.held[1:]], axis=2)
    size = flows.shape[-1]
    return np.concatenate([settled.held[0], flows.reshape(-1, size)]).T


def _chunks(scenarios: Sequence[Scenario], last_year: int) -> Iterator[Chunk]:
    for numbers in in_chunks(len(scenarios)):
        yield numbers.start, row_amounts(settle(scenarios[numbers.start : numbers.stop], last_year))
