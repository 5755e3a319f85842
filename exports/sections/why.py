"""What changed and why: the difference in financing need divided over the levers that make it."""

from dataclasses import replace
from itertools import compress

import numpy as np

from charts.bridges.effect import effect
from charts.bridges.margin import margin_in_words
from charts.bridges.reasons import reasons_bridge
from charts.bridges.why import Reasons, cause, lever_name, reasons
from charts.words.context import SAME
from exports.sections.section import Message, Section
from exports.subject import Subject
from exports.tables import DataColumn, DataTable, Value


def section(subject: Subject) -> Section:
    """A bridge from the reference's need to the scenario's, a step per group of levers, and every year as a table."""
    texts, reasons = subject.texts, _reasons(subject)
    table = _table(subject, reasons)
    if not reasons.levers:
        return Section(
            "why",
            texts("export.why"),
            sentences=(texts("export.why_none", reference=subject.context.the_reference),),
            data=(table,),
        )
    figure = reasons_bridge(reasons, subject.question.year, subject.context)
    told = [cause(reasons, subject.question.year, subject.context), margin_in_words(subject.context)]
    sentences = tuple(filter(None, told))
    said = effect(reasons, subject.question.year, subject.context)
    return Section(
        name="why",
        title=texts("export.why"),
        sentences=sentences,
        figures=(figure,),
        data=(table,),
        messages=(Message(said, figure=figure, sentences=sentences),) if said else (),
    )


def _reasons(subject: Subject) -> Reasons:
    """The reasons with the levers that move the need in some year, and no others."""
    every = reasons(subject.answer)
    moving = np.abs(every.amounts).max(axis=0) >= SAME
    levers, groups = (tuple(compress(part, moving)) for part in (every.levers, every.groups))
    return replace(every, amounts=every.amounts[:, moving], levers=levers, groups=groups)


def _table(subject: Subject, reasons: Reasons) -> DataTable:
    """Groups down, years across."""
    texts = subject.texts
    years = (DataColumn(f"year_{year}_mnok", str(year), "mnok_change") for year in reasons.years)
    columns = (DataColumn("lever", texts("export.lever_id")), DataColumn("lever_name", texts("export.lever")), *years)
    rows: list[tuple[Value, ...]] = [
        (lever, lever_name(lever, subject.baseline, texts), *amounts.tolist())
        for lever, amounts in zip(reasons.levers, reasons.amounts.T, strict=True)
    ]
    rows.append(("sum", texts("solution.sum"), *reasons.amounts.sum(axis=1).tolist()))
    return DataTable("attribution", texts("export.why"), columns, tuple(rows))
