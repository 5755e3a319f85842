"""``solve``: the value of a lever that brings a figure to a target, or keeps it closest to one over several years."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import Final, TypeVar

import numpy as np

from model.answers.own_data import OwnData
from model.answers.solving import solve
from model.answers.solving_path import solve_path
from model.commands.arguments import add_own_data, add_quantity, baseline_of, own_data_of
from model.commands.rows import TidyRows
from model.commands.table import TableRows, Value
from model.reading.errors import ScenarioError
from model.scenario.scenario import Scenario
from model.scenario.scenario_files import ScenarioFileError, scenarios_of

HELP: Final = "the value of a lever that brings a year's cost level, financing need or payment to a target"
PATH_COLUMNS: Final = ("lever", "year", "value", "target_mnok", "attained_mnok", "missed_mnok")

Found = TypeVar("Found")


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes beside scenarios and output."""
    command.add_argument("--lever", required=True, metavar="PATH", help="the lever, such as risk_margin")
    command.add_argument("--target", required=True, type=float, metavar="MNOK", help="what the quantity is to be")
    command.add_argument("--year", required=True, type=int, help="the year it is to be so")
    command.add_argument("--to", type=int, metavar="YEAR", help="in each year to this one, with the smallest miss")
    add_quantity(command)
    add_own_data(command)


def rows(options: Namespace) -> TidyRows | TableRows:
    """Lever and value; of several years what each attains and misses. Raises ModelError."""
    scenarios, is_batch = scenarios_of(options.scenario, options.set, baseline_of(options))
    own = own_data_of(options)
    if options.to is None:
        values = _each(options, scenarios, is_batch, lambda scenario: [_value(options, scenario, own)])
        return TidyRows(
            ("lever", "value"), [(options.lever,)], [(0, np.array(values))], is_batch, scenarios[0].baseline
        )
    found = _each(options, scenarios, is_batch, lambda scenario: _path(options, scenario, own))
    lines = [(*([number] if is_batch else []), *row) for number, of_one in enumerate(found) for row in of_one]
    return TableRows(("scenario", *PATH_COLUMNS) if is_batch else PATH_COLUMNS, lines)


def _each(
    options: Namespace, scenarios: list[Scenario], is_batch: bool, answer: Callable[[Scenario], Found]
) -> list[Found]:
    """The answer for each scenario. Raises ModelError, for a batch with the line of the scenario."""
    found = []
    for line, scenario in enumerate(scenarios, start=1):
        try:
            found.append(answer(scenario))
        except ScenarioError as error:
            if not is_batch:
                raise
            raise ScenarioFileError(f"{options.scenario}, line {line}: {error}") from error
    return found


def _value(options: Namespace, scenario: Scenario, own: OwnData) -> float | int:
    return solve(options.lever, options.target, options.year, options.quantity, scenario, own=own).value


def _path(options: Namespace, scenario: Scenario, own: OwnData) -> list[tuple[Value, ...]]:
    """A row for each year. Raises ScenarioError, also for years that go backwards."""
    last = scenario.figures.last_year
    if not options.year <= options.to <= last:
        raise ScenarioError("to", options.to, "range", (options.year, last))
    targets = dict.fromkeys(range(options.year, options.to + 1), options.target)
    found = solve_path(options.lever, targets, options.quantity, scenario, own=own)
    return [
        (found.lever, year, found.value, options.target, found.attained[year], found.missed[year])
        for year in found.attained
    ]
