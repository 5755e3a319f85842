"""The bridges of a year: of all solutions, and of each beside the others."""

from charts.bridges.bridge import GROUPS, bridge, component_name
from exports.sections.compared import compared_fields
from exports.sections.section import Section
from exports.subject import Subject
from exports.tables import DataTable, Value
from model import COMPONENTS, SOLUTIONS


def total(of: Subject) -> Section:
    """The bridge of all solutions."""
    figure = bridge(of.context)
    return Section("bridge", of.texts("export.bridge"), said=(figure.alt,), figures=(figure,))


def solutions(of: Subject) -> Section:
    """The tallgrunnlag's six figures, all solutions first, and every year's amounts as data."""
    figures = [bridge(of.context, group) for group in GROUPS]
    return Section("bridges", of.texts("export.bridges"), figures=tuple(figures), data=(_table(of),))


def _table(of: Subject) -> DataTable:
    """Year, solution and component with the scenario's and the reference's amounts."""
    return DataTable("bridges", of.texts("export.bridges_data"), compared_fields(of, "component"), tuple(_rows(of)))


def _rows(of: Subject) -> list[tuple[Value, ...]]:
    texts, own, other = of.texts, of.answer.result.amounts(), of.answer.reference.amounts()
    rows: list[tuple[Value, ...]] = []
    for at, year in enumerate(of.answer.result.years):
        for place, solution in enumerate(SOLUTIONS):
            for component in COMPONENTS:
                label = component_name(component, year, texts)
                amounts = [float(each[component][at, place, 0]) + 0.0 for each in (own, other)]
                names = (year, solution, texts(f"solution.{solution}"), component, label)
                rows.append((*names, *amounts, amounts[0] - amounts[1]))
    return rows
