"""«Eksempel på fakturagrunnlag» of autumn 2021 (001, annex 1, chapter 8) as printed: rows, columns and cells."""

from collections.abc import Mapping
from functools import cache
from itertools import product
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.printed import Printed
from model.payers.figures import FOLDER
from model.reading.tables import ColumnRule, table_rows

Grid = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A table's name, its rows and its columns."""

TABLE: Final = "Eksempel på fakturagrunnlag"
LINES: Final = (
    "kjernejournal",
    "e_resept",
    "helsenorge",
    "helsenorge_registre_og_forskning",
    "grunndata_post_70",
    "grunndata_post_72",
    "helseid",
)
SUM: Final = "sum"
INVOICE: Final = "totalfaktura"
COSTS: Final = ("post_70_72_2021", "post_70_72_2022", "growth")
PAYERS: Final = ("rhf", "kommuner", "apotek_bandasjister", "andre")
GRID: Final[Grid] = (TABLE, (*LINES, SUM, INVOICE), (*COSTS, *PAYERS))
NAME: Final = "invoice_example_2021"


@cache
def printed_invoice() -> Mapping[tuple[str, str], Printed]:
    """Every cell of the table as printed, by row and column; one that is empty in the print has no digits."""
    return MappingProxyType({(cell.row, cell.column): cell for cell in read_printed(FOLDER / f"{NAME}.csv", GRID)})


def read_printed(path: Path, grid: Grid) -> tuple[Printed, ...]:
    """The cells of a printed table, in the file's order. Raises TableError where it is damaged."""
    columns = dict.fromkeys(("document", "table", "row", "column", "printed", "unit"), ColumnRule()) | {
        "printed": ColumnRule(number=True, blank=True),
        "unit": ColumnRule(allowed=("mnok", "percent")),
    }
    table, rows, heads = grid
    cells = table_rows(path, columns, ("table", "row", "column"), set(product((table,), rows, heads)))
    return tuple(
        Printed(row["document"], row["table"], row["row"], row["column"], row["printed"] or None, row["unit"])
        for row in cells
    )
