"""Where the figures come from, what they are, and whether the tool agrees with the print."""

from functools import cache

from exports.sections.section import Section
from exports.subject import Subject
from exports.tables import DataTable, Field, as_texts
from model import Cell, Scenario, checked_cells, run
from model.baseline.axes import LAST_POSSIBLE_YEAR
from model.baseline.documents import documents
from model.baseline.printed import PLAN_TABLES

CHECKED = ("Tabell 8", "Tabell 15", *PLAN_TABLES)


def section(subject: Subject) -> Section:
    """What is published, the price basis and the check in sentences; the documents as a table."""
    texts = subject.texts
    fields = (
        Field("document", texts("export.document")),
        Field("title", texts("export.document_title")),
        Field("producer", texts("export.producer")),
        Field("edition", texts("export.edition")),
        Field("quality", texts("export.quality")),
    )
    listed = documents(texts.language)
    rows = tuple((name, each.title, each.producer, each.edition, each.quality) for name, each in listed.items())
    table = DataTable("documents", texts("export.sources"), fields, rows)
    shown = DataTable(table.name, table.title, fields[:4], tuple(row[:4] for row in rows))
    against = "" if subject.question.against is None else "_against"
    different = sum(not cell.agrees for cell in _cells())
    return Section(
        name="sources",
        title=texts("export.sources"),
        said=(
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
