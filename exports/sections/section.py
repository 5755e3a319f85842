"""What a section is, before anyone writes it into a file."""

from dataclasses import dataclass

from charts.records import Figure, KeyFigure, Table
from exports.tables import DataTable


@dataclass(frozen=True, slots=True)
class Section:
    """A part of what is taken along; slides and report show it, data and workbook hold its tables.

    figures: charts, each with its own table. printed: further tables as texts.
    data: tables with unrounded figures. in_report: whether the report has it, which is short and about the scenario;
    tabled: whether it then prints the tables of the charts. can_be_spared: whether a report that is too long can do
    without it.
    """

    name: str
    title: str
    sentences: tuple[str, ...] = ()
    key_figures: tuple[KeyFigure, ...] = ()
    figures: tuple[Figure, ...] = ()
    printed: tuple[Table, ...] = ()
    data: tuple[DataTable, ...] = ()
    in_report: bool = True
    tabled: bool = True
    can_be_spared: bool = False
