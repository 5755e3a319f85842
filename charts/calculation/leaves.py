"""Where a leaf of a calculation stands: the printed cell, the lever, or the assumption and its decision record."""

import re
from collections.abc import Iterator
from typing import Final

from charts.calculation.kilder import assumption_of
from charts.calculation.places import cell_words
from charts.words.context import Context
from charts.words.ranges import range_words
from charts.words.settings import default, shown
from model import Scenario, parameters
from model.baseline.documents import documents
from model.explaining.node import CELL, LEVER, RANGE, Node, Source
from model.explaining.operations import ASKED, DEFINITION, OWN, RUN
from model.explaining.origins import ASSUMPTION
from model.uncertainty import default_ranges, has_default_ranges
from texts import Texts
from texts.numbers import MINUS

Fact = tuple[str, str]
NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")
NO_DOCUMENTS: Final = {DEFINITION: "of_equation", OWN: "own_data", RUN: "run", ASKED: "asked"}
"""What stands in place of a document → what is said of it."""

EQUATIONS: Final = "0170"
"""The decision record of what belongs to the form of an equation, such as its ones: no assumption about costs."""


def facts(node: Node, context: Context) -> tuple[Fact, ...]:
    """What is known of a leaf, each with what it is: document, table, row, column, digits; or default and source."""
    texts = context.texts
    of_kind = {LEVER: _of_lever, RANGE: _of_range}.get(node.op, _of_source)
    found = of_kind(node, context)
    return tuple((texts(f"calculation.fact.{name}"), value) for name, value in found if value)


def leaf_note(node: Node, texts: Texts) -> str:
    """What must be known of a leaf that is no published figure: an assumption, or a number of the equation itself."""
    source = node.source or Source()
    if source.document in NO_DOCUMENTS:
        return texts(f"calculation.{NO_DOCUMENTS[source.document]}")
    if source.document or not source.record:
        return ""
    return texts("calculation.of_equation" if source.record == EQUATIONS else "calculation.assumption")


def _of_lever(node: Node, context: Context) -> Iterator[Fact]:
    """What the scenario has, what the published figures have, and where that comes from."""
    texts, scenario = context.texts, context.question.scenario
    published = Scenario(figures=scenario.figures)
    usual = default(node.name, published)
    yield "default", shown(node.name, usual, scenario.figures, texts)
    field = parameters(scenario.figures).get(node.name.split(".")[-1])
    if field is not None:
        yield "what", field.description[texts.language]
        yield from _document(Source(field.source, place=field.where), texts)
    if node.source and node.source.record:
        yield "record", _record(node.source.record, texts)


def _of_range(node: Node, context: Context) -> Iterator[Fact]:
    """The default range where somebody has another, what speaks for it, and where that stands."""
    texts, baseline, source = context.texts, context.baseline, node.source or Source()
    known = default_ranges(baseline) if has_default_ranges(baseline) else None
    if known and node.name in known.reasons:
        if source.document == OWN:
            yield "default_range", range_words(node.name, known.ranges.given[node.name], baseline, texts)
        else:
            yield "reason", known.reasons[node.name].reason[texts.language]
    if source.document != OWN:
        yield from _of_source(node, context)


def _of_source(node: Node, context: Context) -> Iterator[Fact]:
    source, texts = node.source or Source(), context.texts
    yield from _document(source, texts)
    yield from zip(("table", "row", "column"), cell_words(source, context.baseline, texts), strict=True)
    yield "place", source.place
    if node.op == CELL:
        yield "printed", texts("calculation.printed", digits=_as_printed(source.printed)) if source.printed else ""
        yield "blank", "" if source.printed else texts("calculation.blank")
    if source.record:
        yield "record", _record(source.record, texts)


def _record(record: str, texts: Texts) -> str:
    """«Beslutningsnotat 0102: Marginen i anslagene»; the number alone of one that is listed as no assumption."""
    found, number = assumption_of(record), texts("calculation.record", number=record)
    return number if found is None else f"{number}: {found.title[texts.language]}"


def _as_printed(digits: str) -> str:
    """The digits as the documents print them, which are Norwegian in any language of the reader; words as they are."""
    return digits.replace(".", ",").replace("-", MINUS) if NUMBER.fullmatch(digits) else digits


def _document(source: Source, texts: Texts) -> Iterator[Fact]:
    """The title of the document and its edition; what is named but not known stays as it is."""
    known = documents(texts.language).get(source.document)
    if known is not None:
        yield "document", " · ".join(filter(None, (known.title, known.edition)))
    elif source.document and source.document not in (ASSUMPTION, *NO_DOCUMENTS):
        yield "document", source.document
