"""What a year's change consists of, and what it is compared with."""

from dataclasses import dataclass

from model.published import published
from model.result import Result


@dataclass(frozen=True, slots=True)
class YearChange:
    """The change into one year, all solutions, MNOK; positive is an increase.

    ``base`` is last year's cost level: for 2026 Tabell 1's sum for 2025 (1 119.6), and ``available`` what Tabell 8
    starts from (the sum of its parts, 1 115.6). ``moved_out`` is what left the regulation in the year; adding it back
    makes the years comparable. ``need`` splits into ``cost``, the ``lapsed`` return of last year and new ``returned``.
    """

    base: float
    available: float
    cost: float
    moved_out: float
    base_need: float
    need: float
    lapsed: float
    returned: float

    @property
    def comparable(self) -> float:
        """The change in cost level with what left the regulation added back."""
        return self.cost + self.moved_out


def year_change(result: Result, without_move: Result, year: int) -> YearChange:
    """The change into ``year`` of the first scenario; ``without_move`` is the same scenario with nothing moved out.

    For 2026 the payment it is compared with is the regulation of 2025 (Tabell 2: 1 081.0) and nothing lapses.
    """
    at = result.years.index(year)
    level, need = (array[:, :, 0].sum(axis=1) for array in (result.cost_level, result.financing_need))
    returned = result.amounts()["returned"][:, :, 0].sum(axis=1)
    first = at == 0
    base = published().figure("Tabell 1", "sum", "2025") if first else float(level[at - 1])
    base_need = published().figure("Tabell 2", "sum", "2025") if first else float(need[at - 1])
    moved = float(without_move.cost_level[at, :, 0].sum() - level[at]) if first else 0.0
    return YearChange(
        base=base,
        available=float(result.amounts()["previous_level"][at, :, 0].sum()),
        cost=float(level[at]) - base,
        moved_out=moved,
        base_need=base_need,
        need=float(need[at]) - base_need,
        lapsed=0.0 if first else float(returned[at - 1]),
        returned=float(returned[at]),
    )
