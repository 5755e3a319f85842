"""``template``: the workbook that a baseline is filled in with."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import Final

from model.baseline.installed import newest, sheets_from

HELP: Final = "a workbook to fill in: the layout of a baseline, moved one year on"


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes."""
    command.add_argument(
        "--baseline", metavar="ID|FOLDER|FILE.xlsx", help="the baseline that it is laid out as (default: the newest)"
    )
    command.add_argument("--filled", action="store_true", help="with that baseline's own years and figures")
    command.add_argument("--output", metavar="FILE.xlsx", required=True, help="where the workbook goes")


def parts(options: Namespace) -> Iterable[bytes]:
    """The workbook. Raises ModelError and OSError."""
    from model.template import template  # here, for the other commands do without

    return [template(sheets_from(newest() if options.baseline is None else options.baseline), options.filled)]
