"""``sensitivity``: what one lever at a time does to a figure, from the low end of its range to the high."""

from argparse import ArgumentParser, Namespace
from dataclasses import astuple, fields
from typing import Final

from model.commands.arguments import add_own_data, add_quantity, baseline_of, own_data_of
from model.commands.table import TableRows
from model.commands.uncertainty import add_ranges, add_year, check_bases, first_columns, numbered, ranges_of
from model.scenario.scenario_files import scenarios_of
from model.uncertainty.quantity_rows import Figure
from model.uncertainty.sensitivity import LeverEffect, sensitivity

HELP: Final = "what each lever's range does to a figure, one at a time: P5 and P95 of the lever; nothing is drawn"


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes beside scenarios and output."""
    add_ranges(command)
    add_year(command)
    add_quantity(command)
    add_own_data(command)


def rows(options: Namespace) -> TableRows:
    """Lever, its low and high, and the effect of each, the widest first. Raises ModelError."""
    scenarios, is_batch = scenarios_of(options.scenario, options.set, baseline_of(options))
    ranges, figure = ranges_of(options, scenarios[0].figures), Figure(options.quantity, own=own_data_of(options))
    check_bases(scenarios, ranges, options.scenario, is_batch=is_batch)
    found = [
        [astuple(effect) for effect in sensitivity(ranges, options.year, scenario, figure)] for scenario in scenarios
    ]
    columns = (*first_columns(is_batch=is_batch), *(each.name for each in fields(LeverEffect)))
    return TableRows(columns, numbered(found, is_batch=is_batch))
