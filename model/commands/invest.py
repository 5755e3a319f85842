"""``invest``: what projects cost each payer and the state, by year, until the last instalment."""

from argparse import ArgumentParser, Namespace
from itertools import product
from typing import TYPE_CHECKING, Final

import numpy as np

from model.baseline.axes import Array
from model.commands.arguments import add_own_data, baseline_of, content_of, own_data_of
from model.commands.rows import TidyRows, in_chunks
from model.reading.errors import ModelError
from model.scenario.scenario_files import scenarios_of

if TYPE_CHECKING:
    from model.investment import Burden

HELP: Final = "what projects cost each payer and the state, investment and operation together, until the last payment"
LABELS: Final = ("year", "payer_group", "payer", "part")
AT_A_TIME: Final = 32
"""Scenarios computed at a time: each has every payer in every year of a lifetime."""


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes beside scenarios and output."""
    command.add_argument(
        "--project", metavar="FILE", required=True, help="a project in JSON, or a list of them (docs/model.md)"
    )
    add_own_data(command)


def rows(options: Namespace) -> TidyRows:
    """Year, payer group, payer, part and amount; the state comes last in each year. Raises ModelError."""
    from model.investment import invest
    from model.payers import PayerKeys
    from model.scenario.project import projects_from_json

    scenarios, is_batch = scenarios_of(options.scenario, options.set, baseline_of(options))
    own, content = own_data_of(options), content_of(options.project)
    try:
        projects = projects_from_json(content, scenarios[0].figures)
        first = invest(projects, scenarios[0], PayerKeys.of(scenarios[0], own.municipal_key, own.vkp_users))
    except ModelError as error:
        raise ModelError(f"{options.project}: {error}") from error

    def burden(numbers: range) -> "Burden":
        chunk = scenarios[numbers.start : numbers.stop]
        return invest(projects, chunk, PayerKeys.of(chunk, own.municipal_key, own.vkp_users))

    chunks = ((numbers.start, row_amounts(burden(numbers))) for numbers in in_chunks(len(scenarios), AT_A_TIME))
    columns = (*LABELS, "amount_mnok")
    return TidyRows(columns, row_labels(first), chunks, is_batch, scenarios[0].baseline)


def row_labels(burden: "Burden") -> list[tuple[int, str, str, str]]:
    """``LABELS`` of every row of a burden."""
    from model.investment import PARTS, STATE
    from model.payers import payers

    paying = [*((payer.group, payer.id) for payer in payers()), (STATE, STATE)]
    return [(year, *payer, part) for year, payer, part in product(burden.years, paying, PARTS)]


def row_amounts(burden: "Burden") -> Array:
    """(scenario, row): the amounts of a burden in the order of its rows, MNOK."""
    whole = np.concatenate([burden.by_payer, burden.state[:, :, np.newaxis]], axis=2)
    return whole.transpose(3, 1, 2, 0).reshape(whole.shape[-1], -1)
