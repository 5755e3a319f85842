"""A bridge: totals, and the steps from one to the next."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Self

from charts.records.figure import Figure, Scale, Span


@dataclass(frozen=True, slots=True)
class BridgeRow:
    """One row of a bridge: a total from zero, or a step from where the row above ended.

    component: its id. label, text, hover: ready texts; ``text`` is the amount beside the bar. scenario, reference:
    where the two bars lie. fact: set by print or by the reference alone, drawn solid also where the others are hatched.
    opens: the address of the amount's calculation.
    """

    component: str
    label: str
    total: bool
    scenario: Span
    reference: Span
    text: str
    hover: str
    fact: bool = False
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Bridge(Figure):
    """A bridge in fixed order of steps, with the steps alone beside it and a difference from the first row to the last.

    panels: the headings over the levels and over the steps. difference: amount and percent, ready to print;
    difference_opens: the address of its calculation.
    """

    rows: tuple[BridgeRow, ...]
    scale: Scale
    panels: tuple[str, str]
    difference: str
    difference_label: str
    difference_opens: str = field(default="", kw_only=True)

    def opening(self, path: Callable[[str], str]) -> Self:
        """Its rows, too, and its difference open elsewhere."""
        rows = tuple(replace(row, opens=path(row.opens)) for row in self.rows)
        return replace(super(Bridge, self).opening(path), rows=rows, difference_opens=path(self.difference_opens))

    @property
    def summary(self) -> str:
        """«Endring 2025–2026: +14,7 …», the arrow under the rows in words."""
        return f"{self.difference_label}: {self.difference}"
