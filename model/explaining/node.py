"""A step of a calculation: what it gives, of which terms, and at the ends where a figure stands."""

from dataclasses import dataclass
from typing import Final

SUM_OF, DIFFERENCE, PRODUCT, QUOTIENT, MAXIMUM = "sum", "difference", "product", "quotient", "maximum"
SIMULATED: Final = "simulated"
"""What is counted of many runs of the model, whose levers are drawn from the ranges among its terms."""

OPERATIONS: Final = (SUM_OF, DIFFERENCE, PRODUCT, QUOTIENT, MAXIMUM, SIMULATED)
"""What can be done with terms; a difference is the first less all others, a quotient the first by the second."""

CELL, LEVER, CONSTANT, RANGE = "cell", "lever", "constant", "range"
SLASH: Final = "%2F"
"""A stroke inside a part of an address, for strokes part it."""

LEAVES: Final = (CELL, LEVER, CONSTANT, RANGE)
"""What has nothing behind it; a range is what a lever may be, its value the median."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a leaf stands.

    document: a file of ``data/documents.toml``. table, row, column: of a cell; ``place``: a chapter or paragraph where
    no table has it. printed: the digits as printed, or a range as links write it. record: the decision record of an
    assumption, «0102»; empty for what is published.
    """

    document: str = ""
    table: str = ""
    row: str = ""
    column: str = ""
    place: str = ""
    printed: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A figure and how it is made.

    name: what it is, an id of the model: a component («investment»), a quantity («cost_level»), a lever's path, a
    constant's id. value: in ``unit``, one of mnok, nok, share (a fraction), factor, index, count, year. op: one of
    ``OPERATIONS`` over ``terms``, or one of ``LEAVES``. year, solution (or group of solutions, or «sum»), payer (a
    group or one payer): what it is of, as far as it is of one. address: by which it opens alone; empty for a part that
    has no address. source: of a leaf.
    """

    name: str
    value: float
    unit: str
    op: str
    terms: tuple["Node", ...] = ()
    year: int | None = None
    solution: str = ""
    payer: str = ""
    address: str = ""
    source: Source | None = None


def cell_address(table: str, row: str, column: str) -> str:
    """The address of a printed cell."""
    return "/".join((CELL, *(part.replace("/", SLASH) for part in (table, row, column))))
