"""The four-year plan: cost level, financing need, and what drives the cost level."""

from charts.plans.drivers import drivers
from charts.plans.plan import plan
from charts.words.from_law import growth_sentence
from exports.sections.reference_columns import reference_columns
from exports.sections.section import Message, Section
from exports.subject import Subject
from exports.tables import DataTable, Value

QUANTITIES = ("cost_level", "financing_need", "returned", "unspent", "shortfall")


def section(subject: Subject) -> Section:
    """Three charts, and each year's levels as data."""
    figures = (plan(subject.context), plan(subject.context, "financing_need"), drivers(subject.context))
    return Section(
        name="plan",
        title=subject.texts("export.plan"),
        sentences=(*(figure.alt for figure in figures[:2]), *_from_law(subject)),
        figures=figures,
        messages=(Message(figures[1].alt, figure=figures[1], sentences=_from_law(subject)),),
        data=(_table(subject),),
    )


def _from_law(subject: Subject) -> tuple[str, ...]:
    """How the payment grows from the regulation, where the scenario starts from it."""
    law = subject.baseline.law
    if subject.context.law_payment is None or law is None:
        return ()
    return (growth_sentence(law, subject.baseline, subject.texts),)


def _table(subject: Subject) -> DataTable:
    """Year, solution and quantity with the scenario's and the reference's amounts."""
    return DataTable(
        "levels", subject.texts("export.levels"), reference_columns(subject, "quantity"), tuple(_rows(subject))
    )


def _rows(subject: Subject) -> list[tuple[Value, ...]]:
    results = (subject.answer.result, subject.answer.reference)
    scenario, reference = ({**each.amounts(), "financing_need": each.financing_need} for each in results)
    rows: list[tuple[Value, ...]] = []
    for at, year in enumerate(subject.answer.result.years):
        for place, solution in enumerate(subject.baseline.solutions):
            for quantity in QUANTITIES:
                amounts = [float(each[quantity][at, place, 0]) + 0.0 for each in (scenario, reference)]
                names = (year, solution, subject.solution_name(solution), quantity)
                rows.append((*names, subject.texts(f"export.quantity_{quantity}"), *amounts, amounts[0] - amounts[1]))
    return rows
