"""Files that a user gives: an official key between the municipalities, and the list of those that use VKP.

CSV with a header, in UTF-8 or Windows' own letters, semicolon or comma between the cells, decimal comma or point.
"""

import csv
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Final

from model.errors import TableError, shown
from model.payers.member_keys import MemberKey
from model.payers.municipalities import municipalities

LARGEST_FILE: Final = 1_000_000
"""Bytes: the 357 municipalities need about ten thousand."""

INDEX: Final = (0.1, 10.0)
"""Between these lies any index around 1; a decimal sign that was lost lies outside."""

SHARES_ADD_UP_TO: Final = (1.0, 100.0)
SHARES_ADD_UP_WITHIN: Final = 1e-3
"""Relative: what 357 shares may lose by being rounded."""

NUMBER: Final = "kommunenummer"
NAME: Final = "kommune"
HEADS: Final = {"kommunenummer": NUMBER, "kommune_nr": NUMBER, "kommune": NAME, "kommunenavn": NAME}
VALUES: Final = ("indeks", "andel")
PRINTED: Final = re.compile(r"\d{1,12}([.,]\d{1,40})?")
WORKBOOK: Final = b"PK\x03\x04"


PROBLEMS: Final = {
    "unreadable": "cannot be read: {found}",
    "no_value": "the column {expected} is missing",
    "missing_one": "{found} is missing",
    "missing": "{found} and {count} more are missing",
    "no_users": "it lists no municipality",
    "size": "it is larger than {expected} kB",
    "workbook": "it is a workbook; save the sheet as CSV",
    "csv": "cannot be read as CSV: {found}",
    "empty": "it is empty",
    "unknown_column": "the column is not known; expected {expected}",
    "repeated_column": "there is one such column too many",
    "no_number": "the column is missing; found {found}",
    "cells": "found {found} cells, expected {expected}",
    "unknown": "{found} is not a municipality of 2026",
    "repeated": "{found} stands already in row {first}",
    "number": "found {found}, expected a number from {low} to {high}",
    "sum": "the shares add up to {found}, expected 1 or 100",
}
"""What is wrong, by the kind of problem."""


class KeyFileError(TableError):
    """A user's file that cannot be used: which file, row and column, and what is wrong there.

    problem: a key of ``PROBLEMS``, and values: what fills it, from which a page can say the same in another language.
    """

    def __init__(self, file: Path, row: int | None, column: str | None, problem: str, **values: object) -> None:
        self.problem, self.values = problem, values
        super().__init__(file, row, column, PROBLEMS[problem].format(**values))


@dataclass(frozen=True, slots=True)
class _File:
    """A file's cells: rows by the number of their line, each with the cells by the head's word."""

    path: Path
    heads: tuple[str, ...]
    rows: Mapping[int, Mapping[str, str]]


def file_content(file: str) -> bytes:
    """The bytes of a user's file; no more is read than a file may hold. Raises KeyFileError."""
    try:
        with Path(file).open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise KeyFileError(Path(file), None, None, "unreadable", found=error.strerror) from error


def municipal_key_from(content: bytes, name: str) -> MemberKey:
    """The key between the municipalities in a file. Raises KeyFileError.

    The file has the columns ``kommunenummer`` and either ``indeks``, which is multiplied by the inhabitants, or
    ``andel``, adding up to 1 or to 100; ``kommune`` may stand beside them. Every municipality stands once. name: the
    file's, for messages.
    """
    file = _read(Path(name), content, VALUES)
    value = next((head for head in file.heads if head in VALUES), None)
    if value is None:
        raise KeyFileError(file.path, 1, None, "no_value", expected=" or ".join(VALUES))
    by_number = {number: _number(file, row, value) for number, row in _municipalities_of(file)}
    missing = [one for one in municipalities().values() if one.number not in by_number]
    if missing:
        first, problem = f"{missing[0].number} {missing[0].label}", "missing" if len(missing) > 1 else "missing_one"
        raise KeyFileError(file.path, None, NUMBER, problem, found=first, count=len(missing) - 1)
    if value == "andel":
        _check_sum(file, math.fsum(by_number.values()))
    weigh = {number: one.population if value == "indeks" else 1 for number, one in municipalities().items()}
    weights = [by_number[number] * weight for number, weight in weigh.items()]
    return MemberKey.of(Path(name).name, weights, ["given"] * len(weights))


