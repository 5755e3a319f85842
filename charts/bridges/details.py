"""The printed lines behind a figure: Tabell 9–14 as tables with a bar at each amount."""

from dataclasses import dataclass

from charts.words.names import bridge_column_name
from model import Baseline
from model.baseline.details import DetailTable
from model.baseline.printed import AVAILABLE, BRIDGE_COLUMNS, COST_LEVEL, FINANCING_NEED
from model.explaining.cells import line_address
from texts import Texts


@dataclass(frozen=True, slots=True)
class BarRow:
    """A line: its name, whether it is a sum, and per column the amount and its share of the column's largest.

    opens: per column the address of the amount's calculation, «» where it is blank.
    """

    label: str
    sum: bool
    cells: tuple[tuple[str, float], ...]
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BarTable:
    """A printed table as texts, each amount with a bar."""

    title: str
    header: tuple[str, ...]
    rows: tuple[BarRow, ...]


def details_tables(group: str, baseline: Baseline, texts: Texts) -> tuple[BarTable, ...]:
    """The printed lines of a figure's tables; all solutions together have none."""
    return tuple(_table(table, baseline, texts) for table in baseline.details if table.group == group)


def _table(table: DetailTable, baseline: Baseline, texts: Texts) -> BarTable:
    """One printed table."""
    largest = {
        column: max((abs(line.amounts.get(column, 0.0)) for line in table.lines if not line.subtotal), default=0.0)
        for column in BRIDGE_COLUMNS
    }
    rows = tuple(
        BarRow(
            line.name,
            line.subtotal,
            tuple(_cell(line.amounts.get(c), c, largest[c], texts) for c in BRIDGE_COLUMNS),
            tuple(line_address(table, at, c) if c in line.cells else "" for c in BRIDGE_COLUMNS),
        )
        for at, line in enumerate(table.lines)
    )
    header = (texts("figure.line"), *(bridge_column_name(column, baseline, texts) for column in BRIDGE_COLUMNS))
    return BarTable(texts("figure.details", table=table.table, year=baseline.first_year), header, rows)


def _cell(amount: float | None, column: str, largest: float, texts: Texts) -> tuple[str, float]:
    """An amount as text and its bar; steps carry their sign, a blank cell stays blank."""
    if amount is None:
        return "", 0.0
    level = column in (AVAILABLE, COST_LEVEL, FINANCING_NEED)
    text = texts.amount(amount) if level else texts.change(amount)
    return text, round(amount / largest, 4) if largest and abs(amount) <= largest else 0.0
