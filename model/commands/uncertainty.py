"""What the commands about uncertainty share: ranges, draws and seed."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from model.baseline.baseline import Baseline
from model.commands.table import Value
from model.reading.errors import ModelError, ScenarioError
from model.scenario.scenario import Scenario
from model.scenario.scenario_files import ScenarioFileError
from model.uncertainty.default_ranges import default_ranges
from model.uncertainty.ranges import Ranges

DRAWS: Final = 10_000
SEED: Final = 1
Rows = list[tuple[Value, ...]]


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


def add_year(command: ArgumentParser) -> None:
    """Adds ``--year``."""
    command.add_argument("--year", type=int, metavar="YEAR", help="the year of the figure (default: the plan's last)")


def ranges_of(options: Namespace, baseline: Baseline) -> Ranges:
    """What ``--ranges`` gives, the baseline's own without it. Raises ModelError."""
    file = options.ranges
    if file is None:
        return default_ranges(baseline).ranges
    try:
        content = Path(file).read_bytes()
    except OSError as error:
        raise ModelError(f"{file} cannot be read: {error.strerror}.") from error
    try:
        return Ranges.from_json(content, baseline)
    except ModelError as error:
        raise ModelError(f"{file}: {error}") from error


def check_bases(scenarios: Sequence[Scenario], ranges: Ranges, file: str, *, is_batch: bool) -> None:
    """Refuses scenarios that do not go with the ranges before anything is written. Raises ModelError.

    For a batch with the line of the scenario. file: what they were read from.
    """
    for line, scenario in enumerate(scenarios, start=1):
        try:
            ranges.base(scenario)
        except ScenarioError as error:
            if not is_batch:
                raise
            raise ScenarioFileError(f"{file}, line {line}: {error}") from error


def numbered(rows_of: list[Rows], *, is_batch: bool) -> Rows:
    """The rows of every scenario, in front of which stands its number, from 0, where they are a batch."""
    return [((at, *row) if is_batch else row) for at, rows in enumerate(rows_of) for row in rows]


def first_columns(*, is_batch: bool) -> tuple[str, ...]:
    """What stands in front of the columns of a batch."""
    return ("scenario",) if is_batch else ()
