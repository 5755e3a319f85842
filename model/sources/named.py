"""The rows that ``data/`` has in words: parameters, measures, ready scenarios, rules, remarks, quotations."""

from collections.abc import Iterator, Mapping
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.parameters import Parameter, parameters
from model.reading.entries import Entry, entries
from model.reading.tables import DATA, toml_table
from model.sources.ready import as_written, moved_row, preset_rows, project_rows
from model.sources.row import (
    KEY,
    MEASURE,
    PARAMETER,
    QUOTATION,
    RANGE,
    STATEMENT,
    SourceRow,
    Value,
    recorded,
)
from model.uncertainty.default_ranges import default_ranges, has_default_ranges
from model.uncertainty.ranges import NUMBERS

STATEMENTS: Final[Mapping[str, str]] = {
    "open_questions.toml": "open_question",
    "beside/earlier_funds_remarks.toml": "funds_remark",
    "payers/breaks.toml": "payment_break",
    "history/breaks.toml": "scope_break",
    "history/remarks.toml": "remark",
}
"""Files of what documents leave open or say of their figures → what each of their entries is."""

RULES: Final = "payers/payers.toml"
QUOTED: Final = "quotations.toml"


def named_rows(baseline: Baseline) -> Iterator[SourceRow]:
    """What has words of its own, of a baseline and of all."""
    for parameter in parameters(baseline).values():
        yield _parameter(parameter)
    yield from _measures(baseline)
    yield from preset_rows(baseline)
    yield from project_rows(baseline)
    if has_default_ranges(baseline):
        yield from _ranges(baseline)
    for name, entry in entries(DATA / RULES).items():
        yield _rule(name, entry)
    for file, role in STATEMENTS.items():
        path = baseline.beside(file) or DATA / file
        for name, entry in entries(path).items() if path.exists() else ():
            yield _statement(role, name, entry)
    yield from _quotations()


def _parameter(parameter: Parameter) -> SourceRow:
    place, records = recorded(parameter.where)
    bounds = {name: getattr(parameter, name) for name in ("default", "low", "high", "step")}
    values = tuple(
        Value((name,), (), str(bound), parameter.unit) for name, bound in bounds.items() if bound not in (None, "")
    )
    return SourceRow(
        id=f"{PARAMETER}.{parameter.name}",
        kind=PARAMETER,
        role=parameter.group,
        label=parameter.label,
        text=parameter.description,
        document=parameter.source,
        place=place,
        unit=parameter.unit,
        records=records,
        values=values,
    )


def _measures(baseline: Baseline) -> Iterator[SourceRow]:
    for measure in baseline.measures.values():
        place, records = recorded(measure.where)
        yield SourceRow(
            id=f"{MEASURE}.{measure.name}",
            kind=MEASURE,
            role="published" if measure.published else "optional",
            about=tuple(dict.fromkeys(part.solution for part in measure.parts)),
            label=measure.label,
            text=measure.description,
            document=measure.source,
            place=place,
            unit="mnok",
            prices=str(baseline.base_year),
            records=records,
            values=tuple(
                Value((part.solution,), (part.component, str(part.year or "")), f"{part.amount_mnok:g}", "mnok")
                for part in measure.parts
                if part.amount_mnok is not None
            )
            or ((Value(("amount_mnok",), (), f"{measure.amount_mnok:g}", "mnok"),) if measure.amount_mnok else ()),
        )


def _ranges(baseline: Baseline) -> Iterator[SourceRow]:
    known = default_ranges(baseline)
    for path, reason in known.reasons.items():
        ((kind, given),) = known.ranges.given[path].items()
        named = zip(NUMBERS[kind], given, strict=True) if kind in NUMBERS else ((kind, given),)
        moved = moved_row(path)
        place, records = recorded(reason.where)
        yield SourceRow(
            id=f"{RANGE}.{path}",
            kind=RANGE,
            role=reason.grade,
            about=tuple(path.split(".")[-2:]) if moved.startswith(MEASURE) else (path,),
            text=reason.reason,
            document=reason.source,
            place=place,
            records=records,
            uses=(moved,),
            values=tuple(Value((name,), (), as_written(value), "") for name, value in named),
        )


def _rule(name: str, entry: Entry) -> SourceRow:
    place, records = recorded(entry.text("where"))
    value = Value((), (), f"{entry.number('value'):g}", "share")
    return SourceRow(
        id=f"{KEY}.{name}",
        kind=KEY,
        role=name,
        document=entry.text("source"),
        place=place,
        unit="share",
        records=records,
        values=(value,),
    )


def _statement(role: str, name: str, entry: Entry) -> SourceRow:
    place, records = recorded(entry.text("where"))
    return SourceRow(
        id=f"{STATEMENT}.{role}.{name}",
        kind=STATEMENT,
        role=role,
        about=(str(entry.values["year"]),) if entry.has("year") else (),
        label=entry.texts("label") if entry.has("label") else {},
        text=entry.texts("text"),
        document=entry.text("source"),
        place=place,
        quality={"ours": 1} if entry.has("ours") else {},
        records=records,
        pages=(entry.text("page"),) if entry.has("page") else (),
    )


def _quotations() -> Iterator[SourceRow]:
    for document, places in toml_table(DATA / QUOTED).items():
        values = tuple(Value((place,), (), passage, "words") for place, said in places.items() for passage in said)
        yield SourceRow(
            id=f"{QUOTATION}.{document.partition('_')[0]}",
            kind=QUOTATION,
            role="quoted",
            document=document,
            place="; ".join(places),
            unit="words",
            values=values,
        )
