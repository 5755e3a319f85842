"""``importance``: which levers the uncertainty of a figure comes from."""

from argparse import ArgumentParser, Namespace
from dataclasses import astuple, fields
from typing import Final

from model.commands.arguments import add_own_data, add_quantity, baseline_of, own_data_of
from model.commands.table import TableRows
from model.commands.uncertainty import add_ranges, add_year, check_bases, first_columns, numbered, ranges_of
from model.scenario.scenario_files import scenarios_of
from model.uncertainty.importance import LeverShare, importance
from model.uncertainty.quantity_rows import Figure

HELP: Final = "which levers the uncertainty of a figure comes from: the part of its variance that each brings"


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes beside scenarios and output."""
    add_ranges(command)
    add_year(command)
    add_quantity(command)
    add_own_data(command)


def rows(options: Namespace) -> TableRows:
    """Lever and its share, the largest first. Raises ModelError."""
    scenarios, is_batch = scenarios_of(options.scenario, options.set, baseline_of(options))
    ranges, figure = ranges_of(options, scenarios[0].figures), Figure(options.quantity, own=own_data_of(options))
    check_bases(scenarios, ranges, options.scenario, is_batch=is_batch)
    found = [
        [astuple(lever) for lever in importance(ranges, options.draws, options.seed, options.year, scenario, figure)]
        for scenario in scenarios
    ]
    columns = (*first_columns(is_batch=is_batch), *(each.name for each in fields(LeverShare)))
    return TableRows(columns, numbered(found, is_batch=is_batch))
