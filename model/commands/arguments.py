"""The arguments that commands share."""

from argparse import ArgumentParser

from model.axes import LAST_POSSIBLE_YEAR, PLAN_YEARS
from model.rows import FORMATS


def add_scenario(command: ArgumentParser) -> None:
    """Where the scenarios come from."""
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


def add_last_year(command: ArgumentParser) -> None:
    """How far the result goes."""
    command.add_argument(
        "--last-year",
        type=int,
        default=PLAN_YEARS[-1],
        metavar="YEAR",
        help=f"last year of the result, {PLAN_YEARS[0]} to {LAST_POSSIBLE_YEAR} (default {PLAN_YEARS[-1]})",
    )


def add_output(command: ArgumentParser) -> None:
    """Where the rows go."""
    command.add_argument("--format", choices=FORMATS, default=FORMATS[0], help="csv (default), json or parquet")
    command.add_argument("--output", metavar="FILE", help="where the result goes; standard output otherwise")
