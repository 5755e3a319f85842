"""Where a printed figure stands, in words: table, row and column as the reader knows them."""

from collections.abc import Sequence

from charts.baselines.changes import column_name, row_name
from charts.reconciliation.places import column_title, row_title
from charts.words.context import Context
from model import Baseline
from model.explaining.node import Node, Source
from texts import Texts


def cell_words(source: Source, baseline: Baseline, texts: Texts) -> tuple[str, str, str]:
    """Table, row and column; empty where the figure stands in none."""
    column = column_title(source, baseline, texts) if source.column else ""
    return _series(source.table, texts), _row(source, baseline, texts), column


def told_apart(node: Node, others: Sequence[Node], context: Context) -> str:
    """What of where a term stands tells it from others of the same name: its row, its column, its table or its place.

    Nothing where none of these does.
    """
    own, *theirs = (_standing(each, context) for each in (node, *others))
    parts = (part for at, part in enumerate(own) if part and all(each[at] != part for each in theirs))
    return next(parts, "")


def _standing(node: Node, context: Context) -> tuple[str, str, str, str]:
    """Row, column, table and place of a figure, or of the last one that a step is made of."""
    while node.source is None and node.terms:
        node = node.terms[-1]
    if node.source is None:
        return "", "", "", ""
    table, row, column = cell_words(node.source, context.baseline, context.texts)
    return row, column, table, node.source.place


def _series(name: str, texts: Texts) -> str:
    """A series of rates by its name, or a table as the document calls it."""
    return texts(f"structure.series_{name}") if f"structure.series_{name}" in texts else name


def _row(source: Source, baseline: Baseline, texts: Texts) -> str:
    """A row as the reader knows it: a solution, a line of a plan, or as it is printed."""
    first, _, rest = source.row.partition(".")
    if rest and first in baseline.solutions:
        return f"{row_name(first, baseline, texts)}: {column_name(rest, baseline, texts)}"
    return row_title(source, baseline, texts) if source.row else ""
