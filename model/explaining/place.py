"""Where an equation stands: whose figures, from which start, in which year and for which solution."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.law import INDEX_RATE
from model.explaining.expressions import (
    EQUAL,
    ONE,
    SHARE,
    Choice,
    Condition,
    Expression,
    Lever,
    Reference,
    constant,
    year,
)
from model.explaining.measured import Start
from model.explaining.origins import of_law

UNCHANGED: Final = constant("before_the_levers", 1.0, record="0107", place="first_year")
NOTHING_YET: Final = constant("nothing", 0.0, SHARE, record="0107", place="first_year")
"""What a factor and a share are before the first year in which the levers work."""


@dataclass(frozen=True, slots=True)
class Place:
    """A year, and a solution where an equation is of one: empty for what holds for a whole year."""

    baseline: Baseline
    start: Start
    year: int
    solution: str = ""

    def here(self, name: str, years_ago: int = 0) -> Reference:
        """Another quantity of the same solution, or one of some years before."""
        return Reference(name, self.year - years_ago, self.solution)

    def of_year(self, name: str, years_ago: int = 0) -> Reference:
        """What holds for the whole year, or for one some years before."""
        return Reference(name, self.year - years_ago)

    @property
    def is_first(self) -> bool:
        """Whether it is the plan's first year."""
        return self.year == self.baseline.first_year

    @property
    def is_set(self) -> bool:
        """Whether the law has set what is paid in the year, and the scenario starts from that."""
        return self.is_first and self.start.law is not None

    @property
    def is_cleared(self) -> bool:
        """Whether the solution is the clearing line, which the levers leave alone."""
        return self.solution == self.baseline.clearing_line

    @property
    def index_rate(self) -> Expression:
        """Price growth into the year."""
        if self.is_set and self.start.law is not None:
            return of_law(self.baseline, INDEX_RATE, self.start.law.index_rate, SHARE)
        return Lever("index_rate")

    def own(self, lever: str) -> Lever:
        """A lever that the solution may have a value of its own for."""
        return Lever(f"by_solution.{self.solution}.{lever}")

    def working(self, then: Expression, otherwise: Expression) -> Choice:
        """The one from the first year on in which the levers work, the other before."""
        return Choice(Condition(self.of_year("levers_work"), EQUAL, ONE), then, otherwise)

    def in_first_working(self, then: Expression, otherwise: Expression) -> Choice:
        """The one in the first year in which the levers work, the other in all others."""
        return Choice(Condition(year(self.year), EQUAL, self.start.levers_from), then, otherwise)


Equation = Callable[[Place], Expression]
