"""The printed value that a calculation led to: it is unfolded and marked in the list of sources."""

from dataclasses import dataclass
from typing import Final

from charts.calculation import paths
from charts.calculation.opened import node_at
from charts.sources.cell import cell_of
from model import ModelError
from model.explaining.node import Source
from model.sources import sources_by_id
from pages.visit import state
from pages.visit.compared import compared
from pages.visit.memory import Place
from pages.visit.question import shown
from pages.visit.view import View

NOWHERE: Final = Source()


@dataclass(frozen=True, slots=True)
class Marked:
    """The row of the inventory, by id, and the figure in it; id: empty for none."""

    id: str = ""
    figure: Source = NOWHERE


MARKED: Final = Place("marked_source", Marked)


def mark(path: str, looked_at: View) -> None:
    """Marks the figure at the end of the calculation that led to the source that is looked at; else none."""
    MARKED.put(Marked(looked_at.source, _figure(path, looked_at)) if path else Marked())


def marked_cell(looked_at: View) -> tuple[int, int] | None:
    """Row and column of the figure among the values of the source that is looked at."""
    marked, row = MARKED.value(), sources_by_id(state.figures()).get(looked_at.source)
    return cell_of(marked.figure, row) if row is not None and marked.id == looked_at.source else None


def _figure(path: str, looked_at: View) -> Source:
    """Where the leaf at a path stands."""
    try:
        is_of_several = bool(paths.side(path)[0])
        node, _ = node_at(path, compared(looked_at) if is_of_several else (shown(looked_at),))
    except (ModelError, ValueError):
        return NOWHERE
    return node.source or NOWHERE
