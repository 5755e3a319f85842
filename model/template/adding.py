"""Cells that add up others: what they say and what they give now."""

from collections.abc import Sequence
from typing import Final

from model.template.grid import LABEL, Cell, Formula, Grid, Place
from model.template.words import Words, joined

LEVEL, NEED, SUM = "_cost_level", "_financing_need", "_sum"
ROUNDED: Final = 6
"""Decimals that sums are rounded to, for binary fractions leave some."""


def amount(grid: Grid, row: str, column: str) -> float:
    """What a cell holds now, 0 where that is no number."""
    cell = next((line.cells[column] for line in grid.lines if line.id == row and column in line.cells), None)
    content = cell.content if cell is not None else 0.0
    value = content.value if isinstance(content, Formula) else content
    return value if isinstance(value, float) else 0.0


def computed(text: str, places: Sequence[Place], value: float | str, look: str = "computed") -> Cell:
    """A cell with a formula of amounts; ``value`` is what it gives now, MNOK, or "" where it gives nothing."""
    rounded = round(value, ROUNDED) if isinstance(value, float) else value
    return Cell(Formula(text, tuple(places), rounded), look, "mnok", 1)


def row_label(words: Words, name: str) -> dict[str, Cell]:
    """What a row of sums is called, as its cells begin."""
    return {LABEL: Cell(joined(words.text("rows", name)), "label")}


def added(parts: Sequence[object]) -> str:
    """``{0}+{1}+`` … for so many places."""
    return "+".join(f"{{{number}}}" for number in range(len(parts)))
