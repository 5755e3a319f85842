"""What is wrong with the sheets of a baseline: where, what was found there and what is allowed."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from model.reading.errors import ModelError, shown

WORKBOOK: Final = "a workbook of the kind XLSX, without macros and password"

FAULTS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        # the file as a whole
        "size": ("a file that is too large", "a workbook of at most {high} MB"),
        "macros": ("a workbook with macros", WORKBOOK),
        "old_workbook": ("a workbook of an older kind, or with a password", WORKBOOK),
        "not_offered": ("a file of another kind", WORKBOOK),
        "workbook": ("a file that cannot be read as a workbook", WORKBOOK),
        "workbook_size": (
            "more than tables need",
            "{high} MB when it is unpacked, {all_cells} cells, {cells} in a sheet",
        ),
        "nothing_filled_in": ("no sheet that is filled in", WORKBOOK),
        # sheets, rows and columns
        "csv": ("what cannot be read ({found})", "CSV in UTF-8"),
        "no_sheet": ("no such sheet", "a sheet for each of {names}"),
        "no_table": ("no such sheet", "a sheet for each row of {names}"),
        "unknown_sheet": (
            "a sheet of that name",
            "one of {names}, a table that the sheet tables lists, or a name that begins with _",
        ),
        "cell_count": ("{count} cells", "{expected}, as in the first row"),
        "corner": ("{found}", "'row' in the first cell"),
        "row_twice": ("the row twice", "each row once"),
        "column_twice": ("the column twice", "each column once"),
        "no_row_id": ("a cell without a row id", "an id in column A"),
        "no_column_id": ("a cell without a column id", "an id in row 1"),
        "id_without_value": ("a formula without a value in {place}", "an id"),
        "no_year": ("no such column", "a column for each year from {low} to {high}"),
        "unknown_year": ("the year", "a column for each year from {low} to {high}"),
        "no_column": ("no such column", "a column for each of {names}"),
        "unknown_column": ("a column of that name", "one of {names}, or a name that begins with _"),
        "unknown_row": ("a row of that name", "one of {names}, or a name that begins with _"),
        "no_plan_row": ("no such row", "a row for each solution and component"),
        "unknown_plan_row": ("a row of that name", "<solution of the bridge>.<component>"),
        "unknown_key_row": ("a row of that name", "<key set>.<solution>.<payer group>"),
        "unknown_law_row": ("a row of that name", "index_rate, or one of {names} and a payer group"),
        # cells
        "text": ("{found}", "text"),
        "choice": ("{found}", "one of {names}"),
        "several": ("{found}", "some of {names}"),
        "switch": ("{found}", "yes or no"),
        "number": ("{found}", "a number such as -18.2"),
        "whole": ("{found}", "a whole number from {low} to {high}"),
        "range": ("{found}", "a number from {low} to {high}"),
        "not_negative": ("{found}", "0 or more"),
        "printed": ("{found}", "a printed number such as -18.2, or nothing"),
        "lowers": ("{found}", "0 or less: it lowers the payment"),
        "large": ("{number}", "a number between -{high} and {high}"),
        "date": ("the date {date}", "a number; a spreadsheet may have made 1.5 a date"),
        "without_value": ("a formula without a value", "a value, or a formula that has been calculated"),
        "failed": ("{found}", "a value"),
        "id": ("{found}", "small letters, digits, - and _, at most 60"),
        "id_taken": ("{found}", "another id: what is installed with this one has other contents"),
        # what does not go together
        "two_clearing_lines": ("yes", "yes for one line at most"),
        "solution_twice": ("{solution} twice", "each solution in one bridge"),
        "no_weights": ("no weights", "a weight for each solution with a part of base_year_underspend"),
        "no_key": ("a solution that no key set has", "whose key it uses, or a sheet keys"),
    }
)
"""What is found and what is allowed, by the kind of problem."""

AS_WRITTEN: Final = frozenset(problem for problem, (found, _) in FAULTS.items() if found == "{found}")
"""The problems that say what is found as it is written; the others have words of their own for it."""


class SheetError(ModelError):
    """A cell that cannot be used: in which sheet, row and column, what was found there and what is allowed.

    sheet: its name, empty where the fault is the whole file's. row, column: ids, or None where the fault is the whole
    sheet's or row's. problem, values: a key of ``FAULTS`` and what is filled in there, from which a page can say the
    same in another language. written: what stands there. found, allowed: in English.
    """

    def __init__(
        self, sheet: str, row: str | None, column: str | None, problem: str, found: object = "", **values: object
    ) -> None:
        self.sheet, self.row, self.column, self.problem = sheet, row, column, problem
        self.written, self.values = found, values
        quoted = "nothing" if found == "" else shown(found)
        self.found, self.allowed = (text.format(found=quoted, **values) for text in FAULTS[problem])
        place = "".join(f", {kind} {shown(name)[1:-1]}" for kind, name in (("row", row), ("column", column)) if name)
        whole = f"sheet {shown(sheet)[1:-1]}{place}" if sheet else "the file"
        super().__init__(f"{whole}: found {self.found}; allowed is {self.allowed}.")


class SheetsError(ModelError):
    """Sheets that cannot be used together; ``faults`` are all that were found, and the text is the first of them."""

    def __init__(self, faults: Iterable[SheetError]) -> None:
        self.faults = tuple(faults)
        super().__init__(str(self.faults[0]))
