"""The bridges of a year: of all solutions, and of each beside the others."""

from charts.bridges.beside import with_common_scale
from charts.bridges.bridge import bridge, component_name, solution_groups
from charts.bridges.told import told_bridge
from exports.sections.reference_columns import reference_columns
from exports.sections.section import Section
from exports.subject import Subject
from exports.tables import DataTable, Value
from model import COMPONENTS
from model.answers.changes import SHOWN_WHERE_NOT_ZERO


def total(subject: Subject) -> Section:
    """The bridge of the question's year, all solutions together: of the difference that the headline tells."""
    figure = told_bridge(subject.context)
    return Section("bridge", subject.texts("export.bridge"), sentences=(figure.alt,), figures=(figure,))


def solutions(subject: Subject) -> Section:
    """The tallgrunnlag's six figures on one scale, all solutions first, and every year's amounts as data."""
    figures = with_common_scale(tuple(bridge(subject.context, group) for group in solution_groups(subject.baseline)))
    return Section("bridges", subject.texts("export.bridges"), figures=figures, data=(_table(subject),))


def _table(subject: Subject) -> DataTable:
    """Year, solution and component with the scenario's and the reference's amounts."""
    return DataTable(
        "bridges", subject.texts("export.bridges_data"), reference_columns(subject, "component"), tuple(_rows(subject))
    )


def _rows(subject: Subject) -> list[tuple[Value, ...]]:
    texts, scenario, reference = subject.texts, subject.answer.result.amounts(), subject.answer.reference.amounts()
    components = [name for name in COMPONENTS if name not in SHOWN_WHERE_NOT_ZERO or _is_there(subject, name)]
    rows: list[tuple[Value, ...]] = []
    for at, year in enumerate(subject.answer.result.years):
        for place, solution in enumerate(subject.baseline.solutions):
            for component in components:
                label = component_name(component, year, subject.baseline, texts)
                amounts = [float(amounts_of[component][at, place, 0]) + 0.0 for amounts_of in (scenario, reference)]
                names = (year, solution, subject.solution_name(solution), component, label)
                rows.append((*names, *amounts, amounts[0] - amounts[1]))
    return rows


def _is_there(subject: Subject, component: str) -> bool:
    """Whether a component is anything, in any year, of the scenario or of the reference."""
    return any(bool(each.amounts()[component].any()) for each in (subject.answer.result, subject.answer.reference))
