"""Earlier years' money as the documents tell of it: the picture, margin and interest in sentences, every figure."""

from charts.money.story import story_figure
from charts.money.story_tables import figure_name
from charts.money.story_words import interest_sentences, is_told, margin_sentences, row_name
from charts.words.names import table_names
from exports.sections.section import Section
from exports.subject import Subject
from exports.tables import DataColumn, DataTable, Value
from model.baseline.earlier_funds import LATER, FundsCell, earlier_funds
from model.baseline.funds_story import Funds, stories
from model.baseline.printed import SUM
from model.checks.causes import known_differences
from model.checks.funds_checks import checked_ties


def section(subject: Subject) -> Section:
    """The figure with its sentences; the story, every printed figure and what does not come out as data."""
    texts, title = subject.texts, subject.texts("page.tidligere_aars_midler")
    if not is_told(subject.context):
        return Section("earlier_funds", title, sentences=(texts("story.none"),), in_report=False)
    context = subject.context
    figures = story_figure(context)
    return Section(
        name="earlier_funds",
        title=title,
        sentences=(figures[0].alt, *margin_sentences(context), *interest_sentences(context)),
        figures=figures,
        data=(_story(subject), _cells(subject), _ties(subject)),
        in_report=False,
    )


def _story(subject: Subject) -> DataTable:
    """A row for each year and solution."""
    texts = subject.texts
    names = ("invoiced", "earlier_funds", "used", "unspent", *LATER)
    columns = (
        DataColumn("funds_of", texts("story.years")),
        DataColumn("solution", texts("export.solution_id")),
        DataColumn("solution_name", texts("ready.solution")),
        *(DataColumn(f"{name}_mnok", texts(f"funds.{name}"), "mnok") for name in names),
        DataColumn("not_printed", texts("story.computed")),
        DataColumn("kroner", texts("story.column_kroner")),
    )
    rows: list[tuple[Value, ...]] = []
    for story in stories(subject.baseline):
        for solution, funds in story.funds.items():
            name = texts("solution.sum") if solution == SUM else subject.solution_name(solution)
            rows.append(
                (
                    row_name(story, texts),
                    solution,
                    name,
                    *_amounts(funds),
                    " ".join(sorted(funds.computed)) or None,
                    texts("story.prices"),
                )
            )
    return DataTable("earlier_funds", texts("story.title"), columns, tuple(rows))


def _amounts(funds: Funds) -> tuple[Value, ...]:
    """What is known of a solution's money, in the order of the columns."""
    later = [sum(each.amount for each in funds.later if each.quantity == name) for name in LATER]
    known = funds.unspent is not None
    return (
        funds.invoiced,
        funds.earlier or None,
        funds.used,
        funds.unspent,
        *(each if known else None for each in later),
    )


def _cells(subject: Subject) -> DataTable:
    """Every printed figure, with the year of its kroner, document and place."""
    texts = subject.texts
    columns = (
        DataColumn("table", texts("reconciliation.table_alone")),
        DataColumn("solution", texts("export.solution_id")),
        DataColumn("quantity", texts("export.quantity_id")),
        DataColumn("quantity_name", texts("story.column_quantity")),
        DataColumn("year", texts("story.column_year"), "year"),
        DataColumn("of", texts("story.column_of")),
        DataColumn("printed_mnok", texts("story.tie_printed"), "mnok"),
        DataColumn("price_year", texts("story.column_kroner"), "year"),
        DataColumn("document", texts("export.document")),
        DataColumn("place", texts("story.column_place")),
    )
    rows = tuple(_cell(each, subject) for each in earlier_funds(subject.baseline).values())
    return DataTable("earlier_funds_printed", texts("story.cells"), columns, rows)


def _cell(cell: FundsCell, subject: Subject) -> tuple[Value, ...]:
    name = subject.texts(f"funds.{cell.quantity}")
    which: tuple[Value, ...] = (cell.table, cell.solution, cell.quantity, name, cell.year, cell.of or None)
    return (*which, cell.amount, cell.price_year, cell.document, cell.place)


def _ties(subject: Subject) -> DataTable:
    """What does not come out, with the cause."""
    texts, known = subject.texts, known_differences(subject.baseline)
    columns = (
        DataColumn("figure", texts("story.tie_figure")),
        DataColumn("printed_mnok", texts("story.tie_printed"), "mnok"),
        DataColumn("recomputed_mnok", texts("story.tie_parts"), "mnok"),
        DataColumn("remainder_mnok", texts("story.tie_remainder"), "mnok_change"),
        DataColumn("computed_from", texts("story.tie_of")),
        DataColumn("cause", texts("story.tie_cause")),
    )
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            figure_name(each.tie.total, subject.context),
            each.tie.total.amount,
            each.tie.recomputed,
            each.tie.remainder,
            table_names(each.tie.tables, texts),
            known[each.cause].text[texts.language] if each.cause else None,
        )
        for each in checked_ties(subject.baseline)
        if not each.explained_by_rounding
    )
    return DataTable("earlier_funds_ties", texts("story.ties"), columns, rows)
