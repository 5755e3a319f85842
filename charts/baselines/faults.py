"""What is wrong with a workbook, in words: of the file as a whole in a sentence, of its cells in a table."""

import re
from collections.abc import Sequence
from typing import Final

from charts.records.figure import Table
from charts.words.foreign import short
from model.reading.faults import AS_WRITTEN, SheetError
from texts import Texts

COLUMNS: Final = ("sheet", "row", "column", "found", "allowed")
ROW_ID: Final = re.compile(r"[a-z0-9._-]{1,80}")
HIGHEST_YEAR: Final = 9999
"""What is larger is an amount, and has its thousands apart."""


def fault_table(faults: Sequence[SheetError], texts: Texts) -> Table:
    """A line for each fault: where, what was found, what is allowed; ids are as in the workbook."""
    rows = tuple(
        (each.sheet, _id(each.row), _id(each.column), found(each, texts), allowed(each, texts)) for each in faults
    )
    return Table(tuple(texts(f"faults.{column}") for column in COLUMNS), rows, unit="")


def found(fault: SheetError, texts: Texts) -> str:
    """What was found: as it is written, in quotes, or in words."""
    if fault.problem not in AS_WRITTEN:
        return texts(f"fault_found.{fault.problem}", **_values(fault, texts))
    if fault.written == "":
        return texts("fault_found.nothing")
    return f"«{short(_value(fault.written, texts))}»"


def allowed(fault: SheetError, texts: Texts) -> str:
    """What is allowed in its place."""
    return texts(f"fault.{fault.problem}", **_values(fault, texts))


def _id(text: str | None) -> str:
    """A row or a column, whole where the tool knows such names: it is looked for in the workbook."""
    return text if text and ROW_ID.fullmatch(text) else short(text or "")


def _values(fault: SheetError, texts: Texts) -> dict[str, str]:
    """What is filled in, numbers as the language writes them."""
    return {name: _value(value, texts) for name, value in fault.values.items()}


def _value(value: object, texts: Texts) -> str:
    if isinstance(value, float):
        return texts.in_full(value)
    return texts.amount(value, 0) if isinstance(value, int) and value > HIGHEST_YEAR else str(value)
