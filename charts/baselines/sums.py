"""Whether a tallgrunnlag adds up: what is printed beside what its own figures give."""

from collections.abc import Sequence
from typing import Final

from charts.baselines.changes import row_name, table_name
from charts.records.figure import Table
from charts.words.foreign import printable
from charts.words.names import bridge_column_name, table_names
from model import Baseline
from model.baseline.earlier_funds import QUANTITIES
from model.baseline.printed import BRIDGE_COLUMNS
from model.checks.check import MODEL, MOST_NAMED, Check, Term
from model.checks.figure import PERCENT
from texts import Texts

COLUMNS: Final = ("table", "row", "column", "of", "printed", "recomputed", "difference")
MOST_DECIMALS: Final = 3
WORDS: Final = (0, 1, 2, 3)
"""The columns that hold words and not amounts."""


def unexplained(checked: Sequence[Check]) -> tuple[Check, ...]:
    """What rounding does not explain and has no known cause, in the order of the reconciliation: by weight."""
    return tuple(each for each in checked if not each.explained_by_rounding and not each.cause)


def sums_table(wrong: Sequence[Check], baseline: Baseline, texts: Texts) -> Table:
    """A line for each: where it is printed, from what it is recomputed, and both amounts."""
    head = tuple(texts(f"sums.{column}") for column in COLUMNS)
    return Table(head, tuple(_row(each, baseline, texts) for each in wrong))


def _row(each: Check, baseline: Baseline, texts: Texts) -> tuple[str, ...]:
    return (
        table_name(each.table, baseline, texts),
        printable(row_name(each.row, baseline, texts)),
        column_name(each.column, baseline, texts),
        of_what(each, baseline, texts),
        *amounts(each, texts),
        change(each, texts),
    )


def amounts(each: Check, texts: Texts) -> tuple[str, str]:
    """What is printed, with its decimals, and what is recomputed, with one at least; whole kroner with one."""
    decimals = each.decimals if each.decimals <= MOST_DECIMALS else 1
    unit, number = (0.01, texts.percent) if each.unit == PERCENT else (1.0, texts.amount)
    return number(each.printed * unit, decimals), number(each.recomputed * unit, max(decimals, 1))


def change(each: Check, texts: Texts) -> str:
    """The difference of a check with its sign."""
    return texts.percent_change(each.difference / 100) if each.unit == PERCENT else texts.change(each.difference)


def of_what(each: Check, baseline: Baseline, texts: Texts) -> str:
    """What it is recomputed from: its terms by name, or how many there are and where."""
    if each.kind == MODEL:
        return texts("sums.of_model")
    tables = tuple(dict.fromkeys(term.table for term in each.terms))
    if tables != (each.table,):
        return table_names(tables, texts)
    if len(each.terms) > MOST_NAMED:
        return texts("sums.of_rows", count=len(each.terms))
    return " + ".join(_part(term, each, baseline, texts) for term in each.terms).replace("+ −", "− ")


def _part(term: Term, each: Check, baseline: Baseline, texts: Texts) -> str:
    """A term by its row, its column or both, whichever is another than that of the figure; with its minus."""
    names = [printable(row_name(term.row, baseline, texts))] if term.row != each.row else []
    names += [column_name(term.column, baseline, texts)] if term.column != each.column else []
    return f"{'−' if term.sign < 0 else ''}{' '.join(names)}"


def column_name(part: str, baseline: Baseline, texts: Texts) -> str:
    """A year, a column of a bridge, what a figure of earlier years' money is of which year, or a row."""
    quantity, _, year = part.partition(" ")
    if part.isdecimal():
        return part
    if quantity in QUANTITIES and year:
        return f"{texts(f'funds.{quantity}')} {year}"
    return bridge_column_name(part, baseline, texts) if part in BRIDGE_COLUMNS else row_name(part, baseline, texts)
