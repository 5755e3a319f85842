"""Where a printed figure stands, in words; and what a figure is that is said beside another one."""

from collections.abc import Mapping
from typing import Final

from charts.baselines.changes import column_name, row_name
from charts.reconciliation.table_words import table_name, whole_table
from charts.words.foreign import printable
from charts.words.names import short_measure_name, solution_name
from model import Baseline
from model.baseline.documents import documents
from model.baseline.kept import kept_with_baseline
from model.baseline.printed import PERCENT_ROWS
from model.checks import invoice_table
from model.checks.all_figures import MOVED
from model.checks.check import Check, Term
from model.checks.told_figures import told_figures
from model.explaining.node import Source
from texts import Texts

BETWEEN: Final = " · "

LOOKED_AT: Final = "sjekk"
"""The parameter of a link that names the row that it leads to."""

INVOICE: Final = frozenset((*invoice_table.GRID[1], *invoice_table.GRID[2]))

Cell = Check | Term | Source
"""What stands somewhere in the print."""


def document_name(document: str, texts: Texts) -> str:
    """A document in a few words, for a place where others are named beside it."""
    known = documents(texts.language).get(document)
    return (known.short or known.title) if known else printable(document)


def document_title(document: str, texts: Texts) -> str:
    """A document by its title; one that is not known by its id."""
    known = documents(texts.language).get(document)
    return known.title if known else printable(document)


def table_key(document: str, table: str = "") -> str:
    """A table, or a document, as a link names it: «000/Tabell 8», «000»."""
    return "/".join(filter(None, (document.partition("_")[0], whole_table(table))))


def table_title(table: str, document: str, baseline: Baseline, texts: Texts) -> str:
    """«Tabell 16, Helsenorge»: many tables of a tallgrunnlag are about a solution each."""
    about, name = _about(table, document, baseline), table_name(table, texts)
    return f"{name}, {solution_name(about, baseline, texts)}" if about in baseline.solutions else name


def row_title(cell: Cell, baseline: Baseline, texts: Texts) -> str:
    """What a row is called; of a figure in a text only a solution that it is of, for its words say the rest."""
    if cell.row in baseline.measures:
        return short_measure_name(cell.row, baseline, texts)
    title = _of_invoice(printable(row_name(cell.row, baseline, texts)), texts)
    return "" if title == cell.row and _words(cell, baseline) else title


def column_title(cell: Cell, baseline: Baseline, texts: Texts) -> str:
    """What a column is called; of a figure in a text the document's own words."""
    words = _words(cell, baseline)
    if cell.column == MOVED:
        return texts("reconciliation.amount")
    if words:
        return f"«{printable(words)}»"
    return _of_invoice(printable(column_name(cell.column, baseline, texts)), texts)


def place_in_words(cell: Cell, baseline: Baseline, texts: Texts) -> str:
    """«Tabell 8 · VKP · Kostnadsnivå 2026»: table, row and column."""
    table, row = table_title(cell.table, cell.document, baseline, texts), row_title(cell, baseline, texts)
    if row and table.endswith(f", {row}"):
        table = table_name(cell.table, texts)
    return BETWEEN.join(filter(None, (table, row, column_title(cell, baseline, texts))))


def beside(term: Cell, of: Cell, baseline: Baseline, texts: Texts) -> str:
    """A figure as it is said beside ``of``: only what it does not share with it of document, table, row and column.

    What a percentage is made of stands in the line that its table is about.
    """
    is_other_document = term.document != of.document
    is_other_table = is_other_document or term.table != of.table
    table = table_name(term.table, texts) if is_other_table else ""
    is_same_line = of.row in PERCENT_ROWS and term.row == _about(term.table, term.document, baseline)
    row = "" if term.row == of.row or is_same_line else row_title(term, baseline, texts)
    is_told_apart = is_other_table or bool(row)
    column = "" if term.column == of.column and is_told_apart else column_title(term, baseline, texts)
    document = document_name(term.document, texts) if is_other_document else ""
    return ", ".join(filter(None, (document, table, row, column)))


def _of_invoice(name: str, texts: Texts) -> str:
    """A line or column of the invoice example by its name; another name as it is."""
    return texts(f"invoice.{name}") if name in INVOICE else name


def _words(cell: Cell, baseline: Baseline) -> str:
    """The words that a figure stands among in a text; empty for one of a table."""
    return _told(baseline).get((cell.document, cell.table, cell.row, cell.column), "")


@kept_with_baseline
def _told(baseline: Baseline) -> Mapping[tuple[str, str, str, str], str]:
    return {told.figure.place: told.words for told in told_figures(baseline).values()}


def _about(table: str, document: str, baseline: Baseline) -> str:
    """The line that a table is about; empty where it is about all."""
    return next((each.about for each in baseline.tables if (each.label, each.document) == (table, document)), "")
