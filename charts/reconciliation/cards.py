"""The things to know, each once with what it moves; the small ones together; and what agrees, by table."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.reconciliation.places import BETWEEN, document_title, table_key, table_title
from charts.reconciliation.rows import CheckRow, check_row
from charts.reconciliation.table_words import in_order, whole_table
from charts.reconciliation.words import cause_in_words, moves_in_words
from model import Baseline
from model.checks.check import Check
from model.checks.reconcile import reconcile
from model.checks.things import Thing, things
from texts import Texts


@dataclass(frozen=True, slots=True)
class Card:
    """A thing to know: why, the weightiest of the figures that differ for it, and the others.

    is_known: whether the cause is known. moves: how many checks it is about.
    """

    id: str
    cause: str
    is_known: bool
    moves: str
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True)
class AgreeingTable:
    """What agrees of a table."""

    key: str
    title: str
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True)
class TableChoice:
    """A table that figures were checked in, under its document."""

    key: str
    document: str
    title: str


def cards(baseline: Baseline, texts: Texts, material: bool = True) -> tuple[Card, ...]:
    """The things that matter, or those that do not, in their order."""
    found = things(reconcile(baseline))
    return tuple(_card(each, baseline, texts) for each in found if each.material == material)


def agreeing(baseline: Baseline, texts: Texts) -> tuple[AgreeingTable, ...]:
    """Every check that comes out, rounding allowed for, by the table of its figure."""
    fitting = [each for each in reconcile(baseline) if each.explained_by_rounding]
    rows: dict[str, list[CheckRow]] = {}
    for each in fitting:
        rows.setdefault(table_key(each.document, each.table), []).append(check_row(each, baseline, texts))
    choices = table_choices(fitting, baseline, texts)
    return tuple(AgreeingTable(each.key, _with_document(each), tuple(rows[each.key])) for each in choices)


def table_choices(checks: Sequence[Check], baseline: Baseline, texts: Texts) -> tuple[TableChoice, ...]:
    """The tables of some checks, each once in the order of their names, and the documents in that of the checks."""
    places = dict.fromkeys((each.document, whole_table(each.table)) for each in checks)
    order = list(dict.fromkeys(document for document, _ in places))
    named = [(each, table_title(each[1], each[0], baseline, texts)) for each in places]
    named.sort(key=lambda place: (order.index(place[0][0]), in_order(place[1])))
    return tuple(
        TableChoice(table_key(document, table), document_title(document, texts), title)
        for (document, table), title in named
    )


def _card(thing: Thing, baseline: Baseline, texts: Texts) -> Card:
    return Card(
        id=thing.id,
        cause=cause_in_words(thing, baseline, texts),
        is_known=bool(thing.cause),
        moves=moves_in_words(thing, texts),
        rows=tuple(check_row(each, baseline, texts) for each in thing.checks),
    )


def _with_document(choice: TableChoice) -> str:
    return BETWEEN.join((choice.title, choice.document))
