"""The row of the page Kilder that a leaf of a calculation stands in."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from model import Baseline
from model.baseline.kept import kept_with_baseline
from model.explaining.node import LEVER, RANGE, Node, Source
from model.explaining.operations import ASKED
from model.explaining.shares import LAW_AMOUNT
from model.sources import sources, sources_by_id
from model.sources.assumptions import Assumption, assumptions
from model.sources.row import RANGE as RANGE_ROW
from model.sources.row import TABLE

BETWEEN: Final = "; "
"""What stands between the places of a row or a figure that stands in several."""

OF_ASSUMPTION: Final = "assumption."
"""What the address of an assumption begins with, before its id."""


def kilde(node: Node, baseline: Baseline) -> str:
    """The id of a leaf's row; empty where it stands in none."""
    known = sources_by_id(baseline)
    found = (each for each in _candidates(node, baseline) if each.startswith(OF_ASSUMPTION) or each in known)
    return next(found, "")


def assumption_of(record: str) -> Assumption | None:
    """The assumption that a decision record is of; None where it is of none that is listed."""
    return next((each for each in assumptions().values() if each.record == record), None)


def _candidates(node: Node, baseline: Baseline) -> Iterator[str]:
    """The rows that a leaf may stand in, the likeliest first."""
    source = node.source or Source()
    if node.op == RANGE:
        yield f"{RANGE_ROW}.{node.name}"
    if node.op in (LEVER, RANGE):
        first, *rest = node.name.split(".")
        yield f"measure.{rest[0]}" if first == "measures" and rest else f"parameter.{node.name.split('.')[-1]}"
    if node.name == LAW_AMOUNT:
        yield from (f"law.amounts_{node.year}", f"law.history.{node.year}")
    yield from _of_table(source, baseline)
    if source.document in ("", ASKED) and (assumed := assumption_of(source.record)) is not None:
        yield OF_ASSUMPTION + assumed.id
    for place in filter(None, source.place.split(BETWEEN)):
        yield from (row.id for row in sources(baseline) if _stands(row.document, row.place, source.document, place))


def _of_table(source: Source, baseline: Baseline) -> Iterator[str]:
    """The row of a printed table, or of a sheet that is no table of the document."""
    known = _tables(baseline)
    for label in (source.table, *source.place.split(BETWEEN)):
        if found := known.get((source.document, label)):
            yield found
    yield f"index.series.{source.table}"
    yield f"input.{source.table}.{source.row.partition('.')[0]}"
    yield f"input.{source.table}"
    yield f"measure.{source.row}"
    yield f"law.{source.row}"


def _stands(document_of_row: str, places_of_row: str, document: str, place: str) -> bool:
    """Whether a figure's place is one of a row's."""
    return document == document_of_row and place in places_of_row.split(BETWEEN)


@kept_with_baseline
def _tables(baseline: Baseline) -> Mapping[tuple[str, str], str]:
    """Document and label of a printed table → the id of its row."""
    rows = (row for row in sources(baseline) if row.kind == TABLE and row.table)
    return MappingProxyType({(row.document, row.table): row.id for row in rows})
