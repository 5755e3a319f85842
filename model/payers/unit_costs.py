"""Kroner per inhabitant, user and e-prescription: numerator, denominator, and where each comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.axes import NOK_PER_MNOK, PHARMACIES
from model.baseline.baseline import Baseline
from model.baseline.law import Law
from model.baseline.printed import AVAILABLE, COST_LEVEL, HISTORY_COST, SUM
from model.payers.figures import FOLDER, dated_file, positive
from model.payers.municipalities import municipalities
from model.reading.errors import ModelError, shown
from model.reading.tables import ColumnRule, table_rows
from model.scenario.fields import is_number

COUNTED_IN: Final = {"million": 1e6, "count": 1.0}


@dataclass(frozen=True, slots=True)
class Volume:
    """How much a solution was used in a year.

    line: the printed line of the solution that it is the use of, empty where it is the whole solution's. value: a
    count. at_least: whether the source says «more than», so that a unit cost is at most what is computed. document,
    place: where it stands. stated: in the source's words, nothing where it is counted from a register.
    """

    id: str
    solution: str
    line: str
    year: int
    value: float
    at_least: bool
    document: str
    place: str
    stated: str = ""


@dataclass(frozen=True, slots=True)
class UnitCost:
    """An amount over a volume.

    line: a solution or ``sum``. part: the printed line of it, empty for the whole. amount: MNOK; amount_year, prices,
    amount_source: the year it is of, the kroner it is in, and where it stands. volume: with its own year. nok: kroner
    for one.
    """

    line: str
    part: str
    amount: float
    amount_year: int
    prices: str
    amount_source: str
    volume: Volume
    nok: float


@cache
def volumes() -> Mapping[str, Volume]:
    """The published volumes by id, and the inhabitants."""
    return MappingProxyType(read_volumes(FOLDER / "volumes.csv") | {"inhabitants": _inhabitants()})


def read_volumes(path: Path) -> dict[str, Volume]:
    """The volumes of a CSV file. Raises TableError where it is damaged."""
    columns = dict.fromkeys(("document", "place", "volume", "solution", "stated"), ColumnRule()) | {
        "year": ColumnRule(number=True),
        "printed": ColumnRule(number=True),
        "line": ColumnRule(blank=True),
        "unit": ColumnRule(allowed=tuple(COUNTED_IN)),
        "at_least": ColumnRule(allowed=("yes",), blank=True),
    }
    return {
        row["volume"]: Volume(
            id=row["volume"],
            solution=row["solution"],
            line=row["line"],
            year=int(row["year"]),
            value=positive(path, row, "printed") * COUNTED_IN[row["unit"]],
            at_least=bool(row["at_least"]),
            document=row["document"],
            place=row["place"],
            stated=row["stated"].strip("«»"),
        )
        for row in table_rows(path, columns, ("volume", "year"))
    }


def unit_cost(amount_mnok: float, volume: float) -> float:
    """Kroner for one: an amount in MNOK over any volume, such as one typed in. Raises ModelError for no volume."""
    if not is_number(volume) or volume <= 0:
        raise ModelError(f"The volume is {shown(volume)}; it must be a number above 0.")
    return amount_mnok * NOK_PER_MNOK / volume


def published_unit_costs(baseline: Baseline) -> tuple[UnitCost, ...]:
    """The unit costs of which amount and volume are published: of lines, of solutions, and per inhabitant.

    Amounts are in kroner of the base year. A line is printed for the base year, or for the first year where it is new,
    so that its year and the volume's may differ. A solution's cost level is that of the volume's year, of the history;
    none where the baseline has no such line, or no history of that year.
    """
    people = volumes()["inhabitants"]
    lines = [(volume.solution, volume) for volume in volumes().values() if volume.solution in baseline.solutions]
    lines += [(line, people) for line in (*baseline.solutions, SUM)]
    found = (
        _of_line(baseline, volume) if volume.line else _of_history(baseline, line, volume) for line, volume in lines
    )
    return tuple(each for each in found if each is not None)


def pharmacy_cost(law: Law) -> UnitCost | None:
    """What pharmacies and bandasjister pay by the regulation for each e-prescription of the last year that is known.

    None where they pay nothing.
    """
    volume = volumes()["e_prescriptions"]
    amount = law.amounts.get((volume.solution, PHARMACIES))
    if amount is None:
        return None
    nok, source = unit_cost(amount.amount, volume.value), f"{law.document}, {amount.section}"
    return UnitCost(volume.solution, "", amount.amount, law.year, str(law.year), source, volume, nok)


def pharmacy_share(law: Law) -> float:
    """The pharmacies' share of their solution as it comes out of the law's amounts; 0 where they pay nothing.

    An outcome and not a rule: § 15 has them pay by look-ups that lead to a sale.
    """
    amounts = next((groups for groups in law.by_group().values() if PHARMACIES in groups), None)
    return 0.0 if amounts is None else amounts[PHARMACIES] / sum(amounts.values())


def _of_history(baseline: Baseline, line: str, volume: Volume) -> UnitCost | None:
    table, amount = baseline.table(HISTORY_COST), baseline.figure(HISTORY_COST, line, str(volume.year))
    if table is None or amount is None:
        return None
    source, prices = f"{table.document}, {table.label}, {line}", str(baseline.base_year)
    return UnitCost(line, "", amount, volume.year, prices, source, volume, unit_cost(amount, volume.value))


def _of_line(baseline: Baseline, volume: Volume) -> UnitCost | None:
    """Of a printed line, in the base year; in the first year where it has nothing before."""
    printed = baseline.line(volume.solution, volume.line)
    for column, year in ((AVAILABLE, baseline.base_year), (COST_LEVEL, baseline.first_year)):
        cell = None if printed is None else printed.cells.get(column)
        if cell is not None and cell.value > 0:
            source, nok = f"{cell.document}, {cell.table}, {cell.row}", unit_cost(cell.value, volume.value)
            prices = str(baseline.base_year)
            return UnitCost(volume.solution, volume.line, cell.value, year, prices, source, volume, nok)
    return None


def _inhabitants() -> Volume:
    people, year = sum(each.population for each in municipalities().values()), dated_file("municipalities")[1]
    return Volume("inhabitants", SUM, "", year, people, False, "SSB-07459", f"1 January {year}")
