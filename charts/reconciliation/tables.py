"""The reconciliation as a table, for the page's file, the report and the page of a new tallgrunnlag."""

from collections.abc import Iterable, Sequence
from typing import Final

from charts.reconciliation.numbers import (
    difference_number,
    difference_unit,
    printed_number,
    recomputed_number,
    with_unit,
)
from charts.reconciliation.places import LOOKED_AT
from charts.reconciliation.prices import price_basis
from charts.reconciliation.rows import CheckRow, check_row
from charts.reconciliation.words import cause_in_words
from charts.records.figure import Table
from model import Baseline
from model.checks.check import Check
from model.checks.figure import COUNT
from model.checks.things import Thing
from texts import Texts

NUMBERS: Final = ("printed", "recomputed", "difference")
SHOWN: Final = tuple(f"{name}_shown" for name in NUMBERS)
"""The numbers in the words of the screen: a file of a spreadsheet writes them in whole kroner and hundredths."""

COLUMNS: Final = ("thing", "material", "document", "place", "of", *SHOWN, *NUMBERS, "cause", "cause_id", "id")

BRIEFLY: Final = ("place", "of", "printed", "recomputed", "difference", "cause")
BRIEF_WORDS: Final = (0, 1, 5)


def checks_table(found: Sequence[Thing], baseline: Baseline, texts: Texts) -> Table:
    """A row for every check of some things: of which thing, where, of what, both numbers, and why.

    Each row has the link that leads to it, and the price basis of its own table.
    """
    rows: list[tuple[str, ...]] = []
    for number, thing in enumerate(found, 1):
        cause = cause_in_words(thing, baseline, texts)
        matters = yes_or_no(thing.material, texts)
        for check in thing.checks:
            row = check_row(check, baseline, texts)
            where = (str(number), matters, row.document, row.place, row.of)
            rows.append((*where, *shown_numbers(check, texts), *_numbers(row), cause, thing.cause, check.id))
    checks = [each for thing in found for each in thing.checks]
    return Table(
        _head(COLUMNS, texts),
        tuple(rows),
        row_units=_units(checks),
        column_units=tuple("" if name in NUMBERS else "text" for name in COLUMNS),
        row_links=tuple((LOOKED_AT, each.id) for each in checks),
        row_prices=tuple(price_basis(each, baseline, texts) for each in checks),
    )


def shown_numbers(check: Check, texts: Texts) -> tuple[str, str, str]:
    """Printed, recomputed and what differs as they stand on the screen, each with its unit."""
    printed, recomputed = printed_number(check, texts), recomputed_number(check, texts)
    differs = f"{difference_number(check, texts)} {difference_unit(check, texts)}".strip()
    return with_unit(printed, check, texts), with_unit(recomputed, check, texts), differs


def yes_or_no(material: bool, texts: Texts) -> str:
    """Whether something matters."""
    return texts(f"reconciliation.{'yes' if material else 'no'}")


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
