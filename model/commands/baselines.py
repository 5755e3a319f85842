"""``baselines``: what is installed."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import Final

from model.baseline.installed import baseline, installed
from model.commands.arguments import add_output
from model.commands.table import TableRows, encoded_table
from model.reading.languages import LANGUAGES

HELP: Final = "the baselines that are installed, the newest first"
COLUMNS: Final = ("id", "title", "base_year", "first_year", "last_year")


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes."""
    add_output(command)


def parts(options: Namespace) -> Iterable[bytes]:
    """A row for each baseline, its title in bokmål. Raises ModelError where one is damaged."""
    known = [baseline(name) for name in installed()]
    rows = [(each.id, each.title[LANGUAGES[0]], each.base_year, each.first_year, each.last_year) for each in known]
    return encoded_table(TableRows(COLUMNS, rows), options.format)
