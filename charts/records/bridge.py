"""A bridge: totals, and the steps from one to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Self

from charts.records.figure import Figure, Scale, Span

FOLDED: Final = "unchanged"
"""The component of the row that stands for the steps that change nothing."""


@dataclass(frozen=True, slots=True)
class BridgeRow:
    """One row of a bridge: a total from zero, or a step from where the row above ended.

    component: its id. label, text, hover: ready texts; ``text`` is the amount beside the bar. scenario, reference:
    where the two bars lie. fact: a total of the reference's alone, light where scenario and reference differ.
    opens: the address of the amount's calculation. is_nothing: whether it is a step that shows as nothing in both.
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
    is_nothing: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Bridge(Figure):
    """A bridge in fixed order of steps, with the steps alone beside it and a difference from the first row to the last.

    panels: the headings over the levels and over the steps. difference: the amount, ready to print, and difference_of
    how much that is of the first row, «» where that is not told; difference_opens: the address of its calculation.
    unfolded: the steps, by component, that have a row of their own though they are nothing.
    """

    rows: tuple[BridgeRow, ...]
    scale: Scale
    panels: tuple[str, str]
    difference: str
    difference_of: str
    difference_label: str
    difference_opens: str = field(default="", kw_only=True)
    unfolded: frozenset[str] = field(default=frozenset(), kw_only=True)

    def opening(self, path: Callable[[str], str]) -> Self:
        """Its rows, too, and its difference open elsewhere."""
        rows = tuple(replace(row, opens=path(row.opens)) for row in self.rows)
        return replace(super(Bridge, self).opening(path), rows=rows, difference_opens=path(self.difference_opens))

    @property
    def drawn(self) -> tuple[BridgeRow, ...]:
        """The rows as they are drawn: steps of nothing are one row, before the total that follows the first of them."""
        folded = [row for row in self.rows if row.is_nothing and row.component not in self.unfolded]
        if not folded:
            return self.rows
        first = self.rows.index(folded[0])
        end = next(at for at in range(first, len(self.rows)) if self.rows[at].total)
        rows = [*self.rows[:end], self._folded(folded, self.rows[end - 1]), *self.rows[end:]]
        return tuple(row for row in rows if row not in folded)

    def _folded(self, folded: Sequence[BridgeRow], before: BridgeRow) -> BridgeRow:
        """The row of steps that are nothing, where the row before ended."""
        texts, count = self.context.texts, len(folded)
        scenario, reference = (Span(end, end) for end in (before.scenario.end, before.reference.end))
        label = texts("bridge.unchanged_one") if count == 1 else texts("bridge.unchanged_many", count=count)
        hover = f"{label}: {texts.listed([row.label for row in folded])}"
        return BridgeRow(FOLDED, label, False, scenario, reference, "", hover)

    @property
    def steps(self) -> frozenset[str]:
        """The components of the steps that have a row of their own."""
        return frozenset(row.component for row in self.drawn if not row.total and row.component != FOLDED)

    def unfolding(self, steps: frozenset[str]) -> Self:
        """These steps, too, have a row of their own, whatever they are."""
        return replace(self, unfolded=self.unfolded | steps)

    @property
    def summary(self) -> str:
        """«Fra 2025 til 2026: +14,7 (+1,3 % av …)», what stands under the rows in words."""
        return f"{self.difference_label}: {self.difference}{f' ({self.difference_of})' if self.difference_of else ''}"
