"""What the printed figures of earlier years' money must come to together, and what remains where they do not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.earlier_funds import (
    EARLIER_FUNDS,
    INVOICED,
    LATER,
    MILLIONTHS,
    UNSPENT,
    USED,
    CellKey,
    FundsCell,
    earlier_funds,
)
from model.baseline.kept import kept_with_baseline
from model.baseline.printed import SUM
from model.reading.entries import Entry, entries

FILE: Final = Path("beside") / "earlier_funds.toml"
KEY_LENGTH: Final = 5
SIDES: Final = ("parts", "less")

Cells = Mapping[CellKey, FundsCell]


@dataclass(frozen=True, slots=True)
class Tie:
    """A printed figure and the printed ones that must give it: ``parts`` less ``less``.

    id: of those in the file. said: whether what remains is said under the picture.
    """

    id: str
    total: FundsCell
    parts: tuple[FundsCell, ...]
    less: tuple[FundsCell, ...] = ()
    said: bool = False

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that it is recomputed from, each once."""
        return tuple(dict.fromkeys(cell.table for cell in (*self.parts, *self.less)))

    @property
    def recomputed(self) -> float:
        """What the parts give, MNOK."""
        given = sum(cell.amount for cell in self.parts) - sum(cell.amount for cell in self.less)
        return round(given, MILLIONTHS)

    @property
    def remainder(self) -> float:
        """What is printed beyond what the parts give, MNOK."""
        return round(self.total.amount - self.recomputed, MILLIONTHS)


@kept_with_baseline
def funds_ties(baseline: Baseline) -> tuple[Tie, ...]:
    """Sums down the tables and across their rows, figures that stand twice, and the ties of the file beside them."""
    cells = earlier_funds(baseline)
    return (*_down(cells), *_across(cells), *_twice(cells), *_of_file(baseline, cells))


def _down(cells: Cells) -> Iterator[Tie]:
    """Each printed sum of several solutions."""
    for total in cells.values():
        lines = [cell for cell in cells.values() if _column(cell) == _column(total) and cell.solution != SUM]
        if total.solution == SUM and not total.of and len(lines) > 1:
            yield Tie("", total, tuple(lines))


def _column(cell: FundsCell) -> tuple[str, str, int, str]:
    return cell.table, cell.quantity, cell.year, cell.of


def _across(cells: Cells) -> Iterator[Tie]:
    """What is unspent, from what was invoiced and used, and from what becomes of it, where one table has them."""
    for unspent in (cell for cell in cells.values() if cell.quantity == UNSPENT and cell.story):
        row = [cell for cell in cells.values() if _row(cell) == _row(unspent)]
        paid, used, later = (
            tuple(cell for cell in row if cell.quantity in names)
            for names in ((INVOICED, EARLIER_FUNDS), (USED,), LATER)
        )
        if paid and used:
            yield Tie("", unspent, paid, used)
        if later:
            yield Tie("", unspent, later)


def _row(cell: FundsCell) -> tuple[str, str, str]:
    return cell.table, cell.solution, cell.story


def _twice(cells: Cells) -> Iterator[Tie]:
    """Figures of a story that an earlier table prints too."""
    first: dict[tuple[str, str, str, int], FundsCell] = {}
    for cell in (cell for cell in cells.values() if cell.story):
        other = first.setdefault((cell.story, cell.solution, cell.quantity, cell.year), cell)
        if other is not cell:
            yield Tie("", cell, (other,))


def _of_file(baseline: Baseline, cells: Cells) -> Iterator[Tie]:
    """The ties of the file. Raises TableError where one names a figure that is not there."""
    path = baseline.beside(FILE)
    for name, entry in ({} if path is None else entries(path)).items():
        (total,) = _named(entry, "total", [entry.rows("total")], cells)
        parts, less = (_named(entry, side, entry.rows(side), cells) if entry.has(side) else () for side in SIDES)
        yield Tie(name, total, parts, less, entry.has("said"))


def _named(entry: Entry, field: str, places: Sequence[Sequence[object]], cells: Cells) -> tuple[FundsCell, ...]:
    """The figures at some places, which leave out the last part of a key where it is empty."""
    found = []
    for place in places:
        key = (*place, "")[:KEY_LENGTH]
        cell = next((cell for name, cell in cells.items() if name == key), None)
        if cell is None:
            entry.refuse(field, f"there is no figure {key}")
        found.append(cell)
    return tuple(found)
