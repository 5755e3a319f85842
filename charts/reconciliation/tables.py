"""The reconciliation as a table, for the page's file, the report and the page of a new tallgrunnlag."""

from collections.abc import Iterable, Sequence
from typing import Final

from charts.reconciliation.rows import CheckRow, check_row
from charts.reconciliation.words import cause_in_words
from charts.records.figure import Table
from model import Baseline
from model.checks.check import Check
from model.checks.figure import COUNT
from model.checks.things import Thing
from texts import Texts

COLUMNS: Final = ("document", "place", "of", "printed", "recomputed", "difference", "cause")
WORDS: Final = (0, 1, 2, 6)
"""The columns that hold words and not amounts."""

BRIEFLY: Final = ("place", "of", "printed", "recomputed", "difference", "cause")
BRIEF_WORDS: Final = (0, 1, 5)


def checks_table(found: Sequence[Thing], baseline: Baseline, texts: Texts) -> Table:
    """A row for every check of some things: where, of what, both numbers, and why."""
    rows: list[tuple[str, ...]] = []
    for thing in found:
        cause = cause_in_words(thing, baseline, texts)
        for check in thing.checks:
            row = check_row(check, baseline, texts)
            rows.append((row.document, row.place, row.of, *_numbers(row), cause))
    return Table(_head(COLUMNS, texts), tuple(rows), row_units=_units(each for thing in found for each in thing.checks))


def things_table(found: Sequence[Thing], baseline: Baseline, texts: Texts) -> Table:
    """A row for every thing: the weightiest of its figures, of what, both numbers, and why."""
    rows: list[tuple[str, ...]] = []
    for thing in found:
        row = check_row(thing.checks[0], baseline, texts)
        cause = cause_in_words(thing, baseline, texts)
        rows.append((row.place, row.of, *_numbers(row), cause))
    return Table(_head(BRIEFLY, texts), tuple(rows), row_units=_units(thing.checks[0] for thing in found))


def _units(checks: Iterable[Check]) -> tuple[str, ...]:
    """What a number of each row is in that says no unit: counts are no amounts."""
    return tuple(COUNT if each.unit == COUNT else "" for each in checks)


def _numbers(row: CheckRow) -> tuple[str, str, str]:
    """Printed, recomputed, and what differs with its unit."""
    return row.printed, row.recomputed, f"{row.difference} {row.unit}".strip()


def _head(columns: Sequence[str], texts: Texts) -> tuple[str, ...]:
    return tuple(texts(f"reconciliation.{column}") for column in columns)
