"""``check``: whether a workbook can be a baseline, and what in it does not add up."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import Final

from model.baseline.installed import baseline_from
from model.commands.arguments import add_output
from model.commands.reconcile import checked_rows
from model.commands.table import encoded_table

HELP: Final = "whether a workbook can be a baseline, and what it prints beside what its own figures give"


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes."""
    command.add_argument("file", metavar="FILE.xlsx", help="the workbook; an id or a folder is checked too")
    add_output(command)


def parts(options: Namespace) -> Iterable[bytes]:
    """The rows of ``reconcile``. Raises ModelError for what cannot be a baseline."""
    return encoded_table(checked_rows(baseline_from(options.file)), options.format)
