"""What differs from the published figures, setting by setting."""

from charts.settings import departures
from exports.sections.section import Section
from exports.subject import Subject
from exports.tables import DataTable, Field, as_texts


def section(of: Subject) -> Section:
    """A row for each setting; a sentence where there is none."""
    texts = of.texts
    found = departures(of.scenario, texts)
    table = DataTable(
        "settings",
        texts("export.settings"),
        (
            Field("path", texts("export.path")),
            Field("setting", texts("export.setting")),
            Field("value", of.context.scenario, "setting"),
            Field("published_value", of.context.reference, "setting"),
        ),
        tuple((each.path, each.label, each.value, each.default) for each in found),
    )
    return Section(
        name="settings",
        title=texts("export.settings"),
        said=() if found else (texts("export.settings_none"),),
        printed=(as_texts(table, texts, leave_out=1),) if found else (),
        data=(table,),
    )