def vkp_users_from(content: bytes, name: str) -> frozenset[str]:
    """The municipalities, by number, that a file with the column ``kommunenummer`` lists. Raises KeyFileError."""
    file = _read(Path(name), content, ())
    users = frozenset(number for number, _ in _municipalities_of(file))
    if not users:
        raise KeyFileError(file.path, None, None, "no_users")
    return users


def _read(path: Path, content: bytes, values: tuple[str, ...]) -> _File:
    if len(content) > LARGEST_FILE:
        raise KeyFileError(path, None, None, "size", expected=f"{LARGEST_FILE // 1000:,}")
    if content.startswith(WORKBOOK):
        raise KeyFileError(path, None, None, "workbook")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")  # Excel's CSV; only names hold other than plain letters
    head, _, _ = text.lstrip().partition("\n")
    reader = csv.reader(StringIO(text, newline=""), delimiter=";" if ";" in head else ",", strict=True)
    try:
        lines = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except csv.Error as error:
        raise KeyFileError(path, reader.line_num, None, "csv", found=error) from error
    filled = [(line, cells) for line, cells in lines if any(cells)]
    if not filled:
        raise KeyFileError(path, None, None, "empty")
    heads = _heads(path, filled[0][1], values)
    return _File(path, heads, dict(_cells(path, heads, filled[1:])))


def _heads(path: Path, found: list[str], values: tuple[str, ...]) -> tuple[str, ...]:
    """The head's words as the model says them; a kind of column stands once."""
    known = HEADS | {value: value for value in values}
    for head in found:
        if head.lower() not in known:
            expected = ", ".join((NUMBER, NAME, *values))
            raise KeyFileError(path, 1, shown(head), "unknown_column", expected=expected)
    heads = tuple(known[head.lower()] for head in found)
    kinds = ["value" if head in VALUES else head for head in heads]
    for place, kind in enumerate(kinds):
        if kind in kinds[:place]:
            raise KeyFileError(path, 1, heads[place], "repeated_column")
    if NUMBER not in heads:
        raise KeyFileError(path, 1, NUMBER, "no_number", found=shown(", ".join(found)))
    return heads


def _cells(
    path: Path, heads: tuple[str, ...], lines: list[tuple[int, list[str]]]
) -> Iterator[tuple[int, dict[str, str]]]:
    for line, cells in lines:
        if len(cells) != len(heads):
            raise KeyFileError(path, line, None, "cells", found=len(cells), expected=len(heads))
        yield line, dict(zip(heads, cells, strict=True))


def _municipalities_of(file: _File) -> Iterator[tuple[str, int]]:
    """Number and row of each line; a leading zero that a spreadsheet has dropped is put back."""
    seen: dict[str, int] = {}
    for row, cells in file.rows.items():
        number = cells[NUMBER].zfill(4)
        if number not in municipalities():
            raise KeyFileError(file.path, row, NUMBER, "unknown", found=shown(cells[NUMBER]))
        if number in seen:
            raise KeyFileError(file.path, row, NUMBER, "repeated", found=number, first=seen[number])
        seen[number] = row
        yield number, row


def _number(file: _File, row: int, column: str) -> float:
    text = file.rows[row][column]
    value = float(text.replace(",", ".")) if PRINTED.fullmatch(text) else math.nan
    low, high = INDEX if column == "indeks" else (0.0, max(SHARES_ADD_UP_TO))
    if not low <= value <= high:
        raise KeyFileError(file.path, row, column, "number", found=shown(text), low=f"{low:g}", high=f"{high:g}")
    return value


def _check_sum(file: _File, total: float) -> None:
    if not any(abs(total - whole) <= SHARES_ADD_UP_WITHIN * whole for whole in SHARES_ADD_UP_TO):
        raise KeyFileError(file.path, None, "andel", "sum", found=f"{total:.6g}")
