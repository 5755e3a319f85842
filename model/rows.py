"""Results as tidy rows in bytes: CSV, JSON or Parquet. Amounts are unrounded and read back unchanged."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final

import numpy as np

from model.axes import COMPONENTS, SOLUTIONS, Array
from model.parquet import parquet
from model.result import Result
from model.scenario import Scenario
from model.steps import run

FORMATS: Final = ("csv", "json", "parquet")
ROW_COMPONENTS: Final = (*COMPONENTS, "unspent", "shortfall")
CHUNK: Final = 1024
"""Scenarios computed and written at a time, so that memory does not grow with the file."""

Label = tuple[int, str, str]
"""Year, solution and component of a row."""

Chunk = tuple[int, Array]
"""The number of a chunk's first scenario, and (scenario, row) amounts in MNOK."""


def encoded_run(scenarios: Sequence[Scenario], last_year: int, form: str, is_batch: bool) -> Iterator[bytes]:
    """The rows of some scenarios by scenario, year, solution and component, in one of ``FORMATS``.

    is_batch: whether a row begins with the number of its scenario, from 0. Raises ModelError before any bytes.
    """
    years = run(scenarios[:1], last_year).years
    labels = list(product(years, SOLUTIONS, ROW_COMPONENTS))
    chunks = _chunks(scenarios, last_year)
    if form == "parquet":
        return iter([parquet(labels, chunks, is_batch)])
    return _csv(labels, chunks, is_batch) if form == "csv" else _json(labels, chunks, is_batch)


def row_amounts(result: Result) -> Array:
    """(scenario, row): the amounts of a result in the order of its rows, MNOK; a negative zero becomes zero."""
    amounts = result.amounts()
    stacked = np.stack([amounts[name] for name in ROW_COMPONENTS], axis=2)
    rows: Array = stacked.reshape(-1, stacked.shape[-1]).T + 0.0
    return rows


def _chunks(scenarios: Sequence[Scenario], last_year: int) -> Iterator[Chunk]:
    for start in range(0, len(scenarios), CHUNK):
        yield start, row_amounts(run(scenarios[start : start + CHUNK], last_year))


def _csv(labels: Sequence[Label], chunks: Iterable[Chunk], is_batch: bool) -> Iterator[bytes]:
    yield b"scenario,year,solution,component,amount_mnok\n" if is_batch else b"year,solution,component,amount_mnok\n"
    texts = [f"{year},{solution},{component}," for year, solution, component in labels]
    for number, amounts in _scenarios(chunks):
        first = f"{number}," if is_batch else ""
        yield "".join(f"{first}{text}{amount!r}\n" for text, amount in zip(texts, amounts, strict=True)).encode()


def _json(labels: Sequence[Label], chunks: Iterable[Chunk], is_batch: bool) -> Iterator[bytes]:
    """One array of objects. All names are plain letters, so that they need no escapes."""
    texts = [
        f'"year": {year}, "solution": "{solution}", "component": "{component}", "amount_mnok": '
        for year, solution, component in labels
    ]
    before = "[\n"
    for number, amounts in _scenarios(chunks):
        first = f'"scenario": {number}, ' if is_batch else ""
        rows = (f"{{{first}{text}{amount!r}}}" for text, amount in zip(texts, amounts, strict=True))
        yield (before + ",\n".join(rows)).encode()
        before = ",\n"
    yield b"\n]\n"


def _scenarios(chunks: Iterable[Chunk]) -> Iterator[tuple[int, list[float]]]:
    for start, amounts in chunks:
        for number, row in enumerate(amounts, start=start):
            yield number, row.tolist()
