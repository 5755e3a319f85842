"""The amounts that the regulation sets for 2026, from ``data/regulation_2026.csv``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.axes import PAYER_GROUPS
from model.baseline.keys import KEY_SOLUTIONS
from model.reading.tables import DATA, ColumnRule, table_rows

IN_THE_REGULATION: Final = "in the regulation"


@dataclass(frozen=True, slots=True)
class LawAmount:
    """An amount of the regulation: MNOK ex VAT in 2026, its section, and in what way it is stated there."""

    section: str
    amount: float
    stated: str

    @property
    def implied(self) -> bool:
        """Whether it is not the regulation's own: the third of other members, which is Norsk helsenett's statement."""
        return self.stated != IN_THE_REGULATION


@cache
def law_amounts() -> Mapping[tuple[str, str], LawAmount]:
    """The regulation's amounts by solution, Helsenettet as one, and payer group."""
    return MappingProxyType(read_law_amounts(DATA / "regulation_2026.csv"))


@cache
def regulation_2026() -> Mapping[str, Mapping[str, float]]:
    """Solution, Helsenettet as one → payer group → MNOK ex VAT."""
    amounts: dict[str, dict[str, float]] = {}
    for (solution, group), stated in law_amounts().items():
        amounts.setdefault(solution, {})[group] = stated.amount
    return MappingProxyType(amounts)


def read_law_amounts(path: Path) -> dict[tuple[str, str], LawAmount]:
    """The amounts of a CSV file. Raises TableError where it is damaged."""
    columns = dict.fromkeys(("document", "section", "stated"), ColumnRule()) | {
        "solution": ColumnRule(allowed=tuple(KEY_SOLUTIONS)),
        "payer_group": ColumnRule(allowed=PAYER_GROUPS),
        "printed": ColumnRule(number=True),
        "unit": ColumnRule(allowed=("mnok",)),
    }
    return {
        (row["solution"], row["payer_group"]): LawAmount(row["section"], float(row["printed"]), row["stated"])
        for row in table_rows(path, columns, ("solution", "payer_group"))
    }
