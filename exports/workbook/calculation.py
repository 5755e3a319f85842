"""What the sheets' formulas give, worked out while the workbook is written: for whoever shows it without calculating.

It reads the little of the spreadsheets' language that the sheets use, and stops at anything else.
"""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

import numpy as np

CellPlace = tuple[str, int, int]
"""Sheet, row and column; both count from 0."""

Value = str | float | bool

TOKEN: Final = re.compile(
    r"""(?P<number>\d+(\.\d*)?([eE][+-]?\d+)?)
    | (?P<text>"([^"]|"")*")
    | (?P<cells>('(?P<sheet>[^']+)'!)?\$(?P<left>[A-Z]+)\$(?P<top>\d+)(:\$(?P<right>[A-Z]+)\$(?P<bottom>\d+))?)
    | (?P<name>[A-Za-z_]\w*)
    | (?P<sign><>|<=|>=|[-+*/^&=<>(),])""",
    re.VERBOSE,
)
OPERATORS: Final[dict[str, tuple[int, Callable[[Any, Any], Any]]]] = {
    "=": (1, operator.eq),
    "<>": (1, operator.ne),
    "<": (1, operator.lt),
    ">": (1, operator.gt),
    "<=": (1, operator.le),
    ">=": (1, operator.ge),
    "&": (2, operator.concat),
    "+": (3, operator.add),
    "-": (3, operator.sub),
    "*": (4, operator.mul),
    "/": (4, operator.truediv),
    "^": (5, operator.pow),
}
"""How tightly each binds, and what it does; a sign before a number binds tightest."""

TIGHTEST: Final = 6
FUNCTIONS: Final[dict[str, Callable[..., Any]]] = {
    "ABS": np.abs,
    "CHOOSE": lambda at, *choices: choices[int(at) - 1],
    "IFERROR": lambda value, _: value,
    "INDEX": lambda cells, place: cells[int(place) - 1, 0],
    "LEN": len,
    "MATCH": lambda value, cells, _: [*cells[:, 0]].index(value) + 1,
    "IF": lambda condition, then, otherwise: then if condition else otherwise,
    "MAX": max,
    "MIN": min,
    "OR": lambda *conditions: any(conditions),
    "ROUND": lambda value, decimals: float(rounded(value, int(decimals))),
    "SUM": np.sum,
    "SUMPRODUCT": np.sum,
}
"""All arguments are worked out first, those of ``IF`` too: no formula leaves one out to avoid an error. What ``MATCH``
looks for is there when a workbook is made."""


class FormulaError(Exception):
    """A formula that cannot be worked out here: it holds a sign, a name or a function that is not known."""


@dataclass(frozen=True, slots=True)
class Calculation:
    """Cells as written, formulas, and the places of names; ``fixed``: how a number is written with some decimals."""

    cells: Mapping[CellPlace, Value]
    formulas: Mapping[CellPlace, str]
    names: Mapping[str, CellPlace]
    fixed: Callable[[float, int], str]
    known: dict[CellPlace, Value] = field(default_factory=dict)

    def value(self, place: CellPlace) -> Value:
        """What stands in a cell. Raises FormulaError where nothing does, or nothing that can be worked out."""
        if place in self.cells:
            return self.cells[place]
        if place not in self.known:
            if place not in self.formulas:
                raise FormulaError(f"No cell at {place}.")
            value = _Reading(self, place[0], _tokens(self.formulas[place])).whole()
            self.known[place] = value if isinstance(value, str | bool) else float(value) + 0.0  # no −0
        return self.known[place]


def rounded(value: float, decimals: int) -> Decimal:
    """Half away from zero, of the fifteen digits that a spreadsheet reckons with."""
    return Decimal(f"{value:.15g}").quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _tokens(formula: str) -> list[re.Match[str]]:
    """The parts of a formula from the last to the first, without its sign of equality."""
    tokens, at = [], 1
    while at < len(formula):
        token = TOKEN.match(formula, at)
        if token is None:
            raise FormulaError(f"{formula[at:]!r} in {formula!r} is not read.")
        tokens.append(token)
        at = token.end()
    return tokens[::-1]


@dataclass(slots=True)
class _Reading:
    """A formula of a sheet while it is worked out; ``rest``: the tokens that are left, the next one last."""

    calculation: Calculation
    sheet: str
    rest: list[re.Match[str]]

    def whole(self) -> Any:
        """What the whole formula gives. Raises FormulaError where something is left over."""
        value = self.expression()
        if self.rest:
            raise FormulaError(f"{self.rest[-1][0]!r} was not expected.")
        return value

    def expression(self, bound: int = 1) -> Any:
        """A term with the operators after it that bind as tightly as ``bound`` or tighter."""
        value = self.term()
        while (binds := OPERATORS.get(self.next(), (0, operator.eq)))[0] >= bound:
            self.take()
            value = binds[1](value, self.expression(binds[0] + 1))
        return value

    def next(self) -> str:
        """The next token; nothing at the end."""
        return self.rest[-1][0] if self.rest else ""

    def take(self) -> re.Match[str]:
        """The next token, which is then read. Raises FormulaError at the end."""
        if not self.rest:
            raise FormulaError("A formula ends too early.")
        return self.rest.pop()

    def term(self) -> Any:
        """A number, a text, cells, a name, a function, what stands in brackets, or one of them with a sign before."""
        token = self.take()
        match token.lastgroup:
            case "number":
                return float(token[0])
            case "text":
                return token[0][1:-1].replace('""', '"')
            case "cells":
                return self.cells(token)
            case "name":
                return self.function(token[0]) if self.next() == "(" else self.named(token[0])
        if token[0] == "-":
            return -self.expression(TIGHTEST)
        if token[0] != "(":
            raise FormulaError(f"{token[0]!r} was not expected.")
        return self.bracketed()[0]

    def bracketed(self) -> list[Any]:
        """What stands between commas up to the closing bracket."""
        values = [self.expression()]
        while (sign := self.take()[0]) == ",":
            values.append(self.expression())
        if sign != ")":
            raise FormulaError(f"{sign!r} stands where a bracket should close.")
        return values

    def named(self, name: str) -> Value:
        """What stands in the cell that has a name. Raises FormulaError where none has."""
        if name not in self.calculation.names:
            raise FormulaError(f"No cell is called {name}.")
        return self.calculation.value(self.calculation.names[name])

    def function(self, name: str) -> Any:
        """What a function gives of the arguments in its brackets. Raises FormulaError for an unknown one."""
        self.take()
        arguments = self.bracketed()
        if name == "FIXED":
            value, decimals = arguments
            return self.calculation.fixed(float(rounded(value, int(decimals))), int(decimals))
        if name not in FUNCTIONS:
            raise FormulaError(f"{name} is not worked out here.")
        return FUNCTIONS[name](*arguments)

    def cells(self, token: re.Match[str]) -> Any:
        """What stands in a cell, or an array of what stands in several."""
        sheet, left, top = token["sheet"] or self.sheet, _column(token["left"]), int(token["top"]) - 1
        if token["right"] is None:
            return self.calculation.value((sheet, top, left))
        rows, columns = range(top, int(token["bottom"])), range(left, _column(token["right"]) + 1)
        values = [[self.calculation.value((sheet, row, column)) for column in columns] for row in rows]
        return np.array(values, dtype=object)


def _column(letters: str) -> int:
    """The place of a column by its letters: «C» is 2."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
