"""``simulate``: what the figures may be, given ranges of the levers."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from model.answers.quantities import QUANTITIES
from model.baseline.axes import Array
from model.commands.arguments import add_last_year, add_own_data, own_data_of
from model.commands.rows import Chunk, Label, TidyRows
from model.commands.uncertainty import add_ranges, drawn_from
from model.scenario.scenario import Scenario

if TYPE_CHECKING:
    from model.uncertainty import Simulated, Wanted

HELP: Final = "what cost level, need and payments may be, given ranges of the levers: quantiles and mean"
MEAN, EXCEEDS = "mean", "p_exceeds"


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes beside scenarios and output."""
    add_ranges(command)
    command.add_argument(
        "--quantity",
        action="append",
        metavar="NAME",
        help=f"{', '.join(QUANTITIES)}, an RHF's name or a municipality's number; repeatable (default: the named ones)",
    )
    command.add_argument("--exceeds", type=float, metavar="MNOK", help="also the share of the draws above an amount")
    command.add_argument("--dask", metavar="ADDRESS", help="a Dask scheduler whose workers draw and count")
    add_own_data(command)
    add_last_year(command)


def rows(options: Namespace) -> TidyRows:
    """Year, quantity, quantile and amount; ``p_exceeds`` is a share of the draws. Raises ModelError."""
    from model.uncertainty import Wanted, in_turn, on_cluster, simulate

    quantities = tuple(dict.fromkeys(options.quantity or QUANTITIES))
    wanted = Wanted(quantities, options.last_year, options.exceeds, own=own_data_of(options))
    scenarios, is_batch, ranges = drawn_from(options)
    engine = in_turn if options.dask is None else on_cluster(options.dask)

    def of(scenario: Scenario) -> "Simulated":
        return simulate(ranges, options.draws, options.seed, scenario, wanted, engine)

    first = of(scenarios[0])
    columns = ("year", "quantity", "quantile", "amount_mnok")
    return TidyRows(columns, _labels(first, wanted), _chunks(first, scenarios[1:], of), is_batch, ranges.baseline.id)


def row_amounts(simulated: "Simulated") -> Array:
    """(row,): the amounts of a simulation in the order of its rows."""
    parts = [simulated.quantiles(), simulated.mean[..., np.newaxis]]
    if simulated.exceeding is not None:
        parts.append(simulated.exceeding[..., np.newaxis])
    return np.concatenate(parts, axis=-1).swapaxes(0, 1).ravel()


def _labels(simulated: "Simulated", wanted: "Wanted") -> list[Label]:
    """Year, quantity and quantile of each row."""
    from model.uncertainty import QUANTILES

    told = [*(f"P{round(100 * share)}" for share in QUANTILES), MEAN]
    told += [] if wanted.exceeds is None else [EXCEEDS]
    return [(year, quantity, each) for year in simulated.years for quantity in simulated.quantities for each in told]


def _chunks(
    first: "Simulated", others: Sequence[Scenario], simulated: Callable[[Scenario], "Simulated"]
) -> Iterator[Chunk]:
    """The rows of every scenario; the first is there already, so that a refusal comes before anything is written."""
    yield 0, row_amounts(first)[np.newaxis]
    for number, scenario in enumerate(others, start=1):
        yield number, row_amounts(simulated(scenario))[np.newaxis]
