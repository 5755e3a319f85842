"""The equations as records: what is added to, multiplied by or taken from what, before any number is put in.

One description serves both a tree of figures and the formulas of a spreadsheet; neither knows the other.
"""

from dataclasses import dataclass
from typing import Final

from model.explaining.node import CONSTANT, DIFFERENCE, MAXIMUM, PRODUCT, QUOTIENT, SUM_OF, Source

MNOK, FACTOR, SHARE, YEAR = "mnok", "factor", "share", "year"
EQUATIONS: Final = "0170"
"""The decision record of what belongs to the form of an equation: its ones, its signs, and its nothing."""

EQUAL, AT_LEAST, AFTER = "=", ">=", ">"


@dataclass(frozen=True, slots=True)
class Figure:
    """A leaf with a number of its own: a printed cell, or a constant. op: one of ``LEAVES`` but a lever."""

    name: str
    value: float
    unit: str
    op: str
    source: Source


@dataclass(frozen=True, slots=True)
class Lever:
    """What a scenario has at a path."""

    path: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Another quantity of the description; ``solution`` is empty for what holds for a whole year."""

    name: str
    year: int
    solution: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation over terms, and what the outcome is called."""

    op: str
    name: str
    terms: tuple["Expression", ...]
    unit: str = MNOK


@dataclass(frozen=True, slots=True)
class IfAny:
    """A term that need not be shown where it is nothing: a measure that changes nothing, a step that is not taken.

    hides_levers: also where a lever that is moved stands in it; else that is shown with the nothing that it makes.
    """

    term: "Expression"
    hides_levers: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Whether two numbers stand to each other as ``sign`` says."""

    left: "Expression"
    sign: str
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of two, as a condition on the levers has it: a spreadsheet holds both, a tree the one that counts."""

    condition: Condition
    then: "Expression"
    otherwise: "Expression"


Expression = Figure | Lever | Reference | Operation | IfAny | Choice


def total(name: str, *terms: Expression, unit: str = MNOK) -> Operation:
    """Their sum."""
    return Operation(SUM_OF, name, terms, unit)


def less(name: str, *terms: Expression, unit: str = MNOK) -> Operation:
    """The first less the others."""
    return Operation(DIFFERENCE, name, terms, unit)


def times(name: str, *terms: Expression, unit: str = MNOK) -> Operation:
    """Their product."""
    return Operation(PRODUCT, name, terms, unit)


def over(name: str, *terms: Expression, unit: str = FACTOR) -> Operation:
    """The first divided by the second."""
    return Operation(QUOTIENT, name, terms, unit)


def largest(name: str, *terms: Expression, unit: str = MNOK) -> Operation:
    """The largest of them."""
    return Operation(MAXIMUM, name, terms, unit)


def constant(name: str, value: float, unit: str = FACTOR, record: str = EQUATIONS, place: str = "") -> Figure:
    """A number that is no printed one. place: what it hangs on, such as the lever that makes it so."""
    return Figure(name, value, unit, CONSTANT, Source(place=place, record=record))


def year(number: int) -> Figure:
    """A year, to be compared with another."""
    return constant("year", number, YEAR)


ONE: Final = constant("one", 1.0)
OPPOSITE: Final = constant("opposite", -1.0)
NOTHING: Final = constant("nothing", 0.0, MNOK)
NO_SHARE: Final = constant("nothing", 0.0, SHARE)
