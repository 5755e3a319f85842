"""A tallgrunnlag as one frozen record: everything of it that the model starts from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from model.baseline.axes import Array
from model.baseline.details import DetailLine, DetailTable
from model.baseline.keys import KeySet, KeySource
from model.baseline.law import Law
from model.baseline.measures import Measure
from model.baseline.moved import MovedCost
from model.baseline.printed import Printed, PrintedTable
from model.reading.sheets import Sheets


@dataclass(frozen=True, slots=True, eq=False, repr=False, weakref_slot=True)
class Baseline:
    """A published tallgrunnlag. All amounts are MNOK in fixed kroner of the base year; equal is what has equal content.

    title: by language. plan_years: the years of the plan, the first after the base year. last_year: the last in which a
    published change takes effect. solutions: in order; clearing_line: the one that is passed on to its users, or empty.
    labels: solution → language → what it is called, where the baseline says so itself. key_of: solution → its name in
    keys and law.
    groups: groups of solutions that the print has as one, bridge_groups: those that one bridge is drawn of.
    available: (solution,), at disposal in the base year. changes: (year of ``years``, published step, solution).
    returned: (solution,), earlier years' money that lowers the payment of the first year, 0 or more.
    base_year_underspend: (solution,), the forecast underspend of the base year, shared; underspend_source: the document
    that prints it and the place in it, as far as it says so.
    embedded_margin: the risk margin that the estimates contain, a share of best estimate (an assumption).
    moved: solution → cost of shared services that it took over in the first year; empty where none is known.
    law: the regulation of the first year; None where there is none yet.
    key_sets: id → shares, those that have all solutions; default_keys: the one that is used where none is chosen.
    key_sources: (key set, solution's name in it, payer group) → where a weight comes from.
    tables: the printed tables; cells: their cells by (label, row, column). details: lines of the bridges.
    sheets: what it was made of, as written, for whoever lists where each figure stands.
    digest: what tells its content from any other. kept: what ``kept_with_baseline`` has computed from it.
    folder: where it was read, for what stands beside its sheets; None for one that was given as a file.
    """

    id: str
    title: Mapping[str, str]
    base_year: int
    plan_years: tuple[int, ...]
    last_year: int
    solutions: tuple[str, ...]
    clearing_line: str
    labels: Mapping[str, Mapping[str, str]]
    key_of: Mapping[str, str]
    groups: Mapping[str, tuple[str, ...]]
    bridge_groups: Mapping[str, tuple[str, ...]]
    available: Array
    changes: Array
    returned: Array
    base_year_underspend: Array
    underspend_source: tuple[str, str]
    embedded_margin: float
    measures: Mapping[str, Measure]
    moved: Mapping[str, MovedCost]
    law: Law | None
    key_sets: Mapping[str, KeySet]
    key_sources: Mapping[tuple[str, str, str], KeySource]
    default_keys: str
    tables: tuple[PrintedTable, ...]
    cells: Mapping[tuple[str, str, str], Printed]
    details: tuple[DetailTable, ...]
    folder: Path | None
    sheets: Sheets
    digest: str
    kept: dict[object, Any] = field(default_factory=dict, init=False, repr=False)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Baseline) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"Baseline({self.id!r})"

    @property
    def first_year(self) -> int:
        """The first year of the plan."""
        return self.plan_years[0]

    @property
    def years(self) -> tuple[int, ...]:
        """Every year that can be computed: (year,) of ``changes``."""
        return tuple(range(self.first_year, self.last_year + 1))

    @property
    def open_solutions(self) -> tuple[str, ...]:
        """The solutions that levers can be set for: all but the clearing line."""
        return tuple(solution for solution in self.solutions if solution != self.clearing_line)

    @property
    def key_solutions(self) -> Mapping[str, tuple[str, ...]]:
        """What a key may name, in order: each solution, which is itself alone, and other names of ``law_solutions``."""
        alone = {solution: (solution,) for solution in self.solutions}
        return MappingProxyType({**alone, **{n: paid for n, paid in self.law_solutions.items() if n not in alone}})

    @property
    def law_solutions(self) -> Mapping[str, tuple[str, ...]]:
        """The solutions as the regulation has them, in order: name → the solutions that are paid under it."""
        names = dict.fromkeys(self.key_of.values())
        return MappingProxyType({name: tuple(s for s in self.solutions if self.key_of[s] == name) for name in names})

    def is_set(self, year: int) -> bool:
        """Whether a regulation has set what is paid in a year."""
        return self.law is not None and year == self.law.year

    def at(self, solution: str) -> int:
        """The place of a solution on the axis."""
        return self.solutions.index(solution)

    def table(self, role: str, about: str = "") -> PrintedTable | None:
        """The printed table of a role, about a solution or group if given; None where the baseline lacks it."""
        return next((each for each in self.tables if each.role == role and about in ("", each.about)), None)

    def line(self, solution: str, name: str) -> DetailLine | None:
        """The printed line of a solution with a name; None where the baseline has no such line."""
        lines = (line for table in self.details for line in table.lines)
        return next((line for line in lines if (line.solution, line.name) == (solution, name)), None)

    def figure(self, role: str, row: str, column: str) -> float | None:
        """A printed figure of a role's table; None where it is not printed."""
        table = self.table(role)
        cell = None if table is None else table.cells.get((row, column))
        return None if cell is None or cell.digits is None else cell.value

    def beside(self, file: str | Path) -> Path | None:
        """A file that stands beside the sheets of an installed baseline; None where there is none."""
        path = None if self.folder is None else self.folder / file
        return path if path is not None and path.exists() else None

    def table_name(self, role: str) -> str:
        """What the document calls the table of a role; empty where there is none."""
        table = self.table(role)
        return "" if table is None else table.label
