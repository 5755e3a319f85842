"""A step of a calculation, ready to print: what opens when somebody asks where a figure comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """What a figure is made of: its sign, name and value, and the path by which its own calculation opens.

    operator: as it is written, «+»; empty before the first. spoken: the same in a word. opens: empty for a number that
    has nothing behind it. nothing: whether it is shown as zero, and so may be folded.
    """

    operator: str
    spoken: str
    label: str
    value: str
    opens: str
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a figure, and how it is made.

    path: what opens it, see ``charts.calculation.paths``. title, value: the figure's name and amount with its unit.
    prices: in which kroner, of an amount. kind: the operation, or what kind of leaf. words: the formula in words,
    numbers: the same with its numbers; empty for a leaf. terms: in order. folded: what the terms that change
    nothing are called together; empty where none is folded. note: what must be known, such as rounding. facts: of a
    leaf, what and where it is. record: the decision record of an assumption; kilde: the row of the page Kilder, where
    the leaf has one.
    """

    path: str
    title: str
    value: str
    kind: str
    prices: str = ""
    words: str = ""
    numbers: str = ""
    terms: tuple[Term, ...] = ()
    folded: str = ""
    note: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    record: str = ""
    kilde: str = ""
