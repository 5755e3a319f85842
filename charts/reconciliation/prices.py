"""Whose kroner a printed figure is in, where its table says so."""

from collections.abc import Mapping
from types import MappingProxyType

from charts.sources.words import price_words
from model import Baseline
from model.baseline.kept import kept_with_baseline
from model.checks.check import Check
from model.checks.figure import MNOK
from model.sources import SourceRow, sources
from model.sources.row import STATEMENT
from texts import Texts


def price_basis(check: Check, baseline: Baseline, texts: Texts) -> str:
    """«2025-kroner»; empty for a percentage, for a count, and where the document does not say it of the whole table."""
    row = _tables(baseline).get((check.document, check.table)) if check.unit == MNOK else None
    return price_words(row, texts) if row is not None else ""


@kept_with_baseline
def _tables(baseline: Baseline) -> Mapping[tuple[str, str], SourceRow]:
    """Document and table → a row of the inventory that says its prices; none where its rows say different ones."""
    found: dict[tuple[str, str], list[SourceRow]] = {}
    for row in sources(baseline):
        if row.table and row.kind != STATEMENT:
            found.setdefault((row.document, row.table), []).append(row)
    return MappingProxyType(
        {place: rows[0] for place, rows in found.items() if len({each.prices for each in rows}) == 1 and rows[0].prices}
    )
