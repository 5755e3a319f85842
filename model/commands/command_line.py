"""The command line: arguments → scenarios → rows, for analysts and batch runs."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final, NoReturn

from model.commands import (
    arguments,
    attribute,
    baselines,
    check,
    diff,
    explain,
    importance,
    install,
    invest,
    payers,
    reconcile,
    run,
    sensitivity,
    settle,
    simulate,
    solve,
    template,
)
from model.commands.output import write_bytes
from model.commands.rows import TidyRows, encoded
from model.commands.table import TableRows, encoded_table
from model.reading.errors import ModelError

COMMANDS: Final = {
    "run": run,
    "payers": payers,
    "attribute": attribute,
    "solve": solve,
    "settle": settle,
    "simulate": simulate,
    "sensitivity": sensitivity,
    "importance": importance,
    "invest": invest,
}
"""The commands that answer for scenarios, in rows."""

WITH_PARTS: Final = {
    "explain": explain,
    "baselines": baselines,
    "template": template,
    "check": check,
    "reconcile": reconcile,
    "install": install,
    "diff": diff,
}
"""The commands that are about one figure or about baselines themselves; ``parts`` makes the bytes of their output."""

REFUSED: Final = 2
READER_GONE: Final = 141
"""What a shell reports for a program whose reader has closed the pipe."""

LONGEST_MESSAGE: Final = 400


class CommandError(ModelError):
    """Arguments that cannot be used; its text is the one line that standard error gets."""


class Parser(ArgumentParser):
    """A parser that raises instead of printing its usage: an error is one line."""

    def error(self, message: str) -> NoReturn:
        """Raises CommandError with the parser's own message."""
        raise CommandError(message)


def main(argv: Sequence[str]) -> int:
    """Runs the command that ``argv`` asks for and gives its exit code: 0, 2 where it is refused."""
    return exit_code(lambda: write(parser().parse_args(argv)))


def exit_code(work: Callable[[], None]) -> int:
    """What ``work`` ends with: 0, or 2 after one line on standard error."""
    try:
        work()
        return 0
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to write to at exit
        return READER_GONE
    except (ModelError, OSError) as error:
        line = " ".join(str(error).split())
        print(f"{line[: LONGEST_MESSAGE - 1]}…" if len(line) > LONGEST_MESSAGE else line, file=sys.stderr)
        return REFUSED


def parser() -> Parser:
    """The parser of ``python -m model``: each command with what it takes."""
    commands = Parser(prog="python -m model", description=__doc__, allow_abbrev=False)
    names = commands.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser)
    for name, command in COMMANDS.items():
        taking = names.add_parser(name, help=command.HELP, allow_abbrev=False)
        arguments.add_scenario(taking)
        command.add_arguments(taking)
        arguments.add_output(taking)
        taking.set_defaults(parts=partial(_encoded, command.rows))
    for name, with_parts in WITH_PARTS.items():
        taking = names.add_parser(name, help=with_parts.HELP, allow_abbrev=False)
        with_parts.add_arguments(taking)
        taking.set_defaults(parts=with_parts.parts)
    return commands


def write(options: Namespace) -> None:
    """Makes the output of a command and writes it where it is to go. Raises ModelError and OSError."""
    parts = options.parts(options)
    if getattr(options, "format", "") == "parquet" and options.output is None and sys.stdout.isatty():
        raise CommandError("parquet is binary and would not be readable here; give --output.")
    write_bytes(options.output, parts)


def _encoded(rows: Callable[[Namespace], TidyRows | TableRows], options: Namespace) -> Iterable[bytes]:
    found = rows(options)
    return encoded(found, options.format) if isinstance(found, TidyRows) else encoded_table(found, options.format)
