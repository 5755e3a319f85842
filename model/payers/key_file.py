"""Files that a user gives: an official key between the municipalities, and the list of those that use VKP.

A table with a head; only the columns that are needed are read, decimal comma or point.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from model.errors import shown
from model.payers.file_cells import KeyFileError, Lines, filled_lines
from model.payers.member_keys import MemberKey
from model.payers.municipalities import municipalities

INDEX: Final = (0.1, 10.0)
"""Between these lies any index around 1; a decimal sign that was lost lies outside."""

SHARES_ADD_UP_TO: Final = (1.0, 100.0)
SHARES_ADD_UP_WITHIN: Final = 1e-3
"""Relative: what 357 shares may lose by being rounded."""

NUMBER: Final = "kommunenummer"
NUMBER_HEADS: Final = (NUMBER, "kommunenr")
VALUES: Final = ("indeks", "andel")
PRINTED: Final = re.compile(r"\d{1,12}([.,]\d{1,40})?")
NO_LETTER: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _File:
    """A file's cells that are read: rows by the number of their line, each with the cells by the head's word.

    head_line: where the heads stand.
    """

    path: Path
    head_line: int
    heads: tuple[str, ...]
    rows: Mapping[int, Mapping[str, str]]


def municipal_key_from(content: bytes, name: str) -> MemberKey:
    """The key between the municipalities in a file. Raises KeyFileError.

    The file has the columns ``kommunenummer`` and either ``indeks``, which is multiplied by the inhabitants, or
    ``andel``, adding up to 1 or to 100; others are not read. Every municipality stands once. name: the file's, for
    messages.
    """
    file = _read(Path(name), content, VALUES)
    value = next((head for head in file.heads if head in VALUES), None)
    if value is None:
        raise KeyFileError(file.path, file.head_line, None, "no_value", first=VALUES[0], second=VALUES[1])
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
    lines = filled_lines(path, content)
    line, found = lines[0]
    heads = _heads(path, line, found, values)
    return _File(path, line, tuple(head for head in heads if head), dict(_cells(path, heads, lines[1:])))


def _heads(path: Path, line: int, found: list[str], values: tuple[str, ...]) -> tuple[str, ...]:
    """The head's words as the model says them, empty for a column that is not read; a kind of column stands once."""
    known = dict.fromkeys(NUMBER_HEADS, NUMBER) | {value: value for value in values}
    heads = tuple(known.get(NO_LETTER.sub("", head.lower()), "") for head in found)
    kinds = ["value" if head in VALUES else head for head in heads]
    for place, kind in enumerate(kinds):
        if kind and kind in kinds[:place]:
            raise KeyFileError(path, line, heads[place], "repeated_column")
    if NUMBER not in heads:
        raise KeyFileError(path, line, NUMBER, "no_number", found=shown(", ".join(found)))
    return heads


def _cells(path: Path, heads: tuple[str, ...], lines: Lines) -> Iterator[tuple[int, dict[str, str]]]:
    for line, cells in lines:
        if len(cells) != len(heads):
            raise KeyFileError(path, line, None, "cells", found=len(cells), expected=len(heads))
        yield line, {head: cell for head, cell in zip(heads, cells, strict=True) if head}


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
        raise KeyFileError(file.path, row, column, "number", found=shown(text), low=low, high=high)
    return value


def _check_sum(file: _File, total: float) -> None:
    if not any(abs(total - whole) <= SHARES_ADD_UP_WITHIN * whole for whole in SHARES_ADD_UP_TO):
        raise KeyFileError(file.path, None, "andel", "sum", found=total)
