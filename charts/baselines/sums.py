"""Whether a tallgrunnlag adds up: what is printed beside what its own figures give."""

from collections.abc import Sequence
from typing import Final

from charts.baselines.changes import amount, change, row_name, table_name
from charts.records.figure import Table
from charts.words.foreign import printable
from charts.words.names import bridge_column_name, table_names
from model import Baseline
from model.baseline.earlier_funds import QUANTITIES
from model.baseline.printed import BRIDGE_COLUMNS
from model.checks.own_sums import PARTS, CheckedSum
from texts import Texts

COLUMNS: Final = ("table", "row", "column", "of", "printed", "recomputed", "difference")
WORDS: Final = (0, 1, 2, 3)
"""The columns that hold words and not amounts."""


def unexplained(checked: Sequence[CheckedSum]) -> tuple[CheckedSum, ...]:
    """The sums that rounding does not explain and that have no known cause, the largest difference first."""
    found = [each for each in checked if not each.explained_by_rounding and not each.cause]
    return tuple(sorted(found, key=lambda each: -abs(each.difference)))


def sums_table(wrong: Sequence[CheckedSum], baseline: Baseline, texts: Texts) -> Table:
    """A line for each: where it is printed, from what it is recomputed, and both amounts."""
    head = tuple(texts(f"sums.{column}") for column in COLUMNS)
    return Table(head, tuple(_row(each, baseline, texts) for each in wrong))


def _row(each: CheckedSum, baseline: Baseline, texts: Texts) -> tuple[str, ...]:
    return (
        table_name(each.table, baseline, texts),
        printable(row_name(each.row, baseline, texts)),
        column_name(each.column, baseline, texts),
        of_what(each, baseline, texts),
        *(amount(value, each.row, texts) for value in (each.printed, each.recomputed)),
        change(each.difference, each.row, texts),
    )


def of_what(each: CheckedSum, baseline: Baseline, texts: Texts) -> str:
    """What it is recomputed from."""
    if each.of == PARTS:
        return " + ".join(column_name(part, baseline, texts) for part in each.parts)
    return texts(f"sums.of_{each.of}", count=len(each.parts), tables=table_names(each.parts, texts))


def column_name(part: str, baseline: Baseline, texts: Texts) -> str:
    """A year, a column of a bridge, what a figure of earlier years' money is of which year, or a row."""
    quantity, _, year = part.partition(" ")
    if part.isdecimal():
        return part
    if quantity in QUANTITIES and year:
        return f"{texts(f'funds.{quantity}')} {year}"
    return bridge_column_name(part, baseline, texts) if part in BRIDGE_COLUMNS else row_name(part, baseline, texts)
