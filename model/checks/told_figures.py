"""Figures that stand in the documents' texts and in tables that are no table of the baseline."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.documents import documents
from model.baseline.kept import kept_with_baseline
from model.checks.figure import ABOUT, UNITS, Figure, figure_of
from model.reading.errors import TableError
from model.reading.tables import PRINTED_NUMBER, ColumnRule, Row, table_rows

FILE: Final = Path("beside") / "figures.csv"
ID: Final = re.compile(r"[a-z0-9_.]{1,60}")


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """A figure with the id that relations name it by, and the document's own words around it, or nothing."""

    id: str
    figure: Figure
    words: str


@kept_with_baseline
def told_figures(baseline: Baseline) -> Mapping[str, ToldFigure]:
    """The figures beside a baseline by id, in the order of the file; none where it has no such file.

    Raises TableError where the file is damaged.
    """
    path = baseline.beside(FILE)
    return MappingProxyType({} if path is None else read_told_figures(path))


def read_told_figures(path: Path) -> dict[str, ToldFigure]:
    """The figures of a CSV file. Raises TableError, naming row and column."""
    columns = {
        "id": ColumnRule(),
        "document": ColumnRule(allowed=tuple(documents())),
        "table": ColumnRule(),
        "row": ColumnRule(),
        "column": ColumnRule(),
        "digits": ColumnRule(),
        "unit": ColumnRule(allowed=UNITS),
        "words": ColumnRule(blank=True),
    }
    rows = table_rows(path, columns, ("id",))
    places: dict[tuple[str, str, str, str], int] = {}
    for number, row in enumerate(rows, start=2):
        _check(path, number, row)
        place = (row["document"], row["table"], row["row"], row["column"])
        if place in places:
            raise TableError(path, number, "column", f"the figure stands already in row {places[place]}")
        places[place] = number
    return {row["id"]: _told(row) for row in rows}


def _check(path: Path, number: int, row: Row) -> None:
    if not ID.fullmatch(row["id"]):
        raise TableError(path, number, "id", f"found {row['id'][:60]!r}, expected small letters, digits, _ and .")
    if not PRINTED_NUMBER.fullmatch(row["digits"].removeprefix(ABOUT)):
        problem = f"found {row['digits'][:60]!r}, expected a number such as -18.2, or {ABOUT}500 for about 500"
        raise TableError(path, number, "digits", problem)


def _told(row: Row) -> ToldFigure:
    place = (row["document"], row["table"], row["row"], row["column"])
    return ToldFigure(row["id"], figure_of(*place, row["digits"], row["unit"]), row["words"])
