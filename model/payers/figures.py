"""Figures of the files in ``data/payers/``, with the limits that keep a damaged one out."""

from functools import cache
from pathlib import Path
from typing import Final

from model.reading.entries import Entry, entries
from model.reading.errors import TableError
from model.reading.tables import DATA, Row

FOLDER: Final = DATA / "payers"


def dated_file(name: str) -> tuple[Path, int]:
    """The newest ``<name>_<year>.csv`` in ``data/payers/``, and its year. Raises FileNotFoundError."""
    years = [int(path.stem.rpartition("_")[2]) for path in FOLDER.glob(f"{name}_[0-9][0-9][0-9][0-9].csv")]
    if not years:
        raise FileNotFoundError(FOLDER / f"{name}_<year>.csv")
    return FOLDER / f"{name}_{max(years)}.csv", max(years)


def positive(path: Path, row: Row, column: str) -> float:
    """The figure in a column of a row that ``table_rows`` gave; raises TableError where it is not above zero."""
    value = float(row[column])
    if value <= 0:
        raise TableError(path, None, column, f"found {row[column]}, expected more than zero")
    return value


def whole(path: Path, row: Row, column: str) -> int:
    """The count in a column of a row; raises TableError where it is not a whole number above zero."""
    value = positive(path, row, column)
    if value != int(value):
        raise TableError(path, None, column, f"found {row[column]}, expected a whole number")
    return int(value)


@cache
def rule(name: str) -> float:
    """A rule of ``data/payers/payers.toml`` by name."""
    return float(_rules()[name].number("value"))


def rule_place(name: str) -> tuple[str, str]:
    """The document of a rule, and the place in it."""
    return _rules()[name].text("source"), _rules()[name].text("where")


@cache
def _rules() -> dict[str, Entry]:
    return entries(FOLDER / "payers.toml")
