"""What the commands about uncertainty share: ranges, draws and seed.

They import what draws where they use it, for random numbers take longer to import than most commands to run.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from model.baseline.baseline import Baseline
from model.commands.arguments import add_own_data, add_quantity, baseline_of, content_of
from model.commands.table import TableRows, of_records
from model.reading.errors import ModelError, ScenarioError
from model.scenario.scenario import Scenario
from model.scenario.scenario_files import ScenarioFileError, scenarios_of

if TYPE_CHECKING:
    from model.uncertainty import Ranges

DRAWS: Final = 10_000
SEED: Final = 1


def add_ranges(command: ArgumentParser) -> None:
    """Adds ``--ranges``, ``--draws`` and ``--seed``."""
    command.add_argument(
        "--ranges",
        metavar="FILE",
        help='what the levers may be, in JSON, such as {"index_rate": {"triangular": [0.02, 0.03, 0.05]}}; '
        "without it the baseline's own (docs/model.md)",
    )
    command.add_argument("--draws", type=int, default=DRAWS, metavar="N", help=f"how many draws (default {DRAWS})")
    command.add_argument("--seed", type=int, default=SEED, metavar="S", help=f"of the random numbers (default {SEED})")


def add_figure(command: ArgumentParser) -> None:
    """Adds what says which levers vary and which one figure is asked about."""
    add_ranges(command)
    command.add_argument("--year", type=int, metavar="YEAR", help="the year of the figure (default: the plan's last)")
    add_quantity(command)
    add_own_data(command)


def drawn_from(options: Namespace) -> tuple[list[Scenario], bool, "Ranges"]:
    """The scenarios, whether they are a batch, and the ranges; all go together. Raises ModelError."""
    scenarios, is_batch = scenarios_of(options.scenario, options.set, baseline_of(options))
    ranges = _ranges(options.ranges, scenarios[0].figures)
    for line, scenario in enumerate(scenarios, start=1):
        try:
            ranges.base(scenario)
        except ScenarioError as error:
            if not is_batch:
                raise
            raise ScenarioFileError(f"{options.scenario}, line {line}: {error}") from error
    return scenarios, is_batch, ranges


RecordsOf = Callable[["Ranges", Scenario], Sequence[Any]]
"""What gives the records of a scenario, given the ranges."""


def table_of(options: Namespace, kind: type[Any], records_of: RecordsOf) -> TableRows:
    """The records of each scenario as rows, in front of those of a batch its number, from 0. Raises ModelError."""
    scenarios, is_batch, ranges = drawn_from(options)
    tables = [of_records(kind, records_of(ranges, scenario)) for scenario in scenarios]
    if not is_batch:
        return tables[0]
    rows = [(number, *row) for number, table in enumerate(tables) for row in table.rows]
    return TableRows(("scenario", *tables[0].columns), rows)


def _ranges(file: str | None, baseline: Baseline) -> "Ranges":
    """What ``--ranges`` gives, the baseline's own without it. Raises ModelError."""
    from model.uncertainty import Ranges, default_ranges

    if file is None:
        return default_ranges(baseline).ranges
    content = content_of(file)
    try:
        return Ranges.from_json(content, baseline)
    except ModelError as error:
        raise ModelError(f"{file}: {error}") from error
