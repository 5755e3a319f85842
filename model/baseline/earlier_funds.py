"""Money of earlier years: what was invoiced, used and left over, what became of that, cell by cell as printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from model.baseline.axes import NOK_PER_MNOK
from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.baseline.printed import SUM
from model.reading.tables import ColumnRule, decimals, table_rows

FILE: Final = Path("beside") / "earlier_funds.csv"

INVOICED, EARLIER_FUNDS, USED, UNSPENT = "invoiced", "earlier_funds", "used", "unspent"
USED_LATER, PLANNED_USE, RETURNED, SET_ASIDE = "used_later", "planned_use", "returned", "set_aside"
HELD, CASH, INTEREST = "held", "cash", "interest"
LATER: Final = (USED_LATER, PLANNED_USE, SET_ASIDE, RETURNED)
"""What becomes of what is left over: used the year after, planned to be, wished to be set aside, or returned."""

QUANTITIES: Final = (INVOICED, EARLIER_FUNDS, USED, UNSPENT, *LATER, HELD, CASH, INTEREST)
MNOK_UNIT, NOK_UNIT = "mnok", "nok"
MILLIONTHS: Final = 6  # decimals of a million kroner that whole kroner are


CellKey = tuple[str, str, str, int, str]
"""Table, solution, quantity, year, and which of several."""


@dataclass(frozen=True, slots=True)
class FundsCell:
    """One printed figure. table, solution, quantity, year, of: which it is; ``of`` tells several of one kind apart.

    story: the years whose money it is about, «2022-2023»; empty where it is of several stories or of none. amount:
    MNOK, with ``decimals``. price_year: the year of its kroner, None where the document does not say. document, place:
    where it stands.
    """

    document: str
    place: str
    table: str
    solution: str
    quantity: str
    year: int
    of: str
    story: str
    amount: float
    decimals: int
    price_year: int | None

    @property
    def key(self) -> CellKey:
        """What names it."""
        return self.table, self.solution, self.quantity, self.year, self.of

    @property
    def column(self) -> str:
        """Quantity and year, and which of several: its column in a list of printed figures."""
        return " ".join(filter(None, (self.quantity, str(self.year), self.of)))


@kept_with_baseline
def earlier_funds(baseline: Baseline) -> Mapping[CellKey, FundsCell]:
    """The printed figures by what names them, in the order of the file; none where nothing stands beside the baseline.

    Raises TableError where the file is damaged.
    """
    path = baseline.beside(FILE)
    return {} if path is None else read_earlier_funds(path, baseline.solutions)


def read_earlier_funds(path: Path, solutions: Sequence[str]) -> dict[CellKey, FundsCell]:
    """The figures of a CSV file. Raises TableError where it is damaged."""
    columns = dict.fromkeys(("document", "place", "table"), ColumnRule()) | {
        "solution": ColumnRule(allowed=(*solutions, SUM)),
        "quantity": ColumnRule(allowed=QUANTITIES),
        "year": ColumnRule(number=True),
        "of": ColumnRule(blank=True),
        "story": ColumnRule(blank=True),
        "printed": ColumnRule(number=True),
        "unit": ColumnRule(allowed=(MNOK_UNIT, NOK_UNIT)),
        "price_year": ColumnRule(number=True, blank=True),
    }
    rows = table_rows(path, columns, ("table", "solution", "quantity", "year", "of"))
    return {cell.key: cell for cell in map(_cell, rows)}


def _cell(row: Mapping[str, str]) -> FundsCell:
    in_kroner = row["unit"] == NOK_UNIT
    return FundsCell(
        document=row["document"],
        place=row["place"],
        table=row["table"],
        solution=row["solution"],
        quantity=row["quantity"],
        year=int(row["year"]),
        of=row["of"],
        story=row["story"],
        amount=float(row["printed"]) / (NOK_PER_MNOK if in_kroner else 1),
        decimals=MILLIONTHS if in_kroner else decimals(row["printed"]),
        price_year=int(row["price_year"]) if row["price_year"] else None,
    )
