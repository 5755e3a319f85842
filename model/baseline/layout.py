"""Which rows and columns the sheets of a baseline may have: another is a slip, whose figures nobody would miss."""

from collections.abc import Mapping
from typing import Final

from model.baseline.axes import PUBLISHED_STEPS
from model.reading.languages import LANGUAGES
from model.reading.sheets import SheetReader

SOURCE: Final = ("document", "place")
LABELS: Final = tuple(f"label_{language}" for language in LANGUAGES)
DESCRIPTIONS: Final = tuple(f"description_{language}" for language in LANGUAGES)

REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "baseline": ("value",),
    "bridge": ("available", *PUBLISHED_STEPS, "returned_funds"),
}
"""The columns that must be there, by sheet: what is left out would read as zero."""

OPTIONAL: Final[Mapping[str, tuple[str, ...]]] = {
    "baseline": (),
    "bridge": ("clearing", "key", "underspend_weight"),
    "plan": (),
    "groups": ("solutions", "bridge"),
    "measures": (
        *("id", "solution", "component", "year", "amount_mnok", "share", "enabled", "decommissioning"),
        *("moves_out", "set_aside", "scale_high", "amount_high", *DESCRIPTIONS),
    ),
    "moved": ("amount_mnok", "stated"),
    "law": ("amount_mnok", "value", "stated"),
    "keys": ("weight", "quality", "note"),
    "tables": ("role", "label", "about"),
}
"""The columns that may be there beside these, words and sources; those of years are the plan's own matter."""

FACTS: Final = (
    "id",
    *(f"title_{language}" for language in LANGUAGES),
    "base_year",
    "last_year",
    "embedded_margin",
    "base_year_underspend",
)
"""The rows of the sheet ``baseline``."""


def check_layout(reader: SheetReader) -> None:
    """Refuses columns that no sheet of that name has, rows that ``baseline`` has not, and lacks of what is required."""
    for sheet in OPTIONAL.keys() & reader.sheets.keys():
        _check_columns(reader, sheet)
    for row in reader.rows("baseline"):
        if row not in FACTS:
            reader.refuse("baseline", row, None, "unknown_row", names=", ".join(FACTS))


def _check_columns(reader: SheetReader, sheet: str) -> None:
    found, required = reader.sheets[sheet].columns, REQUIRED.get(sheet, ())
    names = ", ".join((*required, *OPTIONAL[sheet], *LABELS, *SOURCE))
    for column in found:
        if column not in (*required, *OPTIONAL[sheet], *LABELS, *SOURCE) and not column.isdecimal():
            reader.refuse(sheet, None, column, "unknown_column", names=names)
    for column in required:
        if column not in found:
            reader.refuse(sheet, None, column, "no_column", names=", ".join(required))
