"""Cost of shared services that moved between solutions in the plan's first year: no growth of all together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from model.reading.sheets import SheetReader

SHEET: Final = "moved"


@dataclass(frozen=True, slots=True)
class MovedCost:
    """What a solution took over from the clearing line: MNOK in kroner of the base year, 0 or more.

    It is part of the solution's changed financing. stated: the document's own words. document, place: where they stand.
    """

    amount: float
    stated: str
    document: str
    place: str


def read_moved(reader: SheetReader, solutions: Sequence[str], clearing_line: str) -> Mapping[str, MovedCost]:
    """Solution → what it took over, from the optional sheet; the clearing line's own is what the others took.

    A row that is no solution, or is the clearing line, is a fault of ``reader``.
    """
    open_solutions = [solution for solution in solutions if solution != clearing_line]
    moved = {}
    for row, cells in reader.rows(SHEET).items():
        if row not in open_solutions:
            reader.refuse(SHEET, row, None, "unknown_row", names=", ".join(open_solutions))
        elif reader.has(SHEET, row, "amount_mnok"):
            amount = reader.not_negative(SHEET, row, "amount_mnok")
            moved[row] = MovedCost(amount, *(cells.get(each, "") for each in ("stated", "document", "place")))
    return MappingProxyType(moved)
