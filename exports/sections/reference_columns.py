"""The columns of a table that holds the scenario's amounts beside the reference's, by year and solution."""

from exports.subject import Subject
from exports.tables import DataColumn


def reference_columns(subject: Subject, what: str) -> tuple[DataColumn, ...]:
    """Year, solution, ``what`` (``component`` or ``quantity``), both amounts and their difference."""
    texts = subject.texts
    return (
        DataColumn("year", texts("view.year"), "year"),
        DataColumn("solution", texts("export.solution_id")),
        DataColumn("solution_name", texts("view.solution")),
        DataColumn(what, texts(f"export.{what}_id")),
        DataColumn(f"{what}_name", texts(f"export.{what}")),
        DataColumn("amount_mnok", subject.context.scenario, "mnok"),
        DataColumn("reference_mnok", subject.context.reference, "mnok"),
        DataColumn("difference_mnok", texts("figure.difference"), "mnok_change"),
    )
