"""Sheets: tables whose rows and columns have ids, kept as CSV files in a folder or as the sheets of a workbook."""

import csv
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from model.reading.faults import SheetError, SheetsError
from model.reading.tables import PRINTED_NUMBER

ROW: Final = "row"
"""What stands in the corner: the column of row ids."""

UNREAD: Final = "_"
"""Rows and columns whose id begins with it are for people: sums, units, last year's figures, help."""

ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
"""What a baseline, a solution and a measure can be called in paths, links and files."""

LARGEST_NUMBER: Final = 1e9
"""MNOK that no table comes near: what is larger is kroner, or a slip."""

LONGEST_WHOLE: Final = 9
"""Digits of a whole number: Python refuses to read thousands of them."""

SWITCHES: Final = {"yes": True, "no": False, "": False}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with ids.

    columns: the ids of the header, without the corner. rows: row id → column id → text as written, numbers with a
    decimal point and as many decimals as were written.
    """

    name: str
    columns: tuple[str, ...]
    rows: Mapping[str, Mapping[str, str]]


Sheets = Mapping[str, Sheet]


def folder_sheets(folder: Path) -> Sheets:
    """The CSV files of a folder by name, as sheets. Raises SheetError, and OSError where there is no such folder."""
    files = sorted(path for path in folder.iterdir() if path.suffix == ".csv")
    return {path.stem: csv_sheet(path) for path in files}


def csv_sheet(path: Path) -> Sheet:
    """One CSV file as a sheet. Raises SheetError."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *lines = csv.reader(file, strict=True)
    except (OSError, ValueError, csv.Error) as error:  # an empty file has no header to unpack
        raise SheetError(path.stem, None, None, "csv", str(error)) from error
    for line in lines:
        if len(line) != len(header):
            row = line[0] if line else None
            raise SheetError(path.stem, row, None, "cell_count", count=len(line), expected=len(header))
    return sheet(path.stem, header, lines)


def sheet(name: str, header: Iterable[str], lines: Iterable[Iterable[str]]) -> Sheet:
    """A sheet from its header and its lines; lines without an id and what is for people are left out.

    Raises SheetError where the corner is not ``row``, and for an id that stands twice.
    """
    corner, *columns = header
    if corner != ROW:
        raise SheetError(name, None, corner, "corner", corner)
    used = [column for column in columns if column and not column.startswith(UNREAD)]
    _check_once(name, used)
    rows: dict[str, Mapping[str, str]] = {}
    for row, *cells in lines:
        if not row or row.startswith(UNREAD):
            continue
        if row in rows:
            raise SheetError(name, row, None, "row_twice")
        rows[row] = {column: cell for column, cell in zip(columns, cells, strict=True) if column in used}
    return Sheet(name, tuple(used), rows)


def _check_once(name: str, columns: Collection[str]) -> None:
    for column in columns:
        if list(columns).count(column) > 1:
            raise SheetError(name, None, column, "column_twice")


def digest(sheets: Sheets) -> str:
    """What tells the content of some sheets from any other's."""
    content = sha256()
    for name in sorted(sheets):
        for row, cells in sheets[name].rows.items():
            filled = sorted((column, text) for column, text in cells.items() if text)
            content.update(repr((name, row, filled)).encode())
    return content.hexdigest()


@dataclass(slots=True)
class SheetReader:
    """Reads cells of some sheets and collects every fault on the way; what is at fault reads as blank."""

    sheets: Sheets
    faults: list[SheetError] = field(default_factory=list)

    def refuse(
        self, sheet: str, row: str | None, column: str | None, problem: str, found: object = "", **values: object
    ) -> None:
        """Notes a fault."""
        self.faults.append(SheetError(sheet, row, column, problem, found, **values))

    def end(self) -> None:
        """Raises SheetsError where there is a fault: all of them, sheet by sheet and row by row as they stand there."""
        if self.faults:
            raise SheetsError(sorted(self.faults, key=self._place))

    def _place(self, fault: SheetError) -> tuple[int, int]:
        """Where a fault stands; what is not there comes first: a sheet, and a row in its sheet."""
        sheets, rows = list(self.sheets), list(self.rows(fault.sheet))
        sheet = sheets.index(fault.sheet) if fault.sheet in sheets else -1
        return sheet, rows.index(fault.row) if fault.row in rows else -1

    def rows(self, sheet: str) -> Mapping[str, Mapping[str, str]]:
        """The rows of a sheet; none where it is not there."""
        return self.sheets[sheet].rows if sheet in self.sheets else {}

    def has(self, sheet: str, row: str, column: str) -> bool:
        """Whether something is written in a cell."""
        return bool(self.rows(sheet).get(row, {}).get(column))

    def text(self, sheet: str, row: str, column: str, allowed: Collection[str] | None = None) -> str:
        """The text of a cell, one of ``allowed`` if given; it must not be blank."""
        found = self.rows(sheet).get(row, {}).get(column, "")
        if not found or (allowed is not None and found not in allowed):
            problem = "text" if allowed is None else "choice"
            self.refuse(sheet, row, column, problem, found, names=", ".join(allowed or ()))
            return ""
        return found

    def number(self, sheet: str, row: str, column: str, blank: float | None = 0.0) -> float:
        """The number of a cell, ``blank`` where nothing is written; None for ``blank`` asks for a number."""
        found = self.rows(sheet).get(row, {}).get(column, "")
        if not found and blank is not None:
            return blank
        if not PRINTED_NUMBER.fullmatch(found):
            self.refuse(sheet, row, column, "number", found)
            return 0.0
        number = float(found)
        if abs(number) >= LARGEST_NUMBER:
            self.refuse(sheet, row, column, "large", number=f"{number:g}", high=f"{LARGEST_NUMBER:.0f}")
            return 0.0
        return number

    def not_negative(self, sheet: str, row: str, column: str, blank: float | None = None) -> float:
        """The number of a cell, 0 or more; ``blank`` as for ``number``."""
        number = self.number(sheet, row, column, blank)
        if number < 0:
            self.refuse(sheet, row, column, "not_negative", number)
            return 0.0
        return number

    def number_between(self, sheet: str, row: str, column: str, low: float, high: float) -> float:
        """The number of a cell, from ``low`` to ``high``; something must be written."""
        found = self.rows(sheet).get(row, {}).get(column, "")
        if not PRINTED_NUMBER.fullmatch(found) or not low <= float(found) <= high:
            self.refuse(sheet, row, column, "range", found, low=low, high=high)
            return low
        return float(found)

    def whole(self, sheet: str, row: str, column: str, low: int, high: int) -> int:
        """The whole number of a cell, from ``low`` to ``high``."""
        found = self.rows(sheet).get(row, {}).get(column, "").removesuffix(".0")
        if not found.isdecimal() or len(found) > LONGEST_WHOLE or not low <= int(found) <= high:
            self.refuse(sheet, row, column, "whole", found, low=low, high=high)
            return low
        return int(found)

    def switch(self, sheet: str, row: str, column: str) -> bool:
        """The yes or no of a cell; blank is no."""
        found = self.rows(sheet).get(row, {}).get(column, "").lower()
        if found not in SWITCHES:
            self.refuse(sheet, row, column, "switch", found)
        return SWITCHES.get(found, False)
