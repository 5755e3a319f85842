"""``payers``: what each RHF, municipality and undivided group pays."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from model.axes import Array
from model.commands.arguments import add_last_year
from model.errors import shown
from model.rows import Table, in_chunks
from model.scenario_files import scenarios_of
from model.steps import run

if TYPE_CHECKING:
    from model.payers import FileNote

HELP: Final = "what each RHF, municipality and other group pays by year"


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes beside scenarios and output."""
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
    add_last_year(command)


def table(options: Namespace) -> Table:
    """Year, payer group, payer and amount. Raises ModelError."""
    # here, for it takes a tenth of the time of ``run``, which does without
    from model.payers import FileNote, PayerKeys, file_content, payers, payments, read_municipal_key, read_vkp_users

    scenarios, is_batch = scenarios_of(options.scenario, options.set)
    years = run(scenarios[:1], options.last_year, bridges=False).years
    key_file, users_file, untold = options.municipal_key_file, options.vkp_users, (None, FileNote())
    key, key_note = untold if key_file is None else read_municipal_key(file_content(key_file), key_file)
    users, users_note = untold if users_file is None else read_vkp_users(file_content(users_file), users_file)
    PayerKeys.of(scenarios[:1], key, users)  # a key that leaves the users nothing is refused before anything is written
    _say(key_file, key_note)
    _say(users_file, users_note)

    def amounts(numbers: range) -> Array:
        chunk = scenarios[numbers.start : numbers.stop]
        paid = payments(run(chunk, options.last_year, bridges=False), PayerKeys.of(chunk, key, users)).by_payer()
        return paid.reshape(-1, len(chunk)).T

    labels = [(year, payer.group, payer.id) for year in years for payer in payers()]
    chunks = ((numbers.start, amounts(numbers)) for numbers in in_chunks(len(scenarios)))
    return Table(("year", "payer_group", "payer", "amount_mnok"), labels, chunks, is_batch)


def _say(file: str | None, note: "FileNote") -> None:
    """On standard error, which sheet of a file was read and what was passed over."""
    name = Path(file or "").name
    if note.sheet:
        print(f"{name}: read from {shown(note.sheet)}, the first visible sheet with cells.", file=sys.stderr)
    if note.passed_over:
        told = f"{len(note.passed_over)}, the first is {note.passed_over[0]}"
        print(f"{name}: lines without a municipality's number are not read: {told}.", file=sys.stderr)
