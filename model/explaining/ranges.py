"""The range of a lever as the leaf of a calculation: what it may be, and where that stands."""

from collections.abc import Sequence

from model.explaining.levers import UNITS
from model.explaining.node import RANGE, Node, Source
from model.explaining.operations import OWN, SHARE
from model.explaining.origins import source_of
from model.scenario.fields import column_value
from model.uncertainty.default_ranges import default_ranges, has_default_ranges
from model.uncertainty.ranges import Ranges, middle
from model.uncertainty.written import parsed, written


def range_leaves(ranges: Ranges, changed: Sequence[str]) -> tuple[Node, ...]:
    """Each lever that the ranges name, drawn or fixed, with its median. changed: texts of a visitor's own."""
    own = {parsed(text)[0] for text in changed}
    return tuple(_leaf(ranges, path, path in own) for path in (*ranges.levers, *ranges.numbers_fixed))


def _leaf(ranges: Ranges, path: str, is_own: bool) -> Node:
    is_drawn = path in ranges.levers
    value = middle(ranges.levers[path]) if is_drawn else column_value(ranges.fixed[path])
    text, unit = written(path, ranges.given[path]), UNITS.get(path.rpartition(".")[2], SHARE)
    at = Source(OWN, place=path) if is_own else _source(ranges, path)
    return Node(path, value, unit, RANGE, source=Source(at.document, place=at.place, printed=text, record=at.record))


def _source(ranges: Ranges, path: str) -> Source:
    """Where a default range stands."""
    if not has_default_ranges(ranges.baseline):
        return Source(OWN, place=path)
    reason = default_ranges(ranges.baseline).reasons[path]
    return source_of(reason.source, reason.where)
