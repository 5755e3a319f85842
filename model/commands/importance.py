"""``importance``: which levers the uncertainty of a figure comes from."""

from argparse import ArgumentParser, Namespace
from typing import Final

from model.commands.arguments import own_data_of
from model.commands.table import TableRows
from model.commands.uncertainty import add_figure, table_of

HELP: Final = "which levers the uncertainty of a figure comes from: the part of its variance that each brings"


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes beside scenarios and output."""
    add_figure(command)


def rows(options: Namespace) -> TableRows:
    """Lever and its share, the largest first. Raises ModelError."""
    from model.uncertainty import Figure, LeverShare, importance

    figure, draws, seed = Figure(options.quantity, own=own_data_of(options)), options.draws, options.seed
    return table_of(
        options, LeverShare, lambda ranges, scenario: importance(ranges, draws, seed, options.year, scenario, figure)
    )
