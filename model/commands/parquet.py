"""Tidy rows as a Parquet file, with unit and baseline in its metadata."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

WORDS = pa.dictionary(pa.int32(), pa.string())


def parquet(
    columns: Sequence[str],
    labels: Sequence[tuple[int | str, ...]],
    chunks: Iterable[tuple[int, npt.NDArray[Any]]],
    is_batch: bool,
    baseline: str,
) -> bytes:
    """The bytes of a Parquet file.

    columns: the names of a label's parts, and of the number last. labels: what names each row of a scenario.
    chunks: the number of the first scenario and (scenario, row) numbers. is_batch: whether the first column is the
    scenario's number. baseline: its id, for the metadata.
    """
    from pyarrow.parquet import ParquetWriter  # here, for it is slow to import and most runs write CSV

    parts = list(zip(*labels, strict=True))
    schema = _schema(columns, parts, is_batch, baseline)
    buffer = BytesIO()
    with ParquetWriter(buffer, schema) as writer:
        for start, numbers in chunks:
            size = len(numbers)
            arrays = [_integers(np.repeat(np.arange(start, start + size), len(labels)))] if is_batch else []
            arrays += [_words(part, size) if _is_text(part) else _integers(np.tile(part, size)) for part in parts]
            arrays.append(_column(pa.float64(), np.ascontiguousarray(numbers + 0.0).ravel()))
            writer.write_batch(pa.record_batch(arrays, schema=schema))
    return buffer.getvalue()


def _schema(columns: Sequence[str], parts: Sequence[Sequence[int | str]], is_batch: bool, baseline: str) -> pa.Schema:
    *names, value = columns
    unit = {"unit": "mnok"} if value.endswith("_mnok") else {}
    fields = [pa.field("scenario", pa.int32())] if is_batch else []
    for name, part in zip(names, parts, strict=True):
        fields.append(pa.field(name, WORDS if _is_text(part) else pa.int32()))
    fields.append(pa.field(value, pa.float64(), metadata=unit or None))
    return pa.schema(fields, metadata={**unit, "baseline": baseline})


def _is_text(part: Sequence[int | str]) -> bool:
    return isinstance(part[0], str)


def _column(kind: pa.DataType, values: npt.NDArray[np.generic]) -> pa.Array:
    """A column over an array's own memory; ``pa.array`` would import pandas, which takes longer than the run."""
    return pa.Array.from_buffers(kind, len(values), [None, pa.py_buffer(values)])


def _integers(values: npt.ArrayLike) -> pa.Array:
    return _column(pa.int32(), np.asarray(values, dtype=np.int32))


def _words(texts: Sequence[int | str], times: int) -> pa.Array:
    """A column of the texts, repeated ``times`` over, as a dictionary of the different ones."""
    words = list(dict.fromkeys(map(str, texts)))
    ends = np.cumsum([0, *(len(word.encode()) for word in words)], dtype=np.int32)
    buffers = [None, pa.py_buffer(ends), pa.py_buffer("".join(words).encode())]
    dictionary = pa.Array.from_buffers(pa.string(), len(words), buffers)
    places = _integers(np.tile([words.index(str(text)) for text in texts], times))
    return pa.DictionaryArray.from_arrays(places, dictionary)
