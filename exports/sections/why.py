"""What changed and why: the difference in financing need divided over the levers that make it."""

from itertools import compress

import numpy as np

from charts.bridges.reasons import Reasons, cause, lever_name, reasons, reasons_bridge
from charts.words.context import SAME
from exports.sections.section import Section
from exports.subject import Subject
from exports.tables import DataTable, Field, Value


def section(of: Subject) -> Section:
    """A bridge from the reference's need to the scenario's, a step per group of levers, and every year as a table."""
    texts, found = of.texts, _reasons(of)
    table = _table(of, found)
    if not found.levers:
        return Section(
            "why", texts("export.why"), said=(texts("export.why_none", reference=of.context.against),), data=(table,)
        )
    figure = reasons_bridge(found, of.question.year, of.context)
    said = tuple(filter(None, [cause(found, of.question.year, of.context)]))
    return Section("why", texts("export.why"), said=said, figures=(figure,), data=(table,))


def _reasons(of: Subject) -> Reasons:
    """Of the levers that move it."""
    found = reasons(of.answer)
    moving = np.abs(found.amounts).max(axis=0) >= SAME
    names = [tuple(compress(part, moving)) for part in (found.levers, found.groups)]
    return Reasons(found.years, found.scenario, found.reference, found.amounts[:, moving], *names)


def _table(of: Subject, found: Reasons) -> DataTable:
    """Groups down, years across."""
    texts = of.texts
    years = (Field(f"year_{year}_mnok", str(year), "mnok_change") for year in found.years)
    fields = (Field("lever", texts("export.lever_id")), Field("lever_name", texts("export.lever")), *years)
    rows: list[tuple[Value, ...]] = [
        (lever, lever_name(lever, texts), *amounts.tolist())
        for lever, amounts in zip(found.levers, found.amounts.T, strict=True)
    ]
    rows.append(("sum", texts("solution.sum"), *found.amounts.sum(axis=1).tolist()))
    return DataTable("attribution", texts("export.why"), fields, tuple(rows))
