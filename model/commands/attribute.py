"""``attribute``: the difference in a figure between two scenarios, by what makes it."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Final

import numpy as np

from model.answers.attribution import Attribution, attribute
from model.answers.mixtures import LEVER_GROUPS
from model.answers.quantities import ATTRIBUTED
from model.commands.arguments import add_last_year, add_own_data, add_quantity, baseline_of, own_data_of
from model.commands.rows import Chunk, TidyRows, in_chunks
from model.scenario.scenario import Scenario
from model.scenario.scenario_files import scenario_of, scenarios_of

HELP: Final = "what changed and why: a difference in the financing need, or another figure, by lever group"


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes beside scenarios and output."""
    command.add_argument(
        "--against",
        metavar="FILE",
        help="the scenario compared with, in JSON; otherwise the published figures at its own index_rate and start",
    )
    command.add_argument(
        "--unfold",
        action="append",
        default=[],
        choices=LEVER_GROUPS,
        metavar="GROUP",
        help="a group, such as measures or unspent, shown by its members; repeatable",
    )
    add_quantity(command, ATTRIBUTED)
    add_own_data(command)
    add_last_year(command)


def rows(options: Namespace) -> TidyRows:
    """Year, lever and amount, all solutions together. Raises ModelError."""
    scenarios, is_batch = scenarios_of(options.scenario, options.set, baseline_of(options))
    against = None if options.against is None else scenario_of(options.against, scenarios[0].figures)
    own = own_data_of(options)

    def of(scenario: Scenario) -> Attribution:
        years, unfold, quantity = options.last_year, options.unfold, options.quantity
        return attribute(scenario, against, years, unfold, quantity=quantity, own=own)

    first = of(scenarios[0])
    labels = list(product(first.years, first.levers))
    return TidyRows(("year", "lever", "amount_mnok"), labels, _chunks(scenarios, of), is_batch, scenarios[0].baseline)


def _chunks(scenarios: Sequence[Scenario], attributed: Callable[[Scenario], Attribution]) -> Iterator[Chunk]:
    for numbers in in_chunks(len(scenarios)):
        rows = [attributed(scenarios[number]).amounts.sum(axis=1).ravel() for number in numbers]
        yield numbers.start, np.stack(rows)
