"""Calculations held against each other: what one is of another, how much more than another, and added over years."""

from typing import Final

from model.explaining.asked import Asked, Kinds, address
from model.explaining.node import Node
from model.explaining.operations import SHARE, Of, difference, quotient, total

SHARE_OF, GROWTH, MORE, YEARS = "share", "growth", "more", "years"
OF, FROM, THAN, YEAR = "of", "from", "than", "year"
"""What stands between two addresses in one; and what each year takes the place of."""

LONGEST: Final = 70
"""Years that are added at most."""


def two_sides(asked: Asked, between: str) -> tuple[Node, Node]:
    """The two calculations of an address, apart at its last ``between``. Raises AddressError without two."""
    parts = asked.parts[1:]
    places = [at for at, part in enumerate(parts) if part == between]
    if not places or not places[-1] or places[-1] == len(parts) - 1:
        raise asked.refused()
    return asked.node(*parts[: places[-1]]), asked.node(*parts[places[-1] + 1 :])


def _place(asked: Asked, first: Node) -> Of:
    """What the outcome is of: what its first term is of."""
    return {"year": first.year, "solution": first.solution, "payer": first.payer, "address": asked.address}


def over_years(first: int, last: int, each: str) -> str:
    """The address of the same of each year added: ``each`` has «year» where a year stands."""
    return address(YEARS, f"{first}-{last}", each)


def share(asked: Asked) -> Node:
    """«share/difference/…/of/reference/…»: the first as a share of the second."""
    first, second = two_sides(asked, OF)
    return quotient(SHARE_OF, first, second, SHARE, **_place(asked, first))


def growth(asked: Asked) -> Node:
    """«growth/…/from/…»: how much the first is more than the second, as a share of that."""
    first, second = two_sides(asked, FROM)
    more = difference(MORE, first, second, year=first.year, solution=first.solution, payer=first.payer)
    return quotient(GROWTH, more, second, SHARE, **_place(asked, first))


def more(asked: Asked) -> Node:
    """«more/…/than/…»: the first less the second."""
    first, second = two_sides(asked, THAN)
    return difference(MORE, first, second, **_place(asked, first))


def years(asked: Asked) -> Node:
    """«years/2026-2029/unspent/year/sum»: the same of each year, added."""
    span, *rest = asked.parts[1:]
    first, _, last = span.partition("-")
    is_span = first.isdecimal() and last.isdecimal() and int(last) - int(first) in range(LONGEST)
    if not is_span or YEAR not in rest:
        raise asked.refused()
    each = (asked.node(*_of_year(rest, year)) for year in range(int(first), int(last) + 1))
    terms = tuple(each)
    place: Of = {"solution": terms[0].solution, "payer": terms[0].payer, "address": asked.address}
    return total(YEARS, terms, terms[0].unit, **place)


def _of_year(parts: list[str], year: int) -> list[str]:
    return [str(year) if part == YEAR else part for part in parts]


KINDS: Kinds = {SHARE_OF: share, GROWTH: growth, MORE: more, YEARS: years}
