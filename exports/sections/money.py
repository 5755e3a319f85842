"""The way of the money: what Norsk helsenett holds, what other rules save or move, and every quantity as data."""

from charts.money.settled import held_figure
from charts.money.settled_words import difference_sentence, spent_alike
from charts.money.sums import is_moved
from exports.sections.section import Section
from exports.subject import Subject
from exports.tables import DataColumn, DataTable, Value
from model.answers.settling import QUANTITIES
from model.baseline.axes import Array

PARTS = ("to_return", "kept")
"""What is held is made of."""


def section(subject: Subject) -> Section:
    """The screen's own picture of what is held, beside that of the published rules, with what differs in a sentence."""
    context, texts = spent_alike(subject.context), subject.texts
    figure = held_figure(context)
    moved = (difference_sentence(context),) if is_moved(subject.answer.settled) else ()
    return Section(
        name="money",
        title=texts("export.money"),
        sentences=(*moved, figure.alt, texts("export.money_how")),
        figures=(figure,),
        data=(_table(subject),),
        spare=True,
    )


def _table(subject: Subject) -> DataTable:
    """Year, solution and quantity with the scenario's amount, in the year's own kroner."""
    texts = subject.texts
    columns = (
        DataColumn("year", texts("view.year"), "year"),
        DataColumn("solution", texts("export.solution_id")),
        DataColumn("solution_name", texts("view.solution")),
        DataColumn("quantity", texts("export.quantity_id")),
        DataColumn("quantity_name", texts("export.quantity")),
        DataColumn("amount_mnok", subject.context.scenario, "mnok"),
    )
    title = f"{texts('export.money')}. {texts('export.money_how')}"
    return DataTable("settled", title, columns, tuple(_rows(subject)))


def _rows(subject: Subject) -> list[tuple[Value, ...]]:
    """As the command ``settle`` writes them, with what the rules will return of what is held, and what is kept."""
    settled, texts = subject.answer.settled, subject.texts
    rows: list[tuple[Value, ...]] = []
    for year in settled.held_years:
        for place, solution in enumerate(subject.baseline.solutions):
            for quantity in (*QUANTITIES, *PARTS):
                amounts: Array = getattr(settled, quantity)
                years = settled.held_years if len(amounts) > len(settled.years) else settled.years
                if year in years:
                    amount = float(amounts[years.index(year), place, 0]) + 0.0
                    names = (year, solution, subject.solution_name(solution), quantity)
                    rows.append((*names, texts(f"export.quantity_{quantity}"), amount))
    return rows
