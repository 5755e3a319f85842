"""What the rows of the projects' sheet are called."""

from typing import Final

from exports.workbook.book import Book
from exports.workbook.project_grid import FIELDS, PAID

KNOWN: Final = {
    "index": "export.row_price_index",
    "divided_by": "export.row_deflator",
    "sector": "projects.key_total",
    "state": "projects.key_state",
    "investment_mnok": "project_field.investment_mnok",
    "operation_by_year": "export.project_operation_by_year",
    "of_state": "export.project_state_share",
    "growth": "export.project_growth",
    "in_use": "export.project_in_use",
    **{name: f"calculation.name.project.{name}" for name in ("spent", "debt", "borne", "power", "left")},
    **{name: f"calculation.name.project.one_{name}" for name in ("instalment", "interest", "operation")},
}
"""Row → the text of its name, where it has one of its own."""

OF_A_GROUP: Final = ("key", "buys", "weight", "share")
TOOL: Final = "tool_"


def row_name(name: str, book: Book) -> str:
    """What a row is called."""
    texts = book.texts
    if name.startswith(TOOL):
        return texts("export.project_tool", name=row_name(name.removeprefix(TOOL), book))
    if name in FIELDS or name in KNOWN:
        words = texts(f"project_field.{name}" if name in FIELDS else KNOWN[name])
        return words[:1].upper() + words[1:]
    quantity, _, rest = name.partition("_")
    if name in PAID:
        return texts(f"export.project_of_{quantity}", part=texts(f"export.project_part_{rest}").lower())
    group = texts(f"payer_group.{rest}")
    return texts(f"export.project_{quantity}", group=group) if quantity in OF_A_GROUP else group
