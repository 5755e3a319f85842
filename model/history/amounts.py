"""Amounts of the years before the plan that stand in other documents than the tallgrunnlag, as printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.axes import NOK_PER_MNOK
from model.baseline.baseline import Baseline
from model.baseline.earlier_funds import INVOICED, USED, earlier_funds
from model.baseline.printed import SUM
from model.payers.past import regulation_history
from model.reading.tables import DATA, ColumnRule, table_rows

FOLDER: Final = DATA / "history"
COST, PAYMENT, BUDGET = "cost", "payment", "budget"
QUANTITIES: Final = (COST, PAYMENT, BUDGET)
"""What a year's amount is: what it costs, what is paid by the regulation, what was budgeted or asked for beforehand."""

PRINTED_VERSIONS: Final = (
    "result",
    "forecast",
    "budget",
    "estimate",
    "estimate_spring",
    "income",
)
OF_FUNDS: Final = {USED: (COST, "accounts"), INVOICED: (PAYMENT, "regulation")}
"""Quantity and version of what is printed beside the baseline of a year's money."""

LAW: Final = "law"
"""The version of a payment that is the sum of a regulation's own amounts."""

WHOLE: Final = SUM
"""What a row is of that is of all solutions together."""


@dataclass(frozen=True, slots=True)
class HistoricAmount:
    """An amount as printed, MNOK ex VAT.

    solution: as the document has it; part_of: the solution of today that it is a part of, empty where it is one.
    version: one of ``PRINTED_VERSIONS``, ``LAW``, or of ``OF_FUNDS``. price_year: whose kroner it is in. place: where
    in the document.
    """

    solution: str
    part_of: str
    quantity: str
    version: str
    year: int
    amount: float
    price_year: int
    document: str
    place: str


@cache
def historic_amounts() -> tuple[HistoricAmount, ...]:
    """Every amount, from ``data/history/amounts.csv``, and the regulations' own sums where the law sets all of one."""
    return (*read_amounts(FOLDER / "amounts.csv"), *_of_regulations())


def read_amounts(path: Path) -> tuple[HistoricAmount, ...]:
    """The amounts of a CSV file. Raises TableError where it is damaged."""
    columns = dict.fromkeys(("document", "place", "solution"), ColumnRule()) | {
        "part_of": ColumnRule(blank=True),
        "quantity": ColumnRule(allowed=QUANTITIES),
        "version": ColumnRule(allowed=PRINTED_VERSIONS),
        "year": ColumnRule(number=True),
        "printed": ColumnRule(number=True),
        "unit": ColumnRule(allowed=("mnok", "nok")),
        "price_year": ColumnRule(number=True),
        "note": ColumnRule(blank=True),
    }
    return tuple(
        HistoricAmount(
            row["solution"],
            row["part_of"],
            row["quantity"],
            row["version"],
            int(row["year"]),
            float(row["printed"]) / (NOK_PER_MNOK if row["unit"] == "nok" else 1),
            int(row["price_year"]),
            row["document"],
            row["place"],
        )
        for row in table_rows(path, columns, ("solution", "quantity", "version", "year"))
    )


def amounts_of(solutions: Sequence[str], baseline: Baseline) -> tuple[HistoricAmount, ...]:
    """The amounts of some solutions of a baseline; those of the sums where they are all that it has.

    Nothing where the documents have a solution that the baseline does not: then theirs are other sums.
    """
    known = {*baseline.solutions, *baseline.law_solutions}
    amounts = (*historic_amounts(), *_of_earlier_funds(baseline))
    if not {each.part_of or each.solution for each in amounts} - {WHOLE} <= known:
        return ()
    if len(solutions) == len(baseline.solutions):
        return tuple(each for each in amounts if each.solution == WHOLE) + _law_sums()
    inside = {name for name, parts in baseline.law_solutions.items() if {*parts} <= {*solutions}}
    inside |= {*solutions}
    return tuple(each for each in amounts if (each.part_of or each.solution) in inside)


def _law_sums() -> tuple[HistoricAmount, ...]:
    """What the law sets of all solutions together, of those whose payment it sets in full."""
    return tuple(each for each in historic_amounts() if each.version == LAW)


def _of_earlier_funds(baseline: Baseline) -> tuple[HistoricAmount, ...]:
    """What was invoiced and used in the years whose money the baseline's document tells of."""
    cells = (each for each in earlier_funds(baseline).values() if each.story and each.quantity in OF_FUNDS)
    return tuple(
        HistoricAmount(
            each.solution,
            "",
            *OF_FUNDS[each.quantity],
            each.year,
            each.amount,
            each.price_year or each.year,
            each.document,
            each.place,
        )
        for each in cells
    )


def _of_regulations() -> tuple[HistoricAmount, ...]:
    """The groups' amounts of a regulation added, for the solutions that no one pays for by price."""
    found: dict[tuple[int, str], list[tuple[float, str, str]]] = {}
    for (year, solution, _), paid in regulation_history().items():
        if (year, solution) in _whole_regulations():
            found.setdefault((year, solution), []).append((paid.amount, paid.document, paid.place))
    return tuple(
        HistoricAmount(solution, "", PAYMENT, LAW, year, sum(a for a, _, _ in parts), year, parts[0][1], parts[0][2])
        for (year, solution), parts in found.items()
    )


@cache
def _whole_regulations() -> Mapping[tuple[int, str], str]:
    """Year and solution of the regulations that set all of a payment, from ``data/history/whole_regulations.csv``."""
    columns = dict.fromkeys(("document", "place", "solution"), ColumnRule()) | {
        "year": ColumnRule(number=True),
        "share": ColumnRule(allowed=("1",)),
        "unit": ColumnRule(allowed=("share",)),
    }
    rows = table_rows(FOLDER / "whole_regulations.csv", columns, ("year", "solution"))
    return MappingProxyType({(int(row["year"]), row["solution"]): row["place"] for row in rows})
