"""The calculations behind the key figures: what each is made of, and which tables and moved settings it rests on."""

from collections.abc import Iterator
from typing import Final

from charts.calculation.behind import behind, shown_terms
from charts.calculation.names import title
from charts.calculation.opened import node_at
from charts.calculation.values import rounded
from charts.calculation.words import step
from charts.plans.key_figures import key_figures
from charts.records.figure import Table
from charts.words.names import table_names
from exports.sections.section import Section
from exports.subject import Subject
from model.explaining.node import CELL, LEAVES, Node

COLUMNS: Final = ("name", "value", "of", "source")
TABLE: Final = "Tabell"
FEWEST: Final = 2
"""Terms that are something, of what is worth a row: one alone says what the row above says."""
MOST_NAMED: Final = 2
"""Moved settings that are named in a row; more are counted."""


def section(subject: Subject) -> Section:
    """A row for each key figure with what it is made of, and under it one for each term with what that is made of."""
    texts = subject.texts
    header = tuple(texts(f"calculation.annex_{column}") for column in COLUMNS)
    told: set[str] = set()
    rows = tuple(row for key in key_figures(subject.context) if key.opens for row in _rows(key.opens, told, subject))
    return Section(
        name="calculations",
        title=texts("calculation.annex_title"),
        sentences=(texts("calculation.annex_note"),),
        printed=(Table(header, rows),),
    )


def _rows(path: str, told: set[str], subject: Subject) -> Iterator[tuple[str, ...]]:
    """The key figure, and each of its terms that is something and is not ``told`` already, by its title."""
    node, context = node_at(path, (subject.context,))
    whole = step(node, path, context)
    told.add(whole.title)
    yield whole.title, whole.value, whole.numbers or whole.words, _sources(node, subject)
    for (term, below_path), words in zip(shown_terms(node, path), whole.terms, strict=True):
        below = behind(term)
        made = step(below, below_path, context)
        if not rounded(below) or made.title in told or sum(not part.nothing for part in made.terms) < FEWEST:
            continue
        told.add(made.title)
        yield f"– {words.label}", words.value, made.numbers or made.words, _sources(below, subject)


def _sources(node: Node, subject: Subject) -> str:
    """Where the leaves stand: printed tables, in their order, and the settings that the scenario has moved."""
    leaves = [*_leaves(node)]
    tables = {leaf.source.table for leaf in leaves if leaf.op == CELL and leaf.source and leaf.source.table}
    printed = sorted((name for name in tables if name.startswith(TABLE)), key=_number)
    moved = set(subject.question.scenario.departures())
    settings = sorted({title(leaf, subject.context) for leaf in leaves if leaf.name in moved})
    found = [table_names(printed, subject.texts)] if printed else []
    if len(settings) > MOST_NAMED:
        settings = [subject.texts("calculation.annex_settings", count=len(settings))]
    return ", ".join((*found, *settings))


def _number(table: str) -> tuple[int, str]:
    """By which printed tables are ordered: «Tabell 8» before «Tabell 15»."""
    last = table.rpartition(" ")[2]
    return (int(last) if last.isdecimal() else 0, table)


def _leaves(node: Node) -> Iterator[Node]:
    """The leaves of a calculation, each as often as it stands there."""
    waiting, seen = [node], set[int]()
    while waiting:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        if each.op in LEAVES:
            yield each
        waiting.extend(each.terms)
