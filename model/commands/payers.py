"""``payers``: what each RHF, municipality and undivided group pays."""

from argparse import ArgumentParser, Namespace
from typing import Final

from model.baseline.axes import Array
from model.commands.arguments import add_last_year, add_own_data, baseline_of, own_data_of
from model.commands.rows import TidyRows, in_chunks
from model.equations.steps import run
from model.scenario.scenario_files import scenarios_of

HELP: Final = "what each RHF, municipality and other group pays by year"


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes beside scenarios and output."""
    add_own_data(command)
    add_last_year(command)


def rows(options: Namespace) -> TidyRows:
    """Year, payer group, payer and amount. Raises ModelError."""
    # here, for it takes a tenth of the time of ``run``, which does without
    from model.payers import PayerKeys, payers, payments

    scenarios, is_batch = scenarios_of(options.scenario, options.set, baseline_of(options))
    years = run(scenarios[:1], options.last_year, bridges=False).years
    own = own_data_of(options)
    key, users = own.municipal_key, own.vkp_users
    PayerKeys.of(scenarios[:1], key, users)  # a key that leaves the users nothing is refused before anything is written

    def amounts(numbers: range) -> Array:
        chunk = scenarios[numbers.start : numbers.stop]
        paid = payments(run(chunk, options.last_year, bridges=False), PayerKeys.of(chunk, key, users)).by_payer()
        return paid.reshape(-1, len(chunk)).T

    labels = [(year, payer.group, payer.id) for year in years for payer in payers()]
    chunks = ((numbers.start, amounts(numbers)) for numbers in in_chunks(len(scenarios)))
    return TidyRows(("year", "payer_group", "payer", "amount_mnok"), labels, chunks, is_batch, scenarios[0].baseline)
