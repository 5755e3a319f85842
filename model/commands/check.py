"""``check``: whether a workbook can be a baseline, and what in it does not add up."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import Final

from model.baseline.installed import baseline_from
from model.commands.arguments import add_output
from model.commands.table import TableRows, encoded_table

HELP: Final = "whether a workbook can be a baseline, and what it prints beside what its own figures give"

COLUMNS: Final = ("source", "table", "cell", "printed", "recomputed", "difference", "explained_by_rounding", "cause")


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes."""
    command.add_argument("file", metavar="FILE.xlsx", help="the workbook; an id or a folder is checked too")
    add_output(command)


def parts(options: Namespace) -> Iterable[bytes]:
    """Every printed sum and every printed cell, recomputed. Raises ModelError for what cannot be a baseline."""
    from model.checks.own_sums import check  # here, for the other commands do without

    rows = [tuple(getattr(each, name) for name in COLUMNS) for each in check(baseline_from(options.file))]
    return encoded_table(TableRows(COLUMNS, rows), options.format)
