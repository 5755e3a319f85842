"""The inventory of what the model starts from: every table, parameter, measure, key, index, law and assumption."""

from collections.abc import Mapping
from types import MappingProxyType

from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.sources.held import held_rows
from model.sources.named import named_rows
from model.sources.row import KINDS, SourceRow, Value
from model.sources.sheets import sheet_rows

__all__ = ["KINDS", "SourceRow", "Value", "sources", "sources_by_id"]


@kept_with_baseline
def sources(baseline: Baseline) -> tuple[SourceRow, ...]:
    """Every row of the inventory, in the order of ``KINDS``: what is in ``data/``, and nothing beside it.

    What a baseline lacks has no row; of what is shared, only that which is of its solutions.
    """
    found = (*sheet_rows(baseline), *named_rows(baseline), *held_rows(baseline))
    return tuple(sorted(found, key=lambda row: KINDS.index(row.kind)))


@kept_with_baseline
def sources_by_id(baseline: Baseline) -> Mapping[str, SourceRow]:
    """The same by their ids."""
    return MappingProxyType({row.id: row for row in sources(baseline)})
