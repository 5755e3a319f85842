"""The arguments that commands share."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from model.answers.own_data import OwnData
from model.answers.quantities import FINANCING_NEED, QUANTITIES
from model.baseline.baseline import Baseline
from model.baseline.installed import baseline_from
from model.commands.rows import FORMATS
from model.payers import FileNote, PayerKeys, file_content, read_municipal_key, read_vkp_users
from model.reading.errors import ModelError, shown
from model.scenario.scenario import Scenario


def add_scenario(command: ArgumentParser) -> None:
    """Adds ``--baseline``, ``--scenario`` and ``--set``: where the scenarios come from."""
    command.add_argument(
        "--baseline",
        metavar="ID|FOLDER|FILE.xlsx",
        help="the baseline of scenarios that name none; those that name one must name this (default: the newest)",
    )
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


def content_of(file: str) -> bytes:
    """What stands in a file that an argument names. Raises ModelError."""
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise ModelError(f"{file} cannot be read: {error.strerror}.") from error


def baseline_of(options: Namespace) -> Baseline | None:
    """What ``--baseline`` gives, None without it. Raises ModelError."""
    return None if options.baseline is None else baseline_from(options.baseline)


def add_own_data(command: ArgumentParser) -> None:
    """Adds ``--municipal-key-file`` and ``--vkp-users``: files in place of what the model knows of payers."""
    command.add_argument(
        "--municipal-key-file",
        metavar="FILE",
        help="an official key between the municipalities: CSV or XLSX with kommunenummer and indeks (or andel); "
        "takes the place of municipal_key in every scenario",
    )
    command.add_argument(
        "--vkp-users",
        metavar="FILE",
        help="the municipalities that use VKP and pay half of it: CSV or XLSX with kommunenummer; "
        "without it all pay all",
    )


def own_data_of(options: Namespace) -> OwnData:
    """What the arguments of ``add_own_data`` give; how a file was read is said on standard error. Raises ModelError."""
    key, users, unread = options.municipal_key_file, options.vkp_users, (None, FileNote())
    municipal_key, key_note = unread if key is None else read_municipal_key(file_content(key), key)
    vkp_users, vkp_note = unread if users is None else read_vkp_users(file_content(users), users)
    own = OwnData(municipal_key, key_note, vkp_users, Path(users or "").name, vkp_note)
    PayerKeys.of(Scenario(), municipal_key, vkp_users)  # a key that leaves the users nothing is refused at once
    for file, note in ((key, key_note), (users, vkp_note)):
        _say(Path(file or "").name, note)
    return own


def _say(name: str, note: FileNote) -> None:
    """Which sheet of a file was read, and what was passed over."""
    if note.sheet:
        print(f"{name}: read from {shown(note.sheet)}, the first visible sheet with cells.", file=sys.stderr)
    if note.passed_over:
        first = f"{len(note.passed_over)}, the first is {note.passed_over[0]}"
        print(f"{name}: lines without a municipality's number are not read: {first}.", file=sys.stderr)


def add_quantity(command: ArgumentParser, known: Sequence[str] = QUANTITIES) -> None:
    """Adds ``--quantity``: the figure that is asked about; known: those with a name of their own."""
    command.add_argument(
        "--quantity",
        default=FINANCING_NEED,
        metavar="NAME",
        help=f"{', '.join(known)}, an RHF's name or a municipality's number (default {FINANCING_NEED})",
    )


def add_last_year(command: ArgumentParser, default: str = "default: the plan's last") -> None:
    """Adds ``--last-year``: how far the result goes. default: in words, with what is allowed where that is more."""
    command.add_argument("--last-year", type=int, metavar="YEAR", help=f"last year of the result ({default})")


def add_output(command: ArgumentParser) -> None:
    """Adds ``--format`` and ``--output``: in what form the rows are written, and where."""
    command.add_argument("--format", choices=FORMATS, default=FORMATS[0], help="csv (default), json or parquet")
    command.add_argument("--output", metavar="FILE", help="where the result goes; standard output otherwise")
