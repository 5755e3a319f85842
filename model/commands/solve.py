"""``solve``: the value of a lever that brings a figure to a target."""

from argparse import ArgumentParser, Namespace
from typing import Final

import numpy as np

from model.answers.own_data import OwnData
from model.answers.solving import solve
from model.commands.arguments import add_own_data, add_quantity, baseline_of, own_data_of
from model.commands.rows import TidyRows
from model.reading.errors import ScenarioError
from model.scenario.scenario import Scenario
from model.scenario.scenario_files import ScenarioFileError, scenarios_of

HELP: Final = "the value of a lever that brings a year's cost level, financing need or payment to a target"


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes beside scenarios and output."""
    command.add_argument("--lever", required=True, metavar="PATH", help="the lever, such as risk_margin")
    command.add_argument("--target", required=True, type=float, metavar="MNOK", help="what the quantity is to be")
    command.add_argument("--year", required=True, type=int, help="the year it is to be so")
    add_quantity(command)
    add_own_data(command)


def rows(options: Namespace) -> TidyRows:
    """Lever and value. Raises ModelError, for a batch with the line of the scenario."""
    scenarios, is_batch = scenarios_of(options.scenario, options.set, baseline_of(options))
    own, values = own_data_of(options), []
    for line, scenario in enumerate(scenarios, start=1):
        try:
            values.append([_value(options, scenario, own)])
        except ScenarioError as error:
            if not is_batch:
                raise
            raise ScenarioFileError(f"{options.scenario}, line {line}: {error}") from error
    return TidyRows(("lever", "value"), [(options.lever,)], [(0, np.array(values))], is_batch, scenarios[0].baseline)


def _value(options: Namespace, scenario: Scenario, own: OwnData) -> float | int:
    return solve(options.lever, options.target, options.year, options.quantity, scenario, own=own).value
