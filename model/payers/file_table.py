"""The table in a file that a user gives: which lines belong to it, and which only stand round it.

Only the columns that are needed are read. Round the table may stand what a ministry publishes with it: titles, second
heads, the columns' numbers, sums, sources. Such lines hold no municipality's number and are passed over; that they were
is noted.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from model.payers.file_cells import KeyFileError, Lines, filled_lines
from model.payers.municipalities import municipalities
from model.reading.errors import shown

NUMBER: Final = "kommunenummer"
NUMBER_HEADS: Final = (NUMBER, "kommunenr")
VALUES: Final = ("indeks", "andel")
NO_LETTER: Final = re.compile(r"[\W_]+")

HEAD_WITHIN: Final = 20
"""Filled lines in which the head is looked for."""

MEANT_AS_NUMBER: Final = re.compile(r"\d+([.,]\d+)?|\S*\d{3}\S*|\d{3}.*|#.*")
"""What stands for a municipality's number, right or wrong: «301», «30», «1103x», «0301 Oslo», «#REF!»."""


@dataclass(frozen=True, slots=True)
class FileNote:
    """What was chosen and left out in reading a file.

    sheet: the one that was read, where others are visible too. passed_over: the lines under the head that hold no
    municipality's number.
    """

    sheet: str = ""
    passed_over: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FileTable:
    """A file's cells that are read: rows by the number of their line, each with the cells by the head's word.

    head_line: where the heads stand.
    """

    path: Path
    head_line: int
    heads: tuple[str, ...]
    rows: Mapping[int, Mapping[str, str]]
    note: FileNote


def read_table(path: Path, content: bytes, values: tuple[str, ...]) -> FileTable:
    """The table in a file. values: the words of which one column is headed, none where none is needed.

    Raises KeyFileError.
    """
    lines, sheet = filled_lines(path, content)
    at = _head_at(lines, values)
    line, heads = lines[at][0], _heads(path, lines, at, values)
    for above, cells in lines[:at]:
        if number := next((cell for cell in cells if cell in municipalities()), ""):
            raise KeyFileError(path, above, None, "above_head", found=number)
    passed_over, rows = _sorted(path, heads, lines[at + 1 :])
    note = FileNote(sheet, passed_over)
    return FileTable(path, line, tuple(head for head in heads if head), rows, note)


def _head_at(lines: Lines, values: tuple[str, ...]) -> int:
    """Where the head is: the first line with all the words, otherwise with the number's, otherwise the first."""
    heads_by_line = [set(_known(cells, values)) for _, cells in lines[:HEAD_WITHIN]]
    whole = (at for at, heads in enumerate(heads_by_line) if NUMBER in heads and (not values or heads & set(values)))
    return next(whole, next((at for at, heads in enumerate(heads_by_line) if NUMBER in heads), 0))


def _known(cells: Iterable[str], values: tuple[str, ...]) -> tuple[str, ...]:
    """The head's words as the model says them, empty for a column that is not read."""
    known = dict.fromkeys(NUMBER_HEADS, NUMBER) | {value: value for value in values}
    return tuple(known.get(NO_LETTER.sub("", cell.lower()), "") for cell in cells)


def _heads(path: Path, lines: Lines, at: int, values: tuple[str, ...]) -> tuple[str, ...]:
    """The words over each column, empty over one that is not read; a kind of column stands once.

    A head may be two lines high: the value's word may stand in the line under the number's, or over it.
    """
    line, words = lines[at]
    heads = _known(words, values)
    for beside in (*lines[at + 1 : at + 2], *lines[max(0, at - 1) : at]):
        if not set(heads) & set(VALUES) and len(beside[1]) == len(heads):
            other = _known(beside[1], values)
            heads = tuple(own or (word if word in values else "") for own, word in zip(heads, other, strict=True))
    kinds = ["value" if head in VALUES else head for head in heads]
    for place, kind in enumerate(kinds):
        if kind and kind in kinds[:place]:
            raise KeyFileError(path, line, heads[place], "repeated_column")
    if NUMBER not in heads:
        raise KeyFileError(path, line, NUMBER, "no_number", found=shown(", ".join(words)))
    return heads


def _sorted(
    path: Path, heads: tuple[str, ...], lines: Lines
) -> tuple[tuple[int, ...], Mapping[int, Mapping[str, str]]]:
    """The lines under the head that are passed over, and the cells of the others by the head's word."""
    passed_over: list[tuple[int, list[str]]] = []
    rows: dict[int, dict[str, str]] = {}
    place = heads.index(NUMBER)
    for line, cells in lines:
        if _is_beside(cells, place) or (not rows and _numbers_columns(cells, place)):
            passed_over.append((line, cells))
        elif len(cells) != len(heads):
            raise KeyFileError(path, line, None, "cells", found=len(cells), expected=len(heads))
        else:
            rows[line] = {head: cell for head, cell in zip(heads, cells, strict=True) if head}
    _check_passed_over(path, place, passed_over, {row[NUMBER].zfill(4) for row in rows.values()})
    return tuple(line for line, _ in passed_over), rows


def _is_beside(cells: list[str], place: int) -> bool:
    """Whether a line belongs to no municipality: words, and nowhere what stands for a number of one."""
    if any(cell in municipalities() for cell in cells) or MEANT_AS_NUMBER.fullmatch(_cell(cells, place)):
        return False
    text = "".join(cells)
    return any(letter.isalpha() for letter in text) or not any(letter.isdigit() for letter in text)


def _numbers_columns(cells: list[str], place: int) -> bool:
    """Whether a line numbers the columns, the municipalities' too: «1, 2, 3»."""
    filled = [NO_LETTER.sub("", cell) for cell in cells if cell]
    return _cell(cells, place) != "" and filled == [str(number) for number in range(1, len(filled) + 1)]


def _check_passed_over(path: Path, place: int, lines: Lines, read: set[str]) -> None:
    """Raises KeyFileError where a line without a number names a municipality that stands nowhere else."""
    elsewhere = {municipalities()[number].name for number in read if number in municipalities()}
    lost = {
        municipality.name.lower() for municipality in municipalities().values() if municipality.name not in elsewhere
    }
    for line, cells in lines:
        if any(cell.lower() in lost for cell in cells):
            raise KeyFileError(path, line, NUMBER, "unknown", found=shown(_cell(cells, place)))


def _cell(cells: list[str], place: int) -> str:
    """The cell of a column; a line may end before it."""
    return cells[place] if place < len(cells) else ""
