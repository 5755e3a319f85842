"""What stands beside the payment: amounts outside the regulation, for information, and compensation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np

from model.baseline.axes import Array
from model.baseline.baseline import Baseline
from model.baseline.printed import COST_LEVEL
from model.equations.prices import in_fixed_prices
from model.equations.steps import run
from model.payers.figures import FOLDER
from model.reading.tables import ColumnRule, table_rows
from model.scenario.fields import LAW
from model.scenario.presets import law_scenario
from model.scenario.scenario import Scenario

BESIDE: Final = Path("beside") / "outside_regulation.csv"


@dataclass(frozen=True, slots=True)
class Memo:
    """An amount that is paid for the solutions outside the regulation, and never part of the payment.

    payers: who pays, in words. year: of the amount, None where none is printed. amount: MNOK. measure: the measure
    that moved it out, empty where none did. share, line, apart: of which printed line's cost level it is a share, and
    the measure that is in the solution and not in the line; without a line it is what is printed. stated: what the
    source says. document, place: where.
    """

    id: str
    solution: str
    payers: str
    year: int | None
    amount: float
    measure: str
    share: float | None
    line: str
    apart: str
    stated: str
    document: str
    place: str

    def amounts(self, scenario: Scenario, years: Sequence[int]) -> Array:
        """(year,), MNOK, not indexed: what is outside; a measure that is switched off leaves it inside.

        A share of a line follows the solution's cost level, of which the line is as large a part as in the print.
        """
        if self.follows(scenario.figures):
            return self._of_line(scenario, years)
        if not self.measure:
            return np.full(len(years), self.amount)
        of_law = law_scenario(scenario.figures) if scenario.start == LAW else None
        first = scenario if of_law is None else of_law  # what the first year has, the law has set
        in_first = [year == scenario.figures.first_year for year in years]
        asked = [first if is_first else scenario for is_first in in_first]
        return np.array([self._outside(each, year) for each, year in zip(asked, years, strict=True)])

    def _outside(self, scenario: Scenario, year: int) -> float:
        settings = {name: scenario.value(f"measures.{self.measure}.{name}") for name in ("enabled", "delay", "scale")}
        comes = settings["enabled"] and year >= scenario.figures.first_year + settings["delay"]
        return self.amount * settings["scale"] if comes else 0.0

    def _of_line(self, scenario: Scenario, years: Sequence[int]) -> Array:
        """(year,), MNOK: the share of the line, which moves as its solution does without the measure apart from it."""
        baseline = scenario.figures
        own = {name: setting for name, setting in scenario.measures.items() if name != self.apart}
        result, printed = run(replace(scenario, measures=own)), run(Scenario(figures=baseline), bridges=False)
        at = baseline.at(self.solution)
        levels = in_fixed_prices(result).cost_level[:, at, 0] / printed.cost_level[0, at, 0]
        of_print = (self.share or 0.0) * self._printed_line(baseline)
        return np.array([of_print * levels[result.years.index(year)] for year in years])

    def _printed_line(self, baseline: Baseline) -> float:
        """The cost level of the line in the print of the first year, MNOK; 0 where it is not printed."""
        line = baseline.line(self.solution, self.line)
        return 0.0 if line is None else line.amounts.get(COST_LEVEL, 0.0)

    def follows(self, baseline: Baseline) -> bool:
        """Whether it is a share of a line that the baseline prints, and so follows the scenario."""
        return self.share is not None and self._printed_line(baseline) > 0

    def is_of(self, year: int, baseline: Baseline) -> bool:
        """Whether the amount is one of a year: of any where a measure or a line gives it, else of its own."""
        return bool(self.measure) or self.follows(baseline) or self.year in (None, year)


@dataclass(frozen=True, slots=True)
class Compensation:
    """What a source says of compensation for the payment.

    payer_groups: who receives it, none where no one is named. year: the year it is about. amount: MNOK, None where
    none is printed; how it is split between organisations is not published. stated: in the source's words. document,
    place: where.
    """

    id: str
    payer_groups: tuple[str, ...]
    year: int
    amount: float | None
    stated: str
    document: str
    place: str


def outside_regulation(baseline: Baseline) -> Mapping[str, Memo]:
    """The amounts outside the regulation by id, from what stands beside the baseline; none where nothing does."""
    path = baseline.beside(BESIDE)
    return MappingProxyType({}) if path is None else _memos(path, baseline)


def moved_outside(baseline: Baseline) -> Memo | None:
    """What a measure has moved out of the regulation; None where none has."""
    return next((memo for memo in outside_regulation(baseline).values() if memo.measure), None)


@cache
def _memos(path: Path, baseline: Baseline) -> Mapping[str, Memo]:
    """Kept for ever, for only what is installed has a folder."""
    return MappingProxyType(read_memos(path, baseline))


@cache
def compensations() -> Mapping[str, Compensation]:
    """What is published of compensation, by id, from ``data/payers/compensation.csv``."""
    return MappingProxyType(read_compensations(FOLDER / "compensation.csv"))


def net_payment(payment: Array, compensation: Array | float) -> Array:
    """What an organisation bears itself: its payment less its own compensation, both MNOK and in the same kroner."""
    return payment - compensation


def read_memos(path: Path, baseline: Baseline) -> dict[str, Memo]:
    """The memos of a CSV file. Raises TableError where it is damaged."""
    columns = dict.fromkeys(("document", "place", "memo", "payers", "stated"), ColumnRule()) | {
        "solution": ColumnRule(allowed=baseline.solutions),
        "year": ColumnRule(number=True, blank=True),
        "printed": ColumnRule(number=True),
        "unit": ColumnRule(allowed=("mnok",)),
        "measure": ColumnRule(allowed=tuple(baseline.measures), blank=True),
        "share": ColumnRule(number=True, blank=True),
        "line": ColumnRule(blank=True),
        "apart": ColumnRule(allowed=tuple(baseline.measures), blank=True),
    }
    return {
        row["memo"]: Memo(
            id=row["memo"],
            solution=row["solution"],
            payers=row["payers"],
            year=int(row["year"]) if row["year"] else None,
            amount=float(row["printed"]),
            measure=row["measure"],
            share=float(row["share"]) if row["share"] else None,
            line=row["line"],
            apart=row["apart"],
            stated=row["stated"],
            document=row["document"],
            place=row["place"],
        )
        for row in table_rows(path, columns, ("memo",))
    }


def read_compensations(path: Path) -> dict[str, Compensation]:
    """The compensations of a CSV file. Raises TableError where it is damaged."""
    columns = dict.fromkeys(("document", "place", "compensation", "stated"), ColumnRule()) | {
        "payer_groups": ColumnRule(blank=True),
        "year": ColumnRule(number=True),
        "printed": ColumnRule(number=True, blank=True),
        "unit": ColumnRule(allowed=("mnok",)),
    }
    return {
        row["compensation"]: Compensation(
            id=row["compensation"],
            payer_groups=tuple(row["payer_groups"].split()),
            year=int(row["year"]),
            amount=float(row["printed"]) if row["printed"] else None,
            stated=row["stated"],
            document=row["document"],
            place=row["place"],
        )
        for row in table_rows(path, columns, ("compensation",))
    }
