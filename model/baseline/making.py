"""From sheets to a baseline: what each sheet must hold, checked cell by cell, and every fault told at once."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np

from model.baseline import keys
from model.baseline.axes import PUBLISHED_STEPS, Array
from model.baseline.baseline import Baseline
from model.baseline.details import read_details
from model.baseline.law import Law, read_law
from model.baseline.layout import check_layout
from model.baseline.measures import read_measures
from model.baseline.moved import read_moved
from model.baseline.printed import Printed, PrintedTable, read_tables
from model.baseline.ranges import highest
from model.reading.languages import LANGUAGES
from model.reading.sheets import ID, SheetReader, Sheets, digest

FACTS, BRIDGE, PLAN, GROUPS = "baseline", "bridge", "plan", "groups"
REQUIRED: Final = (FACTS, BRIDGE, PLAN)
"""The sheets that every baseline has."""

EARLIEST, LATEST = 1900, 2999
"""Between these lies any base year."""
PLAN_LENGTH, MOST_YEARS = 4, 6
"""How many years a plan shows, and how many a baseline can hold changes of."""


def baseline_of(sheets: Sheets, folder: Path | None = None) -> Baseline:
    """The baseline of some sheets. Raises SheetsError with every fault; ``folder``: where they were read."""
    reader = SheetReader(sheets)
    for name in REQUIRED:
        if name not in sheets:
            reader.refuse(name, None, None, "no_sheet", names=", ".join(REQUIRED))
    reader.end()
    check_layout(reader)
    return _Making(reader).baseline(folder, digest(sheets))


class _Making:
    """The parts of a baseline, each from its sheet."""

    def __init__(self, reader: SheetReader) -> None:
        self.reader = reader
        self.base_year = reader.whole(FACTS, "base_year", "value", EARLIEST, LATEST)
        self.last_year = reader.whole(FACTS, "last_year", "value", self.base_year + 2, self.base_year + MOST_YEARS)
        self.years = range(self.base_year + 1, self.last_year + 1)
        self.solutions = tuple(reader.rows(BRIDGE))
        for solution in self.solutions:
            if not ID.fullmatch(solution):  # it is named in paths, in links and in files
                reader.refuse(BRIDGE, solution, None, "id", solution)
        self.labels = {
            solution: MappingProxyType({name: reader.text(BRIDGE, solution, f"label_{name}") for name in LANGUAGES})
            for solution, cells in reader.rows(BRIDGE).items()
            if any(cells.get(f"label_{name}") for name in LANGUAGES)  # a name in one language asks for the others
        }
        self.key_of = {solution: self._key(solution) for solution in self.solutions}

    def baseline(self, folder: Path | None, content: str) -> Baseline:
        reader, solutions = self.reader, self.solutions
        measures = read_measures(reader, solutions, self.years)
        law = read_law(reader, self.years[0], tuple(dict.fromkeys(self.key_of.values())), measures)
        weights = keys.weights_with_own(_law_weights(law), keys.own_weights(reader))
        key_sets = keys.key_sets(weights, self.key_of)
        tables = read_tables(reader)
        groups, bridge_groups = self._groups()
        group_of = {solution: group for group, parts in bridge_groups.items() for solution in parts}
        clearing_line = self._clearing_line()
        available = self._column("available", blank=None)
        title = {language: reader.text(FACTS, f"title_{language}", "value") for language in LANGUAGES}
        made = Baseline(
            id=self._id(),
            title=MappingProxyType(title),
            base_year=self.base_year,
            plan_years=tuple(self.years[:PLAN_LENGTH]),
            last_year=self.last_year,
            solutions=solutions,
            clearing_line=clearing_line,
            labels=MappingProxyType(self.labels),
            key_of=MappingProxyType(self.key_of),
            groups=groups,
            bridge_groups=bridge_groups,
            available=available,
            changes=self._changes(),
            returned=_fixed(0.0 - self._column("returned_funds", lowers=True)),
            base_year_underspend=self._underspend(),
            underspend_source=self._source_of("base_year_underspend"),
            embedded_margin=self._margin(),
            measures=measures,
            moved=read_moved(reader, solutions, clearing_line),
            law=law,
            key_sets=key_sets,
            key_sources=MappingProxyType({(each.key_set, each.name, each.group): each.source for each in weights}),
            default_keys=self._default_keys(key_sets, weights),
            tables=tables,
            cells=MappingProxyType(_cells(tables)),
            details=read_details(reader, tables, solutions, group_of),
            folder=folder,
            sheets=reader.sheets,
            digest=content,
        )
        reader.end()
        return made

    def _id(self) -> str:
        found = self.reader.text(FACTS, "id", "value")
        if found and not ID.fullmatch(found):
            self.reader.refuse(FACTS, "id", "value", "id", found)
        return found

    def _key(self, solution: str) -> str:
        return self.reader.rows(BRIDGE)[solution].get("key") or solution

    def _clearing_line(self) -> str:
        lines = [solution for solution in self.solutions if self.reader.switch(BRIDGE, solution, "clearing")]
        if len(lines) > 1:
            self.reader.refuse(BRIDGE, lines[1], "clearing", "two_clearing_lines")
        return lines[0] if lines else ""

    def _column(self, column: str, lowers: bool = False, blank: float | None = 0.0) -> Array:
        """(solution,): a column of the bridge, 0 or less where it ``lowers`` the payment.

        None for ``blank`` asks for a number in every row.
        """
        values = [self.reader.number(BRIDGE, solution, column, blank) for solution in self.solutions]
        for solution, value in zip(self.solutions, values, strict=True):
            if lowers and value > 0:
                self.reader.refuse(BRIDGE, solution, column, "lowers", value)
        return _fixed(np.array(values))

    def _changes(self) -> Array:
        """(year, step, solution): the bridge's for the first year, the plan's for the others."""
        changes = np.zeros((len(self.years), len(PUBLISHED_STEPS), len(self.solutions)))
        changes[0] = [self._column(step) for step in PUBLISHED_STEPS]
        places = {f"{s}.{c}": (i, k) for i, s in enumerate(self.solutions) for k, c in enumerate(PUBLISHED_STEPS)}
        columns = set(map(str, self.years[1:]))
        self._check_plan(places, columns)
        for row in self.reader.rows(PLAN).keys() & places.keys():
            solution, step = places[row]
            for at, year in enumerate(self.years[1:], start=1):
                changes[at, step, solution] = self.reader.number(PLAN, row, str(year))
        return _fixed(changes)

    def _check_plan(self, places: Mapping[str, object], years: set[str]) -> None:
        sheet = self.reader.sheets[PLAN]
        found = {column for column in sheet.columns if column.isdecimal()}
        for year in sorted(years ^ found):
            problem = "no_year" if year in years else "unknown_year"
            self.reader.refuse(PLAN, None, year, problem, low=min(years), high=max(years))
        for row in sheet.rows:
            if row not in places:
                self.reader.refuse(PLAN, row, None, "unknown_plan_row")
        for row in places:
            if row not in sheet.rows:
                self.reader.refuse(PLAN, row, None, "no_plan_row")

    def _underspend(self) -> Array:
        """(solution,): the forecast underspend by its weights; nothing where it is not known."""
        total = self.reader.number(FACTS, "base_year_underspend", "value")
        weights = np.array([self.reader.not_negative(BRIDGE, s, "underspend_weight", 0.0) for s in self.solutions])
        if total and not weights.sum() > 0:
            self.reader.refuse(BRIDGE, None, "underspend_weight", "no_weights")
            return _fixed(np.zeros_like(weights))
        return _fixed(total * (weights / weights.sum()) if total else np.zeros_like(weights))

    def _source_of(self, fact: str) -> tuple[str, str]:
        """Document and place of a fact; empty where they are not given."""
        row = self.reader.rows(FACTS).get(fact, {})
        return row.get("document", ""), row.get("place", "")

    def _margin(self) -> float:
        """The margin that is inside every estimate, which a scenario's is where it gives none."""
        return self.reader.number_between(FACTS, "embedded_margin", "value", 0, highest("risk_margin"))

    def _groups(self) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
        """The groups that are printed as one, and those that bridges are drawn of: each solution once, in order."""
        rows = self.reader.rows(GROUPS)
        groups = {name: tuple(self.reader.text(GROUPS, name, "solutions").split()) for name in rows}
        for name, parts in groups.items():
            for solution in set(parts) - set(self.solutions):
                self.reader.refuse(GROUPS, name, "solutions", "several", solution, names=", ".join(self.solutions))
        drawn = {name: groups[name] for name in rows if self.reader.switch(GROUPS, name, "bridge")}
        covered = [solution for parts in drawn.values() for solution in parts]
        for name, parts in drawn.items():
            for solution in dict.fromkeys(parts):
                if covered.count(solution) > 1:
                    self.reader.refuse(GROUPS, name, "solutions", "solution_twice", solution=solution)
        alone = {solution: (solution,) for solution in self.solutions if solution not in covered}
        return MappingProxyType(groups), MappingProxyType({**alone, **drawn})

    def _default_keys(self, key_sets: Mapping[str, object], weights: Sequence[keys.Weight]) -> str:
        """The regulation of the first year, or else the latest one before it."""
        own = [name for name in key_sets if name.startswith(keys.REGULATION)]
        known = [name for name in own if name <= f"{keys.REGULATION}{self.years[0]}"]
        if not known and not own:
            names = {each.name for each in weights if each.key_set.startswith(keys.REGULATION)}
            lacking = [solution for solution in self.solutions if self.key_of[solution] not in names]
            for row in (*lacking,) or (None,):
                self.reader.refuse(BRIDGE, row, "key", "no_key", self.key_of.get(row or "", ""))
            return ""
        return max(known or own)


def _law_weights(law: Law | None) -> Sequence[keys.Weight]:
    """The key set that a regulation's amounts make: the law's amounts over their sum."""
    if law is None:
        return ()
    return [
        keys.Weight(
            f"{keys.REGULATION}{law.year}",
            name,
            group,
            each.amount,
            keys.KeySource(
                law.document, each.section, "stated" if each.implied else "official", each.stated, each.amount
            ),
        )
        for (name, group), each in law.amounts.items()
    ]


def _cells(tables: Sequence[PrintedTable]) -> dict[tuple[str, str, str], Printed]:
    return {(table.label, row, column): cell for table in tables for (row, column), cell in table.cells.items()}


def _fixed(array: Array) -> Array:
    array.flags.writeable = False
    return array
