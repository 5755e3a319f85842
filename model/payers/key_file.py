"""Files that a user gives: an official key between the municipalities, and the list of those that use VKP.

Decimal comma or point; ``file_table`` says which lines are read.
"""

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from model.payers.file_cells import KeyFileError
from model.payers.file_table import NUMBER, VALUES, FileNote, FileTable, read_table
from model.payers.member_keys import MemberKey
from model.payers.municipalities import municipalities
from model.payers.search_keys import successors
from model.reading.errors import shown

INDEX: Final = (0.1, 10.0)
"""Between these lies any index around 1; a decimal sign that was lost lies outside."""

SHARES_ADD_UP_TO: Final = (1.0, 100.0)
SHARES_ADD_UP_WITHIN: Final = 1e-3
"""Relative: what 357 shares may lose by being rounded."""

PRINTED: Final = re.compile(r"\d{1,12}([.,]\d{1,40})?")


def municipal_key_from(content: bytes, name: str) -> MemberKey:
    """The key in a file, as ``read_municipal_key`` reads it. Raises KeyFileError."""
    return read_municipal_key(content, name)[0]


def vkp_users_from(content: bytes, name: str) -> frozenset[str]:
    """The users in a file, as ``read_vkp_users`` reads it. Raises KeyFileError."""
    return read_vkp_users(content, name)[0]


def read_municipal_key(content: bytes, name: str) -> tuple[MemberKey, FileNote]:
    """The key between the municipalities in a file, and how it was read. Raises KeyFileError.

    The file has the columns ``kommunenummer`` and either ``indeks``, which is multiplied by the inhabitants, or
    ``andel``, adding up to 1 or to 100; others are not read. Every municipality stands once. name: the file's, for
    messages.
    """
    file = read_table(Path(name), content, VALUES)
    value = next((head for head in file.heads if head in VALUES), None)
    if value is None:
        raise KeyFileError(file.path, file.head_line, None, "no_value", first=VALUES[0], second=VALUES[1])
    by_number = {number: _number(file, row, value) for number, row in _municipalities_of(file)}
    missing = [municipality for municipality in municipalities().values() if municipality.number not in by_number]
    if missing:
        first, problem = f"{missing[0].number} {missing[0].label}", "missing" if len(missing) > 1 else "missing_one"
        raise KeyFileError(file.path, None, NUMBER, problem, found=first, count=len(missing) - 1)
    if value == "andel":
        _check_sum(file, math.fsum(by_number.values()))
    weigh = {
        number: municipality.population if value == "indeks" else 1 for number, municipality in municipalities().items()
    }
    weights = [by_number[number] * weight for number, weight in weigh.items()]
    return MemberKey.of(Path(name).name, weights, ["given"] * len(weights)), file.note


def read_vkp_users(content: bytes, name: str) -> tuple[frozenset[str], FileNote]:
    """The municipalities, by number, that a file with the column ``kommunenummer`` lists. Raises KeyFileError."""
    file = read_table(Path(name), content, ())
    users = frozenset(number for number, _ in _municipalities_of(file))
    if not users:
        raise KeyFileError(file.path, None, None, "no_users")
    return users, file.note


def _municipalities_of(file: FileTable) -> Iterator[tuple[str, int]]:
    """Number and row of each line; a leading zero that a spreadsheet has dropped is put back."""
    row_of: dict[str, int] = {}
    for row, cells in file.rows.items():
        number = cells[NUMBER].zfill(4)
        if number not in municipalities():
            now = successors(number)
            raise KeyFileError(
                file.path, row, NUMBER, "former" if now else "unknown", found=shown(cells[NUMBER]), now=now
            )
        if number in row_of:
            raise KeyFileError(file.path, row, NUMBER, "repeated", found=number, first=row_of[number])
        row_of[number] = row
        yield number, row


def _number(file: FileTable, row: int, column: str) -> float:
    text = file.rows[row][column]
    value = float(text.replace(",", ".")) if PRINTED.fullmatch(text) else math.nan
    low, high = INDEX if column == "indeks" else (0.0, max(SHARES_ADD_UP_TO))
    if not low <= value <= high:
        raise KeyFileError(file.path, row, column, "number", found=shown(text), low=low, high=high)
    return value


def _check_sum(file: FileTable, total: float) -> None:
    if not any(abs(total - whole) <= SHARES_ADD_UP_WITHIN * whole for whole in SHARES_ADD_UP_TO):
        raise KeyFileError(file.path, None, "andel", "sum", found=total)
