"""What does not come out in the print: the things that matter with their causes, and every such check as data.

The report, which is short, has the weightiest in a sentence where it tells of its sources.
"""

from collections.abc import Iterator
from typing import Final

from charts.reconciliation.places import LOOKED_AT, column_title, document_title, place_in_words, row_title
from charts.reconciliation.prices import price_basis
from charts.reconciliation.rows import of_in_words
from charts.reconciliation.tables import SHOWN, shown_numbers, things_table, yes_or_no
from charts.reconciliation.words import (
    cause_in_words,
    how_checked,
    is_checked,
    reconciliation_headline,
    unexplained_in_words,
)
from exports.sections.section import Section
from exports.subject import Subject
from exports.tables import DataColumn, DataTable, Value
from model.checks.check import Check
from model.checks.figure import COUNT, MNOK, PERCENT
from model.checks.reconcile import reconcile
from model.checks.things import Thing, agreement, things

UNITS: Final = (MNOK, PERCENT, COUNT)
POINTS: Final = "percentage_points"
NUMBERS: Final = ("printed", "recomputed", "difference")


def section(subject: Subject) -> Section:
    """The headline of Avstemming with a row for each thing; or that there is nothing to check."""
    texts, baseline = subject.texts, subject.baseline
    said = [reconciliation_headline(baseline, texts)]
    if not is_checked(baseline):
        return Section("reconciliation", texts("page.avstemming"), sentences=tuple(said), in_report=False)
    found = things(reconcile(baseline))
    said += filter(None, (unexplained_in_words(agreement(reconcile(baseline)), texts), how_checked(baseline, texts)))
    material = [each for each in found if each.material]
    return Section(
        name="reconciliation",
        title=texts("page.avstemming"),
        sentences=tuple(said),
        printed=(things_table(material, baseline, texts),) if material else (),
        data=(_table(found, subject),),
        in_report=False,
    )


def _table(found: tuple[Thing, ...], subject: Subject) -> DataTable:
    """A row for every check that rounding does not explain, in the order of the page; numbers unrounded, by unit."""
    texts = subject.texts
    units = [unit for unit in UNITS if any(each.unit == unit for thing in found for each in thing.checks)]
    columns = (
        DataColumn("thing", texts("reconciliation.thing")),
        DataColumn("material", texts("reconciliation.material")),
        DataColumn("check", texts("reconciliation.id")),
        DataColumn("document", texts("reconciliation.document")),
        DataColumn("table", texts("reconciliation.table_alone")),
        DataColumn("row", texts("reconciliation.row")),
        DataColumn("column", texts("reconciliation.column")),
        DataColumn("place", texts("reconciliation.place")),
        DataColumn("computed_from", texts("reconciliation.of")),
        *(DataColumn(name, texts(f"reconciliation.{name}")) for name in SHOWN),
        *(_number_column(name, unit, subject) for unit in units for name in NUMBERS),
        DataColumn("cause_id", texts("reconciliation.cause_id")),
        DataColumn("cause", texts("reconciliation.cause")),
        DataColumn("row_price_basis", texts("reconciliation.row_prices")),
        DataColumn("row_link", texts("reconciliation.row_link")),
    )
    numbered = ((number, thing) for number, thing in enumerate(found, 1))
    rows = tuple(_row(check, number, thing, units, subject) for number, thing in numbered for check in thing.checks)
    return DataTable("reconciliation", texts("reconciliation.list"), columns, rows, texts("take.prices_stated"))


def _number_column(name: str, unit: str, subject: Subject) -> DataColumn:
    """One of the three numbers in a unit; percentages differ by points."""
    texts, is_difference = subject.texts, name == "difference"
    called = POINTS if is_difference and unit == PERCENT else unit
    label = texts(f"reconciliation.in_{called}", what=texts(f"reconciliation.{name}"))
    return DataColumn(f"{name}_{called}", label, "mnok_change" if is_difference and unit == MNOK else unit)


def _row(check: Check, number: int, thing: Thing, units: list[str], subject: Subject) -> tuple[Value, ...]:
    baseline, texts = subject.baseline, subject.texts
    return (
        str(number),
        yes_or_no(thing.material, texts),
        check.id,
        document_title(check.document, texts),
        check.table,
        row_title(check, baseline, texts),
        column_title(check, baseline, texts),
        place_in_words(check, baseline, texts),
        of_in_words(check, baseline, texts),
        *shown_numbers(check, texts),
        *_numbers(check, units),
        thing.cause,
        cause_in_words(thing, baseline, texts),
        price_basis(check, baseline, texts),
        subject.link_with(LOOKED_AT, check.id, "avstemming"),
    )


def _numbers(check: Check, units: list[str]) -> Iterator[Value]:
    """The three numbers in the columns of their unit."""
    for unit in units:
        for number in (check.printed, check.recomputed, check.difference):
            yield number if unit == check.unit else None
