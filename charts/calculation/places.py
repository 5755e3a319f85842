"""Where a printed figure stands, in words: table, row and column as the reader knows them."""

from charts.baselines.changes import row_name
from charts.words.names import bridge_column_name
from model import Baseline
from model.baseline.printed import BRIDGE_COLUMNS
from model.explaining.node import Source
from texts import Texts


def cell_words(source: Source, baseline: Baseline, texts: Texts) -> tuple[str, str, str]:
    """Table, row and column; empty where the figure stands in none."""
    return source.table, row_words(source.row, baseline, texts), column_words(source.column, baseline, texts)


def row_words(row: str, baseline: Baseline, texts: Texts) -> str:
    """A row as the reader knows it: a solution, a line of a plan, or as it is printed."""
    first, _, rest = row.partition(".")
    if rest and first in baseline.solutions:
        return f"{row_name(first, baseline, texts)}: {column_words(rest, baseline, texts)}"
    return row_name(row, baseline, texts) if row else ""


def column_words(column: str, baseline: Baseline, texts: Texts) -> str:
    """A column of a bridge, a year, or a row's name where rows stand across."""
    if column in BRIDGE_COLUMNS:
        return bridge_column_name(column, baseline, texts)
    return row_name(column, baseline, texts) if column else ""
