"""``sensitivity``: what one lever at a time does to a figure, from the low end of its range to the high."""

from argparse import ArgumentParser, Namespace
from typing import Final

from model.commands.arguments import own_data_of
from model.commands.table import TableRows
from model.commands.uncertainty import add_figure, table_of

HELP: Final = "what each lever's range does to a figure, one at a time: P5 and P95 of the lever; nothing is drawn"


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes beside scenarios and output."""
    add_figure(command)


def rows(options: Namespace) -> TableRows:
    """Lever, its low and high, and the effect of each, the widest first. Raises ModelError."""
    from model.uncertainty import Figure, LeverEffect, sensitivity

    figure = Figure(options.quantity, own=own_data_of(options))
    return table_of(options, LeverEffect, lambda ranges, scenario: sensitivity(ranges, options.year, scenario, figure))
