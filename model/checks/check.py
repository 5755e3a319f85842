"""A check of the reconciliation: a printed figure, what others give for it, and what rounding makes of that."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from model.checks.figure import COUNT, MNOK, Figure
from model.checks.relations import PERCENT_OF, SAME, Relation, Signed

MODEL: Final = "model"
"""The kind of a check whose figure the model gives; the others are those of relations."""

MOST_NAMED: Final = 5
LAST_DECIMAL: Final = 9
FLOAT_NOISE: Final = 1e-9
PER_CENT: Final = 100.0
SIGN_ALONE: Final = 0.01
"""How much of a figure may be left when its sign is turned, for the sign to be what is wrong."""

MATERIAL_MNOK: Final = 0.1
"""What must be left beyond rounding for a difference to matter: a unit of the last digit that most tables print."""


@dataclass(frozen=True, slots=True)
class Term:
    """A printed figure that another is recomputed from: 1 or -1, where it stands, its digits, its value in its unit."""

    sign: int
    document: str
    table: str
    row: str
    column: str
    printed: str
    value: float


@dataclass(frozen=True, slots=True)
class Check:
    """A printed figure and what others give for it.

    document, table, row, column: where it stands. kind: one of ``KINDS`` or ``MODEL``. unit: mnok, percent or count.
    terms: what it is recomputed from; none where the model gives it. difference: recomputed less printed.
    explained_by_rounding: whether figures that round to the printed ones can be in agreement. cause: the id of the
    known cause; empty where rounding explains, or none is known. weight: what is left beyond rounding, MNOK; for a
    percentage what it is in money, for a count or where no base is known in its own unit, and for a sign that is left
    out half, which is the amount itself. material: whether ``MATERIAL_MNOK`` or more is left, and the difference a unit
    or more of the last digit of the coarsest figure in it (docs/decisions/0173). nearness: where it stands in the order
    of the things (``model.checks.nearness``), the least first.
    """

    id: str
    document: str
    table: str
    row: str
    column: str
    kind: str
    unit: str
    printed: float
    decimals: int
    terms: tuple[Term, ...]
    recomputed: float
    difference: float
    explained_by_rounding: bool
    cause: str
    material: bool
    weight: float
    nearness: int = 0

    @property
    def cell(self) -> str:
        """Row, column and what it is recomputed from, in a line."""
        return f"{self.row} {self.column}: {self.of_what}"

    @property
    def of_what(self) -> str:
        """What it is recomputed from: the terms by what tells them from the figure, or how many there are."""
        if self.kind == MODEL:
            return "the model"
        if len(self.terms) > MOST_NAMED:
            rows = all((term.table, term.column) == (self.table, self.column) for term in self.terms)
            return f"{len(self.terms)} {'rows' if rows else 'figures'}"
        if self.kind == PERCENT_OF:
            return f"{self._named(self.terms[:-1])} in % of {self._named(self.terms[-1:])}"
        return self._named(self.terms)

    def _named(self, terms: tuple[Term, ...]) -> str:
        """The terms with the signs between them."""
        named = "".join(f" {'-' if term.sign < 0 else '+'} {self._name(term)}" for term in terms)
        return named.removeprefix(" + ").strip()

    def _name(self, term: Term) -> str:
        own, other = (self.table, self.row, self.column), (term.table, term.row, term.column)
        return " ".join(name for name, here in zip(other, own, strict=True) if name != here) or term.table


@dataclass(frozen=True, slots=True)
class Given:
    """What terms or the model give for a figure: the lowest that can be meant, what comes out, and the highest.

    base: the amount that a percentage is of, MNOK; None for an amount, and where it is not known. coarsest: half a unit
    of the last digit of that figure which is printed with the fewest.
    """

    low: float
    amount: float
    high: float
    base: float | None = None
    coarsest: float = 0.0


def checked(relation: Relation) -> Check:
    """A relation with what its terms give; without a cause."""
    given = _percent(relation.terms) if relation.kind == PERCENT_OF else _added(relation.terms)
    base = relation.terms[-1][1] if relation.kind == PERCENT_OF else relation.base
    same_unit = [figure.half for _, figure in relation.terms if figure.unit == relation.total.unit]
    given = replace(given, base=None if base is None else base.value, coarsest=max(same_unit, default=0.0))
    terms = tuple(Term(sign, *each.place, each.digits, each.value) for sign, each in relation.terms)
    return check_of(relation.id, relation.kind, relation.total, given, terms)


def check_of(name: str, kind: str, total: Figure, given: Given, terms: tuple[Term, ...] = ()) -> Check:
    """A figure beside what is given for it, without a cause.

    Decimals add up to decimals, so that what binary fractions leave is taken off. Two figures that only touch where
    they round (128.6 and 128.7) are no rounding of one amount.
    """
    recomputed = round(given.amount, LAST_DECIMAL) + 0.0
    difference = round(recomputed - total.value, LAST_DECIMAL) + 0.0
    beyond = max(given.low - (total.value + total.half), (total.value - total.half) - given.high)
    agrees = beyond < -FLOAT_NOISE or (beyond <= FLOAT_NOISE and (kind != SAME or not difference))
    signed = [-total.value, *(term.sign * term.value for term in terms if kind != PERCENT_OF)]
    is_turned = any(abs(difference - 2 * value) <= SIGN_ALONE * abs(value) for value in signed if value)
    is_money = total.unit == MNOK or (total.unit != COUNT and given.base is not None)
    weight = max(beyond, 0.0) * (abs(given.base) / PER_CENT if given.base is not None else 1.0)
    return Check(
        id=name,
        document=total.document,
        table=total.table,
        row=total.row,
        column=total.column,
        kind=kind,
        unit=total.unit,
        printed=total.value,
        decimals=total.decimals,
        terms=terms,
        recomputed=recomputed,
        difference=difference,
        explained_by_rounding=agrees,
        cause="",
        material=not agrees
        and abs(difference) >= 2 * max(total.half, given.coarsest) - FLOAT_NOISE
        and (not is_money or weight >= MATERIAL_MNOK - FLOAT_NOISE),
        weight=0.0 if agrees else round(weight / 2 if is_turned else weight, LAST_DECIMAL),
    )


def _net(terms: Iterable[Signed]) -> dict[Figure, int]:
    """Each figure once, with what its signs come to."""
    net: dict[Figure, int] = {}
    for sign, figure in terms:
        net[figure] = net.get(figure, 0) + sign
    return net


def _added(terms: tuple[Signed, ...]) -> Given:
    """The terms added up with their signs."""
    total = math.fsum(sign * figure.value for sign, figure in terms)
    reach = math.fsum(abs(sign) * figure.half for figure, sign in _net(terms).items())
    return Given(total - reach, total, total + reach)


def _percent(terms: tuple[Signed, ...]) -> Given:
    """What the terms before the last are of the last, in per cent.

    Where the base is in the part too («the change from it») it is one figure, whose rounding is in both.
    """
    base, net = terms[-1][1], _net(terms[:-1])
    times = net.pop(base, 0)
    part = _added(tuple((sign, figure) for figure, sign in net.items()))
    amount, bases = PER_CENT * (part.amount / base.value + times), (base.value - base.half, base.value + base.half)
    if bases[0] <= 0 <= bases[1]:
        return Given(-math.inf, amount, math.inf)
    ends = [PER_CENT * (each / of + times) for each in (part.low, part.high) for of in bases]
    return Given(min(ends), amount, max(ends))
