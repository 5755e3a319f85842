"""Where the cells of the projects' sheet stand: all projects together first, then a block for each of them."""

from dataclasses import dataclass
from typing import Self

from exports.workbook.grid import address
from model.baseline.axes import PAYER_GROUPS
from model.baseline.baseline import Baseline
from model.investment import PARTS
from model.scenario.project import Project
from model.scenario.project_fields import LIMITS

FIELDS = (
    "task",
    "size",
    "go_live",
    "actual_mnok",
    "lifetime",
    "state_share",
    "interest_rate",
    "repayment",
    "operation_share",
    "operation_mnok",
    "phase_in_years",
    "indexed",
    "operation_in_plan",
)
"""What a project is given as, a cell for each; amounts by year stand in the years' own cells."""

KEYS, BUYERS = (tuple(f"{name}_{group}" for group in PAYER_GROUPS) for name in ("key", "buys"))
WEIGHTS, SHARES = (tuple(f"{name}_{group}" for group in PAYER_GROUPS) for name in ("weight", "share"))
ONCE = ("of_state", "spent", "debt", "growth", *WEIGHTS, *SHARES)
"""What is worked out once for a project."""

AMOUNTS = ("investment_mnok", "operation_by_year")
EACH_YEAR = ("in_use", "borne", "power", "instalment", "left", "interest", "operation")
PAID = tuple(f"{payer}_{part}" for payer in ("sector", "state") for part in PARTS)
SUMS = ("sector", "state")
GROUPS = tuple(f"group_{group}" for group in PAYER_GROUPS)
TOTALS = (*PAID, *SUMS, *GROUPS)
"""What is paid in each year, in the chosen prices."""

TOOLS = tuple(f"tool_{name}" for name in (*SUMS, *GROUPS))
"""The tool's own figures, as they were exported."""

PRICES = ("index", "divided_by")
ALL_ROWS = (*PRICES, *TOTALS, *TOOLS)
ROWS = (*FIELDS, *KEYS, *BUYERS, *AMOUNTS, *ONCE, *EACH_YEAR, *TOTALS)
FIRST_ROW, VALUE, SUM, FIRST_COLUMN = 6, 1, 2, 3  # from 0


@dataclass(frozen=True, slots=True)
class ProjectGrid:
    """Places on the sheet; rows and columns count from 0, addresses are absolute."""

    years: tuple[int, ...]
    projects: int

    @classmethod
    def of(cls, projects: tuple[Project, ...], baseline: Baseline) -> Self:
        """Years from the first that something is paid in to the longest lifetime that the last project may have."""
        first = min(baseline.base_year, *(project.first_year for project in projects))
        last = max(project.go_live for project in projects) + int(LIMITS["lifetime"].high) - 1
        return cls(tuple(range(first, last + 1)), len(projects))

    def head(self, place: int | None) -> int:
        """The row above the block of a project, or of all together."""
        return FIRST_ROW if place is None else FIRST_ROW + len(ALL_ROWS) + 2 + place * (len(ROWS) + 2)

    def row(self, place: int | None, name: str) -> int:
        """The row of a quantity of a project, or of all together."""
        rows = ALL_ROWS if place is None else ROWS
        return self.head(place) + 1 + rows.index(name)

    def column(self, year: int) -> int:
        """The column of a year."""
        return FIRST_COLUMN + self.years.index(year)

    @property
    def choices(self) -> int:
        """A column out of sight, after all years."""
        return FIRST_COLUMN + len(self.years) + 1

    def once(self, place: int, name: str) -> str:
        """The address of what is one figure for a project."""
        return address(self.row(place, name), VALUE)

    def at(self, place: int | None, name: str, year: int) -> str:
        """The address of what each year has its own of."""
        return address(self.row(place, name), self.column(year))

    def over(self, place: int | None, name: str, first: int = 0, last: int | None = None) -> str:
        """The addresses of a row's years, by their places."""
        years = self.years[first:last]
        return f"{self.at(place, name, years[0])}:{self.at(place, name, years[-1])}"
