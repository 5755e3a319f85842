"""The lines of Tabell 9–14, as printed: what each solution's bridge to 2026 consists of. The model uses the sums."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.axes import SOLUTIONS
from model.baseline.printed import BRIDGE_COLUMNS, DETAILS, Printed
from model.baseline.published import BASELINE_ID, published
from model.reading.tables import DATA, ColumnRule, Row, table_rows

LINE_COUNTS: Final = {
    ("Tabell 9", "helsenorge"): 11,
    ("Tabell 10", "kjernejournal"): 7,
    ("Tabell 11", "e_resept"): 10,
    ("Tabell 12", "grunndata_helseid"): 5,
    ("Tabell 13", "vkp"): 2,
    ("Tabell 13", "helsenettet_eksterne"): 11,
    ("Tabell 14", "helsenettet_felles"): 9,
}
"""How many lines a table has for a solution, subtotals counted. Tabell 13 has only the sum of Tabell 14."""

BRIDGE_OF_TABLE: Final = {table: sums[-1] for table, sums in DETAILS.items()} | {"Tabell 14": "helsenettet_inkl_vkp"}
"""The bridge that a table belongs to: Figur 2–5 are a solution each, Figur 6 is Helsenettet with VKP."""

KEY: Final = ("table", "solution", "position")


@dataclass(frozen=True, slots=True)
class DetailLine:
    """A printed line: its name in the document's own words, the solution it is part of, and its cells by column.

    subtotal: whether it sums the lines since the subtotal before it. cells: the columns of ``BRIDGE_COLUMNS`` that
    have something printed.
    """

    name: str
    solution: str
    subtotal: bool
    cells: Mapping[str, Printed]

    @property
    def amounts(self) -> Mapping[str, float]:
        """ColumnRule → MNOK in fixed 2025 kroner, of the printed cells only."""
        return {column: cell.value for column, cell in self.cells.items()}


@dataclass(frozen=True, slots=True)
class DetailTable:
    """One of Tabell 9–14: the bridge it belongs to, the solutions it covers, its lines in order, and its sums.

    group: a solution, or ``helsenettet_inkl_vkp``. sums: the rows that ``published().figure(table, row, column)`` has.
    """

    table: str
    group: str
    solutions: tuple[str, ...]
    lines: tuple[DetailLine, ...]
    sums: tuple[str, ...]

    def printed_sum(self, row: str) -> Mapping[str, float]:
        """ColumnRule → MNOK of one of ``sums``, of the printed cells only."""
        cells = {column: published().tables[self.table, row, column] for column in BRIDGE_COLUMNS}
        return {column: cell.value for column, cell in cells.items() if cell.digits is not None}


@cache
def details() -> tuple[DetailTable, ...]:
    """Tabell 9–14 with their lines, read once."""
    return read_details(DATA / "baselines" / BASELINE_ID / "tabell_9_14_lines.csv")


def read_details(path: Path) -> tuple[DetailTable, ...]:
    """The tables of a file of printed lines. Raises TableError where it is damaged."""
    columns = dict.fromkeys(("document", *KEY, "line", "kind"), ColumnRule()) | {
        "kind": ColumnRule(allowed=("line", "subtotal")),
        **dict.fromkeys(BRIDGE_COLUMNS, ColumnRule(number=True, blank=True)),
        "unit": ColumnRule(allowed=("mnok",)),
    }
    rows = {tuple(row[name] for name in KEY): row for row in table_rows(path, columns, KEY, set(_places()))}
    return tuple(
        DetailTable(
            table=table,
            group=BRIDGE_OF_TABLE[table],
            solutions=tuple(solution for solution in SOLUTIONS if solution in sums),
            lines=tuple(_line(rows[place]) for place in _places() if place[0] == table),
            sums=sums,
        )
        for table, sums in DETAILS.items()
    )


def _places() -> Iterator[tuple[str, str, str]]:
    """Every line as (table, solution, position), in the order of the print."""
    for (table, solution), count in LINE_COUNTS.items():
        for position in range(1, count + 1):
            yield table, solution, str(position)


def _line(row: Row) -> DetailLine:
    cells = {
        column: Printed(row["document"], row["table"], row["line"], column, row[column], row["unit"])
        for column in BRIDGE_COLUMNS
        if row[column]
    }
    return DetailLine(row["line"], row["solution"], row["kind"] == "subtotal", MappingProxyType(cells))
