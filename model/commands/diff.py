"""``diff``: what has changed from one baseline to another."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import Final

from model.baseline.installed import baseline_from
from model.commands.arguments import add_output
from model.commands.table import encoded_table, of_records

HELP: Final = "what has changed from one baseline to another, the model's quantities and the printed cells"


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes."""
    for name in ("a", "b"):
        command.add_argument(name, metavar=name.upper(), help="a baseline: an id, a folder or a workbook")
    add_output(command)


def parts(options: Namespace) -> Iterable[bytes]:
    """A row for each figure that both have. Raises ModelError."""
    from model.checks.changed_cells import ChangedCell, diff  # here, for the other commands do without

    cells = diff(baseline_from(options.a), baseline_from(options.b))
    return encoded_table(of_records(ChangedCell, cells), options.format)
