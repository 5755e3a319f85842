"""The model's equations as formulas of a spreadsheet: the description that calculations are shown from, in cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Self

from exports.workbook.book import Book
from exports.workbook.grid import ROWS, Grid
from exports.workbook.levers import EMBEDDED_MARGIN, FIXED_PRICES, cell_name
from model.explaining.description import Description
from model.explaining.expressions import (
    OPPOSITE,
    Choice,
    Condition,
    Expression,
    Figure,
    IfAny,
    Lever,
    Operation,
    Reference,
)
from model.explaining.node import DIFFERENCE, MAXIMUM, PRODUCT, QUOTIENT, SUM_OF

QUANTITY_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        "on": "levers_work",
        "kappa": "margin_factor",
        "step": "step_factor",
        "margin": "margin_step",
        "previous_fixed": "last_level",
        "investment_cell": "planned_investment",
        "financing_cell": "planned_changed_financing",
        "volume_cell": "planned_volume_preparedness",
        "efficiency_cell": "planned_efficiency",
        "added_measures": "planned_added_measures",
        "investment": "fixed_investment",
        "counted_volume": "counted_volume_preparedness",
        "volume": "fixed_volume_preparedness",
        "efficiency": "fixed_efficiency",
        "b_previous_level": "previous_level",
        "b_indexation": "indexation",
        "b_investment": "investment",
        "b_changed_financing": "changed_financing",
        "b_volume_preparedness": "volume_preparedness",
        "b_efficiency": "efficiency",
        "b_added_measures": "added_measures",
        "b_risk_margin": "risk_margin",
    }
)
"""Row of the grid → the quantity that stands in it, where that has another name."""

SIGN_OF: Final = {SUM_OF: "+", DIFFERENCE: "-", PRODUCT: "*", QUOTIENT: "/"}
LOOSE, ADDED, MULTIPLIED, WHOLE = range(4)
"""How tightly the parts of a formula hold together: a whole sheet's formula, terms, factors, one cell."""

WITHIN: Final = {
    SUM_OF: (ADDED, ADDED),
    DIFFERENCE: (ADDED, MULTIPLIED),
    PRODUCT: (MULTIPLIED, MULTIPLIED),
    QUOTIENT: (MULTIPLIED, WHOLE),
}
"""How tightly the first term of an operation must hold together to need no brackets, and the others."""


@dataclass(frozen=True, slots=True)
class Equations:
    """The equations of a baseline on the cells of a grid; what the first year is, is as it was exported.

    rows: quantity → the row of the grid that it stands in; what has none is written out where it is used.
    """

    description: Description
    grid: Grid
    rows: Mapping[str, str]

    @classmethod
    def of(cls, book: Book) -> Self:
        """Those of the book's scenario."""
        rows = {QUANTITY_OF.get(row, row): row for row in ROWS}
        return cls(Description.of(book.subject.question.scenario), book.grid, rows)

    def formula(self, row: str, year: int, solution: str = "") -> str:
        """The formula of a row of the grid in a year, of a solution where it is no scalar."""
        if row == "deflator":
            return f"=IF({FIXED_PRICES},{self.grid.here(year, 'price_index')},1)"
        quantity = Reference(QUANTITY_OF.get(row, row), year, solution)
        return f"={self._written(self.description.expression(quantity))}"

    def _written(self, expression: Expression, needed: int = LOOSE) -> str:
        """An expression as a part of a formula, in brackets where it holds together less than needed."""
        match expression:
            case IfAny():
                return self._written(expression.term, needed)
            case Lever():
                return cell_name(expression.path)
            case Figure():
                return _number(expression)
            case Choice():
                condition, then, otherwise = (
                    self._condition(expression.condition),
                    expression.then,
                    expression.otherwise,
                )
                return f"IF({condition},{self._written(then)},{self._written(otherwise)})"
            case Reference():
                row = self.rows.get(expression.name)
                if row is None:
                    return self._written(self.description.expression(expression), needed)
                at = self.description.baseline.at(expression.solution) if expression.solution else 0
                return self.grid.here(expression.year, row, at)
            case Operation():
                return self._operation(expression, needed)

    def _condition(self, condition: Condition) -> str:
        return f"{self._written(condition.left, ADDED)}{condition.sign}{self._written(condition.right, ADDED)}"

    def _operation(self, operation: Operation, needed: int) -> str:
        if operation.op == MAXIMUM:
            return f"MAX({','.join(map(self._written, operation.terms))})"
        if len(operation.terms) == 1:
            return self._written(operation.terms[0], needed)
        first, others = WITHIN[operation.op]
        head, *tail = operation.terms
        if head == OPPOSITE:
            text, holds = f"-{self._product(tail)}", LOOSE
        else:
            parts = [self._written(head, first), *(self._written(term, others) for term in tail)]
            text, holds = SIGN_OF[operation.op].join(parts), first
        return text if holds >= needed else f"({text})"

    def _product(self, terms: list[Expression]) -> str:
        return SIGN_OF[PRODUCT].join(self._written(term, MULTIPLIED) for term in terms)


def _number(figure: Figure) -> str:
    """A number as a formula holds it; the margin inside the estimates has a cell of its own."""
    if figure.name == EMBEDDED_MARGIN:
        return EMBEDDED_MARGIN
    digits = repr(figure.value).removesuffix(".0")
    return f"({digits})" if figure.value < 0 else digits
