"""The columns of a table that holds the scenario's amounts beside the reference's, by year and solution."""

from exports.subject import Subject
from exports.tables import Field


def compared_fields(subject: Subject, what: str) -> tuple[Field, ...]:
    """Year, solution, ``what`` (``component`` or ``quantity``), both amounts and their difference."""
    texts = subject.texts
    return (
        Field("year", texts("view.year"), "year"),
        Field("solution", texts("export.solution_id")),
        Field("solution_name", texts("view.solution")),
        Field(what, texts(f"export.{what}_id")),
        Field(f"{what}_name", texts(f"export.{what}")),
        Field("amount_mnok", subject.context.scenario, "mnok"),
        Field("reference_mnok", subject.context.reference, "mnok"),
        Field("difference_mnok", texts("figure.difference"), "mnok_change"),
    )
