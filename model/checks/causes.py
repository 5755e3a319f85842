"""Why what does not come out does not, as far as the documents tell: the file of causes beside a baseline."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.checks.all_figures import all_figures
from model.checks.check import Check
from model.reading.entries import Entry, entries

FILE: Final = Path("beside") / "causes.toml"
ANY: Final = "*"
"""Ends the name of checks that begin alike."""

CellPlace = tuple[str, str, str]
"""Table, row and column."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Why some figures do not come out, by language.

    cells: the figures that are at fault; what they stand in has this cause. checks: ids of checks that have it
    whatever their figures have, or the beginning of some, which ends with ``ANY``.
    """

    id: str
    cells: tuple[CellPlace, ...]
    checks: tuple[str, ...]
    text: Mapping[str, str]

    def names(self, check: str) -> bool:
        """Whether a check is one of ``checks``."""
        return any(check == name or (name.endswith(ANY) and check.startswith(name[:-1])) for name in self.checks)


@kept_with_baseline
def known_differences(baseline: Baseline) -> Mapping[str, Difference]:
    """The known disagreements of the print with itself, by id; none where nothing says so beside the baseline.

    Raises TableError where the file is damaged or names a figure that is not printed.
    """
    path = baseline.beside(FILE)
    printed = {place[1:] for place in all_figures(baseline)}
    return MappingProxyType({} if path is None else read_differences(path, printed))


def read_differences(path: Path, printed: Collection[CellPlace]) -> dict[str, Difference]:
    """The differences of a TOML file. Raises TableError where a cell is none of ``printed``."""
    return {name: _difference(name, entry, printed) for name, entry in entries(path).items()}


def _difference(name: str, entry: Entry, printed: Collection[CellPlace]) -> Difference:
    entry.only("cells", "checks", "text")
    cells = tuple(_places(entry, printed)) if entry.has("cells") else ()
    checks = tuple(map(str, entry.rows("checks"))) if entry.has("checks") else ()
    return Difference(name, cells, checks, entry.texts("text"))


def _places(entry: Entry, printed: Collection[CellPlace]) -> Iterator[CellPlace]:
    for place in map(tuple, entry.rows("cells")):
        if place not in printed:
            entry.refuse("cells", f"there is no printed cell {place}")
        yield place


class Causes:
    """Which cause a check has: one that names it, else one of its own figure, else one of the figures it is made of."""

    def __init__(self, known: Iterable[Difference]) -> None:
        self.known = tuple(known)
        self.cells = {cell: each.id for each in reversed(self.known) for cell in each.cells}

    def given(self, check: Check) -> Check:
        """The check with its cause; as it is where none is known, or rounding explains the difference."""
        return check if check.explained_by_rounding else replace(check, cause=self._of(check))

    def _of(self, check: Check) -> str:
        named = next((each.id for each in self.known if each.names(check.id)), None)
        places = [(check.table, check.row, check.column), *((t.table, t.row, t.column) for t in check.terms)]
        return named or next((self.cells[place] for place in places if place in self.cells), "")
