"""What a figure shows, beside what its addresses open: both must say the same."""

import re
from collections.abc import Iterator, Sequence

import pytest

from charts.calculation.opened import node_at
from charts.calculation.words import step
from charts.records.bridge import Bridge
from charts.records.figure import Figure, KeyFigure, Table
from charts.records.flow import Flow
from charts.records.points import Points
from charts.records.stack import Stack
from charts.words.context import Context
from texts.numbers import read_back

NUMBER = re.compile(r"[+\u2212]?\d[\d\u202f., ]*")


def opened_figures(figure: Figure) -> Iterator[tuple[str, str, float | None]]:
    """Address, what is written there, and the amount where a bar has it, MNOK, of every figure that opens."""
    if isinstance(figure, Bridge):
        yield from ((row.opens, row.text, row.scenario.amount) for row in figure.rows)
        yield figure.difference_opens, figure.difference, None
    if isinstance(figure, Stack):
        for column in figure.columns:
            yield column.opens, column.text, None
            yield column.marker_opens, "", column.marker
            yield from ((part.opens, "", part.span.amount) for part in (*column.segments, *column.reference))
    if isinstance(figure, Flow):
        for row in figure.rows:
            yield from ((part.opens, "", part.span.amount) for part in (*row.whole, *row.rest))
            yield row.opens, "", None
            yield row.rest_opens, "", None
    if isinstance(figure, Points):
        for series in figure.series:
            yield from ((point.opens, "", point.value) for point in (*series.points, *series.reference))
    yield from opened_cells(figure.table)


def opened_cells(table: Table) -> Iterator[tuple[str, str, None]]:
    """The same of a table's cells."""
    assert not table.opens or len(table.opens) == len(table.rows)
    for cells, opens in zip(table.rows, table.opens, strict=False):
        assert len(cells) == len(opens), cells
        yield from ((path, cell, None) for cell, path in zip(cells, opens, strict=True))


def opened_keys(keys: Sequence[KeyFigure]) -> Iterator[tuple[str, str, None]]:
    """The same of key figures."""
    return ((key.opens, key.value, None) for key in keys)


def check(found: Iterator[tuple[str, str, float | None]], contexts: Sequence[Context]) -> int:
    """Fails where what opens is not what is shown, or has no words; gives how many figures open."""
    count = 0
    for path, written, amount in found:
        if not path:
            continue
        node, context = node_at(path, contexts)
        assert step(node, path, context).title
        shown = NUMBER.search(written)
        if amount is not None:
            assert node.value == pytest.approx(amount, abs=1e-6), path
        elif shown:
            text = shown[0].strip(" .,")
            number = read_back(text, context.texts.language)
            assert number is not None, (path, written)
            exponent = number.as_tuple().exponent
            half = 0.5 * 10.0 ** int(exponent)
            value = node.value * 100 if node.unit == "share" and "%" in written else node.value
            assert float(number) == pytest.approx(value, abs=half + 1e-9), (path, written, node.value)
        count += 1
    return count
