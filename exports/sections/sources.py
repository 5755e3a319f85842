"""Where the figures come from, what they are, and whether the tool agrees with the print."""

from collections.abc import Iterator

from charts.reconciliation.rows import weightiest_in_words
from charts.reconciliation.words import is_checked, reconciliation_headline, unexplained_in_words
from charts.words.need_range import need_in_words, open_years, range_note
from exports.sections import settings
from exports.sections.inventory import inventory
from exports.sections.section import Message, Section
from exports.subject import Subject
from exports.tables import DataColumn, DataTable, as_texts
from model.baseline.baseline import Baseline
from model.baseline.documents import documents
from model.checks.reconcile import reconcile
from model.checks.things import agreement
from texts import Texts


def section(subject: Subject) -> Section:
    """What is published, the price basis and the check in sentences; the documents of figures as a table."""
    texts = subject.texts
    columns = (
        DataColumn("document", texts("export.document")),
        DataColumn("title", texts("export.document_title")),
        DataColumn("producer", texts("export.producer")),
        DataColumn("edition", texts("export.edition")),
        DataColumn("quality", texts("export.quality")),
    )
    rows = tuple(_documents(subject))
    table = DataTable("documents", texts("export.sources"), columns, rows)
    names = {name for name, document in documents(texts.language).items() if document.names_only}
    shown = DataTable(table.name, table.title, columns[:4], tuple(row[:4] for row in rows if row[0] not in names))
    against = "" if subject.question.against is None else "_against"
    prices = {"prices": subject.context.prices, "reference": subject.context.the_reference}
    what_it_is = " ".join((_published(subject.baseline, texts), *_ranges(subject)))
    in_prices, unofficial = texts(f"export.prices_said{against}", **prices), texts("export.unofficial")
    return Section(
        name="sources",
        title=texts("export.sources"),
        sentences=(what_it_is, in_prices, _check(subject.baseline, texts), unofficial),
        printed=(as_texts(shown, texts, leave_out=1),),
        data=(table, *inventory(subject)),
        messages=(_assumed(subject, (what_it_is, in_prices, unofficial)),),
    )


def _assumed(subject: Subject, sentences: tuple[str, ...]) -> Message:
    """What the scenario changes, and what all of it rests on."""
    changed = settings.section(subject)
    own = tuple(each for each in changed.sentences if each != settings.said(subject))
    return Message(settings.said(subject), tables=changed.printed, sentences=(*own, *sentences))


def _documents(subject: Subject) -> Iterator[tuple[str, ...]]:
    """The documents that the tool knows, after the baseline itself where its own is none of them."""
    listed = documents(subject.texts.language)
    if subject.document is None:
        yield subject.baseline.id, subject.source, "", "", ""
    for name, document in listed.items():
        yield name, document.title, document.producer, document.edition, document.quality


def _published(baseline: Baseline, texts: Texts) -> str:
    """Which years are published, and which are computed."""
    last = baseline.plan_years[-1]
    return texts(
        "export.published",
        levels=_years_said(baseline.base_year, last),
        first_year=baseline.first_year,
        computed=_years_said(baseline.plan_years[1], last),
    )


def _ranges(subject: Subject) -> Iterator[str]:
    """The need of each year that is a range, and what decides it; its amounts are in the prices of the file."""
    context = subject.context
    for year in open_years(context):
        need = subject.answer.result.need(year)
        yield range_note(
            "need_range.said", year, context, need=need_in_words(need, year, context), prices=context.prices
        )


def _years_said(first: int, last: int) -> str:
    """«2027–2029», or the one year."""
    return str(first) if first == last else f"{first}–{last}"


def _check(baseline: Baseline, texts: Texts) -> str:
    """How much of the print agrees and what weighs most of the rest; or that there is no print to hold it against."""
    if not is_checked(baseline):
        return texts("export.check_none")
    said = (
        reconciliation_headline(baseline, texts),
        unexplained_in_words(agreement(reconcile(baseline)), texts),
        weightiest_in_words(baseline, texts),
    )
    return " ".join(filter(None, said))
