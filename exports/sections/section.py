"""What a section is, before anyone writes it into a file."""

from dataclasses import dataclass

from charts.records.figure import Figure, KeyFigure, Table
from exports.tables import DataTable


@dataclass(frozen=True, slots=True)
class Message:
    """What one slide says, and what shows it.

    said: the message, a sentence, which is the slide's title. key_figures, figure, tables: what shows it; at least one
    is there. us: what it is for one's own organisation, under the title. sentences: what else must be known.
    """

    said: str
    key_figures: tuple[KeyFigure, ...] = ()
    figure: Figure | None = None
    tables: tuple[Table, ...] = ()
    sentences: tuple[str, ...] = ()
    us: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of what is taken along; the report shows it, data and workbook hold its tables.

    figures: charts, each with its own table. printed: further tables as texts.
    data: tables with unrounded figures. in_report: whether the report has it, which is short and about the scenario;
    spare: whether it stands there without the tables of its charts, and only where there is room. messages: its slides.
    """

    name: str
    title: str
    sentences: tuple[str, ...] = ()
    key_figures: tuple[KeyFigure, ...] = ()
    figures: tuple[Figure, ...] = ()
    printed: tuple[Table, ...] = ()
    data: tuple[DataTable, ...] = ()
    in_report: bool = True
    spare: bool = False
    messages: tuple[Message, ...] = ()


def sides(figure: Figure) -> str:
    """What is light and what dark in a chart, by what it is held against itself; empty where its title says it."""
    context = figure.context
    if not figure.moved or (context.scenario in figure.title[1] and context.reference in figure.title[1]):
        return ""
    return context.texts(
        "export.legend",
        reference=context.reference,
        scenario=context.scenario,
    )
