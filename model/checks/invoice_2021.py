"""«Eksempel på fakturagrunnlag» of autumn 2021 (001, annex 1, chapter 8), recomputed from its keys.

The growth from 2021 to 2022 is divided by the keys, the rest is compensated; pharmacies and «andre» pay a share of the
whole cost. Nothing of the scenario is in it.
"""

from collections.abc import Mapping
from functools import cache
from itertools import product
from pathlib import Path
from types import MappingProxyType

import numpy as np

from model.baseline.axes import Array
from model.baseline.printed import Printed
from model.checks.causes import Difference, read_differences
from model.checks.invoice_table import COSTS, GRID, INVOICE, LINES, NAME, PAYERS, SUM, TABLE, printed_invoice
from model.checks.printed_cells import Cell, checked_cell
from model.payers.figures import FOLDER
from model.payers.payments import shared
from model.reading.tables import ColumnRule, Row, table_rows


def invoice_cells() -> tuple[Cell, ...]:
    """Every printed cell but the ones it starts from, in the table's order, beside what the keys give, MNOK.

    It starts from the appropriations of 2021 and the growth, which are printed with a decimal.
    """
    printed = printed_invoice()
    computed = _computed(printed, read_keys(FOLDER / f"{NAME}_keys.csv"))
    causes = {cell[1:]: difference.id for difference in invoice_differences().values() for cell in difference.cells}
    return tuple(
        checked_cell(cell, computed[place], causes.get(place))
        for place, cell in printed.items()
        if place in computed and cell.digits is not None
    )


@cache
def printed_keys() -> Mapping[str, str]:
    """«Fordeling %» of a line as printed, such as «60/40»; the sums have none."""
    return MappingProxyType({row["row"]: row["printed_key"] for row in _key_rows(FOLDER / f"{NAME}_keys.csv")})


@cache
def invoice_differences() -> Mapping[str, Difference]:
    """Where the table cannot be matched, and why, by id."""
    cells = set(product(*((TABLE,), *GRID[1:])))
    return MappingProxyType(read_differences(FOLDER / f"{NAME}.toml", cells))


def read_keys(path: Path) -> dict[str, Array]:
    """The keys of a CSV file: what each payer pays of a line, (line, payer).

    ``growth`` and ``cost``: shares of the growth and of the cost of 2022 that make up the part that is not
    compensated. ``invoice``: shares of the cost of 2022 in the whole invoice. Raises TableError.
    """
    keys = {kind: np.zeros((len(LINES), len(PAYERS))) for kind in ("growth", "cost", "invoice")}
    for row in _key_rows(path):
        place = LINES.index(row["row"]), PAYERS.index(row["payer_group"])
        keys[row["of"]][place] = float(row["share_not_compensated"])
        keys["invoice"][place] = float(row["share_of_invoice"])
    return keys


@cache
def key_rows() -> tuple[Row, ...]:
    """The keys of the table, row by row."""
    return _key_rows(FOLDER / f"{NAME}_keys.csv")


def _key_rows(path: Path) -> tuple[Row, ...]:
    columns = dict.fromkeys(("document", "place", "printed_key"), ColumnRule()) | {
        "row": ColumnRule(allowed=LINES),
        "payer_group": ColumnRule(allowed=PAYERS),
        "share_not_compensated": ColumnRule(number=True),
        "of": ColumnRule(allowed=("growth", "cost")),
        "share_of_invoice": ColumnRule(number=True),
        "unit": ColumnRule(allowed=("share",)),
    }
    return table_rows(path, columns, ("row", "payer_group"))


def _computed(printed: Mapping[tuple[str, str], Printed], keys: Mapping[str, Array]) -> dict[tuple[str, str], float]:
    """(row, column) → MNOK: every cell that the keys and the amounts of 2021 give."""
    before, growth = (np.array([[printed[line, column].value] for line in LINES]) for column in COSTS[::2])
    cost = before + growth
    amounts = {"growth": growth, "cost": cost, "invoice": cost}
    parts = {kind: shared(amounts[kind], key[..., np.newaxis])[..., 0] for kind, key in keys.items()}
    not_compensated = parts["growth"] + parts["cost"]
    table = dict(zip(product(LINES, PAYERS), not_compensated.flat, strict=True))
    table |= {(line, COSTS[1]): amount for line, amount in zip(LINES, cost.flat, strict=True)}
    table |= {(SUM, column): amount.sum() for column, amount in zip(COSTS, (before, cost, growth), strict=True)}
    table |= {(SUM, payer): amount for payer, amount in zip(PAYERS, not_compensated.sum(axis=0), strict=True)}
    table |= {(INVOICE, payer): amount for payer, amount in zip(PAYERS, parts["invoice"].sum(axis=0), strict=True)}
    return {place: float(amount) for place, amount in table.items()}
