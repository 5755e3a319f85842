"""The cells of a file that a user gives: CSV, or the first visible sheet of a workbook (XLSX).

CSV in UTF-8, UTF-16 with its mark, or Windows' own letters; semicolon, tab or comma between the cells, and where the
first line says ``sep=;`` what stands there.
"""

import codecs
import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Final

import numpy as np

from model.payers.workbook import sheet_rows
from model.reading.errors import TableError, shown
from model.reading.workbook import LARGEST_SHEET, LARGEST_UNPACKED, WorkbookError

LARGEST_FILE: Final = 1_000_000
"""Bytes: the 357 municipalities need about ten thousand."""

ZIP: Final = b"PK\x03\x04"
OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0"
"""How a workbook of before 2007 begins, and a new one with a password."""

SEPARATOR: Final = re.compile(r'"?sep=([;,|\t])', re.IGNORECASE)
MARKS: Final = ";\t,"
"""What may stand between the cells of CSV: the one that stands in most lines, of equals the first, for a comma may be
a decimal comma and a title may hold anything."""

LONGEST_BEGINNING: Final = 2_000
"""Characters in which that is looked for."""

PROBLEMS: Final = {
    "unreadable": "cannot be read: {found}",
    "no_value": "the column {first} or {second} is missing",
    "missing_one": "{found} is missing",
    "missing": "{found} and {count} more are missing",
    "no_users": "it lists no municipality",
    "size": "it is larger than {expected:,} kB",
    "cell_count": "it has more than {expected:,} cells",
    "workbook": "it cannot be read as a workbook (XLSX)",
    "workbook_size": "it holds more than a table needs: {expected} MB when it is unpacked, or {high:,} cells",
    "not_offered": "it is neither CSV nor a workbook of the kind XLSX; save it as one of them",
    "old_workbook": "it is a workbook of an older kind, or has a password; save it as XLSX or CSV",
    "csv": "cannot be read as CSV: {found}",
    "no_visible": "no visible sheet has cells",
    "empty": "it is empty",
    "repeated_column": "there is one such column too many",
    "no_number": "the column is missing; found {found}",
    "above_head": "{found} stands above the heads",
    "cells": "found {found} cells, expected {expected}",
    "unknown": "{found} is not a municipality of today",
    "former": "{found} is not a municipality of today; it is now {now}",
    "repeated": "{found} stands already in row {first}",
    "number": "found {found}, expected a number from {low:g} to {high:g}",
    "sum": "the shares add up to {found:.6g}, expected 1 or 100",
}
"""What is wrong, by the kind of problem."""

Lines = list[tuple[int, list[str]]]


class KeyFileError(TableError):
    """A user's file that cannot be used: which file, row and column, and what is wrong there.

    problem: a key of ``PROBLEMS``, and values: what fills it, numbers as numbers, from which a page can say the same
    in another language.
    """

    def __init__(self, file: Path, row: int | None, column: str | None, problem: str, **values: object) -> None:
        self.problem, self.values = problem, values
        super().__init__(file, row, column, PROBLEMS[problem].format(**values))


def file_content(file: str) -> bytes:
    """The bytes of a user's file; no more is read than a file may hold. Raises KeyFileError."""
    try:
        with Path(file).open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except OSError as error:
        path = Path(file) if Path(file).name else Path(shown(file))
        raise KeyFileError(path, None, None, "unreadable", found=error.strerror) from error


def filled_lines(path: Path, content: bytes) -> tuple[Lines, str]:
    """The lines that hold anything: number in the file, from 1, and cells as text. Raises KeyFileError.

    Beside them the sheet that was read, where others are visible too. path: the file's name, for messages. A number
    cell of a workbook is written without decimals where it has none.
    """
    if len(content) > LARGEST_FILE:
        raise KeyFileError(path, None, None, "size", expected=LARGEST_FILE // 1000)
    if content.startswith(OLD_WORKBOOK):
        raise KeyFileError(path, None, None, "old_workbook")
    lines, sheet = _of_workbook(path, content) if content.startswith(ZIP) else (_of_csv(path, content), "")
    filled, count = [], 0
    for line, cells in lines:
        if any(cells):
            filled.append((line, cells))
            count += len(cells)
        if count > LARGEST_SHEET:
            raise KeyFileError(path, None, None, "cell_count", expected=LARGEST_SHEET)
    if not filled:
        raise KeyFileError(path, None, None, "empty")
    return filled, sheet


def _of_csv(path: Path, content: bytes) -> Iterator[tuple[int, list[str]]]:
    text = _text(content)
    begins = [line for line in text[:LONGEST_BEGINNING].splitlines() if line.strip()]
    declared = SEPARATOR.match(begins[0].lstrip()) if begins else None
    mark = declared[1] if declared else max(MARKS, key=lambda mark: sum(mark in line for line in begins))
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        for cells in reader:
            if not (declared and cells[:1] and SEPARATOR.match(f"{cells[0].strip()}{mark}")):
                yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise KeyFileError(path, reader.line_num, None, "csv", found=error) from error


def _text(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")  # Excel's CSV; only names hold other than plain letters


def _of_workbook(path: Path, content: bytes) -> tuple[Iterator[tuple[int, list[str]]], str]:
    try:
        rows, sheet = sheet_rows(content)
    except WorkbookError as error:
        limits = {"expected": LARGEST_UNPACKED // 1_000_000, "high": LARGEST_SHEET}
        raise KeyFileError(path, None, None, str(error), **limits) from error
    return ((line, [_written(cell) for cell in row]) for line, row in enumerate(rows, 1)), sheet


def _written(cell: object) -> str:
    """A cell as a spreadsheet would write it into CSV: 301.0 is «301», 0.000037 is not «3.7e-05»."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return np.format_float_positional(cell, trim="-")
    return str(cell).strip()
