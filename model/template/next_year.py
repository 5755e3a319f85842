"""The sheets of a baseline moved one year on: the same tables, with everything to be filled in left out."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from model.baseline.axes import PAYER_GROUPS
from model.baseline.layout import DESCRIPTIONS, LABELS, SOURCE
from model.reading.sheets import Sheet, Sheets

KEPT: Final[Mapping[str, tuple[str, ...]]] = {
    "bridge": ("clearing", "key", *LABELS),
    "groups": ("solutions", "bridge"),
    "tables": ("role", "label", "about"),
}
"""The columns of a sheet that say how the tables are laid out, not what stands in them."""

LINES: Final = ("solution", "line", "kind")
"""The same of a table of lines."""

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "bridge": LABELS,
    "measures": (
        *("id", *LABELS, *DESCRIPTIONS),
        *("solution", "component", "year", "amount_mnok", "share", "enabled", "decommissioning", "moves_out"),
        *("set_aside", "scale_high", "amount_high", *SOURCE),
    ),
    "moved": ("amount_mnok", "stated", *SOURCE),
    "law": ("amount_mnok", "value", "stated", *SOURCE),
    "keys": ("weight", "quality", "note", *SOURCE),
}
"""Columns that a workbook offers, whether the baseline has used them or not."""

YEARS: Final = ("base_year", "last_year")


def next_year(sheets: Sheets) -> dict[str, Sheet]:
    """The sheets of the year after, empty but for their layout and the two years that decide it."""
    moved = {name: _moved(each) for name, each in offered(sheets).items()}
    facts = sheets["baseline"].rows
    years = {name: str(int(facts[name]["value"]) + 1) for name in YEARS}
    rows = {row: {**cells, "value": years.get(row, "")} for row, cells in moved["baseline"].rows.items()}
    return {**moved, "baseline": replace(moved["baseline"], rows=rows)}


def offered(sheets: Sheets) -> dict[str, Sheet]:
    """The sheets with every column that a workbook offers, and the optional sheets that are not there, empty."""
    found = dict(sheets)
    for name, columns in COLUMNS.items():
        known = sheets[name] if name in sheets else Sheet(name, (), MappingProxyType({}))
        new = tuple(column for column in columns if column not in known.columns)
        rows = {row: {**dict.fromkeys(new, ""), **cells} for row, cells in known.rows.items()}
        found[name] = Sheet(name, _ordered(new, known.columns), rows)
    return found


def _ordered(new: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """What is known first, document and place last."""
    columns = (*known, *new)
    rest = tuple(column for column in columns if column not in SOURCE)
    return (*rest, *(column for column in SOURCE if column in columns))


def _moved(sheet: Sheet) -> Sheet:
    columns = {column: str(int(column) + 1) if column.isdecimal() else column for column in sheet.columns}
    kept = KEPT.get(sheet.name, LINES if "line" in sheet.columns else ())
    rows = {
        row: {moved: cells[column] if column in kept else "" for column, moved in columns.items()}
        for row, cells in sheet.rows.items()
        if _stays(sheet.name, row)
    }
    return Sheet(sheet.name, tuple(columns.values()), rows)


def _stays(sheet: str, row: str) -> bool:
    """Measures and moved costs are of their year; of the law, what every year has."""
    payer_group = row.rpartition(".")[2] in PAYER_GROUPS
    return sheet not in ("measures", "moved") and (sheet != "law" or payer_group or row == "index_rate")
