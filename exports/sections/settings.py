"""What differs from the published figures, setting by setting."""

from dataclasses import replace

from charts.words.settings import departures, own_data
from exports.sections.section import Section
from exports.subject import Subject
from exports.tables import DataColumn, DataTable, as_texts


def section(subject: Subject) -> Section:
    """A row for each setting; a sentence where there is none, and one for what is somebody's own in both."""
    texts, departing = subject.texts, departures(subject.question.scenario, subject.texts)
    own = own_data(subject.question, texts)
    table = DataTable(
        "settings",
        texts("export.settings"),
        (
            DataColumn("path", texts("export.path")),
            DataColumn("setting", texts("export.setting")),
            DataColumn("value", subject.context.scenario, "setting"),
            DataColumn("published_value", subject.baseline.title[texts.language], "setting"),
        ),
        tuple(
            (departure.path, departure.label, departure.value, departure.default) for departure in (*departing, *own)
        ),
    )
    sentences = [] if departing else [said(subject)]
    sentences += [texts("export.own_data", what=subject.own_data)] if own else []
    shown = replace(table, rows=table.rows[: len(departing)])
    return Section(
        name="settings",
        title=texts("export.settings"),
        sentences=tuple(sentences),
        printed=(as_texts(shown, texts, leave_out=1),) if departing else (),
        data=(table,),
    )


def said(subject: Subject) -> str:
    """How many settings the scenario changes, in a sentence; one alone by its name."""
    texts, changed = subject.texts, departures(subject.question.scenario, subject.texts)
    if len(changed) == 1:
        return texts("export.settings_one", name=changed[0].label)
    return texts("export.settings_count", count=len(changed)) if changed else texts("export.settings_none")
