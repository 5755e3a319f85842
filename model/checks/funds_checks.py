"""Which of the figures of earlier years' money do not come out, and the known cause of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.baseline.baseline import Baseline
from model.baseline.funds_ties import Tie, funds_ties
from model.checks.printed_cells import FLOAT_NOISE, Difference, known_differences

HALF = 0.5


@dataclass(frozen=True, slots=True)
class CheckedTie:
    """A tie, whether the rounding of its figures can make what remains, and the id of the known cause or empty."""

    tie: Tie
    explained_by_rounding: bool
    cause: str


def checked_ties(baseline: Baseline) -> tuple[CheckedTie, ...]:
    """Every tie of the baseline's figures of earlier years' money."""
    named = {cell: each.id for each in known_differences(baseline).values() for cell in each.sums}
    return tuple(_checked(tie, named) for tie in funds_ties(baseline))


def _checked(tie: Tie, named: Mapping[tuple[str, str, str], str]) -> CheckedTie:
    rounding = sum(HALF * 10**-cell.decimals for cell in (tie.total, *tie.parts, *tie.less))
    explained = abs(tie.remainder) <= rounding + FLOAT_NOISE
    cell = (tie.total.table, tie.total.solution, tie.total.column)
    return CheckedTie(tie, explained, "" if explained else named.get(cell, ""))


def causes(baseline: Baseline, said: bool = False) -> tuple[Difference, ...]:
    """The known causes of what does not come out, each once; said: only those that are said under the picture."""
    found = [each for each in checked_ties(baseline) if each.cause and (each.tie.said or not said)]
    known = known_differences(baseline)
    return tuple(known[name] for name in dict.fromkeys(each.cause for each in found))
