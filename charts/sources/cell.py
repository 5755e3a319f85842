"""Which of the printed values behind a source is the figure that a step of a calculation ends in."""

from charts.sources.cards import place_of
from model.explaining.node import Source
from model.sources import SourceRow, Value


def cell_of(source: Source, row: SourceRow) -> tuple[int, int] | None:
    """Row and column of the figure in the table of its source, see ``value_table``; None where that is not told.

    It is the value with the same digits whose names are the most like those of the figure.
    """
    names = {*source.row.split("."), *source.column.split(".")}
    alike = [value for value in row.values if value.digits == source.printed]
    best = max((_shared(value, names) for value in alike), default=0)
    likeliest = [value for value in alike if _shared(value, names) == best]
    return place_of(likeliest[0], row) if len(likeliest) == 1 else None


def _shared(value: Value, names: set[str]) -> int:
    """How many of a value's names are among those of the figure."""
    return len(names & {part for name in (*value.row, *value.column) for part in name.split(".")})
