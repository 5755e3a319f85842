"""The arguments that commands share."""

from argparse import ArgumentParser, Namespace

from model.axes import LAST_POSSIBLE_YEAR, PLAN_YEARS
from model.own_data import OwnData
from model.payers import file_content, municipal_key_from, vkp_users_from
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


def add_own_data(command: ArgumentParser) -> None:
    """Files about who pays that take the place of what the model has."""
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
    """What those arguments give. Raises ModelError."""
    key, users = options.municipal_key_file, options.vkp_users
    return OwnData(
        municipal_key=None if key is None else municipal_key_from(file_content(key), key),
        vkp_users=None if users is None else vkp_users_from(file_content(users), users),
        vkp_file=users or "",
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
