"""Results as tidy rows in bytes: CSV, JSON or Parquet. Numbers are unrounded and read back unchanged."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy.typing as npt

from model.commands.parquet import parquet

FORMATS: Final = ("csv", "json", "parquet")
CHUNK: Final = 1024
"""Scenarios computed and written at a time, so that memory does not grow with the file."""

Label = tuple[int | str, ...]
"""What names a row, such as year, solution and component; of plain letters, so that nothing needs quotes."""

Numbers = npt.NDArray[Any]
Chunk = tuple[int, Numbers]
"""The number of a chunk's first scenario, and (scenario, row) numbers."""


@dataclass(frozen=True, slots=True, eq=False)
class TidyRows:
    """Rows that are named alike for every scenario, with a number each.

    columns: the names of a label's parts, and of the number last; one that ends in ``_mnok`` is in MNOK.
    labels: the rows of a scenario. chunks: their numbers, computed as they are asked for.
    is_batch: whether a row begins with the number of its scenario, from 0. baseline: the id of what they start from.
    """

    columns: tuple[str, ...]
    labels: Sequence[Label]
    chunks: Iterable[Chunk]
    is_batch: bool
    baseline: str


def encoded(rows: TidyRows, form: str) -> Iterator[bytes]:
    """The rows by scenario and label, in one of ``FORMATS``; a negative zero becomes zero."""
    if form == "parquet":
        return iter([parquet(rows.columns, rows.labels, rows.chunks, rows.is_batch, rows.baseline)])
    return _csv(rows) if form == "csv" else _json(rows)


def in_chunks(count: int, size: int = CHUNK) -> Iterator[range]:
    """The numbers of ``count`` scenarios, ``size`` at a time."""
    for start in range(0, count, size):
        yield range(start, min(start + size, count))


def _csv(rows: TidyRows) -> Iterator[bytes]:
    yield (",".join(("scenario", *rows.columns) if rows.is_batch else rows.columns) + "\n").encode()
    texts = ["".join(f"{part}," for part in label) for label in rows.labels]
    for number, amounts in _scenarios(rows.chunks):
        first = f"{number}," if rows.is_batch else ""
        yield "".join(f"{first}{text}{amount!r}\n" for text, amount in zip(texts, amounts, strict=True)).encode()


def _json(rows: TidyRows) -> Iterator[bytes]:
    """One JSON array of objects, in pieces: a scenario at a time."""
    *names, value = rows.columns
    texts = [
        "".join(f'"{name}": {json.dumps(part)}, ' for name, part in zip(names, label, strict=True)) + f'"{value}": '
        for label in rows.labels
    ]
    before = "[\n"
    for number, amounts in _scenarios(rows.chunks):
        first = f'"scenario": {number}, ' if rows.is_batch else ""
        objects = (f"{{{first}{text}{amount!r}}}" for text, amount in zip(texts, amounts, strict=True))
        yield (before + ",\n".join(objects)).encode()
        before = ",\n"
    yield b"\n]\n"


def _scenarios(chunks: Iterable[Chunk]) -> Iterator[tuple[int, list[float]]]:
    for start, numbers in chunks:
        for number, row in enumerate(numbers + 0, start=start):
            yield number, row.tolist()
