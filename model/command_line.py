"""The command line: arguments → scenarios → rows, for analysts and batch runs."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Final, NoReturn

from model.axes import LAST_POSSIBLE_YEAR, PLAN_YEARS
from model.errors import ModelError
from model.output import write_bytes
from model.rows import FORMATS, encoded_run
from model.scenario_files import scenarios_of

REFUSED: Final = 2
READER_GONE: Final = 141
"""What a shell reports for a program whose reader has closed the pipe."""

LONGEST_MESSAGE: Final = 400


class CommandError(ModelError):
    """Arguments that cannot be used."""


class Parser(ArgumentParser):
    """A parser that raises instead of printing its usage: an error is one line."""

    def error(self, message: str) -> NoReturn:
        raise CommandError(message)


def main(arguments: Sequence[str]) -> int:
    """Runs a command and gives its exit code: 0, or 2 after one line on standard error and nothing written."""
    try:
        options = parser().parse_args(arguments)
        options.command(options)
        return 0
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to write to at exit
        return READER_GONE
    except (ModelError, OSError) as error:
        line = " ".join(str(error).split())
        print(f"{line[: LONGEST_MESSAGE - 1]}…" if len(line) > LONGEST_MESSAGE else line, file=sys.stderr)
        return REFUSED


def parser() -> Parser:
    """The commands and their arguments."""
    commands = Parser(prog="python -m model", description=__doc__, allow_abbrev=False)
    names = commands.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser)
    command = names.add_parser("run", help="cost level, financing need and bridge by year", allow_abbrev=False)
    add_scenario_arguments(command)
    command.add_argument(
        "--last-year",
        type=int,
        default=PLAN_YEARS[-1],
        metavar="YEAR",
        help=f"last year of the result, {PLAN_YEARS[0]} to {LAST_POSSIBLE_YEAR} (default {PLAN_YEARS[-1]})",
    )
    add_output_arguments(command)
    command.set_defaults(command=run_command)
    return commands


def add_scenario_arguments(command: ArgumentParser) -> None:
    """Where the scenarios come from."""
    command.add_argument(
        "--scenario", metavar="FILE", help="a scenario in JSON, a batch in JSON Lines (.jsonl), or - for standard input"
    )
    command.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="PATH=VALUE",
        help="a value in JSON at a path, such as risk_margin=0.04 or measures.sikkerhet.enabled=true; repeatable",
    )


def add_output_arguments(command: ArgumentParser) -> None:
    """Where the rows go."""
    command.add_argument("--format", choices=FORMATS, default=FORMATS[0], help="csv (default), json or parquet")
    command.add_argument("--output", metavar="FILE", help="where the result goes; standard output otherwise")


def run_command(options: Namespace) -> None:
    """The command ``run``: every component of every bridge."""
    scenarios, is_batch = scenarios_of(options.scenario, options.set)
    if options.format == "parquet" and options.output is None and sys.stdout.isatty():
        raise CommandError("parquet is binary and would not be readable here; give --output.")
    write_bytes(options.output, encoded_run(scenarios, options.last_year, options.format, is_batch))
