"""``run``: every component of every bridge."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

import numpy as np

from model.baseline.axes import COMPONENTS, Array
from model.commands.arguments import add_last_year, baseline_of
from model.commands.rows import Chunk, TidyRows, in_chunks
from model.equations.result import Result
from model.equations.steps import run
from model.scenario.scenario import Scenario
from model.scenario.scenario_files import scenarios_of

HELP: Final = "cost level, financing need and bridge by year"
ROW_COMPONENTS: Final = (*COMPONENTS, "unspent", "shortfall")


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes beside scenarios and output."""
    add_last_year(command)


def rows(options: Namespace) -> TidyRows:
    """Year, solution, component and amount. Raises ModelError."""
    scenarios, is_batch = scenarios_of(options.scenario, options.set, baseline_of(options))
    years = run(scenarios[:1], options.last_year).years
    labels = list(product(years, scenarios[0].figures.solutions, ROW_COMPONENTS))
    columns = ("year", "solution", "component", "amount_mnok")
    return TidyRows(columns, labels, _chunks(scenarios, options.last_year), is_batch, scenarios[0].baseline)


def row_amounts(result: Result) -> Array:
    """(scenario, row): the amounts of a result in the order of its rows, MNOK."""
    amounts = result.amounts()
    stacked = np.stack([amounts[name] for name in ROW_COMPONENTS], axis=2)
    return stacked.reshape(-1, stacked.shape[-1]).T


def _chunks(scenarios: Sequence[Scenario], last_year: int | None) -> Iterator[Chunk]:
    for numbers in in_chunks(len(scenarios)):
        yield numbers.start, row_amounts(run(scenarios[numbers.start : numbers.stop], last_year))
