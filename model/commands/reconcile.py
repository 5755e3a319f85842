"""``reconcile``: every printed total, difference and percentage recomputed, and what stands twice compared."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.installed import baseline_from, newest
from model.commands.arguments import add_output
from model.commands.table import TableRows, encoded_table

HELP: Final = "every printed total and percentage recomputed, what stands twice compared, and why it does not agree"

LANGUAGE: Final = "en"
COLUMNS: Final = ("source", "table", "cell", "printed", "recomputed", "difference", "explained_by_rounding", "cause")


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes."""
    command.add_argument(
        "--baseline", default=newest(), metavar="ID|FOLDER|FILE.xlsx", help="the baseline (default: the newest)"
    )
    command.add_argument("--material", action="store_true", help="only what matters: see docs/decisions/0173")
    add_output(command)


def parts(options: Namespace) -> Iterable[bytes]:
    """The checks of a baseline, what is material first. Raises ModelError for what cannot be one."""
    return encoded_table(checked_rows(baseline_from(options.baseline), options.material), options.format)


def checked_rows(baseline: Baseline, material: bool = False) -> TableRows:
    """A row for each check, or for each that is material; the cause is a sentence, empty where none is known."""
    from model.checks.causes import known_differences  # here, for the other commands do without
    from model.checks.reconcile import reconcile

    known = known_differences(baseline)
    rows = [
        (
            check.document,
            check.table,
            check.cell,
            check.printed,
            check.recomputed,
            check.difference,
            check.explained_by_rounding,
            known[check.cause].text[LANGUAGE] if check.cause else "",
        )
        for check in reconcile(baseline)
        if check.material or not material
    ]
    return TableRows(COLUMNS, rows)
