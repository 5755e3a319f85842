"""The regulation of a baseline's first year: the amounts that it sets, from the sheet ``law`` of the baseline."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from model.baseline.axes import PAYER_GROUPS
from model.baseline.measures import LONGEST_DELAY, Measure
from model.baseline.ranges import highest
from model.reading.sheets import SheetReader

SHEET: Final = "law"
INDEX_RATE: Final = "index_rate"
IN_THE_REGULATION: Final = "in the regulation"


@dataclass(frozen=True, slots=True)
class LawAmount:
    """An amount of the regulation: MNOK ex VAT in its year, its section, and in what way it is stated there."""

    section: str
    amount: float
    stated: str

    @property
    def implied(self) -> bool:
        """Whether it is not the regulation's own: the third of other members, which is Norsk helsenett's statement."""
        return self.stated != IN_THE_REGULATION


@dataclass(frozen=True, slots=True)
class Law:
    """The regulation of one year.

    document: the regulation. amounts: (name of the solution in the law, payer group) → amount. index_rate, measures:
    the price growth and the settings of measures (id → setting → value) that give its amounts from the print; inferred.
    """

    year: int
    document: str
    amounts: Mapping[tuple[str, str], LawAmount]
    index_rate: float
    measures: Mapping[str, Mapping[str, float]]

    @property
    def set_mnok(self) -> float:
        """What the regulation itself sets, MNOK ex VAT, all solutions and payer groups together."""
        return sum(amount.amount for amount in self.amounts.values() if not amount.implied)

    @property
    def implied_mnok(self) -> float:
        """What is not the regulation's own but follows from what is said of it, MNOK ex VAT."""
        return sum(amount.amount for amount in self.amounts.values() if amount.implied)

    @property
    def total_mnok(self) -> float:
        """Both together, MNOK ex VAT."""
        return self.set_mnok + self.implied_mnok

    @property
    def left_out(self) -> tuple[str, ...]:
        """The measures that its amounts were computed without."""
        return tuple(
            name for name, set_to in self.measures.items() if not set_to.get("enabled", True) or set_to.get("delay")
        )

    def setting(self, measure: Measure, name: str) -> float:
        """The setting of a measure that gives the regulation's amounts: the measure's own where none is given."""
        return float(self.measures.get(measure.name, {}).get(name, measure.default(name) or 0))

    def by_group(self) -> Mapping[str, Mapping[str, float]]:
        """Solution as the law names it → payer group → MNOK ex VAT."""
        amounts: dict[str, dict[str, float]] = {}
        for (solution, group), stated in self.amounts.items():
            amounts.setdefault(solution, {})[group] = stated.amount
        return amounts


def read_law(reader: SheetReader, year: int, names: Collection[str], measures: Mapping[str, Measure]) -> Law | None:
    """The regulation of ``year``; None where the baseline has none yet."""
    amounts: dict[tuple[str, str], LawAmount] = {}
    settings: dict[str, dict[str, float]] = {}
    for row in reader.rows(SHEET):
        name, _, part = row.partition(".")
        if name in names and part in PAYER_GROUPS:
            amounts[name, part] = _amount(reader, row)
        elif name in measures and part in ("enabled", "delay", "scale"):
            settings.setdefault(name, {})[part] = _setting(reader, row, part, measures[name])
        elif row != INDEX_RATE:
            reader.refuse(SHEET, row, None, "unknown_law_row", names=", ".join(names))
    if not amounts:
        return None
    document = next(iter(reader.rows(SHEET).values())).get("document", "")
    rate = reader.number_between(SHEET, INDEX_RATE, "value", 0, highest("index_rate"))
    return Law(year, document, MappingProxyType(amounts), rate, MappingProxyType(settings))


def _amount(reader: SheetReader, row: str) -> LawAmount:
    cells = reader.rows(SHEET)[row]
    stated = cells.get("stated") or IN_THE_REGULATION
    amount = reader.not_negative(SHEET, row, "amount_mnok")
    return LawAmount(cells.get("place", ""), amount, stated)


def _setting(reader: SheetReader, row: str, setting: str, measure: Measure) -> float:
    if setting == "enabled":
        return float(reader.switch(SHEET, row, "value"))
    if setting == "delay":
        return reader.whole(SHEET, row, "value", 0, LONGEST_DELAY)
    return reader.number_between(SHEET, row, "value", 0, measure.scale_high)
