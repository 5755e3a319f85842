"""Files to take along of a scenario: data, a picture, slides, a workbook, a report, or all of them."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from exports.makers import COMMANDS, DATA_FORMATS, PICTURE_FORMATS
from exports.subject import Subject, subject_of
from model import Question
from model.answers.question import PRICES
from model.commands.arguments import add_own_data, add_scenario, baseline_of, own_data_of
from model.commands.command_line import CommandError, Parser, exit_code
from model.commands.output import write_bytes
from model.payers import organisations
from model.payers.search_keys import successors
from model.scenario.scenario_files import scenario_of, scenarios_of
from model.scenario.versions import prices_named
from texts import KNOWN, LANGUAGES

ENDINGS: Final = {"csv_plain": "csv"}
"""Format → how the name of its file ends, where that is not the format's own name."""

YEARS: Final = range(1980, 2100)
"""When a file can have been made: a ZIP begins with 1980."""


def main(argv: Sequence[str]) -> int:
    """Makes a file and gives the exit code: 0, or 2 after one line on standard error and nothing written."""
    return exit_code(lambda: write(parser().parse_args(argv)))


def write(options: Namespace) -> None:
    """Makes the file and writes it where it is to go. Raises ModelError."""
    _check(options)
    options.form = _form(options)
    content = options.make(_subject(options), options)
    if options.output is None and sys.stdout.isatty():
        raise CommandError("the file would not be readable here; give --output.")
    write_bytes(options.output, [content])


def parser() -> Parser:
    """The parser of ``python -m exports``: each kind of file with what it takes."""
    commands = Parser(prog="python -m exports", description=__doc__, allow_abbrev=False)
    names = commands.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser)
    for name, (make, forms, words) in COMMANDS.items():
        taking = names.add_parser(name, help=words, allow_abbrev=False)
        add_scenario(taking)
        add_own_data(taking)
        _add_view(taking)
        if name == "data":
            taking.add_argument("--format", choices=DATA_FORMATS, help="otherwise as the output's name ends, or zip")
            taking.add_argument("--table", metavar="NAME", help="the table, for csv, csv_plain and parquet")
        if name == "picture":
            taking.add_argument("--format", choices=PICTURE_FORMATS, help="otherwise as the output's name ends, or svg")
            taking.add_argument("--figure", default="bridge", metavar="NAME", help="such as bridge_helsenorge, plan")
        if name in ("picture", "deck", "all"):
            taking.add_argument("--theme", metavar="FILE", help="colours and fonts of the slides, in TOML")
        taking.set_defaults(make=make, forms=forms)
    return commands


def _languages() -> str:
    """What the languages are called: «Bokmål, Nynorsk or English»."""
    *first, last = (language.name for language in KNOWN.values())
    return f"{', '.join(first)} or {last}"


def _add_view(command: Parser) -> None:
    """What every command takes beside the scenario."""
    command.add_argument("--output", metavar="FILE", help="where the file goes; standard output otherwise")
    command.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help=_languages())
    command.add_argument(
        "--prices",
        type=prices_named,
        choices=PRICES,
        default=PRICES[0],
        help="the scenario's own, or fixed kroner of the base year",
    )
    command.add_argument("--year", type=int, help="the bridges' year, of the plan (default: its first)")
    command.add_argument("--against", metavar="FILE", help="the scenario compared with, in JSON; else the published")
    command.add_argument("--us", default="", metavar="PAYER", help="an RHF's name or a municipality's number")
    command.add_argument("--address", default="", metavar="URL", help="where the tool is served, for the link")
    command.add_argument("--created", metavar="TIME", help="what the file says of its making: YYYY-MM-DDTHH:MM")


def _subject(options: Namespace) -> Subject:
    """What the arguments ask for. Raises ModelError."""
    scenarios, is_batch = scenarios_of(options.scenario, options.set, baseline_of(options))
    if is_batch:
        raise CommandError(f"{options.scenario} is a batch; one scenario is needed here, in JSON.")
    figures = scenarios[0].figures
    against = None if options.against is None else scenario_of(options.against, figures)
    year = figures.first_year if options.year is None else options.year
    if year not in figures.plan_years:
        known = ", ".join(map(str, figures.plan_years))
        raise CommandError(f"--year is {year}; the plan of {figures.id} is of {known}.")
    question = Question(scenarios[0], against, options.prices, year, options.us, own_data_of(options))
    return subject_of(question, _created(options), options.language, options.address)


def _check(options: Namespace) -> None:
    """Raises CommandError for an argument that says nothing, or of what does not exist."""
    for argument in ("output", "against", "theme", "municipal_key_file", "vkp_users"):
        if getattr(options, argument, None) == "":
            raise CommandError(f"--{argument.replace('_', '-')} is empty; write the name of a file.")
    if options.address and urlsplit(options.address).scheme not in ("http", "https"):
        raise CommandError(f"--address is {options.address!r}; it must begin with https:// or http://.")
    if options.us not in ("", *organisations()):
        now = successors(options.us)
        former = f"; {options.us} is now {now}" if now else ""
        raise CommandError(f"--us is {options.us!r}; write an RHF's name or the number of a municipality{former}.")


def _created(options: Namespace) -> datetime:
    """What the file says of its making. Raises CommandError where it is no time, or of a year that no file holds."""
    if not options.created:
        return datetime.now().astimezone()
    try:
        created = datetime.fromisoformat(options.created)
    except ValueError as error:
        raise CommandError(f"--created is {options.created!r}; write a time as YYYY-MM-DDTHH:MM.") from error
    if created.year not in YEARS:
        raise CommandError(f"--created is in {created.year}; it must lie between {YEARS[0]} and {YEARS[-1]}.")
    return created


def _form(options: Namespace) -> str:
    """The format that is asked for, that the output's name ends with, or the first.

    Raises CommandError where the name ends as that of another kind of file; it may have no ending.
    """
    ending = Path(options.output or "").suffix.lower().removeprefix(".")
    wanted = getattr(options, "format", None)
    allowed = {ENDINGS.get(form, form): form for form in reversed([wanted] if wanted else options.forms)}
    if ending and ending not in allowed:
        known = " or ".join(f".{extension}" for extension in reversed(allowed))
        raise CommandError(f"--output is {options.output!r}; the file's name must end with {known}, or have no ending.")
    return str(wanted or allowed.get(ending) or options.forms[0])
