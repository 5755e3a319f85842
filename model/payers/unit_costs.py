"""Kroner per inhabitant, user and e-prescription: numerator, denominator, and where each comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.axes import NOK_PER_MNOK, PHARMACIES, PLAN_YEARS, SOLUTIONS
from model.baseline.published import published
from model.baseline.regulation import law_amounts, regulation_2026
from model.payers.figures import FOLDER, positive
from model.payers.municipalities import municipalities
from model.reading.errors import ModelError, shown
from model.reading.tables import ColumnRule, table_rows
from model.scenario.fields import is_number

COUNTED_IN: Final = {"million": 1e6, "count": 1.0}


@dataclass(frozen=True, slots=True)
class Volume:
    """How much a solution was used in a year.

    value: a count. at_least: whether the source says «more than», so that a unit cost is at most what is computed.
    document, place: where it stands.
    """

    id: str
    solution: str
    year: int
    value: float
    at_least: bool
    document: str
    place: str


@dataclass(frozen=True, slots=True)
class UnitCost:
    """An amount over a volume.

    line: a solution or ``sum``. amount: MNOK; amount_year, prices, amount_source: the year it is of, the kroner it is
    in, and where it stands. volume: with its own year. nok: kroner for one.
    """

    line: str
    amount: float
    amount_year: int
    prices: str
    amount_source: str
    volume: Volume
    nok: float

    @property
    def same_year(self) -> bool:
        """Whether amount and volume are of one year."""
        return self.amount_year == self.volume.year


@cache
def volumes() -> Mapping[str, Volume]:
    """The published volumes by id, and the inhabitants."""
    return MappingProxyType(read_volumes(FOLDER / "volumes.csv") | {"inhabitants": _inhabitants()})


def read_volumes(path: Path) -> dict[str, Volume]:
    """The volumes of a CSV file. Raises TableError where it is damaged."""
    columns = dict.fromkeys(("document", "place", "volume", "stated"), ColumnRule()) | {
        "solution": ColumnRule(allowed=SOLUTIONS),
        "year": ColumnRule(number=True),
        "printed": ColumnRule(number=True),
        "unit": ColumnRule(allowed=tuple(COUNTED_IN)),
        "at_least": ColumnRule(allowed=("yes",), blank=True),
    }
    return {
        row["volume"]: Volume(
            id=row["volume"],
            solution=row["solution"],
            year=int(row["year"]),
            value=positive(path, row, "printed") * COUNTED_IN[row["unit"]],
            at_least=bool(row["at_least"]),
            document=row["document"],
            place=row["place"],
        )
        for row in table_rows(path, columns, ("volume", "year"))
    }


def unit_cost(amount_mnok: float, volume: float) -> float:
    """Kroner for one: an amount in MNOK over any volume, such as one typed in. Raises ModelError for no volume."""
    if not is_number(volume) or volume <= 0:
        raise ModelError(f"The volume is {shown(volume)}; it must be a number above 0.")
    return amount_mnok * NOK_PER_MNOK / volume


def published_unit_costs() -> tuple[UnitCost, ...]:
    """The unit costs of which cost level and volume are published for the same year.

    Cost levels are those of Tabell 1, in 2025 kroner: per unit of use for 2024, and per inhabitant for 2026, for each
    solution and together.
    """
    of_use = [_of_tabell_1(volume.solution, volume) for volume in volumes().values() if volume.solution in SOLUTIONS]
    per_inhabitant = [_of_tabell_1(line, volumes()["inhabitants"]) for line in (*SOLUTIONS, "sum")]
    return tuple(of_use + per_inhabitant)


def pharmacy_cost() -> UnitCost:
    """What pharmacies and bandagists pay in 2026 for each e-prescription, counted by those of 2024, the last known."""
    law = law_amounts()["e_resept", PHARMACIES]
    volume = volumes()["e_prescriptions"]
    nok = unit_cost(law.amount, volume.value)
    return UnitCost("e_resept", law.amount, PLAN_YEARS[0], "2026", f"FOR-2015-07-01-853, {law.section}", volume, nok)


def pharmacy_share() -> float:
    """The pharmacies' share of E-resept as it comes out of the law's amounts for 2026 (11.8 of 174.2).

    An outcome and not a rule: § 15 has them pay by look-ups that lead to a sale.
    """
    amounts = regulation_2026()["e_resept"]
    return amounts[PHARMACIES] / sum(amounts.values())


def _of_tabell_1(line: str, volume: Volume) -> UnitCost:
    printed = published().tables["Tabell 1", line, str(volume.year)]
    source = f"{printed.document}, Tabell 1, {line}"
    return UnitCost(line, printed.value, volume.year, "2025", source, volume, unit_cost(printed.value, volume.value))


def _inhabitants() -> Volume:
    people = sum(municipality.population for municipality in municipalities().values())
    return Volume("inhabitants", "sum", PLAN_YEARS[0], people, False, "SSB-07459", "1 January 2026")
