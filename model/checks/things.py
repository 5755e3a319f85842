"""What a reconciliation says in all: how many figures agree, and the things to know, each once.

Many checks can differ for one cause, and one figure can stand in many checks: neither is counted twice.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from model.checks.check import Check

Place = tuple[str, str, str, str]
"""Document, table, row and column of a printed figure."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What makes some checks differ, the nearest first, of them the weightiest.

    cause: id of the known cause, empty where none is known. shared: where no cause is known, the one printed figure
    that stands in all of them; None for a check that differs alone.
    """

    cause: str
    checks: tuple[Check, ...]
    shared: Place | None = None

    @property
    def id(self) -> str:
        """The cause, or the weightiest check that has none."""
        return self.cause or self.checks[0].id

    @property
    def material(self) -> bool:
        """Whether one of them matters."""
        return any(each.material for each in self.checks)

    @property
    def order(self) -> tuple[bool, bool, int, float]:
        """What matters first, of that what has no known cause, then what is nearest, then by weight."""
        first = self.checks[0]
        return not self.material, bool(self.cause), first.nearness, -first.weight


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many printed figures were held against something, and how many of them agree with all of it.

    What rounding explains is agreement. unexplained: those that differ without a known cause. things: what is to be
    known, the material ones only.
    """

    figures: int
    agreeing: int
    unexplained: int
    things: int


def things(checks: Sequence[Check]) -> tuple[Thing, ...]:
    """What makes checks differ: the material ones first, of them those without a known cause, then by nearness."""
    differing = [each for each in checks if not each.explained_by_rounding]
    causes = dict.fromkeys(each.cause for each in differing if each.cause)
    known = [Thing(cause, _weightiest(each for each in differing if each.cause == cause)) for cause in causes]
    unknown = _by_shared_figure([each for each in differing if not each.cause])
    return tuple(sorted((*unknown, *known), key=lambda thing: thing.order))


def agreement(checks: Sequence[Check]) -> Agreement:
    """The reconciliation in four numbers."""
    differing = [each for each in checks if not each.explained_by_rounding]
    figures, apart = {place(each) for each in checks}, {place(each) for each in differing}
    return Agreement(
        figures=len(figures),
        agreeing=len(figures - apart),
        unexplained=len({place(each) for each in differing if not each.cause}),
        things=sum(thing.material for thing in things(checks)),
    )


def place(check: Check) -> Place:
    """Where the figure stands that is checked."""
    return check.document, check.table, check.row, check.column


def _by_shared_figure(checks: list[Check]) -> Iterator[Thing]:
    """Checks without a known cause, gathered by the figure that stands in most of them: it may be the wrong one."""
    left = checks
    while left:
        found = Counter(figure for each in left for figure in _figures(each))
        shared, count = found.most_common(1)[0]
        if count == 1:
            yield from (Thing("", (each,)) for each in left)
            return
        yield Thing("", _weightiest(each for each in left if shared in _figures(each)), shared)
        left = [each for each in left if shared not in _figures(each)]


def _figures(check: Check) -> dict[Place, None]:
    """The printed figures of a check, each once, the checked one first."""
    terms = [(term.document, term.table, term.row, term.column) for term in check.terms]
    return dict.fromkeys((place(check), *terms))


def _weightiest(checks: Iterable[Check]) -> tuple[Check, ...]:
    return tuple(sorted(checks, key=lambda each: (not each.material, each.nearness, -each.weight)))
