"""Which of the figures of earlier years' money do not come out, and the known cause of each."""

from dataclasses import dataclass

from model.baseline.baseline import Baseline
from model.baseline.funds_ties import Tie, funds_ties
from model.baseline.kept import kept_with_baseline
from model.checks.all_figures import of_funds
from model.checks.causes import Causes, Difference, known_differences
from model.checks.check import Check, checked
from model.checks.relations import Relation, kind_of, plain, relation_id


@dataclass(frozen=True, slots=True)
class CheckedTie:
    """A tie, and the check that it is in the reconciliation."""

    tie: Tie
    check: Check

    @property
    def explained_by_rounding(self) -> bool:
        """Whether the rounding of its figures can make what remains."""
        return self.check.explained_by_rounding

    @property
    def cause(self) -> str:
        """The id of the known cause, or empty."""
        return self.check.cause


@kept_with_baseline
def checked_ties(baseline: Baseline) -> tuple[CheckedTie, ...]:
    """Every tie of the baseline's figures of earlier years' money."""
    causes = Causes(known_differences(baseline).values())
    return tuple(CheckedTie(tie, causes.given(checked(_relation(tie)))) for tie in funds_ties(baseline))


def _relation(tie: Tie) -> Relation:
    """The relation of a tie; its id is the file's, or says what the total is recomputed from."""
    total = of_funds(tie.total)
    terms = (*((1, of_funds(cell)) for cell in tie.parts), *((-1, of_funds(cell)) for cell in tie.less))
    of_what = "_".join(dict.fromkeys(plain(cell.quantity) for cell in (*tie.parts, *tie.less)))
    return Relation(tie.id or relation_id(total, of_what), kind_of(terms), total, terms)


def causes(baseline: Baseline, said: bool = False) -> tuple[Difference, ...]:
    """The known causes of what does not come out, each once; said: only those that are said under the picture."""
    found = [each for each in checked_ties(baseline) if each.cause and (each.tie.said or not said)]
    known = known_differences(baseline)
    return tuple(known[name] for name in dict.fromkeys(each.cause for each in found))
