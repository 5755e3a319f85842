"""The inventory of sources and assumptions as tables: the rows of the page Kilder, no second list."""

from charts.sources.cards import FACTS, assumption_cards, source_cards
from exports.subject import Subject
from exports.tables import DataColumn, DataTable


def inventory(subject: Subject) -> tuple[DataTable, DataTable]:
    """Every source with document, place, unit, price basis, quality, decisions and use; and every assumption."""
    return _sources(subject), _assumptions(subject)


def _sources(subject: Subject) -> DataTable:
    texts = subject.texts
    columns = (
        DataColumn("source", texts("sources.table_id")),
        DataColumn("kind", texts("sources.table_kind")),
        DataColumn("title", texts("sources.table_title")),
        *(DataColumn(name, texts(f"sources.{name}")) for name in FACTS),
        DataColumn("decisions", texts("sources.rests_on")),
    )
    rows = tuple(
        (
            card.id,
            texts(f"source_kind.{card.kind}"),
            card.title,
            *(dict(card.facts).get(name, "") for name in FACTS),
            "; ".join(title for _, title in card.assumptions),
        )
        for card in source_cards(subject.baseline, texts)
    )
    return DataTable("sources", texts("sources.list_title"), columns, rows)


def _assumptions(subject: Subject) -> DataTable:
    texts = subject.texts
    columns = (
        DataColumn("assumption", texts("sources.table_id")),
        DataColumn("title", texts("sources.table_title")),
        DataColumn("sentence", texts("sources.table_sentence")),
        DataColumn("decision", texts("sources.table_record")),
        DataColumn("sources", texts("sources.rows")),
        DataColumn("used_by", texts("sources.used_by")),
    )
    rows = tuple(
        (card.id, card.title, card.text, card.record, "; ".join(row for row, _ in card.rows), card.pages)
        for card in assumption_cards(subject.baseline, texts)
    )
    return DataTable("assumptions", texts("sources.assumptions_title"), columns, rows)
