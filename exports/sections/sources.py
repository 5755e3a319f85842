"""Where the figures come from, what they are, and whether the tool agrees with the print."""

from functools import cache

from exports.sections.section import Section
from exports.subject import Subject
from exports.tables import DataColumn, DataTable, as_texts
from model import Cell, Scenario, checked_cells, run
from model.baseline.axes import LAST_POSSIBLE_YEAR
from model.baseline.documents import documents
from model.baseline.printed import PLAN_TABLES

CHECKED = ("Tabell 8", "Tabell 15", *PLAN_TABLES)


def section(subject: Subject) -> Section:
    """What is published, the price basis and the check in sentences; the documents as a table."""
    texts = subject.texts
    columns = (
        DataColumn("document", texts("export.document")),
        DataColumn("title", texts("export.document_title")),
        DataColumn("producer", texts("export.producer")),
        DataColumn("edition", texts("export.edition")),
        DataColumn("quality", texts("export.quality")),
    )
    listed = documents(texts.language)
    rows = tuple(
        (name, document.title, document.producer, document.edition, document.quality)
        for name, document in listed.items()
    )
    table = DataTable("documents", texts("export.sources"), columns, rows)
    shown = DataTable(table.name, table.title, columns[:4], tuple(row[:4] for row in rows))
    against = "" if subject.question.against is None else "_against"
    different = sum(not cell.agrees for cell in _cells())
    return Section(
        name="sources",
        title=texts("export.sources"),
        sentences=(
            texts("export.published"),
            texts(
                f"export.prices_said{against}", prices=subject.context.prices, reference=subject.context.the_reference
            ),
            texts("export.check", agree=len(_cells()) - different, count=len(_cells()), explained=different),
            texts("export.unofficial"),
        ),
        printed=(as_texts(shown, texts, leave_out=1),),
        data=(table,),
    )


@cache
def _cells() -> tuple[Cell, ...]:
    """The printed cells of the bridge and the plan, computed from the published figures alone."""
    result = run(Scenario(), last_year=LAST_POSSIBLE_YEAR)
    return tuple(cell for cell in checked_cells(result) if cell.table in CHECKED)
