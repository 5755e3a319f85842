"""The printed tables, cell by cell: which cells they have and what stands in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final

from model.baseline.axes import PUBLISHED_STEPS, SOLUTIONS
from model.reading.tables import ColumnRule, decimals, table_rows

BRIDGE_COLUMNS: Final = (
    "available_2025",
    *PUBLISHED_STEPS,
    "cost_level_2026",
    "returned_funds",
    "financing_need_2026",
)
PLAN_ROWS: Final = (
    "cost_level",
    "investment",
    "volume_preparedness",
    "efficiency",
    "change",
    "next_cost_level",
    "percent_change",
)
PLAN_TABLES: Final = {f"Tabell {number}": solution for number, solution in enumerate(SOLUTIONS[:6], start=16)}
"""Which solution Tabell 16–21 are about."""

Grid = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A table's name, its rows and its columns."""

LINES: Final = (*SOLUTIONS, "sum")
HISTORY: Final = ("2023", "2024", "2025", "2026")
PERCENT: Final = (("percent",), BRIDGE_COLUMNS[1:])
DETAILS: Final = {
    "Tabell 9": ("helsenorge",),
    "Tabell 10": ("kjernejournal",),
    "Tabell 11": ("e_resept",),
    "Tabell 12": ("grunndata_helseid",),
    "Tabell 13": ("vkp", "helsenettet_eksterne", "helsenettet_felles", "helsenettet_inkl_vkp"),
    "Tabell 14": ("helsenettet_felles",),
}
"""The lines of Tabell 9–14 that sum up; what stands between them is in ``details``."""

PLAN_LINES: Final = (*SOLUTIONS[:5], "helsenettet_eksterne_og_felles", "sum")
TABLE_FILES: Final[dict[str, tuple[Grid, ...]]] = {
    "tabell_1": (("Tabell 1", LINES, HISTORY),),
    "tabell_2": (("Tabell 2", LINES, HISTORY),),
    "tabell_8": (("Tabell 8", LINES, BRIDGE_COLUMNS), ("Tabell 8", *PERCENT)),
    "tabell_9_14": tuple(
        grid for table, lines in DETAILS.items() for grid in ((table, lines, BRIDGE_COLUMNS), (table, *PERCENT))
    ),
    "tabell_15": (("Tabell 15", PLAN_LINES, ("2025", "2026", "2027", "2028", "2029")),),
    "tabell_16_21": tuple((table, PLAN_ROWS, ("2026", "2027", "2028", "2029")) for table in PLAN_TABLES),
    "figur_1_6": (
        ("Figur 1", ("sum",), BRIDGE_COLUMNS),
        ("Figur 1", *PERCENT),
        ("Figur 4", ("e_resept",), BRIDGE_COLUMNS),
        ("Figur 5", *PERCENT),
    ),
}
"""The files of a baseline and the cells each must hold. Figur 2, 3 and 6 have no digits in the document's text."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One cell as printed: where it stands, the digits (None where the cell is blank) and the unit."""

    document: str
    table: str
    row: str
    column: str
    digits: str | None
    unit: str

    @property
    def value(self) -> float:
        """The figure, in ``unit``; a blank cell is 0."""
        return float(self.digits or 0)

    @property
    def decimals(self) -> int:
        """How many decimals the figure is printed with."""
        return decimals(self.digits or "")


def read_printed(path: Path, grids: Sequence[Grid] | None = None) -> tuple[Printed, ...]:
    """The cells of a file of printed tables, in the file's order. Raises TableError where it is damaged.

    grids: the tables it must hold; those of ``TABLE_FILES`` for its name where none are given.
    """
    columns = dict.fromkeys(("document", "table", "row", "column", "printed", "unit"), ColumnRule()) | {
        "printed": ColumnRule(number=True, blank=True),
        "unit": ColumnRule(allowed=("mnok", "percent")),
    }
    rows = table_rows(path, columns, ("table", "row", "column"), set(_cells(grids or TABLE_FILES[path.stem])))
    return tuple(
        Printed(row["document"], row["table"], row["row"], row["column"], row["printed"] or None, row["unit"])
        for row in rows
    )


def _cells(grids: Sequence[Grid]) -> Iterator[tuple[str, str, str]]:
    for table, rows, columns in grids:
        yield from product((table,), rows, columns)
