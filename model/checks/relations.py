"""A printed figure and the printed ones that must give it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from model.checks.figure import Figure

SUM_OF, DIFFERENCE, PERCENT_OF, SAME = "sum", "difference", "percent", "same"
KINDS: Final = (SUM_OF, DIFFERENCE, PERCENT_OF, SAME)
"""What terms give: their sum, their difference, a percentage of the last, or the same figure once more."""

Signed = tuple[int, Figure]
"""1 or -1, and the figure that is added or taken away."""

LETTERS: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ö": "o"})
LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class Relation:
    """A figure and what others must give for it.

    kind: one of ``KINDS``. A sum and a difference are the terms with their signs; for a percentage the last term is
    what it is of, and the others are the part. base: the amount that a percentage is of, where no term is: what tells
    how much a difference in per cent is in money.
    """

    id: str
    kind: str
    total: Figure
    terms: tuple[Signed, ...]
    base: Figure | None = None


def kind_of(terms: Iterable[Signed]) -> str:
    """What some terms are that are added up: one alone is the same figure."""
    signs = [sign for sign, _ in terms]
    return SAME if len(signs) == 1 else DIFFERENCE if min(signs) < 0 else SUM_OF


def added(name: str, total: Figure, terms: Iterable[Signed], base: Figure | None = None) -> Relation:
    """A figure that is its terms added up, each with its sign. name: the end of its id."""
    signed = tuple(terms)
    return Relation(relation_id(total, name), kind_of(signed), total, signed, base)


def relation_id(total: Figure, name: str) -> str:
    """«tabell_8.sum.available.down»: where the figure stands, and from what it is recomputed."""
    return ".".join((*map(plain, (total.table, total.row, total.column)), name))


def plain(name: str) -> str:
    """A name in small letters, digits and _, cut where it is long."""
    letters = name.lower().translate(LETTERS)
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in letters).split()
    return "_".join(words)[:LONGEST_NAME].strip("_")
