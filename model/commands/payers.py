"""``payers``: what each RHF, municipality and undivided group pays."""

from argparse import ArgumentParser, Namespace
from typing import Final

from model.axes import Array
from model.commands.arguments import add_last_year
from model.rows import Table, in_chunks
from model.scenario_files import scenarios_of
from model.steps import run

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
    from model.payers import PayerKeys, file_content, municipal_key_from, payers, payments, vkp_users_from

    scenarios, is_batch = scenarios_of(options.scenario, options.set)
    years = run(scenarios[:1], options.last_year, bridges=False).years
    key_file, users_file = options.municipal_key_file, options.vkp_users
    key = municipal_key_from(file_content(key_file), key_file) if key_file is not None else None
    users = vkp_users_from(file_content(users_file), users_file) if users_file is not None else None
    PayerKeys.of(scenarios[:1], key, users)  # a key that leaves the users nothing is refused before anything is written

    def amounts(numbers: range) -> Array:
        chunk = scenarios[numbers.start : numbers.stop]
        paid = payments(run(chunk, options.last_year, bridges=False), PayerKeys.of(chunk, key, users)).by_payer()
        return paid.reshape(-1, len(chunk)).T

    labels = [(year, payer.group, payer.id) for year in years for payer in payers()]
    chunks = ((numbers.start, amounts(numbers)) for numbers in in_chunks(len(scenarios)))
    return Table(("year", "payer_group", "payer", "amount_mnok"), labels, chunks, is_batch)
