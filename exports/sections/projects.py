"""What the scenario's projects cost: the page Nytt tiltak, and everyone's part of every year as data."""

from dataclasses import replace

from charts.projects.pictures import project_figures
from charts.projects.words import headline, key_figures
from charts.records.figure import Figure, Table
from charts.words.refused import all_refused
from exports.sections.section import Message, Section
from exports.subject import Subject
from exports.tables import DataColumn, DataTable
from model.baseline.axes import PAYER_GROUPS
from model.commands.invest import row_amounts, row_labels
from model.investment import STATE
from model.payers import payers

IN_THE_SECTION = 2
"""Pictures that stand with the words: payments by year, and the plan with projects; the others compare sizes."""


def section(subject: Subject) -> Section | None:
    """The headline with key figures and pictures; nothing for a scenario without projects."""
    texts = subject.texts
    if not subject.question.scenario.projects:
        return None
    undivided = subject.answer.undivided
    refused = [texts("projects.undivided", what=all_refused(undivided, subject.baseline, texts))] if undivided else []
    figures = project_figures(subject.context)[:IN_THE_SECTION]
    told = [figure.alt for figure in figures[:1]] or [texts("projects.note_project_payments")]
    said, keys = headline(subject.context), key_figures(subject.context)
    return Section(
        name="projects",
        title=texts("page.nytt_tiltak"),
        sentences=(said, *refused, *told),
        key_figures=keys,
        figures=(*map(_years_down, figures[:1]), *figures[1:]),
        data=(_everyone(subject),),
        messages=(Message(said, keys, figures[0] if figures else None, sentences=tuple(refused)),),
    )


def sizes(subject: Subject) -> Section | None:
    """The same projects as large and as small, beside each other; nothing where nothing is paid."""
    if not subject.question.scenario.projects:
        return None
    figures = project_figures(subject.context)[IN_THE_SECTION:]
    if not figures:
        return None
    return Section(
        name="project_sizes",
        title=subject.texts("export.project_sizes"),
        sentences=tuple(figure.alt for figure in figures),
        figures=figures,
        spare=True,
    )


def _years_down(figure: Figure) -> Figure:
    """The same with a row for each year in its table: a page is not wide enough for the years of a lifetime."""
    table = figure.table
    head, *rows = zip(table.header, *table.rows, strict=True)
    opens = tuple(("", *of_year) for of_year in tuple(zip(*table.opens, strict=True))[1:])
    return replace(figure, table=Table((figure.context.texts("view.year"), *head[1:]), tuple(rows), opens=opens))


def _everyone(subject: Subject) -> DataTable:
    """As the command ``invest`` writes them, in the file's prices; the state comes last in each year."""
    texts, burden = subject.texts, subject.answer.burden
    columns = (
        DataColumn("year", texts("view.year"), "year"),
        DataColumn("payer_group", texts("export.payer_group")),
        DataColumn("payer", texts("export.payer_id")),
        DataColumn("payer_name", texts("export.payer")),
        DataColumn("part", texts("export.project_part_id")),
        DataColumn("part_name", texts("export.project_part")),
        DataColumn("amount_mnok", subject.context.scenario, "mnok"),
    )
    names = {each.id: texts(f"payer_group.{each.id}") if each.id in PAYER_GROUPS else each.name for each in payers()}
    names[STATE] = texts("export.state")
    rows = tuple(
        (year, group, payer, names[payer], part, texts(f"export.project_part_{part}"), amount + 0.0)
        for (year, group, payer, part), amount in zip(row_labels(burden), row_amounts(burden)[0].tolist(), strict=True)
    )
    return DataTable("projects", texts("export.projects"), columns, rows)
