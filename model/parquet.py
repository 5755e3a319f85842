"""Tidy rows as a Parquet file, with unit and baseline in its metadata."""

from collections.abc import Iterable, Sequence
from io import BytesIO

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from model.axes import Array
from model.published import published

Label = tuple[int, str, str]
WORDS = pa.dictionary(pa.int32(), pa.string())


def parquet(labels: Sequence[Label], chunks: Iterable[tuple[int, Array]], is_batch: bool) -> bytes:
    """The bytes of a Parquet file.

    labels: year, solution and component of each row of a scenario. chunks: the number of the first scenario and
    (scenario, row) amounts, MNOK. is_batch: whether the first column is the scenario's number.
    """
    from pyarrow.parquet import ParquetWriter  # here, for it is slow to import and most runs write CSV

    fields = [
        pa.field("year", pa.int32()),
        pa.field("solution", WORDS),
        pa.field("component", WORDS),
        pa.field("amount_mnok", pa.float64(), metadata={"unit": "mnok"}),
    ]
    numbered = [pa.field("scenario", pa.int32())] if is_batch else []
    schema = pa.schema(numbered + fields, metadata={"unit": "mnok", "baseline": published().id})
    buffer = BytesIO()
    with ParquetWriter(buffer, schema) as writer:
        for start, amounts in chunks:
            size = len(amounts)
            columns = [_integers(np.repeat(np.arange(start, start + size), len(labels)))] if is_batch else []
            columns.append(_integers(np.tile([year for year, _, _ in labels], size)))
            columns.append(_words([solution for _, solution, _ in labels], size))
            columns.append(_words([component for _, _, component in labels], size))
            columns.append(_column(pa.float64(), np.ascontiguousarray(amounts).ravel()))
            writer.write_batch(pa.record_batch(columns, schema=schema))
    return buffer.getvalue()


def _column(kind: pa.DataType, values: npt.NDArray[np.generic]) -> pa.Array:
    """A column over an array's own memory; ``pa.array`` would import pandas, which takes longer than the run."""
    return pa.Array.from_buffers(kind, len(values), [None, pa.py_buffer(values)])


def _integers(values: npt.ArrayLike) -> pa.Array:
    return _column(pa.int32(), np.asarray(values, dtype=np.int32))


def _words(texts: Sequence[str], times: int) -> pa.Array:
    """A column of the texts, repeated ``times`` over, as a dictionary of the different ones."""
    words = list(dict.fromkeys(texts))
    ends = np.cumsum([0, *(len(word.encode()) for word in words)], dtype=np.int32)
    buffers = [None, pa.py_buffer(ends), pa.py_buffer("".join(words).encode())]
    dictionary = pa.Array.from_buffers(pa.string(), len(words), buffers)
    places = _integers(np.tile([words.index(text) for text in texts], times))
    return pa.DictionaryArray.from_arrays(places, dictionary)
