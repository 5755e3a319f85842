"""Calculations held against each other: what one is of another, how much more than another, and added over years."""

from collections.abc import Sequence
from typing import Final

from model.explaining.asked import Asked, Makers, address
from model.explaining.node import Node
from model.explaining.operations import SHARE, difference, quotient, total
from model.explaining.other_answers import REFERENCE
from model.reading.errors import ModelError, shown

SHARE_OF, GROWTH, MORE, YEARS, DIFFERENCE = "share", "growth", "more", "years", "difference"
OF, FROM, THAN, YEAR = "of", "from", "than", "year"
"""What stands between two addresses in one; and what each year takes the place of."""

LONGEST: Final = 20
"""Years that are added at most."""


def two_sides(parts: Sequence[str], between: str) -> tuple[str, str]:
    """The two addresses of one, apart at the last ``between``. Raises ModelError where there are not two."""
    places = [at for at, part in enumerate(parts) if part == between]
    if not places or not places[-1] or places[-1] == len(parts) - 1:
        raise ModelError(f"The address {shown(address(*parts))} does not say «{between}» between two addresses.")
    return address(*parts[: places[-1]]), address(*parts[places[-1] + 1 :])


def _share(asked: Asked, parts: Sequence[str]) -> Node:
    first, second = (asked.node(each) for each in two_sides(parts, OF))
    where = address(SHARE_OF, *parts)
    return quotient(SHARE_OF, first, second, SHARE, year=first.year, solution=first.solution, payer=first.payer, address=where)


def _growth(asked: Asked, parts: Sequence[str]) -> Node:
    """How much the first is more than the second, as a share of that."""
    first, second = (asked.node(each) for each in two_sides(parts, FROM))
    more = difference("more", first, second, year=first.year, solution=first.solution, payer=first.payer)
    where = address(GROWTH, *parts)
    return quotient(GROWTH, more, second, SHARE, year=first.year, solution=first.solution, payer=first.payer, address=where)


def _more(asked: Asked, parts: Sequence[str]) -> Node:
    first, second = (asked.node(each) for each in two_sides(parts, THAN))
    where = address(MORE, *parts)
    return difference(MORE, first, second, year=first.year, solution=first.solution, payer=first.payer, address=where)


def _years(asked: Asked, parts: Sequence[str]) -> Node:
    """«years/2026-2029/unspent/year/sum»: the same of each year, added."""
    span, *rest = parts
    first, _, last = span.partition("-")
    if not (first.isdecimal() and last.isdecimal() and YEAR in rest and int(last) - int(first) in range(LONGEST)):
        raise ModelError(f"The address {shown(address(*parts))} does not name years from and to, and where they stand.")
    years = range(int(first), int(last) + 1)
    terms = [asked.node(*(str(year) if part == YEAR else part for part in rest)) for year in years]
    of_all = terms[0]
    return total(YEARS, terms, of_all.unit, solution=of_all.solution, payer=of_all.payer, address=address(YEARS, *parts))


def _difference(asked: Asked, parts: Sequence[str]) -> Node:
    first, second = asked.node(*parts), asked.node(REFERENCE, *parts)
    where = address(DIFFERENCE, *parts)
    return difference(
        DIFFERENCE, first, second, year=first.year, solution=first.solution, payer=first.payer, address=where
    )


MAKERS: Makers = {SHARE_OF: _share, GROWTH: _growth, MORE: _more, YEARS: _years, DIFFERENCE: _difference}
